#!/usr/bin/env python3
"""Writes offers and priorities by chance, and runs the program on them.

    tools/random_offers.py --write FOLDER [--seed N] [--cases N]
    tools/random_offers.py --program build/release/bin/offerkit [--seed N] [--cases N | --seconds S] [--all]

Every key of the file format stands in offer_grammar.py with every kind of value
it takes. Most files are sound, so that they reach the end of every command; some
hold one thing that is wrong. The same seed writes the same files.

With --program each case is run through every command, in a format and a width
drawn by chance (--all: in all of them). It finds: a signal, a status above 3,
a broken contract, a refusal without a reason, a result beside a refusal, JSON
that does not parse, a control character on a screen, a run of over a minute.
What breaks is kept in --keep (build/random-offers), with the command in a file.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Callable

sys.path.insert(0, str(Path(__file__).resolve().parent))
from offer_grammar import DEFINITIONS, REASONS, Grammar, Word, toml  # noqa: E402


def spoiled(text: str, source: random.Random) -> str:
    """One thing wrong with a file, as a person or a hostile one would have it."""
    lines = text.splitlines()
    at = source.randrange(len(lines))
    kind = source.randrange(7)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, source.choice(lines))
    elif kind == 2:
        lines[at] = re.sub(r"= .*", "= " + source.choice(
            ['"185k"', "1e5", "[]", "{}", "-1", "99999999999999999999", '""', "true", "1979-05-27", '"unknown"', "[[]]",
             "0", "1_000_000_000_000", '"9999 years"', "2999-12-31"]), lines[at])
    elif kind == 3:
        lines[at] = lines[at][:source.randrange(len(lines[at]) + 1)]
    elif kind == 4:
        lines[at] = lines[at].replace("=", source.choice((":", "==", "")), 1)
    elif kind == 5:
        lines.insert(at, source.choice(("[", "no_such_key = 1", "[[grant]]", "[stock]", "vesting = \"no-such\"", "é = 1")))
    else:
        lines[at] = lines[at].upper()
    return "\n".join(lines) + "\n"


def known_keys(schema: dict[str, Any]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """A filter that leaves out the keys that a program's schema does not have, so that it reads files of the next."""
    definitions = schema.get("$defs", {})

    def tables_in(node: Any) -> list[dict[str, Any]]:
        if not isinstance(node, dict):
            return []
        if "$ref" in node:
            return tables_in(definitions.get(node["$ref"].rsplit("/", 1)[-1], {}))
        found = [node] if "properties" in node else []
        for way in ("anyOf", "oneOf", "allOf"):
            for each in node.get(way, []):
                found += tables_in(each)
        return found + tables_in(node.get("items"))

    def fits(value: str, node: Any) -> bool:
        ways = [each for way in ("anyOf", "oneOf") for each in node.get(way, [])] if isinstance(node, dict) else []
        if ways:
            return any(fits(value, each) for each in ways)
        if "enum" in node:
            return value in node["enum"]
        return node.get("type", "string") == "string" and re.search(node.get("pattern", ""), value) is not None

    def kept(value: Any, node: Any) -> Any:
        """The value as far as the schema knows it; None where it does not."""
        if isinstance(value, list):
            left = value if any(isinstance(each, list) for each in value) else [kept(each, node) for each in value]
            return [each for each in left if each is not None] or None
        if not isinstance(value, dict):
            listed = [node, *(each["items"] for each in node.get("anyOf", [node]) if "items" in each)]
            return value if isinstance(value, Word) or any(fits(value, each) for each in listed) else None
        tables = tables_in(node)
        if not tables or any(each.get("additionalProperties", False) is not False for each in tables):
            return value
        properties = {key: inner for each in tables for key, inner in each["properties"].items()}
        result = {key: kept(each, properties.get(key.rstrip("_"), {"enum": []})) for key, each in value.items()}
        result = {key: each for key, each in result.items() if each is not None and key.rstrip("_") in properties}
        return type(value)(result) if {key for each in tables for key in each.get("required", [])} <= set(result) else None

    return lambda table: kept(table, schema)


class Case:
    """The files of one case: two or three offers and a priorities file."""

    def __init__(self, seed: str, keep_offer: Callable[[dict], dict] = dict, keep_priorities: Callable[[dict], dict] = dict):
        source = random.Random(seed)
        grammar = Grammar(source)
        offers = source.choice((1, 2, 2, 2, 3))
        tables = [(f"offer-{i + 1}.toml", keep_offer(grammar.offer(i + 1))) for i in range(offers)]
        tables.append(("priorities.toml", keep_priorities(grammar.priorities())))
        self.files = {name: toml(table) for name, table in tables}
        if source.random() < 0.15:
            name = source.choice(list(self.files))
            self.files[name] = spoiled(self.files[name], source)
        self.offers = [name for name in self.files if name != "priorities.toml"]
        self.choose = source

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in self.files.items():
            (folder / name).write_text(text, encoding="utf-8")


# --- running --------------------------------------------------------------------

MEDIA = [("table", 80), ("table", 20), ("json", 80), ("csv", 80), ("markdown", 80), ("html", 80)]


