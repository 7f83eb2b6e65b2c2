"""What job offers are worth, when, and how sure that is.

Each command of the program that gives JSON is a function of its name here, and gives that document as a dict:

    import offerkit
    result = offerkit.compare("northwind.toml", "contoso.toml", as_of="2026-01-20")
    result["best"]["company"]

Files are paths, or `Text` for a text that lies in no file. Options are keywords: `--as-of` is `as_of`, and `--if` is
`if_`. What is wrong with files or options raises `Problems`; what is only worth knowing is a `Remark`, given to
Python's `warnings`.
"""

from __future__ import annotations

import datetime as _datetime
import decimal as _decimal
import json as _json
import keyword as _keyword
import os as _os
import warnings as _warnings
from collections.abc import Mapping as _Mapping

from . import _offerkit

__version__ = _offerkit.version

# Options of the program that say how a text is shown, where it goes, or that questions are asked on a terminal.
_OF_THE_TERMINAL = frozenset({"format", "color", "output", "force", "detail", "weights", "blind", "print", "ask", "mail",
                              "private", "man", "markdown", "help", "version"})
_commands = _offerkit.commands()
# Those with a document. A report is a page, and a batch reads as it writes.
_JOBS = tuple(name for name, table in _commands.items()
              if name == "schema" or (name not in ("report", "batch")
                                      and any(each["name"] == "--format" for each in table["options"])))

__all__ = ["Problems", "Remark", "Text", "to_frame", *_JOBS]


class Problems(ValueError):
    """What stands in the way of a result.

    `problems` is a list of dicts with the keys `code`, `severity`, `message`, `help`, `source`, `line` and `column`, as
    `offerkit check --format json` has them; an option that is wrong has no code and no place. The text of the exception
    shows them with their lines. `result` is what could be told all the same, else None.
    """

    def __init__(self, told: str, problems: list[dict], result: dict | None = None):
        super().__init__(told.rstrip("\n"))
        self.problems = problems
        self.result = result

    def __reduce__(self):
        return (type(self), (str(self), self.problems, self.result))


class Remark(UserWarning):
    """A warning or a note about files that gave a result; `problem` is its dict."""

    def __init__(self, text: str, problem: dict | None = None):
        super().__init__(text)
        self.problem = problem


class Text:
    """A text that stands for a file: `Text(toml, name="northwind.toml")`. Problems and results call it by its name."""

    def __init__(self, text: str | bytes, name: str = "text.toml"):
        if not isinstance(text, (str, bytes)):
            raise TypeError(f"Text() takes a str or bytes, not {type(text).__name__}")
        self.text = text
        self.name = _checked(name) if isinstance(name, str) else _path(name)

    def __repr__(self):
        return f"Text({self.text!r}, name={self.name!r})"


def _checked(word: str) -> str:
    if "\0" in word:
        raise ValueError("a file name or an option holds no zero byte")
    return word


def _path(value) -> str:
    if isinstance(value, (str, _os.PathLike)):
        return _checked(_os.fsdecode(value))
    raise TypeError(f"an offer is a path or a Text, not {type(value).__name__}")


class _Line:
    """The words of a command line in the making, and the texts that it names."""

    def __init__(self, command: str):
        self.words = [command]
        self.texts: dict[bytes, bytes] = {}

    def file(self, value) -> str:
        if not isinstance(value, Text):
            name = _path(value)
            if name == "-":
                raise ValueError("'-' is standard input; read it yourself and give offerkit.Text(...)")
            return name
        text = value.text.encode("utf-8", "surrogatepass") if isinstance(value.text, str) else value.text
        name = _os.fsencode(value.name)
        if self.texts.setdefault(name, text) != text:
            raise ValueError(f"two texts have the name {value.name!r}")
        return value.name

    def word(self, value) -> str:
        """A value of an option as it is typed."""
        if isinstance(value, Text):
            return self.file(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, _datetime.datetime):
            return value.date().isoformat()
        if isinstance(value, _datetime.date):
            return value.isoformat()
        if isinstance(value, (int, float, _decimal.Decimal)):
            if value != value or value in (float("inf"), float("-inf")):
                raise ValueError(f"an option takes a number, not {value}")
            return format(_decimal.Decimal(repr(value)) if isinstance(value, float) else value,
                          "d" if isinstance(value, int) else "f")
        if isinstance(value, (str, _os.PathLike)):
            return _path(value)
        raise TypeError(f"an option takes text, numbers, dates and paths, not {type(value).__name__}")

    def option(self, option: dict, keyword: str, value) -> None:
        if value is None or value is False:
            return
        name = option["name"]
        if option["flag"]:
            if value is not True:
                raise TypeError(f"{keyword} is True or False, not {value!r}")
            self.words.append(name)
            return
        if isinstance(value, _Mapping):
            values = [f"{self.word(key)}={self.word(of)}" for key, of in value.items()]
        elif isinstance(value, (list, tuple)):
            values = [self.word(each) for each in value]
        else:
            values = [self.word(value)]
        if len(values) > 1 and not option["repeatable"]:
            raise TypeError(f"{keyword} takes one value, not {len(values)}")
        self.words.extend(f"{name}={each}" for each in values)


