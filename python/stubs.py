#!/usr/bin/env python3
"""stubs.py FOLDER

Prints the type stubs of the Python package in FOLDER, made of its table of commands: python/offerkit/__init__.pyi is
this text. tests/python/module_test.py compares them; with OFFERKIT_UPDATE_GOLDEN=1 it rewrites the file.
"""

from __future__ import annotations

import sys

HEAD = '''"""Written by python/stubs.py."""

import datetime
import decimal
import os
from collections.abc import Mapping, Sequence
from typing import Any

import pandas

__version__: str

class Problems(ValueError):
    problems: list[dict[str, Any]]
    result: dict[str, Any] | None
    def __init__(self, told: str, problems: list[dict[str, Any]], result: dict[str, Any] | None = ...) -> None: ...

class Remark(UserWarning):
    problem: dict[str, Any] | None
    def __init__(self, text: str, problem: dict[str, Any] | None = ...) -> None: ...

class Text:
    text: str | bytes
    name: str
    def __init__(self, text: str | bytes, name: str | os.PathLike[str] = ...) -> None: ...

_File = str | os.PathLike[str] | Text
_Value = str | int | float | decimal.Decimal | datetime.date | os.PathLike[str] | Text

def to_frame(result: dict[str, Any], rows: str | None = ...) -> pandas.DataFrame: ...
'''


def stubs(package) -> str:
    text = HEAD
    for job in package._JOBS:
        lines = ["*files: _File | Sequence[_File]"]
        table = package._commands[job]["options"]
        options = [each for each in table if each["name"].removeprefix("--") not in package._OF_THE_TERMINAL]
        for each in options:
            kind = ("bool" if each["flag"] else
                    "_Value | Sequence[_Value] | Mapping[str, _Value]" if each["repeatable"] else "_Value")
            lines.append(f"{package._keyword_of(each)}: {kind} | None = ...")
        text += f"\ndef {job}(\n" + "".join(f"    {line},\n" for line in lines) + ") -> dict[str, Any]: ...\n"
    return text


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    import offerkit

    print(stubs(offerkit), end="")
