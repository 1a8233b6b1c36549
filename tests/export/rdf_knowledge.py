# ruff: noqa: E501 -- one thing a line is easier to read
"""A small hand-made Knowledge that has everything the contract speaks of, hostile strings included."""

from __future__ import annotations

from hashlib import sha256

from kg.aligned import Span
from kg.export.rdf import membership_id
from kg.ids import claim_id, source_id, thing_id
from kg.model import Basis, Claim, Fact, Kind, Knowledge, Mention, Properties, Relation, Source, Thing
from kg.resolve import romanised

TEXT = (
    '第一篇\n德州市委书记周玉刚出席“双百”活动启动仪式。原市长李明曾任。拟任副市长王𠮷说："C:\\dir"\t<script>alert(1)</script>\r\n'
    "齐河县共青团参加。德州市出台《关于“双百”活动的通知》（德组发〔2010〕3号），选派干部万余名，增长12.5%。"
    "张伟担任副书记。周玉刚兼任党校校长。\u200f右\u202e左\ufffd完。\n"
)
SECOND = "2012年2月27日，滨州市委组织部开展“双百”活动。周玉刚，原德州市委书记。孙二任市长兼部长。"
SHA, SHA2 = sha256(b"one").hexdigest(), sha256(b"two").hexdigest()
DOC, DOC2 = source_id(SHA), source_id(SHA2)
ARTICLE = f"{DOC}/article/1"


def body(name: str, kind: str, place: str, *aliases: str) -> Thing:
    """A body of ``place``."""
    properties = (("jurisdiction", place), ("kind", kind)) if place else (("kind", kind),)
    return Thing(thing_id("body", name, name, place), Kind.BODY, name, aliases, properties)


def post(title: str, holder: Thing | None, scope: str = "") -> Thing:
    """The post ``title`` in ``holder``, or in a body that is open."""
    where = holder.id if holder else scope
    properties = (("body", holder.id), ("role", title)) if holder else (("role", title),)
    return Thing(thing_id("post", title, where, title), Kind.POST, (holder.label if holder else "") + title, (), properties)


def person(name: str, role: str, *aliases: str) -> Thing:
    """A person named in the first document."""
    return Thing(thing_id("person", name, SHA, name, 0), Kind.PERSON, name, aliases, (("role", role),))


SHANDONG = Thing(
    "place/370000-shan-dong-sheng",
    Kind.PLACE,
    "山东省",
    (),
    (("code", "370000"), ("division", "370000-shan-dong-sheng"), ("level", "province")),
)
DEZHOU = Thing(
    "place/371400-de-zhou-shi", Kind.PLACE, "德州市", ("德州", "zh-Latn-pinyin:Dézhōu Shì"),
    (("code", "371400"), ("division", "371400-de-zhou-shi"), ("level", "prefecture")),
)  # fmt: skip
BINZHOU = Thing("place/371600-bin-zhou-shi", Kind.PLACE, "滨州市", (), (("code", "371600"), ("level", "prefecture")))
TOWN = Thing("place/371400-de-zhou-shi/huang-he-ya-zhen-0123456789ab", Kind.PLACE, "黄河涯镇", (), (("level", "township"),))
GULOU = Thing(
    thing_id("place", "鼓楼区", DOC, "鼓楼区"), Kind.PLACE, "鼓楼区", (),
    (("candidate", "place/320106-gu-lou-qu"), ("candidate", "place/320302-gu-lou-qu"), ("level", "county")),
)  # fmt: skip
PARTY = body("德州市委", "party-committee", DEZHOU.id, "中共德州市委员会", "市委", "zh-Hant:德州市委員會")
GOVERNMENT = body("德州市政府", "government", DEZHOU.id)
BUREAU = body("滨州市委组织部", "party-department", BINZHOU.id)
SCHOOL = body("德州市委党校", "party-school", DEZHOU.id)
PAPER = body("德州日报", "newspaper-of-no-known-kind", "")
ZHOU = person("周玉刚", "official", "zh-Latn-pinyin:Zhōu Yùgāng", "周玉刚", '周玉剛"\\\n')
LI = person("李明", "official")
WANG = person("王𠮷", "official", "<script>alert(1)</script>")
ZHANG = person("张伟", "official", "张\u200f伟\u202e", "A\ud800B\uffffC\x00D")
SUN = person("孙二", "official")
REPORTER = person("赵一", "journalist")
SECRETARY, MAYOR, VICE = post("书记", PARTY), post("市长", GOVERNMENT), post("副市长", GOVERNMENT)
HEAD, ACTING = post("校长", SCHOOL), post("代市长", GOVERNMENT)
MINISTER = post("部长", BUREAU)
OPEN = post("副书记", None, f"{DOC} {ZHANG.id}")
PROGRAM = Thing(thing_id("program", "双百活动", "双百活动", DEZHOU.id), Kind.PROGRAM, "“双百”活动", ("双百",), (("start", "2010"),))
TWIN = Thing(thing_id("program", "双百活动", "双百活动", BINZHOU.id), Kind.PROGRAM, "“双百”活动")
WIDER = Thing(
    thing_id("program", "创先争优活动", "创先争优活动"),
    Kind.PROGRAM,
    "创先争优活动",
    (),
    (("end", "2012"), ("start", "2010-04")),
)
EVENT = Thing(thing_id("event", "启动仪式", DOC, 4, 30, 0), Kind.EVENT, "“双百”活动启动仪式", (), (("date", "2010-04-09"),))
VISIT = Thing(thing_id("event", "视察", DOC2, 0, 3, 0), Kind.EVENT, "视察", (), (("date", "--02-27"),))
FIGURE = Thing(
    thing_id("figure", "10000", DOC, 5, 9, 0),
    Kind.FIGURE,
    "选派干部万余名",
    (),
    (("measure", "选派干部"), ("qualifier", "more than"), ("unit", "名"), ("value", "10000")),
)
GROWTH = Thing(
    thing_id("figure", "12.5", DOC, 6, 9, 0),
    Kind.FIGURE,
    "增长12.5%",
    (),
    (("date", "2010"), ("measure", "增长"), ("unit", "%"), ("value", "12.5")),
)
NOTICE = Thing(
    thing_id("document", "通知", DOC, 7, 9, 0),
    Kind.DOCUMENT,
    "关于“双百”活动的通知",
    (),
    (("date", "2010-03"), ("number", "德组发〔2010〕3号")),
)
THINGS = (
    SHANDONG, DEZHOU, BINZHOU, TOWN, GULOU, PARTY, GOVERNMENT, BUREAU, SCHOOL, PAPER, ZHOU, LI, WANG, ZHANG, SUN, REPORTER, MINISTER,
    SECRETARY, MAYOR, VICE, HEAD, ACTING, OPEN, PROGRAM, TWIN, WIDER, EVENT, VISIT, FIGURE, GROWTH, NOTICE,
)  # fmt: skip
OTHER_ZHOU = thing_id("person", "周玉刚", SHA2, "周玉刚", 0)
"""The same man in the second document, merged with the one of the first."""


