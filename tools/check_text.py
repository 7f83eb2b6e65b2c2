#!/usr/bin/env python3
"""Checks every text file of the project for what should not be committed.

    tools/check_text.py [TOP]

Tabs, carriage returns, spaces at a line's end, a missing line feed at the end,
invisible or direction-changing characters, bytes that are not UTF-8, marks of
an unfinished merge, notes to oneself that something is unfinished, rules cited
from a paper that is not in the repository or from a heading that docs/ does not
have, tests of a property whose result nobody looks at, and countries in the code
of taxes, whose laws are files. Test data and expected outputs may hold anything.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

# Where any bytes are right: pictures, inputs, corpora and outputs kept for comparison.
ANYTHING = ("docs/pictures/", "tests/data/", "tests/golden/", "tests/fuzz/corpus/", "tests/fuzz/findings/")
SOURCES = ("lib/", "cli/", "cmake/", "tools/", "tests/", ".ci/")

# Written in two parts each, or this file would find itself.
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b|\bnot (?:yet )?impl" r"emented\b")
MERGE = re.compile(r"^(?:<{7} |>{7} |={7}$)")
# Zero-width characters, overrides of direction and other format controls that
# make a line read differently from what it does.
INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

# Rules are cited where everybody can read them: docs/numbers.md, "Leaving".
ELSEWHERE = re.compile(r"\bMOD" r"EL(?:\.md)?,? +(?:section +)?\d")
CITED = re.compile(r'\bdocs/([a-z-]+\.md), ("[^"]+"(?:(?:,| and|, and) "[^"]+")*)')
# What a page can be cited by: a heading, or the bold words that begin a paragraph.
TITLE = re.compile(r"^#+ (.+)$|^(?:- |<a [^>]*></a>)?\*\*(.+?)[.:]?\*\*", re.MULTILINE)

# By itself it says whether a property holds and fails no test; support::holds does.
UNHEEDED = re.compile(r"\brc::ch" r"eck\(")
HEEDED = "tests/support/catch.hpp"

# The program promises that nothing is loaded behind a person's back, so one place loads, and one library.
LOADED = re.compile(r"\bdl" r"(?:m?open|sym)\(")
LOADER = "lib/offerkit/render/xlsx/library.cpp"
# What is so in one country stands in its forms below profiles/taxes, which anybody can add to.
OF_TAXES = ("lib/offerkit/tax/", "lib/offerkit/choice/after_tax/", "lib/offerkit/report/tax/")
COUNTRY = re.compile(
    r"\b(?:America|Australia|Brit(?:ain|ish)|Canad|Dutch|Engl(?:and|ish)|Franc|French|German|India|Irish|Ireland|"
    r"Netherlands|Scot|Singapore|Swiss|Switzerland|United (?:States|Kingdom))"
    r"|\"(?:au|ca|ch|de|fr|ie|in|nl|sg|uk|us)(?:-[a-z0-9-]*)?\"")


def project_files(top: Path) -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"],
                            cwd=top, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode().split("\0")
    else:  # a released archive has no git
        names = [p.relative_to(top).as_posix() for p in top.rglob("*")]
    return sorted(n for n in names if n and (top / n).is_file() and not n.startswith(("build/", ".git/")))


def faults_of(name: str, data: bytes) -> list[str]:
    """The faults of one file's bytes, as lines to print."""
    if name.startswith("docs/pictures/") and name.endswith(".png"):
        return []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"{name}: byte {error.start} is not UTF-8"]
    faults = []
    if text and not text.endswith("\n"):
        faults.append(f"{name}: no line feed at the end")
    for number, line in enumerate(text.split("\n"), start=1):
        where = f"{name}:{number}"
        if line.endswith("\r"):
            faults.append(f"{where}: carriage return")
        elif line.rstrip() != line and not name.endswith(".md"):
            faults.append(f"{where}: space at the end of the line")
        if "\t" in line:
            faults.append(f"{where}: tab")
        if INVISIBLE.search(line):
            faults.append(f"{where}: a character that cannot be seen, or that changes the direction; write its escape")
        if MERGE.match(line):
            faults.append(f"{where}: the mark of an unfinished merge")
        if name.startswith(SOURCES) and UNFINISHED.search(line):
            faults.append(f"{where}: a note that something is unfinished")
        if ELSEWHERE.search(line):
            faults.append(f"{where}: a rule cited from a paper that is not here; name the page and heading of docs/")
        if name.startswith(SOURCES) and name != HEEDED and UNHEEDED.search(line):
            faults.append(f"{where}: a property whose result is not looked at; write support::holds(")
        if name.startswith(("lib/", "cli/", "python/")) and name != LOADER and LOADED.search(line):
            faults.append(f"{where}: a library loaded at run time; {LOADER} alone may do that")
        if name.startswith(OF_TAXES) and COUNTRY.search(line.split("//")[0]):
            faults.append(f"{where}: a country in the code of taxes; write a line or a `[[warning]]` of its form")
    return faults


def citations_of(name: str, text: str, titles: dict[str, set[str]]) -> list[str]:
    """The faults of what a text cites, given what each page of docs/ can be cited by."""
    faults = []
    for number, line in enumerate(text.split("\n"), start=1):
        for page, quoted in CITED.findall(line):
            for title in re.findall(r'"([^"]+)"', quoted):
                if title not in titles.get(page, set()):
                    faults.append(f"{name}:{number}: docs/{page} has no \"{title}\"")
    return faults


def titles_of(text: str) -> set[str]:
    return {heading or bold for heading, bold in TITLE.findall(text)}


def check(top: Path) -> list[str]:
    names = [n for n in project_files(top) if not n.startswith(ANYTHING)]
    if not names:
        return [f"{top}: there is no file to check"]
    titles = {page.name: titles_of(page.read_text(encoding="utf-8")) for page in (top / "docs").glob("*.md")}
    faults = []
    for name in names:
        data = (top / name).read_bytes()
        faults += faults_of(name, data)
        if name.startswith(SOURCES):
            faults += citations_of(name, data.decode("utf-8", "replace"), titles)
    return faults


def main(arguments: list[str]) -> int:
    top = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parent.parent
    faults = check(top)
    for fault in faults:
        print(fault)
    if faults:
        print(f"text: {len(faults)} fault{'s' if len(faults) > 1 else ''}")
        return 1
    print("text: clean")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
