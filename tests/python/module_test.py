#!/usr/bin/env python3
"""module_test.py PROGRAM FOLDER

Tests the Python module of FOLDER against PROGRAM: the documents of both are the same, what is wrong is an exception,
and no argument ends the interpreter.
"""

from __future__ import annotations

import ast
import datetime
import decimal
import json
import os
import pickle
import random
import subprocess
import sys
import threading
import time
import unittest
import warnings
from pathlib import Path

PROGRAM, FOLDER = sys.argv[1], sys.argv[2]
sys.path.insert(0, FOLDER)
import offerkit  # noqa: E402

TOP = Path(__file__).resolve().parents[2]
EXAMPLES = TOP / "examples"
THREE = sorted((EXAMPLES / "three-offers").glob("*.toml"))
RESEARCH = [EXAMPLES / "research-to-applied" / name for name in ("fundamental.toml", "translation.toml")]
ME = EXAMPLES / "research-to-applied" / "priorities.toml"
DAY = "2026-03-02"
OFFER = ('company = "Northwind"\ncurrency = "USD"\nstart = 2026-03-02\n[base]\nsalary = 180_000\n'
         '[stock]\nkind = "public"\nprice = 100\n'
         '[[grant]]\nid = "hire"\ninstrument = "rsu"\nvalue = 200_000\nvesting = "even-yearly"\n')


def of_program(*words) -> dict:
    ran = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, check=True)
    return json.loads(ran.stdout)


class Quiet(unittest.TestCase):
    """Warnings about the example offers are not what is tested."""

    def setUp(self):
        self.held = warnings.catch_warnings()
        self.held.__enter__()
        warnings.simplefilter("ignore", offerkit.Remark)
        self.addCleanup(self.held.__exit__, None, None, None)


