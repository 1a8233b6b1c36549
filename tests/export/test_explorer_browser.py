"""The explorer in a real Chromium, used as a person would: offline, from ``file://``, hostile documents included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from explorer_visit import Visit, visit_of
from lxml import etree
from pyoxigraph import RdfFormat, Store
from test_explorer import HOSTILE, span, town

from kg import Build
from kg.export.explorer import write_html
from kg.export.explorer.embed import to_json
from kg.model import Mention

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def town_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the small town."""
    path = tmp_path_factory.mktemp("town") / "graph.html"
    write_html(town(), path)
    return path


@pytest.fixture
def visit(browser: Browser, town_file: Path) -> Iterator[Visit]:
    """The small town, open; afterwards it must have been silent and asked for nothing but itself."""
    visit = visit_of(browser, town_file).open()
    yield visit
    visit.close()


def test_opens_with_the_whole_town(visit: Visit) -> None:
    """All things but sources and private persons are shown, and the page says so."""
    assert "显示全部 15 个事物" in visit.page.inner_text("#status")
    assert {"周玉刚", "清河市委", "东岭省"} <= visit.shown()


@pytest.mark.parametrize("typed", ["周玉刚", "周玉剛", "zhou yugang", "zhouyugang", "Zhōu Yùgāng", "zyg"])
def test_search_finds_a_person_by_any_spelling(visit: Visit, typed: str) -> None:
    """Simplified, traditional, pinyin with and without tones, and initials find the same person; Enter focuses."""
    visit.search(typed)
    assert visit.page.locator("#search-list [role=option]").first.locator("span").inner_text() == "周玉刚"
    assert "人物" in visit.page.inner_text("#search-list")
    visit.page.keyboard.press("Enter")
    assert visit.page.inner_text("#panel h2") == "周玉刚"
    assert "focus=person/zhou" in visit.page.url


def test_evidence_is_quoted_with_its_words_marked(visit: Visit) -> None:
    """A post of the person stands first, with its sentence, marked words, document, date, link, basis and rule."""
    visit.open("#select=person/zhou")
    fact = visit.page.locator("#panel .fact").first
    assert fact.locator("blockquote").inner_text() == "市委书记周玉刚、市长林晓梅出席会议。"
    assert fact.locator("mark").all_inner_texts() == ["市委书记周玉刚"]
    text = fact.inner_text()
    for part in (
        "清河市委",
        "书记",
        "在任",
        "起 2011",
        "清河日报",
        "2013-05-02",
        "清河日报社",
        "0.94",
        "据上下文",
        "posts/title-name",
    ):
        assert part in text
    link = fact.locator("a")
    assert link.get_attribute("href") == "https://paper.example/a?b=1&c=2"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_marks_hold_after_four_byte_characters(visit: Visit) -> None:
    """A character outside the basic plane inside the words is marked with them."""
    visit.open("#select=person/gao")
    assert visit.page.locator("#panel .fact mark").first.inner_text() == "原市民政局局长高文𠮷"


def test_relation_can_be_selected(visit: Visit) -> None:
    """The panel of a relation shows both ends and the words."""
    visit.open("#relation=program/bridge,body/civil")
    assert "金桥行动" in visit.page.inner_text("#panel h2")
    assert visit.page.locator("#panel mark").first.inner_text() == "该行动由清河市民政局主办"


def test_filters_narrow_what_is_shown(visit: Visit) -> None:
    """Kinds, persons without office, confidence, place and source filter, and reset brings everything back."""
    everything = visit.shown()
    visit.check("kinds", "地点")
    assert "东岭省" not in visit.shown()
    visit.check("kinds", "无职务人员")
    assert "陈小舟" in visit.shown()
    visit.page.click("#reset")
    assert visit.shown() == everything
    visit.page.fill("#place", "𠮷祥社区")
    visit.page.press("#place", "Enter")
    assert visit.shown() == {"𠮷祥社区"}
    assert "东岭省" in visit.page.inner_text("#place-chosen")
    visit.page.click("#reset")
    visit.page.fill("#source", "清河日报")
    visit.page.press("#source", "Enter")
    assert "周玉刚" in visit.shown()
    assert "东岭省" not in visit.shown()


