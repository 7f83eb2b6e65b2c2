#!/usr/bin/env python3
"""Puts one small fault at a time into the library, and sees whether a test fails.

    tools/mutate.py [--count N] [--seed N] [--folder F]... [--file PATH]... [--list]

A fault is another operator, another bound, another constant, a condition turned
around: one place of one line. It is built in a copy of the tree under
build/mutate, so that neither sources nor builds here are touched, and then only
the tests run that can see it: those of its file and folder, those that include
a header of its folder, and last those that start the program. The first that
fails ends it; a test that fails without a fault would see all: it is left out,
and named.
What no test sees is printed as a difference; the score of each folder is the
part that some test saw. Faults that change nothing are listed in
tools/mutate_equivalent.json with the reason, and are not drawn.

The same seed draws the same faults from the same sources.
"""

from __future__ import annotations

import argparse
import functools
import json
import math
import os
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from check_text import project_files  # noqa: E402

TOP = Path(__file__).resolve().parent.parent
EQUIVALENT = TOP / "tools/mutate_equivalent.json"
FOLDERS = ("timeline", "value", "choice", "file")
# Storeys whose tests start the program or show its pages: they see every folder.
STARTS_PROGRAM = 4  # how far they are from a fault
SEE_ALL = ("authoring", "report", "render", "cli", "docs")
TESTS = "bin/offerkit_tests"
PROGRAM = "bin/offerkit"
FAULT = "fault.o"
# A test that takes five times what it takes without a fault has seen it, but never before LEAST_SECONDS.
LEAST_SECONDS = 5
MOST_SECONDS = 300

# With spaces around them, as clang-format writes operators; a template's brackets have none.
OPERATORS = {" < ": (" <= ", " > "), " <= ": (" < ",), " > ": (" >= ", " < "), " >= ": (" > ",), " == ": (" != ",),
             " != ": (" == ",), " && ": (" || ",), " || ": (" && ",), " + ": (" - ",), " - ": (" + ",), " * ": (" + ",),
             " / ": (" * ",), " += ": (" -= ",), " -= ": (" += ",), "std::min(": ("std::max(",),
             "std::max(": ("std::min(",), "std::any_of(": ("std::all_of(",), "std::all_of(": ("std::any_of(",)}
WORDS = {"true": ("false",), "false": ("true",), "break": ("continue",), "continue": ("break",)}
OPERATOR = re.compile("|".join(re.escape(operator) for operator in sorted(OPERATORS, key=len, reverse=True)))
WORD = re.compile(r"\b(?:" + "|".join(WORDS) + r")\b")
NUMBER = re.compile(r"(?<![\w.'])\d[\d']*(?![\w.'])")
RAW = re.compile(r'(?<!\w)R"')
NOT = re.compile(r"(?<=[(\s])!(?=[\w(*])")
# Lines that only name things, promise what no test may break, or ask for memory ahead of time.
LEFT_ALONE = re.compile(
    r"^\s*(?:#|//|static_assert|expects\(|using |namespace |template )|noexcept\(|\[\[nodiscard\]\]|\.reserve\(")


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
        begun = RAW.split(line)
        if raw or len(begun) > 1:
            raw = ')"' not in begun[-1]
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


@functools.cache
def lines_of(file: Path) -> frozenset[str]:
    """The lines of a file without the spaces around them; none where it is no more."""
    return frozenset(map(str.strip, file.read_text(encoding="utf-8").split("\n"))) if file.is_file() else frozenset()


def equivalents() -> set[tuple[str, str, str]]:
    """Faults that change nothing: file, line, and what it becomes."""
    entries = json.loads(EQUIVALENT.read_text(encoding="utf-8"))
    for entry in entries:
        if not entry.get("reason"):
            sys.exit(f"mutate.py: {EQUIVALENT.name}: no reason for {entry}")
        if entry["line"] not in lines_of(TOP / entry["file"]):
            sys.exit(f"mutate.py: {EQUIVALENT.name}: {entry['file']} has no line {entry['line']!r} any more")
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


@functools.cache
def headers_of(test: Path) -> frozenset[str]:
    return frozenset(includes_of(test, set()))


def name_of(test: Path) -> str:
    """As offerkit_tests names a file of tests: timeline/bonus, choice/decision/nearest_flip."""
    return test.relative_to(TOP / "tests").as_posix()[:-len("_test.cpp")]


