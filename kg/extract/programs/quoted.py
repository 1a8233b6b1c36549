"""Programs named in quotation marks: “四比四看”活动, “头雁工程”, a list of brands."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.numerals import numeral
from kg.extract.page import Page
from kg.extract.programs.heads import head_after
from kg.extract.programs.mention import SLOGAN, Around, ProgramMention, named
from kg.lexicon.words import (
    CAMPAIGNS,
    PROGRAM_ENDS,
    PROGRAM_FIGURATIVE,
    PROGRAM_ORDINARY,
    PROGRAM_PRAISE,
    PROGRAM_RUNS,
    PROGRAM_STARTS,
    PROGRAM_YEARS,
    QUOTED_HEADS,
)
from kg.segment import Zone

RUN: Final = "quotation that is run"
"""The rule of “服务档案” behind a verb of running it."""
THEME: Final = "theme of an activity"
"""The rule of 以“…”为主题的读书活动: that is the activity which its article names by these words, if it names one."""
METHOD: Final = "method of a headline"
"""The rule of “四个锁定” before what it brings about, in a headline."""
_THEME_OF: Final = re.compile("为主题的[\u4e00-\u9fff]{0,8}?(?:活动|竞赛|大赛|比赛|行动)")
_WITH_HEAD: Final = "quotation and head"
_SURE_HEADS: Final = ("活动", "工程", "行动", "计划", "大讨论", "竞赛", "大赛")
QUOTE: Final = re.compile(r"“((?:[^“”‘’\n]|‘[^‘’“”\n]{1,30}’){2,60})”|‘([^“”‘’\n]{2,60})’")
_RUNNING: Final = "|".join(PROGRAM_RUNS)
_BEFORE_QUOTE: Final = re.compile(
    rf"(?:{_RUNNING}|第[一二三四五六七八九十\d]{{1,3}}[次个届期])(?:了|好|的|为|以|全国|全省|全市|全县|全区|全镇|党员|干部|创|争创|的是|党建)?(?:[“‘][^”’\n]{{1,40}}[”’][、和及与]?)*$"
)
_STRONG_BEFORE: Final = re.compile(rf"(?:{'|'.join(PROGRAM_STARTS)})(?:了|好)?(?:[“‘][^”’\n]{{1,40}}[”’][、和及与]?)*$")
_RUN_AS_SUCH: Final = re.compile(r"(?:开展|推行|实施|启动|推出|试行|实行|开办|办起|组织(?=了))了?(?:“[^”\n]{1,40}”[、和及与]?)*$")
_MADE: Final = re.compile("(?:建起|建立|建成|办起|设立|开办|创办|打造|开设)了?$")
_SO_OFTEN: Final = re.compile("(?:共|近|约|达)?[0-9]{1,5}(?:余|多)?(?:场|次|期|轮)")
"""Behind a quotation that is run: how often (开展“微协商”300余次)."""
_SO_MANY: Final = re.compile("(?<!队”)(?:近|约)?[0-9]{1,4}余?[个所处家]")
"""Behind a quotation: of what is set up under its name there are so many; teams are bodies."""
_CLOSED: Final = re.compile("[，。；、（“和与\n]|等(?:便民|惠民|创新|特色|有效)?(?:举措|措施|做法)|工作(?=[，。；、\n]|$)|$")
"""Behind a quotation: that no noun goes on its name but 工作, which adds nothing."""
_MANNER: Final = re.compile(r"、|[式型]$|回头看|一对一|[+\d]")
"""In a quotation: that it says how something is done (“一站式”), or a list of aims."""
_NAMELIKE_END: Final = re.compile(rf"(?:{'|'.join(PROGRAM_ENDS)})(?<!{')(?<!'.join(PROGRAM_ORDINARY)})$")
_MADE_SUCH: Final = re.compile("(?:成|为|是|作)了?(?:[\u4e00-\u9fff]{2,6}的)?(?:“[^”\n]{1,12}”[、和及与]?)*$")
"""Before what something is made or called: 办成“民心工程”."""
_COUNTED: Final = re.compile(
    r"^[一二两三四五六七八九十百千万双0-9]{1,3}[\u4e00-\u9fff]{1,3}(?:[一二两三四五六七八九十百千万双0-9]{1,3}[\u4e00-\u9fff]{1,3}){1,4}$"
)
_SUFFIXED: Final = re.compile(
    r"(?:为主题|为载体|载体|为主要内容|系列|的?(?:工作|活动|创建)?成果|(?:对口)?帮扶[县市区乡镇村点]|工作(?!要求|责任|机制|制度|目标|标准|任务|报告|领导小组|小组))"
)
_DEEDS: Final = re.compile("[\u4e00-\u9fff]{3,6}(?:、[\u4e00-\u9fff]{3,6}){1,3}")
_AS_DEMANDED: Final = re.compile("工作(?:要求|方针|原则|责任|机制|制度|目标|标准|任务|报告|思路|方法|法|理念|作风|格局|模式)")
"""“包山头、守路口”工作: several things that are done, before 工作, which are a program where nothing is asked or arranged."""
_EDUCATION: Final = re.compile(r"[两三四五六七八九十][\u4e00-\u9fff]{1,2}")
"""“三爱”教育: before 教育."""
_AIMS: Final = re.compile(r"[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){1,4}")
_EDUCATED: Final = re.compile("(?:开展|接受|进行|加强|深化|组织|受到)了?$")
_ENDED: Final = re.compile("活动|[，。；、和及”]|$")
_DECLARED: Final = ("确定为", "定为", "提出的", "确定的", "部署的", "开展的")
"""Before a year: what it is declared to be, or who has declared it."""
_NO_NAME: Final = re.compile(r"\d{4}年|第|(?:关键|开局|首|起步|收官|当|本|今|明)年$")
_YEAR: Final = re.compile(rf"[\u4e00-\u9fff]{{2,8}}(?:{'|'.join(PROGRAM_YEARS)})年")
_WHOLE: Final = re.compile("[两三四五六七八九十]{1,2}[个项大][\u4e00-\u9fff]{1,4}建设")
"""“四个年建设”: a program by what it has so many of, behind a verb of running."""
_BUILT: Final = re.compile(r"(?:启动|实施|推进)(?:建设)?了[\u4e00-\u9fff]{0,4}$")
"""启动建设了闽江“一城两园”: before a counted slogan."""
_ISSUE: Final = re.compile(r"第[一二三四五六七八九十\d]{1,3}[期届季轮]$")
_HELD: Final = re.compile(r"(?:[^，。；“”]{0,20}?在[^，。；“”]{1,20})?(?:成功|隆重|顺利|如期)?(?:举行|举办|开幕|启动|开讲|开赛)")
_GOES_ON: Final = re.compile(r"(?:开展|启动|实施|推行|举行|举办)(?!的?方案|仪式)")
_SINCE: Final = re.compile("(?:工作|政策)?(?:全面|深入|正式)?(?:开展|启动|实施|推行)(?:以来|以后|后，)")
"""Behind a quotation: since when it is run (自“五水共治”工作|开展以来)."""
_BY_MANY: Final = re.compile("[百千万]{1,2}名[\u4e00-\u9fff]{2,4}[下进入联帮访驻走送包结助到][\u4e00-\u9fff]{1,8}")
"""“万名干部下基层”, whatever stands around it."""
_FESTIVALS: Final = frozenset("五一 五四 五·四 五•四 十一 元旦 国庆 三八 六一 七一 八一 端午 清明 中秋 重阳".split())
_CAMPAIGN_HEAD: Final = 2
_LISTED: Final = re.compile(r"(?:（[^（）\n]{2,80}）)?(?:、[^，。；“”\n]{0,14})?")
_LISTED_END: Final = re.compile(
    r"(?:、[\u4e00-\u9fff]{4,14})?等(?:一?系列|特色)[^，。；“”\n的]{0,8}?活动"  # 、农村技能大比拼等系列活动
    r"|等(?:[\d一二两三四五六七八九十]{1,3}[个项])?[^，。；“”\n的]{0,12}?(?:品牌|项目|工作法|工作机制|案例|载体)|(?:[\u4e00-\u9fff]{2})?等(?:重点|重大|民生|惠民)工程|等(?:重点|专项|中心)(?:工作|行动|整治)"
)
"""A“…”、B“…”等8个…品牌, A“…”（…）、B“…”改造等重点工程: what stands between the quotations of a list, and behind the last."""
_SO_MANY_ARE: Final = ("为", "是", "即", "：", "包括")
_COUNTED_KINDS: Final = re.compile(
    "([两三四五六七八九十])[个大项][\u4e00-\u9fff]{0,6}(?:项目|行动|工程|活动|品牌|计划|载体)(?:分别)?(?:为|是|，?即|：|包括)：?$"
)
"""三个升级项目为: before a list of as many quotations."""
_LONGEST_COUNT: Final = 18
_LISTED_WORD: Final = re.compile(r"[\u4e00-\u9fff]{2}(?=等)")
_JOINTS: Final = ("", "和", "、", "及", "与", "以及")
"""Between quotations that share the head of the last."""
_DASHED: Final = re.compile("——(?:(?!活动|行动)[\u4e00-\u9fff]){2,12}(?:主题活动|活动|行动)(?![室组])")
"""“我们的中国梦”|——文化进万家活动."""
_BLANKS: Final = (" ", "\u3000")
_ASIDE: Final = re.compile(r"（[^（）\n]{2,80}）")
"""Between a quotation and its head: what it is called for short, or what it is: “五比五赛”（比学习赛理念、…）活动."""
_SET_UP: Final = re.compile("设[立定]了?$")
_ENDOWED: Final = re.compile(r"(?:设[立定]|筹[集建]|募集|成立|建立|创[立设]|发起)了?(?:[\d.]{1,6}万?元的?)?$")
_FUNDS: Final = ("基金", "奖", "奖学金")
"""Ends of what is set up to be given: 筹集“亲民基金”, 设立“十佳村支书奖”."""
_DAYS: Final = ("日", "周", "月")
"""Ends of what is set up to come again: 设立“代表接待日”."""
_FIVE_YEARS: Final = re.compile("(?:十?[一二三四五六七八九]|二十)五")
"""“十四五”规划: a plan of all of the country's, that each place has, is no program of it."""
_LAW_FOR_ALL: Final = re.compile("(?:[一二三四五六七八九]|十[一二三])五")
"""“六五”|普法: five years in which the law is made known to all."""
_CITIES: Final = re.compile("[两双三四五六七八九]城[同联共]创")
"""“五城同创”: several titles for which a city strives at once."""
_BRAND_BEFORE: Final = re.compile(
    "(?:党建|志愿服务|便民服务|履职|特色|协商|公益|宣讲|普法|调解|治理|帮扶|助学|工会|巾帼|统战)(?:工作|服务|活动)?(?:品牌|项目|工程|行动|活动)$"
)
"""Before a quotation: what it is, 党建品牌|“红霞小院”, 公益项目|“湖畔明眸”."""
_CHOSEN: Final = re.compile("[最][\u4e00-\u9fff]{3,8}|[十百双两][佳优强星大][\u4e00-\u9fff]{2,8}")
"""“最美退役军人”, “十佳警嫂”: titles that are given at a choice that is called after them."""
_METHOD: Final = re.compile("[两二三四五六七八九十双]个?[\u4e00-\u9fff]{2}")
_BRINGS: Final = re.compile(
    "(?:抓[实好牢]|[推促带驱][动进]|助推|助力|力促|力推|激活|破解|提升|打造|筑牢|加快|夯实|优化|赋能|护航|拓宽|织密|做[实好]|深化)"
)
"""Behind the first words of a headline, that a method brings something about: 我县“四个锁定”|抓实…."""
_BEFORE_METHOD: Final = re.compile("[\u4e00-\u9fff]{2,12}[：: ]?")
_CHOOSING: Final = re.compile("(?:评选|选树|推选|寻找|评树)(?:了|出)?$")
_GIVEN: Final = re.compile("(?:候选人|人物)?(?:评选|发布|颁奖|推选|选树|推荐)(?:暨[^，。“”]{0,8})?(?:仪式|典礼|大会|会|结果|工作)")
_SAID: Final = re.compile("[，。！？].*[。！？]$")
"""Sentences in quotation marks: what somebody says, whatever stands behind."""
_LIST: Final = 2
"""Marks between the parts of a quotation that goes through what the next one is called after."""
_SHORT_BRAND, _UNDERTAKING, _LONG_BRAND = 12, 18, 24
_LONG_AIMS: Final = 14
"""Characters of three aims with 、 between them, which with 的 tell what an activity is for: “党员受教育、发展上水平、群众得实惠”的…活动."""
_VILLAGE_OFFICIAL, _GRADUATE = "村官", "大学生"
"""大学生“村官” is one word, though only its second half stands in quotation marks."""
_BEGINNING: Final = 4000
"""Characters of a page in which it names in full the firm whose page it is."""
_BRAND, _FIRMS = "品牌", ("集团", "公司", "股份", "银行", "大学", "医院")
_SHORTEST: Final = 3
_CAMPAIGN_LENGTHS: Final = sorted({len(name) for name in CAMPAIGNS if len(name) > _SHORTEST})


