"""What a figure counts, in words of the text: the nouns behind the unit, or the phrase before the number."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import Page, Token
from kg.lexicon.words import FIGURE_JOINTS, FIGURE_LIGHT, FIGURE_STOPS

_LONGEST: Final = 16
_REACH: Final = 28
_NOUN_TAGS: Final = re.compile(r"^(?:n|vn|a|b|j|l|i|s|f|g|t|z|k|eng)")
_NO_PHRASE_TAGS: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "ud", "uv", "r", "m", "mq", "q", "x", "w", "y", "e", "o"})
_DIVISIONS: Final = re.compile(
    r"(?:省|市|县|区|镇|乡|村|地|州|盟|旗)(?![直级属管])(?:[省市县区镇乡村地州盟旗]|、(?=[省市县区镇乡村地州盟旗])|直辖市|（[省市县区镇乡村旗、]{1,5}）)*"
)
"""Kinds of places that are counted: 县（市）, 区、县, 省、直辖市."""
_OF: Final = re.compile(r"[\u4e00-\u9fff]{0,12}?的(?=[\u4e00-\u9fff]{2})")
_GRADED: Final = re.compile(r"[\u4e00-\u9fff]{0,4}[很较最极][\u4e00-\u9fff]{1,3}的")
_JOINED: Final = re.compile(r"(?:" + "|".join(FIGURE_JOINTS) + r")+$")
_LABEL: Final = re.compile(r"([\u4e00-\u9fff（）]{2,12})[：:]$")
_CHANGED: Final = re.compile(r"([\u4e00-\u9fff]{2,16})由(?:最初的?|原来的?|去年的?|过去的?|上年的?)?$")
_CHANGED_TO: Final = re.compile(
    r"([\u4e00-\u9fff]{2,16}?)(?:由|从)(?:最初的?|原来的?|去年的?|过去的?|上年的?)?[\d.]{1,8}[万亿]?[余多]?[\u4e00-\u9fff%]{1,4}(?:增加|提高|缩短|上升|下降|减少|扩大|增长|发展)(?:到|至|为)$"
)
_CJK: Final = re.compile(r"[\u4e00-\u9fff]+$")


def behind(page: Page, at: int) -> str:
    """The nouns that begin at ``at``; of a phrase with 的 (被投诉的单位, 质量很高的报告) those behind it."""
    text = page.text
    _, end = page.clause(at)
    kinds = _DIVISIONS.match(text, at)
    head = kinds[0] if kinds else ""
    if kinds:
        at = kinds.end()
        _, end = page.clause(at)
    if end <= at or not "\u4e00" <= text[at] <= "\u9fff":
        return head
    graded = _GRADED.match(text, at, end)
    nouns = _nouns(page, graded.end() if graded else at, end)
    if not nouns and not head:
        phrase = _OF.match(text, at, end)
        nouns = _nouns(page, phrase.end(), end) if phrase else ""
    return (head + nouns)[:_LONGEST]


def _nouns(page: Page, at: int, end: int) -> str:
    words: list[Token] = []
    for token in page.tokens(at, min(end, at + _REACH)):
        if token.text in FIGURE_STOPS or not _NOUN_TAGS.match(token.tag) or not "\u4e00" <= token.text[0] <= "\u9fff":
            break
        words.append(token)
    return "".join(token.text for token in words)


def deed(page: Page, at: int) -> str:
    """What those who are counted did (…取得大专以上学历): the words to the end of the clause, if they begin with a verb."""
    _, end = page.clause(at)
    words: list[str] = []
    for token in page.tokens(at, min(end, at + _LONGEST)):
        if not words and token.tag[0] != "v":
            return ""
        if token.tag in ("ul", "uz", "uj") or (words and token.tag in ("p", "c", "x")):
            if token.tag == "ul":
                continue
            break
        words.append(token.text)
    return "".join(words) if len(words) > 1 else ""


def before(page: Page, low: int, at: int) -> str:
    """The phrase that ends before ``at`` and begins behind ``low`` in its clause, over joints such as 共有 and 达到."""
    text = page.text
    changed = _CHANGED_TO.search(text, max(low, at - 44), at) or _CHANGED.search(text, max(low, at - 24), at)
    if changed:
        return phrase(page, max(low, page.clause(changed.end(1) - 1)[0]), changed.end(1))
    joined = _JOINED.search(text, max(low, at - 10), at)
    stop = joined.start() if joined else at
    label = _LABEL.search(text, max(low, stop - 14), stop)
    if label:
        return label[1]
    return phrase(page, max(low, page.clause(stop - 1)[0]) if stop else low, stop)


def phrase(page: Page, low: int, stop: int) -> str:
    """The last noun phrase of ``text[low:stop]``, or where it ends in verbs these; lists (破旧猪舍、旱厕) whole."""
    words = _last_words(page, max(low, stop - _REACH), stop)
    while words and words[0].text in FIGURE_LIGHT and len(words) > 1:
        words.pop(0)
    last_verb = max((number for number, token in enumerate(words) if token.tag == "v" and len(token.text) > 1), default=-1)
    nouns = "".join(token.text for token in words[last_verb + 1 :])
    if len(nouns) > 1:
        return nouns[-_LONGEST:]
    if words:
        return "".join(token.text for token in words)[-_LONGEST:]
    raw = _CJK.search(page.text, max(low, stop - 8), stop)
    return raw[0] if raw and len(raw[0]) > 1 else ""


def _last_words(page: Page, low: int, stop: int) -> list[Token]:
    words: list[Token] = []
    verbs = 0
    for token in reversed(page.tokens(low, stop) if low < stop else ()):
        verbs += token.tag == "v" and len(token.text) > 1
        if token.text in FIGURE_STOPS or token.tag in _NO_PHRASE_TAGS or verbs > 2 or not "\u4e00" <= token.text[0] <= "\u9fff":
            break
        words.insert(0, token)
    return words