def test_relation_and_basis_filters_remove_edges(visit: Visit) -> None:
    """Edges of a relation or basis that is switched off, or of low confidence, are not drawn."""
    visit.check("relations", "任职")
    assert "10 条关系" in visit.page.inner_text("#status")
    visit.check("bases", "推导")
    assert "6 条关系" in visit.page.inner_text("#status")
    visit.page.evaluate("const c = document.getElementById('confidence'); c.value = 95; c.dispatchEvent(new Event('input'))")
    assert "2 条关系" in visit.page.inner_text("#status")


def test_focus_steps_expand_hide_and_history(visit: Visit) -> None:
    """Neighbours by steps, expansion, hiding, and the way back."""
    visit.open("#focus=person/zhou&select=person/zhou")
    assert visit.shown() == {"周玉刚", "清河市委", "𠮷祥社区建设工作会议"}
    visit.page.click("[data-key=step-2]")
    assert "清河市" in visit.shown()
    visit.page.click("#back")
    visit.page.wait_for_function("!location.hash.includes('steps=2')")
    assert "清河市" not in visit.shown()
    visit.page.click("#forward")
    visit.page.wait_for_function("location.hash.includes('steps=2')")
    assert "清河市" in visit.shown()
    visit.open("#focus=person/zhou&select=body/committee")
    visit.page.click("#panel .actions button:has-text('展开')")
    assert "清河市" in visit.shown()
    visit.open("#focus=person/zhou&select=body/committee")
    visit.page.click("#panel .actions button:has-text('隐藏')")
    assert "清河市委" not in visit.shown()
    assert "周玉刚" in visit.page.inner_text("#crumbs")


def test_path_search(visit: Visit) -> None:
    """The shortest way between two things is shown, with its length."""
    visit.page.fill("#path-from", "zyg")
    visit.page.press("#path-from", "Enter")
    visit.page.fill("#path-to", "高文𠮷")
    visit.page.press("#path-to", "Enter")
    assert "4 步" in visit.page.inner_text("#status")
    assert {"周玉刚", "清河市", "清河市民政局", "高文𠮷"} <= visit.shown()


def test_a_path_is_read_step_by_step(visit: Visit) -> None:
    """The panel lists the facts of each step with the words they rest on; what ties things beside the way is not drawn."""
    visit.open("#path=person/zhou,person/gao&nokinds=source,event")
    headings = visit.page.locator("#panel section h3").all_inner_texts()
    assert headings == ["第 1 步 1", "第 2 步 1", "第 3 步 1", "第 4 步 1"]
    assert visit.page.locator("#panel section").first.locator("mark").inner_text() == "市委书记周玉刚"
    assert "4 条关系" in visit.page.inner_text("#status")
    assert visit.page.input_value("#path-from") == "周玉刚"
    assert visit.page.input_value("#path-to") == "高文𠮷"
    visit.open("#path=person/zhou,place/estate&stated=1&lang=en")
    assert "No path" in visit.page.inner_text("#panel")


def test_a_path_leads_over_what_is_hidden_only_until_asked_for(browser: Browser, real_build: Build) -> None:
    """Two things of one event are two steps apart though events are not drawn at first; with events ruled out they are not."""
    visit = visit_of(browser, real_build.folder / "graph.html")
    graph, ids = visit.data("graph"), visit.data("names")["id"]
    event, person = graph["kinds"].index("event"), graph["kinds"].index("person")
    kinds, edges, private = graph["nodes"]["kind"], graph["edges"], set(graph["private"])
    held = {edges["a"][edge] for edge in edges["held"]}
    at_events: dict[int, set[int]] = {}
    for a, b in zip(edges["a"], edges["b"], strict=True):
        if kinds[a] == event and kinds[b] == person and b in held - private:
            at_events.setdefault(a, set()).add(b)
    one, other = sorted(next(members for members in at_events.values() if len(members) > 1))[:2]
    visit.open(f"#lang=zh&path={ids[one]},{ids[other]}")
    assert visit.page.locator("#panel section h3").count() <= 2
    visit.close()


