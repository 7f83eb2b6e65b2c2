#!/usr/bin/env python3
"""Puts one small fault at a time into the library, and sees whether a test fails.

    tools/mutate.py --build build/developer [--count N] [--seed N] [--folder F]... [--file PATH]... [--list]

A fault is another operator, another bound, another constant, a condition turned
around: one place of one line. It is built in a copy of the tree under
build/mutate, so that neither sources nor builds here are touched, and then only
the tests run that can see it: those of its file and folder, those that include
a header of its folder, and last those that start the program. The first that
fails ends it; a test that fails without a fault would see all, and ends the run.
What no test sees is printed as a difference; the score of each
folder is the part that some test saw. Faults that change nothing are listed in
tools/mutate_equivalent.json with the reason, and are not drawn.

The same seed draws the same faults from the same sources.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from check_text import project_files  # noqa: E402

TOP = Path(__file__).resolve().parent.parent
EQUIVALENT = TOP / "tools/mutate_equivalent.json"
FOLDERS = ("timeline", "value", "choice", "file")
# Storeys whose tests start the program or show its pages: they see every folder.
SEE_ALL = ("report", "cli", "docs")
SECONDS = 120

# With spaces around them, as clang-format writes operators; a template's brackets have none.
OPERATORS = {" < ": (" <= ", " > "), " <= ": (" < ",), " > ": (" >= ", " < "), " >= ": (" > ",), " == ": (" != ",),
             " != ": (" == ",), " && ": (" || ",), " || ": (" && ",), " + ": (" - ",), " - ": (" + ",), " * ": (" + ",),
             " / ": (" * ",), " += ": (" -= ",), " -= ": (" += ",), "std::min(": ("std::max(",),
             "std::max(": ("std::min(",), "std::any_of(": ("std::all_of(",), "std::all_of(": ("std::any_of(",)}
WORDS = {"true": ("false",), "false": ("true",), "break": ("continue",), "continue": ("break",)}
OPERATOR = re.compile("|".join(re.escape(operator) for operator in sorted(OPERATORS, key=len, reverse=True)))
WORD = re.compile(r"\b(?:" + "|".join(WORDS) + r")\b")
NUMBER = re.compile(r"(?<![\w.'])\d[\d']*(?![\w.'])")
NOT = re.compile(r"(?<=[(\s])!(?=[\w(*])")
# Lines that only name things, or promise what no test may break.
LEFT_ALONE = re.compile(r"^\s*(?:#|//|static_assert|expects\(|using |namespace |template )|noexcept\(|\[\[nodiscard\]\]")


@dataclass(frozen=True)
class Fault:
    file: str    # from the top of the tree
    line: int    # from 0
    begin: int   # of the part that changes
    old: str
    new: str

    def applied(self, text: str) -> str:
        lines = text.split("\n")
        row = lines[self.line]
        lines[self.line] = row[:self.begin] + self.new + row[self.begin + len(self.old):]
        return "\n".join(lines)

    def rows(self, text: str) -> tuple[str, str]:
        """The line without and with the fault."""
        return text.split("\n")[self.line].strip(), self.applied(text).split("\n")[self.line].strip()

    @property
    def folder(self) -> str:
        return Path(self.file).parts[2]


def blanked(line: str) -> str:
    """The line with what stands in quotes and comments blanked out, places kept."""
    out = []
    quote = ""
    i = 0
    while i < len(line):
        c = line[i]
        if quote:
            if c == "\\":
                out.append("  ")
                i += 2
                continue
            quote = "" if c == quote else quote
            out.append(" " if quote else c)
        elif c == '"' or (c == "'" and not (i > 0 and line[i - 1].isalnum())):
            quote = c
            out.append(c)
        elif line.startswith("//", i):
            break
        else:
            out.append(c)
        i += 1
    return "".join(out)


def faults_of(file: str, text: str) -> list[Fault]:
    """Every fault that can be put into a file."""
    faults = []
    raw = False
    for number, line in enumerate(text.split("\n")):
        # Raw strings are texts of several lines.
        if raw or 'R"' in line:
            raw = (')"' not in line.split('R"')[-1]) if 'R"' in line else ')"' not in line
            continue
        if LEFT_ALONE.search(line):
            continue
        code = blanked(line)
        joins_text = '"' in code  # the compiler refuses to take one text from another
        for match in OPERATOR.finditer(code):
            if joins_text and match.group() == " + ":
                continue
            faults += [Fault(file, number, match.start(), match.group(), new) for new in OPERATORS[match.group()]]
        for match in WORD.finditer(code):
            faults += [Fault(file, number, match.start(), match.group(), new) for new in WORDS[match.group()]]
        for match in NUMBER.finditer(code):
            value = int(match.group().replace("'", ""))
            faults.append(Fault(file, number, match.start(), match.group(), str(value + 1)))
            if value == 1:
                faults.append(Fault(file, number, match.start(), match.group(), "0"))
        for match in NOT.finditer(code):
            faults.append(Fault(file, number, match.start(), "!", ""))
    return faults


def equivalents() -> set[tuple[str, str, str]]:
    """Faults that change nothing: file, line, and what it becomes."""
    entries = json.loads(EQUIVALENT.read_text(encoding="utf-8"))
    for entry in entries:
        if not entry.get("reason"):
            sys.exit(f"mutate.py: {EQUIVALENT.name}: no reason for {entry}")
    return {(entry["file"], entry["line"], entry["becomes"]) for entry in entries}


def drawn(arguments: argparse.Namespace) -> list[Fault]:
    """All faults of the folders and files asked for, in the order in which they are tried."""
    folders = arguments.folder or FOLDERS
    files = [Path(file) for file in arguments.file] or [
        path.relative_to(TOP) for folder in folders for path in sorted((TOP / "lib/offerkit" / folder).rglob("*.cpp"))]
    known = equivalents()
    faults = []
    for file in files:
        text = (TOP / file).read_text(encoding="utf-8")
        faults += [fault for fault in faults_of(file.as_posix(), text)
                   if (fault.file, *fault.rows(text)) not in known]
    random.Random(arguments.seed).shuffle(faults)
    return faults


INCLUDE = re.compile(r'^#include [<"]([^>"]+)[>"]', re.M)


def includes_of(file: Path, seen: set[Path]) -> set[str]:
    """The library's headers that a test file names, by itself or through the headers of the tests."""
    if file in seen or not file.is_file():
        return set()
    seen.add(file)
    found = set()
    for name in INCLUDE.findall(file.read_text(encoding="utf-8")):
        if name.startswith("offerkit/"):
            found.add(name)
        else:
            for place in (file.parent / name, TOP / "tests" / name):
                found |= includes_of(place, seen)
                found |= includes_of(place.with_suffix(".cpp"), seen)
    return found


