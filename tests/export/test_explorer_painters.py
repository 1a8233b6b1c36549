"""The two painters of the map: who is taken when, and that both paint the same."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from explorer_visit import Visit, embedded, visit_of
from test_explorer import town

from bench.country import country
from kg.export import explorer
from kg.export.explorer.webgl import WORTHWHILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "kg" / "export" / "explorer" / "library" / "twgl.js"
PACKAGE = ROOT / "tests" / "node" / "node_modules" / "twgl.js"
CARD = "ANGLE (NVIDIA, NVIDIA GeForce RTX 4060, OpenGL 4.5)"
SOFTWARE = "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)"
_NAMED = """
Object.defineProperty(WebGL2RenderingContext.prototype, 'getParameter', { value: ((real) => function (name) {
  return name === 0x9246 ? %s : real.call(this, name);
})(WebGL2RenderingContext.prototype.getParameter) });
"""
"""Has the browser name another renderer."""
_COMPARE = """
async ([hue, ...pngs]) => {
  const pictures = await Promise.all(pngs.map(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.drawImage(image, 0, 0);
    return pen.getImageData(0, 0, image.width, image.height);
  }));
  const [one, other] = pictures.map(({ data }) => data);
  const paint = [1, 3, 5].map((at) => parseInt(hue.slice(at, at + 2), 16));
  const gap = (data, at, pixel) => Math.max(...[0, 1, 2].map((part) => Math.abs(data[at + part] - pixel[part])));
  const counts = { pixels: one.length / 4, far: 0, painted: 0, alsoPainted: 0, otherPainted: 0 };
  for (let at = 0; at < one.length; at += 4) {
    counts.far += gap(one, at, other.subarray(at, at + 3)) > 48;
    counts.painted += gap(one, at, paint) === 0;
    counts.alsoPainted += gap(one, at, paint) === 0 && gap(other, at, paint) <= 48;
    counts.otherPainted += gap(other, at, paint) === 0;
  }
  return counts;
}
"""
"""Of two pictures: how many pixels, how many of clearly different colours, how many of one colour in each."""
_LOSE = "document.getElementById('map-ground').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()"


def test_the_library_is_the_one_that_notice_names(wanting: Callable[[str], NoReturn]) -> None:
    """The committed file has the hash that NOTICE gives, and is that of the npm package in the version of tests/node."""
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert sha256(LIBRARY.read_bytes()).hexdigest() in notice
    if not PACKAGE.is_dir():
        wanting("twgl.js is not installed: npm ci --prefix tests/node")
    package = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))
    assert f"twgl.js {package['version']}" in notice
    assert package["license"] == "MIT"
    assert LIBRARY.read_bytes() == (PACKAGE / "dist" / "7.x" / "twgl.js").read_bytes()


def test_only_pages_with_a_large_map_hold_the_library() -> None:
    """Below so many things a page has neither the library nor its hash; above, both, and the policy allows no making of code."""
    small, large = (explorer.render(one).decode() for one in (town(), country(WORTHWHILE)))
    library = embedded(large, "webgl")
    allowed = b64encode(sha256(library.encode()).digest()).decode()
    assert '<script type="text/plain" id="webgl"></script>' in small
    assert allowed in large
    assert allowed not in small
    assert "unsafe" not in large[: large.index("<style>")]
    assert "new Function" not in library
    assert "sourceMappingURL" not in library


@pytest.fixture
def visit(browser: Browser, large_file: Path) -> Iterator[Visit]:
    """The page of 20,000 things. What Chromium's driver says of reading pixels back is nothing of the page's."""
    visit = visit_of(browser, large_file)
    yield visit
    visit.noise[:] = [text for text in visit.noise if "GPU stall due to ReadPixels" not in text]
    visit.close()


def see(visit: Visit, painter: str, fragment: str = "", zooms: int = 0) -> None:
    """Open the map by a painter, about a person, and zoom in."""
    person = visit.data("graph")["nodes"]["kind"].index(visit.data("graph")["kinds"].index("person"))
    visit.open(f"#view=map&painter={painter}&select={visit.data('names')['id'][person]}{fragment}")
    visit.page.wait_for_selector(f"#map[data-painter={painter}]")
    visit.page.focus("#map-canvas")
    visit.page.keyboard.press("Escape")
    for key in ["+"] * zooms or ["0"]:
        visit.page.keyboard.press(key)


def picture(visit: Visit, path: Path) -> bytes:
    """The map as it is downloaded."""
    visit.page.click("summary:has-text('导出')")
    with visit.page.expect_download() as info:
        visit.page.click("#png")
    visit.page.keyboard.press("Escape")
    info.value.save_as(path)
    return path.read_bytes()


@pytest.mark.parametrize("fragment", ["", "&nokinds=person"])
@pytest.mark.parametrize("zooms", [0, 4])
def test_both_painters_paint_the_same(visit: Visit, tmp_path: Path, fragment: str, zooms: int) -> None:
    """As spots and as symbols, filtered or not: what one paints in the colour of persons the other does, and little else differs."""
    see(visit, "canvas", fragment, zooms)
    canvas = picture(visit, tmp_path / "canvas.png")
    see(visit, "webgl", fragment, zooms)
    webgl = picture(visit, tmp_path / "webgl.png")
    hue = visit.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--person').trim()")
    seen = visit.page.evaluate(_COMPARE, [hue, *(b64encode(png).decode() for png in (canvas, webgl))])
    assert seen["far"] < 0.06 * seen["pixels"]
    if fragment:
        assert seen["painted"] == seen["otherPainted"] == 0
    else:
        assert seen["painted"] > 500
        assert seen["alsoPainted"] > 0.8 * seen["painted"]


def test_what_webgl_paints_answers_the_pointer(visit: Visit) -> None:
    """What is searched for stands in the middle; the pointer there names it, and a press on what is selected opens it."""
    see(visit, "webgl")
    name = visit.data("graph")["nodes"]["label"][-1]
    visit.search(name)
    visit.page.keyboard.press("Enter")
    box = visit.page.locator("#map-canvas").bounding_box()
    assert box
    visit.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert visit.page.locator("#map-tip strong").inner_text() == name
    visit.page.mouse.down()
    visit.page.mouse.up()
    assert visit.page.is_visible("#network")


def test_a_lost_context_leaves_the_canvas(visit: Visit, tmp_path: Path) -> None:
    """When the machine takes the context away the canvas paints on, the same as if there had been none."""
    see(visit, "canvas")
    before = picture(visit, tmp_path / "before.png")
    see(visit, "webgl")
    visit.page.evaluate(_LOSE)
    visit.page.wait_for_selector("#map[data-painter=canvas]")
    assert visit.page.locator("#map-ground").count() == 0
    assert picture(visit, tmp_path / "after.png") == before


@pytest.mark.parametrize(("renderer", "painter"), [(CARD, "webgl"), (SOFTWARE, "canvas")])
def test_webgl_paints_where_there_is_a_graphics_card(visit: Visit, renderer: str, painter: str) -> None:
    """Left to itself the page takes WebGL behind a card, and the canvas where software would draw; the address says nothing of it."""
    visit.page.add_init_script(_NAMED % json.dumps(renderer))
    visit.open().page.click("#view-map")
    visit.page.wait_for_function("document.getElementById('map').dataset.painter")
    visit.page.wait_for_timeout(500)
    assert visit.page.get_attribute("#map", "data-painter") == painter
    assert visit.page.locator("#map-ground").count() == (painter == "webgl")
    assert "painter" not in visit.page.url


def test_a_small_map_is_painted_by_the_canvas_even_if_asked_otherwise(browser: Browser, tmp_path: Path) -> None:
    """Where the page holds no library nothing is missing."""
    explorer.write_html(town(), tmp_path / "graph.html")
    visit = visit_of(browser, tmp_path / "graph.html").open("#view=map&painter=webgl")
    assert visit.page.get_attribute("#map", "data-painter") == "canvas"
    visit.close()