def test_no_path_offers_the_way_over_documents(visit: Visit) -> None:
    """Where no facts lead from one thing to another, the documents that name them can be asked."""
    visit.open("#path=person/zhou,place/estate&stated=1")
    visit.page.click("#panel button:has-text('来源文献')")
    assert "nokinds=" in visit.page.url
    assert not visit.page.is_visible("#panel button:has-text('来源文献')")


def test_a_filter_that_nothing_passes_is_no_dead_end(visit: Visit) -> None:
    """The page says so and offers the way back."""
    visit.open("#from=1850&to=1851")
    assert "没有事物符合筛选" in visit.page.inner_text("#status")
    visit.page.click("#status button")
    assert "显示全部 15 个事物" in visit.page.inner_text("#status")


def test_hostile_document_is_text(visit: Visit) -> None:
    """Markup in titles and names is read as text, a javascript address is no link, nothing runs."""
    visit.open("#select=person/bad")
    assert visit.page.locator("#panel h2").text_content() == HOSTILE
    assert visit.page.locator("img").count() == 0
    visit.page.click("#view-table")
    visit.page.click("#view-network")
    visit.open("#select=source/evil")
    assert visit.page.locator("#panel h2").text_content() == HOSTILE
    assert "javascript:alert(1)" in visit.page.inner_text("#panel dl")
    assert visit.page.locator("#panel dl a").count() == 0
    visit.search("img")
    assert "onerror" in visit.page.inner_text("#search-list")
    assert visit.page.locator("img").count() == 0


def test_fragment_restores_the_state(visit: Visit) -> None:
    """The address of a view opens the same view; what it does not know is passed over."""
    visit.open("#focus=body/civil&steps=2&nobasis=table&confidence=50&view=table&lang=en&nonsense=1")
    assert visit.page.get_attribute("html", "lang") == "en"
    assert visit.page.is_visible("#table")
    assert not visit.page.is_visible("#network")
    assert visit.page.input_value("#confidence") == "50"
    assert not visit.page.locator("#bases label", has_text="from table").locator("input").is_checked()
    visit.open("#focus=person/nobody&path=a,b&select=<img src=x onerror=alert(1)>")
    assert "显示全部" in visit.page.inner_text("#status")


def test_fragment_restores_table_and_matrix(visit: Visit) -> None:
    """Tab and order of the table, and level of the matrix, are part of the address; a column that is none is passed over."""
    visit.open("#view=table&tab=facts&sort=-sure")
    assert visit.page.get_attribute("#table th:nth-child(8)", "aria-sort") == "descending"
    visit.open("#view=table&sort=nonsense")
    assert visit.page.get_attribute("#table th:nth-child(1)", "aria-sort") == "ascending"
    visit.open("#view=matrix&level=province&shared=1")
    assert visit.page.input_value("#matrix select") == "province"
    assert visit.page.is_checked("#matrix input")


def test_a_filtered_view_says_whether_all_that_passes_is_shown(browser: Browser, visit: Visit, large_file: Path) -> None:
    """All that pass a filter are called all; of too many the best connected are shown and called that, also where no ties are left."""
    visit.open("#nokinds=source,person")
    assert "符合筛选者已全部显示" in visit.page.inner_text("#status")
    large = visit_of(browser, large_file).open("#nokinds=source,body")
    assert "显示 90 个事物、0 条关系" in large.page.inner_text("#status")
    assert "联系最多者" in large.page.inner_text("#status")
    assert "符合筛选者已全部显示" not in large.page.inner_text("#status")
    large.close()


