"""What the numbers of a page count, one after the other: the rules in order, the first that fits."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures import bare, changes, done, phrases, shares
from kg.extract.figures.mention import FigureMention
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page
from kg.lexicon.words import FIGURE_ABSTRACT, FIGURE_THEN, UNITS

_UNIT_ITSELF: Final = {"户": "农户", "农户": "农户", "元": "资金", "人": "人", "亩": "亩", "人次": "人次"}
"""What is counted where the words around say nothing."""
_REACHED: Final = re.compile(
    "[\u4e00-\u9fff]{0,4}，(?:(?:已|实际)?(?:达到?|为)|(?:已)?连续[一二两三四五六七八九十0-9]{1,3}年(?:稳定|保持|突破|超过)在?)(?:近|约|超过)?"
)
"""生产总值突破100亿元大关，达|109亿元."""
_COMPARING: Final = frozenset({"%", "个百分点", "百分点", "个千分点", "倍"})
_TIMES_OF: Final = re.compile(r"(?:是|为|相当于)[^，。；：]{1,12}的$")
_LONGEST_TIMES: Final = 16
"""到位资金|是我们的|1.7倍."""
_ABOVE: Final = re.compile(
    "(?:(?:高于|低于|快于|慢于|高出|优于)[\u4e00-\u9fff]{2,8}|(?<![对相])比(?![例重率值])[\u4e00-\u9fff]{2,8}[高低快慢多少]出?)$"
)
_LONGEST_ABOVE: Final = 12
"""增速|高于全国|0.6个百分点, 增速|比全省平均水平高|1.2个百分点."""
_MANY_IN_WORDS: Final = 100
"""What a number in words is at least of which the noun stands before it."""
_NEXT: Final = re.compile(r"[、和，](?=[\d近约])")
_AMOUNTS: Final = ("占地", "量", "积", "耗", "程", "长度", "规模", "行驶", "产", "高度", "深度", "能力")
_MAKES: Final = ("年产", "日产", "日处理", "年处理", "年加工", "年出栏")
_WORKS: Final = re.compile("(?:[^，。；、：]{1,30}?)?(?:项目|生产线|工程)")
"""Behind what works are to make: their name, and no figure."""
_PACE: Final = ("年产", "日产", "月产")
"""Amounts of no thing, which stands behind the number: 年产40万吨|商品混凝土."""
_MEASURES: Final = frozenset({"length", "area", "weight", "energy"})
"""Kinds of units that an amount before the number has, rather than what stands behind it."""
_EXTENDS: Final = re.compile("[长宽高深厚重]达$")
"""边境线长达4200公里."""
_BY_THEMSELVES: Final = {**{division: division for division in "镇乡村市县区"}, "口人": "人口"}
"""Units that say what is counted, whatever stands around them."""
_PEOPLE: Final = frozenset({"人", "人次"})
_WENT: Final = ("访问", "来", "到", "赴", "前往", "深入", "一行", "走访", "拜访", "应邀")
_FOR: Final = "为期"
"""Before how long something lasted, which stands behind it: 为期|60天|的巡察工作."""
_ONES: Final = ("名", "位")
_NOTHING: Final = re.compile(r"(?:免费(?:订阅|试用|试听|体验)|(?:阅读?|浏览|点击|热度|人气)[：: ]{0,2})$")
_NOTHING_LENGTH: Final = 4
_VOLTS: Final = ("千伏", "伏")
_NO_REPORT: Final = {
    "元": ("/美元", "/欧元"),
    "人": ("评论", "点赞", "收藏", "回复"),
    "家": ("争鸣", "讲坛"),
    "项": ("目",),
    "首": ("采", "批", "次", "届", "家", "期", "轮", "任", "创"),
}
"""By unit: what behind it says that nothing was counted: 6.32元/美元, 0人评论, 百家争鸣, 112201首采工作面."""
_POINTS: Final = ("明显", "显著", "更加", "进一步")
_TOGETHER: Final = ("", "共", "共计", "计")
"""Between two figures of the same: 11批|共|87名教师."""
_NEAR: Final = 12
"""Characters between 分别 and the first of the figures that share their nouns."""
_OF_SIZE: Final = re.compile("(?:项目|工程|企业|公司|合作社|单位|园区|基地|大户|农户|商户|户|村|镇|能手|案件|合同|订单|设备)$")
"""What is told apart by sums that it reaches."""
_COMPANY: Final = re.compile("(?<![团队组])一行$|[这那]$")
"""Before so many who came, or who were counted before: no report, unless it says what they are."""
_LISTED: Final = re.compile("(?:^|[\u4e00-\u9fff])(?<![岁级人元亩名年分次里度成])(?:以下|下列|如下)$")
"""Before so many that are listed then: 有以下|3种情况, not 35岁以下|287人."""
_OF_THEM: Final = re.compile("[，、；](?:其中|现|目前)?(?:已|已经)?(?:完成|办结|落实|整改|解决|销号|兑现|化解)了?")
_ONE_OF_THEM: Final = re.compile("[，、；（]?(?:其中)?[：:，]?([\u4e00-\u9fff]{2,12}?)(?:共?有)?")
_ARRANGED: Final = re.compile("[，、；]?(?:最终|共|并|经)*(?:梳理|归纳|整理|整合|汇总|归类|归并|合并|分|筛选)+(?:为|成|出)")
"""Between a figure and what it was made into: 意见225条，梳理归纳为|18项."""
_TOOK_PART: Final = ("参加", "出席", "参与", "到场", "报名")
_THIS: Final = re.compile("[本这此该][次个]|了")
_IS: Final = re.compile(r"(?:的)?(?:是|为|来自)")
_SENT_AS: Final = re.compile(
    r"同志?(?:成?为|任|荣?获|被授予)?[^，。；“”]{0,8}?“?([\u4e00-\u9fff]{2,12})(?:”(?:荣誉)?称号)"
    r"|同志?(?:成?为|任)“?([\u4e00-\u9fff]{2,12})"
)
_MATTERS: Final = frozenset({"起", "件", "宗", "例", "项", "类", "种"})
"""Units of what is told at length: cases, affairs, measures."""
_CASES: Final = re.compile("(?![^，。；、]{0,10}的)[\u4e00-\u9fff]{2,12}?(?:案件|案|事故|纠纷|警情)(?=[，。；、（]|$)")
"""9起|盗窃案件."""
_WHOSE_MATTER: Final = re.compile(r"的([\u4e00-\u9fff]{2,8})(?=[，。；、]|$)")
"""6名同志的免职议案."""
_RATE: Final = re.compile("[\u4e00-\u9fff][率度](?:已|均|都)?(?:经)?(?:达到?了?|为|是|高达|提高到|上升到)(?:近|约)?$")
"""Before a share: the rate that it is, whatever 的 stands behind it: 结案率达到了|82%的实际."""
_OF_THE_NEXT: Final = frozenset({"总投资", "投资", "总产值", "产值", "总面积", "占地", "投资额", "总金额", "金额", "资金", "建筑面积"})
_PORTIONS: Final = frozenset({"比重", "比例", "份额"})
_HAVING: Final = re.compile("^[\u4e00-\u9fff]{1,6}(?:现有|共有|拥有|建有|设有)(?=[\u4e00-\u9fff]{2})")
"""Who has what is counted: 支部现有|党员."""
_FAR_BEHIND: Final = 40
_LONGEST_RATE: Final = 8
_GROUND: Final = ("的基础上", "的情况下", "的前提下")
"""Behind a share that is told on the way: 平均增幅高达|32.3%|的基础上."""
_ARE_PEOPLE: Final = re.compile(
    "(?:干部|党员|群众|青年|人员|代表|教师|学生|医生|职工|农民|村民|老人|儿童|专家|人才|委员|官兵|民警|妇女|村官|书记|主任)$"
)
_SEVERAL: Final = 2
_IN_ALL: Final = re.compile("[，；、]?(?:合计|共计|总计)(?:为|达)?[：:]?")
_LABEL: Final = re.compile("([\u4e00-\u9fff]{2,8})[：:]")
_GIVEN: Final = ("投入", "出资", "筹资", "集资", "垫资", "捐资", "占地")
"""Before a sum or an area they say what it is, whatever was done with it: 投入|1320万元|建设…, 占地|320亩的产业园."""
_GIVEN_IN: Final = frozenset({"money", "area"})
_SUMS: Final = ("资金", "经费", "款", "费", "金", "物资")
_WITH_A_TARGET: Final = 2
"""So many figures are a target and the share of it."""
_ALL_OF_IT: Final = re.compile("[全本该我][村组屯寨镇乡社队](?:现|共|总共|共有|现有|有|约)*$")
"""Before so many households or people: all of a place's, 全村|192户."""
_ALL: Final = {"户": "户数", "人": "人口"}
_THEIR_PEOPLE: Final = re.compile("，(?:总|户籍|常住)?人口")
"""Behind so many households: how many people live there."""
_LONGEST_ALL: Final = 6
_AND_PEOPLE: Final = re.compile(r"[、，]?\d{1,6}[余多]?人(?=[，。；、）]|$)")
"""Behind so many households: so many people, of the same place."""
_DIMENSION: Final = re.compile("[长宽高深厚](?=、)")
"""80米|长、6米宽的道路."""
_HOMES: Final = ("村", "组", "屯", "寨", "镇", "乡", "社区", "小区", "嘎查")
_HOUSEHOLDERS: Final = re.compile("人(?=[，。；、）]|$)")
"""540多户|人."""
_MARKS: Final = ("大关", "新台阶", "台阶", "关口", "新高")
"""Behind a figure that something passed: 突破|3亿元|大关."""
_PASSED: Final = re.compile(
    "(?:先后|相继|首次|成功|连续|再次|再|一举|已|连|接连)*(?:(?:突破|迈上|跨上|跃上|站上|登上|迈过|跨过|跨越|冲破|达到|超过)了?)?$"
)
_LONGEST_PASSED: Final = 10
_PASSED_ON: Final = re.compile(
    "(?:大关|新台阶|台阶|关口|新高)?[、，和](?:先后|相继|再次|再|又)*(?:突破|迈上|跨上|跃上|站上|登上|迈过|跨过|跨越|冲破)了?"
)
_ALIKE: Final = re.compile("[，、；](?:其中|目前|现|已|已经|共|累计|先后)*([\u4e00-\u9fff]{2})了?")
"""Between two figures of the same, the second of which only says what was done: 问卷3000份、|收回|2871份."""
_COMPANIONS: Final = frozenset({"同志", "人", "名同志", "人员"})


