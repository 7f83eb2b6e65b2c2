#!/usr/bin/env python3
"""check.py COMPILER SOURCE FLAG...: the compiler must refuse exactly the lines of SOURCE that are marked `// wrong`."""

import re
import subprocess
import sys


def main():
    compiler, source, *flags = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        lines = file.read().split("\n")
    wrong = {number for number, line in enumerate(lines, 1) if line.endswith("// wrong")}
    if not wrong:
        sys.exit(f"{source}: no line is marked `// wrong`")

    run = subprocess.run(
        [compiler, "-fsyntax-only", *flags, source],
        capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
    refused = set()
    elsewhere = []
    for line in run.stderr.splitlines():
        error = re.match(r"(.+?):(\d+):(?:\d+:)? (?:fatal )?error: (.*)", line)
        if error and error[1] == source:
            refused.add(int(error[2]))
        elif error:
            elsewhere.append(line)

    for number in sorted(wrong - refused):
        print(f"{source}:{number}: compiles and must not: {lines[number - 1].strip()}")
    for number in sorted(refused - wrong):
        print(f"{source}:{number}: must compile and does not: {lines[number - 1].strip()}")
    for line in elsewhere:
        print(line)
    if wrong != refused or elsewhere:
        print(run.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
