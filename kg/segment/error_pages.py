"""Pages that are nothing but what a server says when it has no page."""

from __future__ import annotations

import re
from typing import Final

_ERROR: Final = re.compile(
    r"^\W*(?:HTTP\s?)?(?:错误|Error)?\s?(?:40[0345]|50[0234])\b.{0,60}$|(?:页面|网页|文件|信息|内容)(?:不存在|已(?:被)?删除|无法(?:显示|访问)|找不到)"
    r"|(?:找不到|无法找到|没有找到).{0,12}(?:页面?|网页|文件)|内容.{0,6}(?:已被.{0,6}删除|无法查看)"
    r"|Not Found|Service Unavailable|Bad Gateway|Internal Server Error|^Server Error in|^Access Denied|^Forbidden",
    re.MULTILINE | re.IGNORECASE,
)
_LONGEST_ERROR: Final = 1000
"""Code points; a longer page, or one with more sentences than two, is no error page, whatever it speaks of."""


def is_error_page(text: str) -> bool:
    """Whether a page is nothing but what a server says when it has no page."""
    return len(text) <= _LONGEST_ERROR and text.count("。") <= 2 and bool(_ERROR.search(text))