class Reader:
    """Reads the numbers of a page in order, each with what those before it in its sentence left."""

    def __init__(self, page: Page, names: Names) -> None:
        self.page = page
        self._names = names
        self.found: list[FigureMention] = []
        self._queue: list[str] = []
        self._shared: list[str] = []
        self._following: Number | None = None
        self._sentence = -1
        self._end = 0

    def read(self, number: Number, following: Number | None) -> None:
        """Add the figure, or figures, of ``number``; ``following`` is the next number of the page."""
        self._following = following
        sentence = self.page.sentence_at(number.digits)
        low = sentence.start if sentence else 0
        if low != self._sentence:
            self._sentence, self._queue, self._shared = low, [], []
        if _reports_nothing(self.page, low, number) or self._came(number):
            self._end = number.end
            return
        if number.unit:
            self._with_unit(number, low)
        else:
            self._bare(number)
        self._end = number.end

    def _came(self, number: Number) -> bool:
        """甲等3人来访 says how many went somewhere with somebody, and counts nothing."""
        text = self.page.text
        named = number.unit in _PEOPLE and text[number.start - 1 : number.start] == "等" and self._names.hold(number.start - 2)
        return named and text.startswith(_WENT, number.end)

    def _with_unit(self, number: Number, low: int) -> None:
        previous = self.found[-1] if self.found and self.found[-1].start >= low else None
        if self._queue and previous is not None and self.page.text[previous.end : number.start] in ("、", "和", "，", "及"):
            self._add(number, self._queue.pop(0), "shared out", 0.75)
            return
        self._queue = []
        verb = shares.again(self.page, low, number) if self._shared else ""
        names = self._shared if verb else []
        several = [] if names else shares.of_several(self.page, low, number, self.found)
        if several:
            self._share(number, several)
            return
        if not names:
            names, verb = shares.parts(self.page, self._names, low, number)
            names = names if verb else shares.of_places(names, low, self.found)
            self._shared = names or self._shared
        if names:
            self._share(number, [name + verb for name in names])
            return
        measure, rule = self._passed(number, low) or self._measure(self._with_the_nouns(number), low, previous)
        if measure:
            self._add(number, measure, rule, 0.75 if number.unit == "%" else 0.8)

    def _with_the_nouns(self, number: Number) -> Number:
        """``number``, or the next one, behind which the nouns of both stand: 分别选派28名和35名|机关干部."""
        text, following = self.page.text, self._following
        alike = following is not None and following.unit == number.unit and text[number.end : following.start] in ("和", "、")
        if following is None or not alike or number.unit in ("%", "元") or "分别" not in text[max(0, number.start - _NEAR) : number.start]:
            return number
        return following if self._behind(following) else number

    def _share(self, number: Number, names: list[str]) -> None:
        """A、B分别为X、Y gives each its own; A、B均为X gives all the same."""
        if _NEXT.match(self.page.text, number.end):
            self._queue = names[1:]
            self._add(number, names[0], "shared out", 0.75)
            return
        for name in dict.fromkeys(names):
            self._add(number, name, "shared share", 0.75)

    def _measure(self, number: Number, low: int, previous: FigureMention | None) -> tuple[str, str]:
        """What ``number`` counts, and the rule that says so."""
        if (told := self._told_by_itself(number)) is not None:
            return told
        changed = shares.of_previous(self.page, low, number, self._changed(low, previous))
        if changed:
            return changed, shares.RULE
        if previous is not None and (self._goes_on(number, previous) or self._of_those(number, previous)):
            return previous.measure, "as before"
        moved = self._moved(number, low, previous)
        if moved:
            return moved, changes.RULE
        if previous is not None and previous.end == number.start:  # 贷款438笔2150万元
            if number.unit != "元" and (shared := self._behind(number)):  # 7批83位志愿者
                return shared, "noun behind"
            bare = previous.rule == "unit" and number.unit == "人"  # 449户1471人
            return "人口" if bare else previous.measure, "as before"
        left = max(low, self._end)
        if number.unit in _COMPARING:
            return self._share_of(number, left), "share"
        after = self._behind(number)
        if number.in_words:
            return self._in_words(number, left, after), "in words"
        if number.unit == "农户":
            return "农户", "unit"
        return self._counted(number, left, after) or self._fallback(number, left, previous)

    def _changed(self, low: int, previous: FigureMention | None) -> FigureMention | None:
        """The figure that a change is told of: not the share of a target (完成年度目标78亿元的|100.3%), but what came to that."""
        if previous is None or previous.unit != "%" or len(self.found) <= _WITH_A_TARGET:
            return previous
        base, target = self.found[-1 - _WITH_A_TARGET], self.found[-_WITH_A_TARGET]
        return base if base.start >= low and self.page.text[target.end : previous.start] == "的" else previous

    def _goes_on(self, number: Number, previous: FigureMention) -> bool:
        """Whether ``number`` counts what the figure before does: what that was sorted into, or what it came to."""
        text, start, end = self.page.text, previous.end, number.start
        if previous.unit == number.unit and _REACHED.fullmatch(text, start, end):
            return True
        return not self._behind(number) and _ARRANGED.fullmatch(text, start, end) is not None

    def _of_those(self, number: Number, previous: FigureMention) -> bool:
        """Whether ``number`` counts the people of the households before, or goes beyond the mark that something passed before.

        移民90户、|300人|的任务; 税收突破3亿元大关、迈上|4亿元|新台阶.
        """
        text = self.page.text
        if previous.unit == "户" and number.unit == "人" and previous.rule == "noun before":
            return text[previous.end : number.start] in ("", "、") and text.startswith("的", number.end)
        return text.startswith(_MARKS, number.end) and _PASSED_ON.fullmatch(text, previous.end, number.start) is not None

    def _told_by_itself(self, number: Number) -> tuple[str, str] | None:
        """What the unit says (口人, 一千多|人口), or what is worth so much."""
        if number.unit == "人" and self.page.text.startswith("口", number.end):
            return "人口", "unit"
        dimension = _DIMENSION.match(self.page.text, number.end) if UNITS.get(number.unit) == "length" else None
        if dimension is not None:
            return dimension[0], "unit"
        if number.unit == "户" and _HOUSEHOLDERS.match(self.page.text, number.end):
            return _ALL["户"], "unit"
        if number.unit == "元" and (money := phrases.money(self.page, number.end)):
            return money, "noun behind"
        lasting = self.page.text.endswith(_FOR, 0, number.start) and self.page.text.startswith("的", number.end)
        if lasting and (what := phrases.behind(self.page, number.end + 1)):
            return what, "noun behind"
        if worth := phrases.worth(self.page, number.start, number.end):
            return worth, "noun behind"
        return (_BY_THEMSELVES[number.unit], "unit") if number.unit in _BY_THEMSELVES else None

    def _in_words(self, number: Number, left: int, after: str) -> str:
        """What a number in words counts: a sum what stands before it (人均收入近万元, 成本不足百元的良好纪录), else what stands behind, or surely before."""
        alone = not after and number.value >= _MANY_IN_WORDS  # 群众三万余人, 资料三千五百份
        own = phrases.before(self.page, self._names, left, number.start) if number.unit == "元" or alone else None
        if own is not None and (own.sure or (not after and number.unit == "元")):
            return own.text
        return "" if number.value < 100 and after.startswith(FIGURE_ABSTRACT) else after

    def _passed(self, number: Number, low: int) -> tuple[str, str] | None:
        """What passed the mark that ``number`` is: 地区生产总值|先后突破|3亿元|大关."""
        left = max(low, self._end)
        passed = None
        if self.page.text.startswith(_MARKS, number.end):
            passed = _PASSED.search(self.page.text, max(left, number.start - _LONGEST_PASSED), number.start)
        what = phrases.before(self.page, self._names, left, passed.start()).text if passed is not None and passed.start() > left else ""
        return (what, "noun before") if what else None

    def _moved(self, number: Number, low: int, previous: FigureMention | None) -> str:
        """What went from one number to another, where ``number`` is either; nothing where it is not."""
        if previous is not None and changes.goes_on(self.page, number, previous):
            return previous.measure
        whence = changes.start(self.page, low, number)
        if whence < 0:
            return ""
        left = max(low, self._end)
        own = phrases.before(self.page, self._names, left, whence).text if whence > left else ""
        return own or phrases.clause_before(self.page, self._names, left, whence) or self._behind(number)

    def _behind(self, number: Number) -> str:
        """The nouns behind the unit; of companions (等15位同志辞去…) what they did or became."""
        if number.unit == "人" and self.page.text.startswith("民", number.end):
            return "人民"
        if number.unit in _MATTERS and (told := phrases.matter(self.page, number.end)):
            return told
        if number.unit in _MATTERS and (case := _CASES.match(self.page.text, number.end)):
            return case[0]
        after = phrases.behind(self.page, number.end)
        at = number.end + len(after)
        if number.unit in _ONES and self.page.text.startswith("的", at) and _ARE_PEOPLE.search(who := phrases.behind(self.page, at + 1)):
            return who  # 41名|年轻有为的|后备干部
        if after not in _COMPANIONS:
            return self._own(number.end, after)
        sent = _SENT_AS.match(self.page.text, number.end)
        of = _WHOSE_MATTER.match(self.page.text, at)
        decided = sent if sent is not None else of
        return decided[decided.lastindex or 1] if decided is not None else phrases.deed(self.page, at) or after

    def _own(self, at: int, nouns: str) -> str:
        """``nouns`` that begin at ``at``, without the name of a body or place beside them: 14名|人大代表|和某县法院干部, 118公里的|海岸线|和某公园.

        Nothing where they belong to the next figure: 项目30个|总投资2亿元.
        """
        if nouns in _OF_THE_NEXT and self._following is not None and self._following.start == at + len(nouns):
            return ""
        beside = nouns.find("和")
        at = self.page.text.find(nouns, at, at + _FAR_BEHIND) if beside > 1 else -1
        return nouns[:beside] if at >= 0 and self._names.hold(at + beside + 1) else nouns

    def _counted(self, number: Number, left: int, after: str) -> tuple[str, str] | None:
        """The first sure one of: what people took part in, the nouns behind (for people: before), the nouns before, what was done."""
        people = number.unit in _PEOPLE
        following = self._following
        near = following is not None and following.unit and self.page.text[number.end : following.start] in _TOGETHER
        joined = following if near else None
        undone = phrases.not_done(self.page, number.end if joined is None else joined.end)  # 128户410人未脱贫
        if undone:
            return undone, "what they did"
        shared = phrases.behind(self.page, joined.end) if joined is not None and "元" not in (number.unit, joined.unit) else ""
        if shared:
            return shared, "noun behind the next"
        if after == "人民":
            return after, "noun behind"
        took_part = next((verb for verb in _TOOK_PART if self.page.text.startswith(verb, number.end)), "") if people else ""
        if took_part:
            aimed = "" if self.page.text.startswith("的", number.end + len(took_part)) else after  # not 300人参加的|大会
            did = _THIS.sub("", phrases.deed(self.page, number.end)) or aimed or took_part
            who = phrases.before(self.page, self._names, left, number.start) if did in _TOOK_PART else None
            return (who.text, "noun before") if who is not None and who.sure else (did, "what they did")  # 干部群众约3万人参加
        told = self._done(number, left, after)
        if told is not None:
            return told
        if after and not people and not self._measured(number, left):
            return after, "noun behind"
        body = (people and self._names.thing_before(number.start) >= 0) or self._right_behind(number)  # 市民政局3人受到表彰
        own = phrases.Phrase("", sure=False) if body else phrases.before(self.page, self._names, left, number.start)
        given = UNITS.get(number.unit) in _GIVEN_IN and own.text.endswith(_GIVEN) and not after.endswith(_SUMS)
        if own.sure or given:
            return own.text, "noun before"
        shared = self._shared_with_next(number)
        if shared:
            return shared, "noun behind the next"
        what = after or phrases.deed(self.page, number.end if joined is None else joined.end)  # 316户1287人|搬进新居
        if what:
            return what, "noun behind" if after else "what they did"
        return (own.text + self._alike(number, own.text), "verb before") if own.text else None

    def _right_behind(self, number: Number) -> bool:
        """Whether what the figure before counts stands right before so many people or households, who are other things: 5个村|1900户."""
        if number.unit not in _UNIT_ITSELF or number.unit == "元" or not self.found:
            return False
        previous = self.found[-1]
        return previous.rule == "noun behind" and self.page.text[previous.end : number.start] == previous.measure

    def _alike(self, number: Number, verb: str) -> str:
        """What is counted by a figure that only says what was done, as the one before it told: 调查问卷3000份、收回|2871份."""
        previous = self.found[-1] if self.found and self.found[-1].start >= self._sentence else None
        if previous is None or previous.unit != number.unit or verb not in FIGURE_THEN:
            return ""
        told = _ALIKE.fullmatch(self.page.text, previous.end, number.start)
        return phrases.without_verbs(previous.measure) if told is not None and told[1] == verb else ""

    def _done(self, number: Number, left: int, after: str) -> tuple[str, str] | None:
        """What so many people, some of whom are named, are; or what people did, or what was done so many times."""
        people = number.unit in _PEOPLE
        such = done.such(self.page, self._sentence, number) if (people or number.unit in _ONES) and not after else ""
        if such:
            return such, "noun before"
        some = (
            done.called(self.page, number) or phrases.before_names(self.page, self._names, left, number.start)
            if people and not after
            else ""
        )
        if some:
            return some, "noun before"
        what = done.times(self.page, self._names, left, number) if number.unit == "次" else ""
        what = done.people(self.page, self._sentence, number) if people else what
        what = what or (done.elected(self.page, number) if people or number.unit in _ONES else "")
        return (what, "what they did") if what else None

    def _measured(self, number: Number, left: int) -> bool:
        """Whether a measure is of the amount that stands before it (能耗638千克标准煤, 收入300万元现金), and not of what stands behind."""
        kind = UNITS.get(number.unit)
        if kind == "money" or (kind in _MEASURES and _EXTENDS.search(self.page.text, max(left, number.start - 2), number.start)):
            return True
        amount = phrases.before(self.page, self._names, left, number.start).text if kind in _MEASURES else ""
        return amount.endswith(_AMOUNTS) and not amount.endswith(_PACE)

    def _shared_with_next(self, number: Number) -> str:
        """6900多户、1.3万名困难群众: what the second of two figures counts, the first does, too."""
        following = self._following
        if following is None or not following.unit or self.page.text[number.end : following.start] not in ("、", "和"):
            return ""
        return phrases.behind(self.page, following.end)

    def _fallback(self, number: Number, left: int, previous: FigureMention | None) -> tuple[str, str]:
        """What the clause before names, what the figure before counted, or the unit itself."""
        if previous is not None and previous.unit == number.unit and _OF_THEM.fullmatch(self.page.text, previous.end, number.start):
            return previous.measure, "as before"  # 实事45项，已完成43项
        if previous is not None and previous.unit == number.unit and self._of_one_of_them(previous.end, number.start):
            return previous.measure, "as before"
        if self._right_behind(number):
            return _UNIT_ITSELF[number.unit], "unit"
        whole = _ALL_OF_IT.search(self.page.text, max(left, number.start - _LONGEST_ALL), number.start)
        if number.unit in _ALL and (whole is not None or _THEIR_PEOPLE.match(self.page.text, number.end)):
            return _ALL[number.unit], "unit"
        total = self._total(number, previous)
        if total:
            return total, "clause before"
        if number.unit == "人" and previous is not None and previous.measure == _ALL["户"] and number.start - previous.end <= 1:
            return _ALL["人"], "as before"
        clause = phrases.clause_before(self.page, self._names, left, number.start)
        counted = previous is not None and previous.measure.endswith(clause)
        if number.unit == "户" and clause.endswith(_HOMES) and not counted and _AND_PEOPLE.match(self.page.text, number.end):
            return _ALL["户"], "unit"
        if clause and not (previous is not None and previous.rule == "noun behind" and previous.measure.endswith(clause)):
            return clause, "clause before"
        if previous is not None and number.start - previous.end <= len("增加至"):
            people = previous.unit == "户" and previous.rule == "unit" and number.unit == "人"  # 全村192户，816人
            return "人口" if people else previous.measure, "as before"
        return _UNIT_ITSELF.get(number.unit, ""), "unit"

    def _total(self, number: Number, previous: FigureMention | None) -> str:
        """What several sums come to: 本季支出：电费1860元，报刊费620元，|合计|2480元; nothing where ``number`` is no total."""
        if previous is None or previous.unit != number.unit or len(self.found) < _SEVERAL or self.found[-_SEVERAL].start < self._sentence:
            return ""
        if _IN_ALL.fullmatch(self.page.text, previous.end, number.start) is None:
            return ""
        label = _LABEL.match(self.page.text, self._sentence, self.found[-_SEVERAL].start)
        return (label[1] if label is not None else "") + "合计"

    def _of_one_of_them(self, start: int, end: int) -> bool:
        """案例20个，其中|岳阳县|3个: nothing but a name stands between two figures."""
        named = _ONE_OF_THEM.fullmatch(self.page.text, start, end)
        return named is not None and all(map(self._names.hold, range(*named.span(1))))

    def _share_of(self, number: Number, left: int) -> str:
        """…率为99%, 95%是老工人, 20%以上的增幅."""
        text = self.page.text
        if (
            text.startswith("的", number.end)
            and not text.startswith(_GROUND, number.end)
            and _RATE.search(text, max(left, number.start - _LONGEST_RATE), number.start) is None
        ):
            return phrases.behind(self.page, number.end + 1)
        times = _TIMES_OF.search(text, max(left, number.start - _LONGEST_TIMES), number.start) if number.unit == "倍" else None
        if times is not None and (base := phrases.before(self.page, self._names, left, times.start()).text):
            return base
        at, whole = shares.share(self.page, left, number)
        if at > left and text[at - 1] not in "，；、：（":
            part = phrases.phrase(self.page, self._names, max(left, self.page.clause(at - 1)[0]), at).text
            return part + "占" + whole if part else whole
        above = _ABOVE.search(text, max(left, number.start - _LONGEST_ABOVE), number.start)
        if above is not None and (base := phrases.before(self.page, self._names, left, above.start()).text):
            return base
        is_ = _IS.match(text, number.end)
        said = phrases.behind(self.page, is_.end()) if is_ else ""
        own = phrases.before(self.page, self._names, left, number.start).text.removesuffix("在")  # 占比在|19%
        if own in _PORTIONS and at >= 0:
            return f"占{whole}{own}"
        return said or own or phrases.behind(self.page, number.end)

    def _bare(self, number: Number) -> None:
        found = bare.read(self.page, self._names, number)
        if found is not None:
            self._add(*found)

    def _add(self, number: Number, measure: str, rule: str, confidence: float) -> None:
        measure = _HAVING.sub("", measure)
        self.found.append(FigureMention(number.start, number.end, number.value, number.unit, measure, number.qualifier, rule, confidence))


