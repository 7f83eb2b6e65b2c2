#!/usr/bin/env python3
"""Checks that a program was built with what keeps a mistake with memory small.

    hardening.py program FILE              the built file, by what readelf and objdump show
    hardening.py release CMAKE TOP FOLDER  how a release would be built: configured in FOLDER, not built

The first sees that the flags do something, in whatever build runs the tests;
the second that a release asks for them.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

FLAGS = ("-D_FORTIFY_SOURCE=2", "-D_GLIBCXX_ASSERTIONS", "-fstack-protector-strong", "-fstack-clash-protection")
X86_FLAGS = ("-fcf-protection",)
LINK_FLAGS = "-Wl,-z,relro,-z,now"
IS_X86 = platform.machine() in ("x86_64", "AMD64")


def output_of(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, errors="replace").stdout


def missing_of_program(file: str) -> list[str]:
    """What the built file does not show, in words."""
    for tool in ("readelf", "objdump"):
        if shutil.which(tool) is None:
            sys.exit(f"hardening.py: {tool} is not installed (Debian: binutils)")
    symbols = output_of("readelf", "--wide", "--dyn-syms", file)
    dynamic = output_of("readelf", "--wide", "--dynamic", file)
    segments = output_of("readelf", "--wide", "--program-headers", file)
    header = output_of("readelf", "--wide", "--file-header", file)
    missing = []

    def wants(what: str, shown: bool) -> None:
        if not shown:
            missing.append(what)

    wants("_FORTIFY_SOURCE: no checked function such as __read_chk is called", "_chk" in
          re.sub(r"__stack_chk\w*", "", symbols))
    wants("_GLIBCXX_ASSERTIONS: std::__glibcxx_assert_fail is not called", "__glibcxx_assert_fail" in symbols)
    wants("stack protector: __stack_chk_fail is not called", "__stack_chk_fail" in symbols)
    wants("relro: no GNU_RELRO segment", "GNU_RELRO" in segments)
    wants("now: symbols are bound lazily", re.search(r"BIND_NOW|Flags:.*\bNOW\b", dynamic) is not None)
    wants("position independent: the file is not of type DYN", re.search(r"Type:\s+DYN", header) is not None)
    wants("stack: it is executable", re.search(r"GNU_STACK.*\bRWE\b", segments) is None)
    if IS_X86:
        code = output_of("objdump", "--disassemble", "--no-show-raw-insn", file)
        # A page of the stack is touched before the next one is used.
        wants("stack clash: no page of a large frame is touched",
              re.search(r"\b(?:or|mov)[bwlq]?\s+\$0x0,(?:0x0)?\(%[re]sp\)", code) is not None)
        wants("control flow: functions do not begin with endbr64", code.count("endbr64") > 500)
    return missing


def missing_of_release(cmake: str, top: str, folder: str) -> list[str]:
    """What a release does not ask for, in words."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([cmake, "-S", top, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
                    "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"], check=True, stdout=subprocess.DEVNULL)
    wanted = FLAGS + (X86_FLAGS if IS_X86 else ())
    missing = []
    for unit in json.loads(Path(folder, "compile_commands.json").read_text(encoding="utf-8")):
        lacks = [flag for flag in wanted if flag not in unit["command"].split()]
        if lacks:
            missing.append(f"{unit['file']} is compiled without {' '.join(lacks)}")
    if LINK_FLAGS not in Path(folder, "build.ninja").read_text(encoding="utf-8"):
        missing.append(f"the program is linked without {LINK_FLAGS}")
    shutil.rmtree(folder, ignore_errors=True)
    return missing


def main(arguments: list[str]) -> int:
    if len(arguments) == 2 and arguments[0] == "program":
        missing = missing_of_program(arguments[1])
    elif len(arguments) == 4 and arguments[0] == "release":
        missing = missing_of_release(*arguments[1:])
    else:
        sys.exit(__doc__)
    for line in missing:
        print(line)
    print("nothing is missing" if not missing else f"{len(missing)} missing")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
