"""Bytes out of step: what is mended is right, what is not sure stays, and nothing sound is touched."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import forward_model
import official_text
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.repair import bytes_out_of_step, glosses
from kg.repair.lost_bytes.candidates import keys

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "gold" / "repair_001.jsonl"

PROSE = Path(__file__).parent / "prose"


class Pages(NamedTuple):
    """Texts of our own that nothing was tuned on, how often each is damaged anew, names in them, and what we have reached."""

    texts: list[str]
    lists: int
    names: str
    exact: float


#: Pages of a grammar, which say much again in other words, and prose, which does not. The goal is 0.9.
SETS = {
    "grammar": Pages(official_text.pages(), 8, "".join(official_text.PEOPLE + official_text.PLACES), 0.83),
    "prose": Pages([path.read_text(encoding="utf-8") for path in sorted(PROSE.glob("*.txt"))], 6, "廖姑娘阿秀胡师傅孙大娘小刘", 0.785),
}


def _outcomes(pages: Pages) -> list[forward_model.Outcome]:
    """What became of every distinct spot (page, surroundings, damage) of the pages, each damaged with several lists of glosses."""
    found: dict[tuple[int, str, str], forward_model.Outcome] = {}
    for seed in range(pages.lists):
        for number, page in enumerate(pages.texts):
            text = forward_model.traditional(page)
            listed = forward_model.glossed_characters(text, 120, 30, seed)
            damaged = forward_model.damage(text, listed, cut=0.6, seed=seed)
            for outcome in forward_model.outcomes(damaged, bytes_out_of_step.find(damaged.text)):
                start, end, truth, _ = outcome.spot
                found.setdefault((number, damaged.text[max(start - 6, 0) : end], truth), outcome)
    return list(found.values())


def _loses_figure_or_name(spot: forward_model.Spot, names: str) -> bool:
    """Whether no language model can know what is lost: a digit, or part of a person's or a place's name."""
    truth = forward_model.simplified(spot.truth)
    return any(c.isdigit() for c in truth) or any(truth[at : at + 2] in names for at in range(len(truth) - 1))


@pytest.mark.parametrize("name", SETS)
def test_generated_spots(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """At least 1,000 spots; at most 1 in 100 becomes wrong; how many become right is what we have reached."""
    pages = SETS[name]
    outcomes = _outcomes(pages)
    counts = Counter(outcome.result for outcome in outcomes)
    fair = [outcome.result for outcome in outcomes if not _loses_figure_or_name(outcome.spot, pages.names)]
    exact = fair.count("exact") / len(fair)
    summary = f"{name}, {len(outcomes)} spots: {dict(counts)}; exact where no figure or name is lost: {exact:.3f}"
    with capsys.disabled():
        sys.stdout.write("\n".join(["", summary, *_curve(outcomes), ""]))
    assert len(outcomes) >= 1_000
    assert counts["wrong"] <= 0.01 * len(outcomes)
    assert exact >= pages.exact


def _curve(outcomes: list[forward_model.Outcome]) -> list[str]:
    """Precision and coverage of the repairs by their confidence."""
    lines = []
    for least in (0.95, 0.97, 0.99, 0.995, 0.999):
        made = [outcome.result for outcome in outcomes if outcome.confidence >= least]
        right = made.count("exact") + made.count("partial")
        lines.append(f"confidence >= {least}: coverage {len(made) / len(outcomes):.3f}, precision {right / len(made):.4f}")
    return lines


@pytest.mark.skipif(not GOLD.exists(), reason="the real pages are not part of the repository")
def test_spots_of_the_real_page() -> None:
    """No spot of the real page becomes wrong; those mended whole are counted, the rest is left or partial."""
    text = next((SHARED / "seeds").glob("001_*.txt")).read_text(encoding="utf-8")
    aligned = Aligned.of(text).edit(bytes_out_of_step.find(text))
    aligned = aligned.edit(glosses.find(aligned.text))
    results: Counter[str] = Counter()
    at = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        at = text.index(row["damaged"], at)
        end = at + len(row["damaged"])
        inside = [n for n, (a, b) in enumerate(zip(aligned.starts, aligned.ends, strict=True)) if at <= a and b <= end]
        now = forward_model.simplified(aligned.text[inside[0] : inside[-1] + 1])
        results[_compared(now, row["repaired_simplified"])] += 1
        at += 1
    assert results["wrong"] == 0
    assert results["exact"] >= EXACT_OF_31


#: Of the 31 spots of the real page (the goal is 29; two have lost a digit and can be mended in part only).
EXACT_OF_31 = 26


def _compared(now: str, expected: str) -> str:
    if now == expected:
        return "exact"
    if "?" in now:
        return "left"
    kept = [b for a, b in zip(now, expected, strict=False) if a != "\ufffd"]
    same = len(now) == len(expected) and kept == [a for a in now if a != "\ufffd"]
    return "partial" if same else "wrong"


def _sound_texts() -> dict[str, str]:
    """Texts in which nothing is damaged, some of them with what resembles damage."""
    simplified = "\n".join(official_text.pages())
    traditional = forward_model.traditional(simplified)
    ascii_marks = traditional.translate(forward_model.CLEANED)
    return {
        "simplified": simplified,
        "traditional": traditional,
        "ASCII marks": ascii_marks,
        "questions": ascii_marks.replace("。", "?"),
        "questions before quotes": ascii_marks.replace("。", "?”").replace(",", "?,"),
        "exclamations": ascii_marks.replace("。", "?!").replace(",", "!?"),
        "glossed": ascii_marks.replace("動", "動(dòng)").replace("實", "實(shí)").replace("。", "?"),
        "a note on reading": "『覃』(qín)字怎麽讀?讀(qín)還是(tán)?" * 50,
        "English": "What is this?, he asked (again?). Why?! " * 200,
    }


@pytest.mark.parametrize("text", _sound_texts().values(), ids=_sound_texts().keys())
def test_sound_text_is_not_touched(text: str) -> None:
    """Where nothing is damaged no edit is made, whatever the marks."""
    assert bytes_out_of_step.find(text) == []


def test_a_spot_is_mended_and_reported() -> None:
    """A sure spot becomes an edit with its confidence; one that nobody can decide is left and reported."""
    text = "全市各級黨組織認真開展活動(dòng),精心謀劃,確?;顒?dòng)有序推進(jìn)。"
    (edit,) = bytes_out_of_step.find(text)
    assert Aligned.of(text).edit([edit]).text == "全市各級黨組織認真開展活動(dòng),精心謀劃,確保活動有序推進(jìn)。"
    assert edit.confidence >= 0.9
    assert bytes_out_of_step.report(text) == []


def test_no_simplified_character_is_restored() -> None:
    """A page in converted script never had the simplified form, whatever its reading."""
    assert {half.character for halves in keys("jì").values() for half in halves}.isdisjoint("记纪计继际")
    text = "縣委副書記(jì)主持會議,鎮黨委書記(jì)參加會議,村支部?zēng)?jì)在會上作了發言。"
    (edit,) = bytes_out_of_step.find(text)
    assert edit.new == "書記"


def test_an_eaten_line_end_comes_back() -> None:
    """Where empty lines part paragraphs, the byte that was eaten before a line end was a line end."""
    text = "一、突出重點,?chàng)涨髮嵭?\n全縣各級黨組織認真開展活動,完成目標任務。\n\n二、加強領導,落實責任\n\n各單位要認真完成任務。\n"
    (edit,) = bytes_out_of_step.find(text)
    assert edit.new == "務求實效\n"
    (edit,) = bytes_out_of_step.find(text.replace("\n\n", "\n"))
    assert edit.new == "務求實效\ufffd"


def test_a_blank_of_full_width_comes_back() -> None:
    """Where a paragraph begins with such blanks, the last one and the first character (本) can hold the bytes of a mark (”)."""
    lines = (f"\u3000\u3000本{unit}认真学习文件，切实转变作风，按时完成任务。" for unit in ("单位", "学校", "部门", "医院", "车间", "小组"))
    clean = forward_model.traditional("\n".join(lines))
    damaged = forward_model.damage(clean, (), cut=0.4, seed=3)
    outcomes = forward_model.outcomes(damaged, bytes_out_of_step.find(damaged.text))
    assert [outcome.spot.truth[:2] for outcome in outcomes] == ["\u3000本"] * 3
    assert [outcome.result for outcome in outcomes] == ["exact"] * 3


def test_a_flood_of_spots_is_bounded() -> None:
    """A text made of spots only is looked at up to a number of spots."""
    assert len(list(bytes_out_of_step.spots("動實?;顒?dòng)" * 3_000))) <= bytes_out_of_step.MOST_SPOTS


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="動實們確風保,。“”;?!:()()aàdògLFf@^\n1月顒鶎狱匾", max_size=60) | st.text(max_size=60))
def test_edits_are_ordered_and_disjoint(text: str) -> None:
    """Whatever the text, its edits can be applied."""
    Aligned.of(text).edit(bytes_out_of_step.find(text))
