"""What those who are counted did, or have not done yet: 30名学员|取得大专以上学历, 128户410人|未脱贫."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures.phrases.nouns import LONGEST
from kg.extract.page import Page, Token

_NOT_YET: Final = re.compile(r"尚?(未[\u4e00-\u9fff]{2,5})(?=[，。；、）]|$)")
_STILL: Final = ("正在", "仍在")
_ALREADY: Final = ("已", "已经")
"""Before what became of those that are counted: 59项整改任务|已完成41项."""
_MOVED_TO: Final = ("增加", "到")
"""What a figure did before another one (12亿元|增加|到|19亿元), no deed."""


def not_done(page: Page, at: int) -> str:
    """What those who are counted have not done yet: 128户410人|未脱贫."""
    told = _NOT_YET.match(page.text, at)
    return told[1] if told is not None else ""


def deed(page: Page, at: int) -> str:
    """What those who are counted did (…取得大专以上学历), or a name that begins with a verb: the words to the end of the clause."""
    if not "\u4e00" <= page.text[at : at + 1] <= "\u9fff":
        return ""
    at += 2 * page.text.startswith(_STILL, at)
    _, end = page.clause(at)
    words: list[Token] = []
    for token in page.tokens(at, min(end, at + LONGEST)):
        if (
            (not words and token.tag[0] not in "va" and token.text != "任")
            or token.tag in ("uz", "uj")
            or (words and (token.tag in ("p", "c", "x") or token.text in _ALREADY or not "\u4e00" <= token.text[0] <= "\u9fff"))
        ):
            break
        if token.tag != "ul":
            words.append(token)
    acted = any(token.tag[0] == "v" or token.text == "任" for token in words[:2])
    moved = len(words) == len(_MOVED_TO) and words[1].text in ("到", "至") and page.text[words[1].end : words[1].end + 1].isdigit()
    told = acted and not moved and (len(words) > 1 or words[0].end == end)
    return "".join(token.text for token in words) if told else ""
