"""The pages: for queries, for answers, and for things. What documents say stands in them as text alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from kg.ids import DATA
from kg.query.library import NamedQuery, library
from kg.query.results import Label, Result, Term, shown
from kg.vocab import PREFIXES, shorten

_POLICY: Final = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_WITH_YASGUI: Final = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""CodeMirror sets styles, and pictures of buttons are data; scripts and connections are ours alone."""

_OTHERS: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
HEADERS: Final = {"Content-Security-Policy": _POLICY, **_OTHERS}
EDITOR_HEADERS: Final = {"Content-Security-Policy": _WITH_YASGUI, **_OTHERS}

_EDITOR_HEAD: Final = (
    '<link rel="stylesheet" href="/assets/yasgui.min.css"><script src="/assets/yasgui.min.js" defer></script>'
    '<script src="/page/query.js" type="module"></script>'
)


def page(title: str, body: str, head: str = "") -> str:
    """A page; ``body`` and ``head`` are HTML, ``title`` text."""
    return (
        f'<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{escape(title)} · 政脉</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page/style.css">{head}'
        '<body><nav><strong>政脉 zhengmai</strong> <a href="/">查询 Query</a> <a href="/graph.html">图 Explorer</a></nav>'
        f"<h1>{escape(title)}</h1>{body}</body></html>\n"
    )


def query_page(text: str, *, yasgui: bool) -> str:
    """The page for queries with ``text`` in it and the library: a form, in whose place YASGUI stands if it is there and scripts run."""
    queries = library().values()
    listed = "".join(
        f'<li><a href="/?name={quote(query.name)}">{escape(query.title_zh)} · {escape(query.title_en)}</a></li>' for query in queries
    )
    form = (
        '<form id="plain" action="/sparql" method="get">'
        f'<textarea name="query" rows="16" spellcheck="false" aria-label="SPARQL">{escape(text)}</textarea>'
        f'<p><button>查询 Run</button></p><h2>查询库 Library</h2><ul class="library">{listed}</ul></form>'
    )
    return page("查询 Query", _editor(queries) + form if yasgui else form, _EDITOR_HEAD if yasgui else "")


def _editor(queries: Iterable[NamedQuery]) -> str:
    """Where YASGUI goes, and its menu."""
    options = "".join(
        f'<option value="{escape(query.text)}" data-name="{escape(query.name)}" data-title="{escape(query.title_zh)}">'
        f"{escape(query.title_zh)} · {escape(query.title_en)}</option>"
        for query in queries
    )
    prefixes = escape(json.dumps(dict(PREFIXES)))
    return (
        f'<p hidden><select id="library" aria-label="查询库 Library"><option value="">查询库 Library …</option>{options}</select></p>'
        f'<div id="yasgui" data-prefixes="{prefixes}" data-home="{escape(DATA)}"></div>'
    )


def result_page(result: Result) -> str:
    """An answer as a table, its things linked to their pages."""
    if result.kind == "ask":
        return page("答案 Answer", f"<p>{'是 yes' if result.boolean else '否 no'}</p>")
    count = f'<p class="quiet">{len(result.rows)} 行 rows</p>'
    return page("答案 Answer", count + _table(result.columns, result.rows, result.label))


def thing_page(iri: str, facts: Result, evidence: Result, most: int) -> str:
    """What is said of a thing, of what else it is said, and the words that say it.

    ``facts`` are triples with the thing as subject or object, ``most`` how many were asked for. A row of ``evidence`` is a predicate,
    the other thing, what stands before the words, the words, what stands behind them, and the source.
    """
    thing = ox.NamedNode(iri)
    said = sorted((row[1:] for row in facts.rows if row[0] == thing), key=str)
    elsewhere = sorted((row[:2] for row in facts.rows if row[0] != thing), key=str)
    parts = [f'<p class="quiet">{escape(iri)} · <a href="?format=turtle">Turtle</a></p>']
    if len(facts.rows) >= most:
        parts.append(f'<p class="quiet">只列出前 {most} 条 · only the first {most} facts are listed</p>')
    parts.append(_table(("属性 property", "值 value"), said, facts.label))
    if elsewhere:
        parts += ["<h2>提及之处 Said elsewhere</h2>", _table(("事物 thing", "属性 property"), elsewhere, facts.label)]
    if evidence.rows:
        parts += ["<h2>出处 Evidence</h2>", _evidence(evidence)]
    return page(facts.label(iri) or shorten(iri), "".join(parts))


def _evidence(evidence: Result) -> str:
    rows = []
    for predicate, other, before, words, after, source in evidence.rows:
        start, said, end = (escape(text) for text in shown((before, words, after), evidence.label))
        words_cell = f"<td>…{start}<mark>{said}</mark>{end}…</td>"
        rows.append(_cells((predicate, other), evidence.label) + words_cell + _cells((source,), evidence.label))
    return _rows(("属性 property", "事物 thing", "原文 words", "来源 source"), rows)


def _table(heads: Iterable[str], rows: Iterable[tuple[Term | None, ...]], label: Label) -> str:
    return _rows(heads, (_cells(row, label) for row in rows))


def _rows(heads: Iterable[str], rows: Iterable[str]) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "".join(f"<tr>{cells}</tr>" for cells in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _cells(row: tuple[Term | None, ...], label: Label) -> str:
    return "".join(_cell(term, text) for term, text in zip(row, shown(row, label), strict=True))


def _cell(term: Term | None, text: str) -> str:
    if isinstance(term, ox.NamedNode) and term.value.startswith(DATA):
        path, hashed, fragment = term.value.removeprefix(DATA).partition("#")
        address = quote(path, safe="/") + ("%23" + quote(fragment, safe="/=,") if hashed else "")
        return f'<td><a href="/id/{escape(address)}">{escape(text.removeprefix(DATA))}</a></td>'
    return f"<td>{escape(text)}</td>"
