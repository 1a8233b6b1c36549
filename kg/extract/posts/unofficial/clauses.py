"""People whose name is all that a clause has before what it tells of them: X获得…, X的女儿, X今年44岁."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES, COMPOUND_SURNAMES, KIN
from kg.lexicon.words import PERSON_NOUNS

_HONOURED: Final = re.compile(
    "(?:荣获|获得|当选|被评为|被授予)(?=[^，。；]{0,40}(?:劳动模范|道德模范|标兵|先进个人|先进工作者|能手|五一劳动奖章|三八红旗手|优秀[\u4e00-\u9fff]{0,8}[员者部师兵官民]|好人|楷模))"
)
_OF_A_GROUP: Final = ("组", "村", "社区", "屯", "户")
_SETTLED: Final = frozenset("家庄沟港湾村店寨屯镇")
"""Last characters of families and settlements."""
_AGED: Final = re.compile(r"(?:今年|现年|时年)\d{1,3}岁")
_KIN: Final = re.compile("的(?:女儿|儿子|妻子|丈夫|父亲|母亲|爱人|老伴|孙子|孙女|弟弟|哥哥|姐姐|妹妹)")


def put_honoured(register: Register) -> None:
    """甲获得…奖: a name that is all of the clause before."""
    page = register.around.page
    for match in _HONOURED.finditer(register.text):
        low = page.clause(match.start())[0]
        name = names.before(page, match.start(), low)
        whole = name is not None and name.start == low and _is_somebody(register.text[name.start : name.end])
        if whole and register.text[low] in COMMON_SURNAMES and low not in register.people and page.mined(low):
            register.add_name(low, match.start(), "honoured", 0.85)


def put_before_kin(register: Register) -> None:
    """甲的女儿: whose, where the name is all of the clause before."""
    for match in _KIN.finditer(register.text):
        low = register.around.page.clause(match.start())[0]
        name = names.before(register.around.page, match.start(), low)
        new = name is not None and name.start == low and name.start not in register.people and register.around.page.mined(low)
        if name is not None and new and _is_somebody(register.text[name.start : name.end]):
            register.add_name(name.start, name.end, "before kin", 0.85)


def put_before_ages(register: Register) -> None:
    """甲今年44岁: who is so old, where a noun or a mark stands before the name."""
    page, text = register.around.page, register.text
    for match in _AGED.finditer(text):
        low = page.clause(match.start())[0]
        name = names.before(page, match.start(), low)
        heads = name is not None and (name.start == low or text.endswith((*PERSON_NOUNS, *_OF_A_GROUP), low, name.start))
        if (
            name is not None
            and heads
            and _is_somebody(text[name.start : name.end])
            and name.start not in register.people
            and page.mined(name.start)
        ):
            register.add_name(name.start, name.end, "before an age", 0.85)


def _is_somebody(name: str) -> bool:
    """Whether ``name`` can be nothing else: no kin (孙子), no family (陈家), no place (石家庄, 李家沟)."""
    if not names.is_whole(name) or name in KIN or name[-1] in _SETTLED or name in divisions.load().by_short:
        return False
    return "·" in name or (name[:1] in COMMON_SURNAMES or name[:2] in COMPOUND_SURNAMES)
