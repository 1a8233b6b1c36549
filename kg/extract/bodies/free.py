"""Readings of a suffix without an owner before it: names of their own, and what was named before."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.candidates import CENTRES, ORGANS
from kg.extract.bodies.canonical import FREE_KINDS, LEVELS, canonical, is_compound, level_beginning, level_ending, unquoted
from kg.extract.bodies.groups import EVERY, group_of_article, of_campaign, without_owner
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.own import OWN_HEADS, SELF_WORDS
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.starts import is_brand, name_start
from kg.extract.bodies.words import FACULTY, FARMS, FOUNDED, LONGEST_NAME, OF_ANY, ORGANISATIONS, SENT, TWO_BODIES, ends_name
from kg.extract.page import Token
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.stops import GENERIC, INSIDE_NAMES
from kg.lexicon.words import DEPARTMENT_HEADS, NAMED_AGAIN, NAMED_BEFORE_POSTS, NATIONAL_BODIES, SUFFIXES
from kg.model import Basis

_NAMED_FREELY: Final = ("总局", "管委会", "领导小组", "监事会", "董事会")
"""Suffixes that name bodies of their own though their kind does not."""
_NUMBER: Final = re.compile("[〇零一二三四五六七八九]{3,5}$")
_LONGEST_NUMBER: Final = 5
_LIKE_FIRMS: Final = frozenset({"林业局", "农垦局", *FARMS})
"""Bureaus and farms that have names of their own, as firms have."""
_SORT_OF_FARM: Final = re.compile("家庭|国[营有]|集体|生态|大型|休闲|观光|养殖|种植|[个家座]$")
"""Before the last word of a farm's name: a sort of farms."""
_BEGINNING: Final = 3000
_UNIT: Final = re.compile(
    "[系院部处室科所站班队厂司心关](?:第[一二三四五六七八九十]{1,2})?$|^(?:学生|教工|离退休|机关)第?[一二三四五六七八九十]{0,2}$"
)
"""What of an organisation has a branch of its own."""
_SHORT_HEADS: Final = ("办", "局", "委", "院", "站", "所")
"""Weak suffixes before which one character is enough of a name: 市文联 is none, 县农办 is."""
_NOT_OF_LEVEL: Final = frozenset("内外里级直属长中场政民容省市县区旗镇乡村干")
"""Characters that make another word of a level word: 市内, 县级, 区属."""
_NATIONAL_SITE: Final = re.compile("中国(?:[\u4e00-\u9fff]{2,4})?(?<![联电管路道输信邮动])$")
_LONGEST_SITE: Final = 6
_NUMBERED: Final = re.compile(r"[一二三四五六七八九十]{1,2}$")
_ROOMS: Final = ("处", "科", "室")
"""Last characters of departments that are named by what they do alone: 党政办公室, 纪委监察室."""
_SHORT_DEPARTMENT: Final = 3
_ORGANS_OF_PLACES: Final = ("congress", "cppcc", "government", "party-committee", "discipline")
_TELLING: Final = 4
"""Characters of a name that is made of general words and still one: 区|金融工作|局."""
_LOW: Final = frozenset({"村", "镇", "乡", "社区"})
_GOING: Final = frozenset("驻进入下包联到赴在")
_HOLDING: Final = ("召开", "召开了", "举行", "举行了", "举办", "举办了")
_LONGEST_STEM: Final = 4
_SCHOOL_OF_TOWN: Final = re.compile(f"[、，；：。\n][\u4e00-\u9fff]{{2,{_LONGEST_STEM - 1}}}$")
"""Before a weak word for schools: the short name of the town, at the head of a clause or in a list (、大石|一中)."""
_OF_PEOPLE: Final = ("hospital", "school")
"""Kinds of bodies whose names are no verbs."""
_WHOLE_GROUP: Final = 7
"""Characters of a suffix that says by itself what a group is there for."""
_FIRMS: Final = ("银行", "公司", "集团", "有限公司", "有限责任公司", "股份有限公司")
_FIELDS: Final = frozenset("管理 教育 金融 体育 文化 商业 工业 农业 新闻 法律 国际".split())
"""Words that name no other body by themselves, and faculties."""
_ANY_FIRM: Final = GENERIC | {"科技", "投资"}
"""Words that make no name by themselves; the trades among them do so in names of offices (科技与知识产权局)."""
_NO_NAME: Final = frozenset("各 支部 广大 中小学 中小学校 村干部 干部 群众 村民 居民 村级 乡级 镇级 县级 市级 省级".split())
"""Words that no name of a body of its own contains."""
_OF_TRADES: Final = ("school", "association")
"""Kinds of bodies that are called after trades, which are titles."""
_COUNTED: Final = re.compile(r"[多余名万\d]")
_AT_EVENT: Final = re.compile("(?:会|会议|仪式|活动|典礼|论坛|晚会|比赛)上")
"""Before a name: where something was said (仪式上|团委书记)."""
_AT_PLACE: Final = re.compile("在(?![线职校建岗营册野外])")
"""Inside what the segmenter reads as one word with the name before it: 慕德|贵在|四渡赤水培训学院."""
_FUNCTION_TAGS: Final = frozenset("tdcprf")
_ONE_OF_THEM: Final = re.compile(r"(?:唯一|[一二两三四五六七八九十几数多每这那该各\d])(?:的)?[家座所间](?:大型|重点|全国|国有|省级|市级)?$")
"""Before a sort of works: 唯一一家|露天煤矿, 三家|化工企业."""
_LONGEST_COUNT: Final = 6
_ROLE: Final = re.compile(
    "(?:开发|投资|供货|供应|承包|经销|代理|运营)商|(?:施工|建设|监理|中标|承建|设计)(?:单位|方)|(?:^|[及与和])(?:辖区内?|当地)"
)
"""Before a firm: what it is there: 开发商|恒昌公司."""
_AND_ALSO: Final = re.compile("兼任?")
"""Before a second post: 部长赵惠兼|办公室主任."""
_LOOKED_AT: Final = re.compile("(?:查看|察看|了解|参观|考察|走访|询问|视察|调研|听取|检查|走进|来到)$")
"""What is done to any firm or school: 现场查看|公司."""
_NEW: Final = "新"
_FIRM: Final = "公司"
_SHORTEST_FIRM, _FAR_FIRMS = 2, 200
"""Characters of a firm's short name; bodies before it among which the longer one is looked for."""
_NOT_OF_FIRMS: Final = frozenset(
    "和与及在由为对向从到是有经按把被将让等各该我本某以并还又也共赴访见请获含给驻投该原前现其此这那每全多几两如即则但而或"
)
"""Characters that alone before a firm are none of its name."""
_MARKS_BEFORE: Final = ("", "、", "，", "。", "；", "：", "（", "“", "\n")
_LEVEL_BEGINS: Final = re.compile(f"[{''.join(sorted({level[0] for level in LEVELS}))}]")


