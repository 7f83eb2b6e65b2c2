#!/usr/bin/env python3
"""Measures whole runs of the program against their limits.

    tests/bench/process.py --bin build/bench/bin [--functions FILE] [--record FILE]

Start-up beside an empty C++ program (hyperfine), instructions (callgrind, the
same on every machine of one kind; without valgrind they are left out), a
thousand offers in one run: time, memory and how both grow, leaving month by
month, negotiating, taxes, the report, a workbook, ten thousand lines of batch, the
largest tables of uncertain pay and plan of careers. What share prices cost stands
beside a simulation with numpy in the same run. Fails when a limit is passed.

With --record the figures also become rows of a CSV file: commit, day, what ran,
milliseconds, megabytes, instructions, an empty cell for what was not measured.
They replace rows of the same commit. --functions names the JSON of Google
Benchmark, whose functions become rows too. A tree with changes that are not
committed is not recorded.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
EXAMPLES = sorted((TOP / "examples" / "three-offers").glob("*.toml"))
CURRENT = TOP / "examples" / "job-held-now" / "current.toml"
AS_OF = ["--as-of", "2026-02-01"]

PRIORITIES = TOP / "examples" / "priorities.toml"

STARTUP_RATIO = 3.0
# The same with bands of share prices, which a volatility of 0 switches off.
BANDS_RATIO = 5.0
# `decide` among three offers, beside `compare` of the same.
DECIDING_MS_ABOVE = 3
THOUSAND_SECONDS = 0.5
THOUSAND_MEGABYTES = 100
# Eight offers, a row for each month of ten years, as a whole process.
LEAVING_MS = 20
# One offer against seven other ways to go, as a whole process.
NEGOTIATING_MS = 20
# The report and the workbook of three offers, as whole processes.
REPORT_MS = 15
REPORT_KILOBYTES = 300
WORKBOOK_MS = 20
# 100,000 offers in 20 seconds on one core.
BATCH_LINES = 10_000
BATCH_SECONDS = 2.0
BATCH_MEGABYTES = 64
# Eight offers, four of 400 vests, four with 60 scenarios and 20 rounds of preferred shares, as a whole process.
UNCERTAIN_MS = 50
# What share prices cost, in microseconds, by the name that Google Benchmark gives it.
RISK_US = {"law/16": 100, "law/48": 500, "score_table": 250, "pair_of_two_stocks": 20, "block_of_three": 2_000,
           "futures_of_16_vests": 25_000, "waterfall_of_8_series": 5, "employee_option": 750}
# Eight paths of 40 years with 60 exits and a new employer every month, 20,000 worlds of them, as a whole process.
LARGEST_CAREER_SECONDS = 2
# `tax` of three offers over four years, beside `compare` of the same.
TAXING_MS_ABOVE = 2
# The same as NEGOTIATING_MS, with every figure after the taxes of New York City.
NEGOTIATING_AFTER_TAX_MS = 50
# Twice the offers may take this many times as long.
DOUBLING = 2.5

COLUMNS = ["commit", "day", "run", "milliseconds", "megabytes", "instructions"]

failures: list[str] = []
# What was measured, by run: the cells of its row.
measured: dict[str, dict[str, str]] = {}


def note(run: str, **cells: str) -> None:
    measured.setdefault(run, {}).update(cells)


def row(what: str, figure: str, limit: str = "", passed: bool = True) -> None:
    mark = "" if not limit else ("ok" if passed else "OVER")
    print(f"  {what:<46}{figure:>14}  {limit:<14}{mark}")
    if not passed:
        failures.append(what)


def startup(empty: Path, program: Path) -> None:
    commands = {
        "empty C++ program": [str(empty)],
        "offerkit --version": [str(program), "--version"],
        "compare of three offers": [str(program), "compare", *AS_OF, *map(str, EXAMPLES)],
        "compare of three at certain prices": [str(program), "compare", *AS_OF, "--set", "stock.volatility=0",
                                               *map(str, EXAMPLES)],
        "decide among three offers": [str(program), "decide", *AS_OF, "--priorities", str(PRIORITIES),
                                      *map(str, EXAMPLES)],
    }
    print("Start-up, median of 400 runs")
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run(["hyperfine", "-N", "--style", "none", "--warmup", "40", "--runs", "400", "--export-json", out.name,
                        *(" ".join(command) for command in commands.values())],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        medians = [result["median"] for result in json.load(open(out.name, encoding="utf-8"))["results"]]
    for name, median in zip(commands, medians):
        note(name, milliseconds=f"{median * 1000:.3f}")
        ratio = median / medians[0]
        if name.startswith("decide"):
            above = (median - medians[list(commands).index("compare of three offers")]) * 1000
            row(name, f"{median * 1000:.2f} ms")
            row("decide among three, above compare", f"{above:.2f} ms", f"of {DECIDING_MS_ABOVE:g} ms",
                above <= DECIDING_MS_ABOVE)
            continue
        limited = name.startswith("compare")
        most = STARTUP_RATIO if name.endswith("certain prices") else BANDS_RATIO
        row(name, f"{median * 1000:.2f} ms", f"{ratio:.2f}x" + (f" of {most:g}x" if limited else ""),
            not limited or ratio <= most)

    if not shutil.which("valgrind"):
        print("Instructions: not counted, valgrind is not installed")
        return
    print("Instructions")
    for name, command in commands.items():
        run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                             check=True, capture_output=True, text=True)
        match = re.search(r"Collected\s*:\s*(\d+)", run.stderr)
        count = int(match.group(1)) if match else 0
        row(name, f"{count:,}")
        note(name, instructions=str(count))


def offers(folder: Path, count: int) -> list[str]:
    """So many offer files, each of a company of its own."""
    names = []
    for number in range(count):
        text = EXAMPLES[number % len(EXAMPLES)].read_text(encoding="utf-8")
        text = re.sub(r'^company = "(.*?)"', rf'company = "\1 {number:04}"', text, count=1, flags=re.MULTILINE)
        path = folder / f"offer-{number:04}.toml"
        path.write_text(text, encoding="utf-8")
        names.append(str(path))
    return names


def measure(command: list[str], runs: int = 5) -> tuple[float, float]:
    """The best of some runs in seconds, and the most memory in megabytes."""
    best, memory = float("inf"), 0.0
    for _ in range(runs):
        with open(os.devnull, "wb") as null:
            begin = time.perf_counter()
            child = subprocess.Popen(command, stdout=null)
            _, status, usage = os.wait4(child.pid, 0)
            seconds = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"exit status {child.returncode} of {' '.join(command[:4])} ...")
        best, memory = min(best, seconds), max(memory, usage.ru_maxrss / 1024)
    return best, memory


def many(program: Path) -> None:
    print("Many offers through compare --format csv, best of 5")
    before = None
    with tempfile.TemporaryDirectory() as folder:
        for count in (250, 500, 1000):
            files = offers(Path(folder), count)
            seconds, memory = measure([str(program), "compare", "--format", "csv", *AS_OF, *files])
            note(f"compare --format csv of {count} offers", milliseconds=f"{seconds * 1000:.3f}", megabytes=f"{memory:.1f}")
            full = count == 1000
            row(f"{count} offers, time", f"{seconds:.3f} s", f"of {THOUSAND_SECONDS:g} s" if full else "",
                not full or seconds <= THOUSAND_SECONDS)
            row(f"{count} offers, memory", f"{memory:.1f} MB", f"of {THOUSAND_MEGABYTES} MB" if full else "",
                not full or memory <= THOUSAND_MEGABYTES)
            if before:
                growth = seconds / before
                row(f"{count // 2} to {count} offers, growth", f"{growth:.2f}x", f"of {DOUBLING:g}x", growth <= DOUBLING)
            before = seconds


def leaving(program: Path) -> None:
    print("Leaving, best of 5")
    files = [str(CURRENT)] * 8
    seconds, memory = measure([str(program), "leave", "--by", "month", "--horizon", "10 years", *AS_OF, *files])
    note("leave --by month, 8 offers over 10 years", milliseconds=f"{seconds * 1000:.3f}", megabytes=f"{memory:.1f}")
    row("leave --by month, 8 offers over 10 years", f"{seconds * 1000:.2f} ms", f"of {LEAVING_MS:g} ms",
        seconds * 1000 <= LEAVING_MS)


def bargaining() -> tuple[Path, list[Path]]:
    """An offer, and seven other ways to go."""
    folder = TOP / "examples" / "negotiation"
    return folder / "northwind.toml", [folder / "contoso.toml", folder / "tailspin.toml", CURRENT, *EXAMPLES,
                                       folder / "current.toml"]


def taxing(program: Path) -> None:
    print("Taxes, best of 40")
    folder = TOP / "examples" / "places"
    files = [str(folder / name) for name in ("san-francisco.toml", "seattle.toml", "new-york.toml")]
    common = ["--priorities", str(folder / "me.toml"), "--as-of", "2026-01-02", *files]
    seconds = {}
    for command in ("compare", "tax"):
        seconds[command], memory = measure([str(program), command, *common], 40)
        note(f"{command} of three places", milliseconds=f"{seconds[command] * 1000:.3f}", megabytes=f"{memory:.1f}")
    above = (seconds["tax"] - seconds["compare"]) * 1000
    row("compare of three places", f"{seconds['compare'] * 1000:.2f} ms")
    row("tax of three places, above compare", f"{above:.2f} ms", f"of {TAXING_MS_ABOVE:g} ms", above <= TAXING_MS_ABOVE)

    offer, others = bargaining()
    with tempfile.TemporaryDirectory() as taxed:
        names = []
        for number, path in enumerate([offer, *others]):
            name = Path(taxed) / f"{number}.toml"
            name.write_text('place = "us-ny-nyc"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
            names.append(str(name))
        against = [word for other in names[1:] for word in ("--against", other)]
        seconds_, memory = measure([str(program), "negotiate", "--after-tax", *AS_OF, names[0], *against])
    note("negotiate --after-tax against seven alternatives", milliseconds=f"{seconds_ * 1000:.3f}",
         megabytes=f"{memory:.1f}")
    row("negotiate --after-tax against seven", f"{seconds_ * 1000:.2f} ms", f"of {NEGOTIATING_AFTER_TAX_MS:g} ms",
        seconds_ * 1000 <= NEGOTIATING_AFTER_TAX_MS)


def negotiating(program: Path) -> None:
    print("Negotiating, best of 5")
    offer, others = bargaining()
    against = [word for other in others for word in ("--against", str(other))]
    seconds, memory = measure([str(program), "negotiate", *AS_OF, str(offer), *against])
    note("negotiate against seven alternatives", milliseconds=f"{seconds * 1000:.3f}", megabytes=f"{memory:.1f}")
    row("negotiate against seven alternatives", f"{seconds * 1000:.2f} ms", f"of {NEGOTIATING_MS:g} ms",
        seconds * 1000 <= NEGOTIATING_MS)


def to_show(program: Path) -> None:
    print("Report and workbook of three offers, best of 5")
    offers_given = [*AS_OF, *map(str, EXAMPLES)]
    seconds, memory = measure([str(program), "report", *offers_given])
    page = subprocess.run([str(program), "report", *offers_given], check=True, capture_output=True).stdout
    note("report of three offers", milliseconds=f"{seconds * 1000:.3f}", megabytes=f"{memory:.1f}")
    row("report of three offers", f"{seconds * 1000:.2f} ms", f"of {REPORT_MS:g} ms", seconds * 1000 <= REPORT_MS)
    row("report of three offers, size", f"{len(page) / 1000:.0f} kB", f"of {REPORT_KILOBYTES} kB",
        len(page) <= REPORT_KILOBYTES * 1000)
    seconds, memory = measure([str(program), "compare", "--format", "xlsx", *offers_given])
    note("compare --format xlsx of three offers", milliseconds=f"{seconds * 1000:.3f}", megabytes=f"{memory:.1f}")
    row("compare --format xlsx of three offers", f"{seconds * 1000:.2f} ms", f"of {WORKBOOK_MS:g} ms",
        seconds * 1000 <= WORKBOOK_MS)


def batch(program: Path) -> None:
    print("Many offers through batch, best of 5")
    # The first two lines of the example are right, with shares and without.
    lines = (TOP / "examples" / "many-offers" / "offers.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)[:2]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(lines[i % len(lines)] for i in range(BATCH_LINES))
        file.flush()
        seconds, memory = measure([str(program), "batch", *AS_OF, file.name])
    name = f"batch of {BATCH_LINES:,} offers"
    note(name, milliseconds=f"{seconds * 1000:.3f}", megabytes=f"{memory:.1f}")
    row(name, f"{seconds:.2f} s", f"of {BATCH_SECONDS:g} s", seconds <= BATCH_SECONDS)
    row(name + ", memory", f"{memory:.1f} MB", f"of {BATCH_MEGABYTES} MB", memory <= BATCH_MEGABYTES)


PUBLIC = """company = "Public {0}"
currency = "USD"
start = 2026-03-02
[base]
salary = 200_000
[stock]
symbol = "P{0}"
price = 120.00
as_of = 2026-01-15
volatility = "{1}%"
[[grant]]
instrument = "rsu"
quantity = 40_000
vesting = {{ over = "2800 days", every = "7 days" }}
"""
PRIVATE = """company = "Private {0}"
currency = "USD"
start = 2026-03-02
[base]
salary = 180_000
[stock]
kind = "private"
price = 1.00
as_of = 2026-01-15
fully_diluted = 100_000_000
[[grant]]
instrument = "nso"
quantity = 200_000
strike = 1.00
vesting = {{ over = "4 years", every = "1 month" }}
"""


def uncertain_files(folder: Path) -> list[str]:
    """Four offers of 400 weekly vests, and four with 20 rounds of preferred shares and 60 scenarios."""
    names = []
    for number in range(8):
        if number < 4:
            text = PUBLIC.format(number, 30 + 10 * number)
        else:
            text = PRIVATE.format(number)
            for series in range(20):
                text += (f"[[stock.series]]\nshares = {1_000_000 + 10_007 * series}\ninvested = {500_000 * (series + 1)}\n"
                         f"participation = \"{'full' if series % 3 else 'none'}\"\nrank = {1 + series % 5}\n")
            for scenario in range(60):
                text += (f"[[exit]]\nchance = \"1/60\"\nafter = \"{12 + scenario} months\"\n"
                         f"value = {7_000_000 * scenario}\n")
        path = folder / f"uncertain-{number}.toml"
        path.write_text(text, encoding="utf-8")
        names.append(str(path))
    return names


def uncertain(program: Path) -> None:
    print("Uncertain pay, best of 5")
    with tempfile.TemporaryDirectory() as folder:
        files = uncertain_files(Path(folder))
        seconds, memory = measure([str(program), "compare", "--horizon", "8 years", *AS_OF, *files])
    what = "8 offers, 400 vests, 60 scenarios, 20 rounds"
    note(what, milliseconds=f"{seconds * 1000:.3f}", megabytes=f"{memory:.1f}")
    row(what, f"{seconds * 1000:.2f} ms", f"of {UNCERTAIN_MS:g} ms", seconds * 1000 <= UNCERTAIN_MS)


def largest_plan() -> str:
    """Eight paths of five promotions, sixty exits and a new employer every month."""
    text = ('currency = "USD"\nhorizon = "40 years"\npay_growth = "3%"\nspending = 60_000\nsavings = 50_000\n'
            'wealth = 100_000\nrisk_aversion = 2\n[market]\ndownturn = "15%"\n')
    for rung in range(6):
        low = 200 + 60 * rung
        text += (f"[[rung]]\nid = \"r{rung}\"\n"
                 f"total = {{ low = {low}_000, likely = {low + 30}_000, high = {low + 50}_000 }}\n")
    for path in range(8):
        text += (f"[[path]]\nid = \"p{path}\"\nrung = \"r0\"\npay = {215 + 5 * path}_000\n"
                 'later_pay = { low = "-8%", likely = "0%", high = "10%" }\nleave_after = "3 years"\n'
                 'next = { one_up = "30%", one_up_after_success = "55%" }\n'
                 'switch = { every = "1 month", gain = { low = "-1%", likely = "0%", high = "1%" } }\n'
                 'job_loss = { per_year = "6%", in_downturn = "15%", months_out = 5, '
                 'comeback = { low = "88%", likely = "93%", high = "98%" } }\n')
        for rung in range(1, 6):
            text += (f"promotion.r{rung} = {{ ever = \"{70 - 10 * rung}%\", median = \"4 years\", slow = \"8 years\", "
                     'pay_over = "2 years" }\n')
        for number in range(60):
            text += (f"[[path.exit]]\nname = \"exit {number}\"\nchance = \"1/60\"\nafter = \"{6 + number} months\"\n"
                     f"worth = {50_000 * number}\n")
    return text


def careers(program: Path) -> None:
    print("Careers, best of 3")
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.toml"
        plan.write_text(largest_plan(), encoding="utf-8")
        seconds, memory = measure([str(program), "career", str(plan), *AS_OF], runs=3)
    what = "8 paths of 40 years, 60 exits, monthly moves"
    note(what, milliseconds=f"{seconds * 1000:.3f}", megabytes=f"{memory:.1f}")
    row(what, f"{seconds:.2f} s", f"of {LARGEST_CAREER_SECONDS:g} s", seconds <= LARGEST_CAREER_SECONDS)


def beside_numpy() -> None:
    """What share prices cost, by the limits, and how many times a simulation of the same schedule takes."""
    print("Share prices, beside numpy")
    for name, limit in RISK_US.items():
        if name not in measured:
            continue
        micros = float(measured[name]["milliseconds"]) * 1000
        row(name, f"{micros:.2f} us", f"of {limit:,} us", micros <= limit)
    script = Path(__file__).resolve().parent / "beside_numpy.py"
    run = subprocess.run([sys.executable, str(script)], capture_output=True, check=False, text=True)
    if run.returncode != 0:
        print("  numpy is not installed: no simulation to set beside it")
        return
    seconds = float(run.stdout)
    note("numpy, a million futures of 16 vests", milliseconds=f"{seconds * 1000:.3f}")
    row("numpy, a million futures of 16 vests", f"{seconds:.3f} s")
    for name in ("law/16", "futures_of_16_vests"):
        if name in measured:
            ratio = seconds * 1000 / float(measured[name]["milliseconds"])
            row(f"  against {name}", f"{ratio:,.0f} times")


def note_functions(path: Path) -> None:
    """Takes over what Google Benchmark measured."""
    in_milliseconds = {"ns": 1e-6, "us": 1e-3, "ms": 1.0, "s": 1e3}
    for each in json.loads(path.read_text(encoding="utf-8"))["benchmarks"]:
        if each.get("run_type", "iteration") == "iteration":
            note(each["name"], milliseconds=f"{each['real_time'] * in_milliseconds[each['time_unit']]:.6g}")


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=TOP, check=True, capture_output=True, text=True).stdout.strip()


def record(path: Path, commit: str, day: str, runs: dict[str, dict[str, str]]) -> None:
    """Appends a row for each run, in place of those that the commit has."""
    rows = []
    if path.exists():
        with open(path, newline="", encoding="utf-8") as file:
            rows = [each for each in csv.DictReader(file) if each["commit"] != commit]
    rows += [{"commit": commit, "day": day, "run": run, **cells} for run, cells in runs.items()]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def record_here(path: Path) -> None:
    if git("status", "--porcelain", "--untracked-files=no", "--", ".", f":!{path}"):
        print("not recorded: the tree has changes that are not committed")
        return
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    record(TOP / path, git("rev-parse", "--short=10", "HEAD"), today, measured)
    print(f"recorded in {path}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--functions", type=Path, help="JSON of Google Benchmark")
    parser.add_argument("--record", type=Path, help="a CSV file, from the top of the repository")
    options = parser.parse_args()
    if len(EXAMPLES) != 3:
        sys.exit("examples/three-offers should hold three offers")
    program = options.bin / "offerkit"
    startup(options.bin / "offerkit_empty", program)
    many(program)
    leaving(program)
    negotiating(program)
    to_show(program)
    batch(program)
    uncertain(program)
    careers(program)
    taxing(program)
    if options.functions and options.functions.exists():
        note_functions(options.functions)
        beside_numpy()
    if options.record:
        record_here(options.record)
    if failures:
        print("over the limit: " + ", ".join(failures))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
