"""What the numbers of a page count, one after the other: the rules in order, the first that fits."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures import changes, phrases, shares
from kg.extract.figures.mention import FigureMention
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page
from kg.lexicon.words import FIGURE_ABSTRACT, UNITS

_UNIT_ITSELF: Final = {"户": "农户", "农户": "农户", "元": "资金", "人": "人", "亩": "亩", "人次": "人次"}
"""What is counted where the words around say nothing."""
_NEXT: Final = re.compile(r"[、和，](?=[\d近约])")
_AMOUNTS: Final = ("量", "积", "耗", "程", "长度", "规模", "行驶", "产", "高度", "深度", "能力")
_MEASURES: Final = frozenset({"length", "area", "weight", "energy"})
"""Kinds of units that an amount before the number has, rather than what stands behind it."""
_PEOPLE: Final = frozenset({"人", "人次"})
_TOOK_PART: Final = ("参加", "出席", "参与", "到场", "报名")
_THIS: Final = re.compile("[本这此该][次个]|了")
_IS: Final = re.compile(r"(?:的)?(?:是|为|来自)")
_RATE: Final = re.compile(
    r"(?:集团|公司|全[省市县区镇村]|我[省市县区镇局])?([\u4e00-\u9fff]{2,10}(?:率|系数|指数|比例))(?:为|达|达到|下降到|下降至|降到|降至|上升到|提高到|控制在)$"
)
_SENT_AS: Final = re.compile(r"同志?(?:为|任)([\u4e00-\u9fff]{2,10})")
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
        if number.unit:
            self._with_unit(number, low)
        else:
            self._bare(number)
        self._end = number.end

    def _with_unit(self, number: Number, low: int) -> None:
        previous = self.found[-1] if self.found and self.found[-1].start >= low else None
        if self._queue and previous is not None and self.page.text[previous.end : number.start] in ("、", "和", "，", "及"):
            self._add(number, self._queue.pop(0), "shared out", 0.75)
            return
        verb = shares.again(self.page, low, number) if self._shared else ""
        names = self._shared if verb else []
        if not names:
            names, verb = shares.parts(self.page, self._names, low, number)
            self._shared = names or self._shared
        if names:
            self._share(number, [name + verb for name in names])
            return
        measure, rule = self._measure(number, low, previous)
        if measure:
            self._add(number, measure, rule, 0.75 if number.unit == "%" else 0.8)

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
        changed = shares.of_previous(self.page, low, number, previous)
        if changed:
            return changed, shares.RULE
        moved = self._moved(number, low, previous)
        if moved:
            return moved, changes.RULE
        if previous is not None and previous.end == number.start:  # 贷款438笔2150万元
            return previous.measure, "as before"
        left = max(low, self._end)
        if number.unit in ("%", "个百分点", "百分点"):
            return self._share_of(number, left), "share"
        after = self._behind(number)
        if number.in_words:
            return (after if after and not (number.value < 100 and after.startswith(FIGURE_ABSTRACT)) else ""), "in words"
        if number.unit == "农户":
            return "农户", "unit"
        return self._counted(number, left, after) or self._fallback(number, left, previous)

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
        after = phrases.behind(self.page, number.end)
        if after not in _COMPANIONS:
            return after
        sent = _SENT_AS.match(self.page.text, number.end)
        return sent[1] if sent else phrases.deed(self.page, number.end + len(after))

    def _counted(self, number: Number, left: int, after: str) -> tuple[str, str] | None:
        """The first sure one of: what people took part in, the nouns behind (for people: before), the nouns before, what was done."""
        people = number.unit in _PEOPLE
        if after == "人民":
            return after, "noun behind"
        if people and self.page.text.startswith(_TOOK_PART, number.end):
            return _THIS.sub("", phrases.deed(self.page, number.end)), "what they did"
        if after and not people and not self._measured(number, left):
            return after, "noun behind"
        body = people and self._names.thing_before(number.start) >= 0  # 市民政局3人受到表彰
        own = phrases.Phrase("", sure=False) if body else phrases.before(self.page, self._names, left, number.start)
        if own.sure:
            return own.text, "noun before"
        shared = self._shared_with_next(number)
        if shared:
            return shared, "noun behind the next"
        done = after or phrases.deed(self.page, number.end)
        if done:
            return done, "noun behind" if after else "what they did"
        return (own.text, "verb before") if own.text else None

    def _measured(self, number: Number, left: int) -> bool:
        """Whether a measure is of the amount that stands before it (能耗638千克标准煤, 收入300万元现金), and not of what stands behind."""
        kind = UNITS.get(number.unit)
        if kind == "money":
            return True
        return kind in _MEASURES and phrases.before(self.page, self._names, left, number.start).text.endswith(_AMOUNTS)

    def _shared_with_next(self, number: Number) -> str:
        """6900多户、1.3万名困难群众: what the second of two figures counts, the first does, too."""
        following = self._following
        if following is None or not following.unit or self.page.text[number.end : following.start] not in ("、", "和"):
            return ""
        return phrases.behind(self.page, following.end)

    def _fallback(self, number: Number, left: int, previous: FigureMention | None) -> tuple[str, str]:
        """What the clause before names, what the figure before counted, or the unit itself."""
        clause = phrases.clause_before(self.page, self._names, left, number.start)
        if clause:
            return clause, "clause before"
        if previous is not None and number.start - previous.end <= len("增加至"):
            return previous.measure, "as before"
        return _UNIT_ITSELF.get(number.unit, ""), "unit"

    def _share_of(self, number: Number, left: int) -> str:
        """…率为99%, 95%是老工人, 20%以上的增幅."""
        text = self.page.text
        if text.startswith("的", number.end):
            return phrases.behind(self.page, number.end + 1)
        is_ = _IS.match(text, number.end)
        said = phrases.behind(self.page, is_.end()) if is_ else ""
        return said or phrases.before(self.page, self._names, left, number.start).text or phrases.behind(self.page, number.end)

    def _bare(self, number: Number) -> None:
        """A rate without a unit (死亡率下降到0.05), a label and a sum (金额：86412.50)."""
        text = self.page.text
        if text.startswith((":", "："), number.end):  # 7.2:50.3:42.5
            return
        rate = _RATE.search(text, max(0, number.start - 16), number.start)
        label = re.search(r"([\u4e00-\u9fff]{2,10})：$", text[max(0, number.start - 11) : number.start])
        if rate is not None and number.value < 1000:
            self._add(number, rate[1], "rate", 0.7)
        elif label is not None and number.value != int(number.value):
            money = label[1].endswith(("金额", "资金", "经费", "款", "费", "收入", "支出", "结余", "余额", "合计"))
            self._add(number._replace(unit="元" if money else ""), label[1], "label", 0.7)

    def _add(self, number: Number, measure: str, rule: str, confidence: float) -> None:
        self.found.append(FigureMention(number.start, number.end, number.value, number.unit, measure, number.qualifier, rule, confidence))
