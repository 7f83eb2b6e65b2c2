#!/usr/bin/env python3
"""Makes the pictures of the README and the guide, in docs/pictures, with a headless Chromium.

    tools/pictures.py --program build/release/bin/offerkit [--out docs/pictures]

`report.png` is the first screen of the report on the three example offers, `compare.png` what `compare` prints about
them in a terminal.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "tests"))
from browser import Browser  # noqa: E402

OFFERS = [f"examples/three-offers/{name}.toml" for name in ("amazon", "google", "meta")]
AS_OF = ["--as-of", "2026-01-20"]
MOST_BYTES = 150_000

# The sixteen colours of a terminal, on its dark ground.
COLOURS = ["#1d2329", "#ff9c94", "#7fd694", "#f0c36a", "#8ec2ff", "#d9a0ec", "#6fd3e3", "#e8ecf0"]


def run(program: str, *words: str) -> str:
    done = subprocess.run([program, *words, *AS_OF], cwd=TOP, capture_output=True, text=True, check=True,
                          env={**os.environ, "COLUMNS": "80"})
    return done.stdout


def styles_of(codes: str) -> str:
    """What a sequence of SGR codes asks for, as CSS."""
    styles = []
    for code in (int(each or 0) for each in codes.split(";")):
        if code == 1:
            styles.append("font-weight:700")
        elif code == 2:
            styles.append("color:#aeb8c2")
        elif 30 <= code <= 37:
            styles.append(f"color:{COLOURS[code - 30]}")
        elif 90 <= code <= 97:
            styles.append(f"color:{COLOURS[code - 90]}")
    return ";".join(styles)


def terminal_page(command: str, shown: str) -> str:
    """A terminal with what a command shows, its colours among it."""
    out = [f'<span style="color:#7fd694">$</span> {html.escape(command)}\n']
    opened = False
    for piece in re.split(r"(\x1b\[[0-9;]*m)", shown):
        codes = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
        if not codes:
            out.append(html.escape(piece))
            continue
        out.append("</span>" if opened else "")
        styles = styles_of(codes.group(1))
        opened = bool(styles)
        out.append(f'<span style="{styles}">' if opened else "")
    out.append("</span>" if opened else "")
    return ('<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;background:#14181c">'
            '<pre style="margin:0;padding:16px;color:#e8ecf0;display:inline-block;'
            'font:14px/1.35 \'DejaVu Sans Mono\',\'Liberation Mono\',monospace">' + "".join(out).rstrip() + "</pre>")


def picture_of(browser: Browser, page: Path, path: Path, width: int, height: int | None) -> None:
    """The top of a page, `height` pixels of it; all of what is drawn where there is none."""
    browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=height or 600, deviceScaleFactor=1, mobile=False)
    found = browser.load(page.as_uri())
    if found:
        raise SystemExit(f"pictures: {page.name}: {'; '.join(found)}")
    if height is None:
        size = browser.ask("Runtime.evaluate", returnByValue=True, expression="(() => { const box = "
                           "document.querySelector('pre').getBoundingClientRect(); return [box.width, box.height]; })()")
        width, height = (round(each) for each in size["result"]["value"])
    browser.picture(path, width, height)
    if path.stat().st_size > MOST_BYTES:
        raise SystemExit(f"pictures: {path} has {path.stat().st_size} bytes, more than {MOST_BYTES}")
    print(f"{path}: {width} x {height}, {path.stat().st_size // 1000} kB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default="build/release/bin/offerkit")
    parser.add_argument("--out", default="docs/pictures")
    arguments = parser.parse_args()
    program = str(Path(arguments.program).resolve())
    out = Path(arguments.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        report.write_text(run(program, "report", *OFFERS), encoding="utf-8")
        compare = Path(folder) / "compare.html"
        compare.write_text(terminal_page("offerkit compare examples/three-offers/*.toml",
                                         run(program, "compare", *OFFERS, "--color", "always")), encoding="utf-8")
        browser = Browser(folder)
        try:
            browser.open_tab()
            browser.ask("Emulation.setEmulatedMedia", media="screen",
                        features=[{"name": "prefers-color-scheme", "value": "light"}])
            picture_of(browser, report, out / "report.png", 900, 760)
            picture_of(browser, compare, out / "compare.png", 900, None)
        finally:
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
