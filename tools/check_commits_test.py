#!/usr/bin/env python3
"""Shows that check_commits.py sees each fault, and looks at the commits it should, in any kind of clone."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from check_commits import base_of, check, fault_of  # noqa: E402

TOOL = Path(__file__).resolve().parent / "check_commits.py"


class Subject(unittest.TestCase):
    def test_good_ones_pass(self):
        for subject in ("leave: options that lapse are named", "decide, negotiate: ties are named", "c: " + "x" * 97,
                        "file/offer: `end` is read", 'Revert "leave: options that lapse are named"'):
            with self.subTest(subject):
                self.assertIsNone(fault_of(subject))

    def test_each_fault_is_named(self):
        for subject in ("options are named", "Leave: options", "leave:options", "leave: ", ": options", "leave : options",
                        "fixup! leave: options", ""):
            with self.subTest(subject):
                self.assertIn("topic", fault_of(subject))
        self.assertIn("101 characters", fault_of("c: " + "x" * 98))


class History(unittest.TestCase):
    def setUp(self):
        if not shutil.which("git"):
            self.fail("the program git is missing: install the package git")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.top = self.folder / "origin"
        self.top.mkdir()
        self.git("init", "-q", "-b", "main")
        self.commit("Badly said long ago")

    def git(self, *arguments: str, top: Path | None = None) -> str:
        # Nothing of the machine's own settings, hooks or signatures.
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1"}
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        return subprocess.run(["git", *who, *arguments], cwd=top or self.top, env=environment, check=True,
                              capture_output=True, text=True).stdout.strip()

    def commit(self, subject: str):
        self.git("commit", "-q", "--allow-empty", "-m", subject)

    def checked(self, top: Path | None = None) -> tuple:
        top = top or self.top
        count, faults = check(top, base_of(top))
        return count, len(faults)

    def test_what_comes_after_the_last_tag_is_looked_at(self):
        self.git("tag", "v1")
        self.commit("leave: better")
        self.assertEqual(self.checked(), (1, 0))
        self.commit("worse")
        self.assertEqual(self.checked(), (2, 1))

    def test_without_a_tag_it_is_what_the_main_branch_does_not_have(self):
        self.git("checkout", "-q", "-b", "mine")
        self.commit("worse")
        self.commit("leave: better")
        self.assertEqual(self.checked(), (2, 1))

    def test_on_the_main_branch_it_is_the_last_commit(self):
        self.assertEqual(self.checked(), (1, 1))
        self.commit("leave: better")
        self.assertEqual(self.checked(), (1, 0))

    def test_a_base_may_be_named(self):
        self.commit("worse")
        self.commit("leave: better")
        self.assertEqual(check(self.top, "HEAD~1")[0], 1)
        with self.assertRaises(SystemExit):
            check(self.top, "no-such")

    def test_a_fresh_clone_of_a_branch_knows_the_main_branch_of_its_origin(self):
        self.git("checkout", "-q", "-b", "mine")
        self.commit("worse")
        self.git("checkout", "-q", "main")
        self.git("clone", "-q", "-b", "mine", f"file://{self.top}", "clone", top=self.folder)
        self.assertEqual(self.checked(self.folder / "clone"), (1, 1))

    def test_merges_are_left_alone_also_where_a_shallow_clone_ends(self):
        self.git("checkout", "-q", "-b", "mine")
        self.commit("leave: better")
        self.git("checkout", "-q", "main")
        self.commit("show: better")
        self.git("merge", "-q", "--no-ff", "mine", "-m", "Merge branch 'mine'")
        self.assertEqual(self.checked(), (0, 0))
        self.git("clone", "-q", "--depth", "1", f"file://{self.top}", "shallow", top=self.folder)
        self.assertEqual(self.checked(self.folder / "shallow"), (0, 0))
        self.commit("worse")
        self.git("clone", "-q", "--depth", "1", f"file://{self.top}", "again", top=self.folder)
        self.assertEqual(self.checked(self.folder / "again"), (1, 1))

    def test_its_status_says_whether_all_are_well(self):
        def run(top: Path) -> tuple:
            done = subprocess.run([sys.executable, "-B", TOOL], cwd=top, capture_output=True, text=True, check=False)
            return done.returncode, done.stdout.splitlines()[-1]
        self.assertEqual(run(self.top), (1, "commits: 1 fault"))
        self.commit("leave: better")
        self.assertEqual(run(self.top), (0, "commits: 1 clean"))

    def test_a_folder_without_git_has_none(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([sys.executable, "-B", TOOL], cwd=folder, capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (0, "commits: none here\n"))


if __name__ == "__main__":
    unittest.main()