def surely(mention: ProgramMention) -> bool:
    """Whether a quotation has a head that nothing but a program has: it is one in the title of a document, too (关于开展“…”活动的通知)."""
    return mention.rule == _WITH_HEAD and mention.name.endswith(_SURE_HEADS)


def find(around: Around) -> list[ProgramMention]:
    """The programs in quotation marks, in the mined zones, in order."""
    page, text = around.page, around.page.text
    found = []
    matches = [match for match in QUOTE.finditer(text) if page.mined(match.start())]
    heads = [_head(page, text, match.end()) for match in matches]
    listed, shared = False, ""
    told = _told(text, matches)
    for number in range(len(matches) - 1, -1, -1):
        match, following = matches[number], matches[number + 1] if number + 1 < len(matches) else None
        between = text[match.end() : following.start()] if following else ""
        shared = (heads[number + 1] or shared) if following and between in _JOINTS else ""
        whole = _NAMELIKE_END.search(_words(match)) or _words(match) in CAMPAIGNS
        if shared and not heads[number] and not whole:  # A shares the head of B
            heads[number] = "*" + shared.removeprefix("*")
        listed = _ends_list(text, match.end()) or (listed and _LISTED.fullmatch(between) is not None)
        mention = _of_quote(page, text, match, heads[number])
        if (
            mention is None and shared and whole and (len(_words(match)) <= _SHORTEST or _words(match) not in CAMPAIGNS)
        ):  # “三下乡”“返家乡”社会实践活动
            mention = _of_quote(page, text, match, "*" + shared.removeprefix("*"))
        if mention is None and (listed or number in told) and len(_words(match)) <= _SHORT_BRAND:
            last = _LISTED_WORD.match(text, match.end())
            end, name = (last.end(), _words(match) + last[0]) if last is not None else (match.end(), _words(match))
            mention = named(match.start(), end, name, _words(match), "one of a list of brands", 0.7)
        if mention is not None:
            found.append(mention)
    return found[::-1]