class _Builder:
    """Collects claims and facts; every claim points at words of the text."""

    def __init__(self) -> None:
        self.claims: dict[str, Claim] = {}
        self.facts: list[Fact] = []

    def claim(
        self,
        subject: str,
        relation: Relation,
        obj: str,
        words: str,
        source: str = DOC,
        basis: Basis = Basis.STATED,
        qualifiers: Properties = (),
    ) -> str:
        """Add a claim whose target is the first place where ``words`` stand."""
        text = SECOND if source == DOC2 else TEXT
        start = text.index(words)
        name = claim_id(source, start, start + len(words), subject, str(relation), obj)
        spans = (Span(start, start + len(words)),)
        self.claims[name] = Claim(name, source, subject, relation, obj, spans, basis, 0.94, "tests", "by-hand", qualifiers)
        return name

    def fact(
        self,
        subject: Thing,
        relation: Relation,
        obj: Thing,
        words: str = "",
        source: str = DOC,
        status: str = "",
        dates: Properties = (),
    ) -> None:
        """Add a fact and its claim; without words a fact that a table gives."""
        basis = Basis.STATED if words else Basis.TABLE
        claims = (self.claim(subject.id, relation, obj.id, words, source),) if words else ()
        self.facts.append(Fact(subject.id, relation, obj.id, basis, 0.94, claims, status, dates))


def _holdings(build: _Builder) -> None:
    build.fact(
        ZHOU,
        Relation.HOLDS,
        SECRETARY,
        "德州市委书记周玉刚",
        ARTICLE,
        "former",
        (("attested", "2010-04-09"), ("ended", "2012-02-27"), ("start", "2009-01")),
    )
    build.fact(ZHOU, Relation.HOLDS, HEAD, "周玉刚兼任党校校长", DOC, "current", (("attested", "2010-04-09"),))
    both = (("attested", "2009"), ("attested", "2012-02-27"), ("ended", "2010"))  # the later of them contradicts 孙二
    build.fact(LI, Relation.HOLDS, MAYOR, "市长李明", ARTICLE, "former", both)
    build.fact(SUN, Relation.HOLDS, MAYOR, "孙二任市长", DOC2, "current", (("attested", "2012-02-27"),))
    build.fact(SUN, Relation.HOLDS, MINISTER, "孙二任市长兼部长", DOC2, "current", (("attested", "2012-02-27"),))
    build.fact(LI, Relation.HOLDS, ACTING, "李明", ARTICLE, "acting")
    build.fact(WANG, Relation.PROPOSED, VICE, "副市长王𠮷", ARTICLE, "proposed", (("proposed", "2010-04-09"),))
    build.fact(ZHANG, Relation.HOLDS, OPEN, "张伟担任副书记", DOC, "current")
    former = build.claim(OTHER_ZHOU, Relation.HOLDS, SECRETARY.id, "周玉刚，原德州市委书记", DOC2, qualifiers=(("status", "former"),))
    build.claim(OTHER_ZHOU, Relation.ENDED, "2012-02-27", "原德州市委书记", DOC2, qualifiers=(("post", SECRETARY.id),))
    build.claim(membership_id(ZHOU.id, SECRETARY.id), Relation.START, "2009-01", "周玉刚", DOC)
    build.claim(LI.id, Relation.ENDED, "2010", "原市长李明曾任", DOC, qualifiers=(("post", MAYOR.id),))
    name = claim_id("", 0, 0, ZHOU.id, "org:holds", HEAD.id)
    build.claims[name] = Claim(
        name, "", ZHOU.id, Relation.HOLDS, HEAD.id, (), Basis.DERIVED, 0.5, "derive", "concurrent", (("claim", former),)
    )