def _keyword_of(option: dict) -> str:
    name = option["name"].removeprefix("--").replace("-", "_")
    return name + "_" if _keyword.iskeyword(name) else name


def _flat(files):
    for each in files:
        if isinstance(each, (list, tuple)):
            yield from each
        else:
            yield each


def _job(command: str, table: dict):
    options = {_keyword_of(each): each for each in table["options"]
               if each["name"].removeprefix("--") not in _OF_THE_TERMINAL}
    # `schema` has one form alone, and no option for it.
    as_json = any(each["name"] == "--format" for each in table["options"])

    def job(*files, **given):
        line = _Line(command)
        if as_json:
            line.words.append("--format=json")
        for keyword, value in given.items():
            if keyword not in options:
                raise TypeError(f"{command}() takes no option {keyword!r}; it takes {', '.join(sorted(options))}")
            line.option(options[keyword], keyword, value)
        line.words.append("--")
        line.words.extend(line.file(each) for each in _flat(files))
        done, result, problems, told = _offerkit.run([_os.fsencode(word) for word in line.words], line.texts)
        found = _json.loads(problems)
        document = _json.loads(result) if result else None
        if command == "check" and document is not None:
            return document
        if not done:
            raise Problems(told.decode("utf-8", "replace"), found, document)
        for each in found:
            place = ":".join(str(each[key]) for key in ("source", "line", "column") if each[key] is not None)
            help_line = f" ({each['help']})" if each["help"] else ""
            _warnings.warn(Remark(f"{place}: {each['severity']}: {each['message']}{help_line}", each), stacklevel=2)
        return document

    job.__name__ = job.__qualname__ = command
    lines = [table["summary"] + ".", "", f"The document that `offerkit {command}" + (" --format json" if as_json else "")
             + "` prints, as a dict.", "", "Options:"]
    for keyword, each in options.items():
        fallback = f" (else {each['fallback']})" if each["fallback"] else ""
        lines.append(f"    {keyword}: {each['meaning']}{fallback}")
    job.__doc__ = "\n".join(lines)
    return job


for _name in _JOBS:
    globals()[_name] = _job(_name, _commands[_name])

# The rows that people look at first, by command.
_ROWS = {"check": "files", "show": "offers.years", "vest": "offers.grants.tranches", "compare": "offers",
         "leave": "offers", "tax": "offers", "decide": "scores", "negotiate": "levers", "profiles": "profiles"}
# What a row needs to be told from the rows of another offer or grant.
_NAMES = ("company", "file", "id")


def _scalars(row: dict, prefix: str = "") -> dict:
    """The row with the dicts inside it spelled out, and the lists inside it left out."""
    flat = {}
    for key, value in row.items():
        if isinstance(value, dict):
            flat.update(_scalars(value, f"{prefix}{key}."))
        elif not isinstance(value, list):
            flat[prefix + key] = value
    return flat


def _rows(value, path: list[str], names: dict):
    if isinstance(value, list):
        for each in value:
            yield from _rows(each, path, names)
    elif isinstance(value, dict):
        if path:
            own = {key: value[key] for key in _NAMES if isinstance(value.get(key), str)}
            yield from _rows(value.get(path[0]), path[1:], {**names, **own})
        else:
            yield {**names, **_scalars(value)}
    elif value is not None:
        yield {**names, "value": value}


def _lists(value, path: str = "") -> set[str]:
    """Where lists of rows stand in a document."""
    if isinstance(value, list):
        inner = [_lists(each, path) for each in value]
        return ({path} if any(isinstance(each, dict) for each in value) else set()).union(*inner)
    if isinstance(value, dict):
        return set().union(*(_lists(each, f"{path}.{key}" if path else key) for key, each in value.items()))
    return set()


def to_frame(result: dict, rows: str | None = None):
    """Rows of a result as a pandas DataFrame.

    `rows` says which, by the keys on the way: "offers.years", "offers.grants.tranches". Without it those that people look
    at first. Each row begins with the company, file and id that it belongs to; dicts inside it are columns such as
    `definitions.average`, and lists inside it are left out. Needs pandas; an ImportError says so where there is none.
    """
    try:
        import pandas
    except ImportError as error:
        raise ImportError("to_frame() needs pandas, which is not installed; on Debian it is python3-pandas") from error
    if not isinstance(result, dict) or not isinstance(result.get("offerkit"), dict):
        raise TypeError("to_frame() takes what a function of offerkit gave")
    rows = rows if rows is not None else _ROWS.get(result["offerkit"].get("command"))
    lists = _lists(result)
    if not isinstance(rows, str) or (rows not in lists and rows != _ROWS.get(result["offerkit"].get("command"))):
        raise ValueError(f"there are no rows {rows!r} in this result; there are {', '.join(sorted(lists)) or 'none'}")
    return pandas.DataFrame(list(_rows(result, rows.split("."), {})))
