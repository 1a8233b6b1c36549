"""Committees of congresses and consultative conferences: 省人大|财政经济委员会, 市人大常委会|代表资格审查委员会."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.model import Basis

_FIELD: Final = (
    "财政经济|财经|内务司法|监察(?:和|与)?司法|社会(?:建设|法制|事务)?|法制|法律|教育|科学|科技|文化|卫生|体育|教科文卫体?|民族|宗教|侨务|外事|华侨|港澳台侨|农业|农村|环境|资源|保护|城乡|建设|代表"
    "|资格|审查|人事|选举|任免|联络|预算|决算|信访|提案|经济|人口|文史|资料|学习|联谊|民宗|法治"
)
_FIELDS: Final = re.compile(f"(?:(?:{_FIELD})[和与、]?)+(?<![和与、])$")
"""The fields of work of such committees, by the Organic Law of Local Congresses and the charter of the CPPCC."""
_LONGEST: Final = 16
_OF_STANDING: Final = ("工作委员会", "工委", "代表资格审查委员会")
"""What the standing committee has, not the congress."""
_KINDS: Final = ("congress", "cppcc")


def committee(reader: Reader, hit: Hit) -> BodyMention | None:
    """A committee of the congress or conference that stands before it, or that the chain of titles speaks of."""
    short = hit.text == "委"  # 县政协|提案|委
    if not (hit.text.endswith(("委员会", "工委")) or (short and reader.words.opens_post(hit))):
        return None
    fields = _FIELDS.search(reader.text, max(0, hit.start - _LONGEST), hit.start)
    last = reader.near_in_sentence(hit) if fields else None
    if fields is None or last is None:
        return None
    parent = last.body.parent
    of = parent if parent is not None and parent.kind in _KINDS else last.body
    if of.kind not in _KINDS:
        return None
    start = max(fields.start(), last.end)
    name = reader.text[start : hit.end]
    if start == last.end:
        return BodyMention(last.start, hit.end, of.part(name, of.kind), last.basis, "committee of a congress", 0.93)
    if not reader.words.opens_post(hit) or not reader.words.left_boundary(start):
        return None
    owner = of.name.removesuffix("常委会") + "常委会" * (of.kind == "congress" and name.endswith(_OF_STANDING))
    of = BodyRef(owner, of.kind, of.jurisdiction, None, of.resolved, of.scope)
    return BodyMention(start, hit.end, of.part(name, of.kind), Basis.CONTEXT, "committee of a congress", 0.85)
