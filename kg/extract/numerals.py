"""The values of Chinese numerals: 三千五百, 十二, 四."""

from __future__ import annotations

from typing import Final

SCALE: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
"""What multipliers are worth, and those of two characters behind digits."""
_NUMERALS: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "零": 0, "〇": 0}


def numeral(text: str) -> int:
    """The value of a Chinese numeral (三千五百, 十二, 万); 0 where it is none."""
    total = section = digit = 0
    for char in text:
        if char in _NUMERALS:
            digit = _NUMERALS[char]
        elif char in "万亿":
            below = section + digit or (0 if total else 1)
            total = (total + below) * SCALE[char] if char == "亿" else total + below * SCALE[char]
            section = digit = 0
        else:
            section += (digit or 1) * SCALE[char]
            digit = 0
    return total + section + digit
