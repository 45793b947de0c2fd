"""Figures: what is one, what it amounts to, and which statements stand for theirs."""

from __future__ import annotations

import pytest
from career_graph.figures import MARKS, amounts_in, read_figures
from career_graph.passages import fold, without_markup


def figures(text: str, lang: str = "ja") -> list[str]:
    return [figure.words for figure in read_figures(text, fold(without_markup(text)), lang)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("5,500円", ["5500 yen"]),
        ("５，５００円", ["5500 yen"]),
        ("月24.6万円", ["246000 yen"]),
        ("2億3,000万円", ["230000000 yen"]),
        ("24万5,462人", ["245462 people"]),
        ("30〜40万円", ["300000 yen", "400000 yen"]),
        ("1,000億〜3,000億円", ["100000000000 yen", "300000000000 yen"]),
        ("60％から70％", ["60 percent", "70 percent"]),
        ("350から500時間", ["350 hours", "500 hours"]),
        ("8割と七割", ["80 percent", "70 percent"]),
        ("2割増", ["20 percent"]),
        ("1.4倍、二倍", ["1.4 times", "2 times"]),
        ("12パーセント", ["12 percent"]),
        ("118万", ["1180000"]),
        ("5名", ["5 people"]),
        ("3人に1人", ["3 people", "1 people"]),
        ("2026年4月、第169回、90分、2級、1から5", []),
        ("4. 人事と時間外、2人事", []),
        ("一人で一時間、役割を分割する", []),
        ("3時間帯", []),
    ],
)
def test_japanese_amounts(text: str, amounts: list[str]) -> None:
    assert list(amounts_in(text, "ja")) == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("5,500 yen", ["5500 yen"]),
        ("¥5,500", ["5500 yen"]),
        ("a 4,230-yen fee", ["4230 yen"]),
        ("300,000 to 400,000 yen", ["300000 yen", "400000 yen"]),
        ("3 to 4 million yen", ["3000000 yen", "4000000 yen"]),
        ("3.5 million", ["3500000"]),
        ("36.2 percent and 7.4%", ["36.2 percent", "7.4 percent"]),
        ("ten percent", ["10 percent"]),
        ("60–70%", ["60 percent", "70 percent"]),
        ("200 hours, a 2-hour test", ["200 hours", "2 hours"]),
        ("50 to 100 people, 355 employees", ["50 people", "100 people", "355 people"]),
        ("nine in ten, three out of four, 2 in 5", ["90 percent", "75 percent", "40 percent"]),
        ("in April 2026, Grade 2, 90 minutes, two people, 1 to 5", []),
        ("3 in 2026, one in a department", []),
        ("5 peoples", []),
    ],
)
def test_english_amounts(text: str, amounts: list[str]) -> None:
    assert list(amounts_in(text, "en")) == amounts


@pytest.mark.parametrize(
    ("text", "unsourced"),
    [
        ("8割です。", ["8割"]),
        ("8割です[出典](source:a)。", []),
        ("8割です。[出典](source:a)", []),
        ("8割です。 [出典](source:a)[出典](source:b) 9割です。", ["9割"]),
        ("8割です。9割です[出典](source:a)。", ["8割"]),
        ("8割です[出典](source:a)が、9割とも言います。", ["9割"]),
        ("「8割です。」と聞きました[出典](source:a)。", []),
        ("8割（2割は別。）です[出典](source:a)。", []),
        ("8割です\n[出典](source:a)。", []),
        ("8割です。\n\n[出典](source:a)", ["8割"]),
        ("- 8割です。次です[出典](source:a)。\n- 9割です。", ["9割"]),
        ("1. 8割です[出典](source:a)。\n2. 9割です。", ["9割"]),
        ("- 8割です。\n- 9割です[出典](source:a)。", ["8割"]),
        ("前は7割です。\n- 8割です[出典](source:a)。", ["7割"]),
        ("| 8割 | 9割[出典](source:a) |\n|---|---|\n| 5円 | |", ["5円"]),
        ("| 8割[出典](source:a) | 9割 |", ["9割"]),
        ("8[割](role:a)です。", ["8[割"]),
        ("`8割`です。", []),
        ("## 8割\n\n[8割](https://example.com/9割)", ["8割"]),
        ("8割です[出典](source:a)!9割です?", ["9割"]),
    ],
)
def test_a_source_stands_behind_a_figure_in_its_statement(text: str, unsourced: list[str]) -> None:
    assert figures(text) == unsourced


@pytest.mark.parametrize(
    ("text", "unsourced"),
    [
        ("It is 5%.", ["5%"]),
        ("It is 5% [source](source:a).", []),
        ("It is 5%. [source](source:a) It is 6%.", ["6%"]),
        ("It is 5%. job tag says 6% [source](source:a).", ["5%"]),
        ('"It is 5%." So they said [source](source:a).', ["5%"]),
        ("It is 1.5 million [source](source:a).", []),
        ("It is 5% (2025) [source](source:a)! And 6%?", ["6%"]),
        ("* 5%. More [source](source:a).\n* 6%", ["6%"]),
    ],
)
def test_an_english_statement_ends_with_its_full_stop(text: str, unsourced: list[str]) -> None:
    assert figures(text, "en") == unsourced


@pytest.mark.parametrize(("lang", "mark"), [(lang, mark) for lang, marks in MARKS.items() for mark in marks])
def test_a_mark_stands_for_the_figures_of_its_statement(lang: str, mark: str) -> None:
    stop = "。" if lang == "ja" else ". "
    assert figures(f"5% {mark} 6%{stop}7%", lang) == ["7%"]


@pytest.mark.parametrize(
    ("lang", "text", "unsourced"),
    [
        ("ja", "例：5人で分ける。", []),
        ("ja", "5人です（編集部の計算）。", []),
        ("ja", "5人です（数は例です）。", []),
        ("ja", "5人です（時間はたとえです）。", []),
        ("ja", "この例では5人です。", []),
        ("ja", "5人未満は例外です。", ["5人"]),
        ("ja", "5人に減らした例です。", ["5人"]),
        ("ja", "例年は5人（例外）です。", ["5人"]),
        ("en", "For instance, 5%.", []),
        ("en", "It makes 5% (our worked example).", []),
        ("en", "It makes 5% (our sum).", []),
        ("en", "Our staff is 5%, examples are rare.", ["5%"]),
    ],
)
def test_marks_have_variants_but_not_every_word_like_them_is_one(lang: str, text: str, unsourced: list[str]) -> None:
    assert figures(text, lang) == unsourced


def test_a_figure_says_where_it_stands_and_what_its_statement_links_to() -> None:
    text = "はじめ。\n\n## 規模\n\n[a](role:a)は、[b](skill:b)で\n10〜50人です。[c](role:c)です。\n"
    (figure,) = read_figures(text, fold(without_markup(text)), "ja")
    assert (figure.words, figure.line, figure.column, figure.section) == ("10〜50人", 5, 0, "規模")
    assert figure.amounts == ("10 people", "50 people")
    assert figure.links == ("role:a", "skill:b")
