#!/usr/bin/env python3
"""Opens the pages that the program writes in a real browser and fails on what a reader would stumble over.

    tests/browser.py --program build/release/bin/offerkit [--out build/pages] [NAME...]

Writes the report of each example and a page or chart of each command, then opens each in headless Chromium at three
widths, light and dark, and as it prints. It fails on a page wider than its window, on a console message, on a request
beyond the file itself, on text whose contrast is below WCAG AA, on what `tidy` calls an error or a warning, and on a
report whose script does not do what it should, or which hides something without it.
Pictures lie in the folder of --out, to be looked at.

It speaks the DevTools protocol over a pipe, so it needs nothing beyond Python, chromium and tidy.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
WIDTHS = (360, 800, 1600)
AS_OF = ["--as-of", "2026-03-02"]

# Name and words of each page: reports of every example, and a page of each command that has one.
PAGES = {
    "report-three-offers": ["report", "examples/three-offers/*.toml", "--priorities", "examples/priorities.toml"],
    "report-private": ["report", "examples/negotiation/northwind.toml", "examples/negotiation/contoso.toml",
                       "examples/negotiation/current.toml", "--private"],
    "report-job-held-now": ["report", "examples/job-held-now/*.toml"],
    "report-startup": ["report", "examples/startup/*.toml"],
    "report-private-lab": ["report", "examples/private-lab/*.toml"],
    "report-euro": ["report", "examples/euro/*.toml"],
    "report-refreshers": ["report", "examples/refreshers/*.toml"],
    "report-research-to-applied": ["report", "examples/research-to-applied/dialogue.toml",
                                   "examples/research-to-applied/translation.toml",
                                   "--priorities", "examples/research-to-applied/priorities.toml"],
    "report-places": ["report", "examples/places/*.toml", "--priorities", "examples/places/me.toml"],
    "report-career-switch": ["report", "examples/career-switch/*.toml",
                             "--priorities", "examples/career-switch/priorities.toml"],
    "report-one-offer": ["report", "examples/three-offers/meta.toml"],
    "compare": ["compare", "examples/three-offers/*.toml", "--format", "html"],
    "show": ["show", "examples/startup/quillstone.toml", "--format", "html"],
    "vest": ["vest", "examples/three-offers/meta.toml", "--format", "html"],
    "leave": ["leave", "examples/job-held-now/current.toml", "--by", "month", "--format", "html"],
    "decide": ["decide", "examples/three-offers/*.toml", "--priorities", "examples/priorities.toml", "--format", "html"],
    "negotiate": ["negotiate", "examples/negotiation/northwind.toml", "--against",
                  "examples/negotiation/current.toml", "--format", "html"],
    "tax": ["tax", "examples/places/*.toml", "--priorities", "examples/places/me.toml", "--format", "html"],
    "pipeline": ["pipeline", "examples/job-search/search.toml", "--format", "html"],
    "career": ["career", "examples/career-switch/plan.toml", "--format", "html"],
    "check": ["check", "examples/three-offers/*.toml", "--format", "html"],
    "compare-chart": ["compare", "examples/startup/*.toml", "--format", "svg"],
    "vest-chart": ["vest", "examples/three-offers/*.toml", "--format", "svg"],
    "leave-chart": ["leave", "examples/job-held-now/current.toml", "--by", "month", "--format", "svg"],
    "levels": ["levels", "--format", "html"],
    "profiles": ["profiles", "--format", "html"],
}

# What is asked of each page: how wide it is, and every text whose contrast is below the bound of WCAG AA.
PROBE = r"""
(() => {
  const parse = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const linear = (part) => { part /= 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const ground = (element) => {
    for (; element; element = element.parentElement) {
      const colour = parse(getComputedStyle(element).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  let texts = 0;
  for (const element of document.querySelectorAll(document.body ? 'body, body *' : 'svg *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    const tag = element.tagName.toLowerCase();
    if (!own || ['title', 'desc', 'style', 'script'].includes(tag)) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const ink = light(parse(tag === 'text' ? style.fill : style.color));
    const paper = light(ground(element));
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    texts += 1;
    if (ratio < (large ? 3 : 4.5)) low.push(`${ratio.toFixed(2)} ${element.textContent.trim().slice(0, 40)}`);
  }
  const overlapping = [];
  for (const svg of document.querySelectorAll('svg')) {
    const boxes = [...svg.querySelectorAll('text')].map((text) => [text.getBoundingClientRect(), text.textContent]);
    const frame = svg.getBoundingClientRect();
    boxes.forEach(([a, one], i) => {
      if (a.width && (a.left < frame.left - 1 || a.right > frame.right + 1)) overlapping.push(`cut: ${one}`);
      boxes.slice(i + 1).forEach(([b, other]) => {
        if (a.width && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
          overlapping.push(`${one} / ${other}`);
      });
    });
  }
  return JSON.stringify({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth,
                          high: document.documentElement.scrollHeight, texts, low, overlapping });
})()
"""

# Whether what the script of a report adds is there: the words of a mark that is pointed at, and one choice at a time.
SCRIPTED = r"""
(() => {
  const wrong = [];
  const shown = () => [...document.querySelectorAll('.choice')].filter((each) => each.offsetHeight > 0).length;
  const buttons = [...document.querySelectorAll('.switch button')];
  if (buttons.length < 3) wrong.push(`${buttons.length} buttons for definitions`);
  for (const button of buttons) {
    button.click();
    if (shown() !== 1 || button.getAttribute('aria-pressed') !== 'true') wrong.push(`${button.textContent} shows ${shown()}`);
  }
  if (buttons.length) buttons[0].click();
  const mark = document.querySelector('[data-words]');
  const tip = document.querySelector('.tip');
  if (mark) {
    mark.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: 20, clientY: 20 }));
    if (tip.hidden || tip.textContent !== mark.dataset.words) wrong.push('pointing at a mark tells nothing');
    document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: 1, clientY: 1 }));
    if (!tip.hidden) wrong.push('the words stay where nothing is pointed at');
  }
  return JSON.stringify(wrong);
})()
"""
# Without scripts all choices stand one below the other.
UNSCRIPTED = r"""
JSON.stringify([...document.querySelectorAll('.choice')].filter((each) => !(each.offsetHeight > 0)).map(() => 'a choice is hidden')
  .concat(document.querySelector('.switch, .tip') ? ['the script ran'] : []))
