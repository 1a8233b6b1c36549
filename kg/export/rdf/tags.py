"""Language tags as the contract spells them. RDF does not tell their case apart, and pyoxigraph gives them in lower case."""

from __future__ import annotations

from typing import Final

TAGS: Final = {tag.lower(): tag for tag in ("zh-Hans", "zh-Hant", "zh-Latn-pinyin")}
