"""No name, title or number of the five real pages decides a rule or sits in a table that would not hold it without them.

The strings that tables and code share with the gold names of those pages are listed (``pytest -s``) and each must have its reason: its
table holds all strings of a sort, whether these pages have them or not; or it is one of the few that :data:`ALLOWED` explains.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg import read, repair

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "seeds"

ALL = ("persons", "titles", "places", "orgs", "programs", "events", "documents")
WORDS_OF_NAMES = ("orgs", "programs", "events", "documents")
TABLES: dict[str, tuple[tuple[str, ...], str]] = {
    "divisions.tsv": (("places", "orgs", "events"), "generated: every division of GB/T 2260 since 2002"),
    "towns.tsv": (("places", "orgs", "events", "persons"), "generated: all towns of the country, some called after a person"),
    "villages.tsv": (ALL, "generated: all villages of the country"),
    "campaigns.tsv": (("programs", "events", "documents", "orgs", "persons"), "nation-wide campaigns, some named after a person"),
    "offices.tsv": (("titles",), "bare titles of party, state, enterprise and press"),
    "fused_titles.tsv": (("titles", *WORDS_OF_NAMES), "titles that contain a kind of body"),
    "name_words.tsv": (("titles", *WORDS_OF_NAMES), "ordinary words that stand behind personal names"),
    "person_nouns.tsv": (("titles", *WORDS_OF_NAMES), "common nouns for people"),
    "title_followers.tsv": (("titles",), "titles that begin longer words"),
    "body_suffixes.tsv": (WORDS_OF_NAMES, "kinds of bodies, by which their names end"),
    "suffix_roles.tsv": (WORDS_OF_NAMES, "some of those kinds of bodies, again"),
    "national_bodies.tsv": (("orgs",), "bodies of the whole nation"),
    "body_variants.tsv": (WORDS_OF_NAMES, "kinds of bodies in full and in short"),
    "national_firms.tsv": (("orgs",), "all firms of the state that have companies in most provinces"),
    "suffix_followers.tsv": (("orgs",), "kinds of bodies that begin longer words"),
    "program_heads.tsv": (WORDS_OF_NAMES, "head nouns of campaigns and activities"),
    "program_words.tsv": (WORDS_OF_NAMES, "ordinary words around names of programs"),
    "event_words.tsv": (("titles", *WORDS_OF_NAMES), "kinds of meetings and visits, by which events' names end"),
    "event_modifiers.tsv": (("titles", *WORDS_OF_NAMES), "ordinary words in names of meetings and of parties"),
    "pinyin_names.tsv": (("titles", "places", *WORDS_OF_NAMES), "words whose reading no character tells: 厦门, 看守所, 部长"),
    "anniversaries.tsv": (("events", "orgs", "programs"), "foundings that the whole country celebrates"),
    "known_documents.tsv": (("documents", "orgs"), "constitutions, laws and what assemblies deal with"),
    "document_words.tsv": (WORDS_OF_NAMES, "kinds of documents, each of which a title may end with"),
    "work_words.tsv": (("titles", *WORDS_OF_NAMES), "kinds of works and what is done with them"),
    "stops.tsv": (("titles", *WORDS_OF_NAMES), "ordinary verbs and nouns, some of which names hold"),
    "figure_words.tsv": (("orgs", "titles"), "ordinary words around figures, also for its own 集团 and those who are counted"),
}
"""Tables that may share names of those kinds, and why they hold them."""

ALLOWED = {
    **dict.fromkeys(("中央", "中央纪委", "中央组织部", "中央宣传部", "中纪委", "国共产党"), "the one national party and its centre"),
    **dict.fromkeys(("我局", "本报", "本网"), "how any document speaks of its own body"),
    **dict.fromkeys(("文件", "若干准则", "若干规定"), "kinds of documents"),
    "联系点": "what leaders take under their care, and come to see",
    **dict.fromkeys(("上的讲话", "会上的讲话"), "how any speech is headed"),
    **dict.fromkeys(("上虞市", "上虞区"), "a change of 2013 that the sources of the divisions show late, put right in their generator"),
    "北京市": "the capital, from which media of the whole country report",
    "海西": "a division whose short name is a word, in a list of them for all provinces",
    "西安市": "the usual example of two syllables that an apostrophe parts",
    "三大办公室": "a group of offices that is no body, made up",
    **dict.fromkeys(("总书记", "老师"), "a rule is called after the title or form of address that it reads"),
}
NUMBERS = {"754": "the number of a standard", "191": "BF, a byte", "112": "70, a byte of what Java writes"}

_HAN = re.compile("[\u4e00-\u9fff·]{2,}")
_NUMBER = re.compile(r"(?<![\d.,])\d+(?:\.\d+)?(?![\d.,])")
_NAMES_OF_PLACES = frozenset({"divisions.tsv", "towns.tsv", "villages.tsv"})
_GENERATED = _NAMES_OF_PLACES | {"calibration.tsv", "confidences.tsv", "given_characters.tsv", "pinyin.tsv"}


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    """The gold facts of the real pages, which stand beside the checkout."""
    if not GOLD.is_dir():
        pytest.skip(f"the gold of the real pages is not here ({GOLD})")
    return [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*.json"))]


def forms(value: object) -> list[str]:
    """The right answers of a gold field."""
    return [str(form) for form in (value if isinstance(value, list) else [value]) if form]


def named(gold: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Every name of the pages by its kind, without marks."""
    names: dict[str, set[str]] = {kind: set() for kind in ALL}
    for document in gold:
        for kind in ALL:
            for fact in document["holdings" if kind == "titles" else kind]:
                keys = ("title",) if kind in ("titles", "documents") else ("name", "aliases")
                names[kind] |= {"".join(_HAN.findall(form)) for key in keys for form in forms(fact.get(key))}
    return {kind: {name for name in found if len(name) >= 2} for kind, found in names.items()}