def tests_for(fault: Fault) -> list[tuple[int, str]]:
    """The tests that can see a fault, with how far they are from it, the nearest first."""
    source = Path(fault.file).relative_to("lib/offerkit")
    header = f"offerkit/{source.with_suffix('.hpp').as_posix()}"
    ranked = []
    for file in sorted((TOP / "tests").rglob("*_test.cpp")):
        name = Path(name_of(file))
        headers = headers_of(file)
        if name.parts[0] == fault.folder and (name.stem in source.stem or source.stem in name.stem):
            rank = 0
        elif header in headers or (name.parent == source.parent and len(name.parts) > 2):
            rank = 1
        elif name.parts[0] == fault.folder:
            rank = 2
        elif name.parts[0] in FOLDERS or any(named.startswith(f"offerkit/{fault.folder}/") for named in headers):
            rank = 3  # an offer is read, laid out, valued and compared whichever of these is tested
        elif name.parts[0] in SEE_ALL:
            rank = STARTS_PROGRAM
        else:
            continue
        ranked.append((rank, name.as_posix()))
    return sorted(ranked)


class Tree:
    """A copy of the project with a quick build of its own. Only the file with the fault is compiled; its object stands
    first where tests and program are linked, so that what the library has of it is passed over."""

    def __init__(self, folder: Path, jobs: int):
        self.top = folder
        self.jobs = jobs
        self.build = folder / "build/fast"
        self.seconds: dict[str, float] = {}  # of each test without a fault
        self.left_out: set[str] = set()  # tests that fail without a fault
        self.saw: Counter[str] = Counter()  # how many faults each test has seen so far
        self.environment = dict(os.environ, CCACHE_BASEDIR=str(folder), CCACHE_NOHASHDIR="1",
                                CCACHE_SLOPPINESS="pch_defines,time_macros,include_file_mtime,include_file_ctime",
                                TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", RC_PARAMS="seed=20260120 noshrink=1")

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
        if not (self.build / "build.ninja").exists() and not self.configure():
            sys.exit("mutate.py: the copy in build/mutate cannot be configured")
        for program in (TESTS, PROGRAM):
            (self.build / program).unlink(missing_ok=True)  # it may still have the last fault
        if not self.run("cmake", "--build", str(self.build), "-j", str(self.jobs), "--target", "offerkit_tests",
                        "offerkit_cli"):
            sys.exit(f"mutate.py: the copy does not build; cmake --build {self.build} says why")

    def files(self) -> list[str]:
        """All of the copy but its build."""
        return [path.relative_to(self.top).as_posix() for path in self.top.rglob("*")
                if not path.is_dir() and self.top / "build" not in path.parents]

    def configure(self) -> bool:
        settings = {"CMAKE_BUILD_TYPE": "Debug", "OFFERKIT_DEVELOPER_MODE": "ON",
                    "CMAKE_PROJECT_offerkit_INCLUDE": str(self.top / "tools/mutate.cmake")}
        for compiler in filter(shutil.which, ("clang++-19", "clang++")):  # compiles in a third of the time
            settings.setdefault("CMAKE_CXX_COMPILER", compiler)
        if shutil.which("ccache"):
            settings["CMAKE_CXX_COMPILER_LAUNCHER"] = "ccache"
        return self.run("cmake", "-S", str(self.top), "-B", str(self.build), "-G", "Ninja",
                        *(f"-D{key}={value}" for key, value in settings.items()))

    def run(self, *command: str, folder: Path | None = None, seconds: float | None = None) -> bool:
        """Whether it ends well within its seconds of computing, and ten times as long by the clock; what it started ends
        with it."""
        if seconds is not None:
            command = ("bash", "-c", 'ulimit -t "$0"; exec "$@"', str(math.ceil(seconds)), *command)
            seconds = 10 * seconds
        with subprocess.Popen(command, cwd=folder or self.top, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as process:
            try:
                return process.wait(seconds) == 0
            except subprocess.TimeoutExpired:
                return False
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)

    def compiles(self, fault: Fault) -> bool:
        """Whether the compiler takes the fault; the tests have it then."""
        entries = json.loads((self.build / "compile_commands.json").read_text(encoding="utf-8"))
        command = next(shlex.split(entry["command"]) for entry in entries if entry["file"] == str(self.top / fault.file))
        command[command.index("-o") + 1] = FAULT
        first = 1 if Path(command[0]).name == "ccache" else 0  # nobody needs a fault a second time
        return self.run(*command[first:], folder=self.build) and self.links(TESTS)

    def links(self, program: str) -> bool:
        listed = subprocess.run(["ninja", "-C", str(self.build), "-t", "commands", program], capture_output=True,
                                text=True, check=True).stdout.splitlines()
        # ": && c++ ... x.o y.o -o bin/program ... && :"
        command = shlex.split(listed[-1])[2:-2]
        command.insert(next(i for i, word in enumerate(command) if word.endswith(".o")), FAULT)
        return self.run(*command, folder=self.build)

    def passes(self, test: str) -> bool:
        limit = max(LEAST_SECONDS, 5 * self.seconds[test]) if test in self.seconds else MOST_SECONDS
        return self.run(str(self.build / "bin/offerkit_tests"), f"[#{test}]", "--abort", seconds=limit)

    def measure(self, tests: list[str]) -> list[str]:
        """How long each test computes without a fault; those that fail."""
        failing = []
        for test in tests:
            began = computed()
            if not self.passes(test):
                failing.append(test)
            self.seconds[test] = computed() - began
        return failing

    def asked(self, fault: Fault, patience: float) -> list[tuple[int, str]]:
        """The tests that can see a fault, as long as patience lasts: the nearest first, of these what has seen most faults
        so far, of these the quickest."""
        result = []
        for rank, test in sorted(tests_for(fault), key=lambda entry: (entry[0], -self.saw[entry[1]],
                                                                      self.seconds[entry[1]])):
            if test not in self.left_out and (rank <= 1 or self.seconds[test] <= patience):
                patience -= self.seconds[test]
                result.append((rank, test))
        return result

    def seen_by(self, tests: list[tuple[int, str]]) -> str | None:
        """The first test that fails, looked for by several at once; None when none does."""
        near = [test for rank, test in tests if rank < STARTS_PROGRAM]
        far = [test for rank, test in tests if rank >= STARTS_PROGRAM]
        with ThreadPoolExecutor(self.jobs) as pool:
            for group in (near, far):
                if group is far and not self.links(PROGRAM):
                    return "the linker"
                for begin in range(0, len(group), self.jobs):
                    some = group[begin:begin + self.jobs]
                    for test, passed in zip(some, pool.map(self.passes, some)):
                        if not passed:
                            return test
        return None


def computed() -> float:
    """Seconds of computing of all that has been started and has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def difference(fault: Fault) -> str:
    old, new = fault.rows((TOP / fault.file).read_text(encoding="utf-8"))
    return f"{fault.file}:{fault.line + 1}\n  - {old}\n  + {new}"


def try_all(tree: Tree, faults: list[Fault], count: int, patience: float) -> tuple[dict[str, list[int]], list[Fault]]:
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
            if not tree.compiles(fault):
                continue  # the compiler sees it
            tried += 1
            seen = tree.seen_by(tree.asked(fault, patience))
        finally:
            path.write_text(original, encoding="utf-8")
        counts = score.setdefault(fault.folder, [0, 0])
        counts[1] += 1
        counts[0] += seen is not None
        tree.saw.update([seen] if seen else [])
        if seen is None:
            survivors.append(fault)
        print(f"{tried:4}/{count} {time.monotonic() - began:5.0f} s  {seen or 'NOBODY'}  {difference(fault)}", flush=True)
    return score, survivors


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--folder", action="append", choices=FOLDERS)
    parser.add_argument("--file", action="append", default=[])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--patience", type=float, default=60,
                        help="seconds of computing that a fault gets for tests: what only slower ones would see counts as not seen")
    parser.add_argument("--list", action="store_true", help="print the faults and the tests for each, and try none")
    arguments = parser.parse_args()
    faults = drawn(arguments)
    if arguments.list:
        for fault in faults[:arguments.count]:
            print(difference(fault), "\n    seen by", " ".join(test for _, test in tests_for(fault)[:6]), "...")
        print(f"{len(faults)} faults can be put in")
        return 0
    tree = Tree(TOP / "build/mutate", arguments.jobs)
    print(f"seed {arguments.seed}: {min(arguments.count, len(faults))} of {len(faults)} faults", flush=True)
    tree.refresh()
    failing = tree.measure([name_of(file) for file in sorted((TOP / "tests").rglob("*_test.cpp"))])
    if failing:
        print(f"left out, for without any fault they fail: {', '.join(failing)}", flush=True)
        tree.left_out.update(failing)
    score, survivors = try_all(tree, faults, arguments.count, arguments.patience)
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
