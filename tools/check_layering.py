#!/usr/bin/env python3
"""Checks that the storeys of the library only look down.

    tools/check_layering.py [TOP]

Reads every #include under TOP/lib/offerkit and TOP/cli and fails, naming file
and line, when

- a storey includes a higher one, or another folder of its own number;
- a folder of `choice/` steps out of its order (comparison, decision,
  negotiation, career);
- the library includes the program;
- a public header includes a third-party header other than <tl/expected.hpp>,
  which is only for offerkit/result.hpp;
- toml++ is included by more than three files, or CLI11 or nlohmann-json by
  more than one;
- an include names a header of ours that does not exist, or is not written from
  the include root (`<offerkit/timeline/vesting.hpp>`);
- headers include each other in a circle.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

STOREYS = {
    "": 0,
    "numeric": 0,
    "quantity": 0,
    "calendar": 0,
    "diagnostic": 0,
    "model": 1,
    "timeline": 2,
    "value": 3,
    "tax": 3,
    "choice": 4,
    "file": 4,
    "report": 5,
}
CLI_STOREY = 6

# What a folder may use of its own storey: the rooms of the ground floor stand
# on the root's own headers (results, contracts); no room knows its neighbour.
SIBLINGS = {
    "numeric": {""},
    "quantity": {""},
    "calendar": {""},
    "diagnostic": {""},
}

# Inside choice/, by the beginning of a file's name; each may use the ones before.
CHOICE_ORDER = ["comparison", "decision", "negotiation", "career"]

THIRD_PARTY = re.compile(
    r"^(toml\+\+|CLI|fmt|date|boost|nlohmann|utf8proc|tl|catch2|rapidcheck|benchmark)[/.]"
)
PUBLIC_EXCEPTION = ("result.hpp", "tl/expected.hpp")
LIMITS = {"toml++/": 3, "CLI/": 1, "nlohmann/": 1}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(path: Path):
    """Gives (line number, quote, name) for each include outside comments."""
    text = path.read_text(encoding="utf-8")
    # Comments are blanked rather than removed, so that line numbers stay.
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)
    for number, line in enumerate(text.splitlines(), start=1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def folder_of(header: str) -> str:
    """The storey's folder of a header named from lib/offerkit, '' for the root."""
    parts = header.split("/")
    return parts[0] if len(parts) > 1 else ""


def choice_room(header: str) -> int | None:
    """The place of a file of choice/ in its order, by its first word."""
    name = header.split("/", 1)[1]
    for place, word in enumerate(CHOICE_ORDER):
        if name.startswith(word):
            return place
    return None


def check_look(source: str, target: str) -> str | None:
    """Why lib file `source` may not include lib header `target`; both from lib/offerkit."""
    here, there = folder_of(source), folder_of(target)
    for folder in (here, there):
        if folder not in STOREYS:
            return f"'{folder}/' has no storey; give it one in tools/check_layering.py"
    if STOREYS[there] > STOREYS[here]:
        return f"{here or 'the root'} (storey {STOREYS[here]}) may not include {there} (storey {STOREYS[there]})"
    if here != there and STOREYS[here] == STOREYS[there] and there not in SIBLINGS.get(here, set()):
        return f"{here or 'the root'} and {there or 'the root'} share storey {STOREYS[here]} and may not include each other"
    if here == there == "choice":
        mine, theirs = choice_room(source), choice_room(target)
        if mine is not None and theirs is not None and theirs > mine:
            return f"{CHOICE_ORDER[mine]} comes before {CHOICE_ORDER[theirs]} and may not include it"
    return None


def find_circle(graph: dict[str, list[str]]) -> list[str] | None:
    """A circle of headers that include each other, or None."""
    done: set[str] = set()
    for start in sorted(graph):
        path: list[str] = []
        stack = [(start, iter(graph[start]))] if start not in done else []
        if stack:
            path.append(start)
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                stack.pop()
                done.add(path.pop())
            elif following in path:
                return path[path.index(following):] + [following]
            elif following not in done and following in graph:
                path.append(following)
                stack.append((following, iter(graph[following])))
    return None


def check(top: Path) -> list[str]:
    """All faults of the tree, as lines to print."""
    faults: list[str] = []
    users: dict[str, list[str]] = {prefix: [] for prefix in LIMITS}
    graph: dict[str, list[str]] = {}
    lib = top / "lib"
    root = lib / "offerkit"
    files = sorted(p for base in (root, top / "cli") for p in base.rglob("*") if p.suffix in (".hpp", ".cpp"))
    if not files:
        return [f"{top}: there is no source to check"]

    for path in files:
        name = path.relative_to(top).as_posix()
        in_lib = path.is_relative_to(root)
        inner = path.relative_to(root).as_posix() if in_lib else ""
        public = in_lib and path.suffix == ".hpp" and "detail" not in path.parts
        graph_edges = graph.setdefault(inner, []) if in_lib and path.suffix == ".hpp" else []
        for number, quote, target in includes(path):
            where = f"{name}:{number}"
            for prefix in users:
                if target.startswith(prefix) and name not in users[prefix]:
                    users[prefix].append(name)
            if THIRD_PARTY.match(target):
                if public and (inner, target) != PUBLIC_EXCEPTION:
                    faults.append(f"{where}: a public header may not include <{target}>")
                continue
            if target.startswith("offerkit/"):
                header = target.removeprefix("offerkit/")
                if not (lib / target).is_file():
                    faults.append(f"{where}: there is no {target}")
                    continue
                if in_lib:
                    fault = check_look(inner, header)
                    if fault:
                        faults.append(f"{where}: {fault}")
                    graph_edges.append(header)
                elif "/detail/" in target:
                    faults.append(f"{where}: {target} is for the library's own use")
                continue
            if in_lib:
                if target.startswith(("cli/", "tests/")) or "../" in target:
                    faults.append(f"{where}: the library may not include {target}")
                elif quote == '"':
                    faults.append(f'{where}: write <offerkit/...> from the include root, not "{target}"')

    for prefix, limit in LIMITS.items():
        if len(users[prefix]) > limit:
            listed = ", ".join(users[prefix])
            faults.append(f"<{prefix}...> is included by {len(users[prefix])} files, at most {limit} may: {listed}")
    circle = find_circle(graph)
    if circle:
        faults.append("headers include each other in a circle: " + " -> ".join(circle))
    return faults


def main(arguments: list[str]) -> int:
    top = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parent.parent
    faults = check(top)
    for fault in faults:
        print(fault)
    if faults:
        print(f"layering: {len(faults)} fault{'s' if len(faults) > 1 else ''}")
        return 1
    print("layering: every storey looks down")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
