"""Documents named without 《》: in full, behind a verb of issuing, as headlines, or as what everybody knows (党章, 宪法)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extract.documents.bracketed import NUMBER
from kg.extract.documents.mention import DocumentMention
from kg.extract.page import Page
from kg.extract.scan import Scanner, Stretches
from kg.lexicon.words import KNOWN_DOCUMENTS
from kg.segment import Zone

_HEREBY: Final = re.compile(
    r"现将((?:[^，。；：《》“”\n（）]|（[^（）\n]{2,16}）){6,60}?(?:方案|办法|意见|规划|细则|规定|要点|计划|制度|名单|通报|预案)(?:（[^（）\n]{2,16}）)?)"
    r"(?=(?:印发|转发|公布|下发|发)给你们|予以(?:印发|公布|发布))"
)
"""现将某县某办法（试行）印发给你们."""
_NAMED: Final = re.compile(
    r"关于(?![这此那])(?:(?!(?:部署|要求|精神|安排)[和及])[^，。；：《》“”\n]|“[^“”\n]{1,20}”|《[^《》\n]{2,60}》){3,50}?的(?:(?:专项|执法检查|调研|审计|审查|预算执行)(?:工作)?报告|工作报告|情况报告|补充规定|补充通知|若干措施|倡议书|通告|公示|实施意见|指导意见|若干意见|若干规定|若干决定|暂行办法|暂行规定|实施办法|实施细则|实施方案|工作方案|紧急通知|情况通报|工作意见|通知|意见|决定|决议|规定|办法|条例|批复|通报|公告|报告|请示|函)(?!精神(?:传达|解读|实质|要点|学习)|精(?!神)|[书见权者性]|不一|分歧|和建议(?!案))"
)
_RULES: Final = re.compile(
    r"[、，《和及：了]([\u4e00-\u9fff]{4,24}?(?:若干准则|准则|条例|章程|守则|暂行规定|暂行办法|实施细则|若干规定|读本)|(?:中央|省委|市委|县委|区委|全国|全省|全市)(?:[一二三四五六七八九十]{1,3}项[\u4e00-\u9fff]{2,6}制度|\d\+\d文件))(?=[、，。；等》的])"
)
_LED_TO: Final = re.compile(
    "[\u4e00-\u9fff]{0,12}(?:学习|贯彻|落实|执行|遵守|遵循|宣传|按照|根据|依据|依照|对照|违反|修订|修改|制定|出台|印发|颁布|实施|熟悉|掌握|背诵|审议|通过|讲解|解读|宣讲)了?(?=[\u4e00-\u9fff]{6})"
)
"""各村学习|护岸工作条例: what is done with rules, before their names."""
_PLANS: Final = re.compile(
    r"(?:出台|印发|下发|发布|颁布|制定|制订|编制|讲解|解读|宣读)了?(?:实施|出|[并和与]?(?:印发|下发|出台|发布|颁布|实施)(?:实施)?)?+了?+((?:(?!(?:纲要|规划|方案|意见|办法|制度|细则|预案)[和及])[\u4e00-\u9fff]{2}|“[^”\n]{2,16}”)(?:(?!(?:纲要|规划|方案|意见|办法|制度|细则|预案)[和及])[\u4e00-\u9fff]|“[^”\n]{2,16}”){0,34}?(?:年计划|行动计划|工作计划|实施计划|发展规划|工作规划|总体规划|规划纲要|人才规划|年规划|实施方案|工作方案|活动方案|行动方案|总体方案|实施意见|指导意见|工作意见|实施细则|考核细则|管理细则|暂行办法|管理办法|考核办法|实施办法|选拔办法|处理办法|评价办法|评选办法|认定办法|试行办法|暂行规定|管理规定|若干规定|工作规程|操作规程|工作规则|议事规则|行为规范|应急预案|处置预案|处理预案|防范预案|工作要点))(?=[，。；、和及的])"
)
"""出台…三年计划: named behind a verb of issuing, without brackets."""
_TO_DO: Final = re.compile(
    r"(?:出台|印发|下发|颁布|转发)(?:实施)?了?((?:进一步|全面|深入|大力)?(?:加快|加强|推进|推动|支持|鼓励|扶持|改善|深化|促进|规范|完善|提高)"
    r"[^，。；：《》\n的]{6,40}的(?:若干|实施|指导|暂行)?(?:意见|决定|办法|规定|方案|通知|措施))(?=[，。；、])"
)
"""出台了加快推进…的意见: a title without 关于."""
_ONE_MORE: Final = re.compile(
    "(?:实施方案|工作方案|实施意见|指导意见|实施细则|考核细则|管理细则|暂行办法|管理办法|考核办法|实施办法|处理办法|评价办法|评选办法|认定办法|暂行规定|管理规定|工作规程|操作规程|工作规则|议事规则|行为规范|应急预案|处置预案|处理预案)(?=[、，。；等]|以及|和)"
)
_LISTED: Final = re.compile(
    r"(?:出台|印发|下发|颁布|制定|制订)(?:实施|完善)?了[^，。；：的\n]{4,60}?(?:[、和]|以及)((?:(?![、的和])[\u4e00-\u9fff]){6,24})$"
)
"""制定了甲制度、乙考核办法: the later ones of a list that was drawn up."""
_BARE_KIND: Final = re.compile(
    "(?:活动|工作|学习|培训|整改|专项|年度|教育|主题|创建){1,2}(?:总体|具体)?(?:实施|工作|活动)?(?:方案|意见|计划|细则|办法|条例|准则)"
)
"""制订活动实施方案: no title, but what any undertaking has."""
_TOLD_OF: Final = ("讲解", "解读", "宣读")
_NO_TITLE: Final = re.compile(r"^.{0,7}$|^(?:中央|省委|市委|县委|国家|党的|有关)|[和与及的]|如何|怎样|精神")
"""What was explained or read out under no title: 解读了|国家政策的管理办法."""
_CALLED_FOR: Final = re.compile(
    r"(?:要|应|应当|必须|需要?|抓紧|尽快|及早|因地制宜|因村制宜|一村一策|帮助|指导|协助|科学|合理|结合实际)[^，。；：“”]{0,6}(?:制定|制订|编制)(?!了|出台)"
)
"""要因地制宜制定发展规划: a plan that is only called for."""
_FOLLOWED: Final = re.compile(
    r"(?:办法|条例|规定|细则|准则|规则)(?=有关|相关|要求|精神|第|等|的规定|的要求|的有关|[，。、；]|和|（试行）|（[\u4e00-\u9fff]{1,8}[〔\[])"
)
_CITED: Final = re.compile(
    r"(?:根据|依据|依照|按照|对照|参照|违反|触犯|执行|贯彻|落实|学习|遵守|修订|修改){1,2}(?:了|过)?(?:[^，。；：“”《》\n]{4,30}(?:办法|条例|规定|细则|准则)[和及与])?(?:[省市县区]委)?((?!的)(?:(?!(?:办法|条例|规定|细则|准则)[和及与])[\u4e00-\u9fff]){4,26}(?:条例|(?:管理|实施|暂行|试行|处理|考核|选举|评选|监督|问责|处分|奖励|工作|组织|保障|保护|促进)(?:办法|规定|细则|准则|规则)))$"
)
"""根据…管理办法有关规定: a rule that is followed or broken, by its name."""
_PAPER: Final = re.compile(
    r"(?:工作要点|工作计划|工作报告|实施方案|工作方案|规划纲要|发展规划|总体规划|管理办法|选举办法|工作规则|议事规则|条例|决定|决议|公约|章程)(?:（[^（）\n]{2,8}）)?(?=[，。；、和\n]|$)"
)
_CONSIDERED: Final = re.compile(
    r"(?:审议|通过|批准)(?:通过)?(?:了)?((?:(?!的|审议|通过|批准)[\u4e00-\u9fff（）]|\d|“[^“”\n]{2,16}”){8,36})$"
)
"""听取和审议了…工作要点（草案）: what a meeting deals with."""
_CONGRESS_TEXT: Final = re.compile("(?:大报告|中全会公报)(?!会)")
_OF_CONGRESS: Final = re.compile("((?:党的)?(?:十[六七八九]|二十)(?:大报告|届[一二三四五六七]中全会公报))$")
"""党的十九大报告, 二十届三中全会公报: what a congress or session of the Party put out."""
_YEARS_PLAN: Final = re.compile("(?:规划|纲要)(?![纲划])")
_OF_YEARS: Final = re.compile(r"((?:19|20)\d\d年?[—\-－~至]{1,2}(?:19|20)\d\d年?(?:(?!的|完成|全[省市县区州])[\u4e00-\u9fff]){2,20})$")
"""2001—2010年妇女儿童发展规划: a plan that bears its years."""
_ARTICLE: Final = re.compile("法(?<![办做]法)(?=第[一二三四五六七八九十百零〇0-9]{1,6}条)")
_BY_ARTICLE: Final = re.compile(
    "(?:触犯|违反|违背|依照|依据|根据|按照|适用|、|(?<!共)和)(?:了|我国|国家)?((?:共和国|(?![和及的了依照])[\u4e00-\u9fff]){1,20}法)$"
)
"""触犯了刑法第…条: a law, one article of which is cited."""
_POSTED: Final = re.compile("(?:公告|通告|公示|倡议书|公开信|公报|名单)(?=[，。；、后])")
_AS_POSTED: Final = re.compile("(?:发布|公布|发出|刊登|张贴|印发)(?:出了|了|出)?((?:(?![的了出]|发布)[\u4e00-\u9fff0-9]){6,28})$")
"""发布了…招聘公告."""
_AGREEMENT: Final = re.compile("(?:协议书?|备忘录|意向书|责任[书状])(?=[，。；、])")
_SIGNED: Final = re.compile(
    r"签[订署]了?((?:(?![的了和与])[\u4e00-\u9fff]){6,22}(?<!责任[书状])|(?:19|20)\d\d年度?(?:(?![的了])[\u4e00-\u9fff]){6,24})$"
)
"""签订了…框架协议: what two sides agree on, where it is called more than 合作协议."""
_ADDED: Final = re.compile("^（[\u4e00-\u9fff]{2,6}）(?=[12]\\d{3}年)|（(?:全文|摘要|节选|摘登)）$")
"""What a site adds to the title of a report: （内蒙古）2022年…工作报告（全文）."""
_SIGNED_QUOTED: Final = re.compile(
    "签[订署]了?[^，。；：“”《》\n]{0,6}((?:“[^“”\n]{2,40}(?:协议书?|责任书|承诺书|备忘录|意向书|合同)”[、和及与]?){1,6})"
    "|(“[^“”\n]{2,40}(?:协议书?|备忘录|意向书|合同)”)签[约订署]"
    "|题为(“(?:[^“”\n]|“[^“”\n]{1,12}”){8,60}”)的(?:[\u4e00-\u9fff]{2,6})?(?:报告|讲话)"
    "|(?:出台|印发|下发|颁布|制定|制订|发布|发出|拟定|推出)(?:实施)?了?[^，。；：“”《》\n]{0,6}"
    "((?:“[^“”\n]{3,40}(?:办法|规定|细则|准则|公约|守则|章程|方案|意见|通知|条例|规程|倡议书|公开信)”[、和及与]?){1,6})"
)
"""签订了“…协议书”, “…协议”签约, 制定了“…管理办法”: titles in quotation marks."""
_QUOTED: Final = re.compile("“([^“”\n]+)”")
_FILE: Final = re.compile("号(?=文件)")
_ORDER: Final = re.compile(r"号(?:总?[河林田路]长)?令|令第\d{1,4}号")
_ORDERED: Final = re.compile(
    r"(?<![（(])(?<!和国)((?:国务院|主席|总理|[\u4e00-\u9fff]{2,6}部|[省市县区]?(?:政府|总?河长|总?林长|总?田长|总?路长|防指|防汛指挥部))(?:令第\d{1,4}号|(?:第)?(?:\d{1,4}|[一二三四五六七八九十]{1,3})号(?:总?[河林田路]长)?令))$"
)
"""国务院591号令, 省总河长1号令, 主席令第12号: orders by their numbers, which are not those of a title before them (《…条例》（国务院591号令）)."""
_FIRST: Final = re.compile(
    r"((?:中央|中共中央|国务院|[省市县区]委|[省市县区]政府)(?:(?:19|20)\d\d年)?“?[一1]号|新?(?:国|国办|中|中办)发\d{1,3}号)$"
)
"""中央一号文件, 国发4号文件: named by its number alone."""
_NUMBER: Final = re.compile(
    r"[ \u3000]?[〔\[【（(](?:19|20)\d\d[〕\]】）)]\s?\d{1,4}\s?号(?=文件|通知|精神|要求|规定|[、和][\u4e00-\u9fff]{2,8}[〔\[【（(](?:19|20)\d\d)"
)
_ISSUED: Final = re.compile(
    r"(?:.*(?:传达|学习|贯彻|落实|执行|根据|按照|依据|印发|转发|下发|[和与及了据照的是以到行彻实号件]))?([\u4e00-\u9fff]{1,12})$"
)
_CODE: Final = re.compile(
    r"(?:.*(?:组织部|宣传部|办公室|办公厅|委员会|[省市县区州]委|政府|局|厅|院))((?!办)[\u4e00-\u9fff]{1,5}[发通字函电文令复规综])$"
)
"""县委组织部|盐组通〔2012〕5号: the code alone is the number, whoever stands before it."""
_LONGEST_ISSUER: Final = 20
_FAR: Final = 48
_CALL: Final = 12
_LAWS: Final = re.compile(
    r"(?:通过|颁布|公布)了?(?:新修订的|新修改的)?((?:[\u4e00-\u9fff]{2,16}法、)*[\u4e00-\u9fff]{2,16}法)(?=[、，。和]|修正案)"
)
"""通过了契税法、城市维护建设税法: laws by their names."""
_SUCH_LAWS: Final = re.compile("等(?:相关|有关|国家|党内|涉农|系列|一系列)?(?:法律|法规|政策法规|规章)")
_LAWS_BEFORE: Final = re.compile(
    "((?:[\u4e00-\u9fff]{2,24}(?:法典?|条例|规定|办法|[准细规]则|章程)、){1,9}[\u4e00-\u9fff]{2,20}(?:法典?|条例|规定|办法|[准细规]则|章程))$"
)
"""…民法典、安全生产法|等法律法规: what is listed, the first member perhaps with a verb before it."""
_LISTS_LAWS: Final = re.compile(
    ".*(?:学习|宣传|宣讲|普及|讲解|讲授|解读|贯彻|落实|执行|遵守|违反|根据|依据|依照|按照|围绕|熟悉|掌握|出台|颁布|实施|涉及|了|的|对|就)"
)
_LONGEST_LIST: Final = 120
_NO_LAW: Final = re.compile(r"(?:[办做方手看想说用书执司立守普违合依宪疗技拳剑笔]|工作|管理|学习|服务|调解|治理)法$|的|通过|颁布")
_VAGUE: Final = re.compile(
    r"(?:上级|各级|这|上述|以上|具体|相关|相应|有关|详细|切实可行|一系列|系列|各类|各项|各自|年度|本|该|符合|适合|适应|切合)"
)
_WHOSE: Final = re.compile(
    r"(?:(?:(?![和与及])[\u4e00-\u9fff]){2,4}[省市县区旗镇乡])?(?:政府|党委|[省市县区旗镇乡]委|纪委|人大|政协|人大常委会|常委会|(?:最高|高级|中级)?(?:人民)?(?:法院|检察院)|全[省市县区旗镇乡])$"
)
_REACH: Final = 12
_OWN_TITLE: Final = re.compile(
    r".{4,60}(?:简报|公报|公告|通告|通报|决定|决议|意见|方案|办法|规定|细则|通知|倡议书|公开信|任免名单|人员名单|自查报告|工作总结(?:[和及暨].{4,24}(?:计划|打算|思路|安排|要点))?|情况汇报|工作汇报|工作报告|年度报告|述职报告|调研报告|自评报告|公示|上的讲话|上的报告|情况报告|规划|要点)(?:（[^（）]{2,12}）)?"
)
_TOLD: Final = re.compile(
    r"出台|印发|下发|公布|发布|发出|听取|审议|通过|召开|制定|征求|举行|[：！？，。]|落实|部署|推进会|解读|(?:开展|推行|实行|坚持|接受|进行|建立|组织|晒出|点评)(?=[^，。]{0,16}(?:公示|述职报告|年度报告|调研报告|自评报告)$)"
)
"""In a headline: it tells of a document, and is not the title of one."""


def find(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The documents without marks in the mined zones of ``page``; ``covered`` are stretches that name others, and grows."""
    yield from _headlines(page, covered)
    for pattern, group, confidence in _PATTERNS:
        taken = Stretches(covered)
        for match in pattern.finditer(page.text):
            start, end = match.span(group)
            start = lead.end() if pattern is _RULES and (lead := _LED_TO.match(page.text, start, end)) is not None else start
            if not page.mined(start) or taken.hold(start) or taken.hold(end - 1) or _VAGUE.match(page.text, start):
                continue
            if _BARE_KIND.fullmatch(page.text, start, end) or (pattern is _PLANS and _names_none(match)):
                continue
            if pattern is not _PLANS or not _CALLED_FOR.search(page.text, max(0, match.start() - _CALL), start):
                yield DocumentMention(start, end, page.text[start:end], "named in full", confidence, _number(page.text, end))
                covered.append((start, end))
    for tail, whole, more in _BY_TAIL:
        taken = Stretches(covered)
        for end in (match.end() for match in tail.finditer(page.text)):
            led = whole.search(page.text, max(0, end - _FAR), end)
            if (
                led is None
                or not page.mined(end - 1)
                or taken.hold(led.start(1))
                or taken.hold(end - 1)
                or _VAGUE.match(page.text, led.start(1))
            ):
                continue
            title = page.text[led.start(1) : end + more]
            yield DocumentMention(led.start(1), end + more, title, "named in full", 0.7, _number(page.text, end + more))
            covered.append((led.start(1), end + more))
    yield from _numbered(page, covered)
    yield from _signed(page, covered)
    yield from _laws(page, covered)
    yield from _listed_laws(page, covered)
    yield from _known(page, covered)


