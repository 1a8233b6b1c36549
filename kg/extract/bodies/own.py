"""The document's own body: 集团, 我局, 校党委, where the article has told what those stand for."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.candidates import ORGANS
from kg.extract.bodies.canonical import line
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.starts import name_start
from kg.extract.bodies.words import ORGANISATIONS
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

SELF_WORDS: Final = {
    "集团": "集团", "集团公司": "集团", "公司": "集团", "股份公司": "股份", "控股公司": "控股", "局": "局", "监狱": "狱", "厅": "厅", "厂": "厂", "矿": "矿", "校": "校", "学校": "校", "大学": "校", "学院": "学院", "院": "院", "医院": "院",
    "银行": "行", "行": "行", "分行": "行", "支行": "行", "中心": "中心", "站": "站", "所": "所", "委": "委", "处": "处", "社": "社", "团": "团", "师": "师", "农场": "场", "林场": "场", "牧场": "场", "场": "场", "部": "部",
}  # fmt: skip
"""Heads by which a document refers to its own body, and the word under which the context keeps it (学校, 我校, 大学 are one)."""
OWN_HEADS: Final = tuple(sorted(SELF_WORDS, key=lambda head: (-len(head), head)))
"""Those heads, the longest first."""
NOT_LEARNT: Final = "own body not learnt"
_UNNAMED: Final = {
    "集团公司": ("集团公司", "enterprise"),
    "集团": ("集团", "enterprise"),
    "股份公司": ("股份公司", "enterprise"),
    "控股公司": ("控股公司", "enterprise"),
    "学校": ("学校", "school"),
    "学院": ("学院", "school"),
}
"""Heads by which an article may speak of a body that it never names in full: what it is called then, and its kind."""
_OURS: Final = {"校": ("我校", "school"), "院": ("我院", "other"), "局": ("我局", "other")}
"""Likewise with 我 or 本 before them."""
_ACTS: Final = re.compile("(?:[^，。；]{0,6}日)?(?:召开|举行|举办|组织|召集|决定|印发|下发|要求|成立|部署|专题|认真|坚持|高度重视|提出)")
"""Behind an organ: that it does something."""
_THAT: Final = re.compile(f"该({'|'.join(OWN_HEADS)})((?:(?:(?![的了在召开是举])[\u4e00-\u9fff]){{1,5}}[队科厂班站连所室])?)$")
_LONGEST_THAT: Final = 12
"""Before an organ of the last body of that head, or of a part of it: 该局|党组, 该矿机掘三队|党支部."""
_GROUP: Final = "集团"
_GROUPS: Final = (_GROUP, "股份公司", "控股公司")
"""Firms of a group, each of which its papers call by such a word alone."""
_OF_STAFF: Final = frozenset({"机关党委", "机关纪委", "机关党总支", "机关党支部"})
"""What the staff of an organisation has: ；|机关党委|书记."""
_COMMITTEE: Final = "党委"
_DEPARTMENT: Final = re.compile(
    "(?:学生|教师|统一战线|保卫|人民武装|老干部|离退休|研究生)[\u4e00-\u9fff]{0,4}[部处](?![\u4e00-\u9fff]?[长员])"
)
_WITH_PAPERS: Final = (*ORGANISATIONS, "public-institution")
"""Kinds of bodies that write of themselves."""
_IN_A_NAME: Final = re.compile("(?![由为向与和及对将了是任的在到经请])[\u4e00-\u9fff]")
"""A character before 集团 that may be the last of its name."""
_SEVERAL: Final = ("各", "每", "某", "有关", "部分", "家", "个")
_FIRM: Final = "公司"
_NATIONAL: Final = ("中国", "中央", "国家", "全国")


def own(reader: Reader, hit: Hit) -> BodyMention | None:
    """集团 + 党委, 局 + 党组, 我局, 校党委, where the context has learnt what the head stands for."""
    that = _that(reader, hit)
    if that is not None:
        return that
    bodies = reader.context(hit).self_bodies
    if (unknown := _unknown(reader, hit, bodies)) is not None:
        return unknown
    if (named := _of_the_sentence(reader, hit)) is not None:
        return named
    if not bodies:
        return _of_the_only(reader, hit)
    if (department := _of_the_committee(reader, hit, bodies)) is not None:
        return department
    body = bodies.get(SELF_WORDS.get(hit.text, ""))
    if body is not None and _stands_alone(reader, hit):
        return BodyMention(_with_pronoun(reader.text, hit.start), hit.end, body, Basis.CONTEXT, "own body", 0.9)
    if not SUFFIXES[hit.text].bare:
        return None
    for head, word in SELF_WORDS.items():
        at = hit.start - len(head)
        if (body := bodies.get(word)) is not None and at >= 0 and reader.text.startswith(head, at) and reader.words.left_boundary(at):
            whole = BodyRef(body.name + hit.text, SUFFIXES[hit.text].kind, body.jurisdiction, body)
            return BodyMention(_with_pronoun(reader.text, at), hit.end, whole, Basis.CONTEXT, "own body's", 0.88)
    return None


def _of_the_sentence(reader: Reader, hit: Hit) -> BodyMention | None:
    """局|党组 behind a bureau that the sentence names: 市交通局挂包乙村后，|局党组|书记甲."""
    sentence = reader.page.sentence_at(hit.start) if hit.text in ORGANS else None
    head = next((head for head in OWN_HEADS if reader.text.endswith(head, 0, hit.start)), "") if sentence is not None else ""
    last = reader.last_named(head) if head else None
    at = hit.start - len(head)
    if sentence is None or last is None or last.start < sentence.start or last.end > at or reader.text[at - 1] not in "，；、":
        return None
    return BodyMention(at, hit.end, last.body.part(hit.text, SUFFIXES[hit.text].kind), Basis.CONTEXT, "own body's", 0.85)


def _of_the_committee(reader: Reader, hit: Hit, bodies: dict[str, BodyRef]) -> BodyMention | None:
    """党委组织部, 党委|学生工作部 in the paper of a school or firm: its own."""
    whole = hit.text.startswith(_COMMITTEE) and hit.text != _COMMITTEE
    last = reader.near_in_sentence(hit)
    other = last is not None and next(iter(bodies.values())) not in line(
        last.body
    )  # 教育局副局长甲、|机关党委|副书记乙, in the paper of a school
    whole = whole or (hit.text in _OF_STAFF and reader.words.opens_post(hit) and not other)
    begins = hit.text == _COMMITTEE and _DEPARTMENT.match(reader.text, hit.end) is not None
    body = next(iter(bodies.values()))
    if not (whole or begins) or body.kind not in _WITH_PAPERS or not reader.words.left_boundary(hit.start):
        return None
    return BodyMention(hit.start, hit.end, body.part(hit.text, SUFFIXES[hit.text].kind), Basis.CONTEXT, "own body's", 0.85)


def _unknown(reader: Reader, hit: Hit, bodies: dict[str, BodyRef]) -> BodyMention | None:
    """集团公司党组|书记, 集团|副总裁, 集团党委|召开… where it is not learnt which group that is: the one named last, or that of the document."""
    post = reader.words.opens_post(hit)
    if not post and not (hit.text in ORGANS and _ACTS.match(reader.text, hit.end)):
        return None
    alone = post and hit.text.startswith(_GROUPS) and hit.text in SELF_WORDS
    head = hit.text if alone else _unnamed_head(reader.text, hit.start)
    if not head or SELF_WORDS[head] in bodies or not (alone or SUFFIXES[hit.text].bare):
        return None
    at = hit.start if alone else hit.start - len(head)
    start = _with_pronoun(reader.text, at)
    if alone and start == at and _IN_A_NAME.match(reader.text, at - 1):  # 市交通投资|集团|副总经理
        return None
    if reader.text.endswith(_SEVERAL, 0, start) or not (start < at or reader.words.left_boundary(at)):
        return None
    body = _meant_by(reader, head, at)
    body = body if alone else body.part(hit.text, SUFFIXES[hit.text].kind)
    return BodyMention(start, hit.end, body, Basis.CONTEXT if body.resolved else Basis.STATED, NOT_LEARNT, 0.6)


def _meant_by(reader: Reader, head: str, at: int) -> BodyRef:
    """What ``head`` at ``at`` means: the group that its article named last, or one of the document that is left open."""
    named = reader.last_named(_GROUP if head.startswith(_GROUP) else head) if head.startswith(_GROUPS) else None
    if named is not None and reader.page.article_at(named.start) == reader.page.article_at(at):
        return named.body
    name, kind = _UNNAMED.get(head) or _OURS[head]
    return BodyRef(name, kind, resolved=False, scope=reader.page.source)


def _unnamed_head(text: str, end: int) -> str:
    """The head that ends at ``end`` and means a body that the article may never name: 集团, 学校, 我|校; nothing where none does."""
    head = next((head for head in (*_UNNAMED, *_OURS) if text.endswith(head, 0, end)), "")
    ours = text[max(0, end - len(head) - 1) : end - len(head)] in ("我", "本")
    return head if ours or head in _UNNAMED else ""


def _of_the_only(reader: Reader, hit: Hit) -> BodyMention | None:
    """公司党委 behind the name of a company in the same sentence, where the page has no body of its own."""
    at, last = hit.start - len(_FIRM), reader.near_in_sentence(hit)
    if hit.text not in ORGANS or not reader.text.endswith(_FIRM, 0, hit.start) or last is None or last.body.kind != "enterprise":
        return None
    if last.end > at or not reader.words.left_boundary(at):
        return None
    body = last.body.part(hit.text, SUFFIXES[hit.text].kind)
    return BodyMention(at, hit.end, body, Basis.CONTEXT, "own body's", 0.8)


def _that(reader: Reader, hit: Hit) -> BodyMention | None:
    """该矿, 该局党组: the last body whose name ends with that head."""
    text = reader.text
    if text[hit.start - 1 : hit.start] == "该":
        last = reader.last_named(hit.text)
        return BodyMention(hit.start - 1, hit.end, last.body, Basis.CONTEXT, "that body", 0.85) if last else None
    that = _THAT.search(text, max(0, hit.start - _LONGEST_THAT), hit.start)
    last = reader.last_named(that[1]) if that is not None else None
    if that is None or last is None or not SUFFIXES[hit.text].bare:
        return None
    at = that.start()
    body = BodyRef(last.body.name + that[2] + hit.text, SUFFIXES[hit.text].kind, last.body.jurisdiction, last.body)
    return BodyMention(at, hit.end, body, Basis.CONTEXT, "that body's", 0.8)


def _with_pronoun(text: str, at: int) -> int:
    """The start of what begins at ``at``, with 我 or 本 before it."""
    return at - (at > 0 and text[at - 1] in "我本")


def _stands_alone(reader: Reader, hit: Hit) -> bool:
    before = reader.text[hit.start - 1 : hit.start] if hit.start else ""
    if before not in ("我", "本") and reader.words.opens_post(hit) and reader.words.left_boundary(hit.start):  # 学院|院长
        return True
    if hit.text not in ("集团", "集团公司", "学校"):
        return before in ("我", "本")
    start = name_start(reader.words, hit)
    named = reader.text[start : hit.start]
    if not named:
        return True
    if named.startswith(_NATIONAL) or reader.places.between(start, hit.start) is not None:
        return False
    return len(named) < 4 or reader.words.has_verb(start, hit.start)
