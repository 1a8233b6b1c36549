"""The pages: for queries, for answers, and for things. No script runs in them, and what documents say stands in them as text alone."""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from kg.ids import DATA
from kg.query.library import library
from kg.query.results import Result, Term, shown
from kg.vocab import shorten

STYLE: Final = """body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
textarea { width: 100%; font: 14px/1.4 ui-monospace, monospace } table { border-collapse: collapse } ul { columns: 20rem }
td, th { border: 1px solid #ccc; padding: .2rem .5rem; text-align: left; vertical-align: top } .note { color: #666 }
"""
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def page(title: str, body: str) -> str:
    """A page; ``body`` is HTML, ``title`` text."""
    return (
        f'<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<link rel="stylesheet" href="/style.css"><body><p><a href="/">政脉 zhengmai</a></p><h1>{escape(title)}</h1>{body}</body></html>\n'
    )


def query_page(text: str) -> str:
    """The page for queries, with ``text`` in it and the library beside it."""
    listed = "".join(
        f'<li><a href="/?name={quote(query.name)}">{escape(query.title_zh)} · {escape(query.title_en)}</a></li>'
        for query in library().values()
    )
    return page(
        "查询 Query",
        f'<form action="/sparql" method="get"><textarea name="query" rows="16" spellcheck="false">{escape(text)}</textarea>'
        f'<p><button>查询 Run</button> <a href="/graph.html">图 Explorer</a></p></form><h2>查询库 Library</h2><ul>{listed}</ul>',
    )


def result_page(result: Result) -> str:
    """An answer as a table, its things linked to their pages."""
    if result.kind == "ask":
        return page("答案 Answer", f"<p>{'是 yes' if result.boolean else '否 no'}</p>")
    head = "".join(f"<th>{escape(column)}</th>" for column in result.columns)
    rows = "".join(
        f"<tr>{''.join(_cell(term, text) for term, text in zip(row, shown(row, result.label), strict=True))}</tr>" for row in result.rows
    )
    return page("答案 Answer", f'<p class="note">{len(result.rows)} 行 rows</p><table><tr>{head}</tr>{rows}</table>')


def thing_page(iri: str, facts: Result, evidence: Result) -> str:
    """What is said of a thing (subject, predicate, object, whichever way), and the words that say it (predicate, words, source)."""
    label = facts.label(iri) or shorten(iri)
    rows = "".join(
        f"<tr>{''.join(_cell(term, text) for term, text in zip(row, shown(row, facts.label), strict=True))}</tr>" for row in facts.rows
    )
    quoted = "".join(
        f'<li>{escape(predicate)}: “{escape(words)}” <span class="note">{escape(source)}</span></li>'
        for predicate, words, source in (shown(row, evidence.label) for row in evidence.rows)
    )
    return page(
        label,
        f'<p class="note">{escape(iri)}</p><table>{rows}</table><h2>出处 Evidence</h2><ol>{quoted}</ol>',
    )


def _cell(term: Term | None, text: str) -> str:
    if isinstance(term, ox.NamedNode) and term.value.startswith(DATA):
        address = escape(quote(term.value.removeprefix(DATA), safe="/#=,"), quote=True)
        return f'<td><a href="/id/{address}">{escape(text)}</a></td>'
    return f"<td>{escape(text)}</td>"