@cache
def tables() -> dict[str, frozenset[str]]:
    """The strings of each table."""
    paths = (path for path in sorted((ROOT / "kg" / "lexicon").glob("*.tsv")) if path.name != "pinyin.tsv")
    return {path.name: frozenset(_HAN.findall(_rows(path))) for path in paths}


def _rows(path: Path) -> str:
    return "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))


def constants() -> Iterator[tuple[str, object]]:
    """Every constant in the code, docstrings too, with the file."""
    for path in sorted((ROOT / "kg").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant):
                yield path.relative_to(ROOT).as_posix(), node.value


def shared(names: dict[str, set[str]], strings: frozenset[str]) -> dict[str, set[str]]:
    """Which strings are, hold, or are (four characters and more) a part of names, by the kinds of these."""
    found: dict[str, set[str]] = defaultdict(set)
    joined = {kind: "\n".join(sorted(of_kind)) for kind, of_kind in names.items()}
    for text in strings:
        parts = {text[start:end] for start in range(len(text) - 2) for end in range(start + 3, len(text) + 1)}
        for kind, of_kind in names.items():
            if text in of_kind or not of_kind.isdisjoint(parts) or (len(text) >= 4 and text in joined[kind]):
                found[text].add(kind)
    return found


@cache
def is_of_table_words(text: str) -> bool:
    """Whether ``text`` is put together of words of the tables that are explained, and of words for levels."""
    if not text:
        return True
    words = frozenset().union(*(tables()[name] for name in TABLES if name not in _NAMES_OF_PLACES | {"stops.tsv"}))
    lengths = [length for length in range(2, len(text) + 1) if text[:length] in words]
    return any(is_of_table_words(text[length:]) for length in (*lengths, *([1] if text[0] in "省市县区镇乡村局党委该校公" else [])))


def listed(where: str, text: str, kinds: set[str], reason: str) -> bool:
    """Print one shared string, and say whether it has a reason."""
    sys.stdout.write(f"{where}: {text} ({', '.join(sorted(kinds))}): {reason or 'NOT EXPLAINED'}\n")
    return bool(reason)


def test_names_in_tables_are_of_their_sort(gold: list[dict[str, Any]]) -> None:
    """A table shares names with the pages only where it lists all of a sort."""
    names = named(gold)
    unexplained = []
    for table, strings in tables().items():
        kinds, reason = TABLES.get(table, ((), ""))
        for text, of_kinds in sorted(shared(names, strings).items()):
            if not listed(table, text, of_kinds, reason if of_kinds & set(kinds) else ALLOWED.get(text, "")):
                unexplained.append((table, text))
    assert unexplained == []


def test_names_in_code_are_words_of_tables(gold: list[dict[str, Any]]) -> None:
    """What code shares with names of the pages is made of kinds of bodies and titles, or is explained one by one."""
    held: dict[str, set[str]] = defaultdict(set)
    for file, value in constants():
        for text in _HAN.findall(value) if isinstance(value, str) else ():
            held[text].add(file)
    unexplained = []
    for text, kinds in sorted(shared(named(gold), frozenset(held)).items()):
        reason = ALLOWED.get(text) or ("words of tables" if is_of_table_words(text) else "")
        if not listed(" ".join(sorted(held[text])), text, kinds, reason):
            unexplained.append((*sorted(held[text]), text))
    assert unexplained == []


def test_no_number_of_the_pages_is_in_code_or_tables(gold: list[dict[str, Any]]) -> None:
    """No figure of three digits that count stands in a rule or a table that is written by hand."""
    quoted = {number for document in gold for fact in document["observations"] for number in _NUMBER.findall(fact["evidence"])}
    telling = {number for number in quoted if len(number.replace(".", "").strip("0")) >= 3} - set(NUMBERS)
    assert telling
    rows = ((path.name, _rows(path)) for path in (ROOT / "kg" / "lexicon").glob("*.tsv") if path.name not in _GENERATED)
    code = ((file, str(value)) for file, value in constants() if isinstance(value, str | int | float))
    assert [(file, number) for file, text in (*rows, *code) for number in _NUMBER.findall(text) if number in telling] == []


def test_the_sample_corpus_is_about_other_people_and_places(gold: list[dict[str, Any]]) -> None:
    """``seeds/`` names no person, no county and no local program of the pages."""
    texts = "".join(read(path.read_bytes()).text for path in sorted((ROOT / "seeds").glob("*.*")))
    counties = {form for document in gold for place in document["places"] if not _is_large(place) for form in forms(place["name"])}
    campaigns = "".join(tables()["campaigns.tsv"])
    programs = {name for name in named(gold)["programs"] if len(name) > 5 and name not in campaigns and not is_of_table_words(name)}
    plain = repair(texts).text
    assert [name for name in sorted(named(gold)["persons"] | counties | programs) if name in plain] == []


def _is_large(place: dict[str, Any]) -> bool:
    """Whether a place is a province or a prefecture."""
    return any(code.endswith("00") for code in forms(place.get("code")))
