#!/usr/bin/env python3
"""Writes what a search for breaking input begins from, a folder for each target.

    tools/fuzz_seeds.py FOLDER

Examples, profiles, the reproducers of diagnostics and the commands of the
documentation, in the form that the targets of tests/fuzz take.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
NEXT_PART = "\n%%\n"  # as tests/fuzz/everything.cpp divides its input


def offers_in(folder: Path) -> list[Path]:
    """The offer files of a folder: those that name a company."""
    return [file for file in sorted(folder.glob("*.toml")) if re.search(r"^company\s*=", file.read_text("utf-8"), re.M)]


def everything() -> dict[str, str]:
    seeds = {}
    common = (TOP / "examples/priorities.toml").read_text("utf-8")
    sound = (TOP / "examples/three-offers/google.toml").read_text("utf-8")
    for folder in sorted((TOP / "examples").iterdir()):
        offers = offers_in(folder) if folder.is_dir() else []
        own = folder / "priorities.toml"
        priorities = own.read_text("utf-8") if own.exists() else common
        for first, second in zip(offers, offers[1:] + offers[:1]):
            parts = (first.read_text("utf-8"), second.read_text("utf-8"), priorities)
            seeds[f"{folder.name}-{first.stem}"] = NEXT_PART.join(part.rstrip("\n") for part in parts)
    for file in offers_in(TOP / "tests/diagnostics"):
        seeds[file.stem] = NEXT_PART.join((file.read_text("utf-8"), sound, common))
    return seeds


def read_and_vest() -> dict[str, str]:
    files = [file for folder in (TOP / "examples").iterdir() if folder.is_dir() for file in offers_in(folder)]
    files += sorted((TOP / "tests/diagnostics").glob("*.toml"))
    return {f"{file.parent.name}-{file.stem}": file.read_text("utf-8") for file in files}


def open_cap_format() -> dict[str, str]:
    seeds = {}
    items: list[object] = []
    for file in sorted((TOP / "examples/open-cap-format").glob("*.json")):
        text = file.read_text("utf-8")
        seeds[file.stem] = text
        items += json.loads(text)["items"]
    seeds["together"] = json.dumps(items, indent=1)
    for file in sorted((TOP / "tests/diagnostics").glob("*.json.txt")):
        seeds[file.name] = file.read_text("utf-8")
    return seeds


def priorities() -> dict[str, str]:
    files = sorted((TOP / "examples").rglob("priorities.toml"))
    files += sorted((TOP / "tests/diagnostics").glob("*.priorities.txt"))
    return {f"{file.parent.name}-{file.name}": file.read_text("utf-8") for file in files}


def profiles() -> dict[str, str]:
    return {f"{file.parent.name}-{file.stem}": f"{file.parent.name}\n{file.read_text('utf-8')}"
            for file in sorted((TOP / "profiles").glob("*/*.toml"))}


def command_line() -> dict[str, str]:
    lines = []
    for page in sorted((TOP / "docs").rglob("*.md")):
        lines += re.findall(r"^\$ offerkit (.*)$", page.read_text("utf-8"), re.M)
    lines += [re.sub(r"^offerkit ", "", file.read_text("utf-8").strip())
              for file in sorted((TOP / "tests/diagnostics").glob("*.command"))]
    seeds = {}
    for number, line in enumerate(lines):
        try:
            words = shlex.split(line.split("|")[0].split(">")[0])
        except ValueError:
            continue
        # The files of the documentation become the two at hand, in turn.
        names = iter(["a.toml", "b.toml"] * len(words))
        words = ["me.toml" if "priorities" in word and word.endswith((".toml", ".txt"))
                 else next(names) if word.endswith((".toml", ".txt")) and "=" not in word else word for word in words]
        seeds[f"line-{number}"] = "\n".join(words)
    return seeds


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.exit(__doc__)
    for make in (command_line, everything, open_cap_format, priorities, profiles, read_and_vest):
        folder = Path(arguments[0], make.__name__)
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in make().items():
            (folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