def _names_none(match: re.Match[str]) -> bool:
    """Whether a plan behind a verb bears no title: 解读了|国家政策的管理办法."""
    return match[0].startswith(_TOLD_OF) and _NO_TITLE.search(match[1]) is not None


_BLANKS: Final = (" ", "\u3000", "\n")
_EDITION: Final = re.compile("（[\u4e00-\u9fff]{2,6}）")
"""（试行） behind a title, before its number."""


def _number(text: str, end: int) -> str:
    """The number in brackets behind a title that ends at ``end``, or nothing: …的意见|（岳政发〔2013〕13号）."""
    edition = _EDITION.match(text, end)
    end = edition.end() if edition is not None else end
    while text[end : end + 1] in _BLANKS and end < len(text):  # on a line of its own under a title
        end += 1
    number = NUMBER.match(text, end) if text.startswith(("（", "("), end) else None
    return number[1] if number is not None else ""


_PATTERNS: Final = ((_NAMED, 0, 0.85), (_HEREBY, 1, 0.8), (_RULES, 1, 0.75), (_PLANS, 1, 0.7), (_TO_DO, 1, 0.7))
_BY_TAIL: Final = (
    (_FOLLOWED, _CITED, 0),
    (_PAPER, _CONSIDERED, 0),
    (_AGREEMENT, _SIGNED, 0),
    (_ARTICLE, _BY_ARTICLE, 0),
    (_POSTED, _AS_POSTED, 0),
    (_ONE_MORE, _LISTED, 0),
    (_CONGRESS_TEXT, _OF_CONGRESS, 0),
    (_YEARS_PLAN, _OF_YEARS, 0),
    (_FILE, _FIRST, 2),
    (_ORDER, _ORDERED, 0),
)
"""Rare words at the end of a title, what leads to it, read back from there, and how many characters behind are part of it."""


