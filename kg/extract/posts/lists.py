"""Lists of names: before 等领导, in rows, behind 学习 and 任命."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES, KIN, SURNAMES, TRANSLITERATION

_LIST_REACH: Final = 80
"""Characters before 等领导 in which the list begins."""
_MEMBERS: Final = re.compile(r"(?:[\u4e00-\u9fff·]{2,8}、)*[\u4e00-\u9fff·]{2,8}$")
_OTHERS: Final = (
    "同志|领导|干部|人"
    "|党员(?!先锋|活动|教育|责任|示范)"  # not 党员|先锋岗
    "|模范|英雄|代表|专家|学者|劳模|先进"
    "|先辈|先烈|先驱|革命家"
    "|主席团成员|班子成员|组成员(?!单位)|委员(?!会)"  # not 工作组成员|单位
    "|骨干(?![企项工])"  # not 骨干|企业
    "|执行主席|常务主席|夫妇"
)
"""What those are who are not named one by one."""
_AND_OTHERS: Final = re.compile(
    r"[等一二两三四五六七八九十百\d](?:(?<=等)(?:一大?批|[十百]佳"  # 等|一批优秀党员, 等|十佳青年
    "|[省市县区州旗]、[省市县区州旗镇乡、]{1,5}领导"  # 等|省、市领导
    rf"|[\u4e00-\u9fff]{{0,8}}?(?:{_OTHERS})"  # 等|老党员
    "|(?:分别)?(?:出席|参加|陪同|到会|随同)|在主席台"  # 等|分别出席
    r"|[一二两三四五六七八九十百\d]{1,4}[位名人])"  # 等|15位
    r"|(?<!等)[一二两三四五六七八九十百\d]{0,3}[位名])"  # 两位
    "|夫[妇妻]|在主席台"
)
"""What ends a list of names: 等领导, 等15位同志, 等一批标兵, 两位同志, 夫妇, 在主席台就座."""
_SETTLEMENTS: Final = ("庄", "湾", "村", "寨", "店")
_ATTENDING: Final = ("出席", "参加", "陪同", "到会", "随同", "主席台")
"""Before these one name alone is no list: 主席古丽米热·艾尼等|参加."""
_TAKING_PART: Final = re.compile(
    "(?:参加|出席|列席|陪同)了?(?:上述|此次|这次|有关|座谈|启动|揭牌|开幕|签约)?(?:会议?|调研|座谈|活动|仪式|考察|检查|慰问|视察|式)?(?![一-鿿])"
)
"""What those of a list do that is all of a clause before, to its end: 甲、乙、丙参加会议."""
_LEADING: Final = re.compile("率领(?=[\u4e00-\u9fff])|撰写的?(?=[《“])")
"""What those do whose names are all of a clause before, and who can only be people: 甲、乙|率领红军, 甲、乙|撰写的《…》."""
_PRESENT_ALONE: Final = re.compile(
    r"(?:^|》、|[，。；！？\n \u3000])((?:[\u4e00-\u9fff]{2,4}、){0,30}[\u4e00-\u9fff]{2,4}?)等?(?:分别|一同|一起|应邀|也){0,2}$"
)
_ADMIRED: Final = re.compile(
    r"(?:学习(?:弘扬|宣传|践行)?|向|弘扬|争做|像|以)((?:[\u4e00-\u9fff·]{2,4}、){0,40}[\u4e00-\u9fff·]{2,4}?)(?:等(?:[\u4e00-\u9fff]{0,6})|的)?(?:精神|先进事迹|事迹|同志|学习|那样|这样的|一样|为榜样)"
)
_WORKS: Final = ("渠", "坝", "桥", "塔", "岛")
"""Last characters of works and places after which a spirit is called."""
_ROW: Final = re.compile(
    r"(?<![\u4e00-\u9fff、])(?:以及|包括|还有|其中有?)?([\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){3,})(?![\u4e00-\u9fff、])"
)
_AS_WELL_AS: Final = ("以及", "还有", "包括")
"""What a list may begin with."""
_OF_FOUR: Final = re.compile("、[\u4e00-\u9fff]{2,3}、[\u4e00-\u9fff]{2,3}、")
_HEADING: Final = re.compile("[ \u3000]*((?:[\u4e00-\u9fff]{2,3}、){3,40})(?=[\u4e00-\u9fff])")
"""甲、乙、丙、|丁委托…: a row at the head of a clause, whose last member the rest of the clause follows."""
_EXPERTS: Final = re.compile(
    r"(?:专家组?|教授|学者|专班|(?:调研|考察|课题|工作)组(?:成员)?)([\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){2,}?)(?:等(?!\d*个)|(?![\u4e00-\u9fff、]))"
)
"""省内外专家组|甲、乙、丙，: rows behind a word for their group."""
_LONGEST_LISTED: Final = 3
_FEWEST_IN_TAIL: Final = 3
_OF_PEOPLE: Final = re.compile(
    r"等(?:一大?批|[一二三四五六七八九十\d]{1,3}[位名])?[\u4e00-\u9fff]{0,8}?(?:党员|人物|干部|模范|同志|标兵|能手|英雄|个人|人才|民警|劳模)"
)
"""Behind a list whose last members are people: 等一批优秀党员."""
_FEWEST_SOUNDS, _MOST_SOUNDS = 4, 8
_NEARLY_ALL: Final = 5
"""Of so many members of a row one may be no name by itself."""
_MANY: Final = 5
"""In a list of so many even a member that begins with no known surname is one: 甲、乙、丙、丁、戊、泽仁足."""
_COUNTED: Final = re.compile(
    r"(?:[人位名](?<=[\d一二两三四五六七八九十][人位名])|分别[是为]|名单(?:如下)?)"  # 三人, 分别为, 名单如下
    "(?:：|是：?|为：?)?"
    r"((?:[\u4e00-\u9fff·]{2,4}、){1,40}[\u4e00-\u9fff·]{2,4}(?:和[\u4e00-\u9fff]{2,3})?)(?=[。，；\n]|$)"  # 甲、乙和丙
)
"""有新任命的三人：甲、乙、丙; 分别为甲、乙和丙."""
_MEMBER: Final = re.compile(r"([\u4e00-\u9fff·]{2,4})(?:（[^（）\n]{1,10}）)?(?:、|$)")
_GLOSSED: Final = re.compile(
    r"(?:分别[是为]|名单(?:如下)?|选举|选出|授予)(?:：|是：?|为：?)?((?:[\u4e00-\u9fff·]{2,4}(?:（[^（）\n]{1,10}）)?、){2,60}"
    r"[\u4e00-\u9fff·]{2,4}(?:（[^（）\n]{1,10}）)?)(?=[。，；\n]|$)"
)
"""分别是：甲、乙（女）、丙."""
_PRESENT: Final = re.compile(
    r"(?:参加|出席|列席|陪同|随同|参与|到会|前来|同行|与会|就座)[^，。；：！？、\n]{0,16}?的(?:[省市县区]?领导|同志|人员|嘉宾)?(?:还|主要|分别)?(?:有|是)：?"
    r"((?:[\u4e00-\u9fff·]{2,4}、){0,40}[\u4e00-\u9fff·]{2,4}?)(?:等|同志)?(?=[。，；\n]|$)"
)
"""参加会议的有甲、乙、丙。"""
_RESIGNING: Final = re.compile(
    r"接受([\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){0,9}?)(?:同志)?(?:因[^，。；\n]{2,20})?(?:请求|申请|提出|的)?辞去"
)
"""接受甲辞去某职的请求."""
_TOGETHER: Final = re.compile(
    r"[同与和向]((?:[\u4e00-\u9fff]{2,3}、){1,40}[\u4e00-\u9fff]{2,3}?)(?:等(?:[\u4e00-\u9fff]{0,4}(?:农户|群众|村民|居民|职工|党员|学生|老人|户))?)?(?:进行|一起|座谈|交流|交谈|亲切|合影|见面|握手|学习)"
)
"""同甲、乙进行了交流."""
_OF_PLACE: Final = re.compile(r"([\u4e00-\u9fff]{2,8})的([\u4e00-\u9fff]{2,4})(?=[，、；。]|$)")
_EACH: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}的[\u4e00-\u9fff]{2,4}[，、；]){1,30}[\u4e00-\u9fff]{2,8}的[\u4e00-\u9fff]{2,4}(?=[，、；。])"
)
_RESPECTIVELY: Final = re.compile("分别[是为]|[他她]们是")
_LEVELS: Final = ("省", "市", "县", "区", "州", "旗", "镇", "乡", "村")
_ELECTED: Final = re.compile(
    r"(?:^|[，。：；\n ])((?:[\u4e00-\u9fff]{2,3}、){1,40}[\u4e00-\u9fff]{2,3}?)(?:等?[\d一二三四五六七八九十]{1,3}[名位]?(?:同志|人))?当选"
)
"""甲、乙、丙当选某委员会委员."""
_CHOSEN: Final = re.compile(
    r"(?:任命|补选|增补|选举|推选|聘任)((?:[\u4e00-\u9fff·]{2,3}、){0,40}[\u4e00-\u9fff·]{2,3})(?:同志)?(?:等[\d一二三四五六七八九十]*人)?为"
)


def put_listed(register: Register) -> None:
    """X、Y、Z等领导; 学习X、Y等…事迹: every member must read as a name."""
    _put_glossed(register)
    _put_each(register)
    _put_present(register)
    _put_heading(register)
    for start, members, rule in (*_lists_of_names(register.text), *_admired(register.text), *_rows(register.text)):
        first = names.before(register.around.page, start + len(members[0]), register.around.page.clause(start)[0])
        if rule == "row of names" and not _in_row(members):
            continue
        if rule == "row of names":
            first = names.Name(start, start + len(members[0]), 0.9)
        elif first is None or not _are_names([register.text[first.start : first.end], *members[1:]]):
            _put_tail(register, start, members, rule)
            continue
        register.add_name(first.start, first.end, rule, 0.88)
        at = first.end + 1
        for member in members[1:]:
            register.add_name(at, at + len(member), rule, 0.88)
            at += len(member) + 1


def _put_glossed(register: Register) -> None:
    """分别是甲、乙（女）、丙（回族）: a row of names some of which have remarks behind them."""
    for match in _GLOSSED.finditer(register.text) if "（" in register.text else ():
        members = list(_MEMBER.finditer(register.text, *match.span(1)))
        if len(members) >= _FEWEST_IN_TAIL and _in_row([member[1] for member in members]):
            for member in members:
                register.add_name(*member.span(1), "row of names", 0.88)


def _put_each(register: Register) -> None:
    """分别是东阳的甲，兰溪的乙: one of each place."""
    for match in _EACH.finditer(register.text):
        each = list(_OF_PLACE.finditer(register.text, *match.span()))
        if _RESPECTIVELY.search(each[0][1]) and all(_ends_place(one[1]) and names.is_whole(one[2]) for one in each):
            for one in each:
                register.add_name(*one.span(2), "one of each place", 0.88)


def _put_present(register: Register) -> None:
    """甲、乙、丙参加会议, where the names alone are the clause: nothing else tells them, so each is beyond doubt."""
    for match in (*_TAKING_PART.finditer(register.text), *_LEADING.finditer(register.text)):
        alone = _PRESENT_ALONE.search(register.text, max(0, match.start() - _LIST_REACH), match.start())
        members = alone[1].split("、") if alone is not None else []
        leads = match.re is _LEADING and len(members) > 1  # so that one of them may be a word, too: 甲、杨柳撰写的《…》
        if alone is None or (any(map(_is_of_things, members)) and not leads) or not KIN.isdisjoint(members):
            continue
        if not all(names.is_whole(member, listed=leads) for member in members):
            continue
        at = alone.start(1)
        for member in members:
            register.add_name(at, at + len(member), "list of names", 0.85)
            at += len(member) + 1


def _put_heading(register: Register) -> None:
    """甲、乙、丙、丁委托工作人员…: the names at the head of a clause, each beyond doubt, and the last up to the words behind it."""
    page = register.around.page
    for row in _OF_FOUR.finditer(register.text):
        head = page.clause(row.start())[0]
        match = _HEADING.match(register.text, head) if register.text[head - 1 : head] != "、" else None
        members = match[1][:-1].split("、") if match is not None else []
        last = names.at(page, match.end()) if match is not None else None
        if match is None or last is None or any(map(_is_of_things, members)):
            continue
        if not all(map(names.is_whole, members)) or not KIN.isdisjoint(members):
            continue
        at = match.start(1)
        for member in (*members, register.text[last.start : last.end]):
            register.add_name(at, at + len(member), "list of names", 0.85)
            at += len(member) + 1


def _ends_place(words: str) -> bool:
    """Whether the last of ``words`` is a division, by its short name or by its level."""
    return words.endswith(_LEVELS) or any(words[-length:] in divisions.load().by_short for length in (2, 3))


def _put_tail(register: Register, start: int, members: list[str], rule: str) -> None:
    """The names at the end of a list of other things: 八一村、白沙派出所、|夏三友、戴胜龙、李彬等一批典型."""
    count = next((number for number, member in enumerate(reversed(members)) if not names.is_whole(member, listed=True)), len(members))
    end = start + len("、".join(members))
    tail = members[len(members) - count :]
    first = members[-count - 1].rpartition("和")[2] if count < len(members) else ""
    if first and names.is_whole(first, listed=True):  # 嘉宝公司和|奉崇全、
        tail = [first, *tail]
    if rule != "list of names" or len(tail) < _FEWEST_IN_TAIL or not _OF_PEOPLE.match(register.text, end):
        return
    at = end - len("、".join(tail))
    for member in tail:
        register.add_name(at, at + len(member), rule, 0.8)
        at += len(member) + 1


def _lists_of_names(text: str) -> Iterator[tuple[int, list[str], str]]:
    """X、Y、Z before 等领导 and the like, looked for back from 等; 任命X、Y、Z为."""
    for match in _CHOSEN.finditer(text):
        yield match.start(1), _names_of(match[1]), "row of names"
    for match in (*_COUNTED.finditer(text), *_PRESENT.finditer(text), *_RESIGNING.finditer(text), *_TOGETHER.finditer(text)):
        row = _names_of(match[1])
        if not any(map(_is_of_things, row)):
            yield match.start(1), row, "row of names"
    before = 0
    for match in _AND_OTHERS.finditer(text):
        low = max(0, match.start() - _LIST_REACH)
        low = max(low, *(text.rfind(mark, low, match.start()) + 1 for mark in "，。；：！？\n"))
        if low < before:  # 甲等十佳市民、|乙等十佳干部: another list before it in the clause
            low = text.find("、", before, match.start()) + 1 or low
        low += 2 * text.startswith(_AS_WELL_AS, low)
        before = match.end()
        members = _MEMBERS.search(text, low, match.start())
        attending = match[0].endswith(_ATTENDING)
        if members and ("、" in members[0] or (match[0].startswith("等") and not attending)):
            listed = _names_of(members[0])
            if not (attending and any(map(_is_of_things, listed))):
                yield members.start(), listed, "list of names"


def _names_of(row: str) -> list[str]:
    """The members of a list, each one character behind the other, of which 和 may join two that are names: 甲、乙和丙、丁."""
    found: list[str] = []
    for member in row.split("、"):
        pair = member.split("和")
        joined = len(pair) > 1 and not names.is_whole(member, listed=True) and all(names.is_whole(name, listed=True) for name in pair)
        found.extend(pair if joined else [member])
    return found


def _is_of_things(member: str) -> bool:
    """Whether a member of a list is a word, a division or a settlement, so that the list is one of things or places: 农业、水利, 黄石、宁波."""
    return names.is_word(member) or member in divisions.load().by_short or member.endswith(_SETTLEMENTS)


def _are_names(members: list[str]) -> bool:
    """Whether all of ``members`` read as names, of several all but one, if that has a surname; of many a fifth may be odd."""
    odd = [member for member in members if not names.is_whole(member) and not _is_of_sounds(member)]
    if len(members) >= _MANY and all(len(member) <= _LONGEST_LISTED for member in odd):
        return _NEARLY_ALL * len(odd) <= len(members)
    return not odd or (len(odd) == 1 and len(members) > 1 and odd[0][0] in COMMON_SURNAMES and len(odd[0]) <= _LONGEST_LISTED)


def _is_of_sounds(member: str) -> bool:
    """Whether a member of a list is made of sounds of another language, and is no word: 扎西多吉, 阿不都热合曼."""
    return _FEWEST_SOUNDS <= len(member) <= _MOST_SOUNDS and TRANSLITERATION.issuperset(member) and not names.is_word(member)


def _in_row(members: list[str]) -> bool:
    """Whether ``members`` of a row read as names, nearly all of them."""
    whole = sum(names.is_whole(member, listed=True) for member in members)
    return _NEARLY_ALL * whole >= (_NEARLY_ALL - 1) * len(members) and all(member[0] in SURNAMES for member in members)


def _rows(text: str) -> Iterator[tuple[int, list[str], str]]:
    """Rows of four and more names that nothing else tells: 以及甲、乙、丙、丁."""
    elected = _ELECTED.finditer(text) if "当选" in text else ()
    for match in (*_ROW.finditer(text), *_EXPERTS.finditer(text), *elected):
        yield match.start(1), _names_of(match[1]), "row of names"


def _admired(text: str) -> Iterator[tuple[int, list[str], str]]:
    for match in _ADMIRED.finditer(text):
        if match[1].endswith(_WORKS):  # 弘扬|红旗渠|精神
            continue
        yield match.start(1), match[1].split("、"), "admired"
