"""What Chinese personal names are made of."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.lexicon.tables import read_table


class Given(NamedTuple):
    """How often a character stands second, last, or alone in given names (counts of dictionary entries)."""

    second: int
    last: int
    single: int


_rows: Final = read_table("surnames")

SURNAMES: Final = frozenset(row["surname"] for row in _rows if row["class"] != "compound")
COMMON_SURNAMES: Final = frozenset(row["surname"] for row in _rows if row["class"] == "common")
COMPOUND_SURNAMES: Final = frozenset(row["surname"] for row in _rows if row["class"] == "compound")
WORD_SURNAMES: Final = frozenset(row["surname"] for row in _rows if row["word"] == "1")
"""Surnames that are mostly ordinary words: more evidence than the surname is wanted."""

GIVEN: Final = {row["char"]: Given(int(row["second"]), int(row["last"]), int(row["single"])) for row in read_table("given_characters")}

TRANSLITERATION: Final = frozenset(
    "列阿艾安敖巴白拜班保贝比别宾波博勃卜布才仓策查察昌朝次茨措达代丹旦当道德登迪底丁顶东冬都多朵尔俄额恩尕噶嘎尬甘高格根更公贡古谷关哈海罕汗杭浩合和赫黑洪呼胡花华霍基吉及济加迦嘉贾建江杰金晋京久"
    "朱来夫居喀卡凯坎康柯科可克肯孔库宽昆拉腊莱兰郎朗勒雷力里丽利莉隶林琳玲留龙隆卢鲁伦罗洛吕玛马麦买迈满曼芒毛梅美蒙孟米敏明莫默姆木穆那娜纳乃南尼宁努诺女欧帕潘培彭平珀朴普其齐奇恰强乔切钦青琼球曲"
    "热仁日荣如茹若萨赛桑色僧沙莎山晒善尚绍舍申沈生圣师什石史守舒术斯四松苏素孙索塔台泰坦汤唐桃陶特腾提天铁廷通图土吐托脱陀瓦外万旺威维卫温文沃乌吾伍西希喜夏先香相向肖辛新兴雄旭续逊雅亚延彦央杨洋耶"
    "音楞乐牧锡宝顺边参坚肉也叶依伊义益因英尤于玉元云扎再赞泽则增扎詹张哲者珍真支芝志智仲珠主卓孜子宗祖佐甫热曼提买江别汗买合帕尔希旦增甲加措色姆顿嘉珠勇桑布桑格图雅其木额乌云毕力高娃斯琴那仁苏日娜"
)
"""Characters by which names of Uyghurs, Kazakhs, Mongols, Tibetans, Hui and others, and of their places, are written in Chinese.

Source: compiled for this project from general knowledge of transliterated names.
"""
