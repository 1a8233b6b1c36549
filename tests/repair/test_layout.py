"""Broken paragraphs are whole again; headings, lists and whole paragraphs stay on their lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.read import read
from kg.repair import layout

FIRST = "会议要求，各级党组织要把责任扛在肩上，把工作落到实处，让群众看得见变化、得到实惠，各乡镇、各部门、各单位都要结合实际认真贯"
REST = "彻落实，确保取得实效。"
WRAPPED = "市委高度重视，基层党组织建设工作要"
CUT_AT_20 = "市委高度重视党建工作，要求各级党组织抓"
PRINTED_AT_40 = [
    "市委高度重视党建工作，要求各级党组织抓落",
    "实，全年投入1200万元，新建党群服务中心88",
    "个，覆盖全部村和社区，党员干部走访12000户，",
    "解决困难，办成实事，群众都说好，满意率95.5%",
] * 3
CAPTION = "韦启明（左一）在村里察看蔬菜大棚。易思齐 摄"

JOINED = {
    "a line break inside a word": (f"{FIRST}\n{REST}\n", f"{FIRST}{REST}\n"),
    "blank lines between the halves": (f"{FIRST}\n\n\n{REST}\n", f"{FIRST}{REST}\n"),
    "a break behind a comma": ("一要带头学习，\n带头落实。\n", "一要带头学习，带头落实。\n"),
    "a page number in hyphens on its own line": (f"{FIRST}\n-3-\n{REST}\n", f"{FIRST}{REST}\n"),
    "a page number in hyphens behind the line": (f"{FIRST}-1-\n{REST}\n", f"{FIRST}{REST}\n"),
    "a bare page number behind the line": (f"{FIRST} 1\n{REST}\n", f"{FIRST}{REST}\n"),
    "a counted page on its own line": (f"{FIRST}\n第3页 共9页\n{REST}\n", f"{FIRST}{REST}\n"),
    "a title in brackets that the next line closes": (
        "印发了《关于加强和改进\n社区工作的意见》。\n",
        "印发了《关于加强和改进社区工作的意见》。\n",
    ),
    "a heading of two lines": ("关于做好入户\n\n登记工作的通知\n\n各支部：\n", "关于做好入户登记工作的通知\n\n各支部：\n"),
    "a caption in the sentence": (f"{FIRST}\n{CAPTION}\n{REST}\n", f"{FIRST}{REST}\n{CAPTION}\n"),
    "two captions": (f"{FIRST}\n图为会议\n{CAPTION}\n{REST}\n下一段。", f"{FIRST}{REST}\n图为会议\n{CAPTION}\n下一段。"),
    "few wrapped lines among many short ones": (
        "标题\n" * 12 + f"{CUT_AT_20}\n" * 5 + "好。\n",
        "标题\n" * 12 + CUT_AT_20 * 5 + "好。\n",
    ),
    "lines wrapped as printed": ("\n".join(PRINTED_AT_40) + "。\n", "".join(PRINTED_AT_40) + "。\n"),
    "a full line that ends with a per cent sign": (
        f"{CUT_AT_20}\n" * 7 + "群众都说好，满意率为九成又五，达到95%\n，好。\n",
        CUT_AT_20 * 7 + "群众都说好，满意率为九成又五，达到95%，好。\n",
    ),
    "hard-wrapped lines": ("\n".join([WRAPPED] * 9) + "求。\n", WRAPPED * 9 + "求。\n"),
}

BAR = " | ".join("首页 国内 国际 社会 财经 房产 汽车 娱乐 健康 专题 图片 论坛 县区 教育 旅游".split())

KEPT = {
    "equally long lines of a list": "县委常委、组织部部长 韦启明同志\n" * 9,
    "wrapped sentences that all end": "市委高度重视党建工作，要求抓好落实。\n" * 9,
    "credits far apart on a line": "作者：县政协办" + " " * 24 + "来源：县政协办" + " " * 24 + "点击量：9\n1月3日，县里开会，部署工作。\n",
    "the name of a picture": "县总工会干部职工都去了会场。一起听了报告。DSC00026.JPG\n会议由县总工会主持，会期两天。\n",
    "a headline": "凝心聚力促发展\n——全市基层党建工作综述\n会议召开。\n",
    "two titles, each of one line": "关于召开代表大会的通知\n关于调整时间的通知\n《学习读本\n《实践读本》\n",
    "headings": "一、肯定成绩\n会议指出，成绩很大。\n二、突出重点\n",
    "list items": f"{FIRST}\n（一）加强学习。\n（二）带头落实。\n",
    "numbered items": f"{FIRST}\n1.加强学习。\n2、带头落实。\n",
    "an indented paragraph": f"{FIRST}\n  下一段从这里开始。\n",
    "labelled lines": f"{FIRST}\n组长：韦启明\n副组长：易思齐\n",
    "whole paragraphs": f"{FIRST}{REST}\n{REST}\n",
    "signature and date": f"{FIRST}{REST}\n岳阳市委组织部\n2012年4月18日\n",
    "a navigation bar": f"{BAR}\n\n我市掀起活动热潮\n",
    "one line": FIRST,
    "nothing": "",
}

LINE = st.sampled_from([FIRST, REST, CAPTION, "-1-", "一、标题", "党建工作", "，", "  缩进的一段。", "", "（二）项目", "短行"])
LINES = st.lists(LINE, max_size=9).map("\n".join)


def whole(text: str) -> str:
    """``text`` with its paragraphs joined."""
    return layout.apply(Aligned.of(text)).text


@pytest.mark.parametrize(("broken", "joined"), JOINED.values(), ids=JOINED)
def test_broken_paragraphs_are_joined(broken: str, joined: str) -> None:
    """A sentence that the layout broke is whole, and what stood in it stands behind it or is gone."""
    assert whole(broken) == joined


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_lines_that_stand_for_themselves_stay(text: str) -> None:
    """Headings, list items, labelled lines and whole paragraphs are never joined."""
    assert whole(text) == text


@pytest.mark.parametrize("text", [text for text, _ in JOINED.values()], ids=JOINED)
def test_a_joined_text_is_finished(text: str) -> None:
    """Joining once is joining for good."""
    assert whole(whole(text)) == whole(text)


SAMPLES = ["01-interview.txt", "02-round-up.txt", "03-speech.txt", "05-spliced.txt", "06-personnel.txt", "10-leading-group.txt"]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_pages_are_finished_after_one_run(seeds: Path, name: str) -> None:
    """On whole documents a second run changes nothing."""
    once = whole(read((seeds / name).read_bytes()).text)
    assert whole(once) == once


@given(LINES)
@example("党建工作" * 3 + "。党建工作\n\n党建工作\n党建工作")
def test_twice_is_once(text: str) -> None:
    """Joining is idempotent, as its docstring and ruling 6 say."""
    assert whole(whole(text)) == whole(text)


@given(LINES)
def test_no_word_is_lost_or_made(text: str) -> None:
    """Only blanks, line ends and page numbers go, and only line ends are added."""
    aligned = layout.apply(Aligned.of(text))
    gone = "".join(text[at] for at in sorted(set(range(len(text))) - set(aligned.starts)))
    assert set(gone) <= set(" \n-1")
    added = {char for char, start, end in zip(aligned.text, aligned.starts, aligned.ends, strict=True) if start == end}
    assert added <= {"\n"}
    kept = [start for start, end in zip(aligned.starts, aligned.ends, strict=True) if start < end]
    assert len(kept) == len(set(kept))


@pytest.mark.parametrize("number", ["- 3 -", "-3-", "第3页", "第3页 共9页"])
def test_page_numbers_between_paragraphs_are_dropped(number: str) -> None:
    """A line that is nothing but the number of a page parts no list and heads no paragraph."""
    assert whole(f"（一）加强学习。\n{number}\n（二）带头落实。\n{number}") == "（一）加强学习。\n（二）带头落实。\n"


@pytest.mark.parametrize(
    ("line", "caption"),
    [(CAPTION, True), ("图为大会现场", True), ("（左）韦启明", True), ("韦启明说，要抓落实。", False), (CAPTION * 9, False), ("", False)],
)
def test_captions_are_told_from_text(line: str, caption: bool) -> None:  # noqa: FBT001 - a column of the table
    """A caption says who stands where or who took the picture, and is short."""
    assert layout.is_caption(line) is caption


INDENTED = "".join(f"  {number}，各级党组织要把工作落到实处。\n" for number in ("会议指出", "会议要求", "会议强调"))


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("加强党员教育培训-1-\n班的管理，提高质量。", "加强党员教育培训班的管理，提高质量。"),
        ("加强党员教育培训· 12 ·\n班的管理，提高质量。", "加强党员教育培训班的管理，提高质量。"),
        (f"{FIRST}\n3\n{REST}", FIRST + REST),
        (f"{INDENTED}  会议认为，要扎实推进各项\n工作，让群众得到实惠。", f"{INDENTED}  会议认为，要扎实推进各项工作，让群众得到实惠。"),
        (f"{INDENTED}  会议认为，要扎实\n{CAPTION}\n推进，让群众满意。", f"{INDENTED}  会议认为，要扎实推进，让群众满意。\n{CAPTION}"),
    ],
    ids=["number in a word", "number between dots", "number of its own", "indented page", "indented page with a caption"],
)
def test_page_numbers_and_indents_tell_what_is_broken(broken: str, joined: str) -> None:
    """Where a page ended, or paragraphs are indented and a line is not, even a short line is no whole one."""
    assert whole(broken) == joined
    assert whole(joined) == joined


@pytest.mark.parametrize(
    "text",
    [
        "总体要求-1-\n主要任务-3-\n保障措施-5-",
        "合计\n3\n其中党员",
        f"{INDENTED}  特此通知\n中共岳阳市委组织部\n2012年4月18日",
        f"{INDENTED}会议召开\n  会议认为，要扎实推进。",
        "会议认为，要扎实推进各项\n工作，让群众得到实惠。",
    ],
    ids=["table of contents", "cells", "signature", "heading", "nothing tells"],
)
def test_short_lines_that_nothing_tells_to_be_broken_stay(text: str) -> None:
    """Lines of a table of contents, cells, signatures and headings are whole."""
    assert whole(text) == text
