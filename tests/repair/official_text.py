"""Official-style text of our own, drawn by a seeded grammar: 12 pages of some 2,200 characters, each with its subject.

Nothing that the byte repair was built or tuned with is in it: subjects, bodies and names differ from those of
``kg/repair/data/sentences.txt``; templates are filled at random, so that neighbours of words vary.
"""

from __future__ import annotations

import re
from random import Random
from typing import Final

SUBJECTS: Final = {
    "图书馆": "借阅 馆藏 古籍 读者 阅览室 讲座 志愿者 书香 儿童读物 数字资源 流动书车 还书点",
    "消防救援": "灭火 演练 水源 器材 通道 烟感 值守 警情 宿舍 出警 逃生绳 微型站",
    "档案局": "卷宗 查档 扫描 目录 库房 虫霉 移交 鉴定 口述史 胶片 族谱 备份",
    "水文站": "水位 流量 雨量 断面 测船 汛情 预报 泥沙 浮标 遥测 堤岸 洪峰",
    "养老院": "护工 床位 膳食 康复 探视 慢病 陪伴 健康卡 无障碍 棋牌 生日会 轮椅",
    "林业局": "苗圃 护林员 火险 退耕 病虫害 古树 瞭望塔 油茶 湿地 巡护 采伐证 竹海",
    "职业学校": "实训 学徒 竞赛 焊接 烹饪 数控 订单班 双师 资格证 宿管 车间 家访",
    "港务集团": "泊位 吊装 集装箱 引航 堆场 航线 报关 疏浚 龙门吊 调度 冷链 潮汐",
    "博物馆": "展陈 文物 修复 讲解 拓片 青铜 复制 导览 捐赠 瓷器 特展 研学",
    "气象台": "预警 雷达 台风 寒潮 能见度 积雪 观测 霜冻 短信 会商 闪电 干旱",
    "邮政公司": "投递 包裹 邮路 分拣 信箱 汇款 窗口 集邮 快件 乡邮员 明信片 仓配",
    "供销社": "农资 农膜 仓储 合作社 网点 茶叶 直播 配送 油料 回收 庄稼医院 社员",
}
PEOPLE: Final = "欧阳璐 尉迟恒 章怀瑾 裘若兰 闵学勤 虞嘉树 褚云帆 濮阳晖 戚文澜 柏长青 阮思齐 倪素珍".split()
PLACES: Final = "云浦区 栖霞镇 望潮街道 松岭乡 石门坳 东屏新城 柳溪社区 白鹭洲 青枫里 鹤鸣山 长汀湾 南塘坊".split()
NOUNS: Final = (
    "规程 台账 预案 清单 样板 细则 名册 图纸 系统 平台 流程 档次 口碑 氛围 环节 隐患 缺口 短板 模式 渠道 节奏 "
    "细节 尺度 品牌 链条 底数 成本 效益 业务 岗位 纪律 素养 礼仪 风貌 秩序 仪器 线路 试点 场所 设备 费用 账目"
).split()
VERBS: Final = (
    "核对 梳理 完善 更新 优化 检修 汇总 公示 编制 补充 推广 规范 评估 调整 压缩 清点 登记 保养 监测 修订 搜集 复核 "
    "统筹 维护 细化 印制 校准 盘活 扩建 试行 归纳 追踪 衔接 改造 购置 验收"
).split()
ADVERBS: Final = "逐项 及时 主动 全程 按月 联合 分批 如期 严格 耐心 随时 悉心 反复 陆续 认真 就地 迅速 大胆 从严 率先".split()
MEASURES: Final = "二百余件 十六处 近千人次 四十八项 三成 九个批次 七十多户 五万余元 一百二十天 两轮 六类 半数以上".split()
TIMES: Final = "入冬以来 上个季度 国庆前夕 三年间 每逢周末 连日来 年初 这个夏天 开馆当天 此前 最近几个月 换届之后".split()
GAINS: Final = (
    "节省了开支 缩短了等候时间 减轻了一线负担 赢得了好评 填补了空白 打通了堵点 补齐了弱项 方便了周边住户 "
    "消除了顾虑 留下了宝贵资料 积攒了人气 调动了热情 压实了担子 挽回了损失 摸清了家底"
).split()
SAYINGS: Final = (
    "宁可跑断腿，不能误了点 细处见真章 多想一步，就少一分麻烦 把难题留给自己 台账清楚，心里才踏实 慢不得，也急不得 "
    "会者不难，难者不会 这些东西都是大家攒下来的 从前要跑三趟，眼下坐着就能办 我们愿意再试一回 该花的钱一分不能省"
).split()
TEMPLATES: Final = (
    "{T}，{P}{S}{A}{V}{N}，{G}。",
    "{T}，{S}围绕{k}、{k}和{k}三个方面{V}{N}，累计完成{M}。",
    "负责{k}的{p}介绍，{N}{V}以后，{k}比往常顺畅得多，{G}。",
    "“{Q}。”{p}一边{V}{N}，一边对记者说。",
    "{p}说：“{Q}。”在场的人都点头称是。",
    "针对{k}中暴露出的{N}不清、{N}不全等毛病，{P}{A}{V}，限定时间销号。",
    "谈到{k}，{p}感触很深：“{Q}，{Q}。”",
    "据{S}负责人透露，{P}还将{V}{N}，让{k}更加贴近百姓。",
    "不少住户反映，{k}的{N}变了样，服务人员态度也温和了许多。",
    "{S}与{P}签下协议，双方{A}{V}{N}，共享{k}资料，互派人员。",
    "其中，{k}{M}，{k}{M}，均超出原定计划。",
    "为了不耽误{k}，{p}带领同事{A}{V}{N}，直到深夜才离开。",
    "遇到{k}需要{V}的，由{S}出面协调；涉及{N}的，{A}上报。",
    "{P}把{N}当作头等大事来做，先后{V}{k}{M}，{G}。",
    "如果{N}没有{V}到位，{k}就会受到影响，损失也难以估量。",
    "与其他地方不同，{P}的{k}由专人{V}，{N}单独列支，{G}。",
    "{S}还开设了“{k}课堂”“{k}驿站”，请{p}等人轮流值班。",
    "{T}，{p}被评为标兵；她却说：“{Q}。”",
    "经过{A}{V}，{N}的总体面貌焕然一新，{k}也恢复了正常。",
    "会上，{p}强调，{k}关系千家万户，对{N}要{A}{V}，绝不允许走过场。",
    "那么，{k}为什么能后来居上？{p}的回答很简单：{Q}。",
    "{P}总结出“一看、二问、三{V1}”的办法，{k}差错率下降{M}。",
    "这种做法既{V}了{N}，又{G}，值得借鉴。",
    "眼下，{k}工程已经完工{M}，剩余部分正由{S}{A}{V}。",
    "对于{k}，{S}坚持两手准备：一手{V}{N}，一手{V}{N}。",
    "各小组分头行动，有的{V}{N}，有的{V}{k}，忙而不乱。",
)
PAGE_LENGTH: Final = 2_200


def pages(seed: int = 7) -> list[str]:
    """Draw the pages, in simplified script with full-width marks."""
    random = Random(seed)
    return [_page(subject, words.split(), random) for subject, words in SUBJECTS.items()]


def _page(subject: str, words: list[str], random: Random) -> str:
    places = random.sample(PLACES, 4)
    people = random.sample(PEOPLE, 4)
    slots = {
        "S": [subject], "P": places, "p": people, "k": words, "N": NOUNS, "V": VERBS, "A": ADVERBS, "M": MEASURES,
        "T": TIMES, "G": GAINS, "Q": SAYINGS, "V1": ["查", "访", "议", "评"],
    }  # fmt: skip
    lines: list[str] = []
    while sum(map(len, lines)) < PAGE_LENGTH:
        chosen = random.sample(TEMPLATES, random.randint(2, 5))
        lines.append("".join(_filled(template, slots, random) for template in chosen))
    return "\n".join(lines)


def _filled(template: str, slots: dict[str, list[str]], random: Random) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: random.choice(slots[match[1]]), template)
