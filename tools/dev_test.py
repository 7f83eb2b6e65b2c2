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
