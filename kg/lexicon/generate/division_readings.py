"""How the names of administrative divisions are read: toneless pinyin, as the slugs of the table need it.

pypinyin's phrase data knows the famous cases (重庆, 六安, 厦门); what it does not know, or gets wrong, is below.
"""

from __future__ import annotations

from pypinyin import lazy_pinyin

#: Characters that have one reading in every name of the table, whatever their phrases suggest.
CHARACTER_READINGS = {
    "长": "chang",  # 长春, 延长, 弓长岭, 子长; the one exception is 长子
    "都": "du",
    "勒": "le",
    "什": "shi",
    "曾": "zeng",
    "朝": "chao",
    "卡": "ka",
    "佛": "fo",
    "柏": "bai",
    "台": "tai",
    "漯": "luo",
    "珲": "hun",
    "浚": "xun",
    "觉": "jue",
    "绿": "lv",
    "吕": "lv",
    "旅": "lv",
}

#: Parts of names with readings of their own, longest first where one contains another.
PHRASE_READINGS = {
    "长子县": "zhang zi xian",
    "单县": "shan xian",
    "六合": "lu he",
    "六安": "lu an",
    "六枝": "liu zhi",
    "六盘水": "liu pan shui",
    "乐清": "yue qing",
    "乐亭": "lao ting",
    "乐陵": "lao ling",
    "南乐": "nan le",
    "民乐": "min le",
    "将乐": "jiang le",
    "大城县": "dai cheng xian",
    "大埔": "da bu",
    "黄埔": "huang pu",
    "东阿": "dong e",
    "番禺": "pan yu",
    "涡阳": "guo yang",
    "伽师": "jia shi",
    "龙圩": "long xu",
    "红寺堡": "hong si pu",
    "吴堡": "wu bu",
    "马尾": "ma wei",
    "崆峒": "kong tong",
    "繁峙": "fan shi",
    "泊头": "bo tou",
    "洪洞": "hong tong",
    "筠连": "jun lian",
    "荥经": "ying jing",
    "荥阳": "xing yang",
    "蚌": "beng",
    "覃塘": "qin tang",
    "称多": "chen duo",
    "宕昌": "tan chang",
    "闵行": "min hang",
    "穆棱": "mu ling",
    "召陵": "shao ling",
    "中牟": "zhong mu",
    "牟平": "mu ping",
    "牟定": "mou ding",
    "蔚县": "yu xian",
    "尉犁": "yu li",
    "铅山": "yan shan",
    "渑池": "mian chi",
    "犍为": "qian wei",
    "枞阳": "zong yang",
    "台州": "tai zhou",
    "天台": "tian tai",
    "泌阳": "bi yang",
    "歙县": "she xian",
    "黟县": "yi xian",
    "莘县": "shen xian",
    "嵊": "sheng",
    "厦门": "xia men",
    "大厂": "da chang",
    "藏": "zang",
    "会": "hui",
}

_LONGEST_PHRASE = max(map(len, PHRASE_READINGS))


def syllables(name: str) -> list[str]:
    """The toneless syllables of an official name, one for each character (长子县 -> zhang, zi, xian)."""
    read = lazy_pinyin(name, v_to_u=False)
    if len(read) != len(name):
        raise ValueError(f"pypinyin reads {name!r} as {read!r}: not one syllable for each character")
    read = [CHARACTER_READINGS.get(character, syllable) for character, syllable in zip(name, read, strict=True)]
    position = 0
    while position < len(name):
        for length in range(min(_LONGEST_PHRASE, len(name) - position), 0, -1):
            phrase = PHRASE_READINGS.get(name[position : position + length])
            if phrase is not None:
                read[position : position + length] = phrase.split()
                position += length
                break
        else:
            position += 1
    return read


def slug(code: int, name: str) -> str:
    """The id of a division: the first code that it bore and its reading (``469025-ding-an-xian``)."""
    result = f"{code}-" + "-".join(syllables(name))
    if not result.isascii() or not result.replace("-", "").isalnum():
        raise ValueError(f"the reading of {name!r} is not plain ASCII: {result!r}")
    return result
