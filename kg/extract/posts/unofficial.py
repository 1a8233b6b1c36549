"""People without a post: behind nouns for people, before words like 同志, and wherever a name that was found stands again."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Final

from kg.extract import names
from kg.extract.posts.bylines import put_bylines
from kg.extract.posts.credits import put_credits
from kg.extract.posts.lists import put_listed
from kg.extract.posts.register import Register
from kg.extract.posts.titles import chains, leads_to_a_name
from kg.extract.scan import Hit, Scanner
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES, COMPOUND_SURNAMES, KIN, TRANSLITERATION
from kg.lexicon.words import OFFICES, PERSON_NOUNS

AGAIN: Final = "again"
"""The rule by which a name is read wherever it stands, as it was found somewhere."""
_STAFF: Final = re.compile(
    r"员(?<=[\u4e00-\u9fff]{2}员)(?<!人员)(?<!党员)(?<!成员)(?<!官员)(?<!动员)(?<!全员)(?<!会员)(?<!团员)(?<!委员)(?=[\u4e00-\u9fff]{2})"
)
"""员 at the end of a trade (统计员, 护林员)."""
_OF_A_PEOPLE: Final = re.compile("族(?:老|青年|妇女|农|牧)?$")
"""Behind the name of a people (哈萨克族牧民) a name may be a transliterated one."""
_AFTER_NAME: Final = re.compile(
    r"(同志|董事长|总经理|校长|院长|先进事迹|总书记|总理|主席|书记|部长|省长|市长|县长|区长|局长|主任|老师|教授|院士|先生|女士|烈士|将军|老人(?![家们院节])|老汉|大爷|大妈|大娘)(?<![位名]同志)(?!们)"
)
_TOLD: Final = (AGAIN, "before 同志")
"""The rules of people whose names are sure, whatever stands before them."""
_NATIVE: Final = re.compile("人(?![民大才员事口们家均])")
_NO_PEOPLE: Final = ("班子", "小组", "文明号", "文明岗", "包案", "包保", "包抓", "包联", "包片", "干部", "机关", "机构", "队伍")
"""What is no name behind a noun for people: 领导|班子."""
_HONOURED: Final = re.compile(
    "(?:荣获|获得|当选|被评为|被授予)(?=[^，。；]{0,40}(?:劳动模范|道德模范|标兵|先进个人|先进工作者|能手|五一劳动奖章|三八红旗手|优秀[\u4e00-\u9fff]{0,8}[员者部师兵官民]|好人|楷模))"
)
_OF_A_GROUP: Final = ("组", "村", "社区", "屯", "户")
_SETTLED: Final = frozenset("家庄沟港湾村店寨屯镇")
"""Last characters of families and settlements."""
_AGED: Final = re.compile(r"(?:今年|现年|时年)\d{1,3}岁")
_KIN: Final = re.compile("的(?:女儿|儿子|妻子|丈夫|父亲|母亲|爱人|老伴|孙子|孙女|弟弟|哥哥|姐姐|妹妹)")
_SOUNDS: Final = re.compile("[\u4e00-\u9fff]{2,6}(·)[\u4e00-\u9fff]{2,6}")
_VISITING: Final = re.compile("看望慰问|走访慰问|看望|慰问|走访|探望")
_VISITED: Final = re.compile(
    "(?:村|社区|组|屯|嘎查|场|厂|矿|公司|小区)([\u4e00-\u9fff]{2,3}?)(?=[、，]|[和及与](?=[\u4e00-\u9fff]{2,20}(?:村|社区|组|屯|嘎查|场|厂|矿|公司|小区))|等(?![级])|家(?:[庭中里，。、]|$))"
)
_IN_NEED: Final = re.compile("困难|贫困|低保|特困|家庭|群众|党员|老人|孤儿|遗属|家属|职工|[户家](?=[，。])")
"""Who is visited at home, where those are named whom the text names so."""
_VISITED_REACH: Final = 120
"""Characters behind the verb in which those are named who are visited."""
_OF_AGE: Final = re.compile(r"\d{1,3}(?:岁|年[党工教军警]龄)的|(?:19|20)\d\d年(?:\d{1,2}月)?出?生的")
_AGES: Final = ("岁的", "龄的", "生的")
"""What one of these patterns ends with: looked for first, as most pages have none."""


def put_others(register: Register) -> None:
    """Add the people whom something else than a title tells; those that are there already stay."""
    _behind_nouns(register)
    _before_words(register)
    _before_kin(register)
    _honoured(register)
    _before_ages(register)
    _visited(register)
    _dotted(register)
    put_listed(register)
    put_bylines(register)
    put_credits(register)


def _before_ages(register: Register) -> None:
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


def _dotted(register: Register) -> None:
    """阿依夏木·买买提: a name with · in it, whose parts are all sounds of other languages, wherever it stands."""
    page, text = register.around.page, register.text
    for match in _SOUNDS.finditer(text) if "·" in text else ():
        start = next((at for at in range(match.start(), match.start(1) - 1) if page.breaks(at)), None)
        sounds = start is not None and TRANSLITERATION.issuperset(match[0][start - match.start() :].replace("·", ""))
        if start is None or not sounds or not page.mined(start) or register.around.in_body(start, match.end()):
            continue
        name = names.at(page, start)
        if name is not None and name.end > match.start(1) and not any(at in register.people for at in range(start, name.end)):
            register.add_name(start, name.end, "dotted", 0.85)


def _visited(register: Register) -> None:
    """看望了甲村王海、乙厂李江等困难家庭: who is visited, behind the village or place of work."""
    page, text = register.around.page, register.text
    for verb in _VISITING.finditer(text):
        sentence = page.sentence_at(verb.start())
        high = min(sentence.end, verb.end() + _VISITED_REACH) if sentence is not None else verb.end()
        if _IN_NEED.search(text, verb.end(), high) is None:
            continue
        for match in _VISITED.finditer(text, verb.end(), high):
            start, name = match.start(1), match[1]
            at_home = names.is_whole(name) and name[0] in COMMON_SURNAMES and start not in register.people and page.mined(start)
            if at_home and not register.around.in_body(start, match.end(1)):
                register.add_name(start, match.end(1), "visited", 0.85)


def _honoured(register: Register) -> None:
    """甲获得…奖: a name that is all of the clause before."""
    page = register.around.page
    for match in _HONOURED.finditer(register.text):
        low = page.clause(match.start())[0]
        name = names.before(page, match.start(), low)
        whole = name is not None and name.start == low and _is_somebody(register.text[name.start : name.end])
        if whole and register.text[low] in COMMON_SURNAMES and low not in register.people and page.mined(low):
            register.add_name(low, match.start(), "honoured", 0.85)


def _before_kin(register: Register) -> None:
    """甲的女儿: whose, where the name is all of the clause before."""
    for match in _KIN.finditer(register.text):
        low = register.around.page.clause(match.start())[0]
        name = names.before(register.around.page, match.start(), low)
        new = name is not None and name.start == low and name.start not in register.people and register.around.page.mined(low)
        if name is not None and new and _is_somebody(register.text[name.start : name.end]):
            register.add_name(name.start, name.end, "before kin", 0.85)


def _is_somebody(name: str) -> bool:
    """Whether ``name`` can be nothing else: no kin (孙子), no family (陈家), no place (石家庄, 李家沟)."""
    if not names.is_whole(name) or name in KIN or name[-1] in _SETTLED or name in divisions.load().by_short:
        return False
    return "·" in name or (name[:1] in COMMON_SURNAMES or name[:2] in COMPOUND_SURNAMES)


def put_again(register: Register) -> None:
    """Every other place where a name that was found stands."""
    known = {person.name for person in register.people.values()}
    if not known:
        return
    spans = sorted((person.start, person.end) for person in register.people.values())
    starts = [start for start, _ in spans]
    for hit in Scanner(known, once=True).scan(register.text):
        number = bisect_left(starts, hit.end) - 1
        if number < 0 or spans[number][1] <= hit.start:
            register.add_name(hit.start, hit.end, AGAIN, 0.9)


def put_known(register: Register) -> None:
    """Whoever is named right behind titles that nobody holds holds them, if something else tells the name: 市长|韩正|在…接见, 组长|于广洲|同志.

    That is another place where the page names that person, or a word behind the name.
    """
    for chain in chains(register.text, register.titles):
        person = register.people.get(chain[-1].end)
        if person is not None and person.rule in _TOLD and not any(title.start in register.held for title in chain):
            register.hold(person, [title for title in chain if leads_to_a_name(title.title)])


@cache
def _noun_scanner() -> Scanner:
    return Scanner(PERSON_NOUNS)


def _behind_nouns(register: Register) -> None:
    """村民X, 集团领导X, 统计员X: a noun for a person, then a name."""
    page = register.around.page
    told = _OF_AGE.finditer(register.text) if any(word in register.text for word in _AGES) else ()
    aged = (Hit(match.start(), match.end(), match[0]) for match in told)  # 89岁的张敏媛, 有58年党龄的
    natives = (
        Hit(match.start(), match.end(), match[0]) for match in _NATIVE.finditer(register.text) if _is_native(register, match.start())
    )
    staff = (Hit(match.start(), match.end(), match[0]) for match in _STAFF.finditer(register.text))
    for hit in (*_noun_scanner().scan(register.text), *staff, *natives, *aged):
        at = hit.end + (register.text[hit.end : hit.end + 1] in (" ", "”"))
        if names.may_begin(page, at) and not _goes_on(register.text, at) and at not in register.people and page.mined(hit.start):
            people = _OF_A_PEOPLE.search(register.text, max(0, hit.start - 4), hit.start)
            for person in register.names_from(at, "behind a noun for people", 0.95, strict=people is None and hit.text[-1] != "的"):
                if hit.text[-1] != "的" or names.is_whole(person.name):
                    register.add(person)


def _goes_on(text: str, at: int) -> bool:
    """Whether what stands at ``at`` makes another word of the noun before it: 领导|班子."""
    return text.startswith(_NO_PEOPLE, at)


def _is_native(register: Register, at: int) -> bool:
    """Whether the 人 at ``at`` stands behind a place: 东阳|人|甲."""
    return register.around.places.ending(at) is not None


def _before_words(register: Register) -> None:
    """X同志, X总书记, X老师: a name before such a word."""
    page, text = register.around.page, register.text
    starts = set(register.title_starts.values())  # none whose body is there: 岳阳|县长
    for match in _AFTER_NAME.finditer(text):
        start, word = match.start(), match[1]
        joined = text[start - 1 : start] in ("和", "与", "及")  # 主席徐惠俐|和|区长朱是西
        if (word in OFFICES and (start not in starts or joined)) or not page.mined(start):
            continue
        name = names.before(page, start, page.clause(start)[0])
        if (
            name is None
            or name.start in register.people
            or (word == "同志" and text[start - 1] in "男女")
            or text[start - 1] in "等与及"  # 熊福春等|同志, 魏明与|老人
            or (
                (page.of_minorities or "·" in text) and TRANSLITERATION.issuperset(text[max(0, name.start - 1) : name.end])
            )  # 阿依|夏木|大妈
            or register.around.in_body(name.start, name.end)
        ):
            continue
        register.add_name(name.start, name.end, f"before {word}", 0.9)