"""


class Browser:
    """A headless Chromium that is spoken to over a pipe."""

    def __init__(self, folder: str):
        to_read, to_write = os.pipe()
        from_read, from_write = os.pipe()

        # Chromium reads from 3 and writes to 4; the ends may have these numbers already, so they go through 8 and 9.
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec 8<&{to_read} 9>&{from_write}; exec 3<&8 4>&9; exec chromium --headless --no-sandbox '
             f'--disable-gpu --remote-debugging-pipe --user-data-dir={folder} about:blank'],
            pass_fds=(to_read, from_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.to, self.source = to_write, os.fdopen(from_read, "rb", buffering=0)
        self.number = 0
        self.rest = b""
        self.events: list[dict] = []
        self.session: str | None = None

    def message(self) -> dict:
        while b"\0" not in self.rest:
            piece = self.source.read(1 << 16)
            if not piece:
                raise SystemExit("browser: chromium ended")
            self.rest += piece
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def ask(self, method: str, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.to, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"browser: {method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open_tab(self) -> None:
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.ask(f"{domain}.enable")

    def load(self, address: str) -> list[str]:
        """Loads a page; what it asked for and what it said on the console."""
        self.events.clear()
        self.ask("Page.navigate", url=address)
        deadline = time.monotonic() + 30
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            if time.monotonic() > deadline:
                raise SystemExit(f"browser: {address} does not load")
            self.events.append(self.message())
        self.ask("Runtime.evaluate", expression="1")
        found = []
        for event in self.events:
            parameters = event.get("params", {})
            if event.get("method") == "Network.requestWillBeSent" and parameters["request"]["url"] != address:
                found.append(f"asks for {parameters['request']['url'][:80]}")
            if event.get("method") == "Log.entryAdded":
                found.append(f"says {parameters['entry']['text'][:120]}")
            if event.get("method") in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
                found.append("speaks on the console")
        return found

    def look(self, probe: str = PROBE):
        return json.loads(self.ask("Runtime.evaluate", expression=probe, returnByValue=True)["result"]["value"])

    def picture(self, path: Path, width: int, height: int) -> None:
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                        clip={"x": 0, "y": 0, "width": width, "height": min(height, 16000), "scale": 1})
        path.write_bytes(base64.b64decode(shot["data"]))

    def paper(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True)["data"]))

    def close(self) -> None:
        self.process.terminate()
        self.process.wait()


def words_of(words: list[str]) -> list[str]:
    """The words with `*` of a folder spelled out; only offers are taken."""
    spelled = []
    for word in words:
        if word.endswith("/*.toml"):
            files = sorted((TOP / word).parent.glob("*.toml"))
            spelled += [str(file.relative_to(TOP)) for file in files
                        if file.stem != "priorities" and "company" in file.read_text(encoding="utf-8")]
        else:
            spelled.append(word)
    return spelled


def write_page(program: str, words: list[str], path: Path) -> None:
    dated = [] if words[0] in ("levels", "profiles", "career") else AS_OF
    done = subprocess.run([program, *words_of(words), *dated], cwd=TOP, capture_output=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"browser: offerkit {' '.join(words)}: {done.stderr.decode()}")
    path.write_bytes(done.stdout)


def tidied(path: Path) -> list[str]:
    kind = ["-xml"] if path.suffix == ".svg" else []
    done = subprocess.run(["tidy", "-e", "-q", "-utf8", *kind, str(path)], capture_output=True, text=True, check=False)
    return [line for line in done.stderr.splitlines() if line.strip()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default="build/release/bin/offerkit")
    parser.add_argument("--out", default="build/pages")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.names if name not in PAGES]:
        parser.error(f"no page is called {' or '.join(unknown)}: there are {', '.join(PAGES)}")
    program = str(Path(arguments.program).resolve())
    out = Path(arguments.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        browser = Browser(folder)
        try:
            browser.open_tab()
            for name in arguments.names or PAGES:
                page = out / (f"{name}.svg" if "svg" in PAGES[name] else f"{name}.html")
                write_page(program, PAGES[name], page)
                found += [f"{name}: tidy: {line}" for line in tidied(page)]
                found += check(browser, name, page, out)
        finally:
            browser.close()
    for line in found:
        print(line)
    print(f"{len(found)} found on {len(arguments.names or PAGES)} pages; pictures in {out}")
    return 1 if found else 0


def check(browser: Browser, name: str, page: Path, out: Path) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        browser.ask("Emulation.setEmulatedMedia", media="screen",
                    features=[{"name": "prefers-color-scheme", "value": scheme}])
        for width in WIDTHS:
            browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                        mobile=False)
            where = f"{name}, {width} px, {scheme}"
            found += [f"{where}: {line}" for line in browser.load(page.as_uri())]
            seen = browser.look()
            if seen["wide"] > seen["room"]:
                found.append(f"{where}: {seen['wide']} px wide")
            if not seen["texts"]:
                found.append(f"{where}: no text")
            found += [f"{where}: contrast {line}" for line in seen["low"]]
            found += [f"{where}: texts over each other: {line}" for line in seen["overlapping"]]
            browser.picture(out / f"{name}-{width}-{scheme}.png", width, seen["high"])
    if name.startswith("report"):
        found += [f"{name}: {line}" for line in browser.look(SCRIPTED)]
        browser.ask("Emulation.setScriptExecutionDisabled", value=True)
        found += [f"{name}, without scripts: {line}" for line in browser.load(page.as_uri())]
        found += [f"{name}, without scripts: {line}" for line in browser.look(UNSCRIPTED)]
        browser.ask("Emulation.setScriptExecutionDisabled", value=False)
    browser.ask("Emulation.setEmulatedMedia", media="print", features=[])
    browser.ask("Emulation.setDeviceMetricsOverride", width=680, height=960, deviceScaleFactor=1, mobile=False)
    browser.load(page.as_uri())
    seen = browser.look()
    found += [f"{name}, print: contrast {line}" for line in seen["low"]]
    browser.picture(out / f"{name}-print.png", 680, seen["high"])
    browser.paper(out / f"{name}.pdf")
    return found


if __name__ == "__main__":
    sys.exit(main())
