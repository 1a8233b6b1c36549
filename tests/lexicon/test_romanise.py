"""Romanisation of names and the slugs of identifiers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.romanise import SLUG_LENGTH, romanise_name, romanise_person, slug, syllables

PERSONS = {
    "周玉刚": "Zhōu Yùgāng",
    "李安": "Lǐ Ān",
    "单田芳": "Shàn Tiánfāng",
    "仇和": "Qiú Hé",
    "区伯": "Ōu Bó",
    "解振华": "Xiè Zhènhuá",
    "查良镛": "Zhā Liángyōng",
    "曾庆红": "Zēng Qìnghóng",
    "任长霞": "Rén Chángxiá",
    "葛优": "Gě Yōu",
    "朴槿惠": "Piáo Jǐnhuì",
    "缪瑞林": "Miào Ruìlín",
    "覃志刚": "Qín Zhìgāng",
    "乐嘉": "Yuè Jiā",
    "华罗庚": "Huà Luógēng",
    "陈西欧": "Chén Xī'ōu",
    "吕建江": "Lǚ Jiànjiāng",
    "欧阳修": "Ōuyáng Xiū",
    "令狐安": "Línghú Ān",
    "尉迟恭": "Yùchí Gōng",
    "长孙无忌": "Zhǎngsūn Wújì",
    "诸葛亮": "Zhūgě Liàng",
    "万俟卨": "Mòqí Xiè",
    "阿沛·阿旺晋美": "Āpèi·Āwàngjìnměi",
    "买买提": "Mǎimǎití",
    "": "",
    "王": "Wáng",
}

PLACES = {
    "西安市": "Xī'ān Shì",
    "单县": "Shànxiàn",
    "长子县": "Zhǎngzǐ Xiàn",
    "重庆市": "Chóngqìng Shì",
    "六安市": "Lù'ān Shì",
    "丽水市": "Líshuǐ Shì",
    "内蒙古自治区": "Nèiměnggǔ Zìzhìqū",
    "恩施土家族苗族自治州": "Ēnshī Tǔjiāzú Miáozú Zìzhìzhōu",
    "三江侗族自治县": "Sānjiāng Dòngzú Zìzhìxiàn",
    "浦东新区": "Pǔdōng Xīnqū",
    "西藏": "Xīzàng",
}

SLUGS = {
    "周玉刚": "zhou-yu-gang",
    "德州市委组织部副部长": "de-zhou-shi-wei-zu-zhi-bu-fu-bu-zhang",
    "工商银行行长": "gong-shang-yin-hang-hang-zhang",
    "工商行政管理局": "gong-shang-xing-zheng-guan-li-ju",
    "发展委员会计划处": "fa-zhan-wei-yuan-hui-ji-hua-chu",
    "总会计师": "zong-kuai-ji-shi",
    "西安市长安区": "xi-an-shi-chang-an-qu",
    "绿色ABC-12行动": "lv-se-abc-12-xing-dong",
    "“两学一做”": "liang-xue-yi-zuo",
    "ＡＢＣ": "x",
    "": "x",
    "😀\uffff\ud800\x00": "x",
    "../../etc": "etc",
    "\u0130stanbul \u017f \u212a": "stanbul",
}


@pytest.mark.parametrize(("name", "expected"), PERSONS.items())
def test_persons_are_surname_and_given_name(name: str, expected: str) -> None:
    """A personal name is two capitalised words, with the surname read as a surname."""
    assert romanise_person(name) == expected


@pytest.mark.parametrize(("name", "expected"), PLACES.items())
def test_places_are_specific_and_generic_part(name: str, expected: str) -> None:
    """The name of a place is its specific part, its peoples and its generic part, as its people read it."""
    assert romanise_name(name, "place") == expected


def test_other_names_are_one_word_a_syllable() -> None:
    """The name of a body begins with a capital and has a blank between syllables."""
    assert romanise_name("市民政局") == "Shì mín zhèng jú"


def test_a_surname_reading_counts_only_at_the_start() -> None:
    """单 is Shàn as a surname, dān in a given name and in any other text."""
    assert syllables("单单", "surname") == ["shàn", "dān"]
    assert syllables("单位") == ["dān", "wèi"]


def test_words_do_not_count_in_personal_names() -> None:
    """重庆 in a given name is not read as the city."""
    assert syllables("王重庆", "surname")[1] == "zhòng"
    assert syllables("重庆")[0] == "chóng"


def test_places_do_not_count_among_words() -> None:
    """With use "word", the reading of a place is not applied."""
    assert syllables("单县", "word") == ["dān", "xiàn"]


@pytest.mark.parametrize(("text", "expected"), SLUGS.items())
def test_slugs_of_known_texts(text: str, expected: str) -> None:
    """A slug is the toneless reading, in lower case, with hyphens between syllables."""
    assert slug(text) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_slugs_are_ascii_for_any_input(text: str) -> None:
    """Whatever the input, emoji and surrogates included, a slug is 1 to 60 letters and digits with single hyphens."""
    result = slug(text)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", result)
    assert len(result) <= SLUG_LENGTH


def test_long_slugs_are_cut_between_syllables() -> None:
    """A long text is cut where a syllable ends, a single long word at the limit."""
    assert slug("庄" * 40) == "-".join(["zhuang"] * 8)
    assert slug("a" * 100) == "a" * SLUG_LENGTH
    assert slug("a" * SLUG_LENGTH) == "a" * SLUG_LENGTH
