"""Data inside a page: JSON that cannot end the element it stands in, as it is or packed."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from typing import Final

from deflate import deflate_compress

_UNSAFE: Final = {char.encode(): f"\\u{ord(char):04x}".encode() for char in "<>&\u2028\u2029"}
_LEVEL: Final = 6
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


def to_packed(data: object) -> bytes:
    """``data`` as JSON, deflated (RFC 1951), in base 64; ``page/packed.js`` reads it.

    libdeflate packs: one version of it gives the same bytes everywhere, which builds of zlib do not.
    """
    return b64encode(deflate_compress(to_json(data), _LEVEL))
