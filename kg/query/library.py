"""The library: named queries in ``ontology/queries/*.rq``, each with its title and question in Chinese and English.

A file is a SPARQL query that any engine runs as it stands, with its parameters set to their defaults. It opens with
comment lines: ``# title@zh: …``, ``# title@en: …``, ``# question@zh: …``, ``# question@en: …`` and, for each parameter,
``# param NAME TYPE = DEFAULT | what it is in Chinese | in English``. A parameter stands in the query as
``VALUES ?NAME { TERM }``; giving it another value replaces the term, which is always a literal, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import InputError, TableError
from kg.vocab import folder

_HEAD: Final = re.compile(r"# (title|question)@(zh|en): (.+)")
_PARAMETER: Final = re.compile(r"# param ([a-z_]+) (label|string|number) = (.*?) \| (.+?) \| (.+)")
_STRING: Final = r'"(?:[^"\\\n\r]|\\.)*"(?:@[A-Za-z-]+)?|[+-]?\d+(?:\.\d+)?'
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that the asker may choose. ``type`` is label (a Chinese label), string or number."""

    name: str
    type: str
    default: str
    zh: str
    en: str

    def term(self, value: str) -> str:
        """``value`` as a term of SPARQL, always a literal; :class:`~kg.errors.InputError` if it does not fit."""
        if self.type == "number":
            if not re.fullmatch(r"[+-]?\d{1,18}(\.\d{1,18})?", value, re.ASCII):
                raise InputError(f"{self.name}: {value!r} is not a number such as 2012 or 0.5")
            return value
        if any("\ud800" <= char <= "\udfff" for char in value):
            raise InputError(f"{self.name}: the value holds half a character (a lone surrogate)")
        escaped = "".join(_ESCAPES.get(char) or (f"\\u{ord(char):04X}" if char < " " else char) for char in value)
        return f'"{escaped}"' + ("@zh-Hans" if self.type == "label" else "")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the library."""

    name: str
    title_zh: str
    title_en: str
    question_zh: str
    question_en: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, values: Mapping[str, str] | None = None) -> str:
        """The query with ``values`` for its parameters, the defaults for the others.

        :class:`~kg.errors.InputError` for a parameter that it does not have.
        """
        values = values or {}
        known = [parameter.name for parameter in self.parameters]
        if unknown := sorted(set(values) - set(known)):
            raise InputError(f"query {self.name} has no parameter {unknown[0]!r}; it has: {', '.join(known) or 'none'}")
        text = self.text
        for parameter in self.parameters:
            term = parameter.term(values.get(parameter.name, parameter.default))
            text = _slot(parameter.name).sub(lambda match, term=term: f"{match[1]}{term}{match[2]}", text)  # type: ignore[misc]
        return text


def library(path: Path | None = None) -> dict[str, NamedQuery]:
    """Every query of the library by its name (that of its file), in alphabetical order; ``path`` for another folder."""
    return _library(path or folder() / "queries")


def named(name: str) -> NamedQuery:
    """The query ``name``; :class:`~kg.errors.InputError` lists the names if there is none."""
    found = library().get(name)
    if found is None:
        raise InputError(f"there is no query {name!r}; there are: {', '.join(library())}")
    return found


@cache
def _library(path: Path) -> dict[str, NamedQuery]:
    return {file.stem: parse(file.stem, file.read_text("utf-8")) for file in sorted(path.glob("*.rq"))}


def parse(name: str, text: str) -> NamedQuery:
    """The query in ``text``; :class:`~kg.errors.TableError` if its head is not complete or a parameter has no slot."""
    said: dict[str, str] = {}
    parameters = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("#"):
            break
        if match := _HEAD.fullmatch(line):
            said[f"{match[1]}_{match[2]}"] = match[3]
        elif match := _PARAMETER.fullmatch(line):
            parameters.append(Parameter(*match.groups()))
        else:
            raise TableError(f"{name}.rq: line {number}: neither a title, a question nor a parameter: {line}")
    for key in ("title_zh", "title_en", "question_zh", "question_en"):
        if key not in said:
            raise TableError(f"{name}.rq: line 1: no {key.replace('_', '@')}")
    for parameter in parameters:
        if len(_slot(parameter.name).findall(text)) != 1:
            raise TableError(f"{name}.rq: not exactly one VALUES ?{parameter.name} {{ … }} for its parameter")
    return NamedQuery(name, **said, parameters=tuple(parameters), text=text)


@cache
def _slot(name: str) -> re.Pattern[str]:
    return re.compile(r"(\bVALUES \?" + re.escape(name) + r" \{ )(?:" + _STRING + r")( \})")