def free(reader: Reader, hit: Hit) -> BodyMention | None:
    """A name of its own, read leftwards word by word: 宏达公司, 中国…集团."""
    least = _shortest_name(reader, hit)
    titled = reader.words.opens_post(hit) or (hit.text == FACULTY and reader.words.opens_organ(hit))  # 化工学院|党委书记
    nearby = _LEVEL_BEGINS.search(reader.text, max(0, hit.start - LONGEST_NAME), hit.start)
    like_firm = hit.text in _LIKE_FIRMS
    if hit.text in CENTRES or hit.text in NATIONAL_BODIES or not (least or titled or nearby or like_firm):
        return None
    start = _start(reader, hit)
    if start is None:
        return None
    group = SUFFIXES[hit.text].kind == "leading-group"
    start -= len(_level_of_group(reader, start)) if group else 0
    name = unquoted(reader.text[start : hit.start])
    if hit.text == _FIRM and (in_full := _in_full(reader, hit, start, name)) is not None:
        return in_full
    if group and (led := of_campaign(reader, hit, start, name)) is not None:
        return led
    if like_firm and _is_called_so(reader, name, hit):
        return _named(reader, hit, start, name)
    found = _level_and_modifier(reader, hit, start, name) or (_own_department(reader, hit, start, name) if titled else None)
    whole = group and len(hit.text) >= _WHOLE_GROUP and reader.text.endswith(FOUNDED, 0, start)  # 成立|防汛抗旱指挥部
    if found is not None or not least or (len(name) < least and not whole):
        return found
    return group_of_article(reader, hit, start, name) if group else _named(reader, hit, start, name)