def _sizes_up(page: Page, at: int) -> bool:
    """Whether the sum that ends at ``at`` says what size of things are counted: 10亿元以上|项目|4个, 5万元以上的|村."""
    return _OF_SIZE.search(phrases.behind(page, at + page.text.startswith("的", at))) is not None


def _reports_nothing(page: Page, low: int, number: Number) -> bool:
    """张三等一行5人 says who came, not what was counted (代表团一行8人 does); 免费订阅30天 is an advertisement, 阅400次 chrome, 这5人 were counted before.

    So many kilovolts before a noun tell lines and stations apart (110千伏变电站), and 6个明显 sums up points.
    """
    if page.text.endswith(_MAKES, low, number.start) and _WORKS.match(page.text, number.end):
        return True  # 年产12亿颗电池项目
    if page.text.startswith(_NO_REPORT.get(number.unit, ()), number.end):
        return True
    if (number.unit in _VOLTS and "\u4e00" <= page.text[number.end : number.end + 1] <= "\u9fff") or (
        number.unit == "个" and page.text.startswith(_POINTS, number.end)
    ):
        return True
    if number.unit == "元" and page.text.endswith(("以上", "以下"), 0, number.end) and _sizes_up(page, number.end):
        return True
    if _LISTED.search(page.text, max(low, number.start - _NOTHING_LENGTH), number.start):
        return True
    if _COMPANY.search(page.text, max(low, number.start - _NOTHING_LENGTH), number.start):
        return not phrases.behind(page, number.end)
    return _NOTHING.search(page.text, max(low, number.start - _NOTHING_LENGTH), number.start) is not None
