"""Passages: what is a passage, what is read of it, and that no letter moves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from career_graph.passages import fold, place, read_passages, without_code, without_markup
from hypothesis import given, settings
from hypothesis import strategies as st

PROPERTY = settings(derandomize=True, deadline=None, max_examples=200)
SOURCE = st.text(alphabet="あ漢Ａ％İa1 \n#|-*`~[](){}<>:.。「」", max_size=60)


def read(text: str) -> list[tuple[str, str]]:
    return [(text[passage.start : passage.end].strip(), passage.section) for passage in read_passages(text)]


def test_passages_stand_between_blank_lines_and_headings() -> None:
    text = "はじめ。\n二行目。\n\n## 節 {#part}\n段落。\n### 小見出し\n- 一つ\n- 二つ\n\n| 表 |\n\n## 次\n"
    assert read(text) == [("はじめ。\n二行目。", ""), ("段落。", "節"), ("- 一つ\n- 二つ", "節"), ("| 表 |", "節")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[経理](role:accounting)です", " 経理                  です"),
        ("8割[出典](source:survey)。", "8割                   。"),
        ("![机](images/a.png){width=1 height=1}", "  机                                 "),
        ("## 節 {#part}", "## 節        "),
        ("a<br>b</p>", "a    b    "),
        ("`[a](b)`と```\n5円\n```", "       " + " と   \n  \n   "),
        ("1 < 2 (三)", "1 < 2 (三)"),
    ],
)
def test_markup_leaves_spaces_and_words(text: str, shown: str) -> None:
    assert without_markup(text) == shown.ljust(len(text))


def test_folding_makes_wide_letters_narrow_and_capitals_small() -> None:
    assert fold("ＡＢ％（）１２，Ｚz　’İ〜") == "ab%()12,zz　'i〜"


@PROPERTY
@given(SOURCE)
def test_every_letter_keeps_its_place(text: str) -> None:
    for read_as in (without_code(text), without_markup(text), fold(without_markup(text))):
        assert len(read_as) == len(text)
        assert [at for at, letter in enumerate(read_as) if letter == "\n"] == [at for at, letter in enumerate(text) if letter == "\n"]


@PROPERTY
@given(SOURCE)
def test_passages_follow_each_other_and_hold_all_lines_but_headings(text: str) -> None:
    passages = list(read_passages(text))
    assert all(before.end <= after.start for before, after in pairwise(passages))
    held = "".join(text[passage.start : passage.end] for passage in passages)
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    assert [line for line in held.split("\n") if line.strip()] == lines


def test_a_place_counts_lines_and_columns_from_nothing() -> None:
    assert [place("ab\nc", offset) for offset in (0, 1, 3)] == [(0, 0), (0, 1), (1, 0)]
