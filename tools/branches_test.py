#!/usr/bin/env python3
"""Tests of branches.py."""

import unittest

import branches


class Branches(unittest.TestCase):
    def test_files_count_for_the_folder_of_their_storey(self):
        files = [{"filename": "lib/offerkit/value/exchange.cpp", "branch_covered": 9, "branch_total": 10},
                 {"filename": "lib/offerkit/value/risk/law.cpp", "branch_covered": 1, "branch_total": 10},
                 {"filename": "cli/commands/vest.cpp", "branch_covered": 1, "branch_total": 2}]
        self.assertEqual(branches.branches_by_folder(files), {"lib/offerkit/value": (10, 20), "cli": (1, 2)})

    def test_too_few_branches_of_a_promised_folder_fail_and_others_do_not(self):
        lines, kept = branches.report({"lib/offerkit/value": (89, 100), "cli": (1, 100)})
        self.assertFalse(kept)
        self.assertIn("of 90% promised: too few", "\n".join(lines))
        self.assertTrue(branches.report({"lib/offerkit/value": (90, 100), "cli": (1, 100)})[1])

    def test_a_folder_without_branches_is_left_out(self):
        self.assertEqual(branches.report({"lib/offerkit/model": (0, 0)}), ([], True))


if __name__ == "__main__":
    unittest.main()
