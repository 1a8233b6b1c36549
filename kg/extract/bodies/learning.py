"""What 集团, 我局, 校 … stand for in an article, learnt from the bodies that it names."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from kg.extract import places
from kg.extract.bodies.acting import actor
from kg.extract.bodies.canonical import canonical, line
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.own import NOT_LEARNT, OWN_HEADS, SELF_WORDS
from kg.extract.bodies.systems import SYSTEM
from kg.extract.bodies.words import FARMS, ORGANISATIONS
from kg.extract.context import Context
from kg.extract.page import Page, tag_of, words_of
from kg.extract.refs import BodyRef
from kg.extract.scan import within
from kg.lexicon import divisions
from kg.lexicon.words import NATIONAL_BODIES, SUFFIXES
from kg.model import Basis
from kg.segment import Zone

_OWN_DEPARTMENT: Final = r"(?:党委|党组|党总支|党支部|党工委|纪委|纪检组|工会|团委|机关|领导班子|领导小组|办公室|组织部|宣传部|统战部|党校|人事处|教务处|董事会|监事会)"
"""What makes a head in front of it the document's own body: 局党组, 校纪委."""
_HEADS: Final = "|".join(OWN_HEADS)
_OURS: Final = re.compile(f"(?:我|本(?!部))({_HEADS})")
"""Where a document says 我局, 本校; 本部 is the main part of a school or a company."""
_ALL: Final = re.compile(
    "全(院|校|局|厅|厂|矿|行|公司|集团|农场|团场)(?=党员|干部|职工|员工|师生|医务|医护|上下|广大|各党|各支|各科|共有|的?(?:党员|干部|职工|师生))"
)
"""Where it speaks of all in it: 全院党员, 全局干部职工."""
_ITSELF: Final = re.compile(f"[^\u4e00-\u9fff](?:({_HEADS}){_OWN_DEPARTMENT}|(集团公司|集团|学校))")
"""Where it says 局党组, or 集团 and 学校 without a name, with the character before it."""
_ACTS_ITSELF: Final = re.compile(f"[由经](局|医院|学院|院|厅|学校|校|集团公司|公司|集团|分行|支行|中心){_OWN_DEPARTMENT}")
"""由|局|纪委甲致辞."""
_TITLED: Final = re.compile(r"(?:[^\u4e00-\u9fff]|[由经])党组(?:副?书记|成员)、副?(院|检察|局|厅)长")
"""Where it names the leaders of its party group by their other posts alone: 由|党组副书记、副院长|甲主持."""
_OF_LEADERS: Final = {"检察": "院"}
_ENDINGS: Final = {"校": ("校", "大学", "学院"), "师": ("师", "市")}
"""Last words of the names that a head may stand for, where they are others than itself: 师 is 第八师石河子市, too."""
_LOWER_SCHOOLS: Final = ("中学", "小学", "高中", "职高", "幼儿园")
"""Last words of the names of schools that speak of themselves as 校 as well."""
_INSTITUTES: Final = re.compile("职业|技术|师范|专科|高等")
"""Words in the names of institutes that no faculty of a university has."""
_FACULTIES, _OF_A_SCHOOL = 3, 2
"""Faculties that a page of their university names, of which none is the page's own; so many, of which none is its 校."""
_PLACE: Final = 2
"""Characters of most short names of places."""
_SCHOOL, _UNIVERSITY = "校", "大学"
_PROPER: Final = ("j", "ns", "nt", "nz")
"""Parts of speech of names and abbreviations."""
_SHORT_NAME: Final = 4
"""Characters of a name that may be a common noun, unless a level word begins it (省民政厅)."""
_OF_MANY: Final = 4
"""An article that names this many times more other schools, companies … than the one it names most is a round-up: none is its own."""
_BRANCHES: Final = ("分公司", "支公司", "子公司")
"""What no group is."""
_OF_PLACES: Final = frozenset({"局", "厅", "委", "处", "所", "站"})
"""Words whose bodies are those of a place."""
_OF_SOMEWHERE: Final = ("government-department", "hospital")
"""Kinds of bodies that may be the article's own even where it is open whose they are: 市人民医院."""
_COMES: Final = re.compile(
    f"(?:[来到]|来到|莅临|走进|走访|访问)[我本](?:{_HEADS})|来访|来[校院厂所馆局](?=[，。]|考察|访问|参观|调研|交流|指导|讲学|座谈|洽谈|作)"
)
"""What is said of guests behind the body that they come from."""
_ACTS: Final = re.compile("[\u4e00-\u9fff]{0,4}(?:召开|举行|举办|开展|组织|启动|部署|表彰|慰问|走访)")
"""Behind whose headline it is: what it does."""
_NAMED_ACTS: Final = re.compile(r"\s*([\u4e00-\u9fff]{3,8}?)(?:隆重|成功)?(?:召开|举行|举办|启动|部署|表彰)")
_LONGEST_LINE: Final = 40
_STOPS: Final = ("。", "，", "；", "：")
_FIRM: Final = "集团"
_GROUPS: Final = ("集团", "总公司", "银行", "控股")
"""What names of groups contain, and those of their subsidiaries not."""
_ALONE: Final = re.compile("[，。；：、由\\s](?:党委|纪委|工会|团委)(?:副?书记|委员|副?主席)")
"""Where the text names the leaders of a committee without saying whose it is."""
_KINDS: Final = {"校": "school", "院": "other", "局": "government-department", "公司": "enterprise", "厂": "enterprise", "矿": "enterprise"}
"""What an article that says 我校, 我院 … may be of, and never name, and its kind."""
_SAID_ALONE: Final = re.compile("(?<![\u4e00-\u9fff])(?:学(?=校)|(?=公司))(校|公司)(?=召开|举行|举办|组织|开展|党委|纪委|工会)")
"""Where it speaks of 学校 or 公司 without saying 我校."""
_CALLED: Final = {"校": ("学校",), "院": ("学院", "医院"), "局": (), "公司": ("公司",), "厂": (), "矿": ()}
"""What such an article calls it besides."""
_LED: Final = re.compile(
    "(?:[院校局厂矿]|公司)(?:直属)?(?:机关)?(?:党委|党组|纪委|工会|团委)(?:副?书记|副?主席|成员|委员)|(?<![\u4e00-\u9fff])由?(?:(?:党委|党组|纪委|工会)(?:副?书记|副?主席|成员|委员)|副?[院校局厂矿]长|副?总经理)"
)
"""Where it names leaders of that body without saying whose they are."""
_SAID_OURS: Final = re.compile(f"(?:我|本(?!院士))({'|'.join(_KINDS)})(?![长员士落子])")
_DONE_TO: Final = tuple(
    "赴 到 往 前往 奔赴 支援 帮扶 援助 访 原 毕业于 就读于 毕业的 与 同 授予 表彰 命名 会见 会见了 会晤 会晤了 拜访 拜访了 拜会 拜会了 走访 走访了 接待 接待了 欢迎".split()
)
"""Before one to whom or with whom the article's own body does something, or where somebody was before: 原|某大学|党委书记."""
_LONGEST_PLACE: Final = 9
"""Characters, less one, of the place before such a body."""
_NATIONAL: Final = frozenset(nation.name for nation in NATIONAL_BODIES.values())
"""What an article that says 我院 and names an academician of the nation's academy is not of."""
_SUPREME: Final = ("最高人民法院", "最高人民检察院")
_BOTH: Final = (Zone.HEADLINE, Zone.BODY)
_FIRST_LINES, _LONGEST_NAME = 4, 24
_LONGEST_VISIT: Final = 80
"""Characters between guests and what they come to."""


