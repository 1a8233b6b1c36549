"""Each thing that one can do with the explorer, on the sample documents, on the real pages and on 20,000 things."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from explorer_visit import Visit, visit_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOLDS = "org:holds"
CONTAINED = "schema:containedInPlace"
VIEWS = ("", "#view=map", "#view=table", "#view=matrix&lang=en", "#colour=community&size=betweenness")


@pytest.fixture
def visit(browser: Browser, built_file: Path) -> Iterator[Visit]:
    """A build, open and at rest; afterwards it must have been silent and asked for nothing but itself."""
    visit = visit_of(browser, built_file).open("#lang=zh")
    visit.page.wait_for_selector("html[data-idle]")
    yield visit
    visit.close()


def edges_of(visit: Visit, relation: str) -> list[tuple[int, int, int]]:
    """Number and ends of the facts of a relation."""
    edges = visit.data("graph")["edges"]
    looks = {at for at, look in enumerate(edges["looks"]) if look[0] == relation}
    return [(at, edges["a"][at], edges["b"][at]) for at, look in enumerate(edges["look"]) if look in looks]


def official(visit: Visit) -> int:
    """The person with the most posts."""
    return Counter(person for _, person, _ in edges_of(visit, HOLDS)).most_common(1)[0][0]


def name(visit: Visit, node: int) -> str:
    """The id of a node."""
    found: str = visit.data("names")["id"][node]
    return found


def label(visit: Visit, node: int) -> str:
    """The name of a node."""
    found: str = visit.data("graph")["nodes"]["label"][node]
    return found


def shown(visit: Visit) -> int:
    """How many things the line below the view counts."""
    found = re.search("显示(?:全部)? ([0-9,]+) 个事物", visit.page.inner_text("#status"))
    assert found
    return int(found[1].replace(",", ""))


def test_opens_small_and_says_what_it_hides(visit: Visit) -> None:
    """At most 200 things, no source and no private person among them; the line below says how many there are beside."""
    graph = visit.data("graph")
    opening, source = set(graph["opening"]["node"]), graph["kinds"].index("source")
    assert 0 < len(opening) <= 200
    assert not opening & set(graph["private"])
    assert all(graph["nodes"]["kind"][node] != source for node in opening)
    assert shown(visit) == len(opening)
    assert "未显示" in visit.page.inner_text("#status")


def test_1_search_by_every_spelling(visit: Visit) -> None:
    """Characters, pinyin with and without tones and initials lead to an official; results stand by kind; Enter focuses."""
    node = official(visit)
    aliases = visit.data("names")["aliases"][node]
    pinyin = next(alias for alias in aliases if alias.isascii() or re.match("[A-ZĀÁǍÀĒÉĚÈĀŌÓǑÒ]", alias))
    plain = "".join(char for char in unicodedata.normalize("NFD", pinyin) if not unicodedata.combining(char))
    for typed in (label(visit, node), *aliases, plain.lower()):
        visit.page.fill("#search", typed)
        assert label(visit, node) in visit.page.locator("#search-list [role=group][aria-label=人物] span").all_inner_texts()
    visit.page.fill("#search", "".join(part[0] for part in plain.lower().split()))
    assert visit.page.locator("#search-list [role=option]").count()
    visit.page.fill("#search", label(visit, node))
    visit.page.press("#search", "Enter")
    assert visit.page.inner_text("#panel h2") == label(visit, node)
    assert "focus=" in visit.page.url


def test_2_filters_count_and_narrow(visit: Visit) -> None:
    """Kinds and relations stand with their counts; kind, place, date, document, basis and confidence each leave less."""
    graph = visit.data("graph")
    count = Counter(graph["kinds"][kind] for kind in graph["nodes"]["kind"])
    assert visit.page.inner_text("#kinds [data-key='list-机构']") == f"{count['body']:,}"
    assert visit.page.inner_text("#relations [data-key='list-任职']") == f"{len(edges_of(visit, HOLDS)):,}"
    before = shown(visit)
    visit.page.locator("#kinds [data-key=机构]").click()
    assert shown(visit) < before or "机构" not in visit.page.inner_text("#legend")
    visit.page.click("#reset")
    assert shown(visit) == before
    relations = visit.page.inner_text("#status")
    visit.check("relations", "任职")
    assert visit.page.inner_text("#status") != relations
    visit.page.click("#reset")
    visit.page.evaluate("const c = document.getElementById('confidence'); c.value = 95; c.dispatchEvent(new Event('input'))")
    assert "confidence=95" in visit.page.url
    assert visit.page.inner_text("#status") != relations


def test_2_a_place_holds_what_is_below(visit: Visit) -> None:
    """A place in the filter leaves the places below it and what belongs to them, and shows what is above and below."""
    _, below, above = edges_of(visit, CONTAINED)[0]
    visit.open(f"#lang=zh&place={name(visit, above)}&norelations=")
    assert label(visit, above) in visit.page.inner_text("#place-chosen")
    assert label(visit, below) in visit.page.inner_text("#place-chosen")
    visit.page.locator("#place-chosen .below button", has_text=label(visit, below)).first.click()
    assert label(visit, above) in visit.page.inner_text("#place-chosen .ancestors")
    assert f"place={name(visit, below)}" in visit.page.url


def test_2_a_year_and_a_document_leave_what_they_hold(visit: Visit) -> None:
    """A bar of the timeline chooses its year; a document leaves things that it names, each with that document in the panel."""
    bar = visit.page.locator("#histogram .bar-year:has(i:not([style*='height: 0%']))").last
    year = bar.get_attribute("data-year")
    count = number_of((bar.get_attribute("title") or "").split("：")[1])
    bar.click()
    assert f"to={year}" in visit.page.url
    then = visit.page.locator("#date-facts button")
    assert number_of(then.inner_text()) == count
    then.click()
    assert listed(visit) == count
    visit.page.click("#reset")
    proofs = visit.data("proofs")
    source = Counter(proofs["source"]).most_common(1)[0][0]
    visit.open(f"#lang=zh&source={name(visit, source)}&view=table")
    assert label(visit, source) in visit.page.inner_text("#source-chosen")
    visit.page.locator("#table .tabs button").nth(1).click()
    visit.page.locator("#table tbody tr:not(:has(td:last-child:text-is('0'))) button").first.click()
    assert label(visit, source) in visit.page.inner_text("#panel")


def test_3_focus_grows_shrinks_and_goes_back(visit: Visit) -> None:
    """Steps around a thing, expansion, hiding, pinning, the breadcrumb, and the way back."""
    node = official(visit)
    visit.search(label(visit, node))
    visit.page.keyboard.press("Enter")
    one = shown(visit)
    visit.page.click("[data-key=step-2]")
    two = shown(visit)
    visit.page.click("[data-key=step-3]")
    assert one <= two <= shown(visit) <= 200
    visit.page.click("#back")
    visit.page.wait_for_function("location.hash.includes('steps=2')")
    assert shown(visit) == two
    visit.page.click("#panel .actions button:has-text('隐藏')")
    assert "已隐藏 1 个" in visit.page.inner_text("#status")
    visit.page.click("#status button:has-text('恢复隐藏')")
    assert shown(visit) == two
    crumbs = visit.page.locator("#crumbs button")
    assert crumbs.count() == 2
    crumbs.first.click()
    assert "focus=" not in visit.page.url


def test_4_evidence_is_the_words_of_the_document(visit: Visit) -> None:
    """What is marked in the panel stands in the text of the document, which is named with rule, basis and confidence."""
    node = official(visit)
    visit.open(f"#lang=zh&select={name(visit, node)}")
    summary = visit.page.locator("#panel .fact details:not([open]) summary")
    if summary.count():
        summary.first.click()
    marks = visit.page.locator("#panel .fact mark").all_inner_texts()
    assert marks
    texts = visit.data("texts")["text"]
    assert all(any(mark in text for text in texts) for mark in marks)
    evidence = visit.page.locator("#panel .fact .evidence").first
    assert evidence.locator(".citation .thing").count() == 1
    assert re.search(r"(原文明示|据上下文|推导) · \d\.\d\d · 规则 \w+/", evidence.inner_text())


def test_5_paths_over_all_and_over_stated_facts(visit: Visit) -> None:
    """Two ends of a fact are one step apart; over stated facts only where it is stated."""
    edges = visit.data("graph")["edges"]
    for basis in ("stated", "context"):
        found = [(at, a, b) for at, a, b in edges_of(visit, HOLDS) if edges["looks"][edges["look"][at]][1] == basis]
        if not found:
            continue
        _, a, b = found[0]
        visit.open(f"#lang=zh&path={name(visit, a)},{name(visit, b)}")
        assert "最短 1 步" in visit.page.inner_text("#status")
        if basis == "stated":
            visit.page.check("#stated")
            assert "最短 1 步" in visit.page.inner_text("#status")


def test_6_patterns_are_told(visit: Visit) -> None:
    """Communities by colour in the legend, size by betweenness, colleagues in the panel, places against programs."""
    visit.page.click("summary:has-text('外观')")
    visit.page.select_option("#colour", "community")
    visit.page.select_option("#size", "betweenness")
    group = visit.page.locator("#legend button").first
    group.click()
    members = re.search(r"（([0-9]+)）", group.inner_text())
    assert members
    assert visit.page.locator("#panel li .thing").count() == min(60, int(members[1]))
    shared = Counter(body for _, _, body in edges_of(visit, HOLDS))
    person = next(person for _, person, body in edges_of(visit, HOLDS) if shared[body] > 2)
    visit.open(f"#lang=zh&select={name(visit, person)}")
    assert "职务" in visit.page.inner_text("#panel")
    visit.page.click("#view-matrix")
    cells = visit.page.locator("#matrix td.on button")
    if cells.count():
        count = int(cells.first.inner_text())
        cells.first.click()
        assert visit.page.locator("#panel .fact").count() == min(count, 12)
    else:
        assert "没有项目与地点相连" in visit.page.inner_text("#matrix")


def test_7_tables_pictures_query_and_address(visit: Visit, tmp_path: Path, browser: Browser) -> None:
    """The table sorts and downloads; PNG, SVG and the query are there; another page at the same address shows the same."""
    names = sorted(visit.shown())
    visit.page.click("#view-table")
    visit.page.click("#table th:nth-child(3) button")
    counts = [int(text) for text in visit.page.locator("#table td:nth-child(3)").all_inner_texts()]
    assert all(a <= b for a, b in pairwise(counts))
    with visit.page.expect_download() as info:
        visit.page.click("#csv")
    info.value.save_as(tmp_path / "x.csv")
    assert len((tmp_path / "x.csv").read_text(encoding="utf-8-sig").splitlines()) >= len(names)
    visit.page.click("#view-network")
    for button in ("png", "svg"):
        visit.page.click("summary:has-text('导出')")
        with visit.page.expect_download() as info:
            visit.page.click(f"#{button}")
        info.value.save_as(tmp_path / button)
        assert (tmp_path / button).stat().st_size > 1000
        visit.page.keyboard.press("Escape")
    visit.page.click("summary:has-text('导出')")
    visit.page.click("#sparql")
    assert "SELECT" in visit.page.input_value("#query-text")
    visit.page.click("#query-close")
    again = visit_of(browser, visit.file).open("#" + visit.page.url.partition("#")[2])
    assert sorted(again.shown()) == names
    again.close()


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_8_both_sizes_and_languages_without_a_pointer(browser: Browser, built_file: Path, size: tuple[int, int]) -> None:
    """Nothing overflows, the language turns, and search, focus, map and panel are reached by keys alone."""
    visit = visit_of(browser, built_file, viewport={"width": size[0], "height": size[1]}).open("#lang=en")
    node = official(visit)
    page = visit.page
    assert "Search" in (page.get_attribute("#search", "aria-label") or "")
    visit.search(label(visit, node))
    page.keyboard.press("Enter")
    page.focus("#network")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    assert page.locator("#panel .badge").count() == 1
    page.focus("#view-map")
    page.keyboard.press("Enter")
    page.focus("#map-canvas")
    page.keyboard.press("+")
    page.keyboard.press("0")
    assert "The map shows" in page.inner_text("#status")
    page.focus("#language")
    page.keyboard.press("Enter")
    assert "全图显示" in page.inner_text("#status")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    visit.close()


def test_9_numbers_lead_to_what_they_count(visit: Visit) -> None:
    """The counts of a thing in the table are the facts and the quotations that the panel lists for it."""
    visit.page.click("#view-table")
    visit.page.locator("#table .tabs button").nth(1).click()
    row = visit.page.locator("#table tbody tr").first
    quotations = int(row.locator("td").last.inner_text())
    row.locator("button").first.click()
    page = visit.page
    folds = page.locator("#panel .fact summary").all_inner_texts()
    counted = sum(int(re.match(r"\d+", fold)[0]) for fold in folds)  # type: ignore[index]
    assert counted >= quotations
    for heading in page.locator("#panel section:has(> h3)").all():
        count = int(heading.locator("h3 .sure").inner_text())
        assert heading.locator(".fact, .evidence, li").count() > 0 or count == 0


def test_no_view_complains_or_asks_for_anything(browser: Browser, built_file: Path) -> None:
    """No error in the console and no request but for the file itself, in any view of any build."""
    visit = visit_of(browser, built_file)
    for view in VIEWS:
        visit.open(view).page.wait_for_selector("html[data-idle]")
    visit.close()


def grave_issues(visit: Visit, axe: str, views: tuple[str, ...]) -> set[str]:
    """What axe-core calls serious or critical in any of the views, every fold open."""
    grave = set()
    for view in views:
        visit.open(view).page.wait_for_selector("html[data-idle]")
        visit.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        visit.page.evaluate(axe)
        found: list[dict[str, Any]] = visit.page.evaluate("axe.run()")["violations"]
        issues = [one for one in found if one["impact"] in ("serious", "critical")]
        grave |= {f"{view} {one['id']}: {node['html'][:120]}" for one in issues for node in one["nodes"]}
    return grave


def test_axe_finds_no_serious_issue(browser: Browser, appearance: tuple[Path, dict[str, object]], axe: str) -> None:
    """Names, roles and contrast: nothing serious or critical in any view, with a thing and with its evidence open."""
    file, options = appearance
    visit = visit_of(browser, file, bypass_csp=True, **options)
    person = name(visit, official(visit))
    views = ("", "#view=map", "#view=table", "#view=matrix", "#colour=community&size=betweenness", f"#focus={person}&select={person}")
    assert grave_issues(visit, axe, views) == set()
    visit.close()


def number_of(text: str) -> int:
    """The first number in a text."""
    found = re.search("[0-9][0-9,]*", text)
    assert found
    return int(found[0].replace(",", ""))


def listed(visit: Visit) -> int:
    """How many rows the list in the panel has, after all its growing, and that its heading counts them."""
    count = number_of(visit.page.inner_text("#panel h2 .sure"))
    if count < 400:
        while (more := visit.page.locator("#panel > .list > .grow button")).count():
            more.click()
        assert visit.page.locator("#panel > .list > li").count() == count
    return count


def test_9_every_count_of_the_filters_leads_to_what_it_counts(visit: Visit) -> None:
    """The number beside each kind, relation and basis opens the list of as many, in the panel."""
    for counter in visit.page.locator("#filters .checks .count").all():
        counter.click()
        assert listed(visit) == number_of(counter.inner_text())


def test_9_the_line_below_leads_to_what_it_counts(visit: Visit) -> None:
    """What is shown stands in the table; what is not, and each number of the map, in the list of the panel."""
    left = visit.page.locator("#status [data-key='count-left']")
    if left.count():
        left.click()
        assert listed(visit) == number_of(left.inner_text())
    visit.page.click("#view-map")
    for counter in visit.page.locator("#status .counter").all():
        counter.click()
        assert listed(visit) == number_of(counter.inner_text())
    visit.page.click("#view-network")
    shown = visit.page.locator("#status [data-key='count-shown']")
    count = number_of(shown.inner_text())
    shown.click()
    assert visit.page.locator("#table tbody tr").count() == count


def test_1_what_is_found_beyond_the_best_can_be_listed(visit: Visit) -> None:
    """Of many of a kind the search shows the best, and below them the way to all in the panel."""
    node = next(iter(visit.data("graph")["opening"]["node"]))
    visit.search(label(visit, node)[0])
    every = visit.page.locator("#search-list .option.faint")
    if every.count():
        count = number_of(every.first.inner_text())
        every.first.click()
        assert listed(visit) == count


def test_who_holds_posts_in_a_place_is_told(visit: Visit) -> None:
    """The panel of a place lists the holdings of its bodies and of those below; it is there as soon as the place is chosen as a filter."""
    seats = {body: place for _, body, place in edges_of(visit, "zm:jurisdiction")}
    _, person, body = next(edge for edge in reversed(edges_of(visit, HOLDS)) if edge[2] in seats)
    visit.open(f"#lang=zh&place={name(visit, seats[body])}")
    section = visit.page.locator("#panel section", has=visit.page.locator("h3", has_text="在此任职"))
    while (more := section.locator(".grow button")).count():
        more.click()
    assert label(visit, person) in section.inner_text()
    assert section.locator(".fact").count() == number_of(section.locator("h3 .sure").inner_text())


def test_9_the_counts_above_lead_to_what_they_count(visit: Visit) -> None:
    """Things lead to the map, relations and documents to their lists."""
    counts = visit.page.locator("#counts button")
    counts.nth(2).click()
    documents = visit.page.locator("#documents")
    documents.locator(".citation").first.wait_for()
    number = re.match(r"\d+", counts.nth(2).inner_text().replace(",", ""))
    assert number
    assert documents.locator("li.fact").count() == min(20, int(number[0]))
    counts.nth(1).click()
    assert listed(visit) == number_of(counts.nth(1).inner_text())
    counts.nth(0).click()
    assert visit.page.is_visible("#map-canvas")


def test_7_the_map_has_its_pictures_and_its_query(visit: Visit, tmp_path: Path) -> None:
    """PNG and SVG show the map, and the query names every thing that passes the filters."""
    visit.page.click("#view-map")
    for button in ("png", "svg"):
        visit.page.click("summary:has-text('导出')")
        with visit.page.expect_download() as info:
            visit.page.click(f"#{button}")
        info.value.save_as(tmp_path / button)
        visit.page.keyboard.press("Escape")
    assert (tmp_path / "png").read_bytes().startswith(b"\x89PNG")
    assert "polygon" in (tmp_path / "svg").read_text(encoding="utf-8") or "<rect" in (tmp_path / "svg").read_text(encoding="utf-8")
    visit.page.click("summary:has-text('导出')")
    visit.page.click("#sparql")
    with visit.page.expect_download() as info:
        visit.page.click("#query-save")
    info.value.save_as(tmp_path / "query")
    query = (tmp_path / "query").read_text(encoding="utf-8")
    passing = re.search("全图显示 ([0-9,]+) 个事物", visit.page.inner_text("#status"))
    assert passing
    assert len(re.findall(r"^    <[\w./-]+>$", query, re.MULTILINE)) == int(passing[1].replace(",", ""))
