"""Departments without their place at the head of a clause or in a list, of the article's own place: 农业局、畜牧局计划…, 教育局干部下基层."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import LEVELS, STATE_KINDS, canonical
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.page import Token
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.stops import INSIDE_NAMES, VERBS
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_SHORTEST: Final = 3
_LAST: Final = ("局", "委")
_BEFORE: Final = re.compile("(?:^|[、，。；：！？\n（])(?:而|由|如|以及|图为)?$")
_BEFORE_A_LIST: Final = re.compile(
    "[由到对与和从以及]“?$|(?:组织|召集|走访|检查|考察|调研|视察|查看|抽调|协调|会同|联合|指导|督促|要求|邀请|包括|涉及|走进|来到|进驻|深入|前往|成立|依托)了?$"
)
"""Before the first of several departments, or one of them and others: 先后深入到|教育局、石桥镇, 以“|农业局、卫生局……”联合的."""
_ACTS: Final = re.compile("(?:牵头|负责|配合|主办|承办|协办|主持)")
"""Behind the department that does its part: 由|农业局|牵头，|卫生局|配合."""
_LEADING: Final = ("带领", "率领", "率")
"""Before the departments of those whom the head of a place takes along."""
_LONGEST_BEFORE: Final = 4
_LISTED: Final = re.compile("[、和](?:[省市县区])?[\u4e00-\u9fff]{2,8}(?:局|办|委|室|中心|街道|镇|乡|公司|集团|医院|学校|[一二三]中)")
_PEOPLE: Final = re.compile("(?:全体)?(?:党员)?(?:干部|职工|负责人|负责同志|工作人员|领导)")
_CAREERS: Final = re.compile("[、\u4e00-\u9fff]{0,12}等(?:重要)?(?:岗位|职位)")
"""Where people have worked is no one's department: 大多在农业局、水利局等岗位工作."""
_BUREAU: Final = "局"
_FIELD: Final = re.compile(r"(?:^|[，、；。：（\s])((?![省市县区州盟旗镇乡分总我本该全各原新老某此])[\u4e00-\u9fff]{2,4})$")
"""What a bureau is for, at the head of an item."""
_LONGEST_FIELD: Final = 5
_SCHOOLS: Final = re.compile(
    "[一二三四五六七八九十职]中|第[一二三四五六七八九十]{1,2}(?:高级)?(?:中学|小学)|实验(?:小学|中学|学校)|特殊教育学校|教师进修学校|教研室"
)
"""Schools that a county has one of, or one of each number."""
_PLENARIES: Final = re.compile("(?:[、和及][一二三四五六七八九十]中){1,6}全会")
"""Behind the first of several plenary sessions: 三中、|四中|、五中全会."""
_HEAD: Final = re.compile("(?:级[\u4e00-\u9fff]{2,6}、)?副?(?:县委|区委|市委|县长|区长|市长|旗长|书记)")
"""Behind a county: the title of somebody who heads it."""
_LEVELS: Final = ("county", "prefecture")


def anchored(reader: Reader, hit: Hit) -> BodyMention | None:
    """A department of the county or city that the article is about, where nothing says whose else it could be."""
    suffix, text = SUFFIXES[hit.text], reader.text
    if suffix.kind == "school" and _SCHOOLS.fullmatch(hit.text):
        return _school(reader, hit)
    if not suffix.bare or suffix.kind != "government-department" or len(hit.text) < _SHORTEST or not hit.text.endswith(_LAST):
        return None
    led = text.endswith(_LEADING, 0, hit.start)
    in_list = text[hit.start - 1 : hit.start] == "、" or _LISTED.match(text, hit.end) is not None
    low = max(0, hit.start - _LONGEST_BEFORE)
    acts = _ACTS.match(text, hit.end) is not None
    begins = _BEFORE.search(text, low, hit.start) is not None or (acts and text.startswith("由", hit.start - 1))
    if not led and not begins and not (in_list and _BEFORE_A_LIST.search(text, low, hit.start)):
        return None
    said = in_list or acts or _PEOPLE.match(text, hit.end) is not None
    if not said or _CAREERS.match(text, hit.end):
        return None
    context, last = reader.context(hit), reader.near_in_sentence(hit)
    place = _whose_head_acts(reader, hit, context.home) or (None if led else context.home)
    if place is None or place.level not in _LEVELS or context.self_bodies:
        return None
    if last is not None and last.body.jurisdiction not in (None, place) and last.body.jurisdiction not in place.chain():
        return None
    return BodyMention(
        hit.start, hit.end, BodyRef(canonical(place, hit.text), suffix.kind, place), Basis.CONTEXT, "of the article's place", 0.7
    )


