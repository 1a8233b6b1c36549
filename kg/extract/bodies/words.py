"""Words of names around a suffix: what stands at their ends, and what ends them."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.candidates import ORGANS, opens_title
from kg.extract.levels import Levels
from kg.extract.page import Page, Token, tag_of
from kg.extract.scan import Hit
from kg.lexicon.stops import INSIDE_NAMES, NOT_STOPS, STOP_TAGS, VERBS
from kg.lexicon.words import BANKS_FOR_SHORT, FIRMS_AS_TRADES, FUSED, INSURERS, OFFICES

_FIRM: Final = re.compile(
    "(?:中国|国家)?(?:"
    "(?:(?!中国|国家)[\u4e00-\u9fff](?<![与和及])){2,6}?(?:银行|保险|石油|石化|电网)"  # 某县银行
    f"|{'|'.join(FIRMS_AS_TRADES)}"
    f"|{'|'.join(BANKS_FOR_SHORT)}"
    f"|(?:{'|'.join(INSURERS)})(?:财产|财险|寿险|人寿|健康)?(?:保险)?"  # 人保财险
    "|财险|寿险)(?:公司|集团)?$"
)
"""Companies and banks that have branches in every place."""
LONGEST_NAME: Final = 16
"""Characters before a suffix that may belong to a name."""
WORKING: Final = ("工委", "党工委")
NEW_ORGANISATIONS: Final = re.compile("(?:非公(?:有制)?(?:经济组织|经济|企业)|新经济组织)[和与](?:新)?社会组织$")
"""Whom working committees are for that are called so."""
CAMPAIGN_KINDS: Final = ("leading-group", "office")
"""Kinds of bodies that are named by a campaign: with verbs (申办赛事联席会议), perhaps in quotation marks."""
ORGANISATIONS: Final = ("enterprise", "hospital", "school")
"""Kinds of bodies that are no organs of a place: they have organs and departments of their own."""
FARMS: Final = ("农场", "林场", "牧场")
"""What are named as firms are, after settlements and by common nouns (胜利农场)."""
FACULTY: Final = "学院"
"""A university or a part of one."""
FACULTIES: Final = (FACULTY, "研究院", "研究所")
"""Suffixes of bodies whose names are often two fields joined by 与."""
WHOLE_BODIES: Final = ("大学", "学院", "中学", "小学", "公司", "集团", "院", "校", "局", "厅", "委", "部", "政府", "研究所")
TWO_BODIES: Final = re.compile(
    "(?:大学|学院|[中小]学|公司|集团|医院|局|厅|政府|研究所|信用社|派出所|卫生院|财政所|协会|[服事]务中心|文化馆|图书馆|博物馆)[和与及]|党支部(?:[来到赴]|走进|前往)|(?:联合|会同|携手|协同)(?:当地|辖区内?|驻地)|[庭局院站校](?:联合|会同|携手|协同)(?![会社体国大党工学支总组收])"
)
"""Inside what would be one name: 兰州|理工大学和|河西学院, 白塔社区|联合当地|仁爱医院."""
SENT: Final = re.compile(
    "(?:^|[局厅委部院会校司团])(?:所属|下属|旗下)|(?:检查|调研|考察|视察|参观|观摩|督查|督导)(?:指导|检查|调研)|(?:^|[局院校委队厅])组织$|(?:派出|选派|下派|派驻|抽调|组建|所属|下属|旗下|召开|召集)$"
)
"""What between two bodies says that the second is sent, belongs to the first, or is what is looked at there: 新华书店|派出|工作队, 大唐集团公司|所属|长春二热公司, 实验小学|检查指导|少先队; or that it is called together: 市政府紧急召开|安监局等部门会议."""
OF_ANY: Final = re.compile(
    "有关|相关|所有|正副|[现共]有|^[委府局厅院校]?各|各$|(?:^|[区市县镇乡校院])部分|[所直]属各|^[两三四]级|全体|某$|部分$"
)
"""What before a suffix says that it is no certain body: 市政府|有关部委办局."""
OF_STATE_THEN: Final = re.compile("[\u4e00-\u9fff]{1,5}(?:资委|改委|[安育财税商业保政]局)[\u4e00-\u9fff]")
"""A department of state at the head of another's name, which no firm has: 公司副总经理、|国资委|考核局三处."""
_OTHER_TASKS: Final = frozenset("主责信委")
"""Characters that make another word with 任."""
FOUNDING: Final = ("成立", "设立", "组建")
"""Verbs of setting up a body, which the body follows."""
FOUNDED: Final = (*FOUNDING, *(verb + "了" for verb in FOUNDING))
"""What stands right before a body that is set up."""
OWN_LEADERS: Final = re.compile("(?<![\u4e00-\u9fff])公司(?:党委|党组|纪委|工会|副?总经理|副?董事长|副?总裁)")
"""Where an article tells of the leaders of a firm that it need not name: its own."""
LONG_MODIFIER: Final = 12
"""Characters between an owner and a suffix that are a modifier beyond doubt."""
_COMPREHENSIVE: Final = ("深化改革", "从严治党", "依法治", "小康", "质量管理")
"""What 全面 goes before in names of campaigns; elsewhere it is an adverb that ends a name."""
_PHRASE: Final = 4
"""Characters of a word that is made of an adverb and a verb."""
_ADVERBS: Final = frozenset("全力 大力 认真 积极 切实 不断 广泛 充分 继续 始终 全面 统一 严格 坚决 扎实 深入".split())
_BEFORE_VERBS: Final = frozenset({"a", "ad", "d", "v"})