def test_one_thing_is_named_by_the_singular_of_its_kind(visit: Visit) -> None:
    """The panel and the table say Person of a person, the filters Persons."""
    visit.open("#lang=en&select=person/zhou&view=table&sort=kind")
    assert visit.page.inner_text("#panel .badge") == "Person"
    assert "Body" in visit.page.locator("#table tbody td:nth-child(2)").all_inner_texts()
    assert "Persons" in visit.page.inner_text("#kinds")


def test_language_switch(visit: Visit) -> None:
    """One click turns the interface, and the choice stays in the address."""
    visit.page.click("#language")
    assert "Kinds of thing" in visit.page.inner_text("#filters")
    assert "lang=en" in visit.page.url
    visit.page.click("#language")
    assert "类别" in visit.page.inner_text("#filters")


def test_browser_language_decides_at_first(browser: Browser, town_file: Path) -> None:
    """An English browser gets the English page."""
    visit = visit_of(browser, town_file, locale="en-GB").open()
    assert "Kinds of thing" in visit.page.inner_text("#filters")
    visit.close()


def test_table_sorts_and_downloads(visit: Visit, tmp_path: Path) -> None:
    """A click on a head sorts; the CSV has a BOM and no cell that a spreadsheet takes for a formula."""
    visit.page.click("#view-table")
    visit.page.click("#table th:nth-child(3) button")
    counts = [int(text) for text in visit.page.locator("#table td:nth-child(3)").all_inner_texts()]
    assert counts == sorted(counts)
    visit.page.click("#table th:nth-child(3) button")
    assert visit.page.get_attribute("#table th:nth-child(3)", "aria-sort") == "descending"
    assert "sort=-degree" in visit.page.url
    with visit.page.expect_download() as info:
        visit.page.click("#csv")
    info.value.save_as(tmp_path / "x.csv")
    text = (tmp_path / "x.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    assert "\r\n周玉刚," in text
    assert "\r\n'=SUM(1)号文件," in text


def test_picture_downloads(visit: Visit, tmp_path: Path) -> None:
    """The view can be saved as a PNG."""
    with visit.page.expect_download() as info:
        visit.page.click("summary:has-text('导出')")
        visit.page.click("#png")
    info.value.save_as(tmp_path / "x.png")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")


def test_keyboard_moves_focuses_and_hides(visit: Visit) -> None:
    """The network can be used without a pointer."""
    visit.page.focus("#network")
    visit.page.keyboard.press("ArrowRight")
    assert visit.page.locator("#panel .badge").count() == 1
    visit.page.keyboard.press("Enter")
    assert "focus=" in visit.page.url
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("#panel .badge").count() == 0


def test_keys_move_a_node_as_dragging_does(visit: Visit, tmp_path: Path) -> None:
    """Shift and an arrow move the selected node, and leave it selected."""

    def picture(name: str) -> str:
        with visit.page.expect_download() as info:
            visit.page.click("summary:has-text('导出')")
            visit.page.click("#svg")
        info.value.save_as(tmp_path / name)
        return (tmp_path / name).read_text(encoding="utf-8")

    visit.page.focus("#network")
    visit.page.keyboard.press("ArrowRight")
    chosen, before = visit.page.inner_text("#panel h2"), picture("before.svg")
    visit.page.focus("#network")
    visit.page.keyboard.press("Shift+ArrowRight")
    assert visit.page.inner_text("#panel h2") == chosen
    assert picture("after.svg") != before


def test_private_persons_are_counted_and_listed_apart(visit: Visit) -> None:
    """The list behind the count of persons holds officials alone; those without office are listed behind their own count."""
    visit.page.click("#kinds [data-key='list-人物']")
    assert "陈小舟" not in visit.page.inner_text("#panel")
    visit.page.click("#kinds [data-key='list-无职务人员']")
    assert "陈小舟" in visit.page.inner_text("#panel")


def test_cursor_stays_on_a_control_that_is_made_anew(visit: Visit) -> None:
    """A checkbox toggled from the keyboard keeps the cursor; a thing chosen in the panel leaves it in the panel."""
    visit.page.locator("#kinds label", has_text="地点").locator("input").focus()
    visit.page.keyboard.press("Space")
    assert visit.page.evaluate("document.activeElement.dataset.key") == "地点"
    visit.open("#select=person/zhou")
    visit.page.locator("#panel .fact .thing").first.click()
    assert visit.page.inner_text("#panel h2") == "清河市委"
    assert visit.page.evaluate("document.activeElement.id") == "panel"


def test_literal_facts_stand_with_the_properties(visit: Visit) -> None:
    """The start of a program is shown though it is no edge."""
    visit.open("#select=program/bridge")
    assert "2012-03" in visit.page.inner_text("#panel dl")


def test_settle_comes_to_rest(visit: Visit) -> None:
    """The visible part moves for a moment and then stands still."""
    visit.page.click("summary:has-text('外观')")
    visit.page.click("#settle")
    visit.page.wait_for_timeout(2600)


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_nothing_overflows_the_window(browser: Browser, town_file: Path, size: tuple[int, int]) -> None:
    """The page fits both sizes without sideways scrolling."""
    visit = visit_of(browser, town_file, viewport={"width": size[0], "height": size[1]}).open("#select=person/bad&lang=en")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    box = visit.page.locator("#network").bounding_box()
    assert box
    assert box["width"] >= 300
    assert box["height"] >= 180
    visit.close()


def test_filters_open_on_a_phone(browser: Browser, town_file: Path) -> None:
    """On a narrow screen the filters are behind a button."""
    visit = visit_of(browser, town_file, viewport={"width": 390, "height": 844}).open()
    assert not visit.page.is_visible("#kinds")
    visit.page.click("#show-filters")
    assert visit.page.is_visible("#kinds")
    visit.close()


COUNT_PARSED = "window.parsed = 0; JSON.parse = ((parse) => (text) => { window.parsed += text.length; return parse(text); })(JSON.parse);"


def test_large_graph_opens_on_a_readable_view(browser: Browser, large_file: Path) -> None:
    """20,000 things: a small view, which says what it hides; until it stands nothing is read that it does not show. All can be found."""
    visit = visit_of(browser, large_file)
    visit.page.add_init_script(COUNT_PARSED)
    visit.open()
    labels = visit.page.evaluate("document.getElementById('labels').textContent.length")
    assert visit.page.evaluate("window.parsed") == labels + len(to_json(visit.data("graph")).decode())
    assert len(visit.shown()) <= 200
    assert "另有" in visit.page.inner_text("#status")
    name = visit.data("graph")["nodes"]["label"][-1]
    visit.search(name)
    visit.page.keyboard.press("Enter")
    assert visit.page.inner_text("#panel h2") == name
    visit.check("relations", "位于")
    visit.close()


def test_a_matrix_of_something_else_begins_small_again(browser: Browser, seeds_build: Build) -> None:
    """More programs are shown when asked for, and as few as at first when the level changes."""
    visit = visit_of(browser, seeds_build.folder / "graph.html").open("#view=matrix&level=")
    columns = visit.page.locator("#matrix thead th")
    first = columns.count()
    visit.page.click("#matrix button:has-text('再显示一些')")
    assert columns.count() > first
    visit.page.select_option("#matrix select", "province")
    assert columns.count() == first
    visit.close()


def test_a_page_that_the_browser_saves_opens_again(visit: Visit, browser: Browser, tmp_path: Path) -> None:
    """What a browser writes of the open page holds all data, though the page has read them."""
    visit.page.click("#view-map")
    saved = visit.page.evaluate("'<!DOCTYPE html>' + document.documentElement.outerHTML")
    (tmp_path / "saved.html").write_text(saved, encoding="utf-8")
    again = visit_of(browser, tmp_path / "saved.html").open()
    assert "显示全部 15 个事物" in again.page.inner_text("#status")
    again.page.context.close()


def test_map_shows_the_whole_and_leads_into_it(visit: Visit) -> None:
    """The map says how much it shows; search goes to a thing on it, Enter opens its network, and back leads to the map."""
    visit.page.click("#view-map")
    assert "全图显示 15 个事物" in visit.page.inner_text("#status")
    assert not visit.page.is_visible("#network")
    visit.search("zyg")
    visit.page.keyboard.press("Enter")
    assert visit.page.inner_text("#panel h2") == "周玉刚"
    assert "view=map" in visit.page.url
    visit.page.focus("#map-canvas")
    visit.page.keyboard.press("Enter")
    assert visit.page.is_visible("#network")
    assert "周玉刚" in visit.shown()
    visit.page.click("#back")
    visit.page.wait_for_selector("#map-canvas")
    assert visit.page.is_visible("#map-canvas")


def test_map_answers_the_pointer(visit: Visit) -> None:
    """What is searched for stands in the middle: the pointer there names it and its box, a pull moves the map, a press opens it."""
    visit.page.click("#view-map")
    visit.search("zyg")
    visit.page.keyboard.press("Enter")
    box = visit.page.locator("#map-canvas").bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visit.page.mouse.move(*middle)
    assert visit.page.locator("#map-tip").inner_text().splitlines()[0] == "周玉刚"
    assert "清河市委" in visit.page.inner_text("#map-tip")
    visit.page.mouse.down()
    visit.page.mouse.move(middle[0] + 60, middle[1] + 40)
    visit.page.mouse.up()
    assert visit.page.is_visible("#map-canvas")
    visit.page.mouse.wheel(0, -300)
    visit.page.mouse.click(middle[0] + 60, middle[1] + 40)
    assert visit.page.is_visible("#network")
    assert "focus=person/zhou" in visit.page.url


def test_map_draws_private_persons_only_when_asked_for(visit: Visit) -> None:
    """Sources and persons without office are counted as not shown; a tick shows the persons."""
    visit.page.click("#view-map")
    assert "共 3 个未显示" in visit.page.inner_text("#status")
    visit.check("kinds", "无职务人员")
    assert "共 2 个未显示" in visit.page.inner_text("#status")
    assert "全图显示 16 个事物" in visit.page.inner_text("#status")


def test_date_range_filters_and_is_told(visit: Visit) -> None:
    """A year in the field keeps what is dated in it; the address and the breadcrumb say so; the cross takes it back."""
    visit.page.wait_for_selector("html[data-idle]")
    visit.page.fill("#date-to", "2011")
    visit.page.press("#date-to", "Enter")
    assert visit.shown() == {"周玉刚", "清河市委"}
    assert "to=2011" in visit.page.url
    assert "…–2011" in visit.page.inner_text("#crumbs")
    visit.page.click("#date-clear")
    assert "林晓梅" in visit.shown()


def test_a_bar_of_the_histogram_chooses_its_year(visit: Visit) -> None:
    """The bars stand for years, and a press on one filters."""
    visit.page.wait_for_selector("html[data-idle]")
    visit.page.locator("#histogram [data-year='2013']").click()
    assert "from=2013&to=2013" in visit.page.url
    assert "林晓梅" in visit.shown()


def test_pin_keeps_a_thing_and_collapse_takes_back(visit: Visit) -> None:
    """A pinned thing stays when the focus moves; C takes back an expansion, P unpins."""
    visit.open("#focus=person/zhou&select=body/committee")
    visit.page.focus("#network")
    visit.page.keyboard.press("e")
    assert "清河市" in visit.shown()
    visit.page.focus("#network")
    visit.page.keyboard.press("c")
    assert "清河市" not in visit.shown()
    visit.page.focus("#network")
    visit.page.keyboard.press("p")
    visit.search("高文")
    visit.page.keyboard.press("Enter")
    assert {"高文𠮷", "清河市委"} <= visit.shown()
    visit.open("#focus=person/gao&pin=body/committee&select=body/committee")
    visit.page.click("#panel [data-key=pin]")
    assert "清河市委" not in visit.shown()


def test_paths_over_stated_facts_only(visit: Visit) -> None:
    """With the box ticked a way over derived facts is no way."""
    visit.open("#path=person/zhou,person/gao")
    assert "4 步" in visit.page.inner_text("#status")
    visit.page.check("#stated")
    assert "没有路径" in visit.page.inner_text("#status")


def test_drawing_downloads_as_svg(visit: Visit, tmp_path: Path) -> None:
    """The SVG holds every label as text, a hostile one too, and nothing that runs."""
    visit.page.click("summary:has-text('导出')")
    with visit.page.expect_download() as info:
        visit.page.click("#svg")
    info.value.save_as(tmp_path / "x.svg")
    root = etree.parse(tmp_path / "x.svg").getroot()
    texts = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"周玉刚", "清河市委"} <= texts
    assert {element.tag.partition("}")[2] for element in root.iter()} <= {"svg", "title", "rect", "line", "circle", "polygon", "text"}


