"""The concepts that an export uses, with their labels, so that it can be read by itself."""

from __future__ import annotations

from collections.abc import Iterable

from kg.export.rdf.names import DIVISIONS, role, whole_label
from kg.export.rdf.things import broader
from kg.export.rdf.turtle import block, chinese, string
from kg.lexicon.words import OFFICE_RANKS, OFFICES
from kg.vocab import PREFIXES, vocabulary


def role_blocks(titles: Iterable[str]) -> Iterable[str]:
    """Turtle for the offices ``titles`` and the offices that they are variants of, in the order of their names."""
    for title in sorted(_with_broader(titles), key=role):
        office, wider = OFFICES.get(title), broader(title)
        yield block(
            role(title),
            [
                ("a", ["org:Role", "skos:Concept"]),
                ("skos:prefLabel", [chinese(whole_label(title) or title)]),
                ("skos:broader", [role(wider)] if wider else []),
                ("zm:singleSeat", ["true"] if office and office.single else []),
                ("zm:rank", [f"rank:{OFFICE_RANKS[title]}"] if title in OFFICE_RANKS else []),
                ("skos:inScheme", ["role:"]),
            ],
        )


def ranks(titles: Iterable[str]) -> set[tuple[str, str]]:
    """The ranks of the offices of :func:`role_blocks`, as :func:`concept_blocks` takes them."""
    return {("rank", OFFICE_RANKS[title]) for title in _with_broader(titles) if title in OFFICE_RANKS}


def _with_broader(titles: Iterable[str]) -> set[str]:
    wanted = {title for title in titles if title}
    return wanted | {wider for title in wanted if (wider := broader(title))}


def concept_blocks(concepts: Iterable[tuple[str, str]]) -> Iterable[str]:
    """Turtle for concepts, given as (scheme, name)."""
    for scheme, name in sorted(concepts):
        shown = vocabulary().concepts[scheme][name]
        labels = [chinese(shown.label_zh), chinese(shown.label_en, "en")]
        yield block(
            f"{scheme}:{name}",
            [("a", ["skos:Concept"]), ("skos:prefLabel", labels), ("skos:inScheme", [f"{scheme}:"])],
        )


def scheme_blocks(schemes: Iterable[str]) -> Iterable[str]:
    """Turtle for the schemes ``schemes``."""
    labels = vocabulary().labels
    for scheme in sorted(set(schemes)):
        zh, en = (labels[PREFIXES[scheme], language] for language in ("zh-hans", "en"))
        yield block(f"{scheme}:", [("a", ["skos:ConceptScheme"]), ("skos:prefLabel", [chinese(zh), chinese(en, "en")])])


def table_block() -> str:
    """Turtle for the table of divisions."""
    return block(
        DIVISIONS,
        [
            ("a", ["schema:Dataset", "prov:Entity"]),
            ("skos:prefLabel", [chinese("行政区划沿革表"), chinese("Table of administrative divisions", "en")]),
            ("dcterms:identifier", [string("divisions.tsv")]),
        ],
    )
