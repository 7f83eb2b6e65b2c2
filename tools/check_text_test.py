#!/usr/bin/env python3
"""Shows that check_text.py sees each fault it is there to see."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from check_text import citations_of, faults_of, titles_of  # noqa: E402


class Text(unittest.TestCase):
    def expect(self, data: bytes, word: str, name: str = "lib/a.cpp"):
        found = faults_of(name, data)
        self.assertEqual(len(found), 1, found)
        self.assertIn(word, found[0])

    def test_clean_text_passes(self):
        self.assertEqual(faults_of("lib/a.cpp", "int a;  // \u2013 \u20ac\n".encode()), [])
        self.assertEqual(faults_of("lib/empty", b""), [])

    def test_each_fault_is_named(self):
        self.expect(b"a", "no line feed")
        self.expect(b"a\r\n", "carriage return")
        self.expect(b"a \n", "space at the end")
        self.expect(b"\ta\n", "tab")
        self.expect(b"\xff\n", "not UTF-8")
        self.expect("a\u202eb\n".encode(), "cannot be seen")
        self.expect("\ufeffa\n".encode(), "cannot be seen")
        self.expect(b"<<<<<<< ours\n", "unfinished merge")

    def test_notes_of_unfinished_work_are_found_in_sources(self):
        for note in ("TO" "DO", "FIX" "ME", "not impl" "emented", "not yet impl" "emented"):
            with self.subTest(note):
                self.expect(f"// {note}: later\n".encode(), "unfinished")
                self.assertEqual(faults_of("docs/guide.md", f"{note}\n".encode()), [])

    def test_a_rule_cited_from_a_paper_that_is_not_here_is_found(self):
        for words in ("5", "section 4", "4: still a twelfth"):
            for name in ("tests/value/a_test.cpp", "docs/guide.md"):
                with self.subTest(words=words, name=name):
                    self.expect(f"// MOD" f"EL {words}\n".encode(), "not here", name)
        self.expect(("see MOD" "EL.md, section 5\n").encode(), "not here", "tools/a.py")
        for line in ('// docs/numbers.md, "Leaving": 5', "model 5", "MOD" "EL", "REMOD" "EL 5"):
            with self.subTest(line=line):
                self.assertEqual(faults_of("tests/value/a_test.cpp", f"{line}\n".encode()), [])

    def test_what_is_cited_from_docs_is_there(self):
        titles = {"numbers.md": titles_of("# Numbers\n\n## Leaving\n\n**Paying back.** A clawback\n\n- **A weight.** Of\n"
                                          "<a id=\"days\"></a>**Vest days.** Some **bold.**\n")}
        page = "docs/numbers.md"
        for good in (f'// See {page}, "Leaving".', f'// {page}, "Paying back", "A weight" and "Vest days"', f"// {page} alone"):
            with self.subTest(good):
                self.assertEqual(citations_of("lib/a.hpp", good, titles), [])
        for bad, missing in ((f'{page}, "Gone"', "Gone"), (f'{page}, "Leaving" and "bold"', "bold"),
                             ('docs/oth' 'er.md, "Leaving"', "Leaving")):
            with self.subTest(bad):
                self.assertEqual(citations_of("lib/a.hpp", f"\n// {bad}\n", titles),
                                 [f'lib/a.hpp:2: {bad.split(",")[0]} has no "{missing}"'])

    def test_a_property_whose_result_is_dropped_is_found(self):
        line = ("    rc::ch" "eck([] { RC_ASSERT(true); });\n").encode()
        self.expect(line, "support::holds", "tests/value/a_test.cpp")
        self.assertEqual(faults_of("tests/support/catch.hpp", line), [])
        self.assertEqual(faults_of("tests/value/a_test.cpp", b"    support::holds([] {});\n"), [])

    def test_a_country_in_the_code_of_taxes_is_found(self):
        for code in ('if (place == "us-ca")', 'return "Only in Germany.";', 'of_country(after, "uk")', 'bool british; // ok\nauto x = "British";'):
            with self.subTest(code):
                self.expect(f"{code}\n".encode(), "country", "lib/offerkit/choice/after_tax/remarks.cpp")
                self.assertEqual(faults_of("lib/offerkit/authoring/template.cpp", f"{code}\n".encode()), [])
        self.assertEqual(faults_of("lib/offerkit/tax/plan.hpp", b'std::string name;  // "us-ca-2026", in the United States\n'), [])

    def test_the_line_is_given(self):
        self.expect(b"a\nb\n\tc\n", "lib/a.cpp:3:")


if __name__ == "__main__":
    unittest.main()
