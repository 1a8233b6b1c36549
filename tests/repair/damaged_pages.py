"""Pages damaged in every way at once, with what each of their characters was: documents for tests of the way back.

A page is made of tokens: a piece of raw text, and the clean simplified text that it stands for (nothing, where a gloss, a break
or something invisible was put in). Each damage changes tokens; so the truth is known by construction and not by repairing.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple

import forward_model


class Token(NamedTuple):
    """A piece of raw text and what it was."""

    raw: str
    clean: str
    spot: bool = False


class Page(NamedTuple):
    """A page as a reader gets it, its raw text, and for each character of that the clean text of its token."""

    data: bytes
    raw: str
    clean: list[str]
    spots: list[bool]


Tokens = list[Token]
INVISIBLE: Final = ("\u200b", "\ufeff", "\u00ad", "\u200d", "\u2060")
ACROSS: Final = "我们在开展活动，实打实更重要，千变万化，开展满意度调查"
"""Text whose bytes hold other characters across its own, so that there always is something to gloss where it does not stand."""
WIDE: Final = {"，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "0": "０", "1": "１", "2": "２", "％": "%", "“": "「", "”": "」"}


def traditional(tokens: Tokens, _random: Random) -> Tokens:
    """Convert one character to one."""
    return [token._replace(raw=forward_model.traditional(token.raw)) if token.clean else token for token in tokens]


def glossed(tokens: Tokens, random: Random) -> Tokens:
    """Convert, and put readings behind some characters, wherever they stand."""
    tokens = traditional(tokens, random)
    listed = {token.raw for token in tokens if len(token.raw) == 1 and token.raw != token.clean and random.random() < 0.6}
    found: Tokens = []
    for token in tokens:
        found.append(token)
        said = forward_model.reading(token.raw) if token.raw in listed else ""
        if said and not said.isascii():
            found.append(Token(f"({said})", ""))
    return found


def broken(tokens: Tokens, random: Random) -> Tokens:
    """Break lines at one width, with the number of a page between some."""
    width = random.randint(18, 34)
    found: Tokens = []
    column = 0
    for token in tokens:
        if column >= width and token.clean and token.clean not in "，。；：”、\n":
            found.append(Token(f"\n-{random.randint(1, 9)}-\n" if random.random() < 0.1 else "\n", ""))
            column = 0
        found.append(token)
        column = 0 if token.clean == "\n" else column + len(token.clean)
    return found


def sprinkled(tokens: Tokens, random: Random) -> Tokens:
    """Put what nobody sees between characters."""
    found: Tokens = []
    for token in tokens:
        found.append(token)
        if random.random() < 0.05:
            found.append(Token(random.choice(INVISIBLE), ""))
    return found


def other_marks(tokens: Tokens, _random: Random) -> Tokens:
    """Write marks and digits in another width."""
    return [token._replace(raw=WIDE.get(token.raw, token.raw)) for token in tokens]


def line_ends(tokens: Tokens, _random: Random) -> Tokens:
    """End lines as Windows does."""
    return [token._replace(raw="\r\n") if token.raw == "\n" else token for token in tokens]


def lost_bytes(tokens: Tokens, random: Random) -> Tokens:
    """Let a site's script match bytes out of step; of what is not GBK nothing is left."""
    clean = "".join(token.clean for token in tokens).encode("gbk", "ignore").decode("gbk")
    converted = forward_model.traditional(clean)
    seed = random.randrange(1 << 30)
    listed = forward_model.glossed_characters(converted + forward_model.traditional(ACROSS), 12, 8, seed)
    page = forward_model.damage(converted, listed, cut=0.6, seed=seed)
    found: Tokens = []
    at = 0
    for spot in [*page.spots, forward_model.Spot(len(page.text), len(page.text), "", "")]:
        found += _sound(page.text[at : spot.start])
        if spot.end > spot.start:
            found.append(Token(page.text[spot.start : spot.end], forward_model.simplified(spot.truth), spot=True))
        at = spot.end
    return found


def _sound(text: str) -> Tokens:
    """What stands between spots: characters, and glosses."""
    found: Tokens = []
    at = 0
    for match in forward_model.GLOSS.finditer(text):
        found += [Token(c, forward_model.simplified(c)) for c in text[at : match.start()]]
        found.append(Token(match[0], ""))
        at = match.end()
    return [*found, *(Token(c, forward_model.simplified(c)) for c in text[at:])]


#: In the order in which they may befall a page; bytes are lost before anything else comes into the text.
DAMAGES: Final[dict[str, Callable[[Tokens, Random], Tokens]]] = {
    "lost bytes": lost_bytes,
    "traditional": traditional,
    "glossed": glossed,
    "other marks": other_marks,
    "broken lines": broken,
    "invisible": sprinkled,
    "line ends": line_ends,
}
ENCODINGS: Final = ("utf-8", "utf-8-sig", "gb18030", "utf-16")


def page(clean: str, damages: frozenset[str], seed: int, encoding: str, *, as_html: bool) -> Page:
    """Damage a clean text, write it as a file would hold it, and keep the truth."""
    random = Random(seed)
    tokens = [Token(character, character) for character in clean]
    for name, damage in DAMAGES.items():
        if name in damages and not ("lost bytes" in damages and name in ("traditional", "glossed")):
            tokens = damage(tokens, random)
    if as_html:
        tokens = _paragraphs(tokens)
    raw = "".join(token.raw for token in tokens)
    data = _markup(raw, encoding) if as_html else raw
    return Page(
        data.encode(encoding),
        raw,
        [token.clean for token in tokens for _ in token.raw],
        [token.spot for token in tokens for _ in token.raw],
    )


def _paragraphs(tokens: Tokens) -> Tokens:
    """Each line is a paragraph of its own, so that a page shows its lines as they are."""
    shown = [token._replace(raw=token.raw.replace("\r\n", "\n").replace("\u00ad", "")) for token in tokens]
    return [token for token in shown if token.raw]


def _markup(raw: str, encoding: str) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in raw.split("\n"))
    return f'<html><head><meta charset="{encoding.removesuffix("-sig")}"><title>标题</title></head><body>{lines}</body></html>'
