#!/usr/bin/python3
"""Gives what `--format xlsx` and `--format ledger` write to the programs that read them: LibreOffice, hledger, Beancount.

    tools/check_sheets.py --program build/release/bin/offerkit [--without-office]

LibreOffice computes each workbook anew: every cell that holds a formula must keep its value to the cent. hledger and
Beancount must find nothing wrong with a journal, and the money of its accounts must be what the JSON says.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile
from decimal import Decimal
from pathlib import Path

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
AS_OF = ["--as-of", "2026-01-20"]


def cells(path: Path) -> dict[tuple[str, str], tuple[str | None, str]]:
    """(sheet, place) -> (formula, value) of each cell that has a number."""
    found = {}
    with zipfile.ZipFile(path) as book:
        names = [sheet.get("name") for sheet in xml.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        for number, name in enumerate(names, start=1):
            for cell in xml.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}c"):
                value = cell.find(f"{MAIN}v")
                if value is not None and cell.get("t") not in ("s", "str"):
                    formula = cell.find(f"{MAIN}f")
                    found[name, cell.get("r")] = (None if formula is None else formula.text, value.text)
    return found


def run(command: list[str]) -> bytes:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def check_workbook(program: str, command: list[str], folder: Path, office: bool) -> tuple[int, int]:
    """The numbers of formulas and of values that were compared."""
    path = folder / "book.xlsx"
    run([program, *command, *AS_OF, "--format", "xlsx", "-o", str(path)])
    first = path.read_bytes()
    run([program, *command, *AS_OF, "--format", "xlsx", "-o", str(path)])
    if path.read_bytes() != first:
        raise SystemExit(f"{command}: two runs give two workbooks")
    ours = cells(path)
    if office:
        run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "new"), str(path)])
        theirs = cells(folder / "new" / "book.xlsx")
        for place, (formula, value) in ours.items():
            other = theirs.get(place)
            if other is None or abs(float(other[1]) - float(value)) >= 0.005:
                raise SystemExit(f"{command}: {place} is {value}, and {other} when it is computed anew ({formula})")
    return sum(formula is not None for formula, _ in ours.values()), len(ours)


def check_journal(program: str, offer: str, folder: Path) -> int:
    """The number of transactions of a journal; its income must be what `show` says is paid in all."""
    path = folder / "offer.journal"
    run([program, "show", offer, *AS_OF, "--format", "ledger", "-o", str(path)])
    run(["hledger", "-f", str(path), "check"])
    run(["bean-check", "--no-cache", str(path)])
    shown = json.loads(run([program, "show", offer, *AS_OF, "--format", "json"]), parse_float=Decimal)
    refreshers = sum(year["refreshers"] for year in shown["years"])
    income = run(["hledger", "-f", str(path), "balance", "Income", "Expenses", "-N", "--flat", "--layout=bare", "-O", "csv"])
    total = sum(Decimal(row[2]) for row in re.findall(r'^"([^"]*)","([^"]*)","(-?[0-9.]+)"$', income.decode(), re.M))
    if shown["total"] + refreshers != -total:
        raise SystemExit(f"{offer}: the journal pays {-total}, show says {shown['total']} and refreshers {refreshers}")
    return path.read_text(encoding="utf-8").count(" * ")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--without-office", action="store_true", help="leave out LibreOffice")
    given = parser.parse_args()
    program = str(given.program.resolve())
    three = sorted(str(path) for path in Path("examples/three-offers").glob("*.toml") if path.name != "me.toml")
    held = "examples/job-held-now/current.toml"
    commands = [
        ["compare", *three],
        ["compare", *three, "--detail"],
        ["compare", "examples/euro/berlin.toml", "examples/euro/zurich.toml"],
        ["show", three[0], "--detail"],
        ["show", "examples/startup/quillstone.toml"],
        ["vest", held],
        ["vest", *three, "--by", "year"],
        ["leave", held, "--by", "month"],
    ]
    with tempfile.TemporaryDirectory() as name:
        for command in commands:
            formulas, values = check_workbook(program, command, Path(name), not given.without_office)
            print(f"{formulas:4} formulas, {values:5} numbers: {' '.join(command)}")
        for offer in [*three, held, "examples/euro/zurich.toml", "examples/startup/quillstone.toml"]:
            print(f"{check_journal(program, offer, Path(name)):4} transactions: {offer}")
        for command in (["vest", held], ["vest", *three], ["compare", *three, "--refreshers"]):
            path = Path(name) / "more.journal"
            run([program, *command, *AS_OF, "--format", "ledger", "-o", str(path)])
            run(["hledger", "-f", str(path), "check"])
            run(["bean-check", "--no-cache", str(path)])
            print(f"{path.read_text(encoding='utf-8').count(' * '):4} transactions: {' '.join(command)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
