"""Winnowing: no long shared run without a shared fingerprint, however the rest of the texts reads."""

from __future__ import annotations

import time

import pytest
from career_graph.passages import fold, without_markup
from career_graph.winnowing import Run, Trace, measure, read_trace, run_around, spans
from hypothesis import given, settings
from hypothesis import strategies as st

PROPERTY = settings(derandomize=True, deadline=None, max_examples=200)
JAPANESE = st.text(alphabet="あいうえお漢字。、\n ", max_size=80)
ENGLISH = st.lists(st.sampled_from("the clerk keeps a list of papers and, then. closes it\n\n".split(" ")), max_size=60).map(" ".join)
FEW = st.text(alphabet="あいう", max_size=20)
RUN = "".join(chr(ord("一") + index * 7) for index in range(measure("ja").run))
WORDS = " ".join(f"word{index}" for index in range(measure("en").run))


def trace(text: str, lang: str = "ja") -> Trace:
    return read_trace(fold(without_markup(text)), lang)


def shared(one: Trace, other: Trace) -> set[int]:
    return set(one.hashes) & set(other.hashes)


@PROPERTY
@given(JAPANESE, JAPANESE, JAPANESE, JAPANESE)
def test_letters_that_two_texts_share_leave_a_fingerprint_in_both(a: str, b: str, c: str, d: str) -> None:
    assert shared(trace(a + RUN + b), trace(c + RUN + d))


@PROPERTY
@given(FEW, FEW, st.text(alphabet="あい", min_size=30, max_size=50), FEW, FEW)
def test_letters_that_come_again_and_again_leave_one_too(a: str, b: str, run: str, c: str, d: str) -> None:
    assert shared(trace(a + run + b), trace(c + run + d))


@PROPERTY
@given(ENGLISH, ENGLISH, ENGLISH, ENGLISH)
def test_words_that_two_texts_share_leave_a_fingerprint_in_both(a: str, b: str, c: str, d: str) -> None:
    assert shared(trace(f"{a} {WORDS} {b}", "en"), trace(f"{c} {WORDS} {d}", "en"))


@PROPERTY
@given(JAPANESE, JAPANESE)
def test_from_a_shared_fingerprint_the_whole_run_is_found(a: str, b: str) -> None:
    one, other = trace(f"{a}始{RUN}終"), trace(f"{b}頭{RUN}尾")
    for hash in shared(trace(RUN), one) & set(other.hashes):
        places = [found.places[found.hashes.index(hash)] for found in (one, other)]
        run = run_around(one.units, places[0], other.units, places[1])
        assert (one.units[run.here :][: run.length], other.units[run.there :][: run.length]) == (RUN, RUN)


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("書類、をそろえ、送る。", "[書類](role:clerk)を　そろえ\n送る", "ja"),
        ("ＡＩを５つ", "aiを5つ", "ja"),
        ("そろえた[出典](source:survey)。", "そろえた。", "ja"),
        ("1. 集める\n2. 送る", "- 集める\n- 送る", "ja"),
        ("See the *list*, then close.", "see [the list](skill:lists) then\nclose", "en"),
        ("the *kanri* (管理, care) of papers", "the kanri of papers", "en"),
        ("it’s 1,000.5 yen.", "it's 1,000.5 yen", "en"),
    ],
)
def test_what_hides_a_copy_leaves_no_trace(one: str, other: str, lang: str) -> None:
    assert trace(one, lang).units == trace(other, lang).units


@pytest.mark.parametrize(("one", "other"), [("経理（けいり）", "経理"), ("1.5倍", "15倍2")])
def test_what_is_read_differs(one: str, other: str) -> None:
    assert trace(one).units != trace(other).units


def test_no_run_reaches_from_one_passage_into_the_next() -> None:
    one = trace("あいう\n\nえお")
    assert one.units == "\nあいう\nえお\n"
    assert run_around(one.units, 2, one.units, 2) == Run(1, 1, 3)


def test_passages_that_are_too_short_leave_no_fingerprint() -> None:
    assert trace(RUN[:-1]).hashes == ()
    assert len(trace(RUN).hashes) == 1


def test_units_are_found_again_in_the_text() -> None:
    plain = fold(without_markup("## 節\n\n1. [書類](role:a)を\n\n送る。"))
    units = read_trace(plain, "ja").units
    found = [plain[start:end] for start, end in spans(plain, "ja")]
    assert [letter for letter, unit in zip(found, units, strict=True) if unit != "\n"] == list("書類を送る")


def test_english_words_are_found_again_in_the_text() -> None:
    plain = "one two-three (四, four), it's 5.5."
    assert [plain[start:end] for start, end in spans(plain, "en")[1:-1]] == ["one", "two", "three", "it's", "5.5"]


@pytest.mark.parametrize("letter", ["あ", "あい", "あ、"])
def test_monotonous_text_takes_linear_time(letter: str) -> None:
    started = time.perf_counter()
    found = read_trace(letter * 100_000, "ja")
    assert time.perf_counter() - started < 2
    assert len(found.hashes) == len(found.places) > 0
