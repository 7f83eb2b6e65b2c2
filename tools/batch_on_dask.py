#!/usr/bin/python3
"""Values a file of JSON Lines with `offerkit batch` on the workers of a Dask cluster.

    tools/batch_on_dask.py --scheduler tcp://localhost:8786 offers.jsonl -o results.jsonl -- --as-of 2026-01-20

The file is cut into blocks of whole lines. Each is valued by one worker, which runs the program on it; a block whose
worker is lost is valued again by another. The results are written in the order of the lines, each line once, its
`line` counted over the whole file. What follows `--` is given to `offerkit batch`. The exit status is the largest of
the blocks'.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path


def blocks(path: Path, lines: int):
    """Gives (number of the first line, the bytes) of each block of a file."""
    with path.open("rb") as file:
        first = 1
        held: list[bytes] = []
        for number, line in enumerate(file, start=1):
            held.append(line)
            if len(held) == lines:
                yield first, b"".join(held)
                first, held = number + 1, []
        if held:
            yield first, b"".join(held)


def value(block: bytes, program: str, arguments: list[str]) -> tuple[int, bytes]:
    """Runs the program on a block: its exit status, and its results. It runs on a worker."""
    done = subprocess.run([program, "batch", *arguments], input=block, stdout=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1, 3):
        raise RuntimeError(f"{program} ended with status {done.returncode}")
    return done.returncode, done.stdout


# A quotation mark inside a text is escaped, so that these are found as keys alone.
PLACE = re.compile(r'"(input|source)":"-","line":(\d+)')
FILE = re.compile(r'"(file|source)":"-"')


def numbered(results: bytes, first: int, name: str):
    """The results of a block as they would be in one run over the whole file. Their numbers are not touched."""
    written = json.dumps(name, ensure_ascii=False)
    for text in results.decode().splitlines():
        text = PLACE.sub(lambda at: f'"{at[1]}":{written},"line":{int(at[2]) + first - 1}', text)
        yield FILE.sub(lambda at: f'"{at[1]}":{written}', text)


def run(client, path: Path, program: str, arguments: list[str], lines: int, ahead: int, write) -> int:
    """Values a file with a client of a cluster, and hands each line of the result to `write`. Gives the exit status.

    At most `ahead` blocks are under way, so that memory does not grow with the file.
    """
    waiting: list = []
    status = 0

    def take() -> None:
        nonlocal status
        first, future = waiting.pop(0)
        ended, results = future.result()
        status = max(status, ended)
        for line in numbered(results, first, str(path)):
            write(line)

    for first, block in blocks(path, lines):
        waiting.append((first, client.submit(value, block, program, arguments, pure=False, retries=3)))
        if len(waiting) >= ahead:
            take()
    while waiting:
        take()
    return status


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--scheduler", required=True, help="the address of the cluster's scheduler")
    parser.add_argument("--program", default="offerkit", help="the program, as the workers find it")
    parser.add_argument("--lines", type=int, default=1000, help="how many lines a block has")
    parser.add_argument("--ahead", type=int, default=64, help="how many blocks are under way at most")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("arguments", nargs="*", help="after --: what `offerkit batch` is given")
    given = parser.parse_args()

    from distributed import Client

    with Client(given.scheduler) as client, given.output.open("w", encoding="utf-8") as output:
        return run(client, given.file, given.program, given.arguments, given.lines, given.ahead,
                   lambda line: output.write(line + "\n"))


if __name__ == "__main__":
    sys.exit(main())
