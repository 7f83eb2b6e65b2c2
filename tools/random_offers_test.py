#!/usr/bin/env python3
"""Shows that random_offers.py writes the same files for a seed, in TOML, and sees what breaks."""

import random
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import offer_grammar as grammar  # noqa: E402
import random_offers as made  # noqa: E402


def ended(status: int, out: str = "", err: str = "") -> subprocess.CompletedProcess:
    return subprocess.CompletedProcess([], status, out.encode(), err.encode())


class Writing(unittest.TestCase):
    def test_the_same_seed_writes_the_same_files(self):
        self.assertEqual(made.Case("1.7").files, made.Case("1.7").files)
        self.assertNotEqual(made.Case("1.7").files, made.Case("1.8").files)

    def test_portions_add_to_the_whole(self):
        some = grammar.Grammar(random.Random(1))
        for count in range(1, 6):
            self.assertEqual(sum(int(one.rstrip("%")) for one in some.portions(count)), 100)

    def test_values_tables_and_lists_of_tables_are_toml(self):
        table = {"name": 'a"b', "at": grammar.Word("2026-03-02"), "in": grammar.Inline(low=grammar.Word(1)),
                 "base": {"raise_": "3%"}, "grant": [{"id": "x"}], "EUR/USD": grammar.Word("1.08")}
        self.assertEqual(grammar.toml(table), 'name = "a\\"b"\nat = 2026-03-02\nin = { low = 1 }\n"EUR/USD" = 1.08\n'
                                           '\n[base]\nraise = "3%"\n\n[[grant]]\nid = "x"\n')


class Knowing(unittest.TestCase):
    SCHEMA = {"properties": {"kind": {"enum": ["offer"]}, "part": {"items": {
        "properties": {"id": {"type": "string"}}, "required": ["id"], "additionalProperties": False}}},
        "additionalProperties": False}

    def test_keys_and_words_that_the_program_does_not_know_are_left_out(self):
        kept = made.known_keys(self.SCHEMA)
        self.assertEqual(kept({"kind": "offer", "later": "x"}), {"kind": "offer"})
        self.assertEqual(kept({"kind": "new", "part": [{"id": "a", "new": "b"}, {"new": "b"}]}), {"part": [{"id": "a"}]})


class Judging(unittest.TestCase):
    def test_sound_ends_are_no_faults(self):
        self.assertEqual(made.fault_of(ended(0, "A page\n"), "table"), "")
        self.assertEqual(made.fault_of(ended(1, "", "error: no\n"), "json"), "")
        self.assertEqual(made.fault_of(ended(0, "{}"), "json"), "")

    def test_each_fault_is_seen(self):
        self.assertEqual(made.fault_of(ended(1, "{}", "error"), "json", "check"), "")
        for run, form in ((ended(1, "a page", "error"), "table"), (ended(-11), "table"), (ended(4, "", "x"), "table"), (ended(1), "table"), (ended(0), "csv"),
                          (ended(3, "", "broken contract"), "table"), (ended(0, "{"), "json"),
                          (ended(0, "a\x1bb"), "table"), (ended(0, "a\u202eb"), "table")):
            self.assertNotEqual(made.fault_of(run, form), "", (run, form))


if __name__ == "__main__":
    unittest.main()
