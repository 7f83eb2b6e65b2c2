#!/usr/bin/env python3
"""Runs clang-tidy over the sources of the library and the program.

    tools/tidy.py --build build/developer --jobs 2 clang-tidy-19

A file that passed is not looked at again until something it is made of
changes: its own text, a header of ours that it includes, the list of checks,
the command that compiles it or clang-tidy itself. The record lies in the build
folder. On the first run every file is checked, as in CI.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import hashlib
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
# Where the report of one fault begins.
BLOCK = re.compile(r"(?m)^(?=\S+:\d+:\d+: (?:warning|error):)")
INCLUDE = re.compile(rb'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def own_headers(source: Path) -> list[Path]:
    """The headers of this project that a file includes, directly or not."""
    seen: set[Path] = set()
    waiting = [source]
    while waiting:
        path = waiting.pop()
        for name in INCLUDE.findall(path.read_bytes()):
            for base in (TOP / "lib", TOP, path.parent):
                header = base / name.decode(errors="replace")
                if header.is_file():
                    if header not in seen:
                        seen.add(header)
                        waiting.append(header)
                    break
    return sorted(seen)


def fingerprint(source: Path, command: str, tool: bytes) -> str:
    digest = hashlib.sha256(tool)
    digest.update(command.encode())
    digest.update((TOP / ".clang-tidy").read_bytes())
    for path in [source, *own_headers(source)]:
        digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("tool")
    options = parser.parse_args()

    entries = json.loads((options.build / "compile_commands.json").read_text(encoding="utf-8"))
    ours = {}
    for entry in entries:
        path = Path(entry["file"])
        relative = path.relative_to(TOP).as_posix() if path.is_relative_to(TOP) else ""
        if relative.startswith(("lib/", "cli/")):
            ours[path] = entry
    if not ours:
        print(f"tidy: {options.build}/compile_commands.json names no source of ours")
        return 1

    # clang does not know some of g++'s flags; the launcher is not part of a command.
    database = options.build / "tidy"
    database.mkdir(exist_ok=True)
    for entry in ours.values():
        words = [word for word in shlex.split(entry["command"]) if word not in ("ccache", "-Wno-restrict", "-Werror")]
        entry["command"] = shlex.join(words)
    (database / "compile_commands.json").write_text(json.dumps(list(ours.values())), encoding="utf-8")

    version = subprocess.run([options.tool, "--version"], capture_output=True, check=True).stdout
    record_file = database / "passed.json"
    passed: dict[str, str] = json.loads(record_file.read_text(encoding="utf-8")) if record_file.exists() else {}
    prints = {path: fingerprint(path, entry["command"], version) for path, entry in ours.items()}
    to_check = sorted(path for path in ours if passed.get(str(path)) != prints[path])

    def run(path: Path) -> list[str]:
        result = subprocess.run([options.tool, "--quiet", "-p", str(database), str(path)],
                                capture_output=True, text=True, check=False)
        faults = [block for block in BLOCK.split(result.stdout) if block.strip() and "no header providing" not in block]
        if result.returncode != 0 and not faults:
            faults = [result.stdout + result.stderr]
        return faults

    failures = 0
    shown: set[str] = set()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for path, faults in zip(to_check, pool.map(run, to_check)):
            if not faults:
                passed[str(path)] = prints[path]
                continue
            failures += 1
            passed.pop(str(path), None)
            # A fault in a header comes up in every file that includes it; once is enough.
            for fault in faults:
                if fault not in shown:
                    shown.add(fault)
                    print(fault.rstrip().replace(f"{TOP}/", ""))
    record_file.write_text(json.dumps({str(p): passed[str(p)] for p in ours if str(p) in passed}), encoding="utf-8")
    if failures:
        print(f"tidy: faults in {failures} of {len(ours)} files")
        return 1
    print(f"tidy: {len(ours)} files are clean ({len(to_check)} looked at)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
