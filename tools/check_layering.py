#!/usr/bin/env python3
"""Checks that every folder of the library and the program only looks down.

    tools/check_layering.py [TOP]

Reads every #include under TOP/lib/offerkit and TOP/cli and fails, naming file
and line, when

- a folder includes one of a higher storey, or another of its own storey;
- docs/architecture.md shows another table of storeys;
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

# The storey of each folder: it includes itself and lower storeys. docs/architecture.md shows the same table with what
# lives where; a folder named `detail` belongs to the one it lies in.
STOREYS = {
    "lib/offerkit": 0,
    "lib/offerkit/quantity": 1,
    "lib/offerkit/numeric": 1,
    "lib/offerkit/calendar": 1,
    "lib/offerkit/diagnostic": 1,
    "lib/offerkit/model": 2,
    "lib/offerkit/model/fields": 3,
    "lib/offerkit/timeline": 3,
    "lib/offerkit/risk/prices": 2,
    "lib/offerkit/risk/waterfall": 3,
    "lib/offerkit/risk/options": 3,
    "lib/offerkit/file/tree": 3,
    "lib/offerkit/value": 4,
    "lib/offerkit/tax": 4,
    "lib/offerkit/file/keys": 4,
    "lib/offerkit/choice/comparison": 5,
    "lib/offerkit/choice/career": 5,
    "lib/offerkit/risk/offers": 5,
    "lib/offerkit/file/document": 5,
    "lib/offerkit/file/terms": 5,
    "lib/offerkit/file/priorities": 5,
    "lib/offerkit/file/plan": 7,
    "lib/offerkit/choice/search": 5,
    "lib/offerkit/choice/decision": 6,
    "lib/offerkit/choice/leaving": 6,
    "lib/offerkit/choice/after_tax": 6,
    "lib/offerkit/choice/timelines": 6,
    "lib/offerkit/choice/uncertainty": 6,
    "lib/offerkit/choice/paths": 6,
    "lib/offerkit/file/profiles": 6,
    "lib/offerkit/choice/negotiation": 7,
    "lib/offerkit/file/offer": 7,
    "lib/offerkit/file": 8,
    "lib/offerkit/choice/pipeline": 8,
    "lib/offerkit/file/ocf": 9,
    "lib/offerkit/report/product": 9,
    "lib/offerkit/report/figure": 10,
    "lib/offerkit/report/words": 10,
    "lib/offerkit/render/svg": 11,
    "lib/offerkit/render/xlsx": 11,
    "lib/offerkit/authoring": 11,
    "lib/offerkit/report/career": 11,
    "lib/offerkit/report/decide": 11,
    "lib/offerkit/report/leave": 11,
    "lib/offerkit/report/levels": 11,
    "lib/offerkit/report/show": 11,
    "lib/offerkit/report/stay": 11,
    "lib/offerkit/report/sweep": 11,
    "lib/offerkit/report/tax": 11,
    "lib/offerkit/report/vest": 11,
    "lib/offerkit/report/batch": 12,
    "lib/offerkit/report/calendar": 12,
    "lib/offerkit/report/check": 12,
    "lib/offerkit/report/compare": 12,
    "lib/offerkit/report/ledger": 11,
    "lib/offerkit/report/negotiate": 12,
    "lib/offerkit/report/pipeline": 12,
    "lib/offerkit/report/profiles": 12,
    "lib/offerkit/render/html": 13,
    "lib/offerkit/report/one_file": 13,
    "lib/offerkit/render": 13,
    "lib/offerkit/workspace": 14,
    "cli/registry": 14,
    "cli/system": 14,
    "cli/help": 15,
    "cli/line": 15,
    "cli/dialogue": 16,
    "cli/session": 16,
    "cli/commands": 17,
    "cli": 18,
}

# The header that users of the library include lies at its root, and includes what they need.
FRONT_DOOR = "lib/offerkit/offerkit.hpp"

THIRD_PARTY = re.compile(
    r"^(toml\+\+|CLI|fmt|date|boost|nlohmann|utf8proc|tl|catch2|rapidcheck|benchmark)[/.]"
)
PUBLIC_EXCEPTION = ("result.hpp", "tl/expected.hpp")
LIMITS = {"toml++/": 3, "CLI/": 1, "nlohmann/": 1}

MAP_ROW = re.compile(r"^\| (\d+) \| `([^`]+)` \|", re.M)

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


def folder_of(path: str) -> str:
    """The folder that a file named from the top belongs to."""
    if path == FRONT_DOOR:
        return "lib/offerkit/workspace"
    return path.rsplit("/", 1)[0].removesuffix("/detail")


def check_look(source: str, target: str) -> str | None:
    """Why file `source` may not include header `target`; both from the top."""
    here, there = folder_of(source), folder_of(target)
    for folder in (here, there):
        if folder not in STOREYS:
            return f"'{folder}/' has no storey; give it one in tools/check_layering.py"
    if here == there or STOREYS[there] < STOREYS[here]:
        return None
    if STOREYS[there] == STOREYS[here]:
        return f"{here} and {there} share storey {STOREYS[here]} and may not include each other"
    return f"{here} (storey {STOREYS[here]}) may not include {there} (storey {STOREYS[there]})"


def check_map(top: Path) -> list[str]:
    """What docs/architecture.md says of the folders and their storeys that is not so here."""
    path = top / "docs/architecture.md"
    if not path.is_file():
        return []
    told = {folder: int(storey) for storey, folder in MAP_ROW.findall(path.read_text(encoding="utf-8"))}
    return [f"docs/architecture.md: {folder or 'the root'} has storey {STOREYS.get(folder, 'none')} in "
            f"tools/check_layering.py, and {told.get(folder, 'none')} here"
            for folder in sorted(STOREYS.keys() | told.keys()) if STOREYS.get(folder) != told.get(folder)]


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
        graph_edges = graph.setdefault(name, []) if path.suffix == ".hpp" else []
        for number, quote, target in includes(path):
            where = f"{name}:{number}"
            for prefix in users:
                if target.startswith(prefix) and name not in users[prefix]:
                    users[prefix].append(name)
            if THIRD_PARTY.match(target):
                if public and (inner, target) != PUBLIC_EXCEPTION:
                    faults.append(f"{where}: a public header may not include <{target}>")
                continue
            if target.startswith(("offerkit/", "cli/")) and not (in_lib and target.startswith("cli/")):
                header = ("lib/" if target.startswith("offerkit/") else "") + target
                if not (top / header).is_file():
                    faults.append(f"{where}: there is no {target}")
                    continue
                fault = check_look(name, header)
                if fault:
                    faults.append(f"{where}: {fault}")
                if not in_lib and "/detail/" in target:
                    faults.append(f"{where}: {target} is for the library's own use")
                graph_edges.append(header)
                continue
            if in_lib and (target.startswith(("cli/", "tests/")) or "../" in target):
                faults.append(f"{where}: the library may not include {target}")
            elif quote == '"':
                faults.append(f'{where}: write <{"offerkit" if in_lib else "cli"}/...> from the include root, not "{target}"')

    for prefix, limit in LIMITS.items():
        if len(users[prefix]) > limit:
            listed = ", ".join(users[prefix])
            faults.append(f"<{prefix}...> is included by {len(users[prefix])} files, at most {limit} may: {listed}")
    circle = find_circle(graph)
    if circle:
        faults.append("headers include each other in a circle: " + " -> ".join(circle))
    faults += check_map(top)
    return faults


def main(arguments: list[str]) -> int:
    top = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parent.parent
    faults = check(top)
    for fault in faults:
        print(fault)
    if faults:
        print(f"layering: {len(faults)} fault{'s' if len(faults) > 1 else ''}")
        return 1
    print("layering: every folder looks down")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
