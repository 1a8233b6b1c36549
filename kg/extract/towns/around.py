"""Words around the names of towns and villages, for all ways of finding where one starts."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import Token
from kg.lexicon.stops import VERBS
from kg.lexicon.words import OFFICES

HAN_ONLY: Final = re.compile("[\u4e00-\u9fff]+")
ORGANS: Final = "党委|党支部|党总支|(?:人民)?政府|人大|纪委|村委会|居委会|委会|卫生院|派出所|办事处|中学|小学|副?[镇乡]长|[\u4e00-\u9fff]{2,3}(?:社区|村)"
"""What a town or village has, as a pattern."""
TOLD: Final = re.compile(rf"{ORGANS}|、|等(?:\d{{1,3}}个)?[地镇乡村]")
"""What behind 镇 and the like says that the characters before it are a name, though they are no words."""
GOING: Final = ("来到", "到", "走进", "走访", "前往", "抵达", "奔赴", "深入", "赴")
BEFORE_TOWN: Final = frozenset("驻原现从由在到对向为与和及任像兼继叫")
FUNCTION_TAGS: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "r", "d"})
"""What cannot stand in a town's name right behind the name of its county; 底, 三 and the like can."""
PARTICLES: Final = frozenset({"p", "c", "u", "uj", "ul", "r"})
AREAS: Final = re.compile(r"(?:园区|开发区|新区|景区|库区|灌区|牧区|林区|湖区|镇区|城区|农场|团场|[零〇一二三四五六七八九十]团)$")
"""What ends a token that a village's name does not go on to the left of: 城北园区|王庄村, 一〇二团|梧桐镇."""
COUNTED: Final = re.compile(r"[一两二三四五六七八九十几数\d][个座]|首[家个批座]")
"""Before 村: names are not counted."""
PART: Final = re.compile(r"[一二三四五六七八九十\d]{1,2}[社组队]")
"""A part of a village by its number, whose people follow: 四社|村民."""
INNER_TOWN: Final = re.compile("[乡镇](?=[上下中里头][\u4e00-\u9fff])")
"""The town before a village whose name begins with a character that with 乡 or 镇 makes a word."""
TOWNS: Final = ("镇", "乡", "街道", "苏木")
"""The last words of the names in the table of towns; that of villages has the others."""
LONGEST: Final = 4
"""Characters of a town's name without its last word, but for transliterated ones."""


def stops(token: Token) -> bool:
    """Whether no town's name goes on to the left of ``token``'s end."""
    verb = token.tag == "v" and len(token.text) > 1
    return verb or token.tag in FUNCTION_TAGS or token.text in VERBS or token.text in OFFICES or AREAS.search(token.text) is not None
