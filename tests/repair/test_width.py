"""One written form for marks, digits and blanks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.repair import width

FORMS = {
    "digits and letters": ("ＧＤＰ增长１２．５％", "GDP增长12.5%"),
    "ideographic and hard blanks": ("王\u3000磊\xa0同志", "王 磊 同志"),
    "ASCII marks between Chinese": ("会议要求,各级:要;做到!好吗?(完)", "会议要求，各级：要；做到！好吗？（完）"),
    "corner brackets": ("「四比四看」活动", "“四比四看”活动"),
    "white corner brackets inside corner brackets": ("「学习『三个一』经验」", "“学习‘三个一’经验”"),
    "white corner brackets alone": ("開展『書記蹲點周』活動", "開展“書記蹲點周”活動"),
    "straight quotes": ('开展"四比四看"活动', "开展“四比四看”活动"),
    "angle brackets": ("〈意见〉", "《意见》"),
    "middle dots": ("买买提•肉孜，阿依·古丽・汗", "买买提·肉孜，阿依·古丽·汗"),
    "invisible characters": ("组织\u200b部\ufeff长\u00ad", "组织部长"),
    "a comma in front of another mark": ("市领导甲,、乙,,丙到会,。增长1,234个,", "市领导甲、乙，丙到会。增长1,234个，"),
    "marks in numbers in full width": ("增长１,２３４,人:１２:３０,完", "增长1,234，人：12:30，完"),
    "marks around a link": ("见:http://a.cn/x?y=1,好?", "见：http://a.cn/x?y=1，好？"),
    "line ends": ("甲\r\n乙\r丙\n", "甲\n乙\n丙\n"),
}

UNTOUCHED = (
    "下午3:30开会，比分2:1，增长1,234,567元。",
    "网址http://www.example.cn/a/b.html?x=1&y=2:3，见www.example.cn/?q=1。",
    "“已经是中文引号”（和括号），《书名》、顿号……——",
    'plain English, with (brackets): and "quotes"!',
    "1,2",
    "",
)

SIGNS = [
    *"政脉一 aZ09Ａ９,:;!?()'“”‘’「」『』〈〉《》%％．.／/～~、﹑·•・‧\u3000\xa0\t\r\n\u200b\ufeff\u00ad@#=&-",
    '"',
    "http://a.cn/x?=1",
]
ANY = st.lists(st.sampled_from(SIGNS), max_size=60).map("".join)


def same_form(text: str) -> str:
    """``text`` after the step."""
    return Aligned.of(text).edit(width.find(text)).text


@pytest.mark.parametrize(("text", "form"), FORMS.values(), ids=FORMS)
def test_one_sign_has_one_form(text: str, form: str) -> None:
    """Variants of one sign become the form that the grammar reads."""
    assert same_form(text) == form


@pytest.mark.parametrize("text", UNTOUCHED)
def test_times_numbers_and_links_are_untouched(text: str) -> None:
    """Marks inside numbers, times and links belong to them; text without Chinese is not ours to set."""
    assert width.find(text) == []


@given(ANY)
def test_twice_is_once(text: str) -> None:
    """What has its one form keeps it."""
    once = same_form(text)
    assert width.find(once) == []


def test_twice_is_once_behind_invisible_characters() -> None:
    """Invisible characters make no difference to what the second run sees."""
    once = same_form('政"' + "政" * 150 + "\u200b" * 60 + '"')
    assert width.find(once) == []


@given(ANY)
def test_only_invisible_characters_are_dropped(text: str) -> None:
    """Every character of the result stands for exactly one character of the text."""
    aligned = Aligned.of(text).edit(width.find(text))
    assert all(end == start + 1 for start, end in zip(aligned.starts, aligned.ends, strict=True))
    dropped = set(range(len(text))) - set(aligned.starts)
    assert {text[at] for at in dropped} <= set("\u200b\ufeff\u00ad\r")