def test_the_map_says_which_ties_it_draws_and_its_svg_holds_them(visit: Visit, tmp_path: Path) -> None:
    """Of a small graph all ties that lead from box to box; with a thing selected its own in front."""
    visit.page.click("#view-map")
    assert "跨框关系" in visit.page.inner_text("#status")
    visit.search("林晓梅")
    visit.page.keyboard.press("Enter")
    visit.page.click("summary:has-text('导出')")
    with visit.page.expect_download() as info:
        visit.page.click("#svg")
    info.value.save_as(tmp_path / "x.svg")
    lines = etree.parse(tmp_path / "x.svg").getroot().findall("{http://www.w3.org/2000/svg}line")
    assert any(line.get("stroke-opacity") is None for line in lines)


def test_matrix_opens_the_facts_of_a_cell(visit: Visit) -> None:
    """Places stand against programs, and the number in a cell leads to its facts."""
    visit.page.click("#view-matrix")
    visit.page.select_option("#matrix select", "")
    cell = visit.page.locator("#matrix td.on button")
    assert cell.get_attribute("aria-label") == "清河市，金桥行动：2 条事实"
    cell.click()
    assert "主办" in visit.page.inner_text("#panel")
    assert visit.page.locator("#panel mark").first.inner_text() == "该行动由清河市民政局主办"


