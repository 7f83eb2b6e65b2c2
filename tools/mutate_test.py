#!/usr/bin/env python3
"""Shows which faults mutate.py puts where, and which tests it asks."""

import json
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent))
import mutate  # noqa: E402


def lines_with(text: str) -> set[str]:
    return {fault.applied(text) for fault in mutate.faults_of("lib/offerkit/value/x.cpp", text)}


class Faults(unittest.TestCase):
    def test_operators_bounds_constants_and_conditions_change(self):
        self.assertEqual(lines_with("if (a < b && !c) {"),
                         {"if (a <= b && !c) {", "if (a > b && !c) {", "if (a < b || !c) {", "if (a < b && c) {"})
        self.assertEqual(lines_with("x = y + 1;"), {"x = y - 1;", "x = y + 2;", "x = y + 0;"})
        self.assertEqual(lines_with("return std::min(a, b) == true;"),
                         {"return std::max(a, b) == true;", "return std::min(a, b) != true;",
                          "return std::min(a, b) == false;"})
        self.assertEqual(lines_with("n = 10'000;"), {"n = 10001;"})

    def test_texts_comments_templates_and_promises_stay(self):
        for line in ('say("a < b && 1");', "// a < b", "std::vector<int> x;", "#include <a>", "expects(n > 0);",
                     "names.reserve(2);", "const char c = '+';", "auto* p = &x;", "x1 = y2;", "double d = 0.5;"):
            self.assertEqual(lines_with(line), set(), line)

    def test_raw_strings_stay_to_their_end(self):
        self.assertEqual(lines_with('a = R"(\n1 + 1\n)";\nb = 5;'), {'a = R"(\n1 + 1\n)";\nb = 6;'})
        self.assertEqual(lines_with('a = "LKR";\nb = 5;'), {'a = "LKR";\nb = 6;'})

    def test_the_tests_of_a_file_come_first_and_the_program_is_asked_last(self):
        fault = mutate.Fault("lib/offerkit/timeline/bonus.cpp", 0, 0, "", "")
        tests = [name for _, name in mutate.tests_for(fault)]
        self.assertEqual(tests[0], "timeline/bonus")
        self.assertIn("cli/commands/commands", tests)
        self.assertTrue(tests[-1].split("/")[0] in mutate.SEE_ALL)
        self.assertNotIn("quantity/money", tests)

    def test_a_file_in_a_folder_of_its_storey_finds_the_tests_beside_it(self):
        fault = mutate.Fault("lib/offerkit/choice/decision/winning_index.cpp", 0, 0, "", "")
        ranks = {name: rank for rank, name in mutate.tests_for(fault)}
        self.assertEqual(fault.folder, "choice")
        near = [name for name in ranks if name.startswith("choice/")]
        self.assertTrue(near and all(ranks[name] <= 2 for name in near))

    def test_a_fault_gets_its_nearest_tests_and_of_the_others_what_its_patience_holds(self):
        fault = mutate.Fault("lib/offerkit/timeline/bonus.cpp", 0, 0, "", "")
        tree = mutate.Tree(Path("nowhere"), 1)
        ranked = mutate.tests_for(fault)
        tree.seconds = {name: 10.0 for _, name in ranked}
        tree.seconds["cli/commands/commands"] = 1.0
        near = [entry for entry in ranked if entry[0] <= 1]
        asked = tree.asked(fault, 10 * len(near) + 11)
        self.assertEqual(asked[:len(near)], near)
        self.assertEqual([rank for rank, _ in asked[len(near):]], [2, mutate.STARTS_PROGRAM])
        self.assertEqual(asked[-1][1], "cli/commands/commands")
        tree.saw.update([ranked[-1][1]])
        self.assertEqual([name for rank, name in tree.asked(fault, 10_000) if rank == mutate.STARTS_PROGRAM][0],
                         ranked[-1][1])

    def test_what_computes_too_long_has_failed(self):
        tree = mutate.Tree(Path("."), 1)
        self.assertTrue(tree.run("true", seconds=1))
        self.assertFalse(tree.run("false", seconds=1))
        self.assertFalse(tree.run("bash", "-c", "while :; do :; done", seconds=1))

    def test_there_is_much_to_try(self):
        class Asked:
            folder = None
            file = []
            seed = 1
        faults = mutate.drawn(Asked)
        self.assertGreater(len(faults), 2000)
        self.assertEqual({fault.folder for fault in faults}, set(mutate.FOLDERS))


class Copy(unittest.TestCase):
    def test_the_copy_has_what_the_project_has_and_keeps_its_build(self):
        class Unbuilt(mutate.Tree):
            def run(self, *command: str, folder: Path | None = None, seconds: float | None = None) -> bool:
                return "[#no/good]" not in command

        with tempfile.TemporaryDirectory() as folder:
            top = Path(folder)
            for name in ("SECURITY.md", "lib/old.cpp", "build/bin/offerkit"):
                (top / name).parent.mkdir(parents=True, exist_ok=True)
                (top / name).write_text(name, encoding="utf-8")
            tree = Unbuilt(top / "build/mutate", 2)
            with mock.patch.object(mutate, "TOP", top):
                tree.refresh()
                self.assertEqual(sorted(tree.files()), ["SECURITY.md", "lib/old.cpp"])
                (tree.build / "bin").mkdir(parents=True)
                (tree.build / "bin/kept").write_text("", encoding="utf-8")
                (top / "lib/old.cpp").rename(top / "lib/new.cpp")
                (top / "SECURITY.md").write_text("promises", encoding="utf-8")
                tree.refresh()
            self.assertEqual(sorted(tree.files()), ["SECURITY.md", "lib/new.cpp"])
            self.assertEqual((tree.top / "SECURITY.md").read_text(encoding="utf-8"), "promises")
            self.assertTrue((tree.build / "bin/kept").exists())
            self.assertEqual(tree.measure(["a/b", "no/good", "c/d"]), ["no/good"])

    def test_what_is_listed_as_changing_nothing_stands_in_its_file(self):
        self.assertTrue(mutate.equivalents())
        moved = [{"file": "lib/offerkit/words.hpp", "line": "no such line", "becomes": "none", "reason": "It is none."}]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as listed:
            json.dump(moved, listed)
            listed.flush()
            with mock.patch.object(mutate, "EQUIVALENT", Path(listed.name)), self.assertRaises(SystemExit) as refused:
                mutate.equivalents()
        self.assertIn("no line 'no such line' any more", str(refused.exception))


if __name__ == "__main__":
    unittest.main()
