"""People whose names have a dot: 阿依夏木·买买提."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register
from kg.lexicon.people import TRANSLITERATION

_SOUNDS: Final = re.compile("[\u4e00-\u9fff]{2,6}(·)[\u4e00-\u9fff]{2,6}")


def put_dotted(register: Register) -> None:
    """阿依夏木·买买提: a name with · in it, whose parts are all sounds of other languages, wherever it stands."""
    page, text = register.around.page, register.text
    for match in _SOUNDS.finditer(text) if "·" in text else ():
        start = next((at for at in range(match.start(), match.start(1) - 1) if page.breaks(at)), None)
        sounds = start is not None and TRANSLITERATION.issuperset(match[0][start - match.start() :].replace("·", ""))
        if start is None or not sounds or not page.mined(start) or register.around.in_body(start, match.end()):
            continue
        name = names.at(page, start)
        if name is not None and name.end > match.start(1) and not any(at in register.people for at in range(start, name.end)):
            register.add_name(start, name.end, "dotted", 0.85)