def tests_for(fault: Fault) -> list[str]:
    """The test files that can see a fault, the nearest first: as offerkit_tests names them."""
    own = Path(fault.file).stem
    ranked = []
    for file in sorted((TOP / "tests").rglob("*_test.cpp")):
        folder = file.parent.relative_to(TOP / "tests").as_posix()
        storey = folder.split("/")[0]
        topic = file.stem[:-len("_test")]
        headers = includes_of(file, set())
        named = fault.file[len("lib/"):-len(".cpp")] + ".hpp"
        if storey == fault.folder and topic in own:
            rank = 0
        elif named in headers:
            rank = 1
        elif storey == fault.folder:
            rank = 2
        elif any(header.startswith(f"offerkit/{fault.folder}/") for header in headers):
            rank = 3
        elif storey in SEE_ALL:
            rank = 4
        else:
            continue
        ranked.append((rank, f"{folder}/{topic}"))
    return [name for _, name in sorted(ranked)]


class Tree:
    """A copy of the project, with a build of its own that ccache fills."""

    def __init__(self, folder: Path, jobs: int):
        self.top = folder
        self.jobs = jobs
        self.build = folder / "build/developer"
        self.environment = dict(os.environ, CCACHE_BASEDIR=str(folder), CCACHE_NOHASHDIR="1",
                                CCACHE_SLOPPINESS="pch_defines,time_macros,include_file_mtime,include_file_ctime",
                                TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", RC_PARAMS="seed=20260120")

    def refresh(self) -> None:
        """Takes over what has changed, and nothing else, so that little is built anew."""
        self.top.mkdir(parents=True, exist_ok=True)
        wanted = project_files(TOP)
        for name in wanted:
            file, target = TOP / name, self.top / name
            if not target.exists() or target.read_bytes() != file.read_bytes():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, target)
        for name in set(self.files()) - set(wanted):
            (self.top / name).unlink()
        if not (self.build / "build.ninja").exists():
            self.run("cmake", "--preset", "developer")
        if not self.make():
            sys.exit("mutate.py: the copy in build/mutate does not build")

    def files(self) -> list[str]:
        """All of the copy but its build."""
        return [path.relative_to(self.top).as_posix() for path in self.top.rglob("*")
                if not path.is_dir() and self.top / "build" not in path.parents]

    def run(self, *command: str, seconds: int | None = None) -> bool:
        try:
            return subprocess.run(command, cwd=self.top, env=self.environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=seconds,
                                  check=False).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def make(self) -> bool:
        return self.run("cmake", "--build", str(self.build), "-j", str(self.jobs), "--target", "offerkit_tests")

    def passes(self, test: str) -> bool:
        return self.run(str(self.build / "bin/offerkit_tests"), f"[#{test}]", seconds=SECONDS)

    def failing(self, tests: list[str]) -> list[str]:
        with ThreadPoolExecutor(self.jobs) as pool:
            return [test for test, passed in zip(tests, pool.map(self.passes, tests)) if not passed]

    def seen_by(self, tests: list[str]) -> str | None:
        """The first test that fails, looked for by several at once; None when none does."""
        with ThreadPoolExecutor(self.jobs) as pool:
            for begin in range(0, len(tests), self.jobs):
                some = tests[begin:begin + self.jobs]
                for test, passed in zip(some, pool.map(self.passes, some)):
                    if not passed:
                        return test
        return None