def _told(text: str, matches: list[re.Match[str]]) -> set[int]:
    """Which quotations are one of as many projects as the words before their list say: 三个项目为|“甲”“乙”“丙”."""
    told: set[int] = set()
    for number, match in enumerate(matches):
        if number in told or not text.endswith(_SO_MANY_ARE, 0, match.start()):
            continue
        count = _COUNTED_KINDS.search(text, max(0, match.start() - _LONGEST_COUNT), match.start())
        row = [number]
        while row[-1] + 1 < len(matches) and text[matches[row[-1]].end() : matches[row[-1] + 1].start()] in _JOINTS:
            row.append(row[-1] + 1)
        if count is not None and numeral(count[1]) == len(row):
            told.update(row)
    return told


def _head(page: Page, text: str, at: int) -> str:
    """The head behind a quotation, or behind what it is called for short, or what it is: “…”（以下简称“三送”）活动."""
    aside = _ASIDE.match(text, at)
    begin = aside.end() if aside is not None else at
    begin += text[begin : begin + 1] in _BLANKS  # “四比四看” 活动
    dashed = _DASHED.match(text, begin)
    head = dashed[0] if dashed is not None else head_after(page, text, begin)
    return "*" + head.lstrip("*") if head and begin > at else head


def _ends_list(text: str, at: int) -> bool:
    """Whether a list of programs ends before ``at``: …等8个品牌, …等 with a campaign behind it."""
    if _LISTED_END.match(text, at):
        return True
    begin = at + len("等") + 2 * text.startswith("党的", at + 1)
    return text.startswith("等", at) and any(text[begin : begin + length] in CAMPAIGNS for length in _CAMPAIGN_LENGTHS)