def commands(case: Case) -> list[list[str]]:
    """Every command on the files of a case."""
    choose, offers, mine = case.choose, case.offers, ["--priorities", "priorities.toml"]
    both = choose.choice(([], mine))
    flags = choose.choice(([], ["--explain"], ["--refreshers"], ["--explain", "--refreshers"]))
    flags += choose.choice(([], [], ["--as-of", "2027-03-01"], ["--as-of", "2025-01-01"]))
    horizon = choose.choice(([], [], ["--horizon", "1 year"], ["--horizon", "1 month"], ["--horizon", "10 years"]))
    rival = [each for other in offers[1:] for each in ("--against", other)]
    return [
        ["check", *offers, *both],
        ["show", offers[0], *flags, *horizon, *both],
        ["vest", *offers, *flags, "--by", choose.choice(("tranche", "month", "quarter", "year", "calendar-year"))],
        ["vest", *offers, *flags, "--if", "ipo=2027-06-01", "--if", "leave=2028-01-31"],
        ["compare", *offers, *flags, *horizon, *both, "--by", choose.choice(DEFINITIONS)],
        ["leave", *offers, *flags, "--reason", choose.choice(REASONS), "--by", choose.choice(("day", "month")),
         "--on", choose.choice(("2026-12-31", "2024-01-01", "2029-02-28"))],
        ["decide", *offers, *mine, *flags, *horizon, "--samples", "50", *choose.choice(([], ["--detail"]))],
        ["negotiate", offers[0], *rival, *both, "--as-of", "2026-03-01",
         *choose.choice(([], ["--metric", choose.choice(("average", "present_value", "first_year"))],
                         ["--target", "500000"]))],
        ["tax", *offers, *both, *choose.choice(([], ["--explain"]))],
        [choose.choice(("compare", "decide")), *offers, *mine, "--after-tax"],
        ["pipeline", *offers, *choose.choice(([], ["--detail"])), "--as-of", "2026-01-20"],
        ["levels", choose.choice(("L4", "L5", "E5")), "--offer", offers[0]],
    ]


def fault_of(done: subprocess.CompletedProcess, form: str, command: str = "") -> str:
    """What is wrong with a run, or nothing."""
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    if done.returncode < 0:
        return f"signal {-done.returncode}"
    if done.returncode > 3:
        return f"status {done.returncode}"
    if "broken contract" in err or "broken contract" in out or "Sanitizer" in err:
        return "broken contract"
    if done.returncode != 0 and not err.strip() and not out.strip():
        return "a refusal without a reason"
    if done.returncode != 0 and out.strip() and command != "check":
        return "a result beside a refusal"
    if done.returncode == 0 and not out.strip():
        return "no result"
    if form == "json" and done.returncode == 0:
        try:
            json.loads(out)
        except ValueError as error:
            return f"not JSON: {error}"
    control = re.search("[\x00-\x09\x0b-\x1f\x7f\u0080-\u009f\u202e]", re.sub("\r\n", "\n", out) if form == "csv" else out)
    return f"control character U+{ord(control.group()):04X}" if control and form == "table" else ""


def try_case(program: str, case: Case, folder: Path, every: bool) -> list[tuple[str, list[str], int]]:
    """Runs all commands; the faults, each with its command line and width."""
    case.write(folder)
    faults = []
    for command in commands(case):
        for form, width in MEDIA if every else case.choose.sample(MEDIA, 2):
            line = [program, *command, "--format", form]
            environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "COLUMNS": str(width),
                           "NO_COLOR": "1"}
            try:
                done = subprocess.run(line, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                                      timeout=60, check=False)
                fault = fault_of(done, form, command[0])
            except subprocess.TimeoutExpired:
                fault = "over a minute"
            if fault:
                faults.append((fault, line, width))
    return faults


def schema_of(program: str, kind: str) -> dict[str, Any]:
    done = subprocess.run([program, "schema", kind], capture_output=True, check=True)
    return json.loads(done.stdout)


def run(options: argparse.Namespace) -> int:
    program = str(Path(options.program).resolve())
    keep_offer, keep_priorities = (known_keys(schema_of(program, kind)) for kind in ("offer", "priorities"))
    until = time.monotonic() + options.seconds if options.seconds else None
    broken, number, kinds = 0, 0, set()
    while (time.monotonic() < until) if until else (number < options.cases):
        seed = f"{options.seed}.{number}"
        number += 1
        case = Case(seed, keep_offer, keep_priorities)
        with tempfile.TemporaryDirectory() as scratch:
            faults = try_case(program, case, Path(scratch), options.all)
        broken += bool(faults)
        for fault, line, width in faults:
            shown = shlex.join(["offerkit", *line[1:]])
            if (fault, line[1]) not in kinds:
                print(f"case {seed}, {width} columns: {fault}: {shown}")
            kinds.add((fault, line[1]))
            kept = Path(options.keep) / seed
            case.write(kept)
            with (kept / "commands").open("a", encoding="utf-8") as file:
                file.write(f"# {fault}\nCOLUMNS={width} {shown}\n")
    print(f"{number} cases of seed {options.seed}, {broken} broken" + (f": see {options.keep}" if broken else ""))
    return 1 if broken else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", metavar="FOLDER", help="only write the files, a folder for each case")
    what.add_argument("--program", help="the program to run")
    parser.add_argument("--seed", default="1", help="where the drawing begins (1)")
    parser.add_argument("--cases", type=int, default=100, help="how many cases (100)")
    parser.add_argument("--seconds", type=float, help="as many cases as fit in this time")
    parser.add_argument("--all", action="store_true", help="every format and width of every command")
    parser.add_argument("--keep", default="build/random-offers", help="where cases that break are kept")
    options = parser.parse_args()
    if options.program:
        return run(options)
    for number in range(options.cases):
        seed = f"{options.seed}.{number}"
        Case(seed).write(Path(options.write) / seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