def difference(fault: Fault) -> str:
    old, new = fault.rows((TOP / fault.file).read_text(encoding="utf-8"))
    return f"{fault.file}:{fault.line + 1}\n  - {old}\n  + {new}"


def try_all(tree: Tree, faults: list[Fault], count: int) -> tuple[dict[str, list[int]], list[Fault]]:
    """Seen and all faults by folder, and those that no test saw."""
    score: dict[str, list[int]] = {}
    survivors = []
    tried = 0
    for fault in faults:
        if tried == count:
            break
        original = (TOP / fault.file).read_text(encoding="utf-8")
        path = tree.top / fault.file
        began = time.monotonic()
        path.write_text(fault.applied(original), encoding="utf-8")
        try:
            if not tree.make():
                continue  # the compiler sees it
            tried += 1
            seen = tree.seen_by(tests_for(fault))
        finally:
            path.write_text(original, encoding="utf-8")
        counts = score.setdefault(fault.folder, [0, 0])
        counts[1] += 1
        counts[0] += seen is not None
        if seen is None:
            survivors.append(fault)
        print(f"{tried:4}/{count} {time.monotonic() - began:5.0f} s  {seen or 'NOBODY'}  {difference(fault)}", flush=True)
    return score, survivors


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/developer", help="a developer build whose objects ccache keeps")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--folder", action="append", choices=FOLDERS)
    parser.add_argument("--file", action="append", default=[])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--list", action="store_true", help="print the faults and the tests for each, and try none")
    arguments = parser.parse_args()
    faults = drawn(arguments)
    if arguments.list:
        for fault in faults[:arguments.count]:
            print(difference(fault), "\n    seen by", " ".join(tests_for(fault)[:6]), "...")
        print(f"{len(faults)} faults can be put in")
        return 0
    tree = Tree(TOP / "build/mutate", arguments.jobs)
    print(f"seed {arguments.seed}: {min(arguments.count, len(faults))} of {len(faults)} faults", flush=True)
    tree.refresh()
    failing = tree.failing(sorted({test for fault in faults[:arguments.count] for test in tests_for(fault)}))
    if failing:
        sys.exit(f"mutate.py: without any fault these fail: {', '.join(failing)}")
    score, survivors = try_all(tree, faults, arguments.count)
    print("\nWhat no test saw:" if survivors else "\nEvery fault was seen.")
    for fault in survivors:
        print(difference(fault))
    print()
    for folder, (seen, all_of_it) in sorted(score.items()):
        print(f"{folder:10} {100 * seen / all_of_it:5.1f}%  {seen} of {all_of_it}")
    seen = sum(counts[0] for counts in score.values())
    total = sum(counts[1] for counts in score.values())
    print(f"{'together':10} {100 * seen / max(total, 1):5.1f}%  {seen} of {total}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
