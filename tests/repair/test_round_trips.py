"""raw[start:end] round trips: on ten thousand pages, damaged in every way at once, each character leads back to what it was made of.

The pages are made by ``damaged_pages``, which knows of each raw character what it was. Ten thousand are decoded, repaired and cut
into sentences. Those that lost bytes are five hundred more, as each takes the time of fifty others; on two hundred all is extracted.
"""

from __future__ import annotations

import re
from itertools import accumulate, product

import damaged_pages
import forward_model
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import analyse, read
from kg.repair import repair
from kg.segment import segment

LOST = "lost bytes"
PEOPLE = ["韦启明", "易思齐", "罗守信", "尉迟恒", "巴特尔·苏和", "𠮷田信", "柏长青"]
PLACES = ["岳阳市", "德州市", "宁波市江北区", "鼓楼区", "乾安县", "哈尔滨市", "松岭乡"]
TITLES = ["委组织部副部长", "委常委、组织部长", "民政局局长", "委副书记、市长", "总工会主席"]
ACTS = [
    "出席会议并讲话。",
    "开展“四比四看”活动，培训党员80余万名，满意率99.18％。",
    "介绍，今年以来，全市各级党组织认真开展学习活动，为群众办理实事30项。",
    "印发了《关于进一步加强基层组织建设工作的意见》（岳发〔2012〕8号）。",
    "说：“我们要把工作落到实处，确保活动有序推进。”😀",
    "强调，基层是基础。活动要立足实际，让群众得实惠；2012年4月18日起，逐项检查。",
]
SENTENCES = [place + title + person + act for place, title, person, act in product(PLACES, TITLES, PEOPLE, ACTS)]
CLEAN = st.lists(st.sampled_from(SENTENCES) | st.just("\n"), min_size=1, max_size=4).map("".join).filter(str.strip)


def pages(damages: st.SearchStrategy[frozenset[str]]) -> st.SearchStrategy[damaged_pages.Page]:
    """Pages of clean text with such damages, in any encoding, as text or as HTML."""
    encodings = st.sampled_from(damaged_pages.ENCODINGS)
    return st.builds(damaged_pages.page, CLEAN, damages, st.integers(0, 1 << 20), encodings, as_html=st.booleans())


DAMAGES = st.frozensets(st.sampled_from([name for name in damaged_pages.DAMAGES if name != LOST]), max_size=5)
LOSING = DAMAGES.map(lambda damages: damages | {LOST})
HAN = re.compile("[\u4e00-\u9fff\U00020000-\U0002ffff]")
SAME = str.maketrans("著乾", "着干")
"""What script conversion may leave either way: converted pages write 著 for both, and 乾 is a name as well."""


def plain(text: str) -> str:
    """The Han characters of ``text`` in simplified script, without glosses."""
    return "".join(HAN.findall(forward_model.simplified(forward_model.GLOSS.sub("", text)))).translate(SAME)


def shown(page: damaged_pages.Page, raw: str) -> list[int]:
    """For each character of the raw text the one of the page that it shows, or -1: a reader may add and drop blanks."""
    found = []
    at = 0
    for character in raw:
        while at < len(page.raw) and page.raw[at] != character and page.raw[at].isspace():
            at += 1
        if at < len(page.raw) and page.raw[at] == character:
            found.append(at)
            at += 1
        else:
            assert character.isspace(), f"{character!r} is not of the page"
            found.append(-1)
    assert not page.raw[at:].strip("\ufeff \n"), "the reader lost the end of the page"
    return found


@settings(max_examples=10_000)
@given(pages(DAMAGES))
def test_each_character_leads_back_to_what_it_was(page: damaged_pages.Page) -> None:
    """Whatever befell a page, the raw stretch of each Han character holds what was that character before the damage."""
    check(page)


@settings(max_examples=500)
@given(pages(LOSING))
def test_each_character_leads_back_where_bytes_were_lost(page: damaged_pages.Page) -> None:
    """The same holds around damaged spots, whether they were mended or not, and what stands for them stays inside the raw text."""
    check(page)


def check(page: damaged_pages.Page) -> None:
    """Read, repair and cut up a page, and compare each character and sentence with what was there before the damage."""
    raw = read(page.data).text
    places = shown(page, raw)
    was = ["" if at < 0 else page.clean[at] for at in places]
    ends = list(accumulate(map(len, was), initial=0))
    clean = "".join(was).translate(SAME)
    lost = list(accumulate((at >= 0 and page.spots[at] for at in places), initial=0))
    aligned = repair(raw)
    for at, character in enumerate(aligned.text):
        start, end = aligned.span(at, at + 1)
        assert 0 <= start <= end <= len(raw)
        if HAN.match(character) and lost[start] == lost[end]:
            assert character.translate(SAME) in clean[ends[start] : ends[end]]
    for sentence in segment(aligned).sentences:
        start, end = aligned.span(sentence.start, sentence.end)
        if lost[start] == lost[end]:
            assert plain(aligned.text[sentence.start : sentence.end]) == plain(raw[start:end])


@settings(max_examples=200)
@given(pages(DAMAGES | LOSING))
def test_each_mention_is_its_raw_words(page: damaged_pages.Page) -> None:
    """What a claim rests on and where a thing is named is in the raw text what the thing is called, but for the damage."""
    analysis = analyse(page.data)
    raw = read(page.data).text
    assert analysis.text == raw
    places = shown(page, raw)
    lost = list(accumulate((at >= 0 and page.spots[at] for at in places), initial=0))
    for mention in analysis.mentions:
        start, end = mention.span
        assert 0 <= start < end <= len(raw)
        if lost[start] == lost[end]:
            assert plain(mention.surface) in plain(raw[start:end])
    for claim in analysis.claims:
        assert all(0 <= start < end <= len(raw) for start, end in claim.spans)
