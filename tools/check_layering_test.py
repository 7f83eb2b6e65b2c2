#!/usr/bin/env python3
"""Shows that check_layering.py sees each fault it is there to see."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import check_layering  # noqa: E402


def faults_of(tree: dict[str, str]) -> list[str]:
    """The faults of a small tree, given as path -> text."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        for name, text in tree.items():
            path = top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return check_layering.check(top)


SOUND = {
    "lib/offerkit/result.hpp": "#include <tl/expected.hpp>\n",
    "lib/offerkit/quantity/money.hpp": "#include <offerkit/result.hpp>\n",
    "lib/offerkit/timeline/vesting.hpp": "#include <string>\n#include <offerkit/quantity/money.hpp>\n",
    "lib/offerkit/timeline/vesting.cpp": "#include <offerkit/timeline/vesting.hpp>\n#include <fmt/format.h>\n",
    "cli/line/parse.hpp": "#include <offerkit/result.hpp>\n",
    "cli/main.cpp": '#include <CLI/CLI.hpp>\n#include <cli/line/parse.hpp>\n#include <offerkit/timeline/vesting.hpp>\n',
}


class Layering(unittest.TestCase):
    def expect_only(self, extra: dict[str, str], *words: str):
        found = faults_of(SOUND | extra)
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_a_sound_tree_has_no_faults(self):
        self.assertEqual(faults_of(SOUND), [])

    def test_an_upward_include_is_named_with_its_line(self):
        self.expect_only(
            {"lib/offerkit/quantity/money.cpp": "#include <string>\n\n#include <offerkit/timeline/vesting.hpp>\n"},
            "lib/offerkit/quantity/money.cpp:3:", "lib/offerkit/timeline (storey 3)")

    def test_an_include_in_a_comment_is_no_include(self):
        self.assertEqual(faults_of(SOUND | {
            "lib/offerkit/quantity/money.cpp":
                "// #include <offerkit/timeline/vesting.hpp>\n/*\n#include <offerkit/timeline/vesting.hpp>\n*/\n"}), [])

    def test_neighbours_of_one_storey_do_not_know_each_other(self):
        self.expect_only({"lib/offerkit/calendar/date.hpp": "#include <offerkit/quantity/money.hpp>\n"},
                         "lib/offerkit/calendar and lib/offerkit/quantity share storey 1")

    def test_the_ground_does_not_stand_on_its_rooms(self):
        self.expect_only({"lib/offerkit/contract.cpp": "#include <offerkit/quantity/money.hpp>\n"},
                         "lib/offerkit (storey 0) may not include lib/offerkit/quantity (storey 1)")

    def test_folders_by_subject_keep_their_order(self):
        self.expect_only({"lib/offerkit/choice/decision/decision.hpp": "",
                          "lib/offerkit/choice/comparison/comparison.cpp":
                              "#include <offerkit/choice/decision/decision.hpp>\n"},
                         "lib/offerkit/choice/comparison (storey 5) may not include lib/offerkit/choice/decision (storey 6)")
        self.expect_only({"cli/session/session.hpp": "", "cli/line/parse.cpp": "#include <cli/session/session.hpp>\n"},
                         "cli/line (storey 15) may not include cli/session (storey 16)")

    def test_detail_belongs_to_its_folder(self):
        self.assertEqual(faults_of(SOUND | {
            "lib/offerkit/choice/decision/detail/tree.hpp": "",
            "lib/offerkit/choice/decision/tree.cpp": "#include <offerkit/choice/decision/detail/tree.hpp>\n"}), [])

    def test_the_map_in_the_documentation_is_the_same(self):
        rows = "".join(f"| {storey} | `{folder}` | what lives there |\n"
                       for folder, storey in check_layering.STOREYS.items())
        self.assertEqual(faults_of(SOUND | {"docs/architecture.md": rows}), [])
        self.expect_only({"docs/architecture.md": rows.replace("| 18 | `cli`", "| 17 | `cli`")},
                         "docs/architecture.md: cli has storey 18", "17 here")
        self.expect_only({"docs/architecture.md": rows + "| 3 | `cli/attic` | |\n"},
                         "cli/attic has storey none in tools/check_layering.py, and 3 here")

    def test_the_library_does_not_include_the_program(self):
        self.expect_only({"lib/offerkit/quantity/money.cpp": "#include <cli/renderer.hpp>\n"},
                         "may not include cli/renderer.hpp")

    def test_a_public_header_shows_no_third_party(self):
        for header in ("toml++/toml.h", "CLI/CLI.hpp", "fmt/format.h", "date/date.h", "boost/rational.hpp", "utf8proc.h"):
            with self.subTest(header):
                self.expect_only({"lib/offerkit/quantity/price.hpp": f"#include <{header}>\n"}
                                 | ({"cli/main.cpp": ""} if header.startswith("CLI") else {}),
                                 "public header", header)

    def test_expected_is_for_the_result_alias_alone(self):
        self.expect_only({"lib/offerkit/quantity/price.hpp": "#include <tl/expected.hpp>\n"}, "public header")

    def test_toml_stays_in_three_files(self):
        users = {f"lib/offerkit/file/reader{i}.cpp": "#include <toml++/toml.h>\n" for i in range(4)}
        self.expect_only(users, "4 files", "at most 3")
        users.popitem()
        self.assertEqual(faults_of(SOUND | users), [])

    def test_the_command_line_parser_stays_in_one_file(self):
        self.expect_only({"cli/other.cpp": "#include <CLI/App.hpp>\n"}, "2 files", "at most 1")

    def test_a_missing_header_is_named(self):
        self.expect_only({"lib/offerkit/quantity/price.cpp": "#include <offerkit/quantity/price.hpp>\n"},
                         "there is no offerkit/quantity/price.hpp")

    def test_includes_are_written_from_the_root(self):
        self.expect_only({"lib/offerkit/quantity/price.cpp": '#include "money.hpp"\n'}, "from the include root")

    def test_a_folder_without_a_storey_is_refused(self):
        self.expect_only({"lib/offerkit/misc/a.hpp": "", "lib/offerkit/misc/a.cpp": "#include <offerkit/misc/a.hpp>\n"},
                         "has no storey")

    def test_a_circle_is_shown(self):
        self.expect_only({"lib/offerkit/value/a.hpp": "#include <offerkit/value/b.hpp>\n",
                          "lib/offerkit/value/b.hpp": "#include <offerkit/value/a.hpp>\n"},
                         "offerkit/value/a.hpp -> lib/offerkit/value/b.hpp -> lib/offerkit/value/a.hpp")

    def test_own_headers_may_use_libraries_but_stay_inside(self):
        own = {"lib/offerkit/file/detail/tree.hpp": "#include <toml++/toml.h>\n"}
        self.assertEqual(faults_of(SOUND | own), [])
        self.expect_only(own | {"cli/other.cpp": "#include <offerkit/file/detail/tree.hpp>\n"}, "own use")

    def test_an_empty_tree_is_not_taken_for_a_sound_one(self):
        self.assertEqual(len(faults_of({"README.md": ""})), 1)

    def test_the_exit_status_tells(self):
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as printed:
            top = Path(folder)
            (top / "lib/offerkit/quantity").mkdir(parents=True)
            (top / "lib/offerkit/quantity/a.cpp").write_text("#include <cli/a.hpp>\n", encoding="utf-8")
            self.assertEqual(check_layering.main(["", folder]), 1)
            (top / "lib/offerkit/quantity/a.cpp").write_text("", encoding="utf-8")
            self.assertEqual(check_layering.main(["", folder]), 0)
        self.assertIn("layering: 1 fault\n", printed.getvalue())


if __name__ == "__main__":
    unittest.main()
