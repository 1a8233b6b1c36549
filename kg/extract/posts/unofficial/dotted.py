"""People whose names have a dot: 阿依夏木·买买提."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.names.transliterated import GOING
from kg.extract.posts.register import Register
from kg.lexicon.people import TRANSLITERATION

_SOUNDS: Final = re.compile("[\u4e00-\u9fff]{2,6}(·)[\u4e00-\u9fff]{2,6}")

_LONG: Final = 3


def put_dotted(register: Register) -> None:
    """阿依夏木·买买提: a name with · in it, whose parts are all sounds of other languages, wherever it stands."""
    page, text = register.around.page, register.text
    for match in _SOUNDS.finditer(text) if "·" in text else ():
        dot = match.start(1)
        start = next(
            (at for at in range(match.start(), dot - 1) if page.breaks(at) and not text.startswith(GOING, at) and _is_sound(text[at:dot])),
            None,
        )
        if start is None or text[dot + 1] not in TRANSLITERATION or not page.mined(start) or register.around.in_body(start, match.end()):
            continue
        name = names.at(page, start)
        if name is not None and name.end > match.start(1) and not any(at in register.people for at in range(start, name.end)):
            register.add_name(start, name.end, "dotted", 0.85)


def _is_sound(part: str) -> bool:
    """Whether the first part of a name is one: all of its characters are those of transliterations, but for one inside of a long part (图尔荪古丽)."""
    strange = [at for at, char in enumerate(part) if char not in TRANSLITERATION]
    return not strange or (len(part) > _LONG and len(strange) == 1 and strange[0] not in (0, len(part) - 1))
