"""Data inside a page: JSON that cannot end the element it stands in."""

from __future__ import annotations

import json
import re
from typing import Final

_UNSAFE: Final = {char.encode(): f"\\u{ord(char):04x}".encode() for char in "<>&\u2028\u2029"}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def to_json(data: object) -> bytes:
    """``data`` as JSON in UTF-8 that can stand in a ``script`` element: nothing in it can end the element or be markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        encoded = _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode()
    for char, escape in _UNSAFE.items():
        encoded = encoded.replace(char, escape)
    return encoded
