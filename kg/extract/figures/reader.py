"""What the numbers of a page count, one after the other: the rules in order, the first that fits."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures import bare, by_unit, changes, continued, done, marks, phrases, ratios, shares, unreported
from kg.extract.figures.mention import PEOPLE, FigureMention
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page
from kg.lexicon.words import FIGURE_ABSTRACT, UNITS

_UNIT_ITSELF: Final = {"户": "农户", "农户": "农户", "元": "资金", "人": "人", "亩": "亩", "人次": "人次"}
"""What is counted where the words around say nothing."""
_MANY_IN_WORDS: Final = 100
"""What a number in words is at least of which the noun stands before it."""
_NEXT: Final = re.compile(r"[、和，](?=[\d近约])")
_AMOUNTS: Final = ("占地", "量", "积", "耗", "程", "长度", "规模", "行驶", "产", "高度", "深度", "能力")
_PACE: Final = ("年产", "日产", "月产")
"""Amounts of no thing, which stands behind the number: 年产40万吨|商品混凝土."""
_MEASURES: Final = frozenset({"length", "area", "weight", "energy"})
"""Kinds of units that an amount before the number has, rather than what stands behind it."""
_EXTENDS: Final = re.compile("[长宽高深厚重]达$")
"""边境线长达4200公里."""
_TOGETHER: Final = ("", "共", "共计", "计")
"""Between two figures of the same: 11批|共|87名教师."""
_NEAR: Final = 12
"""Characters between 分别 and the first of the figures that share their nouns."""
_TOOK_PART: Final = ("参加", "出席", "参与", "到场", "报名")
_CAUSED: Final = re.compile("^.*造成(?:[全各本][省市州盟县区旗镇乡村校厂])?")
"""What brought about what is counted: 地震造成全州|伤亡."""
_THIS: Final = re.compile("[本这此该][次个]|了")
_FOR_WHOM: Final = re.compile(
    "^(?:人民)?(?:群众|村民|居民|百姓|老百姓|职工|师生)(?=(?:办[好实]|解决|办理)[\u4e00-\u9fff])|^(?:家乡|灾区)(?=捐)"
)
"""为|群众|办好事实事1200件: for whom it is done."""
_FINED: Final = re.compile("^(?:并)?处(?=罚金|罚款)")
"""并处|罚金人民币80万元: what a court does."""
_HAVING: Final = re.compile("^[\u4e00-\u9fff]{0,6}(?:现有|共有|拥有|建有|设有)(?=[\u4e00-\u9fff]{2})")
"""Who has what is counted: 支部现有|党员."""
_GIVEN: Final = ("投入", "出资", "筹资", "集资", "垫资", "捐资", "占地")
"""Before a sum or an area they say what it is, whatever was done with it: 投入|1320万元|建设…, 占地|320亩的产业园."""
_MONEY: Final = "money"
_GIVEN_IN: Final = frozenset({_MONEY, "area"})
_SUMS: Final = ("资金", "经费", "款", "费", "金", "物资")
_WITH_A_TARGET: Final = 2
"""So many figures are a target and the share of it."""
_ALONG: Final = re.compile("，(全[长程])(?:大?约|达到?|近|为)?$")
"""Between the clause that tells of a road and how long it is: 公路建成，全长约|4公里."""
_OF_TASK: Final = re.compile("[占达]?(?:年度?|全年|计划|目标)?(?:任务|计划|目标)$")
"""The end of what a share is of where that is a target."""
_ALL_OF_IT: Final = re.compile("[全本该我][村组屯寨镇乡社队](?:现|共|总共|共有|现有|有|约)*$")
"""Before so many households or people: all of a place's, 全村|192户."""
_THEIR_PEOPLE: Final = re.compile("，(?:总|户籍|常住)?人口")
"""Behind so many households: how many people live there."""
_LONGEST_ALL: Final = 6
_AND_PEOPLE: Final = re.compile(r"[、，]?\d{1,6}[余多]?人(?=[，。；、）]|$)")
"""Behind so many households: so many people, of the same place."""
_HOMES: Final = ("村", "组", "屯", "寨", "镇", "乡", "社区", "小区", "嘎查")


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
        if unreported.reports_nothing(self.page, self._names, low, number):
            self._end = number.end
            return
        if number.unit:
            self._with_unit(number, low)
        else:
            self._bare(number)
        self._end = number.end

    def _with_unit(self, number: Number, low: int) -> None:
        previous = self._previous()
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
        mark = marks.passed(self.page, self._names, max(low, self._end), number)
        measure, rule = (mark, "noun before") if mark else self._measure(self._with_the_nouns(number), low, previous)
        if measure:
            self._add(number, measure, rule, 0.75 if number.unit == "%" else 0.8)

    def _with_the_nouns(self, number: Number) -> Number:
        """``number``, or the next one, behind which the nouns of both stand: 分别选派28名和35名|机关干部."""
        text, following = self.page.text, self._following
        alike = following is not None and following.unit == number.unit and text[number.end : following.start] in ("和", "、")
        if following is None or not alike or number.unit in ("%", "元") or "分别" not in text[max(0, number.start - _NEAR) : number.start]:
            return number
        return following if self._behind(following) else number

    def _previous(self) -> FigureMention | None:
        """The figure before in the same sentence."""
        return self.found[-1] if self.found and self.found[-1].start >= self._sentence else None

    def _goes_on(self, number: Number, previous: FigureMention) -> bool:
        """Whether ``number`` counts what the figure before does, or the people of those."""
        behind = self._behind(number)
        return continued.goes_on(self.page, number, previous, behind) or continued.of_those(self.page, number, previous)

    def _behind(self, number: Number) -> str:
        """What stands behind the unit of ``number``."""
        return by_unit.behind(self.page, self._names, number, self._following)

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
        if (told := by_unit.by_itself(self.page, number)) is not None:
            return told
        changed = shares.of_previous(self.page, low, number, self._changed(number, low, previous))
        if changed:
            return changed, shares.RULE
        if previous is not None and self._goes_on(number, previous):
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
        if number.unit in shares.DIFFERENCES:
            return ratios.measure(self.page, self._names, left, number), "share"
        after = self._behind(number)
        if number.in_words:
            return self._in_words(number, left, after), "in words"
        if number.unit == "农户":
            return "农户", "unit"
        return self._counted(number, left, after) or self._fallback(number, left, previous)

    def _changed(self, number: Number, low: int, previous: FigureMention | None) -> FigureMention | None:
        """The figure that a change is told of: not the share of a target (完成年度目标78亿元的|100.3%, 占年度任务的|98.2%), but what came to that."""
        if previous is None or previous.unit != "%" or len(self.found) < _WITH_A_TARGET:
            return previous
        whole = self.found[-_WITH_A_TARGET]
        if self.page.text[whole.end : previous.start] == "的":
            base = self.found[-1 - _WITH_A_TARGET] if len(self.found) > _WITH_A_TARGET else whole
            return base if base is not whole and base.start >= low else previous
        of_task = number.unit == "%" and previous.rule == shares.RULE and _OF_TASK.search(previous.measure) is not None
        return whole if of_task and whole.start >= low else previous

    def _in_words(self, number: Number, left: int, after: str) -> str:
        """What a number in words counts: a sum what stands before it (人均收入近万元, 成本不足百元的良好纪录), else what stands behind, or surely before."""
        alone = not after and number.value >= _MANY_IN_WORDS  # 群众三万余人, 资料三千五百份
        own = phrases.before(self.page, self._names, left, number.start) if number.unit == "元" or alone else None
        if own is not None and (own.sure or (not after and number.unit == "元")):
            return own.text
        return "" if number.value < 100 and after.startswith(FIGURE_ABSTRACT) else after

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

    def _counted(self, number: Number, left: int, after: str) -> tuple[str, str] | None:
        """The first sure one of: what people took part in, the nouns behind (for people: before), the nouns before, what was done."""
        people = number.unit in PEOPLE
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
        brought = _CAUSED.sub("", own.text)
        return (brought + continued.alike(self.page, number, own.text, self._previous()), "verb before") if brought else None

    def _right_behind(self, number: Number) -> bool:
        """Whether what the figure before counts stands right before so many people or households, who are other things: 5个村|1900户."""
        if number.unit not in _UNIT_ITSELF or number.unit == "元" or not self.found:
            return False
        previous = self.found[-1]
        return previous.rule == "noun behind" and self.page.text[previous.end : number.start] == previous.measure

    def _done(self, number: Number, left: int, after: str) -> tuple[str, str] | None:
        """What so many people, some of whom are named, are; or what people did, or what was done so many times."""
        people = number.unit in PEOPLE
        such = done.such(self.page, self._sentence, number) if (people or number.unit in by_unit.ONES) and not after else ""
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
        what = what or (done.elected(self.page, number) if people or number.unit in by_unit.ONES else "")
        return (what, "what they did") if what else None

    def _measured(self, number: Number, left: int) -> bool:
        """Whether a measure is of the amount that stands before it (能耗638千克标准煤, 收入300万元现金), and not of what stands behind."""
        kind = UNITS.get(number.unit)
        if kind == "money" or (kind in _MEASURES and _EXTENDS.search(self.page.text, max(left, number.start - 2), number.start)):
            return True
        amount = phrases.before(self.page, self._names, left, number.start).text if kind in _MEASURES else ""
        return amount.endswith(_AMOUNTS) and not amount.endswith(_PACE)

    def _shared_with_next(self, number: Number) -> str:
        """6900多户、1.3万名困难群众: what the second of two figures counts, the first does, too; money is no goods (2万元、|40袋大米)."""
        following = self._following
        if following is None or not following.unit or self.page.text[number.end : following.start] not in ("、", "和"):
            return ""
        money = UNITS.get(number.unit) == _MONEY and UNITS.get(following.unit) != _MONEY
        return "" if money else phrases.behind(self.page, following.end)

    def _fallback(self, number: Number, left: int, previous: FigureMention | None) -> tuple[str, str]:
        """What the clause before names, what the figure before counted, or the unit itself."""
        if previous is not None and continued.some_of_them(self.page, self._names, number, previous):
            return previous.measure, "as before"
        if self._right_behind(number):
            return _UNIT_ITSELF[number.unit], "unit"
        whole = _ALL_OF_IT.search(self.page.text, max(left, number.start - _LONGEST_ALL), number.start)
        if number.unit in by_unit.ALL and (whole is not None or _THEIR_PEOPLE.match(self.page.text, number.end)):
            return by_unit.ALL[number.unit], "unit"
        total = continued.total(self.page, self._sentence, number, self.found)
        if total:
            return total, "clause before"
        if number.unit == "人" and previous is not None and previous.measure == by_unit.ALL["户"] and number.start - previous.end <= 1:
            return by_unit.ALL["人"], "as before"
        length = _ALONG.search(self.page.text, max(0, number.start - _LONGEST_ALL), number.start)
        if length is not None:
            return length[1], "verb before"
        clause = phrases.clause_before(self.page, self._names, left, number.start)
        counted = previous is not None and previous.measure.endswith(clause)
        if number.unit == "户" and clause.endswith(_HOMES) and not counted and _AND_PEOPLE.match(self.page.text, number.end):
            return by_unit.ALL["户"], "unit"
        if clause and not (previous is not None and previous.rule == "noun behind" and previous.measure.endswith(clause)):
            return clause, "clause before"
        if previous is not None and number.start - previous.end <= len("增加至"):
            people = previous.unit == "户" and previous.rule == "unit" and number.unit == "人"  # 全村192户，816人
            return "人口" if people else previous.measure, "as before"
        return _UNIT_ITSELF.get(number.unit, ""), "unit"

    def _bare(self, number: Number) -> None:
        found = bare.read(self.page, self._names, number)
        if found is not None:
            self._add(*found)

    def _add(self, number: Number, measure: str, rule: str, confidence: float) -> None:
        measure = _FOR_WHOM.sub("", measure)
        measure = _FINED.sub("", _HAVING.sub("", measure).removesuffix("人民币"))
        self.found.append(FigureMention(number.start, number.end, number.value, number.unit, measure, number.qualifier, rule, confidence))