def learn(page: Page, number: int, context: Context, mentions: list[BodyMention], short: dict[str, BodyRef]) -> bool:
    """Learn what 集团, 我局, 校 … stand for in an article; says whether anything is known. ``short``: the names that it defines."""
    context.self_bodies.update((SELF_WORDS[name], body) for name, body in short.items() if name in SELF_WORDS)
    article = page.segments.articles[number]
    text = "\n" + page.text[article.start : article.end]
    heads = {*_OURS.findall(text), *_ALL.findall(text)}.union(*_ITSELF.findall(text)) - {""}
    heads |= set(_ACTS_ITSELF.findall(text))
    heads |= {_OF_LEADERS.get(head, head) for head in _TITLED.findall(text)}
    if heads:
        named = [
            m
            for m in within(mentions, article.start, article.end)
            if m.rule != NOT_LEARNT and (m.body.resolved or line(m.body)[-1].kind in _OF_SOMEWHERE)
        ]
        for head, word in SELF_WORDS.items():
            if head in heads and word not in context.self_bodies:
                body = _most_named(page, named, word, but=_BRANCHES if head.startswith(_FIRM) else ())
                if body is not None and head.startswith(_FIRM) and not any(group in body.name for group in _GROUPS):
                    body = None  # 集团公司党委书记甲会见县长乙，平江矿业公司的领导参加
                body = body or (_lower_school(page, named) if word == _SCHOOL else None)
                body = body or _of_system(context, text, head) or _masthead(page, head) or _of_headline(page, number, word)
                if body is not None:
                    context.self_bodies[word] = body
        _tell_faculties(context.self_bodies)
    if not context.self_bodies and (own := _headlined(page, number, mentions) or _acting(page, number, mentions)) is not None:
        context.self_bodies[own[0]] = own[1]
    if not context.self_bodies and (unnamed := _unnamed(text, page.source)) is not None:
        named_there = (body for mention in within(mentions, article.start, article.end) for body in line(mention.body))
        if not any(map(is_faculty, named_there)):
            context.self_bodies[unnamed[0]] = unnamed[1]
    return bool(context.self_bodies)