def _start(reader: Reader, hit: Hit) -> int | None:
    """Where such a name starts: behind what is none of it, with what the segmenter cuts off; None where another body's deed is told between."""
    start = name_start(reader.words, hit)
    over = reader.places.before(hit.start)
    start = over.start if over is not None and over.start < start < over.end else start  # 土|城镇|游客接待中心
    start += reader.text[start] in "和与及" and reader.text[start + 1 : start + 2] in LEVELS  # 和|县水政监察大队
    start = max(
        [
            start,
            *(
                cut.end()
                for parts in (TWO_BODIES, _AT_EVENT, _AT_PLACE, _ROLE, _AND_ALSO)
                for cut in parts.finditer(reader.text, start, hit.start)
            ),
        ]
    )
    last = reader.found[-1] if reader.found else None
    if last is not None and start < last.end < hit.start and _acts(reader, last.end, hit):  # 某银行某省分行|发挥|政策性银行
        return None
    if (number := _NUMBER.search(reader.text, max(0, hit.start - _LONGEST_NUMBER), hit.start)) is not None:  # 三五二六|公司
        start = min(start, number.start())
    first = reader.page.tokens(start, hit.start)[:1]
    if (
        reader.text[start - 1 : start] == _NEW and first and first[0].end == start + 1 and first[0].tag[0] not in _FUNCTION_TAGS
    ):  # 的|新久棉业有限公司
        start -= 1
    start -= _is_left(reader, hit, start)
    start += reader.text[start] == "记" and reader.text[start - 1 : start] in ("—", "－", "-")  # ——|记|某集团
    if reader.text[start] == "好" and (verb := reader.page.word_before(start)) is not None and verb.tag == "v":  # 发挥|好|农业银行
        start += 1
    return start


def _in_full(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """The one firm of the page whose longer name has that in it: 溪源|公司 after 溪源茶业有限责任公司."""
    if len(name) < _SHORTEST_FIRM or name in GENERIC:
        return None
    longer = {
        mention.body
        for mention in reader.found[-_FAR_FIRMS:]
        if mention.body.kind == "enterprise" and name in mention.body.name and not mention.body.name.endswith(name + hit.text)
    }
    body = next(iter(longer)) if len(longer) == 1 else None
    whole = body is not None and body.name.endswith(hit.text)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "named before", 0.85) if whole and body is not None else None


def _is_left(reader: Reader, hit: Hit, start: int) -> bool:
    """Whether one character is left between a mark and the name of a firm, which begins with it: 、|尧|柏水泥公司, ，|常|林股份公司."""
    text = reader.text
    if hit.text not in _FIRMS or start < 1 or text[start - 1] in _NOT_OF_FIRMS or not "\u4e00" <= text[start - 1] <= "\u9fff":
        return False
    word = reader.page.word_before(start)
    return text[start - 2 : start - 1] in _MARKS_BEFORE and word is not None and word.tag[0] not in "vpcru"


