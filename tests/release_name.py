#!/usr/bin/env python3
"""release_name.py CMAKE TOP

Tests what `--version` says, cmake/release_name.cmake: of a folder without git, of a source archive, of a commit between
releases, of a tagged commit, and of a tree that git cannot read.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

CMAKE, TOP = sys.argv[1], Path(sys.argv[2])


def name_of(folder: Path, version: str) -> str:
    return subprocess.run([CMAKE, f"-DSOURCE={folder}", f"-DVERSION={version}", "-P",
                           str(TOP / "cmake" / "release_name.cmake")],
                          check=True, capture_output=True, text=True).stdout.strip()


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@example.com", *words],
                          check=True, capture_output=True, text=True).stdout.strip()


def expect(what: str, found: str, wanted: str) -> None:
    if found != wanted:
        sys.exit(f"release_name.py: {what}: {found!r}, not {wanted!r}")


with tempfile.TemporaryDirectory() as made:
    tree = Path(made).resolve()
    expect("without git", name_of(tree, "0.1.0"), "0.1.0")
    (tree / "RELEASE").write_text("0.2.0-dev+gc0ffee1234\n")
    expect("the archive of a commit between releases", name_of(tree, "0.1.0"), "0.2.0-dev+gc0ffee1234")
    (tree / "RELEASE").unlink()

    git(tree, "init", "--quiet")
    expect("before the first commit", name_of(tree, "0.1.0"), "0.2.0-dev")
    git(tree, "commit", "--quiet", "--allow-empty", "-m", "one")
    between = name_of(tree, "0.1.0")
    if not re.fullmatch(r"0\.2\.0-dev\+g[0-9a-f]{10}", between):
        sys.exit(f"release_name.py: between releases: {between!r}")
    expect("the commit", between.split("+g")[1], git(tree, "rev-parse", "HEAD")[:10])
    expect("a second time", name_of(tree, "0.1.0"), between)
    expect("after 1.9", name_of(tree, "1.9.3").split("+")[0], "1.10.0-dev")

    git(tree, "tag", "v0.1.0-rc1")
    git(tree, "tag", "v0x1.0")
    expect("tagged as something else", name_of(tree, "0.1.0"), between)
    git(tree, "tag", "-a", "v0.1.0", "-m", "offerkit 0.1.0")
    expect("a release", name_of(tree, "0.1.0"), "0.1.0")
    expect("the tag of another version", name_of(tree, "0.3.0").split("+")[0], "0.4.0-dev")
    git(tree, "commit", "--quiet", "--allow-empty", "-m", "two")
    after = name_of(tree, "0.1.0")
    if after in (between, "0.1.0"):
        sys.exit(f"release_name.py: after a release: {after!r}")

    (tree / ".git" / "HEAD").write_text("nothing\n")
    expect("a tree that git cannot read", name_of(tree, "0.1.0"), "0.2.0-dev")
print("release_name.py: passed")