def test_communities_and_betweenness_are_told(visit: Visit) -> None:
    """The legend names communities by their middle; colour and size stay in the address."""
    visit.page.click("summary:has-text('外观')")
    visit.page.select_option("#colour", "community")
    visit.page.select_option("#size", "betweenness")
    assert "一群" in visit.page.inner_text("#legend")
    assert "colour=community&size=betweenness" in visit.page.url


def test_repaired_name_stands_beside_the_original(browser: Browser, tmp_path: Path) -> None:
    """Where repair has changed a name, the quotation says how the document writes it."""
    knowledge = town()
    knowledge.mentions.append(Mention("source/paper", "person/lin", span("林晓梅"), "林小梅"))
    write_html(knowledge, tmp_path / "graph.html")
    visit = visit_of(browser, tmp_path / "graph.html").open("#select=person/lin")
    assert visit.page.locator("#panel .respelt").first.inner_text() == "原文写作 林晓梅 → 林小梅"
    visit.close()


def test_query_of_a_view_yields_its_facts(browser: Browser, seeds_build: Build) -> None:
    """Run over graph.ttl, the query that the page offers gives exactly the pairs of the table of relations."""
    visit = visit_of(browser, seeds_build.folder / "graph.html").open("#lang=zh")
    visit.page.click("summary:has-text('导出')")
    visit.page.click("#sparql")
    query = visit.page.input_value("#query-text")
    visit.page.click("#query-close")
    visit.page.click("#view-table")
    visit.page.locator("#table .tabs button").nth(1).click()
    rows = visit.page.locator("#table tbody tr")
    wanted = {(row.locator("td").nth(0).inner_text(), row.locator("td").nth(2).inner_text()) for row in rows.all()}
    store = Store()
    store.load((seeds_build.folder / "graph.ttl").read_bytes(), RdfFormat.TURTLE)
    found = {(row["nameA"].value, row["nameB"].value) for row in store.query(query)}
    assert found == wanted
    visit.close()