def _level_of_group(reader: Reader, start: int) -> str:
    """The level word before the campaign of a group: 成立了由甲任组长的|市|基层组织建设年活动领导小组."""
    level = level_ending(reader.text, start)
    return level if level and reader.text[start - len(level) - 1 : start - len(level)] == "的" else ""


def _acts(reader: Reader, at: int, hit: Hit) -> bool:
    """Whether a verb of two characters begins at ``at``, behind a body, and a firm or branch ends at ``hit``, which is then another: 分行|发挥|政策性银行."""
    first = reader.page.tokens(at, hit.start)[0]
    if first.tag != "v" or len(first.text) < 2:
        return False
    return SUFFIXES[hit.text].kind == "party-branch" or (hit.text in _FIRMS and first.text not in INSIDE_NAMES)


def _shortest_name(reader: Reader, hit: Hit) -> int:
    """How many characters a name of its own before that suffix has at least; 0 where there are no such names."""
    suffix = SUFFIXES[hit.text]
    if hit.text in NAMED_BEFORE_POSTS and (reader.words.opens_post(hit) or reader.words.opens_organ(hit)):
        return 2
    if hit.text == "网" and _NATIONAL_SITE.search(reader.text, max(0, hit.start - _LONGEST_SITE), hit.start):
        return 2
    if suffix.weak and suffix.kind == "school":
        return 2 if _SCHOOL_OF_TOWN.search(reader.text, max(0, hit.start - _LONGEST_STEM - 1), hit.start) else 0
    if suffix.weak:
        return 6 if hit.text.endswith("中心") and suffix.kind in FREE_KINDS else 0
    if suffix.kind == "leading-group":
        return 2
    return 1 if suffix.kind in FREE_KINDS or hit.text.endswith(_NAMED_FREELY) else 0


def _is_called_so(reader: Reader, name: str, hit: Hit) -> bool:
    """Whether the page calls a bureau or farm that is run like a firm so at its beginning, more than once: 五岔沟|林业局."""
    return (
        len(name) > 1
        and not level_beginning(name)
        and _SORT_OF_FARM.search(name) is None
        and reader.text.count(name + hit.text, 0, _BEGINNING) > 1
    )