class Documents(Quiet):
    maxDiff = 2000

    def same(self, result, *words):
        self.assertEqual(result, of_program(*words, "--format", "json"))
        self.assertEqual(result["offerkit"]["command"], words[0])

    def test_each_job_gives_what_the_program_prints(self):
        day = ["--as-of", DAY]
        self.same(offerkit.compare(THREE, as_of=DAY), "compare", *THREE, *day)
        self.same(offerkit.show(THREE[0], as_of=DAY), "show", THREE[0], *day)
        self.same(offerkit.vest(*THREE, as_of=DAY), "vest", *THREE, *day)
        self.same(offerkit.leave(THREE[0], as_of=DAY, by="month"), "leave", THREE[0], *day, "--by", "month")
        self.same(offerkit.decide(RESEARCH, as_of=DAY, priorities=ME),
                  "decide", *RESEARCH, *day, "--priorities", ME)
        self.same(offerkit.negotiate(THREE[0], as_of=DAY, against=THREE[1:]),
                  "negotiate", THREE[0], *day, "--against", THREE[1], "--against", THREE[2])
        places = sorted((EXAMPLES / "places").glob("[ns]*.toml"))
        self.assertEqual(len(places), 3)
        self.same(offerkit.tax(places, as_of=DAY, priorities=EXAMPLES / "places" / "me.toml"),
                  "tax", *places, *day, "--priorities", EXAMPLES / "places" / "me.toml")
        search = EXAMPLES / "job-search" / "search.toml"
        self.same(offerkit.pipeline(search, as_of=DAY), "pipeline", search, *day)
        plan = EXAMPLES / "career-switch" / "plan.toml"
        self.same(offerkit.career(plan, as_of=DAY, samples=200), "career", plan, *day, "--samples", "200")
        self.same(offerkit.levels("google", "L5"), "levels", "google", "L5")
        self.same(offerkit.profiles("vesting"), "profiles", "vesting")
        self.same(offerkit.check(THREE), "check", *THREE)
        self.assertEqual(offerkit.schema("vesting"), of_program("schema", "vesting"))

    def test_options_are_typed_as_people_have_them(self):
        as_words = of_program("compare", *THREE, "--as-of", DAY, "--horizon", "3 years", "--discount", "0.08",
                              "--set", "amazon.toml:base.salary=200000", "--fx", "EUR/USD=1.08", "--explain",
                              "--format", "json")
        typed = offerkit.compare(
            THREE, as_of=datetime.date(2026, 3, 2), horizon="3 years", discount=decimal.Decimal("0.08"),
            set={"amazon.toml:base.salary": 200000}, fx={"EUR/USD": 1.08}, explain=True, common=False, by=None)
        self.assertEqual(typed, as_words)
        self.assertEqual(as_words, offerkit.compare(
            THREE, as_of=datetime.datetime(2026, 3, 2, 23, 59), horizon="3 years", discount=0.08,
            set=["amazon.toml:base.salary=200000"], fx=("EUR/USD=1.08",), explain=True))
        events = EXAMPLES / "startup" / "quillstone.toml"
        self.assertEqual(offerkit.vest(events, as_of=DAY),
                         of_program("vest", events, "--as-of", DAY, "--format", "json"))

    def test_a_text_stands_for_a_file(self):
        texts = [offerkit.Text(path.read_text(), name=str(path)) for path in THREE]
        self.assertEqual(offerkit.compare(texts, as_of=DAY), offerkit.compare(THREE, as_of=DAY))
        mine = offerkit.Text(ME.read_bytes(), name=ME)
        self.assertEqual(offerkit.decide(RESEARCH, as_of=DAY, priorities=mine),
                         offerkit.decide(RESEARCH, as_of=DAY, priorities=ME))
        result = offerkit.vest(offerkit.Text(OFFER), as_of=DAY)
        self.assertEqual(sum(each["quantity"] for each in result["offers"][0]["grants"][0]["tranches"]), 2000)

    def test_there_is_a_function_for_each_command_with_json(self):
        self.assertLessEqual({"check", "show", "vest", "compare", "leave", "tax", "career", "decide", "negotiate",
                              "pipeline", "levels", "profiles", "schema"}, set(offerkit._JOBS))
        for name in offerkit._JOBS:
            self.assertIn(name, offerkit.__all__)
            self.assertIn("Options:", getattr(offerkit, name).__doc__)

    def test_the_stubs_name_every_command_and_option(self):
        sys.path.insert(0, str(TOP / "python"))
        import stubs
        path = TOP / "python" / "offerkit" / "__init__.pyi"
        if os.environ.get("OFFERKIT_UPDATE_GOLDEN") == "1":
            path.write_text(stubs.stubs(offerkit))
        self.assertEqual(path.read_text(), stubs.stubs(offerkit), "OFFERKIT_UPDATE_GOLDEN=1 rewrites them")
        ast.parse(path.read_text())