def _words(match: re.Match[str]) -> str:
    """What stands between the marks, without marks inside."""
    return (match[1] or match[2]).replace("‘", "").replace("’", "")


def _of_quote(page: Page, text: str, match: re.Match[str], head: str) -> ProgramMention | None:
    if _SAID.search(_words(match)):
        return None
    words = _words(match).strip("，。、；： ")
    start = match.start()
    if words == _VILLAGE_OFFICIAL and text.endswith(_GRADUATE, 0, start):
        words, start = _GRADUATE + words, start - len(_GRADUATE)
    shared = head.startswith("*")
    head = head.lstrip("*")
    if (head.startswith(("节", "运动", "慰问")) and words in _FESTIVALS) or (head in ("规划", "计划") and _FIVE_YEARS.fullmatch(words)):
        return None
    if head.startswith("的") and (
        words.endswith(_SURE_HEADS) or ("主题" not in head and ("，" in words or (words.count("、") > 1 and len(words) > _LONG_AIMS)))
    ):  # “八件实事工程”的重点项目, “民生连着民心，…”的…工程
        head = ""
    if head.endswith(("品牌", "建设")) and words.endswith(_SURE_HEADS):  # the brand that a “…工程” is
        head, shared = "", False
    end = match.end() if shared else match.end() + len(head)
    if head == _BRAND and any(
        text.find(words + firm, 0, _BEGINNING) >= 0 for firm in _FIRMS
    ):  # 擦亮“宏达建工”|品牌, in a page of 宏达建工集团
        return None
    if head:
        noun = head.removeprefix("的").replace("主题的", "")
        name = words if words.endswith(_SURE_HEADS) and words.endswith(noun) else words + noun  # “头雁工程”等三大工程
        return named(start, end, name, words, _WITH_HEAD, 0.9)
    behind = text[match.end() : match.end() + _CAMPAIGN_HEAD]
    if behind and words + behind in CAMPAIGNS:  # “863”计划, whatever stands behind
        return named(match.start(), match.end() + len(behind), words + behind, words, _WITH_HEAD, 0.9)
    if (whole := _with_noun(text, match, words)) is not None:
        return whole
    rule, confidence = _rule(page, text, match, words)
    return named(match.start(), match.end(), words, words, rule, confidence) if rule else None


