"""Pages around a document: navigation, related links and a copyright notice that name people, places and bodies of their own."""

from __future__ import annotations

from html import escape
from random import Random
from typing import Final

from bench.mix import another_person, another_place

SITES: Final = ("政务在线", "先锋网", "新闻网", "党建网")
"""What the site of a page is called behind the name of its place."""

_LINKS: Final = (
    "{place}委书记{person}到{place}调研重点项目",
    "{place}召开“百日会战”动员大会",
    "{place}委组织部部长{person}讲党课",
    "[图文]{place}举办第12届农民文化节 {person}出席",
    "{place}新增城镇就业3.2万人",
    "{person}任{place}副市长",
)
_CHANNELS: Final = "首页 新闻中心 信息公开 政策法规 办事服务 互动交流 专题专栏 领导之窗".split()

_DIVISIONS: Final = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}_{site}</title></head><body>
<div class="top">{weather}</div><ul class="nav">{channels}</ul>
<div class="crumb">您当前的位置：<a href="/">首页</a> &gt; <a href="/xw/">新闻中心</a> &gt; 正文</div>
<div class="article"><div class="content">
{paragraphs}
</div></div>
<div class="related"><h3>相关链接</h3><ul>{links}</ul></div>
<div class="hot"><h3>热点排行</h3><ol>{more}</ol></div>
<div class="footer"><p>主办：{owner}人民政府办公室　承办：{owner}信息中心</p><p>Copyright &copy; {site} 版权所有</p></div>
</body></html>"""

_LAYOUT_TABLES: Final = """<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta charset="utf-8"><title>{site}--{title}</title></head><body>
<table width="980"><tr><td>{channels}</td></tr></table>
<table width="980"><tr><td width="220"><b>图片新闻</b><ul>{more}</ul></td>
<td width="760">{paragraphs}
<p>【字号：大 中 小】【打印本页】【关闭窗口】</p><p>上一篇：{before}</p><p>下一篇：{after}</p></td></tr></table>
<table width="980"><tr><td align="center">
关于我们 | 网站地图 | 联系我们<br>{owner}人民政府版权所有 {owner}信息中心承办<br>{weather}</td></tr></table>
</body></html>"""

_SECTIONS: Final = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title} - {site}</title></head><body>
<header><nav>{channels}</nav></header>
<main><article>
{paragraphs}
</article><section class="share">分享到：微信 微博 QQ空间</section></main>
<aside><h2>推荐阅读</h2><ul>{links}</ul><h2>最新发布</h2><ul>{more}</ul></aside>
<footer><p>版权所有 {site}　{owner}委宣传部主管　{owner}融媒体中心主办</p></footer>
</body></html>"""

_PLAIN: Final = """{site}
首页 | 新闻中心 | 信息公开 | 互动交流
您当前的位置 : {site} > 要闻 > 正文
{plain}
【字号 大 中 小】 打印 收藏
相关链接
{listed}
版权所有 {owner}人民政府办公室  {weather}"""

_FONTS: Final = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title></head>
<body bgcolor="#ffffff"><center><table width="900"><tr><td colspan="2"><font size="5">{site}</font><br>{weather}</td></tr>
<tr><td width="180" valign="top">通知公告<br>{column}<br>站内搜索<br><form><input name="q"></form></td>
<td width="720" valign="top"><font size="3">{broken}</font><br><br>【<a href="#">关闭</a>】</td></tr>
<tr><td colspan="2" align="center">地址：{owner}人民路1号　邮编：000000　电话：0000-0000000<br>
{owner}党委办公室 {owner}人民政府办公室 主办</td></tr></table></center></body></html>"""

_ACCOUNT: Final = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><meta property="og:title" content="{title}"><title>{title}</title></head><body>
<div id="js_article"><div id="img-content"><h2 class="rich_media_title">{title}</h2>
<div class="rich_media_meta_list"><span>原创</span> <span>{site}</span></div>
<div class="rich_media_content"><p>点击上方蓝字关注我们</p>
{paragraphs}
<section><p>往期回顾</p>{marked}</section><p>长按识别二维码，关注{site}</p></div>
<div class="rich_media_tool">阅读原文　阅读 1024　点赞 36　在看</div></div></div>
</body></html>"""

TEMPLATES: Final = (_DIVISIONS, _LAYOUT_TABLES, _SECTIONS, _PLAIN, _FONTS, _ACCOUNT)


def page(template: str, text: str, title: str, site: str, random: Random) -> str:
    """``text`` (paragraphs on lines) as the article of a page of ``site``."""
    links = [_link(random) for _ in range(10)]
    owner = _place(random)
    return template.format(
        title=escape(title),
        site=site,
        owner=owner,
        weather=f"今天是2020年5月{random.randint(1, 28)}日 {_place(random)} 多云 {random.randint(8, 30)}℃",
        channels="".join(f'<li><a href="/{number}/">{name}</a></li>' for number, name in enumerate(_CHANNELS)),
        paragraphs="\n".join(map(_paragraph, text.splitlines())),
        plain=text,
        links=_items(links[:4]),
        more=_items(links[4:8]),
        column="<br>".join(map(_anchor, links[:4])),
        broken="<br>\n".join(map(_kept_blanks, text.splitlines())),
        marked="".join(f"<p>▼ {_anchor(link)}</p>" for link in links[4:8]),
        listed="\n".join(f"·{link}" for link in links[:4]),
        before=_anchor(links[8]),
        after=_anchor(links[9]),
    )


def _paragraph(line: str) -> str:
    """A line as a paragraph that keeps its blanks, as editors write them."""
    return f"<p>{_kept_blanks(line)}</p>" if line.strip() else ""


def _kept_blanks(line: str) -> str:
    return escape(line).replace("  ", "&nbsp; ").replace("\t", "&emsp;&emsp;")


def _items(links: list[str]) -> str:
    return "".join(f"<li>{_anchor(link)}</li>" for link in links)


def _anchor(link: str) -> str:
    return f'<a href="/xw/{len(link)}.html">{link}</a>'


def _link(random: Random) -> str:
    return random.choice(_LINKS).format(place=_place(random), person=another_person("甲乙丙", random))


def _place(random: Random) -> str:
    return another_place("甲乙", "市", random) + "市"
