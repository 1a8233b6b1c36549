"""What part of a page a line is, by what it looks like."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from kg.repair.layout import is_caption


class Zone(StrEnum):
    """What part of a page a paragraph is."""

    __hash__ = str.__hash__  # Enum's own is a function of Python's
    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDITS = "credits"
    BODY = "body"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    NOTE = "note"
    BOILERPLATE = "boilerplate"


_CHROME: Final = re.compile(
    r"^(?:您?当前的?位置|你?所在的?位置|首页|搜\s*索$|404 Not Found|Powered by|[A-Z]+/[\d.]+$|微博$|Qzone$|\[?\s*复制"
    r"|上一[篇页]|下一[篇页]|分享到|【?字[号体]|浏览次数|点击数|扫一扫|.{0,4}我要注册|设为首页|加入收藏|ICP|.{0,12}ICP备"
    r"|网站地图|联系我们|关于我们|【?关闭|站内搜索|阅读原文|点击上方|长按(?:识别|扫)|版权所有|Copyright|请您文明上网|\d+$"
    r"|(?:楼主|沙发|板凳|地板|电梯直达|\d+[#楼])$|只看该作者|倒序浏览|使用道具|回复 支持|显示全部楼层|本帖最后由"
    r"|(?:今天是|关注|打印|更多|返回|主办单位|承办单位|技术支持)(?!.*。))"
)
"""What lines of page chrome begin with; the words of the last row begin sentences, too (关注民生，…。)."""
_IMPRINT: Final = re.compile(
    r"版权所有|©|ICP备|公网安备|网站标识码|(?:主办|承办|协办|主管|技术支持)(?:单位)?[：:]|\s(?:主办|承办|维护)$|^(?:单位|办公)?地址：.{4,40}(?:邮编|邮政编码|电话|传真)"
)
"""What a short line without a sentence holds that says whose the site is."""
_LINK_ITEM: Final = re.compile(r"^·.*|.*(?:\.\.\.|…)$")
_TAIL: Final = re.compile(
    r"^[【\[]?(?:(?:相关(?:稿件|新闻|链接|阅读|报道|文章|信息|推荐)|图片新闻|热点(?:推荐|新闻|排行)|新闻排行)(?![\u4e00-\u9fff].*。)"
    r"|延伸阅读|推荐阅读|友情链接|网友评论|频道推荐"
    r"|请您文明上网|(?:通知公告|最新(?:发布|动态|文章|更新)|往期(?:回顾|推荐|精彩))[】\]\s>》]*+(?:更多)?[>》]*+$|.{0,12}版权(?:与|及|和)免责声明|免责声明|版权声明|特别声明|凡本网注明)"
)
"""What heads the lists and statements below an article; 相关信息及时录入系统。 is a sentence."""
_DAY: Final = r"(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}日?"
_HOUR: Final = r"(?:\d{1,2}:\d\d(?::\d\d)?)?"
_DATELINE: Final = re.compile(
    r"^[\[【（]?(?:(?:信息)?来源[：:]\s*+[\u4e00-\u9fff]{0,12}\s*+)?"
    rf"(?:(?:发布|更新|发表|刊发|成文|发文|生成|印发|公开)?(?:时间|日期)|发[表布]于)?[：:]?\s*+{_DAY}{_HOUR}[\]】）]?(?:\s.*)?$"
    rf"|^[\u4e00-\u9fff]{{2,12}}\s{{1,4}}{_DAY}\s?{_HOUR}$"
)
_CARD: Final = re.compile(
    r"^(?:索\s*引\s*号|(?:主题|体裁|组配|信息)分类|公文种类|有\s*效\s*性|公开(?:方式|范围|时限|机构|责任部门)|内容概述|主\s*题\s*词|标\s*题|名\s*称"
    r"|发文(?:字号|机关|单位)|(?:发布|发文|制发)机构|责任部门|(?:成文|发文|发布|生成|生效)日期)\s?[：:].{0,60}$"
)
"""A line of the card that stands above a document on a government's site."""
_BYLINE: Final = re.compile(
    r"^[（(]?[□■●◎]?\s?(?:本报|本网|本台|特约)?(?:首席|见习|特约|实习)?(?:记者|通讯员|评论员)\s?[：:]?[\u4e00-\u9fff·\s、]{2,40}[）)]?$"
    r"|^[（(]?(?:作者|撰稿|供稿|文/图|文)[：:].{0,60}$"
)
_CREDITS: Final = re.compile(r"[（(]?(?:责任编辑|责编|编辑|来源|稿源|摄影|审核)[：:].{0,60}$")
_LIST_ITEM: Final = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳●■□◆★▲·])\s?\S"
)
_NOTE: Final = re.compile(r"[（(\[]?(?:注释?|备注|附注|编者[注按]|名词解释)\s?\d{0,2}\s?[：:）)\]]")
_LONGEST_HEADLINE: Final = 70
_SHORTEST_PROSE: Final = 40


def begins_tail(line: str) -> bool:
    """Whether a line heads what stands below an article: lists of links, statements of the site."""
    return bool(_TAIL.match(line))


def is_prose(line: str) -> bool:
    """Whether a line is a paragraph that no list of links holds."""
    return "。" in line and len(line) >= _SHORTEST_PROSE


def may_be_headline(line: str) -> bool:
    """Whether a line is short and ends without a mark."""
    return line[-1] not in "。！？；：”…，" and len(line) <= _LONGEST_HEADLINE


def zone_of(line: str, *, in_tail: bool) -> Zone:
    """The zone of a line; what is no chrome, credit or caption is body."""
    if _BYLINE.match(line):
        return Zone.BYLINE
    if _DATELINE.match(line):
        return Zone.DATELINE
    if _CREDITS.match(line) or _CARD.match(line):
        return Zone.CREDITS
    if in_tail or _CHROME.match(line) or (len(line) <= _LONGEST_HEADLINE and _is_link_or_imprint(line)):
        return Zone.BOILERPLATE
    return Zone.CAPTION if is_caption(line) else Zone.BODY


def _is_link_or_imprint(line: str) -> bool:
    """Whether a short line is the item of a list of links, or says whose the site is."""
    if _LINK_ITEM.match(line):
        return not line.endswith("……")
    return "。" not in line and bool(_IMPRINT.search(line))


def kind_of_body(line: str) -> Zone:
    """A note or an item of a list, or running text."""
    if _NOTE.match(line):
        return Zone.NOTE
    return Zone.LIST if _LIST_ITEM.match(line) else Zone.BODY
