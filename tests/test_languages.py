from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable

import pytest
from builders import PROPERTY
from career_graph.languages import (
    LANGUAGES,
    Addresses,
    collation_key,
    format_as_of,
    format_date,
    format_measure,
    format_percent,
    format_span,
    format_yen,
    in_sentence,
    index_letter,
    sort_key,
)
from career_graph.model import Kind, Measure, Ref
from hypothesis import given
from hypothesis import strategies as st

ROOT = Addresses("https://example.org")
BELOW = Addresses("https://example.org/a/guide")
SITES = pytest.mark.parametrize(("site", "base"), [(ROOT, ""), (BELOW, "/a/guide")])


# ---------------------------------------------------------------- addresses


@SITES
@pytest.mark.parametrize(
    ("ref", "path"),
    [
        (Ref(Kind.ROLE, "accounting"), "/ja/roles/accounting/"),
        (Ref(Kind.SKILL, "bookkeeping"), "/ja/skills/bookkeeping/"),
        (Ref(Kind.CERTIFICATION, "nissho-boki"), "/ja/certifications/nissho-boki/"),
        (Ref(Kind.CERTIFICATION, "nissho-boki", "2"), "/ja/certifications/nissho-boki/#2"),
        (Ref(Kind.TRANSITION, "general-clerk--accounting"), "/ja/paths/general-clerk/accounting/"),
        (Ref(Kind.GUIDE, "first-steps"), "/ja/guides/first-steps/"),
        (Ref(Kind.PAGE, "consultation"), "/ja/consultation/"),
    ],
)
def test_an_entity_stands_where_its_kind_says(site: Addresses, base: str, ref: Ref, path: str) -> None:
    assert site.entity("ja", ref) == base + path


@SITES
def test_pages_end_in_a_slash_and_files_do_not(site: Addresses, base: str) -> None:
    assert site.page("en") == f"{base}/en/"
    assert site.page("en", "paths", "a", "b") == f"{base}/en/paths/a/b/"
    assert site.file("assets/site.css") == f"{base}/assets/site.css"
    assert site.file("") == f"{base}/"


@SITES
@pytest.mark.parametrize(
    ("path", "file"),
    [("/", "index.html"), ("/ja/", "ja/index.html"), ("/ja/roles/a/", "ja/roles/a/index.html"), ("/404.html", "404.html")],
)
def test_a_page_is_saved_where_a_web_host_looks_for_it(site: Addresses, base: str, path: str, file: str) -> None:
    assert site.save_as(base + path) == file


def test_a_base_that_reads_like_a_language_is_taken_off_once() -> None:
    assert Addresses("https://example.org/ja").save_as("/ja/ja/roles/") == "ja/roles/index.html"


@SITES
def test_a_whole_address_names_the_base_once(site: Addresses, base: str) -> None:
    assert site.absolute(site.page("ja", "roles")) == f"https://example.org{base}/ja/roles/"
    assert site.absolute(site.file("")) == f"https://example.org{base}/"


# ---------------------------------------------------------------- order of lists

IN_ORDER = """
しゃーれ しゃい しやぃ しゃれ ちょこ ちよこ ちょこれーと
てーた てぇた てえた でーた でぇた でえた てーたー てぇたー てえたー
はは はば はぱ ばは ばば ばぱ ぱは ぱば ぱぱ はははは
ひゆ びゅあ ぴゅあ びゅあー ぴゅあー ひゅう ひゆう ひゅん ぴゅん
""".split()
"""Readings in the order of JIS X 4061: letters; then plain, voiced, half-voiced; then long-vowel mark, small, full-size."""


@pytest.mark.parametrize(("before", "after"), list(itertools.pairwise(IN_ORDER)))
def test_readings_are_sorted_after_jis_x_4061(before: str, after: str) -> None:
    assert collation_key(before) < collation_key(after)


@pytest.mark.parametrize(("mark", "vowel"), [("かー", "かあ"), ("じー", "じい"), ("ぷー", "ぷう"), ("ぇー", "ええ"), ("よーー", "よおお")])
def test_a_long_vowel_mark_is_read_as_the_vowel_before_it(mark: str, vowel: str) -> None:
    assert collation_key(mark)[0] == collation_key(vowel)[0]


def test_dots_and_spaces_in_a_reading_do_not_count() -> None:
    assert collation_key("びじねす・きゃりあ けんてい") == collation_key("びじねすきゃりあけんてい")


def test_each_language_sorts_by_what_its_readers_expect() -> None:
    labels = [("経理", "けいり"), ("営業", "えいぎょう"), ("Zaimu", "ざいむ"), ("accounting", "かいけい")]
    by_reading = sorted(labels, key=lambda pair: sort_key("ja", *pair))
    by_label = sorted(labels[2:], key=lambda pair: sort_key("en", *pair))
    assert [reading for _, reading in by_reading] == ["えいぎょう", "かいけい", "けいり", "ざいむ"]
    assert [label for label, _ in by_label] == ["accounting", "Zaimu"]