def _numbered(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """岳政发〔2012〕5号文件: named by its number alone, not in brackets behind a title."""
    taken = Stretches(covered)
    for number in _NUMBER.finditer(page.text):
        low = page.clause_start(number.start(), _LONGEST_ISSUER)
        issued = _ISSUED.search(page.text, low, number.start())
        if issued is None or page.text[issued.start(1) - 1 : issued.start(1)] in ("（", "(") or not page.mined(number.start()):
            continue
        code = _CODE.fullmatch(page.text, *issued.span(1))
        start = code.start(1) if code is not None else issued.start(1)
        if not taken.hold(start):
            yield DocumentMention(start, number.end(), page.text[start : number.end()], "named in full", 0.7)
            covered.append((start, number.end()))


def _signed(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """What somebody signs or issues, whose titles stand in quotation marks."""
    taken = Stretches(covered)
    for match in _SIGNED_QUOTED.finditer(page.text):
        for title in _QUOTED.finditer(page.text, *match.span(match.lastindex or 0)) if page.mined(match.start()) else ():
            if not taken.hold(title.start(1)):
                yield DocumentMention(*title.span(1), title[1], "named in full", 0.7)
                covered.append(title.span(1))


def _laws(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The laws that were passed or made public, one by one."""
    taken = Stretches(covered)
    for match in _LAWS.finditer(page.text):
        start = match.start(1)
        for title in match[1].split("、"):
            end = start + len(title)
            if page.mined(start) and not taken.hold(start) and not taken.hold(end - 1) and not _NO_LAW.search(title):
                yield DocumentMention(start, end, title, "named in full", 0.7)
                covered.append((start, end))
            start = end + 1


def _listed_laws(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The laws of a list that the text calls so behind it: 学习|宪法、民法典|等法律法规."""
    taken = Stretches(covered)
    for such in _SUCH_LAWS.finditer(page.text):
        row = _LAWS_BEFORE.search(page.text, max(0, such.start() - _LONGEST_LIST), such.start())
        if row is None or not page.mined(such.start()):
            continue
        lead = _LISTS_LAWS.match(row[1].partition("、")[0])
        start = row.start(1) + (lead.end() if lead is not None else 0)
        for title in page.text[start : such.start()].split("、"):
            end = start + len(title)
            if len(title) > 1 and not taken.hold(start) and not taken.hold(end - 1) and not _NO_LAW.search(title):
                known = KNOWN_DOCUMENTS.get(title)
                yield DocumentMention(start, end, known.title if known is not None else title, "named in full", 0.7)
                covered.append((start, end))
            start = end + 1


_OF_ITS_NAME: Final = re.compile("党规|宣誓|日|宣传[周月]|知识|意识|(?:和)?法律赋予|和法律规定|[律院庭人务治官]|学(?!习)|制(?!定)|规(?!定)")
"""Behind a law: what is called after it (宪法宣誓, 宪法日), all law together, and longer words (选举|法律, 环境保护|法庭), are no document."""


@cache
def _known_scanner() -> Scanner:
    return Scanner(KNOWN_DOCUMENTS)


def _known(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """What the table lists."""
    taken = Stretches(covered)
    for hit in _known_scanner().scan(page.text):
        start, end = hit.start, hit.end
        if (
            not page.mined(start)
            or (_OF_ITS_NAME.match(page.text, end) and page.text[start - 1 : start] != "向")  # 向宪法宣誓
            or taken.hold(start)
            or page.text[start - 1 : start] in ("“", "学")
        ):
            continue
        known = KNOWN_DOCUMENTS[hit.text]
        if known.whose:
            whose = _WHOSE.search(page.text, max(0, start - _REACH), start)
            if whose is None:
                continue
            start = whose.start()
        yield DocumentMention(start, end, page.text[start : hit.start] + known.title, "known to all", 0.7)


def _headlines(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """A headline that is the title of a notice, a plan or a report: the page is that document."""
    taken = Stretches(covered)
    for paragraph in page.segments.paragraphs:
        if paragraph.zone is not Zone.HEADLINE or taken.hold(paragraph.start) or taken.hold(paragraph.end - 1):
            continue
        title = _ADDED.sub("", page.text[paragraph.start : paragraph.end])
        if _OWN_TITLE.fullmatch(title) and not _TOLD.search(title):
            yield DocumentMention(paragraph.start, paragraph.end, title, "headline", 0.7, _number(page.text, paragraph.end))
            covered.append((paragraph.start, paragraph.end))