class Words:
    """The words of one page, asked about around the suffixes of bodies; ``titles`` are the positions inside bare titles."""

    def __init__(self, page: Page, places: Levels, titles: dict[int, int]) -> None:
        self.page = page
        self.text = page.text
        self.places = places
        self.titles = titles

    def left_boundary(self, at: int) -> bool:
        """Whether no word of a name goes on to the left of ``at``."""
        before = self.text[at - 1 : at] if at else ""
        if not ("\u4e00" <= before <= "\u9fff"):
            return True
        word = self.page.word_before(at)
        return word is not None and (ends_name(word) or is_verb_phrase(word))

    def follows_appointing(self, at: int) -> bool:
        """Whether 任 stands before ``at``, whatever word it makes with what follows: 同志任|县教育局局长."""
        return self.text[at - 1 : at] == "任" and self.text[at - 2 : at - 1] not in _OTHER_TASKS

    def opens_post(self, hit: Hit) -> bool:
        """Whether a title follows, perhaps fused with the suffix: 国际交流处|处长."""
        return opens_title(self.text, hit.end)

    def opens_organ(self, hit: Hit) -> bool:
        """Whether an organ of an organisation follows: 永安矿|党委."""
        return self.text.startswith(ORGANS, hit.end)

    def firm_before(self, at: int) -> int:
        """Where the name of a company or bank starts that ends at ``at``, or ``at``: 中国联通|平江县分公司, 人行|岳阳市中心支行."""
        found = _FIRM.search(self.text, max(0, at - LONGEST_NAME), at)
        return found.start() if found is not None and self.page.breaks(found.start()) else at

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb that names do not contain stands in ``text[start:end]``."""
        return any(token.tag == "v" and token.text not in INSIDE_NAMES for token in self.page.tokens(start, end))

    def stands_in_campaigns(self, token: Token) -> bool:
        """Whether ``token`` is the 的 of 党的, or the 全面 of 全面深化改革, which names of campaigns contain."""
        if token.text == "全面":
            return self.text.startswith(_COMPREHENSIVE, token.end)
        return token.text == "的" and self.text[token.start - 1] == "党"


def ends_name(token: Token) -> bool:
    """Whether ``token`` cannot be part of a name."""
    if token.text in NOT_STOPS or token.text in INSIDE_NAMES:
        return token.text in VERBS
    return token.tag in STOP_TAGS or token.text in VERBS or token.text in FUSED or (token.text in OFFICES and OFFICES[token.text].official)


def is_verb_phrase(token: Token) -> bool:
    """Whether ``token`` is a verb behind an adverb or another verb, which the dictionary has as one word: 充分发挥, 贯彻落实."""
    first, second = token.text[:2], token.text[2:]
    if len(token.text) != _PHRASE:
        return False
    return first in _ADVERBS or ((tag_of(second) == "v" or second in VERBS) and tag_of(first) in _BEFORE_VERBS)
