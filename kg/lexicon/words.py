"""The tables of offices, bodies, units and programs as typed values."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.lexicon.tables import by_role, read_table


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
    """A nation-wide campaign under its canonical name, and the one that it is part of."""

    name: str
    start: str
    end: str
    part_of: str


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
_suffix_roles = by_role("suffix_roles", "suffix")
DEPARTMENT_HEADS: Final = frozenset(_suffix_roles("department"))
NAMELESS_HEADS: Final = frozenset(_suffix_roles("nameless"))
BESIDE_COMMITTEES: Final = frozenset(_suffix_roles("beside"))
NAMED_AGAIN: Final = frozenset(_suffix_roles("again"))
NAMED_BEFORE_POSTS: Final = frozenset(_suffix_roles("post"))
NATIONAL_BODIES: Final = {row["name"]: NationalBody(row["canonical"], row["kind"]) for row in read_table("national_bodies")}
BODY_VARIANTS: Final = {row["long"]: row["short"] for row in read_table("body_variants")}
_national_firms = by_role("national_firms", "firm")
NATIONAL_FIRMS: Final = _national_firms("before")
FIRMS_AS_TRADES: Final = _national_firms("trade")
BANKS_FOR_SHORT: Final = _national_firms("bank")
INSURERS: Final = _national_firms("insurer")
SUFFIX_FOLLOWERS: Final = {row["ending"]: frozenset(row["followers"]) for row in read_table("suffix_followers")}
WORDS_LIKE_BODIES: Final = frozenset(row["word"] for row in read_table("words_like_bodies"))
TITLE_FOLLOWERS: Final = {row["title"]: frozenset(row["followers"]) for row in read_table("title_followers")}
_GENERIC_WORDS: Final = [(row["word"], row["before"]) for row in read_table("generic_words")]
GENERIC_BEFORE: Final = {what: tuple(word for word, before in _GENERIC_WORDS if before in (what, "both")) for what in ("body", "title")}
"""Words that say that no certain body, or nobody's title in particular, follows."""
PERSON_NOUNS: Final = tuple(row["noun"] for row in read_table("person_nouns"))
_town_words = by_role("town_words")
TOWN_STEMS_NOT: Final = _town_words("stem")
TOWN_STEMS_NOT_BEHIND: Final = _town_words("behind")
TOWN_FOLLOWERS: Final = _town_words("follower")
PEOPLES: Final = _town_words("people")
UNITS: Final = {row["unit"]: row["kind"] for row in read_table("units")}
_unit_roles = by_role("unit_roles", "unit")
UNITS_IN_NAMES: Final = frozenset(_unit_roles("named"))
UNITS_IN_WORDS: Final = frozenset(_unit_roles("words"))
UNITS_OF_FEW: Final = frozenset(_unit_roles("few"))
UNITS_SPACED: Final = _unit_roles("spaced")
QUOTED_HEADS: Final = frozenset(row["head"] for row in read_table("program_heads") if row["quoted"] == "1")
BARE_HEADS: Final = frozenset(row["head"] for row in read_table("program_heads") if row["bare"] == "1")
CAMPAIGNS: Final = {
    name: Campaign(row["name"], row["start"], row["end"], row["part_of"])
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
_document_words = by_role("document_words")
DOCUMENTS_ABOUT: Final = _document_words("about")
DOCUMENTS_HEREBY: Final = _document_words("hereby")
DOCUMENTS_IN_HEADLINES: Final = _document_words("own")
DOCUMENTS_LISTED: Final = _document_words("listed")
DOCUMENTS_POSTED: Final = _document_words("posted")
DOCUMENTS_QUOTED: Final = _document_words("quoted")
PAPERS: Final = _document_words("paper")
PLANS: Final = _document_words("plan")
RULES: Final = _document_words("rule")
_work_words = by_role("work_words")
WORKS_OF_KIND: Final = _work_words("kind")
WORKS_NEAR: Final = _work_words("near")
WORKS_SEEN: Final = _work_words("verb")
WORKS_BEHIND: Final = _work_words("behind")
WORKS_BY_TITLE: Final = frozenset(_work_words("title"))
WORKS_HELD: Final = _work_words("held")
JOURNALS: Final = _work_words("journal")
DOCUMENTS_SHORT: Final = frozenset(_work_words("short"))
"""Titles that name nothing but a kind: of what was named before in full, or of what everybody there knows."""


class EventWord(NamedTuple):
    """The last word of an event's name, or what was done there: its kind (meeting, visit, launch, opening, lecture) and what it needs."""

    kind: str
    needs: str


EVENT_WORDS: Final = {row["word"]: EventWord(row["kind"], row["needs"]) for row in read_table("event_words")}
_event_modifiers = by_role("event_modifiers")
EVENT_OPENERS: Final = frozenset(_event_modifiers("opens"))
EVENT_PLAIN: Final = frozenset(_event_modifiers("plain"))
EVENT_INSIDE: Final = frozenset(_event_modifiers("inside"))
EVENT_HABITS: Final = frozenset(_event_modifiers("habit"))
EVENT_PARTIES: Final = _event_modifiers("party")
_figure_words = by_role("figure_words")
FIGURE_QUALIFIERS: Final = {word: role for role in ("more", "less", "about") for word in _figure_words(role)}
FIGURE_JOINTS: Final = tuple(sorted(_figure_words("joint"), key=lambda word: (-len(word), word)))
FIGURE_LIGHT: Final = frozenset(_figure_words("light"))
FIGURE_STOPS: Final = frozenset(_figure_words("stop"))
FIGURE_HEADS: Final = frozenset(_figure_words("head"))
FIGURE_LED: Final = FIGURE_HEADS | frozenset(_figure_words("led"))
FIGURE_ACTS: Final = frozenset(_figure_words("act"))
FIGURE_DONE: Final = frozenset(_figure_words("done"))
FIGURE_THEN: Final = frozenset(_figure_words("then"))
FIGURE_THINGS: Final = frozenset(_figure_words("thing"))
FIGURE_NOUNS: Final = FIGURE_THINGS | frozenset(_figure_words("noun"))
FIGURE_WHOSE: Final = frozenset(_figure_words("whose"))
FIGURE_CHANGES: Final = frozenset(_figure_words("change"))
FIGURE_ABSTRACT: Final = _figure_words("abstract")
_program_words = by_role("program_words")
PROGRAM_STARTS: Final = _program_words("starts")
PROGRAM_RUNS: Final = _program_words("starts", "runs")
PROGRAM_REPORTS: Final = tuple(sorted(_program_words("report"), key=lambda word: (-len(word), word)))
PROGRAM_LEADS: Final = _program_words("starts", "runs", "leads")
PROGRAM_ENDS: Final = _program_words("ends")
PROGRAM_ORDINARY: Final = _program_words("ordinary")
PROGRAM_PLAIN: Final = frozenset(_program_words("plain"))
PROGRAM_INSIDE: Final = _program_words("inside")
PROGRAM_NEVER: Final = _program_words("never")
PROGRAM_FIGURATIVE: Final = frozenset(_program_words("figurative"))
PROGRAM_PRAISE: Final = frozenset(_program_words("praise"))
PROGRAM_YEARS: Final = _program_words("year")
PROGRAM_CONTESTS: Final = _program_words("contest")
PROGRAM_FESTIVALS: Final = _program_words("festival")