def _unnamed(text: str, source: str) -> tuple[str, BodyRef] | None:
    """The body that an article calls its own and never names, and its head: 我院 where 我院 is all that is said."""
    said = Counter(_SAID_OURS.findall(text)) or Counter(_SAID_ALONE.findall(text))
    if not said or _LED.search(text) is None:
        return None
    head = min(said, key=lambda head: (-said[head], head))
    name = next((name for name in _CALLED[head] if re.search(f"(?<![\u4e00-\u9fff]){name}", text)), "我" + head)
    return SELF_WORDS[head], BodyRef(name, _KINDS[head], resolved=False, scope=source)


def _headlined(page: Page, number: int, mentions: list[BodyMention]) -> tuple[str, BodyRef] | None:
    """The organisation whose committee or union the headline begins with, and its head: 市一院党委|召开动员大会, ….

    It is named again in the text, or the text speaks of 党委 alone: a headline alone may be of a page that lists others.
    """
    article = page.segments.articles[number]
    first = next(iter(within(mentions, article.start, article.end)), None)
    sentence = page.sentence_at(first.start) if first is not None else None
    if first is None or sentence is None or sentence.zone is not Zone.HEADLINE or first.start != sentence.start:
        return None
    organisation = first.body.parent
    acts = _ACTS.match(page.text, first.end, sentence.end) is not None
    if (
        organisation is None
        or organisation.kind not in ORGANISATIONS
        or not acts
        or _ALONE.search(page.text, sentence.end, article.end) is None
    ):
        return None
    word = next((word for head, word in SELF_WORDS.items() if organisation.name.endswith(head)), "")
    return (word, organisation) if word else None


def _acting(page: Page, number: int, mentions: list[BodyMention]) -> tuple[str, BodyRef] | None:
    """The organisation that acts both in the headline and where the text begins, and its head: 湘潭钢铁公司|举行…."""
    article = page.segments.articles[number]
    told = [one for one in within(page.segments.sentences, article.start, article.end) if one.zone in (Zone.HEADLINE, Zone.BODY)]
    if len(told) < len(_BOTH) or tuple(one.zone for one in told[: len(_BOTH)]) != _BOTH:
        return None
    first, second = (actor(page, sentence, mentions, ORGANISATIONS) for sentence in told[: len(_BOTH)])
    if first is None or first != second:
        return None
    word = next((word for head, word in SELF_WORDS.items() if first.name.endswith(head)), "")
    return (word, first) if word else None


