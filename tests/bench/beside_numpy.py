#!/usr/bin/python3
"""What the law of a sum of vests costs beside a simulation of the same schedule with numpy, in the same run.

    tests/bench/beside_numpy.py

Prints the seconds of a million futures of 16 quarterly vests (25,000 each, volatility 45%), the best of three: the walk of
the log price, its exponential, the sum, and five quantiles.
"""

import math
import sys
import time

import numpy

FUTURES = 1_000_000
VESTS = 16
VOLATILITY = 0.45
CHUNK = 100_000


def quantiles(seed: int) -> numpy.ndarray:
    random = numpy.random.default_rng(seed)
    step = math.sqrt(4 / VESTS)
    times = numpy.arange(1, VESTS + 1) * 4 / VESTS
    sums = numpy.empty(FUTURES)
    for begin in range(0, FUTURES, CHUNK):
        walk = numpy.cumsum(random.standard_normal((CHUNK, VESTS)) * step, axis=1)
        sums[begin : begin + CHUNK] = 25_000 * numpy.exp(VOLATILITY * walk - VOLATILITY**2 * times / 2).sum(axis=1)
    return numpy.quantile(sums, [0.1, 0.25, 0.5, 0.75, 0.9])


def seconds() -> float:
    best = math.inf
    for run in range(3):
        begin = time.perf_counter()
        quantiles(run)
        best = min(best, time.perf_counter() - begin)
    return best


if __name__ == "__main__":
    print(f"{seconds():.6f}")
    sys.exit(0)
