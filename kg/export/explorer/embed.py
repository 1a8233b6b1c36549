"""Data inside a page: JSON that cannot end the element it stands in."""

from __future__ import annotations

import json
import re
from typing import Final

_UNSAFE: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def to_json(data: object) -> str:
    """``data`` as JSON that can stand in a ``script`` element: nothing in it can end the element or be markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _UNSAFE.items():
        text = text.replace(char, escape)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text
