"""Who published an article, as written: behind 来源, in a dateline or a byline, beside a date, in breadcrumbs, or by the name of the site."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from kg.extract.page import Page

_NO_PUBLISHERS: Final = (
    "添加|更新|发布|发表|时间|日期|作者|编辑|点击|浏览",  # the label that comes next, where nothing stands behind 来源
    "本[站网报台刊]|互联网|网络|转载|原创|佚名|未知|不详",
    r"https?:|www\.",  # an address
    "调整|字体|字号|打印|收藏|分享|关闭|评论",  # what can be done with the page
    r"[\u4e00-\u9fff]{2,5}[：:]",  # any label
)
"""What stands behind 来源 and names no publisher."""
_NEXT_LABEL: Final = "(?:发布者?|发布[时日人][间期]?|作者|责任编辑|编辑|时间|日期|点击|浏览|阅读)[：:]"
_PUBLISHER: Final = re.compile(
    rf"(?:来源|稿源|信息来源|供稿)[：:]\s*(?!{'|'.join(_NO_PUBLISHERS)})((?:(?!{_NEXT_LABEL})[\u4e00-\u9fffA-Za-z·]){{2,20}})"
)
"""Behind 来源, up to the next label: 来源：|某市日报|作者：甲."""
_OUTLETS: Final = (
    "新闻网|党建网|政府网|信息网|在线",
    "日报|晚报|早报|晨报|时报|商报|都市报",
    "网|报|新闻",
    "电视台|广播电台|广播电视台|客户端|融媒体中心",
    "通讯社|新华社|中新社",
)
_OUTLET: Final = f"(?:{'|'.join(_OUTLETS)})"
"""How names of outlets end."""
_DATELINE: Final = re.compile(
    rf"^[ \t]*据?([\u4e00-\u9fff]{{0,10}}?{_OUTLET})(?:·[\u4e00-\u9fff]{{2,10}}?{_OUTLET})?"  # 某市日报·某市在线
    r"(?:[\u4e00-\u9fff]{2,6}?)?(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日)?"  # where and when: 某县3月5日
    r"(?:[讯电]|消息)(?=[ （，：:]|\d|$)",
    re.MULTILINE,
)
"""The outlet at the head of a report: 张家界新闻网10月12日讯, 海口网6月18日消息."""
_STAFF_OF: Final = re.compile(rf"[（ \n]([\u4e00-\u9fff]{{1,10}}?{_OUTLET})[ \u3000]{{0,4}}(?:首席|实习|见习|特约)?记者")
"""The outlet in a byline: （长江日报 记者…）, 封面新闻记者."""
_DATED: Final = r"(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?: ?\d{1,2}[:：]\d\d(?::\d\d)?)?"
_NO_OUTLET: Final = r"(?:(?<=文汇报)|(?<![举通汇上申填公简警快]报))"
"""举报, 通报 and the like are no papers, but for one that is called 文汇报."""
_BESIDE_DATE: Final = re.compile(
    r"^[ \t（]*(?:https?://\S{1,80}[ \t]+)?"
    rf"(?:{_DATED}[ \t]+(?:[\u4e00-\u9fff]{{2,8}}-|[\u4e00-\u9fff]{{2,3}}[ \t]+)?"  # 2012-03-05 人民网-, 2012-03-05 甲
    rf"([\u4e00-\u9fff]{{0,10}}?{_OUTLET}){_NO_OUTLET}"
    rf"|([\u4e00-\u9fff]{{0,10}}?{_OUTLET}){_NO_OUTLET}[ \t]+{_DATED})[ \t）]*(?:[大中小]字|字号[^\n]*)?$",
    re.MULTILINE,
)
"""A line that is a date and an outlet: 2010年5月6日 岳阳日报, 岳阳日报 2010-05-06 大字, 2010年5月6日 人民网-岳阳日报."""
_MASTHEAD: Final = re.compile(
    r"\A\s*([\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报))[ \t]*(?:数字报纸?|电子版|电子报|多媒体数字报)?[ \t]*(?=\n|\d)"
)
"""The paper whose name the page begins with: 岳阳日报 数字报."""
_AUTHORS_OUTLET: Final = re.compile(rf"作者[：:]\s*([\u4e00-\u9fff]{{2,10}}?{_OUTLET})(?![\u4e00-\u9fff])")
_OF_OUR_OWN: Final = ("本报", "本网", "本台", "本刊", "本站", "据")
_SORTS: Final = frozenset("日报 晚报 早报 晨报 时报 商报 快报 都市报 新闻 新闻网 电视台 客户端".split())
"""Sorts of outlets, which by themselves name none: 晚报|讯."""
_SITE_ENDS: Final = re.compile(r"(?:网|在线|日报|晚报)(?=\s*[>》]|版权|的所有作品|$)")
_SITE: Final = re.compile(r"[\u4e00-\u9fff]{2,8}$")
BREADCRUMB: Final = re.compile(r"当前的?位置\s?[：:]?\s*(?!(?:网站|本站)?(?:首|主)页)([\u4e00-\u9fffA-Za-z]{2,12}?)\s*(?:>|》|首页)")

_RUNS_ON: Final = re.compile(
    r"([\u4e00-\u9fff]{2,}?(?:信息网|新闻网|政府网|党建网|门户网站|网站|网|[日晚早晨时商]报|电视台|电台|在线))[\u4e00-\u9fff]{2,}$"
)


def _before_the_text(name: str, after: str) -> str:
    """``name`` up to the end of its outlet where the text runs on behind it without a blank: 某县信息网|为纪念…."""
    runs_on = _RUNS_ON.match(name) if after and ("\u4e00" <= after <= "\u9fff" or after in "，。、《“0123456789") else None
    return runs_on[1] if runs_on else name


def publisher_of(page: Page, text: str) -> str:
    """The publisher of an article, whose text is ``text``, or nothing."""
    if page.raw.publisher:
        return page.raw.publisher
    text = "\n" + text
    for pattern in (_PUBLISHER, _AUTHORS_OUTLET, _BESIDE_DATE, _DATELINE, _STAFF_OF, BREADCRUMB, _MASTHEAD):
        found = pattern.search(text)
        name = next(filter(None, found.groups())) if found else ""
        if found and pattern is _PUBLISHER:
            name = _before_the_text(name, text[found.end() : found.end() + 1])
        if name and name not in _SORTS and not name.startswith(_OF_OUR_OWN) and not name.endswith(_OF_OUR_OWN):  # 图片均由本报|记者甲摄
            return name
    named = (_SITE.search(text, max(0, match.end() - 10), match.end()) for match in _SITE_ENDS.finditer(text))
    sites = Counter(match[0] for match in named if match)
    return min(sites, key=lambda name: (-sites[name], name)) if sites else ""
