"""What an element of a page is: a block, hidden, page chrome, a table of data."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from lxml.etree import _Comment, _Element, _ProcessingInstruction

BLOCKS: Final = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol option p plaintext pre search "
    "section summary table tbody td tfoot th thead tr ul xmp".split()
)
"""Elements that begin a line and end one (HTML Standard, Rendering), and buttons; any other, known or not, stands in the line."""
PROSE: Final = 40
"""Code points; a sentence this long is no chrome, whatever the block around it is called, and no noise."""

_NEVER_SHOWN: Final = frozenset(
    "script style noscript template head iframe object svg select textarea datalist audio video canvas noframes noembed rt rp".split()
)
"""Elements whose text no browser shows, save readings above characters (``rt``): there they part what belongs together."""
_NOISE: Final = frozenset({"jammer"})
"""Classes of what is printed in the colour of the page to spoil copies (Discuz!, the software of most forums)."""
_UNSEEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_TOO_SMALL: Final = re.compile(r"font-size\s*:\s*0+(?:\.0+)?(?:[a-z%]+)?\s*(?:;|!|$)", re.IGNORECASE)
_PREFORMATTED: Final = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_PRINTED_EDGE: Final = re.compile(r"mso-element:\s*(?:header|footer)", re.IGNORECASE)
"""How Word and WPS mark the headers and footers of a page that they export."""
_EDGE_TITLES: Final = ("header", "footer")
"""How LibreOffice does."""
_PRINTED_NEVER: Final = re.compile(r"mso-hide:\s*all", re.IGNORECASE)

_CHROME_TAGS: Final = frozenset({"nav", "footer", "aside", "button"})
_CHROME_NAMES: Final = re.compile(
    r"\b(?:nav|menu|breadcrumb|crumb|footer|copyright|related|recommend|sidebar|share|comment|links?|toolbar|login)\b", re.IGNORECASE
)
_LARGEST_FORM: Final = 200
"""Code points; a form with more text is no search field but a whole page, as some servers wrap them."""
_LONGEST_CELL: Final = 120
"""Code points; what has longer cells is a page laid out by a table."""


def is_hidden(element: _Element) -> bool:
    """Whether a reader of the page sees nothing of an element: never, or not until he clicks.

    What waits for a click or a script (the next page of an article, all of it on some sites) is text if it holds prose.
    """
    if isinstance(element, _Comment | _ProcessingInstruction) or element.tag in _NEVER_SHOWN:
        return True
    style = element.get("style") or ""
    if "hidden" in element.attrib or (style and _UNSEEN.search(style)) or (element.tag == "dialog" and "open" not in element.attrib):
        return not _holds_prose(element)
    if not _NOISE.isdisjoint((element.get("class") or "").split()):
        return True
    return bool(style) and bool(_PRINTED_NEVER.search(style) or (len(element) == 0 and _TOO_SMALL.search(style)))


def _holds_prose(element: _Element) -> bool:
    """Whether an element has a sentence and some length; no more of it is looked at than that takes."""
    length = 0
    has_sentence = False
    for text in element.itertext():
        length += len(text)
        has_sentence = has_sentence or "。" in text
        if has_sentence and length >= PROSE:
            return True
    return False


def is_preformatted(element: _Element) -> bool:
    """Whether the line ends of the source are lines of the page."""
    return element.tag in ("pre", "listing") or bool(_PREFORMATTED.search(element.get("style") or ""))


def is_chrome(element: _Element) -> bool:
    """Whether an element is chrome by its tag, or by how a word processor marks it."""
    if element.tag == "form":
        return all(length <= _LARGEST_FORM for length in accumulate(map(len, element.itertext())))
    printed_edge = _PRINTED_EDGE.search(element.get("style") or "") or (element.tag == "div" and element.get("title") in _EDGE_TITLES)
    return element.tag in _CHROME_TAGS or bool(printed_edge)


def is_called_chrome(element: _Element) -> bool:
    """Whether its class or id is one that sites give to chrome."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_CHROME_NAMES.search(names.replace("-", " ").replace("_", " ")))


def is_data(table: _Element) -> bool:
    """Whether a table holds data rather than the layout of a page: rows of several short cells, and no table inside."""
    if table.find(".//table") is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    longest = max((sum(map(len, cell.itertext())) for row in rows for cell in row), default=0)
    return sum(len(row) > 1 for row in rows) > 1 and longest <= _LONGEST_CELL