def unlisted(reader: Reader, hit: Hit) -> BodyMention | None:
    """A bureau that no table has, at the head of an item, before its head or its committee: ，经合|局|局长甲, of the place of the body before or the page's."""
    led = hit.text == _BUREAU and (reader.words.opens_post(hit) or reader.words.opens_organ(hit))
    field = _FIELD.search(reader.text, max(0, hit.start - _LONGEST_FIELD), hit.start) if led else None
    context = reader.context(hit)
    if (
        field is None
        or context.self_bodies
        or reader.places.ending(hit.start) is not None
        or any(map(_is_no_field, reader.page.tokens(field.start(1), hit.start)))
    ):
        return None
    last = reader.near_in_sentence(hit)
    if last is not None and reader.is_chain(last, field.start(1)):  # 中央组织部部务委员、|组织局|局长
        return None
    place = last.body.jurisdiction if last is not None and last.body.kind in STATE_KINDS else context.home
    name = field[1] + _BUREAU
    if place is None or place.level not in _LEVELS:
        body, basis = BodyRef(name, SUFFIXES[hit.text].kind, resolved=False, scope=reader.page.source), Basis.STATED
    else:
        body, basis = BodyRef(canonical(place, name), SUFFIXES[hit.text].kind, place), Basis.CONTEXT
    return BodyMention(field.start(1), hit.end, body, basis, "bureau before its head", 0.75)


def _is_no_field(token: Token) -> bool:
    """Whether a word is none of what a bureau is for: 仪式|由|局党委书记, 代表|县|局."""
    return token.tag[0] in "pcdru" or token.text in VERBS or token.text in LEVELS or (token.tag == "v" and token.text not in INSIDE_NAMES)


def _whose_head_acts(reader: Reader, hit: Hit, anchor: PlaceRef | None) -> PlaceRef | None:
    """The county, of the city that the article is about if there is one, whose head the sentence names before: 平江县县长甲带领|水利局、农业局."""
    named, sentence = reader.places.before(hit.start), reader.page.sentence_at(hit.start)
    if named is None or sentence is None or named.start < sentence.start or named.place.level != "county":
        return None
    of_anchor = anchor is None or anchor in named.place.chain()
    return named.place if of_anchor and _HEAD.match(reader.text, named.end) is not None else None


def _school(reader: Reader, hit: Hit) -> BodyMention | None:
    """一中校长, 职中校长, 教研室主任: the school of that number of the county that the article is about, or its office for teaching."""
    place = reader.context(hit).home
    if place is None or place.level != "county" or reader.context(hit).self_bodies:
        return None
    in_list = (
        reader.text.endswith("、", 0, hit.start) and reader.text.startswith("、", hit.end) and not _PLENARIES.match(reader.text, hit.end)
    )
    if not (in_list or reader.words.opens_post(hit) or reader.words.opens_organ(hit)) or not (
        reader.words.left_boundary(hit.start) or reader.text.endswith("请", 0, hit.start)
    ):
        return None
    body = BodyRef(place.in_bodies + hit.text, SUFFIXES[hit.text].kind, place)
    return BodyMention(hit.start, hit.end, body, Basis.CONTEXT, "of the article's place", 0.7)
