"""The tables of offices, bodies, units and programs as typed values."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.lexicon.tables import read_table


class Office(NamedTuple):
    """A bare title. ``unit`` is the head of the body that it is fused with (部长: 部), or ``government``."""

    title: str
    broader: str
    single: bool
    unit: str
    sphere: str
    official: bool


class Fused(NamedTuple):
    """A title that contains its body: 党委书记 is 书记 of the 党委 of the body named before it."""

    body: str
    title: str


class Suffix(NamedTuple):
    """The last word of bodies' names: its kind, whether it can stand alone, whose department it is, and how far it alone tells a name."""

    kind: str
    bare: bool
    departments_of: str
    strength: str

    @property
    def weak(self) -> bool:
        """Whether it as often ends an ordinary phrase."""
        return self.strength != "strong"


class NationalBody(NamedTuple):
    """A body of the whole nation: the name that stands for it, and its kind."""

    name: str
    kind: str


class Campaign(NamedTuple):
    """A nation-wide campaign under its canonical name."""

    name: str
    start: str
    end: str


class RelativeDate(NamedTuple):
    """今年, 昨日, 日前: ``steps`` units from the ``base`` (document, named); ``alone``: only at the head of a clause."""

    word: str
    unit: str
    steps: int
    base: str
    alone: bool


OFFICES: Final = {
    row["title"]: Office(row["title"], row["broader"], row["seat"] == "single", row["unit"], row["sphere"], row["official"] == "1")
    for row in read_table("offices")
}
OFFICE_RANKS: Final = {row["title"]: row["rank"] for row in read_table("office_ranks")}
RANK_WORDS: Final = {row["word"]: row["rank"] for row in read_table("rank_words")}
FUSED: Final = {row["surface"]: Fused(row["body"], row["title"]) for row in read_table("fused_titles")}
SUFFIXES: Final = {
    row["suffix"]: Suffix(row["kind"], row["bare"] == "1", row["departments_of"], row["strength"]) for row in read_table("body_suffixes")
}
SUFFIXES.update(
    (f"{suffix.removesuffix('组')}{number}组", SUFFIXES[suffix])
    for suffix in [suffix for suffix in SUFFIXES if suffix.endswith("组") and SUFFIXES[suffix].kind in ("leading-group", "discipline")]
    for number in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
)  # 督导二组, 巡察三组
_SUFFIX_ROLES: Final = [(row["suffix"], row["role"]) for row in read_table("suffix_roles")]
DEPARTMENT_HEADS: Final = frozenset(suffix for suffix, role in _SUFFIX_ROLES if role == "department")
NAMELESS_HEADS: Final = frozenset(suffix for suffix, role in _SUFFIX_ROLES if role == "nameless")
BESIDE_COMMITTEES: Final = frozenset(suffix for suffix, role in _SUFFIX_ROLES if role == "beside")
NAMED_AGAIN: Final = frozenset(suffix for suffix, role in _SUFFIX_ROLES if role == "again")
NAMED_BEFORE_POSTS: Final = frozenset(suffix for suffix, role in _SUFFIX_ROLES if role == "post")
NATIONAL_BODIES: Final = {row["name"]: NationalBody(row["canonical"], row["kind"]) for row in read_table("national_bodies")}
BODY_VARIANTS: Final = {row["long"]: row["short"] for row in read_table("body_variants")}
SUFFIX_FOLLOWERS: Final = {row["ending"]: frozenset(row["followers"]) for row in read_table("suffix_followers")}
WORDS_LIKE_BODIES: Final = frozenset(row["word"] for row in read_table("words_like_bodies"))
TITLE_FOLLOWERS: Final = {row["title"]: frozenset(row["followers"]) for row in read_table("title_followers")}
_GENERIC_WORDS: Final = [(row["word"], row["before"]) for row in read_table("generic_words")]
GENERIC_BEFORE: Final = {what: tuple(word for word, before in _GENERIC_WORDS if before in (what, "both")) for what in ("body", "title")}
"""Words that say that no certain body, or nobody's title in particular, follows."""
PERSON_NOUNS: Final = tuple(row["noun"] for row in read_table("person_nouns"))
_TOWN_WORDS: Final = [(row["word"], row["role"]) for row in read_table("town_words")]
TOWN_STEMS_NOT: Final = tuple(word for word, role in _TOWN_WORDS if role == "stem")
TOWN_STEMS_NOT_BEHIND: Final = tuple(word for word, role in _TOWN_WORDS if role == "behind")
TOWN_FOLLOWERS: Final = tuple(word for word, role in _TOWN_WORDS if role == "follower")
PEOPLES: Final = tuple(word for word, role in _TOWN_WORDS if role == "people")
UNITS: Final = {row["unit"]: row["kind"] for row in read_table("units")}
_UNIT_ROLES: Final = [(row["unit"], row["role"]) for row in read_table("unit_roles")]
UNITS_IN_NAMES: Final = frozenset(unit for unit, role in _UNIT_ROLES if role == "named")
UNITS_IN_WORDS: Final = frozenset(unit for unit, role in _UNIT_ROLES if role == "words")
UNITS_OF_FEW: Final = frozenset(unit for unit, role in _UNIT_ROLES if role == "few")
UNITS_SPACED: Final = tuple(unit for unit, role in _UNIT_ROLES if role == "spaced")
QUOTED_HEADS: Final = frozenset(row["head"] for row in read_table("program_heads") if row["quoted"] == "1")
BARE_HEADS: Final = frozenset(row["head"] for row in read_table("program_heads") if row["bare"] == "1")
CAMPAIGNS: Final = {
    name: Campaign(row["name"], row["start"], row["end"])
    for row in read_table("campaigns")
    for name in (row["name"], *filter(None, row["aliases"].split("|")))
}
CAMPAIGNS_SHORT: Final = tuple((*row["short"].split("|"), row["name"]) for row in read_table("campaigns") if row["short"])
"""The subject that a page must name, what the campaign about it is called there for short, and the campaign's name."""
RELATIVE_DATES: Final = {
    row["word"]: RelativeDate(row["word"], row["unit"], int(row["steps"]), row["base"], row["alone"] == "1")
    for row in read_table("relative_dates")
}
FOUNDED: Final = {row["words"]: int(row["year"]) for row in read_table("anniversaries")}


