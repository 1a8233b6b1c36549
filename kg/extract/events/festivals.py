"""Festivals, contests and fairs that are held in turn: what is named behind 第N届, and does not end in a word of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.events.calling import clean
from kg.extract.events.mention import Around, EventMention
from kg.extract.events.names import read_back
from kg.extract.page import MINED
from kg.extract.scan import within

_EDITION: Final = re.compile(r"第[一二三四五六七八九十百0-9]{1,4}届|首届")
_NAME: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}?“[^”\n]{2,20}”[\u4e00-\u9fff]{0,6}"  # “山水之约”文化旅游节
    r"|[\u4e00-\u9fff·（）]{1,18}?)"  # 农民运动会
    "(?:(?<=[节赛展周会坛])|(?<=节”)|(?<=[动传务]月)|(?<=马拉松))"  # how it ends: “梨花节”, 志愿服务月
    "(?=[在于将，。；、（）等]|开[幕跑赛]|闭幕|正式|隆重|如期|盛大|火热|举[行办]|启[动幕]"  # what goes on behind it: 在县城举行
    "|[期之]间|上)"  # 期间
)
"""What is named behind 第N届 and 首届, up to what tells that the name has ended: 第三届|农民运动会|在县城举行."""
_ON: Final = ("将于", "于")
_NO_FESTIVAL: Final = re.compile(r"(?:委员会|常委会|人大|政协|环节|季节|社会|机会|协会|学会|理事会|监事会)$")


def festivals(around: Around) -> Iterator[EventMention]:
    """The numbered festivals of the mined zones, in order, with the day or month that their sentence names before them."""
    page = around.page
    for edition in _EDITION.finditer(page.text):
        sentence = page.sentence_at(edition.start())
        name = _NAME.match(page.text, edition.end())
        if sentence is None or sentence.zone not in MINED or name is None or _NO_FESTIVAL.search(clean(name[0])):
            continue
        start = read_back(around, sentence.start, edition.start()).start
        behind = page.text.startswith(_ON, name.end())
        date = next(iter(within(around.dates, name.end(), name.end() + 4)), None) if behind else None
        date = date or around.date_before(sentence, start)
        words = clean(page.text[start : name.end()])
        yield EventMention(start, name.end(), words, "numbered festival", 0.7, date=date.value if date else "")