class Mistakes(Quiet):
    def problems(self, job, *files, **options):
        with self.assertRaises(offerkit.Problems) as caught:
            job(*files, **options)
        self.assertTrue(caught.exception.problems)
        for each in caught.exception.problems:
            self.assertEqual(set(each),
                             {"code", "severity", "message", "help", "source", "line", "column"})
            self.assertIn(each["message"][:30], str(caught.exception))
        return caught.exception

    def test_a_mistake_in_a_file_has_its_place(self):
        wrong = offerkit.Text(OFFER.replace("salary", "salry"), name="northwind.toml")
        found = self.problems(offerkit.compare, wrong, as_of=DAY)
        unknown = [each for each in found.problems if each["code"] == "unknown-key"]
        self.assertEqual([(each["source"], each["line"], each["column"]) for each in unknown],
                         [("northwind.toml", 5, 1)])
        self.assertIn("salary", unknown[0]["help"])
        self.assertIn("northwind.toml:5:1", str(found))
        again = pickle.loads(pickle.dumps(found))
        self.assertEqual((str(again), again.problems), (str(found), found.problems))
        checked = offerkit.check(wrong)
        self.assertEqual(checked["files"][0]["problems"], found.problems)

    def test_odd_arguments_are_exceptions(self):
        self.assertIn("FILE", str(self.problems(offerkit.compare)))
        self.problems(offerkit.compare, [])
        self.problems(offerkit.leave, [], as_of=DAY)
        missing = self.problems(offerkit.vest, "no/such/offer.toml")
        self.assertEqual(missing.problems[0]["source"], "no/such/offer.toml")
        self.problems(offerkit.vest, str(EXAMPLES))
        self.problems(offerkit.compare, offerkit.Text(OFFER.replace("USD", "XQZ")), as_of=DAY)
        self.problems(offerkit.compare, offerkit.Text(b"\xff\xfe\x00"), as_of=DAY)
        self.problems(offerkit.compare, offerkit.Text("\ud800"), as_of=DAY)
        self.problems(offerkit.compare, offerkit.Text(""), as_of=DAY)
        self.problems(offerkit.compare, THREE, as_of="tomorrow")
        self.problems(offerkit.compare, THREE, by="luck")
        self.problems(offerkit.compare, THREE, fx={"USD/USD/USD": 1})
        self.problems(offerkit.compare, THREE, set="base.salary")
        self.problems(offerkit.decide, RESEARCH)
        self.problems(offerkit.decide, RESEARCH, priorities="no-such-profile")
        self.problems(offerkit.profiles, "no-such-kind")
        self.problems(offerkit.schema, "no-such-kind")
        self.problems(offerkit.vest, "--help")
        for odd in (None, 3, b"offer.toml", object(), {"a": 1}, [None], [["a.toml"]]):
            with self.assertRaises(TypeError, msg=repr(odd)):
                offerkit.compare(odd)
        for odd in (object(), b"x", True, [1], {1, 2}):
            with self.assertRaises((TypeError, offerkit.Problems), msg=repr(odd)):
                offerkit.compare(THREE, by=odd)
        for odd in ("a\0b", "-"):
            with self.assertRaises(ValueError):
                offerkit.vest(odd)
        for odd in (float("nan"), float("inf"), decimal.Decimal("nan")):
            with self.assertRaises(ValueError):
                offerkit.compare(THREE, discount=odd)
        for odd in (None, 3, [OFFER]):
            with self.assertRaises(TypeError):
                offerkit.Text(odd)
        with self.assertRaises(TypeError) as caught:
            offerkit.compare(THREE, horzon="3 years")
        self.assertIn("horizon", str(caught.exception))
        with self.assertRaises(TypeError):
            offerkit.compare(THREE, explain="yes")
        with self.assertRaises(TypeError):
            offerkit.compare(THREE, as_of=[DAY, DAY])
        for terminal in ("weights", "blind", "output", "format"):
            with self.assertRaises(TypeError):
                offerkit.decide(RESEARCH, **{terminal: True})
        with self.assertRaises(ValueError):
            offerkit.compare(offerkit.Text(OFFER), offerkit.Text(OFFER + "\n"))

    def test_noise_in_a_file_never_ends_the_interpreter(self):
        noise = random.Random(20260120)
        letters = list(OFFER)
        raised = 0
        for _ in range(150):
            mangled = letters[:]
            for _ in range(noise.randint(1, 6)):
                mangled[noise.randrange(len(mangled))] = noise.choice("[]{}\"'=#.-0é$&\n\x00")
            try:
                self.assertEqual(offerkit.vest(offerkit.Text("".join(mangled)), as_of=DAY)["as_of"], DAY)
            except offerkit.Problems:
                raised += 1
        self.assertGreater(raised, 75)

    def test_what_is_worth_knowing_is_a_warning(self):
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            result = offerkit.decide(*RESEARCH, ME, priorities=ME, as_of=DAY)
        self.assertEqual(len(result["scores"]), 2)
        for each in told:
            self.assertIsInstance(each.message, offerkit.Remark)
            self.assertEqual(each.filename, __file__)
            self.assertIn(each.message.problem["severity"], ("warning", "note"))
        self.assertEqual([each.message.problem["source"] for each in told], [str(ME)])