def _named(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """The body of that name, unless it is made of general words: 各级公司, 乡镇企业."""
    if not (hit.text == FACULTY and name in _FIELDS) and _is_no_name(reader, hit, start, name):
        return None
    if reader.text.startswith("”", hit.end) and reader.text[start - 1 : start] not in ("“", "‘"):  # “希望工程·|爱心圆梦|大学”
        return None
    if hit.text.endswith("会") and reader.text.endswith(_HOLDING, 0, start):  # 召开|民主协商会
        return None
    named = reader.named_longer(name + hit.text)
    if named is not None and reader.page.article_at(named.start) == reader.page.article_at(start):
        return BodyMention(start, hit.end, named.body, Basis.CONTEXT, "named before", 0.85)
    body = BodyRef(name + hit.text, SUFFIXES[hit.text].kind, reader.places.between(start, hit.start))
    return BodyMention(start, hit.end, body, Basis.STATED, "free name", 0.8)


def _is_no_name(reader: Reader, hit: Hit, start: int, name: str) -> bool:
    """Whether ``name`` is none: general words, words that no name contains, or one noun with its suffix."""
    tokens = reader.page.tokens(start, hit.start)
    if name[:1] == "人" and _COUNTED.match(reader.text[start - 1 : start]):  # 100多|人进厂
        return True
    if (
        name[:1] in EVERY
        or (name[:1] == "大" and reader.text[start - 1 : start] in EVERY)
        or any(token.text in _NO_NAME for token in tokens)
        or (name.startswith("基层") and hit.text in ORGANS)
    ):
        return True
    if OF_ANY.search(name) or _LOOKED_AT.search(name):  # 汾阳市所有|煤矿, 实地查看|公司
        return True
    if _NUMBER.fullmatch(name):
        return False
    if all(token.text in _ANY_FIRM or ends_name(token) for token in tokens) and not is_brand(tokens[:2]):
        return True
    field = len(tokens) > 1 and tokens[-1].tag == "vn" and tokens[0].tag[0] in "nb"  # 公共管理|学院, not 具体布置|学院
    told = [] if field else [token for token in tokens if token.text not in GENERIC]
    if told and (_say_when_or_how(told) or (_describe(told, hit) and not reader.words.opens_post(hit))):
        return True
    if _ONE_OF_THEM.search(reader.text, max(0, start - _LONGEST_COUNT), start):  # 唯一一家|露天煤矿
        return True
    return (len(name) < 2 and not _NUMBERED.match(name)) or _is_a_word(reader, start, hit)


def _say_when_or_how(tokens: list[Token]) -> bool:
    """Whether ``tokens`` only say when or how: 今天|医院, 以上|银行."""
    return all(token.tag[0] in _FUNCTION_TAGS and len(token.text) > 1 for token in tokens)


def _describe(tokens: list[Token], hit: Hit) -> bool:
    """Whether ``tokens`` only say what is done with a body, or what it is like: 沟通交流|医院, 丰富|学院, 具体布置|学院."""
    tags = ("v", "vn", "a", "ad", "an", "b") if SUFFIXES[hit.text].kind in _OF_PEOPLE or hit.text == _FIRMS[0] else ("ad", "an", "b")
    return all(token.tag in tags and len(token.text) > 1 for token in tokens)


def _is_a_word(reader: Reader, start: int, hit: Hit) -> bool:
    """Whether the name and its suffix are one noun of the language: a 选矿厂 is any, unless its committee or head follows."""
    if reader.words.opens_organ(hit) or reader.words.opens_post(hit):  # 炼钢厂|党委
        return False
    words = reader.page.tokens(start, hit.end)
    return len(words) == 1 and words[0].tag == "n" and SUFFIXES[hit.text].kind == "enterprise"


def _own_department(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """A department of the document's own body where a title of its follows: 国际交流处处长 in a university's paper, 集团公司|检修部部长."""
    last = reader.found[-1] if reader.found else None
    if last is not None and start < last.end < hit.start - 1:  # 兵团党委深化改革办公室|督察处|副处长
        between = range(last.end, hit.start)
        if OF_ANY.search(reader.text[last.end : hit.start]) or any(position in reader.words.titles for position in between):
            return None  # 市政府|有关部委办局, 某公司|副总裁兼党组|纪检组
        inside = last.body.part(reader.text[last.end : hit.start] + hit.text, SUFFIXES[hit.text].kind)
        return BodyMention(last.start, hit.end, inside, last.basis, "joined", 0.85)
    bodies = reader.context(hit).self_bodies
    head = next((head for head in OWN_HEADS if name.startswith(head) and SELF_WORDS[head] in bodies), "")
    own = bodies[SELF_WORDS[head]] if head else next(iter(bodies.values()), None) or _listed_organisation(reader, start)
    if own is not None and hit.text == FACULTY and own.name.endswith(FACULTY):
        return None
    name = name.removeprefix(head)
    by_itself = not name and len(hit.text) > 2 and hit.text != "办公室"  # 研究生院|副院长, 执行局|局长
    if level_beginning(name) or OF_ANY.search(name) or reader.places.between(start, hit.start):
        return None
    if own is None and len(name + hit.text) > _SHORT_DEPARTMENT and hit.text.endswith(_ROOMS):
        return without_owner(reader, hit, start, name + hit.text)
    branch = SUFFIXES[hit.text].kind == "party-branch" and _UNIT.search(name) is not None  # 中文系|党总支|书记
    ward = own is not None and own.kind == "hospital"  # 骨|科|主任
    if own is None or (len(name) < 2 and not (by_itself or ward) and name != "党") or not (branch or hit.text in DEPARTMENT_HEADS):
        return None
    body = BodyRef(own.name + name + hit.text, SUFFIXES[hit.text].kind, own.jurisdiction, own)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "own department", 0.8)


def _listed_organisation(reader: Reader, start: int) -> BodyRef | None:
    """The organisation whose people the sentence lists before: 林业局局长甲，副局长乙，|组织科|科长丙."""
    sentence, last = reader.page.sentence_at(start), reader.found[-1] if reader.found else None
    if sentence is None or last is None or last.start < sentence.start or reader.text[start - 1] not in "，、":
        return None
    of: BodyRef | None = last.body
    while of is not None and not (of.kind in (*ORGANISATIONS, "court") or of.name.endswith(tuple(_LIKE_FIRMS))):
        of = of.parent
    return of if of is not None and of.resolved else None


def _level_and_modifier(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """市老龄办, 县水政监察大队: a level word, a modifier and a suffix; the context says which place."""
    level = level_beginning(name)
    rest = name[len(level) :]
    if level and (is_compound(reader.text, start) or (level in _LOW and reader.text[start - 1 : start] in _GOING)):  # 驻|村工作队
        return None
    if (
        not level
        or not rest
        or SENT.search(rest)
        or OF_ANY.search(rest)
        or rest[0] in _NOT_OF_LEVEL
        or (level == "地" and not rest.startswith("委"))
        or (level == "区" and rest.startswith("域"))
    ):
        return None
    trained = hit.start if SUFFIXES[hit.text].kind in _OF_TRADES else -1  # 市|技师|学院, 县|教师|进修学校, 市|律师|协会
    if any(reader.words.titles.get(position, trained) != trained for position in range(start, hit.start)):  # 市|委书记甲率队
        return None
    if hit.text == "组" and (within := reader.places.before(hit.start)) is not None and within.start > start and within.place.slot == "村":
        return None  # 渡镇|横溪村上龙江组
    suffix = SUFFIXES[hit.text]
    if suffix.kind in _ORGANS_OF_PLACES and reader.words.has_verb(start + len(level), hit.start):  # 市领导看望政协
        return None
    if suffix.weak:
        if len(rest) < 2 and hit.text not in _SHORT_HEADS:
            return None
        if len(rest) < _TELLING and all(token.text in GENERIC for token in reader.page.tokens(start + len(level), hit.start)):
            return None
    place = reader.place_of_level(level, hit)
    if place is None:
        body = BodyRef(name + hit.text, suffix.kind, resolved=False, scope=reader.page.source)
        unsure = suffix.weak and not (len(rest) >= _TELLING and reader.words.opens_post(hit))  # 省|扶贫和移民|办副主任
        return None if unsure else BodyMention(start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    body = BodyRef(canonical(place, rest + hit.text), suffix.kind, place)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "level and modifier", 0.85)


def again(reader: Reader, hit: Hit) -> BodyMention | None:
    """公司, 附属医院 by itself: the last body of that name that was named in full in the same article."""
    kind = SUFFIXES[hit.text].kind
    by_head = hit.text in NAMED_AGAIN
    group = reader.last_named("领导小组") if hit.text == "领导小组办公室" and reader.words.left_boundary(hit.start) else None
    if group is not None:
        return BodyMention(hit.start, hit.end, group.body.part("办公室", kind), Basis.CONTEXT, "named before", 0.8)
    if (not by_head and (kind not in FREE_KINDS or len(hit.text) <= 3)) or not reader.words.left_boundary(hit.start):
        return None
    named = reader.last_named(hit.text)
    if named is None or reader.page.article_at(named.start) != reader.page.article_at(hit.start):
        return None
    if len(hit.text) > 3:
        return BodyMention(hit.start, hit.end, named.body, Basis.CONTEXT, "named before", 0.8)
    return BodyMention(hit.start, hit.end, named.body, Basis.CONTEXT, "named before", 0.75) if named.body.kind == kind else None
