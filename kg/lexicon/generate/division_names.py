"""Short forms of the names of administrative divisions, and which of them are also ordinary words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources.abc import Traversable

PROVINCE_SHORT = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
    "香港特别行政区": "香港",
    "澳门特别行政区": "澳门",
}

#: Names that the rules below would cut in the wrong place.
IRREGULAR_SHORT: dict[str, tuple[str, ...]] = {
    "东乡族自治县": ("东乡县", "东乡"),  # the people's name is the place's name
    "鄂温克族自治旗": ("鄂温克旗", "鄂温克"),
    "井陉矿区": (),  # 井陉 is the county beside it
    "神农架林区": ("神农架",),
    "正蓝旗": (),  # the colours of a banner are no name without 旗
    "镶黄旗": (),
    "正镶白旗": (),
    "中沙群岛的岛礁及其海域": ("中沙群岛", "中沙"),
    "大柴旦行政委员会": ("大柴旦行委", "大柴旦"),
}

#: The peoples in the names of autonomous divisions. Without 族 only where the official name leaves it out:
#: 彭水苗族土家族自治县 must not lose its 水.
_PEOPLE = (
    "(?:(?:蒙古|回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜"
    "|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|裕固|保安|独龙|普米|各)族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯)"
)
_AUTONOMOUS = re.compile(rf"(?P<stem>.+?){_PEOPLE}*自治(?P<kind>[州县旗])")
_PEOPLES_DISTRICT = re.compile(rf"(?P<stem>.+?){_PEOPLE}区")
_BANNER_QUARTER = re.compile(r".+[左右前中后]旗")

#: Suffixes that a plain name loses, the longer first: 沈北新区 is 沈北, 六枝特区 is 六枝.
_SUFFIXES = ("特别行政区", "联合旗", "地区", "群岛", "特区", "新区", "矿区", "省", "市", "盟", "县", "区", "旗")


def short_forms(name: str) -> tuple[str, ...]:
    """What officials write for an official name, longest first; nothing where only one character would be left."""
    if name in IRREGULAR_SHORT:
        return IRREGULAR_SHORT[name]
    if name in PROVINCE_SHORT:
        return (PROVINCE_SHORT[name],)
    if autonomous := _AUTONOMOUS.fullmatch(name):
        return (autonomous["stem"] + autonomous["kind"], autonomous["stem"])
    if (district := _PEOPLES_DISTRICT.fullmatch(name)) and len(district["stem"]) > 1:
        return (district["stem"] + "区", district["stem"])
    if _BANNER_QUARTER.fullmatch(name):
        return ()  # 乌拉特前旗 is shortened irregularly (乌前旗), never to 乌拉特前
    plain = stem(name)
    return (plain,) if len(plain) > 1 else ()


def stem(name: str) -> str:
    """The name without its suffix and without the peoples of an autonomous division; one character at least."""
    if irregular := IRREGULAR_SHORT.get(name):
        return irregular[-1]
    if name in PROVINCE_SHORT:
        return PROVINCE_SHORT[name]
    for pattern in (_AUTONOMOUS, _PEOPLES_DISTRICT):
        if (found := pattern.fullmatch(name)) and len(found["stem"]) > 1:
            return found["stem"]
    for suffix in _SUFFIXES:
        rest = name.removesuffix(suffix)
        # 新区 and 矿区 are suffixes only behind a name: 郊区 and 新市区 lose 区 alone.
        if rest != name and (len(rest) > 1 or len(suffix) == 1) and rest:
            return rest
    return name


#: A word of this frequency in jieba's dictionary that is tagged as anything but a name counts as ordinary.
WORD_FREQUENCY = 30
_NAME_TAGS = frozenset({"ns", "nr", "nrt", "nrfg", "nt", "zg", "x"})


def _words(*lines: str) -> frozenset[str]:
    """The words in lines that separate them by spaces."""
    return frozenset(" ".join(lines).split())


#: What the dictionary tags as places, or does not have.
WORDS_ADDED = _words(
    # Points of the compass, parts of a town, features of a landscape.
    "东山 西山 南山 河东 河西 江东 江北 江南 江海 滨海 滨江 滨湖 湖滨 沿河 河口 湖口 江口 林口 海港 江干",
    "南关 北关 北站 站前 中站 上街 上城 下城 城东 城西 城关 南郊 古城 新城 新市 北市 南市 东市 西市 中市",
    "市中 平原 平川 中原 温泉 三河 三江 双河 小河 沙河 清河 白河 路桥 天桥 钟楼 宝塔 白塔 石林 荷塘 青山",
    "花山 江山 满城",
    # Ordinary words.
    "朝阳 长安 红旗 友谊 向阳 新建 延寿 长寿 康乐 安宁 安康 安国 吉利 同仁 惠民 惠农 裕民 民丰 兴国 兴隆",
    "太平 乐业 久治 万全 无极 元宝 大关 大庆 武功 进贤 白银 凤凰 牡丹 杏林 青龙 黄龙 白云 祥云 红桥 高明",
    # Mountains, lakes, rivers and seas of the same name, regions, companies, eras, persons.
    "泰山 黄山 衡山 恒山 庐山 天山 钟山 象山 武夷山 井冈山 峨眉山 长白 白山 太湖 巢湖 洪湖 西湖 东湖 南湖 北湖",
    "东海 南海 红河 怒江 嫩江 天河 龙门 海西 江汉 江城 山城 龙江 阿里 福田 咸丰 五常 中山 志丹 靖宇 尚志",
    "卫东 建平 建德 金山 宝山 玉龙 云龙 永胜 永康 长海 文成",
    # Two characters that often meet across a word boundary: 党和政府, 提高要求, 提高安全, 重大新闻, 社会理论, 规定日期.
    "和政 高要 高安 高平 大新 会理 定日 定结",
)

#: Words in the dictionary by a wrong tag (保定 is no verb), or so rare beside the place that the place is meant.
WORDS_REMOVED = _words(
    # Prefectures.
    "三明 保定 信阳 包头 南通 合肥 周口 和田 商丘 大理 大连 天水 孝感 宝鸡 平凉 广元 开封 怀化 恩施 攀枝花",
    "昭通 本溪 河源 海北 海口 清远 烟台 焦作 百色 自贡 茂名 营口 运城 通化 遵义 酒泉 金华 银川",
    # Counties.
    "万载 三水 上党 且末 个旧 临清 义乌 五台 仪征 保康 修水 内乡 南华 即墨 双流 周至 和龙 大冶 大厂 大悟",
    "大田 奉化 奉节 孝义 定边 定远 定陶 宝丰 宝应 宣化 常熟 平度 平遥 平定 库车 应城 康定 建宁 开化 弥勒",
    "怀来 房山 扶余 新会 新野 方城 方山 武义 永丰 永定 永年 永新 永泰 永济 永福 江华 河间 泊头 泰和 海丰",
    "海安 海门 淳化 灵台 玉门 登封 盐池 监利 石台 石首 石鼓 碑林 神木 离石 竹溪 米脂 红安 苍梧 莎车 融水",
    "西华 路南 遵化 金坛 镇远 阳谷 集美 顺义 馆陶 庆元 兴化 丰润 当阳 神农架 项城 雨花台",
)


def ordinary_words(dictionary: Traversable) -> Mapping[str, str]:
    """Word -> tag of the entries of jieba's ``dict.txt`` that count as ordinary words."""
    found = {}
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        if tag not in _NAME_TAGS and int(frequency) >= WORD_FREQUENCY:
            found[word] = tag
    return found


def is_word(short: tuple[str, ...], ordinary: Mapping[str, str]) -> bool:
    """Whether one of the short forms is also an ordinary word."""
    return any(form in WORDS_ADDED or (form in ordinary and form not in WORDS_REMOVED) for form in short)
