#!/usr/bin/env python3
"""Shows that ./dev says what it can do, knows Debian by its name, and tells the compiler cache what CMake does."""

import json
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent


def bash(script: str) -> subprocess.CompletedProcess:
    """Runs lines of bash that know the functions of ./dev."""
    return subprocess.run(["bash", "-c", f"source ./dev help >/dev/null\nset +e\n{script}"], cwd=TOP, text=True,
                          capture_output=True, check=False)


class Verbs(unittest.TestCase):
    def test_help_tells_every_verb_and_no_other(self):
        told = set(re.findall(r"^  ([a-z]+) ", bash("help").stdout, re.MULTILINE)) - {"help"}
        known = set(re.findall(r"^verb_([a-z]+)\(\)", (TOP / "dev").read_text(encoding="utf-8"), re.MULTILINE))
        taken = re.search(r'^  ([a-z |]+)\) "verb_\$verb"', (TOP / "dev").read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual(told, known)
        self.assertEqual(set(taken.group(1).split(" | ")), known)

    def test_help_fits_80_columns(self):
        self.assertLessEqual(max(map(len, bash("help").stdout.splitlines())), 80)

    def test_an_unknown_verb_is_refused(self):
        run = subprocess.run(["./dev", "no-such"], cwd=TOP, text=True, capture_output=True, check=False)
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertIn("no verb 'no-such'", run.stderr)

    def test_fresh_runs_the_commands_of_the_readme(self):
        shown = re.findall(r"^\$ (\./dev \S+)", (TOP / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual(bash('printf "%s\\n" "${fresh_commands[@]}"').stdout.splitlines(), shown)


class Building(unittest.TestCase):
    def test_the_compiler_cache_is_told_the_same_as_by_the_presets(self):
        presets = json.loads((TOP / "CMakePresets.json").read_text(encoding="utf-8"))["configurePresets"]
        stated = [each["environment"]["CCACHE_SLOPPINESS"] for each in presets if "environment" in each]
        self.assertEqual(bash("env | sed -n s/^CCACHE_SLOPPINESS=//p").stdout.splitlines(), stated)

    def test_the_packages_of_the_tests_hold_those_of_the_checks_they_run(self):
        packages = bash('echo "${test_packages[@]}"').stdout.split()
        self.assertLessEqual({"mandoc", "shellcheck", "python3"}, set(packages))


class Nightly(unittest.TestCase):
    def nightly(self, *steps: str) -> subprocess.CompletedProcess:
        """The nightly run, with these steps in place of its own."""
        with tempfile.TemporaryDirectory() as folder:
            named = " ".join(f"'{step}'" for step in steps)
            return bash(f"nightly_steps=({named}); nightly_logs={folder}/logs; verb_nightly")

    def test_every_step_runs_and_has_a_line_with_its_time_also_after_one_that_failed(self):
        run = self.nightly("first echo 9 of 10", "fuzz/second echo what broke; exit 3", "third sleep 1.1; true")
        lines = [re.sub(r" +", " ", line) for line in run.stdout.splitlines()]
        self.assertEqual(len(lines), 3, run.stdout)
        self.assertRegex(lines[0], r"^pass first \d+ min \d\d s 9 of 10$")
        self.assertRegex(lines[1], r"^FAIL fuzz/second \d+ min \d\d s /.*/logs/fuzz-second\.log$")
        # A busy machine takes longer, and never less.
        self.assertRegex(lines[2], r"^pass third (?!0 min 00 s)\d+ min \d\d s")
        self.assertIn("what broke", run.stderr)
        self.assertEqual(run.returncode, 1)

    def test_it_passes_when_all_steps_do(self):
        self.assertEqual(self.nightly("one true", "two true").returncode, 0)

    def test_its_steps_are_verbs_and_every_fuzz_target_has_its_five_minutes(self):
        steps = bash('printf "%s\\n" "${nightly_steps[@]}"').stdout.splitlines()
        known = set(re.findall(r"^verb_([a-z]+)\(\)", (TOP / "dev").read_text(encoding="utf-8"), re.MULTILINE))
        for step in steps:
            self.assertIn(re.fullmatch(r"\S+ \./dev ([a-z]+)(?: .*)?", step).group(1), known)
        targets = bash('printf "%s\\n" "${fuzz_targets[@]}"').stdout.split()
        self.assertEqual([step for step in steps if " fuzz " in step],
                         [f"fuzz/{target} ./dev fuzz 300 {target}" for target in targets])


@unittest.skipUnless(shutil.which("dpkg-query") and shutil.which("apt-get"), "Debian's tools are not here")
class Debian(unittest.TestCase):
    def is_debian(self, text: str) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "os-release"
            path.write_text(text, encoding="utf-8")
            return bash(f"os_release='{path}'; is_debian").returncode == 0

    def test_debian_and_what_is_made_of_it(self):
        for text in ("ID=debian\n", 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'):
            self.assertTrue(self.is_debian(text), text)

    def test_others(self):
        for text in ("ID=fedora\n", 'ID=notdebian\nNAME="like debian"\n', 'ID=rocky\nID_LIKE="rhel fedora"\n', ""):
            self.assertFalse(self.is_debian(text), text)


if __name__ == "__main__":
    unittest.main()
