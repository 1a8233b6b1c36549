"""People behind nouns for people: 村民X, 集团领导X, 统计员X, 东阳人X."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register
from kg.extract.scan import Hit, Scanner
from kg.lexicon.words import PERSON_NOUNS

_STAFF: Final = re.compile(
    r"员(?<=[\u4e00-\u9fff]{2}员)(?<!人员)(?<!党员)(?<!成员)(?<!官员)(?<!动员)(?<!全员)(?<!会员)(?<!团员)(?<!委员)(?=[\u4e00-\u9fff]{2})"
)
"""员 at the end of a trade (统计员, 护林员)."""
_OF_A_PEOPLE: Final = re.compile("族(?:老|青年|妇女|农|牧)?$")
"""Behind the name of a people (哈萨克族牧民) a name may be a transliterated one."""
_NATIVE: Final = re.compile("人(?![民大才员事口们家均])")
_NO_PEOPLE: Final = ("班子", "小组", "文明号", "文明岗", "包案", "包保", "包抓", "包联", "包片", "干部", "机关", "机构", "队伍")
"""What is no name behind a noun for people: 领导|班子."""
_HONOURED: Final = ("党员", "工作者", "模范", "标兵", "先进个人", "能手", "劳模")
"""Ends of nouns for people who are honoured, behind which a colon and their names may stand."""
_HONOUR: Final = re.compile(
    "”(?<=(?:卫士|明星|楷模|榜样|好人|先锋|之星|人物|局长|校长|院长|书记|支书|村长|大姐|大哥|妈妈|爸爸|教授|医生|大王|达人|能人|工匠)”)(?<=[\u4e00-\u9fff]{4}”)"
)
"""The end of an honour in quotation marks, before who has it: “湖北省十大杰出青年|卫士”|甲."""
_COMRADE: Final = "同志"
_NEAR: Final = 6
_PLACED: Final = re.compile("第[一二三四五六]名(?=[\u4e00-\u9fff])|军(?<=[冠亚季]军)(?=[\u4e00-\u9fff])")
"""Before who came in so: 大赛|第一名|甲."""
_OF_AGE: Final = re.compile(
    r"\d{1,3}(?:岁|年[党工教军警]龄)的|(?:19|20)\d\d年(?:\d{1,2}月)?出?生的|生于(?:19|20)\d\d年(?:\d{1,2}月)?的|(?:毕业|退休|退伍|返乡)的"
)
_CALLED: Final = re.compile("(?:[他她我名个位]|干部|党员|村民|姑娘|小伙子?)叫(?=[\u4e00-\u9fff·]{2,12}?[，。；（的])")
"""他|叫|马占山，, 一位|名叫|罗海棠|的党员, 有个干部|叫|翟明珠，."""
_CLOSED: Final = ("，", "。", "；", "（", "的")
_AGES: Final = ("岁的", "龄的", "生的", "生于", "毕业的", "退休的", "退伍的", "返乡的")
"""What one of these patterns ends with: looked for first, as most pages have none."""


def put_behind_nouns(register: Register) -> None:
    """村民X, 集团领导X, 统计员X: a noun for a person, then a name."""
    page = register.around.page
    told = _OF_AGE.finditer(register.text) if any(word in register.text for word in _AGES) else ()
    aged = (Hit(match.start(), match.end(), match[0]) for match in told)  # 89岁的张敏媛, 有58年党龄的
    natives = (
        Hit(match.start(), match.end(), match[0]) for match in _NATIVE.finditer(register.text) if _is_native(register, match.start())
    )
    staff = (Hit(match.start(), match.end(), match[0]) for match in _STAFF.finditer(register.text))
    honoured = (
        Hit(match.start() - 2, match.start(), register.text[match.start() - 2 : match.start()]) for match in _HONOUR.finditer(register.text)
    )
    placed = (Hit(match.start(), match.end(), match[0]) for match in _PLACED.finditer(register.text))
    for hit in (*_noun_scanner().scan(register.text), *staff, *natives, *aged, *honoured, *placed):
        labels = hit.text.endswith(_HONOURED) and register.text.startswith("：", hit.end)  # 县优秀共产党员：|朱振柳、钟衍润
        at = hit.end + (labels or register.text[hit.end : hit.end + 1] in (" ", "”"))
        if hit.text == _COMRADE and page.text.startswith("任", at) and names.before(page, hit.start, max(0, hit.start - _NEAR)):
            continue  # 吴志文|同志|任知行学院党委书记
        if names.may_begin(page, at) and not _goes_on(register.text, at) and at not in register.people and page.mined(hit.start):
            people = _OF_A_PEOPLE.search(register.text, max(0, hit.start - 4), hit.start)
            for person in register.names_from(at, "behind a noun for people", 0.95, strict=people is None and hit.text[-1] != "的"):
                if hit.text[-1] != "的" or names.is_whole(person.name):
                    register.add(person)


def put_called(register: Register) -> None:
    """他叫X，, 有位名叫X的: whom the text calls so, up to a mark or 的."""
    page, text = register.around.page, register.text
    for match in _CALLED.finditer(text):
        at = match.end()
        name = names.at(page, at, strict=True) if at not in register.people and page.mined(at) else None
        if name is not None and text.startswith(_CLOSED, name.end) and names.is_whole(text[at : name.end]):
            register.add_name(at, name.end, "called", 0.95)


@cache
def _noun_scanner() -> Scanner:
    return Scanner(PERSON_NOUNS)


def _goes_on(text: str, at: int) -> bool:
    """Whether what stands at ``at`` makes another word of the noun before it: 领导|班子, 干部|都包保, 妇女儿|童."""
    return text.startswith(_NO_PEOPLE, at + text.startswith("都", at)) or text.startswith("儿童", at - 1)


def _is_native(register: Register, at: int) -> bool:
    """Whether the 人 at ``at`` stands behind a place: 东阳|人|甲."""
    return register.around.places.ending(at) is not None