ROWS = {
    "あ": "うぇぶ ゔぃ ぁ",
    "か": "ぎょうむ",
    "さ": "ざいむ",
    "た": "でーた っ",
    "な": "ねんまつ",
    "は": "ぱそこん ばいと",
    "ま": "めんたる",
    "や": "ゃ",
    "ら": "ろうむ",
    "わ": "を ん",
    "#": "itぱすぽーと 3きゅう",
}


@pytest.mark.parametrize(("row", "reading"), [(row, reading) for row, readings in ROWS.items() for reading in readings.split()])
def test_a_reading_stands_under_its_row(row: str, reading: str) -> None:
    assert index_letter("ja", "題", reading) == row


@pytest.mark.parametrize(("label", "letter"), [("payroll", "P"), ("Élan", "E"), ("経理", "#"), ("3D", "#"), ("", "#")])
def test_an_english_label_stands_under_its_letter(label: str, letter: str) -> None:
    assert index_letter("en", label, "よみ") == letter


@PROPERTY
@given(st.lists(st.text("あがばんー・a3 ", min_size=1, max_size=3).filter(lambda reading: reading[0] not in "ー・ ")))
def test_a_japanese_index_names_each_row_once(readings: list[str]) -> None:
    ordered = sorted(readings, key=lambda reading: sort_key("ja", "題", reading))
    assert_no_heading_twice(index_letter("ja", "題", reading) for reading in ordered)


@PROPERTY
@given(st.lists(st.text("aéEzZ3経(", min_size=1, max_size=3)))
def test_an_english_index_names_each_letter_once(labels: list[str]) -> None:
    ordered = sorted(labels, key=lambda label: sort_key("en", label, "よみ"))
    assert_no_heading_twice(index_letter("en", label, "よみ") for label in ordered)


def assert_no_heading_twice(letters: Iterable[str]) -> None:
    headings = [letter for letter, _ in itertools.groupby(letters)]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize(
    ("label", "inside"), [("General office clerk", "general office clerk"), ("HR clerk", "HR clerk"), ("経理", "経理"), ("", "")]
)
def test_inside_an_english_sentence_a_label_begins_small_unless_it_is_an_abbreviation(label: str, inside: str) -> None:
    assert in_sentence(label, "en") == inside
    assert in_sentence(label, "ja") == label


# ---------------------------------------------------------------- dates and numbers


@pytest.mark.parametrize(
    ("as_of", "ja", "en"),
    [("2026", "2026年", "2026"), ("2026-04", "2026年4月", "April 2026"), ("2026-11-02", "2026年11月2日", "November 2, 2026")],
)
def test_a_date_is_written_as_exactly_as_it_is_known(as_of: str, ja: str, en: str) -> None:
    assert (format_as_of(as_of, "ja"), format_as_of(as_of, "en")) == (ja, en)


def test_a_day_is_written_out() -> None:
    day = datetime.date(2026, 1, 9)
    assert [format_date(day, lang) for lang in LANGUAGES] == ["2026年1月9日", "January 9, 2026"]


def test_yen_are_grouped_in_thousands() -> None:
    assert [format_yen(15400, lang) for lang in LANGUAGES] == ["15,400円", "¥15,400"]
    assert [format_yen(0, lang) for lang in LANGUAGES] == ["0円", "¥0"]


def test_percentages_keep_their_digits_and_no_more() -> None:
    assert [format_percent(20.9, "ja"), format_percent(21.0, "en")] == ["20.9%", "21%"]


def test_a_span_with_equal_ends_is_one_number() -> None:
    assert [format_span(6, 12, lang) for lang in LANGUAGES] == ["6〜12", "6–12"]
    assert [format_span(1000, 1500, lang) for lang in LANGUAGES] == ["1,000〜1,500", "1,000–1,500"]
    assert [format_span(6, 6, lang) for lang in LANGUAGES] == ["6", "6"]


@pytest.mark.parametrize(
    ("measure", "value", "ja", "en"),
    [
        (Measure.ANNUAL_WAGE, 509.3, "509.3万円", "¥5.09 million"),
        (Measure.OFFERED_WAGE, 22.4, "22.4万円", "¥224,000"),
        (Measure.OPENINGS, 0.56, "0.56倍", "0.56"),
        (Measure.HOURS, 164, "164時間", "164 hours"),
        (Measure.AGE, 43.9, "43.9歳", "43.9"),
        (Measure.WORKERS, 1234567, "1,234,567人", "1,234,567"),
        (Measure.AI_EXPOSURE, 0.7, "0.7（0〜1）", "0.7 (0 to 1)"),
    ],
)
def test_a_measure_is_shown_in_the_unit_of_its_readers(measure: Measure, value: float, ja: str, en: str) -> None:
    assert (format_measure(measure, value, "ja"), format_measure(measure, value, "en")) == (ja, en)


def test_every_measure_has_a_unit_in_every_language() -> None:
    assert all(format_measure(measure, 1, lang) for measure in Measure for lang in LANGUAGES)
