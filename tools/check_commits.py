#!/usr/bin/env python3
"""Checks the subjects of commits: `topic: what changed for whom`, at most 100 characters.

    tools/check_commits.py [BASE]

Looks at the commits after BASE. Without it, at those after the last tag; where
there is no tag, at those that the main branch does not have; where the main
branch has them all, or is not known, as in a shallow clone, at the last commit.
Merges may say what they like, and so may what git itself writes of a revert.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

LONGEST = 100
SUBJECT = re.compile(r"[a-z][a-z0-9_./+-]*(?:, [a-z][a-z0-9_./+-]*)*: \S.*|Revert \".*\"")
MAIN = ("origin/HEAD", "origin/main", "main")


def git(top: Path, *arguments: str) -> str | None:
    """What git answers; None if it cannot."""
    try:
        run = subprocess.run(["git", *arguments], cwd=top, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return run.stdout.strip() if run.returncode == 0 else None


def fault_of(subject: str) -> str | None:
    if not SUBJECT.fullmatch(subject):
        return "is not `topic: what changed for whom`, with the topic in lower case"
    if len(subject) > LONGEST:
        return f"has {len(subject)} characters, and {LONGEST} are enough"
    return None


def base_of(top: Path) -> str | None:
    """The commit after which subjects are looked at."""
    tag = git(top, "describe", "--tags", "--abbrev=0")
    if tag:
        return tag
    head = git(top, "rev-parse", "HEAD")
    for main in MAIN:
        base = git(top, "merge-base", "HEAD", main)
        if base and base != head:
            return base
    return None


def commits(top: Path, base: str | None) -> list[str]:
    # Without a base the last one alone.
    listed = git(top, "rev-list", f"{base}..HEAD") if base else git(top, "rev-list", "-n", "1", "HEAD")
    if listed is None:
        sys.exit(f"commits: there is no commit {base}")
    return listed.split()


def check(top: Path, base: str | None) -> tuple[int, list[str]]:
    """How many commits were looked at, and their faults as lines to print."""
    count = 0
    faults = []
    for commit in commits(top, base):
        # The object itself: where a shallow clone ends, git shows a merge without its parents.
        header, _, message = (git(top, "cat-file", "commit", commit) or "").partition("\n\n")
        if len(re.findall(r"^parent ", header, re.MULTILINE)) > 1:
            continue
        count += 1
        subject = message.split("\n", 1)[0]
        fault = fault_of(subject)
        if fault:
            faults.append(f"{commit[:10]} \"{subject}\" {fault}")
    return count, faults


def main(arguments: list[str]) -> int:
    top = Path.cwd()
    if git(top, "rev-parse", "HEAD") is None:  # a released archive
        print("commits: none here")
        return 0
    count, faults = check(top, arguments[1] if len(arguments) > 1 else base_of(top))
    for fault in faults:
        print(fault)
    if faults:
        print(f"commits: {len(faults)} fault{'s' if len(faults) > 1 else ''}")
        return 1
    print(f"commits: {count} clean" if count else "commits: none to look at")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
