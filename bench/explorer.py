"""``python -m bench.explorer``: how soon the explorer opens in a headless Chromium, and what a frame costs while panning.

Opening is from the start of the navigation to the second frame after the page has drawn its first view and answers. Panning
is the median cost of a frame while the view is dragged, beside a plain pyvis page of 200 nodes with physics off and
given places, in the same run; then the same of the map of the whole, from the press of its button, by each of its painters. Of
WebGL's frames also what the page's own thread does: without a graphics card the rest is drawn in software, with one it is drawn
beside. Nothing is asserted.
Needs Debian's chromium and playwright.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from math import cos, sin
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from bench.country import country
from kg.export.explorer import write_html
from kg.export.explorer.webgl import WORTHWHILE

SIZES: Final = (1_000, 20_000, 100_000)
PLAIN: Final = 200
MOVES: Final = {"canvas": 60, "webgl": 12}
"""Moves of the pointer while the map is dragged. Without a graphics card a frame by WebGL takes up to seconds."""
_DRAWN: Final = ".vis-network canvas"
"""What vis-network draws on, in both pages."""
_CDN: Final = re.compile(r'<link[^>]*https?://[^>]*>|<script[^>]*src="https?://[^>]*></script>', re.DOTALL)
_TWO_FRAMES: Final = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
_WATCH: Final = """
window.frames_ = [];
window.scripts_ = [];
const wait = window.requestAnimationFrame.bind(window);
const finish = (canvas) => {
  const pen = canvas.getContext('2d');
  if (pen) return pen.getImageData(0, 0, 1, 1);
  const gl = canvas.getContext('webgl2');
  return gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
};
window.requestAnimationFrame = (draw) => wait((now) => {
  const start = performance.now();
  draw(now);
  window.scripts_.push(performance.now() - start);
  for (const canvas of document.querySelectorAll('canvas')) if (canvas.clientWidth) finish(canvas);
  window.frames_.push(performance.now() - start);
});
"""
"""Times what a page does in each frame, and makes the browser finish drawing within it. Both pages ask for frames only to draw."""


def main() -> None:
    """Write the pages, open and drag each, print."""
    options = _options()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("there is no chromium on PATH")
    with TemporaryDirectory(prefix="kg-bench-") as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print(f"{'':<24} {'write, CPU s':>12} {'MB':>7} {'open s':>8} {'pan frame ms':>13}")
        for size in options.sizes:
            write = partial(write_html, country(size))
            _row(browser, f"explorer, {size:,} things", Path(folder, f"{size}.html"), write, options.repeat)
        _row(browser, f"plain pyvis, {PLAIN} nodes", Path(folder, "plain.html"), _plain, options.repeat)
        print(f"\n{'':<36} {'open s':>8} {'frame ms':>9} {'of it script':>13}")
        for size in options.sizes:
            for painter in ("canvas", "webgl")[: 1 + (size >= WORTHWHILE)]:
                _map_row(browser, f"map of {size:,} things by {painter}", Path(folder, f"{size}.html"), painter, options.repeat)
        browser.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.explorer", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="numbers of things")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="times that each page is opened (default: 3)")
    return parser.parse_args()


def _plain(path: Path) -> None:
    """A page as pyvis makes it, but without physics and without the elements that would call a server."""
    network = Network(cdn_resources="in_line", directed=True)
    for at in range(PLAIN):
        network.add_node(at, label=f"节点{at}", x=round(60 * at**0.5 * cos(at * 2.4)), y=round(60 * at**0.5 * sin(at * 2.4)))
    for at in range(1, PLAIN):
        network.add_edge(at, at // 2)
        network.add_edge(at, at * 7 % PLAIN)
    network.toggle_physics(status=False)
    path.write_text(_CDN.sub("", network.generate_html()), encoding="utf-8")


def _row(browser: Browser, name: str, path: Path, write: Callable[[Path], None], repeat: int) -> None:
    start = process_time()
    write(path)
    took = process_time() - start
    opened, frames = [], []
    for _ in range(repeat):
        with _page(browser) as page:
            page.goto(path.as_uri(), wait_until="commit")
            page.wait_for_selector(_DRAWN, state="attached", timeout=120_000)
            opened.append(page.evaluate(_TWO_FRAMES) / 1000)
            frames.append(_panning(page, _DRAWN)[0])
    size = path.stat().st_size / 1e6
    print(f"{name:<24} {took:>12.2f} {size:>7.1f} {median(opened):>8.2f} {median(frames):>13.1f}", flush=True)


def _map_row(browser: Browser, name: str, path: Path, painter: str, repeat: int) -> None:
    opened, frames, scripts = [], [], []
    for _ in range(repeat):
        with _page(browser) as page:
            page.goto(f"{path.as_uri()}#painter={painter}")
            page.wait_for_selector("html[data-idle]", timeout=120_000)
            opened.append(_open_map(page, painter))
            frame, script = _panning(page, "#map-canvas", MOVES[painter])
            frames.append(frame)
            scripts.append(script)
    print(f"{name:<36} {median(opened):>8.2f} {median(frames):>9.1f} {median(scripts):>13.1f}", flush=True)


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.add_init_script(_WATCH)
    yield page
    context.close()


def _open_map(page: Page, painter: str) -> float:
    """Seconds from the press of the button to the map by its painter."""
    start = page.evaluate("performance.now()")
    page.evaluate("document.getElementById('view-map').click()")
    page.wait_for_selector(f"#map[data-painter={painter}]")
    return (page.evaluate(_TWO_FRAMES) - start) / 1000


def _panning(page: Page, canvas: str, moves: int = 60) -> tuple[float, float]:
    """The median milliseconds of a frame while the view on a canvas is dragged, and of the page's own part in it."""
    page.wait_for_timeout(1500)
    box = page.locator(canvas).first.bounding_box()
    if box is None:
        sys.exit("the page shows no canvas")
    x, y = box["x"] + 8, box["y"] + 8
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("window.frames_.length = window.scripts_.length = 0")
    for step in range(moves):
        page.mouse.move(x + 3 * step, y + 2 * step)
    frames, scripts = page.evaluate("[window.frames_, window.scripts_]")
    page.mouse.up()
    return median(frames), median(scripts)


if __name__ == "__main__":
    main()
