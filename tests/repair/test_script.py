"""Traditional script and wrong conversions: mended where they are, and sound simplified text left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.repair import script

MENDED = {
    "wrong 干": ("各級乾部隊伍建設", "各级干部队伍建设"),
    "wrong 干 at the end": ("轉作風重實乾", "转作风重实干"),
    "骨干 and 能干": ("選拔骨乾，個個能乾，乾勁十足", "选拔骨干，个个能干，干劲十足"),
    "wrong 了": ("為瞭群眾", "为了群众"),
    "wrong 扎": ("紮實推進", "扎实推进"),
    "wrong 升": ("晉位提昇", "晋位提升"),
    "wrong 才": ("剛纔開會", "刚才开会"),
    "才 by itself": ("實踐纔會出真知", "实践才会出真知"),
    "characters of nearly the same shape": ("陜西省委書記茍海明、院長張徳昌", "陕西省委书记苟海明、院长张德昌"),
    "着 as a particle": ("看著他們，圍繞著發展", "看着他们，围绕着发展"),
    "着 in 着力": ("著力解決問題", "着力解决问题"),
    "著 in 著名 and 显著": ("著名學者，成效顯著，編著論著", "著名学者，成效显著，编著论著"),
    "wrong 制": ("責任製、製度建設", "责任制、制度建设"),
    "两 characters for one": ("頭髮、發展、乾燥的麵粉，後來，皇后", "头发、发展、干燥的面粉，后来，皇后"),
    "a place keeps 乾": ("乾安縣和乾縣調來幾名乾部", "乾安县和乾县调来几名干部"),
    "a name keeps 乾": ("徐乾學參加會議", "徐乾学参加会议"),
    "a name keeps 乾 at its end": ("研究中心主任張國乾,局長說要實乾、苦乾。", "研究中心主任张国乾,局长说要实干、苦干。"),
    "a name before 干部": ("老徐乾部作風過硬", "老徐干部作风过硬"),
    "forms of Hong Kong": ("羣眾衞生，裏面説明，敍述", "群众卫生，里面说明，叙述"),
    "forms of Taiwan": ("臺灣群眾，裡面著力", "台湾群众，里面着力"),
    "wrong 只": ("祇有發展纔行，祇是開始，神祇", "只有发展才行，只是开始，神祇"),
    "里 and 后": ("村裡的後進支部，皇后與公里", "村里的后进支部，皇后与公里"),
    "names and 覆": ("蕭山區蕭紅，肖像，森林覆蓋，答覆", "萧山区萧红，肖像，森林覆盖，答复"),
    "wrong 干 in simplified text": ("领导乾部苦乾实乾，乾安县的徐乾学也是老乾部", "领导干部苦干实干，乾安县的徐乾学也是老干部"),
    "wrong 了 in simplified text": ("为瞭群众，完成瞭任务，瞭望塔", "为了群众，完成了任务，瞭望塔"),
    "a lookout stays": ("瞭望塔上一目瞭然，瞭解情況", "瞭望塔上一目了然，了解情况"),
}

UNTOUCHED = (
    "乾安县、乾县、乾陵、乾隆、乾坤，徐乾学是清初学者。",
    "民兵在瞭望塔上瞭望，为瞭望塔添砖加瓦。",
    "书记李乾部署工作，张乾事迹感人，乾坤湾，乾元镇。",
    "萧县萧山，肖某某、萧某某，肖像。",
    "林木覆盖率达到六成，反覆、覆没、答覆。",
    "馀庆县的鍾姓，於潜镇的於姓，甯姓，沈阳。",
    "著名作家编著的名著成效显著，着力，看着，为着群众。",
    "宫商角徵羽，狼藉、蕴藉，后来、皇后，公里、里程，余额，面粉，准则，台风，松树，丑时，干净，征求，制度，复习，采访。",
    "English text only, 3:30.",
    "",
)


def mended(text: str) -> str:
    """``text`` after the step."""
    return Aligned.of(text).edit(script.find(text)).text


@pytest.mark.parametrize(("damaged", "sound"), MENDED.values(), ids=MENDED)
def test_traditional_and_wrongly_converted_text_becomes_simplified(damaged: str, sound: str) -> None:
    """What conversion made, or made wrongly, reads as an author of simplified text would write it."""
    assert mended(damaged) == sound


@pytest.mark.parametrize("text", UNTOUCHED)
def test_sound_simplified_text_gets_no_edit(text: str) -> None:
    """Characters that both scripts share are no reason to convert."""
    assert script.find(text) == []


@pytest.mark.parametrize("text", ["王力著《古代汉语》。", "此书为韦启明著。", "一生著有诗集三部。"])
def test_a_book_that_someone_wrote_is_not_edited(text: str) -> None:
    """著 as a verb of writing stays in simplified text."""
    assert script.find(text) == []


@pytest.mark.parametrize("text", ["菜薹丰收", "拚搏精神", "王榘参加会议"])
def test_characters_of_the_simplified_standard_are_not_edited(text: str) -> None:
    """Characters that GB 2312 and 通用规范汉字表 list are no traditional ones."""
    assert script.find(text) == []


def test_a_simplified_passage_beside_a_traditional_one_is_left_alone() -> None:
    """Passages are judged one by one."""
    assert mended("乾安县的瞭望塔\n乾部隊伍\n") == "乾安县的瞭望塔\n干部队伍\n"


@given(st.text("乾部幹為瞭著名著力纔後裡製度縣\n，。a政", max_size=40))
def test_characters_map_one_to_one_and_twice_is_once(text: str) -> None:
    """Conversion changes no length, no line end and no mark, and a second run changes nothing."""
    new = mended(text)
    assert len(new) == len(text)
    assert [at for at, char in enumerate(new) if char in "\n，。a"] == [at for at, char in enumerate(text) if char in "\n，。a"]
    assert Aligned.of(text).edit(script.find(text)).span(0, len(text)) == (0, len(text))


@pytest.mark.parametrize(("typed", "meant"), [("韋啟明", "韦启明"), ("韦启明", "韦启明"), ("組織部", "组织部"), ("wei", "wei")])
def test_what_a_user_types_is_simplified(typed: str, meant: str) -> None:
    """Names are looked up in simplified characters, however they were typed."""
    assert script.simplify(typed) == meant
