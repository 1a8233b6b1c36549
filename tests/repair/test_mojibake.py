"""UTF-8 read in the wrong encoding: what can be read anew is, and sound text in any script stays."""

from __future__ import annotations

import official_text
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.repair import mojibake

SENTENCE = "各级党组织认真开展学习教育活动，取得明显成效。"


def as_gbk(text: str) -> str:
    """``text`` as a reader shows its UTF-8 that takes it for GBK; the last byte of an odd number is lost."""
    return text.encode().decode("gbk", "replace")


def as_latin(text: str) -> str:
    """``text`` as a reader shows its UTF-8 that takes it for Windows-1252, with Latin-1 for what that lacks."""
    return "".join(bytes((code,)).decode("cp1252", "ignore") or chr(code) for code in text.encode())


def mended(text: str) -> str:
    """``text`` after the step."""
    return Aligned.of(text).edit(mojibake.find(text)).text


MISREAD = {
    "read as GBK": (as_gbk("党员干部活动"), "党员干部活动"),
    "read as GBK, with a full stop": (as_gbk("学习教育活动。"), "学习教育活动"),
    "read as Windows-1252": (as_latin(SENTENCE), SENTENCE),
    "read as GBK in a sound page": ("标题\n" + as_gbk("组织部门") + "\n正文。", "标题\n组织部门\n正文。"),
    "lost for good": ("会议在锟斤拷召开", "会议在\ufffd\ufffd召开"),
}

SOUND = {
    "simplified": "\n".join(official_text.pages()),
    "rare characters": "涓涓细流，汨罗江畔，鏂与囦同列，瀹乃姓氏，锟铻之剑，婺源、亳州、郴州、衢州、嵊州、鄞州。",
    "one group alone": "鏂囦欢",
    "French and German": "Les élèves préfèrent l'été à l'hiver; «ça» – où? Äpfel, Öl, Übung, Straße, Œuvre, naïve café.",
    "Vietnamese": "Đảng Cộng sản Việt Nam lãnh đạo nhân dân thực hiện nghị quyết.",
    "prices and signs": "£5–€6 … ™ © ® § ¶ • “quotes” ‘single’ — dash, ±2°, ½ ¾",
    "nothing": "",
}


@pytest.mark.parametrize(("wrong", "right"), MISREAD.values(), ids=MISREAD)
def test_misread_text_is_read_anew(wrong: str, right: str) -> None:
    """What was read in the wrong encoding is as it was written, as far as its bytes are there."""
    assert mended(wrong).startswith(right)


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_sound_text_gets_no_edit(text: str) -> None:
    """Rare characters, other languages and signs are no misread text."""
    assert mojibake.find(text) == []


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=30).filter(lambda text: len(text) % 2 == 0))
def test_latin_round_trip(text: str) -> None:
    """Any Han text read as Windows-1252 comes back."""
    assert mended(as_latin(text)) == text


@given(st.text(max_size=80) | st.text("鏂囦欢锟斤拷æ–‡ä»¶é\x80", max_size=80))
def test_edits_are_ordered_and_disjoint(text: str) -> None:
    """Whatever the text, its edits can be applied."""
    Aligned.of(text).edit(mojibake.find(text))
