"""All steps together: whatever was mended, every character still leads to the raw text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.read import read
from kg.repair import STEPS, bytes_out_of_step, glosses, repair, repairs, script
from kg.repair.layout import is_caption
from kg.repair.lost_bytes.decide import Decision, Verdict

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NAMES = sorted(path.name for path in SEEDS.iterdir() if path.suffix in (".txt", ".html"))
SOUND = [name for name in NAMES if name[:2] in ("02", "06", "07", "08", "09", "11", "12")]
"""Samples in simplified script without damage to their characters, after seeds/README.md."""

PIECES = st.sampled_from(
    [
        *("岳陽市委", "组织部", "乾部", "為瞭", "動(dòng)", "員(yuán)大會(huì)", "王 磊", "著", "\n", "\r\n", "，", "。"),
        *(",", "「四比四看」", '"', "3:30", "\u200b", "\ufeff", "-1-\n", "（左）", "图为会议", "一、", "  ", "\u3000"),
        *("𠮷", "99.18％", "\ufffd", "http://a.cn/x?y=1"),
    ]
)


def leads_back(raw: str, aligned: Aligned) -> None:
    """Assert that the map is whole: a stretch of the raw text for each character, empty only for line ends that were put in."""
    assert len(aligned.starts) == len(aligned.ends) == len(aligned.text)
    for char, start, end in zip(aligned.text, aligned.starts, aligned.ends, strict=True):
        assert 0 <= start <= end <= len(raw)
        assert start < end or char == "\n"


def out_of_order(aligned: Aligned) -> list[int]:
    """Where a character stands for raw text before that of the character before it."""
    return [at for at in range(1, len(aligned)) if aligned.starts[at] < aligned.starts[at - 1]]


def test_every_step_says_what_it_mends() -> None:
    """Steps have distinct names and a line for reports, and stand in the order that the module's docstring explains."""
    names = [step.name for step in STEPS]
    assert names == sorted(set(names), key=names.index)
    assert all(step.title for step in STEPS)
    order = ["forms", "bytes", "glosses", "script", "width", "quotes", "spacing", "layout", "names"]
    assert [name for name in names if name in order] == order


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_leads_back(raw: str) -> None:
    """For any mixture of damage every character of the result maps inside the raw text."""
    leads_back(raw, repair(raw))


@pytest.mark.parametrize("name", NAMES)
def test_sample_pages_lead_back(seeds: Path, name: str) -> None:
    """Every character of a mended sample maps inside its raw text, in order but where a caption was moved."""
    raw = read((seeds / name).read_bytes()).text
    aligned = repair(raw)
    leads_back(raw, aligned)
    captions = sum(is_caption(line) for line in aligned.text.split("\n"))
    assert len(out_of_order(aligned)) <= captions


def test_real_pages_lead_back(real_pages: Path) -> None:
    """The same holds on each of the real pages."""
    for path in sorted(real_pages.glob("*.txt")):
        raw = read(path.read_bytes()).text
        aligned = repair(raw)
        leads_back(raw, aligned)
        assert len(out_of_order(aligned)) <= sum(is_caption(line) for line in aligned.text.split("\n"))


def test_a_moved_caption_is_the_only_thing_out_of_order(seeds: Path) -> None:
    """The sample with a caption inside a sentence has the caption behind it, and nothing else moved."""
    raw = read((seeds / "03-speech.txt").read_bytes()).text
    aligned = repair(raw)
    assert "问题比较突出。" in aligned.text
    assert len(out_of_order(aligned)) == 1


@pytest.mark.parametrize("name", SOUND)
def test_sound_text_gets_no_edit_to_its_characters(seeds: Path, name: str) -> None:
    """The gloss and script steps leave sound simplified pages alone."""
    raw = read((seeds / name).read_bytes()).text
    assert glosses.find(raw) == []
    assert script.find(raw) == []


def test_all_damage_at_once() -> None:
    """A glossed, traditional, wrongly converted, badly set line reads as it was written."""
    raw = (
        "各級(jí)乾部\u200b為瞭「四比四看」活動(dòng),紮實推進(jìn)學習,動(dòng)員(yuán)群眾,"
        "實(shí)行(xíng)領(lǐng)導(dǎo)負(fù)責(zé)製,王 磊,出席會(huì)議(yì)。"
    )
    assert repair(raw * 3).text == "各级干部为了“四比四看”活动，扎实推进学习，动员群众，实行领导负责制，王磊，出席会议。" * 3


@pytest.mark.parametrize("name", NAMES)
def test_repairs_are_listed_where_they_were_made(name: str) -> None:
    """Of each sample: inside the raw text, by a step that exists; and none are listed where none were made."""
    raw = read((SEEDS / name).read_bytes()).text
    made = repairs(raw)
    assert {repair.step for repair in made} <= {step.name for step in STEPS}
    assert all(0 <= change.start <= change.end <= len(raw) and 0 <= change.confidence <= 1 for _, change in made)
    assert bool(made) == (repair(raw).text != raw)
    first = [change for step, change in made if step == STEPS[0].name]
    assert all(raw[change.start : change.end] == change.old for change in first)


def test_damaged_spots_that_are_left_alone_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the search is not certain of is named, with how sure its best reading was, and stays as it is."""
    spots = [Decision(Verdict.LEFT, 2, 4, "保活", 0.6), Decision(Verdict.PARTLY, 5, 6, "\ufffd", 0.9)]
    monkeypatch.setattr(bytes_out_of_step, "report", lambda _: spots)
    assert repairs("确实?;活，。")[:1] == [("bytes", (2, 4, "?;", "?;", 0.6, "left alone: not certain"))]
