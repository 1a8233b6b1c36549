"""Whether a found row is a gold fact."""

from __future__ import annotations

import pytest

from kg.score.found import Row
from kg.score.match import LENIENT, STRICT, matches
from kg.score.names import body, dice, plain, program

BOTH, LENIENTLY, NEITHER = {STRICT, LENIENT}, {LENIENT}, set()

CASES = {
    "another spelling": ("persons", {"name": "阿不都热合曼", "aliases": ["阿布都热合曼"]}, {"name": "阿布都热合曼"}, BOTH),
    "the dot of a name": ("persons", {"name": "巴特尔·额尔敦"}, {"name": "巴特尔・额尔敦"}, BOTH),
    "another body": (
        "holdings",
        {"person": "文立诚", "org": "岳阳市委", "title": "常委"},
        {"person": "文立诚", "org": "华容县委", "title": "常委"},
        LENIENTLY,
    ),
    "the long name of a body": (
        "holdings",
        {"person": "文立诚", "org": "岳阳市委", "title": "常委"},
        {"person": "文立诚", "org": "中共岳阳市委员会", "title": "常委"},
        BOTH,
    ),
    "a body that the gold leaves open": (
        "holdings",
        {"person": "文立诚", "org": None, "title": ["记者", "本报记者"]},
        {"person": "文立诚", "org": "岳阳日报", "title": "本报记者"},
        BOTH,
    ),
    "a short name of a place": ("places", {"name": "岳阳市", "aliases": ["岳阳"]}, {"name": "岳阳"}, LENIENTLY),
    "a body nearly": ("orgs", {"name": "岳阳市委非公有制经济组织工委"}, {"name": "岳阳市非公有制经济组织工委"}, LENIENTLY),
    "a program without its head": ("programs", {"name": "红帆引航工程"}, {"name": "红帆引航"}, BOTH),
    "a head noun that is the name": ("programs", {"name": "活动"}, {"name": "行动"}, NEITHER),
    "what is counted differs": (
        "observations",
        {"value": 800000, "unit": "个", "measure": "惠民承诺"},
        {"value": "800000", "unit": "个", "measure": "干部"},
        LENIENTLY,
    ),
    "another value": (
        "observations",
        {"value": 38.4, "unit": "%", "measure": "党员"},
        {"value": "38.5", "unit": "%", "measure": "党员"},
        NEITHER,
    ),
    "a day of the month of the gold": (
        "events",
        {"name": "全市组织工作会议", "date": "2012-04"},
        {"name": "全市组织工作会议", "date": "2012-04-23"},
        BOTH,
    ),
    "no date where the gold has one": (
        "events",
        {"name": "全市组织工作会议", "date": "2012-04"},
        {"name": "全市组织工作会议", "date": ""},
        NEITHER,
    ),
    "a date that may as well be open": (
        "events",
        {"name": "全市组织工作会议", "date": ["2012-04", None]},
        {"name": "全市组织工作会议", "date": "--04-23"},
        BOTH,
    ),
    "one of two values that are right": (
        "observations",
        {"value": [2000, 3000], "unit": "名", "measure": "党员"},
        {"value": "3000", "unit": "名", "measure": "党员"},
        BOTH,
    ),
    "half a title": (
        "documents",
        {"title": "关于加强社区党组织建设的意见"},
        {"name": "关于加强社区党组织建设的若干意见(试行)"},
        LENIENTLY,
    ),
}


@pytest.mark.parametrize(("kind", "gold", "fields", "modes"), CASES.values(), ids=CASES)
def test_facts_match_as_the_rules_say(kind: str, gold: dict, fields: dict, modes: set[str]) -> None:
    """Strictly a fact stands as it should; leniently its core does."""
    assert {mode for mode in (STRICT, LENIENT) if matches(kind, gold, Row(fields), mode)} == modes


def test_names_are_brought_to_one_form() -> None:
    """Marks go, committees and governments are short, a program loses its head noun but not its whole name."""
    assert plain("“四比四看” 活动") == "四比四看活动"
    assert body("中共岳阳市委员会") == "岳阳市委"
    assert body("岳阳市人民政府") == "岳阳市政府"
    assert program("创先争优活动") == "创先争优"
    assert program("活动") == "活动"
    assert dice("岳阳市", "岳阳市") == 1.0
    assert dice("岳阳", "汨罗") == 0.0
