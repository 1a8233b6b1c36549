"""Words at which a name ends on its left, and words that make no name of what stands before a head.

General function words and verbs of official prose; no name of anything stands here.
"""

from __future__ import annotations

from typing import Final

STOP_TAGS: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "ud", "uv", "ug", "r", "d", "y", "x", "w", "m", "mq", "q", "zg"})
"""Parts of speech that no name of a body contains: prepositions, conjunctions, particles, pronouns, adverbs, numbers."""

NOT_STOPS: Final = frozenset(
    {
        "和",
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
        "第一",
        "第二",
        "第三",
        "总",
        "副",
        "大",
        "小",
        "新",
        "老",
        "人民",
        "党",
    }
)
"""Words with such a part of speech that names contain all the same (发展和改革委员会, 第三中学)."""

VERBS: Final = frozenset(
    "参观 访问 走访 慰问 采访 来到 前往 深入 邀请 聘请 希望 要求 督促 推进 推动 建立 创建 成立 设立 组建 开展 召开 举办 举行 出席 参加 主持 介绍 告诉 表示 "
    "指出 强调 认为 担任 任命 兼任 就任 负责 配合 支持 帮助 走进 进驻 联系 选派 下派 抽调 动员 带领 率领 赶赴 奔赴 抵达 考察 调研 视察 检查 督查 签订 签约 "
    "依托 依靠 围绕 结合 通过 按照 根据 随着 关于 对于 作为 成为 属于 位于 坐落 隶属 任职 就职 毕业 受到 得到 接受 获得 荣获 授予 评为 命名 开通 开设 打造 "
    "建成 新建 改建 扩建 投资 引进 兴办 创办 开办 主办 承办 协办 实施 实行 落实 贯彻 执行 制定 出台 印发 下发 转发 发布 报送 上报 提交 听取 审议 研究 讨论 "
    "决定 同意 批准 免去 辞去 提名 推荐 选举 当选 接替 调任 升任 出任 现任 历任 曾任 时任 原任 拟任 改任 学习 宣传 报道 刊登 播出 讲话 致辞 发言 讲授 "
    "会同 联合 协同 联手 携手 来自 家住 到达 进入 离开 返回 路过 途经 赠送 捐赠 资助 援助 援建 对口 包括 包含 涉及 覆盖 增强 提高 加强 完善 健全 整合 优化 "
    "加快 加大 强化 扩大 承接 带动 激发 促进 确保 保障 维护 服从 听从 面向 针对 立足 紧扣 突出 抓好 搞好 做好 办好 开好 建好 管好 用好 选好 配强 配齐 涌现 邀 率 赴 抵 到 在 由 是 对 向 给 经 "
    "让 使 令 请 暨 派 把 被 从 往 于 与 及 或 并 而 且 则 为 以 因 据 按 照 随 同 跟 和 等 至 又 也 还 都 均 已 曾 将 要 会 能 可 应 须 需 不 没 未 无 有 "
    "同志 先生 女士 其 该 此 这 那 各 每 某 本 我 你 他 她 它 们 谁 何 哪 全 整 多 少 数 几 余 名 位 个 家 所 座 间 条 件 项 次 回 场 届 期 批 了 着 过 的 地 得 之 来 去 进 出 入 "
    "上 下 内 外 前 后 间 中 里 时 起 止 会上 会后 会前 个别 原 前任 现 新任 分别 先后 陆续 相继 共同 一起 一同 随后 之后 以后 以来 期间 当天 当日 近日 日前 目前 当前 如今 今年 去年 "
    "明年 今后 首先 其次 最后 同时 此外 另外 以及 特别 尤其 充分 广泛 认真 积极 切实 不断 进一步 继续 始终 全面 统一 组织协调 牵头 组织 宣布 公布 公开 举报 投诉 反映 "
    "协调 指导 监督 考核 评议 领导 分管 主管 协管 联络 挂职 交流 培训 教育 引导 鼓励 号召 呼吁 发动 依法 严格 坚决 坚持 努力 力争 争取 争创 争当 创新 探索 试行 推行 推广 "
    "发送 寄送 送往 运往 转送 移交 交由 归口 挂靠 合并 分设 撤销 改组 改制 重组 更名 改名 原名 简称 俗称 号称 誉为 称为 叫做 组成 下设 内设 代表 利用 充分利用 招募 大家 老一辈 各大 抓实 抓细".split()
)
"""Words that end a name to their right wherever they stand; names that hold one (教育局, 服务中心) are known by their suffix."""

INSIDE_NAMES: Final = frozenset(
    "组织 教育 招生 服务 培训 指导 监督 领导 考核 学习 宣传 研究 联合 交流 保障 协调 公开 创新 引导 援助 推广 检查 督查 投诉 举报 中 新 外 全 上 下 前 后 内 创建 推进 落实 维护 建设 管理 治理 整治 "
    "投资 开发 设计 施工 咨询 运输 加工 制造 销售 租赁 经营 运营 装饰 检测 勘察 测绘 监理 拍卖 担保 发电 供电 冶炼".split()
)
"""Verbs that also stand inside names (行政服务中心, 就业指导中心): they end a name only where nothing is left of them; the second line: the trades of companies."""

GENERIC: Final = frozenset(
    "各级 有关 基层 专科 光伏 上级 下级 相关 直属 下属 所属 事业 行政 机关 国有 集体 民营 私营 大型 中型 小型 中小 龙头 骨干 重点 先进 优秀 本地 外地 当地 地方 "
    "中央 省级 市级 县级 乡级 镇级 村级 乡镇 城乡 农村 社区 街道 部门 单位 企业 公司 学校 医院 团体 社会 专门 专业 职能 主要 其他 其它 若干 部分 全部 所有 "
    "全国 全省 全市 全县 全区 全镇 全乡 全村 全校 全局 全厂 外资 合资 独资 上市 股份 新闻 综合 普通 一般 同类 兄弟 友好 对口 合作 承建 施工 监理 设计 开发 "
    "科研 党政 党委 政府 群团 公安 金融 保险 商业 工业 农业 教育 卫生 文化 体育 服务 窗口 政务 办事 领导 工作 活动 管理 党员 群众 干部 职工 妇女 青年 老年 志愿 "
    "便民 为民 利民 惠民 民生 信息 技术 培训 研究 指导 创业 就业 法律 现代 传统 特色 知名 著名 一流 世界 国际 国家 国内 国外 网络 互联 电子 商务 家庭 公办 民办 党群".split()
)
"""Words that do not make a name of a generic head by themselves (各级公司, 服务中心, 乡镇企业)."""