class Threads(Quiet):
    def test_runs_side_by_side_give_what_one_gives(self):
        alone = offerkit.compare(THREE, as_of=DAY)
        found = []
        threads = [threading.Thread(target=lambda: found.append(offerkit.compare(THREE, as_of=DAY))) for _ in range(8)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        self.assertEqual(found, [alone] * 8)

    def test_others_go_on_during_a_run(self):
        plan = EXAMPLES / "career-switch" / "plan.toml"
        beats = []
        run = threading.Thread(target=lambda: offerkit.career(plan, as_of=DAY, samples=3000))
        run.start()
        while run.is_alive():
            beats.append(time.monotonic())
            time.sleep(0.002)
        run.join()
        # Held for the whole run, the lock would leave one beat before it and one behind it.
        self.assertGreater(len(beats), 5)


class Frames(Quiet):
    def test_rows_of_results(self):
        try:
            import pandas
        except ImportError:
            with self.assertRaisesRegex(ImportError, "python3-pandas"):
                offerkit.to_frame(offerkit.compare(THREE, as_of=DAY))
            self.skipTest("pandas is not installed")
        compared = offerkit.compare(THREE, as_of=DAY)
        frame = offerkit.to_frame(compared)
        self.assertIsInstance(frame, pandas.DataFrame)
        self.assertEqual(list(frame["definitions.average"]),
                         [each["definitions"]["average"] for each in compared["offers"]])
        years = offerkit.to_frame(compared, "offers.years")
        self.assertEqual(len(years), sum(len(each["years"]) for each in compared["offers"]))
        self.assertEqual(list(years.groupby("file", sort=False)["total"].sum()),
                         [each["total"] for each in compared["offers"]])
        vests = offerkit.to_frame(offerkit.vest(THREE, as_of=DAY))
        self.assertTrue({"company", "file", "id", "date", "quantity", "value"} <= set(vests.columns))
        self.assertEqual(len(offerkit.to_frame(offerkit.leave(THREE, as_of=DAY))), 3)
        self.assertEqual(len(offerkit.to_frame(offerkit.decide(RESEARCH, as_of=DAY, priorities=ME))), 2)
        self.assertGreater(len(offerkit.to_frame(offerkit.negotiate(THREE[0], as_of=DAY, against=THREE[1]))), 1)
        with self.assertRaisesRegex(ValueError, "offers.years"):
            offerkit.to_frame(compared, "offers.months")
        for odd in (None, [], {}, "offers", {"offerkit": 1}):
            with self.assertRaises(TypeError):
                offerkit.to_frame(odd)


class Page(Quiet):
    def test_docs_python_md_runs(self):
        """Each ```python block of docs/python.md runs after those before it; `# prints ...` says what it prints."""
        page = (TOP / "docs" / "python.md").read_text()
        blocks = page.split("```python\n")[1:]
        self.assertGreater(len(blocks), 4)
        space: dict = {"__name__": "docs"}
        try:
            import pandas  # noqa: F401
        except ImportError:
            blocks = [each for each in blocks if "to_frame" not in each]
        for block in blocks:
            code, rest = block.split("```", 1)
            shown = []
            space["print"] = lambda *words: shown.append(" ".join(map(str, words)))
            exec(compile(code.replace('"examples/', f'"{TOP}/examples/'), "docs/python.md", "exec"), space)
            printed = rest.split("```text\n", 1)[1].split("```")[0] if rest.lstrip("\n").startswith("```text\n") else None
            if printed is not None:
                self.assertEqual("\n".join(shown).replace(f"{TOP}/", "").rstrip() + "\n", printed)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