def _of_headline(page: Page, number: int, word: str) -> BodyRef | None:
    """The firm under a name of its own with whose deed a line of the article begins: 国泰重工|召开总结表彰大会, in an article of 集团公司."""
    if word != _FIRM:
        return None
    article = page.segments.articles[number]
    for paragraph in within(page.segments.paragraphs, article.start, article.end):
        named = _NAMED_ACTS.match(page.text, paragraph.start, paragraph.end) if paragraph.end - paragraph.start <= _LONGEST_LINE else None
        if named is None or page.text[paragraph.start : paragraph.end].rstrip().endswith(_STOPS):
            continue
        if all(
            (token.tag[0] in "nxj" or token.tag == "vn") and token.tag != "ns" and token.text not in SUFFIXES
            for token in page.tokens(*named.span(1))
        ):
            return BodyRef(named[1], "enterprise")
    return None


def _tell_faculties(bodies: dict[str, BodyRef]) -> None:
    """学院 and 校 are one where an institute speaks; where a faculty does, 校 is its university, which is not known."""
    ours, school = bodies.get("院"), bodies.get("校")
    faculty = bodies.get("学院") or (ours if ours is not None and ours.name.endswith("学院") else None)
    if faculty is not None:
        bodies.setdefault("学院", faculty)
    if faculty is not None and ("大学" in faculty.name or is_faculty(faculty)):
        if school == faculty:
            del bodies["校"]
    elif faculty is not None:
        bodies.setdefault("校", faculty)
    elif school is not None and school.name.endswith("学院"):
        bodies["学院"] = school


def is_faculty(body: BodyRef) -> bool:
    """Whether a school is called as faculties of universities are."""
    called_after_place = body.name[:_PLACE] in divisions.load().by_short  # 湖南|理工学院
    return body.name.endswith("学院") and body.jurisdiction is None and not called_after_place and not _INSTITUTES.search(body.name)


def _lower_school(page: Page, mentions: list[BodyMention]) -> BodyRef | None:
    """What 校 stands for where the article names no university that it may be of, which may visit schools: 平江县第一中学."""
    bodies = [m._replace(body=body) for m in mentions for body in line(m.body)]
    if any(_may_be_own(page, mention, _SCHOOL, _ENDINGS[_SCHOOL]) for mention in bodies):
        return None
    return _most_named(page, mentions, _SCHOOL, (), heads=_LOWER_SCHOOLS)


def _most_named(page: Page, mentions: list[BodyMention], word: str, but: tuple[str, ...], *, heads: tuple[str, ...] = ()) -> BodyRef | None:
    """The body whose name ends with the head and that the article is about: not one that is visited or merely heard of.

    ``but``: ends of names that it has not; ``heads``: those that it may have, where they are not those of ``word``.
    """
    heads = heads or _ENDINGS.get(word) or tuple(head for head, other in SELF_WORDS.items() if other == word)
    named, guests = Counter[BodyRef](), {body for mention in mentions if _comes(page, mention) for body in line(mention.body)}
    for mention in [m if body is m.body else m._replace(body=body) for m in mentions for body in line(m.body)]:
        if mention.basis is Basis.CONTEXT and page.text.startswith(OWN_HEADS, mention.start):  # |公司|党委 is what is asked about
            continue
        if mention.body in guests or not _may_be_own(page, mention, word, heads) or mention.body.name.endswith(but):
            continue
        sentence = page.sentence_at(mention.start)
        prominent = sentence is not None and sentence.zone in (Zone.HEADLINE, Zone.BYLINE, Zone.CREDITS)
        named[mention.body] += (3 if word == "集团" and _is_proper(mention.body) else 1) * (3 if prominent else 1)
    faculties = {body for mention in mentions for body in line(mention.body) if is_faculty(body)}
    university = word == _SCHOOL and any(body.name.endswith(_UNIVERSITY) for body in named)
    if university or len(faculties) >= (_OF_A_SCHOOL if word == _SCHOOL else _FACULTIES):  # all are a university's
        named = Counter({body: count for body, count in named.items() if body not in faculties})
    if not named:
        return None
    best = min(named, key=lambda body: (-named[body], body.name))
    tied = [body for body in named if named[body] == named[best]]
    return best if len(tied) == 1 and _OF_MANY * named[best] >= named.total() else None


