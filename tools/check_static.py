#!/usr/bin/env python3
"""Compares a program that needs no shared library with the release that was built beside it.

    tools/check_static.py --program build/package/offerkit-0.2.0-linux-x86_64 --beside build/release/bin/offerkit

Fails when it asks for a library, when the two write different bytes for an example, or when it starts more slowly.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
OFFERS = [f"examples/three-offers/{name}.toml" for name in ("amazon", "google", "meta")]
AS_OF = ["--as-of", "2026-01-20"]
RUNS = [["compare", *OFFERS, *AS_OF, "--format", form] for form in ("table", "json", "csv", "html", "xlsx")]
RUNS += [["report", *OFFERS, *AS_OF], ["show", "examples/startup/quillstone.toml", *AS_OF], ["--help"], ["--version"],
         ["help", "--man"], ["profiles"], ["check", "tests/fuzz/corpus"]]
STARTS = 200


def libraries_of(program: str) -> list[str]:
    """What the file asks the system to load with it."""
    shown = subprocess.run(["readelf", "--wide", "--dynamic", "--program-headers", program], check=True,
                           capture_output=True, text=True).stdout
    return [line.strip() for line in shown.splitlines() if "(NEEDED)" in line or " INTERP " in line]


def result_of(program: str, words: list[str]) -> tuple[int, bytes, bytes]:
    done = subprocess.run([program, *words], cwd=TOP, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def start(program: str) -> float:
    """Milliseconds from asking the system for it to its end."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    began = time.perf_counter()
    child = os.posix_spawn(program, [program, "--version"], dict(os.environ), file_actions=quiet)
    os.waitpid(child, 0)
    return (time.perf_counter() - began) * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--beside", required=True)
    arguments = parser.parse_args()
    program, beside = (str(Path(each).resolve()) for each in (arguments.program, arguments.beside))
    wrong = [f"it asks for {each}" for each in libraries_of(program)]
    wrong += [f"offerkit {' '.join(words)}: the two differ" for words in RUNS
              if result_of(program, words) != result_of(beside, words)]
    # In turns, so that whatever else the machine does meets both.
    times = [(start(program), start(beside)) for _ in range(STARTS)]
    own, other = (statistics.median(column) for column in zip(*times))
    print(f"start-up: {own:.2f} ms, beside it {other:.2f} ms; {len(RUNS)} runs compared")
    if own > other:
        wrong.append(f"it starts in {own:.2f} ms, the release in {other:.2f} ms")
    for line in wrong:
        print(f"check_static: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