class KnownDocument(NamedTuple):
    """A document that is cited without marks; ``whose``: only where it stands behind a word for whose it is."""

    title: str
    whose: bool


KNOWN_DOCUMENTS: Final = {row["word"]: KnownDocument(row["title"], row["whose"] == "1") for row in read_table("known_documents")}
_WORK_WORDS: Final = [(row["word"], row["role"]) for row in read_table("work_words")]
WORKS_OF_KIND: Final = tuple(word for word, role in _WORK_WORDS if role == "kind")
WORKS_NEAR: Final = tuple(word for word, role in _WORK_WORDS if role == "near")
WORKS_SEEN: Final = tuple(word for word, role in _WORK_WORDS if role == "verb")
WORKS_BEHIND: Final = tuple(word for word, role in _WORK_WORDS if role == "behind")
WORKS_BY_TITLE: Final = frozenset(word for word, role in _WORK_WORDS if role == "title")
WORKS_HELD: Final = tuple(word for word, role in _WORK_WORDS if role == "held")


class EventWord(NamedTuple):
    """The last word of an event's name, or what was done there: its kind (meeting, visit, launch, opening, lecture) and what it needs."""

    kind: str
    needs: str


EVENT_WORDS: Final = {row["word"]: EventWord(row["kind"], row["needs"]) for row in read_table("event_words")}
EVENT_OPENERS: Final = frozenset(row["word"] for row in read_table("event_modifiers") if row["role"] == "opens")
EVENT_PLAIN: Final = frozenset(row["word"] for row in read_table("event_modifiers") if row["role"] == "plain")
EVENT_INSIDE: Final = frozenset(row["word"] for row in read_table("event_modifiers") if row["role"] == "inside")
EVENT_HABITS: Final = frozenset(row["word"] for row in read_table("event_modifiers") if row["role"] == "habit")
_FIGURE_WORDS = [(row["word"], row["role"]) for row in read_table("figure_words")]
FIGURE_QUALIFIERS: Final = {word: role for word, role in _FIGURE_WORDS if role in ("more", "less", "about")}
FIGURE_JOINTS: Final = tuple(sorted((word for word, role in _FIGURE_WORDS if role == "joint"), key=lambda word: (-len(word), word)))
FIGURE_LIGHT: Final = frozenset(word for word, role in _FIGURE_WORDS if role == "light")
FIGURE_STOPS: Final = frozenset(word for word, role in _FIGURE_WORDS if role == "stop")
FIGURE_HEADS: Final = frozenset(word for word, role in _FIGURE_WORDS if role == "head")
FIGURE_LED: Final = FIGURE_HEADS | frozenset(word for word, role in _FIGURE_WORDS if role == "led")
FIGURE_ACTS: Final = frozenset(word for word, role in _FIGURE_WORDS if role == "act")
FIGURE_DONE: Final = frozenset(word for word, role in _FIGURE_WORDS if role == "done")
FIGURE_THEN: Final = frozenset(word for word, role in _FIGURE_WORDS if role == "then")
FIGURE_THINGS: Final = frozenset(word for word, role in _FIGURE_WORDS if role == "thing")
FIGURE_NOUNS: Final = FIGURE_THINGS | frozenset(word for word, role in _FIGURE_WORDS if role == "noun")
FIGURE_WHOSE: Final = frozenset(word for word, role in _FIGURE_WORDS if role == "whose")
FIGURE_CHANGES: Final = frozenset(word for word, role in _FIGURE_WORDS if role == "change")
FIGURE_ABSTRACT: Final = tuple(word for word, role in _FIGURE_WORDS if role == "abstract")
_PROGRAM_WORDS = [(row["word"], row["role"]) for row in read_table("program_words")]
PROGRAM_STARTS: Final = tuple(word for word, role in _PROGRAM_WORDS if role == "starts")
PROGRAM_RUNS: Final = tuple(word for word, role in _PROGRAM_WORDS if role in ("starts", "runs"))
PROGRAM_REPORTS: Final = tuple(sorted((word for word, role in _PROGRAM_WORDS if role == "report"), key=lambda word: (-len(word), word)))
PROGRAM_LEADS: Final = tuple(word for word, role in _PROGRAM_WORDS if role in ("starts", "runs", "leads"))
PROGRAM_ENDS: Final = tuple(word for word, role in _PROGRAM_WORDS if role == "ends")
PROGRAM_ORDINARY: Final = tuple(word for word, role in _PROGRAM_WORDS if role == "ordinary")
PROGRAM_PLAIN: Final = frozenset(word for word, role in _PROGRAM_WORDS if role == "plain")
PROGRAM_INSIDE: Final = tuple(word for word, role in _PROGRAM_WORDS if role == "inside")
PROGRAM_NEVER: Final = tuple(word for word, role in _PROGRAM_WORDS if role == "never")
PROGRAM_FIGURATIVE: Final = frozenset(word for word, role in _PROGRAM_WORDS if role == "figurative")
PROGRAM_PRAISE: Final = frozenset(word for word, role in _PROGRAM_WORDS if role == "praise")
PROGRAM_YEARS: Final = tuple(word for word, role in _PROGRAM_WORDS if role == "year")
