#!/usr/bin/python3
"""Simulates ten million futures of share prices and sets them against what `compare` says without simulation.

    tools/check_paths.py --program build/release/bin/offerkit [--paths N] [--seed N]

The offers are the three of examples/three-offers, then two of one stock with unlike schedules, then three with monthly
vests and large volatilities. Amounts of certain pay and of each vest come from the program's JSON; the prices are drawn
here, with numpy. Of each quantile the share of futures below it, and of each chance the share of wins, must be within
4.5 standard errors; chances that are joined by a copula may be off by 0.7 of 100 beside that (docs/numbers.md, "Two
offers and more").
"""

import argparse
import datetime
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy

TOP = Path(__file__).resolve().parent.parent
AS_OF = ["--as-of", "2026-01-20"]
CHUNK = 250_000
ERRORS = 4.5
# What the rounding of printed amounts to cents can move a chance by, at most.
ROUNDING = 1e-6
COPULA = 0.007
SAME_STOCK = 2e-4


def offer(company: str, symbol: str, volatility: str, salary: int, quantity: int, vesting: str) -> str:
    return f"""company = "{company}"
currency = "USD"
start = 2026-03-02
[base]
salary = {salary}
[stock]
symbol = "{symbol}"
price = 120.00
as_of = 2026-01-15
volatility = "{volatility}"
market_correlation = "60%"
[[grant]]
instrument = "rsu"
quantity = {quantity}
vesting = {vesting}
"""


EVEN = '{ over = "4 years", every = "3 months" }'
YEARLY = '{ yearly = ["5%", "15%", "40%", "40%"], every = "1 year" }'
MONTHLY = '{ over = "4 years", every = "1 month" }'
OWN = {
    "one stock": [offer("Even", "ONE", "40%", 150_000, 3_000, EVEN), offer("Late", "ONE", "40%", 155_000, 3_000, YEARLY)],
    "monthly": [offer("Calm", "CALM", "25%", 160_000, 2_500, MONTHLY), offer("Wild", "WILD", "90%", 150_000, 3_000, MONTHLY),
                offer("Young", "YOUNG", "65%", 140_000, 3_600, EVEN)],
}


def result(program: str, *words: str) -> dict:
    done = subprocess.run([program, *words, *AS_OF, "--format", "json"], capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


class Paper:
    """Certain pay and uncertain vests of one offer, a year on average, as the program's JSON has them."""

    def __init__(self, program: str, file: str, entry: dict, stock: dict) -> None:
        self.entry = entry["uncertainty"]
        self.file = file
        self.symbol, self.volatility = stock["symbol"], stock["volatility"]
        years = len(entry["years"])
        self.vests: dict[float, float] = {}
        for grant in result(program, "vest", file)["offers"][0]["grants"]:
            for tranche in grant["tranches"]:
                time = (datetime.date.fromisoformat(tranche["date"]) - stock["as_of"]).days / 365.25
                if time > 0 and tranche["date"] <= entry["to"]:
                    self.vests[time] = self.vests.get(time, 0) + tranche["value"] / years
        self.certain = self.entry["mean"] - sum(self.vests.values())


def stock_of(text: str) -> dict:
    found = {"volatility": 0.4, "correlation": 0.55}
    for line in text.splitlines():
        key, _, value = line.partition("=")
        value = value.split("#")[0].strip().strip('"')
        if key.strip() == "symbol":
            found["symbol"] = value
        elif key.strip() == "as_of" and "as_of" not in found:
            found["as_of"] = datetime.date.fromisoformat(value)
        elif key.strip() == "volatility":
            found["volatility"] = float(value.rstrip("%")) / 100
        elif key.strip() == "market_correlation":
            found["correlation"] = float(value.rstrip("%")) / 100
    return found


def check(name: str, program: str, files: list[str], paths: int, seed: int) -> list[str]:
    """The differences that are too large, in words."""
    compared = result(program, "compare", "--by", "average", *files)
    stocks = [stock_of(Path(file).read_text(encoding="utf-8")) for file in files]
    papers = [Paper(program, file, entry, stock) for file, entry, stock in zip(files, compared["offers"], stocks)]
    times = sorted({time for paper in papers for time in paper.vests})
    steps = numpy.sqrt(numpy.diff([0.0, *times]))
    quantiles = ["p10", "p25", "p50", "p75", "p90"]
    below = numpy.zeros((len(papers), len(quantiles)))
    best = numpy.zeros(len(papers))
    wins = numpy.zeros((len(papers), len(papers)))
    random = numpy.random.default_rng(seed)
    done = 0
    while done < paths:
        count = min(CHUNK, paths - done)
        market = numpy.cumsum(random.standard_normal((count, len(times))) * steps, axis=1)
        own: dict[str, numpy.ndarray] = {}
        figures = []
        for paper, stock in zip(papers, stocks):
            if paper.symbol not in own:
                alone = numpy.cumsum(random.standard_normal((count, len(times))) * steps, axis=1)
                own[paper.symbol] = stock["correlation"] * market + math.sqrt(1 - stock["correlation"] ** 2) * alone
            figure = numpy.full(count, paper.certain)
            for time, amount in paper.vests.items():
                walk = own[paper.symbol][:, times.index(time)]
                figure += amount * numpy.exp(paper.volatility * walk - paper.volatility**2 * time / 2)
            figures.append(figure)
        for i, paper in enumerate(papers):
            for k, key in enumerate(quantiles):
                below[i, k] += (figures[i] < paper.entry["quantiles"][key]).sum()
            for j in range(len(papers)):
                wins[i, j] += (figures[i] > figures[j]).sum()
        best += numpy.bincount(numpy.argmax(numpy.array(figures), axis=0), minlength=len(papers))
        done += count
    wrong = []

    def expect(what: str, said: float, counted: float, slack: float) -> None:
        error = ERRORS * math.sqrt(max(said * (1 - said), 1 / paths) / paths) + slack
        if abs(counted / paths - said) > error:
            wrong.append(f"{name}, {what}: {said:.6f} is said, {counted / paths:.6f} of {paths:,} futures were counted")

    for i, paper in enumerate(papers):
        for k, key in enumerate(quantiles):
            expect(f"{files[i]} {key}", int(key[1:]) / 100, below[i, k], ROUNDING)
        expect(f"{files[i]} pays most", paper.entry["pays_most"], best[i], COPULA)
    place = {paper.file: i for i, paper in enumerate(papers)}
    for pair in compared["chances"]:
        a, b = place[pair["a_file"]], place[pair["b_file"]]
        slack = SAME_STOCK if papers[a].symbol == papers[b].symbol else COPULA
        expect(f"{pair['a']} beats {pair['b']}", pair["a_beats_b"], wins[a, b], slack)
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--paths", type=int, default=10_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        groups = {"three offers": sorted(map(str, (TOP / "examples" / "three-offers").glob("*.toml")))}
        for name, texts in OWN.items():
            groups[name] = []
            for number, text in enumerate(texts):
                path = Path(folder) / f"{name.replace(' ', '-')}-{number}.toml"
                path.write_text(text, encoding="utf-8")
                groups[name].append(str(path))
        for name, files in groups.items():
            wrong += check(name, options.program, files, options.paths, options.seed)
    for each in wrong:
        print(each)
    print(f"{options.paths:,} futures of {len(groups)} comparisons: " + (f"{len(wrong)} differences" if wrong else "as said"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