def _comes(page: Page, mention: BodyMention) -> bool:
    """Whether somebody from that body comes to the article's own as a guest: 贵州大学|校长甲一行来我校访问."""
    sentence = page.sentence_at(mention.start)
    return sentence is not None and _COMES.search(page.text, mention.end, min(sentence.end, mention.end + _LONGEST_VISIT)) is not None


def _may_be_own(page: Page, mention: BodyMention, word: str, heads: tuple[str, ...]) -> bool:
    name = mention.body.name
    if not name.endswith((*heads, "集团有限公司", "集团有限责任公司")):
        return False
    if name.startswith(_SUPREME):  # what a county's reads of its superior
        return False
    if name.endswith(FARMS):  # also where it tells who came there: 来到|胜利农场
        return True
    if len(name) <= _SHORT_NAME and mention.body.resolved and mention.body.kind != "military" and _is_common(name, heads):
        return False
    if _is_done_to(page.text, mention.start) or name in _NATIONAL:
        return False
    if page.text[max(0, mention.start - 1) : mention.start] == "、" or page.text[mention.end : mention.end + 1] in ("、", "等"):
        return False  # one of several: 二公司、建筑分公司等7家单位
    return word not in _OF_PLACES or mention.body.jurisdiction is not None or not mention.body.resolved


def _is_done_to(text: str, start: int) -> bool:
    """Whether the body at ``start`` is one to whom something is done, perhaps behind the place where it is: 前往|新疆|和田地区人民医院."""
    table = divisions.load()
    before = (text[max(0, start - length) : start] for length in range(_PLACE, _LONGEST_PLACE))
    named = (place for place in before if place in table.by_short or place in table.by_name)
    return any(text.endswith(_DONE_TO, 0, start - len(place)) for place in ("", *named))


def _is_common(name: str, heads: tuple[str, ...]) -> bool:
    """Whether a short name is a common noun: 人民医院, 职业学院; not 中冶医院, whose first part is no word."""
    first = next((name.removesuffix(head) for head in sorted(heads, key=len, reverse=True) if name.endswith(head)), name)
    return tag_of(name) != "nt" and (not first or (len(words_of(first)) == 1 and tag_of(first) not in _PROPER))


def _is_proper(body: BodyRef) -> bool:
    """Whether the name of a group is one: it begins with a place or 中国, or 集团 stands inside it."""
    return body.jurisdiction is not None or "集团" in body.name[:-2] or body.name.startswith(("中国", "中央", "国家"))


def _masthead(page: Page, head: str) -> BodyRef | None:
    """The body of a place whose name is one of the first lines of the page, though that is page chrome: 崇明县人民检察院."""
    lines = (page.text[paragraph.start : paragraph.end].strip() for paragraph in page.segments.paragraphs[:_FIRST_LINES])
    for line_ in lines:
        place = next(iter(places.named(line_)), None) if line_.endswith(head) and len(line_) <= _LONGEST_NAME else None
        core = line_.removeprefix(place.name) if place is not None else ""
        if place is not None and core != line_ and core in SUFFIXES:
            return BodyRef(canonical(place, core), SUFFIXES[core].kind, place)
    return None


def _of_system(context: Context, text: str, head: str) -> BodyRef | None:
    """我局 in a paper that speaks of 全市…系统 is the bureau of that field in that city."""
    if head not in ("局", "厅"):
        return None
    found = Counter((match[1], match[2]) for match in SYSTEM.finditer(text))
    if not found:
        return None
    level, field_of_work = max(found, key=lambda key: (found[key], len(key[1]), key))
    place = context.own.get(level)
    if place is None:
        return None
    return BodyRef(place.in_bodies + field_of_work + head, "government-department", place)
