"""The people and holdings of one page while they are collected."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.names.words import HAN, ends_before_word
from kg.extract.posts.decisions import Decisions
from kg.extract.posts.mentions import Found, Holding, PersonMention, Title
from kg.extract.posts.resumes import Resumes
from kg.extract.posts.surroundings import Surroundings
from kg.lexicon.people import COMMON_SURNAMES, NAME_FOLLOWERS, TRANSLITERATION

_AND_ANOTHER: Final = re.compile(r"(?:（[^）\n]{1,12}）)?(?:、(?:\s?、)*|和|以?及(?![时其])|与(?!会)| )\s?")
_ODD: Final = re.compile(r"([\u4e00-\u9fff]{2,3})、")
_SOUND: Final = re.compile("[\u4e00-\u9fff](?=、)")
_DEPARTMENTS: Final = "科室股处"
_PARTED_LATE: Final = re.compile("[\u4e00-\u9fff]{2}\n[\u4e00-\u9fff]")
_PARTED_EARLY: Final = re.compile("[\u4e00-\u9fff][ \n][\u4e00-\u9fff]{2}")
_GAP: Final = re.compile("[ \n]")
_CHINESE: Final = 3
"""Characters of a Chinese name at most, but for compound surnames."""
_LIST: Final = re.compile(r"([\u4e00-\u9fff·]{2,12})、([\u4e00-\u9fff·]{2,12})")


class Register:
    """Collects the people of a page, one a position, and what they hold."""

    def __init__(self, around: Surroundings, titles: list[Title]) -> None:
        self.around = around
        self.text = around.text
        self.titles = titles
        self.decisions = Decisions(around.page)
        self.resumes = Resumes(around.page)
        self.people: dict[int, PersonMention] = {}
        self.holdings: list[Holding] = []
        self.held: set[int] = set()
        """Where the titles start that somebody holds."""
        self.title_starts = {title.end: title.start for title in titles if title.body_start == title.start}
        """Where the titles start that have no words of a body, by their ends."""
        self._starts = {title.start for title in titles}
        self._body_starts = {title.body_start for title in titles}

    def found(self) -> Found:
        """Everything, in order of position."""
        people = [self.people[start] for start in sorted(self.people)]
        return Found(people, sorted(self.holdings, key=lambda h: (h.person.start, h.title.start)), self.titles)

    def add(self, person: PersonMention) -> PersonMention:
        """``person``, or the one that is known to stand there."""
        return self.people.setdefault(person.start, person)

    def add_name(self, start: int, end: int, rule: str, confidence: float) -> None:
        """The person named by ``text[start:end]``, where facts may be had there."""
        if self.around.page.mined(start):
            self.add(PersonMention(start, end, self.text[start:end], rule, confidence))

    def ending(self, end: int) -> PersonMention | None:
        """The person whose name is known to end at ``end``."""
        known = (self.people.get(end - length) for length in (3, 2, 4))
        return next((person for person in known if person is not None and person.end == end), None)

    def holder_until(self, end: int) -> PersonMention | None:
        """Who holds the title read last, if that ends at ``end``."""
        last = self.holdings[-1] if self.holdings else None
        return last.person if last is not None and last.title.end == end else None

    def hold(self, person: PersonMention, titles: list[Title]) -> None:
        """``person`` holds each of ``titles``."""
        self.holdings += [Holding(person, title) for title in titles]
        self.held.update(title.start for title in titles)

    def complete(self) -> None:
        """Where a name was read as the beginning of another name of the page that stands there in full, read that one: 齐士|才关于."""
        names_known = {person.name for person in self.people.values()}
        longer = {
            name[:length]: name
            for name in sorted(names_known)
            for length in (2, 3)
            if len(name) == length + 1 and name[:length] in names_known
        }
        for start, person in self.people.items():
            name = longer.get(person.name, "")
            if name and self.text.startswith(name, start):
                self.people[start] = person._replace(end=start + len(name), name=name)
        self.holdings = [holding._replace(person=self.people[holding.person.start]) for holding in self.holdings]

    def names_from(self, at: int, rule: str, confidence: float = 1.0, *, strict: bool = False) -> list[PersonMention]:
        """The name at ``at`` and those that follow it after 、 (张三、李四); ``strict``: nothing but the name speaks for it."""
        page = self.around.page
        people: list[PersonMention] = []
        name = names.at(page, at, strict=strict and not self._in_list(at)) if names.may_begin(page, at) else None
        if (wrapped := self._wrapped(at, name)) is not None:
            return [
                PersonMention(wrapped.start, wrapped.end, _GAP.sub("", self.text[at : wrapped.end]), rule, wrapped.confidence * confidence)
            ]
        while name is not None and not self._is_place(name) and not self._is_department(name):
            end = self._end_of_member(name) if people else name.end
            people.append(PersonMention(name.start, end, self.text[name.start : end], rule, name.confidence * confidence))
            following = _AND_ANOTHER.match(self.text, end)
            if following is None or following.end() in self._body_starts:
                break
            at = following.end()
            beyond_doubt = following[0].strip() != "、"
            name = names.at(page, at, strict=beyond_doubt)
            if name is None and not beyond_doubt:
                name = self._odd(at)
            if name is not None and beyond_doubt and not (strict and not self._in_list(at)):
                name = names.at(page, at)
        return people

    def _wrapped(self, at: int, name: names.Name | None) -> names.Name | None:
        """The name at ``at`` where the end of a line or a blank parts it: 市长芮建/国出席, 市长芮 建国出席."""
        found = None
        if name is None:
            found = _PARTED_EARLY.match(self.text, at)
        elif self.text.startswith("\n", name.end) and name.end - name.start < _CHINESE:
            found = _PARTED_LATE.match(self.text, at)
        if found is None or not names.is_whole(_GAP.sub("", found[0])) or found[0][0] not in COMMON_SURNAMES:
            return None
        closed = HAN.match(self.text, found.end()) is None or ends_before_word(self.text, found.end())
        return names.Name(at, found.end(), 0.85) if closed and found[0][-1] not in NAME_FOLLOWERS else None

    def _end_of_member(self, name: names.Name) -> int:
        """Where the member of a list ends of which ``name`` is the beginning, if sounds of another language go on to the next mark: 官却才|旦、."""
        rest = _SOUND.match(self.text, name.end) if name.end - name.start == _CHINESE else None
        return rest.end() if rest is not None and TRANSLITERATION.issuperset(self.text[name.end - 1 : rest.end()]) else name.end

    def _odd(self, at: int) -> names.Name | None:
        """A member of a list that is no name by itself, between names: 罗茂文、|能荣|、陈洪思."""
        odd = _ODD.match(self.text, at)
        if odd is None or names.is_word(odd[1]) or self.around.in_body(at, odd.end(1)) or self.around.places.starting(at) is not None:
            return None
        behind = names.at(self.around.page, odd.end(), strict=True)
        return names.Name(at, odd.end(1), 0.8) if behind is not None else None

    def _is_place(self, name: names.Name) -> bool:
        """Whether what reads as a name is the full name of a place, or its beginning, or 任 and a place."""
        if (
            self.text[name.start] in "任原" and self.around.places.starting(name.start + 1) is not None
        ):  # 从甲县县长|任乙县委书记, 甲、|原乙军分区政委
            return True
        place = self.around.places.starting(name.start)  # 县委书记甲、|汨罗市|白塘镇党委书记
        return place is not None and place.end >= name.end and not place.short

    def _is_department(self, name: names.Name) -> bool:
        """Whether what reads as a name is a department before the title of its head, or goes on into that: 张杰、|计财科|科长, 普外科主|任."""
        return any(
            at in self._starts and (at < name.end or self.text[at - 1] in _DEPARTMENTS) for at in range(name.start + 1, name.end + 1)
        )

    def _in_list(self, at: int) -> bool:
        """Whether a name that begins at ``at`` stands in a list of names: 莫绍基、聂文远."""
        members = _LIST.match(self.text, at)
        if members is None:
            return self.text[at - 1 : at] == "、"
        first, second = members.groups()
        whole = names.is_whole(first) or (first[0] in COMMON_SURNAMES and names.is_whole(first, listed=True))  # 骨干|于晴、池小松
        return whole and any(names.is_whole(second[:length]) for length in (len(second), 3, 2))