def _relations(build: _Builder) -> None:
    for inner, outer in ((DEZHOU, SHANDONG), (BINZHOU, SHANDONG), (TOWN, DEZHOU)):
        build.fact(inner, Relation.CONTAINED_IN, outer)
    for one, place in ((PARTY, DEZHOU), (GOVERNMENT, DEZHOU), (SCHOOL, DEZHOU)):
        build.fact(one, Relation.JURISDICTION, place, "德州市")
    build.fact(BUREAU, Relation.JURISDICTION, BINZHOU, "滨州市", DOC2)
    build.fact(SCHOOL, Relation.PARENT_BODY, PARTY, "党校")
    build.fact(PROGRAM, Relation.ORGANIZER, PARTY, "德州市委")
    build.fact(PROGRAM, Relation.LOCATION, DEZHOU, "德州市")
    build.fact(PROGRAM, Relation.PART_OF, WIDER, "“双百”活动")
    build.fact(TWIN, Relation.ORGANIZER, BUREAU, "滨州市委组织部开展“双百”活动", DOC2)
    build.fact(TWIN, Relation.LOCATION, BINZHOU, "滨州市", DOC2)
    build.fact(EVENT, Relation.ATTENDEE, ZHOU, "周玉刚出席“双百”活动启动仪式")
    build.fact(EVENT, Relation.LOCATION, DEZHOU, "德州市")
    for figure, words in ((FIGURE, "选派干部万余名"), (GROWTH, "增长12.5%")):
        build.fact(figure, Relation.ABOUT, DEZHOU, words)
        build.fact(figure, Relation.PROGRAM, PROGRAM, words)
    build.fact(NOTICE, Relation.PUBLISHER, PARTY, "《关于“双百”活动的通知》")


NAMED = {
    DOC: (
        (DEZHOU, "德州市"), (PARTY, "德州市委"), (GOVERNMENT, "市长"), (SCHOOL, "党校"), (PAPER, "<script>"), (ZHOU, "周玉刚"), (LI, "李明"),
        (WANG, "王𠮷"), (ZHANG, "张伟"), (REPORTER, "完"), (PROGRAM, "“双百”活动"), (WIDER, "活动"), (EVENT, "启动仪式"), (FIGURE, "选派干部万余名"),
        (GROWTH, "增长12.5%"), (NOTICE, "《关于“双百”活动的通知》"), (TOWN, "齐河县"), (GULOU, "右"), (VISIT, '"C:\\dir"\t<script>alert(1)</script>\r\n'),
    ),
    DOC2: ((BINZHOU, "滨州市"), (BUREAU, "滨州市委组织部"), (TWIN, "“双百”活动"), (ZHOU, "周玉刚"), (PARTY, "德州市委"), (SUN, "孙二")),
}  # fmt: skip
"""What each document names, and by which words (some of them only to bring hostile text into a quotation)."""


def knowledge() -> Knowledge:
    """The whole of it."""
    build = _Builder()
    _holdings(build)
    _relations(build)
    mentions = []
    for source, named in NAMED.items():
        text = SECOND if source == DOC2 else TEXT
        for thing, words in named:
            start = text.index(words)
            if thing.kind is not Kind.FIGURE:
                mentions.append(Mention(source, thing.id, Span(start, start + len(words)), thing.label))
            subject = OTHER_ZHOU if (source, thing) == (DOC2, ZHOU) else thing.id
            build.claim(subject, Relation.TYPE, str(thing.kind), words, source)
    one = Source(
        DOC,
        SHA,
        sha256(TEXT.encode()).hexdigest(),
        "/home/x/一.txt",
        date="2010-04-09",
        publisher=PAPER.id,
        url='http://例子.cn/a b?q=<"x">&p=%zz#f#g',
    )
    article = Source(ARTICLE, SHA, "", "一.txt", '德州市"双百"活动', "2010-04-09", PAPER.id, REPORTER.id, "", DOC, 0, 60)
    two = Source(
        DOC2,
        SHA2,
        sha256(SECOND.encode()).hexdigest(),
        "二.txt",
        "滨州 新闻",
        "2012-02-27",
        "滨州网",
        url="javascript:alert(1)",
    )
    return Knowledge(
        sources={source.id: source for source in (one, article, two)},
        things={thing.id: romanised(thing) for thing in sorted(THINGS, key=lambda thing: thing.id)},
        claims=dict(sorted(build.claims.items())),
        facts=build.facts,
        mentions=mentions,
        texts={DOC: TEXT, DOC2: SECOND},
        same_as={OTHER_ZHOU: ZHOU.id},
    )
