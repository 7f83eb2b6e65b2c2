#!/usr/bin/python3
"""Tries tools/batch_on_dask.py on a cluster of two workers, one of which is killed on the way.

    tools/check_scale.py --program build/release/bin/offerkit

Every line of the input must give one result, in order, with the bytes that one run of `offerkit batch` writes.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import batch_on_dask

AS_OF = ["--as-of", "2026-01-20"]


def write_offers(path: Path, count: int) -> None:
    """Offers that differ, and every tenth of them wrong."""
    with path.open("w", encoding="utf-8") as file:
        for i in range(1, count + 1):
            key = "salery" if i % 10 == 0 else "salary"
            file.write(f'{{"company":"Company {i}","currency":"USD","start":"2026-03-02","base":{{"{key}":{100000 + i}}}}}\n')


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--count", type=int, default=2000)
    given = parser.parse_args()
    program = str(given.program.resolve())

    from distributed import Client, LocalCluster

    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        offers = Path("offers.jsonl")
        write_offers(offers, given.count)
        alone = subprocess.run([program, "batch", *AS_OF, str(offers)], stdout=subprocess.PIPE, check=False)
        wanted = alone.stdout.decode().splitlines()
        lines: list[str] = []
        with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
            with Client(cluster) as client:
                victims = list(client.run(os.getpid).values())

                def take(line: str) -> None:
                    lines.append(line)
                    if len(lines) == given.count // 4:
                        os.kill(victims[0], signal.SIGKILL)

                status = batch_on_dask.run(client, offers, program, AS_OF, 20, 8, take)
                left = list(client.run(os.getpid).values())
        killed = victims[0] not in left
        same = lines == wanted
        print(f"{len(lines)} of {given.count} lines, worker {'killed' if killed else 'alive'}, "
              f"{'the same bytes as' if same else 'not the bytes of'} one run; status {status}")
        return 0 if killed and same and status == alone.returncode == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
