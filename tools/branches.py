#!/usr/bin/env python3
"""Prints how many branches the tests take, by folder, and fails below what is promised.

    tools/branches.py SUMMARY.json     as gcovr --json-summary writes it
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

# Per cent of the branches of a folder. What a folder is not named with is shown and not judged.
PROMISED = {
    "lib/offerkit/value": 90,
    "lib/offerkit/timeline": 90,
    "lib/offerkit/file": 85,
    "lib/offerkit/choice": 85,
}


def folder_of(name: str) -> str:
    """lib/offerkit/choice/decision/weights.cpp lies in lib/offerkit/choice, lib/offerkit/render/csv.cpp in cli."""
    parts = Path(name).parts[:-1]
    return "/".join(parts[:3] if parts[0] == "lib" else parts[:1])


def branches_by_folder(files: list[dict]) -> dict[str, tuple[int, int]]:
    """Taken and all branches of each folder."""
    result: dict[str, tuple[int, int]] = {}
    for file in files:
        taken, total = result.get(folder_of(file["filename"]), (0, 0))
        result[folder_of(file["filename"])] = (taken + file["branch_covered"], total + file["branch_total"])
    return result


def report(folders: dict[str, tuple[int, int]]) -> tuple[list[str], bool]:
    """Lines to print, and whether all that is promised holds."""
    lines = []
    kept = True
    for folder, (taken, total) in sorted(folders.items()):
        if total == 0:
            continue
        promised = PROMISED.get(folder)
        enough = promised is None or 100 * taken >= promised * total
        kept = kept and enough
        judgement = "" if promised is None else f"  of {promised}% promised" + ("" if enough else ": too few")
        lines.append(f"{folder:24} {100 * taken / total:5.1f}%  {taken:6} of {total:6} branches{judgement}")
    return lines, kept


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.exit(__doc__)
    summary = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    lines, kept = report(branches_by_folder(summary["files"]))
    print("\n".join(lines))
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