def _with_noun(text: str, match: re.Match[str], words: str) -> ProgramMention | None:
    """What a quotation is with a noun behind it that is a head only of such words: “三爱”教育, “六五”普法, “包山头、守路口”工作."""
    if text.startswith("教育", match.end()) and _is_education(text, match, words):
        return named(match.start(), match.end() + 2, words + "教育", words, _WITH_HEAD, 0.8)
    if text.startswith("普法", match.end()) and _LAW_FOR_ALL.fullmatch(words):
        return named(match.start(), match.end() + 2, words + "普法", words, _WITH_HEAD, 0.9)
    if text.startswith("工作", match.end()) and _DEEDS.fullmatch(words) and not _AS_DEMANDED.match(text, match.end()):
        return named(match.start(), match.end() + 2, words + "工作", words, _WITH_HEAD, 0.75)
    return None


def _heads_a_headline(page: Page, match: re.Match[str]) -> bool:
    """Whether a quotation stands in a headline with no more than a name before it."""
    sentence = page.sentence_at(match.start())
    if sentence is None or sentence.zone is not Zone.HEADLINE:
        return False
    return sentence.start == match.start() or _BEFORE_METHOD.fullmatch(page.text, sentence.start, match.start()) is not None


def _is_education(text: str, match: re.Match[str], words: str) -> bool:
    """Whether ``words`` before 教育 name one: “三爱”, or several aims that people are educated in (接受“…、…”教育), not by (用“…、…”教育学生)."""
    end = match.end() + len("教育")
    if _AIMS.fullmatch(words):
        return _EDUCATED.search(text, max(0, match.start() - 4), match.start()) is not None and _ENDED.match(text, end) is not None
    return _EDUCATION.fullmatch(words) is not None and not text.startswith("实践", end)


