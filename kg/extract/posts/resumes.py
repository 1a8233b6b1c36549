"""Résumés: lines that give a span of time and what somebody was in it (1990.03—1995.06  平江县副县长), under whom they are about."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

from kg.extract import names
from kg.extract.page import Page

_DATE: Final = r"(?:19|20)\d\d(?:[年.]\s?\d{1,2}月?|年)?"
_STEP: Final = re.compile(
    rf"[ \t\u3000]*(?:{_DATE}\s?(?:—{{1,2}}|[-－–~～至]{{1,2}})\s?(?:{_DATE}|今)?|{_DATE}(?:起|至今)|(?:19|20)\d\d\.\d{{1,2}}(?=[\u4e00-\u9fff]))[，,：:\s]*"
)
"""How a line begins that tells a step of a life."""
_ABOUT: Final = re.compile(
    r"[ \t\u3000]*([\u4e00-\u9fff·]{2,12}?)(?:同志)?(?:，(?:男|女|(?:19|20)\d\d年)|(?:个人|工作|主要)?(?:简历|履历|简介)(?:[:：]?$|[ \t\u3000]+(?=\1))|[ \t\u3000]+(?:男|女)[ ，])"
)
"""Whom the lines below are about: 某某，男，…; 某某同志简历."""
_LEAD: Final = re.compile(r"[ \t\u3000]*(?:个人|工作|主要|学习|教育)?(?:工作)?(?:简历|履历|经历)[:：]?$")
"""A heading between the two."""


class _Step(NamedTuple):
    start: int
    end: int
    about: tuple[int, int]


class Resumes:
    """The steps of lives that a page tells line by line."""

    def __init__(self, page: Page) -> None:
        self._steps: list[_Step] = []
        about: tuple[int, int] | None = None
        for paragraph in page.segments.paragraphs:
            step = _STEP.match(page.text, paragraph.start, paragraph.end)
            if step is not None and about is not None:
                self._steps.append(_Step(step.end(), paragraph.end, about))
            elif step is None and not _LEAD.match(page.text, paragraph.start, paragraph.end):
                about = _named(page, paragraph.start, paragraph.end)
        self._starts = [step.start for step in self._steps]

    def about(self, position: int) -> tuple[int, int] | None:
        """Where the one is named whom the step at ``position`` is about, or None where no step stands there."""
        number = bisect_right(self._starts, position) - 1
        return self._steps[number].about if number >= 0 and position < self._steps[number].end else None


def _named(page: Page, start: int, end: int) -> tuple[int, int] | None:
    found = _ABOUT.match(page.text, start, end)
    if found is None or not names.is_whole(found[1], listed=True):
        return None
    return found.span(1)
