"""Names in a query that no export has: why an answer may be empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from kg.query.quiet import quiet
from kg.vocab import EXPORTED, PREFIXES, SCHEMES, ZM, shorten, vocabulary

_SPACES: Final = ("zm", "org", "foaf", "schema", "skos", "dcterms", "prov", "oa", *SCHEMES)
"""The prefixes of which every name that exports use is labelled."""
_NAME: Final = re.compile(r"(?<![\w?$:@.<-])([A-Za-z][\w-]*):([\w-]+)")
_DECLARED: Final = re.compile(r"\bPREFIX\s+([A-Za-z][\w-]*):\s*<([^<>\s]*)>", re.IGNORECASE)


def unknown(sparql: str) -> Iterator[str]:
    """What is unknown in ``sparql``, a sentence for each name, with the one that is most like it."""
    known = _known()
    prefixes = {**{name: PREFIXES[name] for name in _SPACES}, **dict(_DECLARED.findall(sparql))}
    told = re.sub(r"\bPREFIX\s+[\w-]*:", " ", quiet(sparql), flags=re.IGNORECASE)
    for prefix, local in dict.fromkeys(match.groups() for match in _NAME.finditer(told)):
        iri = prefixes.get(prefix, "") + local
        if prefix in _SPACES and iri not in known:
            like = get_close_matches(f"{prefix}:{local}", [shorten(one) for one in sorted(known)], 1)
            yield f"no export has {prefix}:{local}{f' <{iri}>' if iri != PREFIXES[prefix] + local else ''}" + "".join(
                f"; it may have {one}" for one in like
            )


def _known() -> set[str]:
    """The terms and concepts that an export may have; offices are told by their labels."""
    labelled = {iri for iri, _ in vocabulary().labels}
    return {iri for iri in labelled if not iri.startswith(ZM)} | {ZM + name for name in EXPORTED}
