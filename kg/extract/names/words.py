"""Words and characters that stand behind, before and in names."""

from __future__ import annotations

import re
from typing import Final

# Function words and verbs of one character that follow names; as the third character of a name they are unlikely.
FOLLOWERS: Final = frozenset(
    "也在对说到等就还又将向与和及以从是任为作率带表被把让使并都均曾已总共同要会能可应则便即才仅只正再先去来做于给由因虽但而且或介告指强认提要主出参宣透称代深前亲一致讲谈问答率赴赶走陪慰看接当兼获受担负调检视考听了的着过等同先女所发"
)
VERBS_FROM: Final = {
    pair[0]: pair[1:]
    for pair in (
        "正在是式值处当 强调 指出 提出 介绍 告诉 宣布读传 透露 认为真 参加观与 深入 亲自临切 代表 主持动任管 要求 检查 视察 慰问 陪同伴 担任 获得奖悉 调研任离往查整动入出 所作做提讲述说写著 发去来出给送布言".split()
    )
}
"""What makes a verb of some of them; before anything else they end a name as often as any other character."""
FOLLOWING_WORDS: Final = re.compile(
    r"同志|来[到自]|先生|女士|老师|教授|等|家(?=[，。中里走探])|介绍|告诉|表示|指出|强调|要求|认为|主持|出席|参加|讲话|代表|深入|前往|一行|率|带领|作|在|到|对|说|就|也|还|又|将|向|与|和|及|以|从|是|担任|兼任|为|任|宣布|透露|称|"
    r"亲自|亲临|先后|分别|首先|最后|专程|陪同|参观|考察|调研|视察|检查|慰问|走访|听取|充分|高度|同时|接受|接过|回忆|感慨|感动|高兴|激动|兴奋|坦言|笑|总|常|正|刚|已|曾|把|被|让|使|给|由|并|则|做|希望|勉励|"
    r"当选|接任|不再|获|受|负责|主管|分管|联系|组织|邀请|致辞|发言|通报|部署|提出|签署|签订|宣读|汇报|回答|解释|精神|事迹|摄(?![\u4e00-\u9fff])|[一二两三四五六七八九十]+[位名]|报道(?![\u4e00-\u9fff])|妻子|丈夫|父亲|母亲|儿子|女儿|夫妇|夫妻|一家|家庭"
)
KIN: Final = frozenset(
    {"奶奶", "爷爷", "大伯", "大妈", "大爷", "大娘", "阿姨", "叔叔", "大叔", "大姐", "师傅", "老汉", "女士", "先生", "某某", "某"}
)
FUNCTION_SURNAMES: Final = frozenset("干边区和于任时从向同应都能全经常成由来要会可别还着为是有")
"""Surnames that stand before other words far more often than before given names."""
LEADING: Final = frozenset("向和于从同由任对与")
"""Surnames that before a whole name are prepositions, conjunctions or 任."""
BODY_ENDS: Final = frozenset("办部局委处院所厅站室厂组区市县镇乡村")
"""Last characters of bodies and places: 文明办, 宣传部 are no names."""
HAN: Final = re.compile(r"[\u4e00-\u9fff]")
NOT_HAN: Final = re.compile(r"[^\u4e00-\u9fff]")
