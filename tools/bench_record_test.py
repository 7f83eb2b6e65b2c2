#!/usr/bin/env python3
"""Shows that what tests/bench/process.py measures becomes rows by commit."""

import importlib.util
import json
import tempfile
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent


def process():
    """A fresh copy of the module, which has measured nothing."""
    spec = importlib.util.spec_from_file_location("process", TOP / "tests/bench/process.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Record(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.path = self.folder / "bench.csv"
        self.bench = process()

    def lines(self):
        return self.path.read_text(encoding="utf-8").splitlines()

    def test_a_row_holds_what_was_measured_of_its_run_and_nothing_else(self):
        self.bench.note("compare, three offers", milliseconds="1.250")
        self.bench.note("compare, three offers", instructions="4200")
        self.bench.note("leave", milliseconds="9.000", megabytes="7.5")
        self.bench.record(self.path, "abc", "2026-11-26", self.bench.measured)
        self.assertEqual(self.lines(), ["commit,day,run,milliseconds,megabytes,instructions",
                                        'abc,2026-11-26,"compare, three offers",1.250,,4200',
                                        "abc,2026-11-26,leave,9.000,7.5,"])

    def test_commits_follow_one_another_and_one_measured_again_is_replaced(self):
        for commit, time in (("a", "1"), ("b", "2"), ("a", "3")):
            self.bench.record(self.path, commit, "2026-11-26", {"leave": {"milliseconds": time}})
        self.assertEqual(self.lines()[1:], ["b,2026-11-26,leave,2,,", "a,2026-11-26,leave,3,,"])

    def test_functions_of_google_benchmark_are_in_milliseconds_and_their_averages_are_left_out(self):
        path = self.folder / "functions.json"
        path.write_text(json.dumps({"benchmarks": [
            {"name": "vest", "run_type": "iteration", "real_time": 1500.0, "time_unit": "us"},
            {"name": "decide", "run_type": "iteration", "real_time": 20.0, "time_unit": "ns"},
            {"name": "vest_mean", "run_type": "aggregate", "real_time": 1.0, "time_unit": "us"}]}), encoding="utf-8")
        self.bench.note_functions(path)
        self.assertEqual(self.bench.measured, {"vest": {"milliseconds": "1.5"}, "decide": {"milliseconds": "2e-05"}})


if __name__ == "__main__":
    unittest.main()