def _rule(page: Page, text: str, match: re.Match[str], words: str) -> tuple[str, float]:
    """The rule by which a quotation with no head behind it names a program, or the theme of one, and how sure that is."""
    before = text[max(0, match.start() - _LONG_BRAND) : match.start()]
    if words in PROGRAM_FIGURATIVE or (words in PROGRAM_PRAISE and _MADE_SUCH.search(before)):  # 作为“一号工程”, 办成“民心工程”
        return "", 0.0
    rule, confidence = ("", 0.0) if re.search(r"[，。！？；]", words) else _without_head(page, text, match, words)
    if not rule and _BRAND_BEFORE.search(before) and _SHORTEST <= len(words) <= _SHORT_BRAND and not _MANNER.search(words):
        return "brand by the word before it", 0.65
    return (THEME, 0.6) if not rule and _THEME_OF.match(text, match.end()) else (rule, confidence)


def _without_head(page: Page, text: str, match: re.Match[str], words: str) -> tuple[str, float]:
    """The rule by which a quotation with no head behind it names a program, and how sure that is; nothing where it names none."""
    if words.count("、") >= _LIST and text.startswith("的“", match.end()):  # “一次走访、一场座谈、一条热线”的“三个一”方式
        return "", 0.0
    before = text[max(0, match.start() - 60) : match.start()]
    if len(words) <= _UNDERTAKING and re.search("(?:工程|计划|行动)$", words):  # “头雁工程”
        return "quotation that ends in a head", 0.75
    like = _NAMELIKE_END.search(words) is not None and words not in QUOTED_HEADS  # not 打好“攻坚战”
    declared = words.endswith("年") and before.endswith(_DECLARED) and not _NO_NAME.search(words)
    declared = declared or _YEAR.fullmatch(words) is not None or (words.endswith(_DAYS) and _SET_UP.search(before) is not None)
    declared = declared or (words.endswith(_FUNDS) and _ENDOWED.search(before) is not None)
    like = like or declared or _WHOLE.fullmatch(words) is not None
    if like and not words.endswith("周年") and (declared or _BEFORE_QUOTE.search(before)) and len(words) <= _LONG_BRAND:
        return "quotation that ends in a head", 0.8
    issue = _ISSUE.search(before) and _HELD.match(text, match.end())  # 第二期“书记擂台”举行
    since = _SHORTEST <= len(words) <= _SHORT_BRAND and not _MANNER.search(words) and _SINCE.match(text, match.end())
    if issue or since or (like and len(words) > _SHORTEST and _GOES_ON.match(text, match.end())):  # “党员活动日”开展一周年
        return "quotation that is held", 0.75
    if _METHOD.fullmatch(words) and _heads_a_headline(page, match) and _BRINGS.match(text, match.end()):
        return METHOD, 0.6
    if _CHOSEN.fullmatch(words) and (_CHOOSING.search(before) or _GIVEN.match(text, match.end())):
        return "title that is given", 0.7
    if _BY_MANY.fullmatch(words) and not text.startswith("的“", match.end()):  # “千名干部联千户”的“双千”活动
        return "so many people who do something", 0.75
    if (
        _SHORTEST <= len(words) <= _SHORT_BRAND
        and _RUN_AS_SUCH.search(before)
        and (_CLOSED.match(text, match.end()) or _SO_OFTEN.match(text, match.end()))
        and not _MANNER.search(words)
    ):
        return RUN, 0.7  # 推行“服务档案”，
    if _SHORTEST <= len(words) <= _SHORT_BRAND and _MADE.search(before) and _SO_MANY.match(text, match.end()) and not _MANNER.search(words):
        return "set up so many times", 0.65  # 建起“民情驿站”15个
    run = _STRONG_BEFORE.search(before) or _BUILT.search(before) or _SUFFIXED.match(text, match.end())
    return (SLOGAN, 0.7) if (run and _COUNTED.match(words)) or _CITIES.fullmatch(words) else ("", 0.0)
