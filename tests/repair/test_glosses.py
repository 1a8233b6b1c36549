"""Pinyin glosses: every one of a glossed page goes, and nothing that an author wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.repair import glosses

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

GLOSSED = (
    "動(dòng)員大會(huì)上,組織部門要求實(shí)行領(lǐng)導(dǎo)負(fù)責(zé)制。開會(huì)以后,各級(jí)領(lǐng)導(dǎo)干部"
    "迅速行動(dòng),實(shí)地走訪,推動(dòng)工作落實(shí)。"
)

SOUND = {
    "one reading noted in a textbook": "萧何封酂(cuó)侯,后迁酂县。郦道元(lì)注《水经》。" * 3,
    "several readings noted once each": (
        "注释:酂(cuó)在今永城。郦(lì)食其,秦末人。亳(bó)州古称谯。歙(shè)县属徽州。甪(lù)直在苏州。睢(suī)县在豫东。"
    ),
    "a dictionary of everyday characters": "爱(ài)喜欢。八(bā)数字。白(bái)颜色。班(bān)集体。半(bàn)一半。包(bāo)裹住。",
    "characters with two readings": (
        "行(háng)业,行(xíng)走;乐(lè)趣,音乐(yuè);重(zhòng)要,重(chóng)复;长(cháng)短,长(zhǎng)大;行(háng)列,行(xíng)动;乐(lè)观,乐(yuè)队;"
    ),
    "a primer that glosses every character": (
        "小(xiǎo)马(mǎ)过(guò)河(hé),小(xiǎo)马(mǎ)问(wèn)牛(niú),牛(niú)说(shuō)小(xiǎo)马(mǎ)过(guò)河(hé)。"
    ),
    "English and other words": "世界贸易组织(wto)、(café)和项目(a)(b),各区(市)、县(trần)。" * 5,
    "a name whose reading is given at first mention": "覃(qín)正彦出席。覃正彦指出,覃正彦强调。" * 8,
    "nothing at all": "",
}


def without_glosses(text: str) -> str:
    """Return the text after the step."""
    return Aligned.of(text).edit(glosses.find(text)).text


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND.keys())
def test_what_an_author_wrote_stays(text: str) -> None:
    """Readings given on purpose, and parentheses of other kinds, are no damage."""
    assert glosses.find(text) == []


def test_a_short_glossed_paragraph_is_cleared() -> None:
    """A paragraph of eighty characters is enough to tell."""
    assert without_glosses(GLOSSED) == ("動員大會上,組織部門要求實行領導負責制。開會以后,各級領導干部迅速行動,實地走訪,推動工作落實。")


def test_a_blank_that_the_script_left_behind_the_pinyin_goes_as_well() -> None:
    """會(huì ) is a gloss like 會(huì)."""
    assert without_glosses(GLOSSED.replace("(huì)", "(huì )")) == without_glosses(GLOSSED)


def test_full_width_parentheses_and_glosses_in_parentheses() -> None:
    """Innermost first: the parenthesis that an author wrote around a glossed character stays."""
    text = GLOSSED.replace("(", "\uff08").replace(")", "\uff09") + "組織、組(活動(dòng))"
    assert without_glosses(text).endswith("推動工作落實。組織、組(活動)")


def test_simplified_text_is_cleared_too() -> None:
    """The page may have been converted back after it was glossed."""
    text = "推动(dòng)工作落实(shí),行动(dòng)起来,实(shí)地走访,活动(dòng)办公室确(què)定时间,确(què)保实(shí)效。"
    assert without_glosses(text) == "推动工作落实,行动起来,实地走访,活动办公室确定时间,确保实效。"


def test_a_note_on_a_glossed_page_stays_where_the_character_is_not_glossed_elsewhere() -> None:
    """萧何 is glossed once and stands without gloss otherwise: that is the author's."""
    text = GLOSSED + "何(hé)同志出席,何同志讲话,何同志总结。" + GLOSSED
    assert "何(hé)同志" in without_glosses(text)


def test_one_glossed_article_in_a_long_sound_text() -> None:
    """Density is a matter of the stretch, not of the file."""
    sound = "各级党组织认真开展活动,取得明显成效。" * 2000
    edits = glosses.find(sound + GLOSSED + sound)
    assert len(edits) == GLOSSED.count("(")
    assert without_glosses(sound + GLOSSED + sound).count("(") == 0


def test_what_is_left_beside_lost_bytes() -> None:
    """Pinyin of a broken character goes on a glossed page; the mark of the loss stays, and sound pages keep all."""
    assert without_glosses(GLOSSED + "推動(dòng)L(fēng)行,活顒?dòng)。" + GLOSSED).count("推動L行,活顒?。") == 1
    assert glosses.find("活顒?dòng)。L(fēng)行。") == []


@pytest.mark.skipif(not SEEDS.exists(), reason="the real pages are not part of the repository")
@pytest.mark.parametrize(("page", "count"), [("000", 165), ("001", 2525), ("002", 0), ("003", 0), ("004", 0)])
def test_real_pages(page: str, count: int) -> None:
    """Every gloss of the two glossed pages goes, every parenthesis of an author stays."""
    text = next(SEEDS.glob(f"{page}_*.txt")).read_text(encoding="utf-8")
    cleared = without_glosses(text)
    assert len(glosses.find(text)) == count
    assert not re.search(f"[{glosses.TONED}]", cleared)
    swallowed = 24 if page == "001" else 0
    legitimate = text.count("(") - count + swallowed
    assert cleared.count("(") == legitimate
    assert glosses.find(cleared) == []


@given(st.text(alphabet="動實风,。(()?)aàdòngLshí\n", max_size=200))
def test_edits_are_ordered_and_disjoint(text: str) -> None:
    """Whatever the text, its edits can be applied."""
    Aligned.of(text).edit(glosses.find(text))
    Aligned.of(text * 9).edit(glosses.find(text * 9))
