"""Header text to plain values: what is read, where each value stands, and that no text brings the parser down."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from career_graph.frontmatter import Fields, Header, Location, parse_header, parse_yaml
from career_graph.problems import Problem
from hypothesis import given, settings
from hypothesis import strategies as st
from small_sites import ROOT

PROPERTY = settings(derandomize=True, deadline=None, max_examples=200)

TEXT = """\
---
title: 経理
level: {min: 2, max: 3}
essential_skills:
  - skill: bookkeeping
    level: "3"
  - {skill: spreadsheets, level: 2}
sources: [a, 本]
---

本文です。
"""


def header(text: str) -> Header:
    parsed = parse_header(text, "a.md")
    assert isinstance(parsed, Header), parsed
    return parsed


def fields(text: str) -> Fields:
    parsed = parse_yaml(text, "a.yaml")
    assert isinstance(parsed, Fields), parsed
    return parsed


def problems(parsed: object) -> list[str]:
    assert isinstance(parsed, list)
    return [f"{problem.line}:{problem.column} {problem.code}" for problem in parsed]


# ---------------------------------------------------------------- header and body


def test_a_file_is_cut_into_fields_and_body() -> None:
    parsed = header(TEXT)
    assert list(parsed.fields.values) == ["title", "level", "essential_skills", "sources"]
    assert parsed.body == "\n本文です。\n"


def test_the_body_knows_on_which_line_of_the_file_it_begins() -> None:
    parsed = header(TEXT)
    assert TEXT.split("\n")[parsed.body_line - 1 :] == parsed.body.split("\n")


def test_only_the_first_closing_line_ends_the_header() -> None:
    assert header("---\na: b\n---\nText\n---\nMore").body == "Text\n---\nMore"


def test_blanks_after_the_hyphens_do_no_harm() -> None:
    assert header("--- \na: b\n---\t\nText").body == "Text"


@pytest.mark.parametrize("text", ["", "title: a\n", "\n---\na: b\n---\n", "--\na: b\n--\n", "--- a: b\n---\n", "---", "---\na: b\n----\n"])
def test_a_file_without_a_whole_header_is_refused(text: str) -> None:
    assert problems(parse_header(text, "a.md")) == ["1:1 bad-header"]


@pytest.mark.parametrize("text", ["", "# only a comment", "- a\n- b", "text", '"text"'])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    assert problems(parse_header(f"---\n{text}\n---\n", "a.md")) == ["2:1 bad-yaml"]
    assert problems(parse_yaml(text, "a.yaml")) == ["1:1 bad-yaml"]


# ---------------------------------------------------------------- where things stand


@pytest.mark.parametrize(
    ("location", "key", "value"),
    [
        (("title",), (2, 1), (2, 8)),
        (("level",), (3, 1), (3, 8)),
        (("level", "max"), (3, 17), (3, 22)),
        (("essential_skills",), (4, 1), (5, 3)),
        (("essential_skills", 0, "skill"), (5, 5), (5, 12)),
        (("essential_skills", 0, "level"), (6, 5), (6, 12)),
        (("essential_skills", 1, "skill"), (7, 6), (7, 13)),
        (("essential_skills", 1, "level"), (7, 27), (7, 34)),
        (("sources",), (8, 1), (8, 10)),
    ],
)
def test_keys_and_values_stand_where_the_file_has_them(location: Location, key: tuple[int, int], value: tuple[int, int]) -> None:
    parsed = header(TEXT).fields
    assert parsed.key_mark(location) == key
    assert parsed.mark(location) == value


@pytest.mark.parametrize(
    ("location", "place"),
    [(("essential_skills", 0), (5, 5)), (("essential_skills", 1), (7, 5)), (("sources", 0), (8, 11)), (("sources", 1), (8, 14))],
)
def test_list_items_stand_where_the_file_has_them(location: Location, place: tuple[int, int]) -> None:
    parsed = header(TEXT).fields
    assert parsed.mark(location) == parsed.key_mark(location) == place


def test_what_is_not_there_stands_where_the_thing_around_it_stands() -> None:
    parsed = header(TEXT).fields
    assert parsed.mark(("level", "mid")) == parsed.mark(("level",))
    assert parsed.key_mark(("essential_skills", 1, "importance", "deep")) == parsed.mark(("essential_skills", 1))
    assert parsed.mark(("nothing",)) == (2, 1)
    assert Fields({}).mark(("nothing",)) == (1, 1)


WORDS = st.text("abcあ経理", min_size=1, max_size=5)
NESTED = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=8)
MAPPINGS = st.dictionaries(WORDS, NESTED, min_size=1, max_size=3)


def scalars(value: Any, location: Location = ()) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    for part, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from scalars(inner, (*location, part))


@PROPERTY
@given(MAPPINGS, st.sampled_from([True, False, None]))
def test_every_mark_points_at_the_text_it_marks(values: dict[str, Any], flow: bool | None) -> None:
    text = yaml.safe_dump(values, allow_unicode=True, default_flow_style=flow, width=10_000)
    parsed = fields(text)
    assert parsed.values == values
    lines = text.split("\n")
    for location, value in scalars(values):
        line, column = parsed.mark(location)
        assert lines[line - 1][column - 1 :].startswith(value)
    for location, (line, column) in parsed.keys.items():
        assert lines[line - 1][column - 1 :].startswith(f"{location[-1]}:")


# ---------------------------------------------------------------- scalars


@pytest.mark.parametrize(
    "text",
    ["no", "No", "off", "on", "yes", "y", "12:30", "12:30:45", "2026-11-22", "2026-11", "2026-11-22T10:00:00Z", "0x1f", "0o17", "1_000",
     "1,000", "2級", "nissho-boki#2", "5,5", "v1.2.3", "９", "5", "0430", "-1", "1.10", "1e3", "true"],
)  # fmt: skip
def test_words_dates_and_numbers_stay_as_they_are_written(text: str) -> None:
    assert fields(f"a: {text}").values == {"a": text}


@pytest.mark.parametrize("text", ["5", "true", "null", "", "~", "no", "1.5"])
def test_quoted_text_is_text(text: str) -> None:
    assert fields(f"a: \"{text}\"\nb: '{text}'").values == {"a": text, "b": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "# comment"])
def test_nothing_is_none(text: str) -> None:
    assert fields(f"a: {text}").values == {"a": None}


def test_several_lines_of_text_are_one_value() -> None:
    assert fields("a: |\n  one\n  two\nb: >\n  one\n  two\n").values == {"a": "one\ntwo\n", "b": "one two\n"}


# ---------------------------------------------------------------- what is refused


def test_every_key_that_stands_twice_is_reported_where_it_stands_again() -> None:
    found = parse_header("---\na: 1\nb: {c: 1, c: 2}\na: 2\na: 3\n---\n", "a.md")
    assert problems(found) == ["3:11 duplicate-key", "4:1 duplicate-key", "5:1 duplicate-key"]
    assert isinstance(found, list)
    assert {problem.hint for problem in found} == {"first on line 2", "first on line 3"}


def test_keys_of_one_name_at_different_places_are_no_duplicates() -> None:
    assert fields("a: {a: x}\nb: [{a: y}, {a: z}]").values == {"a": {"a": "x"}, "b": [{"a": "y"}, {"a": "z"}]}


@pytest.mark.parametrize("text", ["a: &x y\nb: *x", "a: &x [*x]", "a: &x {b: c}\nd: *x", "a: *x", "a: &x {b: c}\nd:\n  <<: *x"])
def test_aliases_are_refused(text: str) -> None:
    assert isinstance(parse_yaml(text, "a.yaml"), list)


@pytest.mark.parametrize("text", ["&A text", "!important text", "!!binary text"])
def test_a_text_that_begins_with_an_anchor_or_a_tag_is_refused(text: str) -> None:
    assert problems(parse_yaml(f"title: {text}", "a.yaml")) == ["1:8 bad-yaml"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b: c", "2:5"),
        ("a: [b, c", "3:1"),
        ("a: b\n c: d", "3:3"),
        ("\ta: b", "2:1"),
        ('a: "b', "2:6"),
        ("a: b\n...\nc: d", "4:1"),
        ("? [a, b]\n: c", "2:3"),
        ("a: @b", "2:4"),
    ],
)
def test_what_is_not_well_formed_is_refused_where_the_parser_stumbles(text: str, place: str) -> None:
    assert problems(parse_header(f"---\n{text}\n---\n", "a.md")) == [f"{place} bad-yaml"]


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f"])
def test_control_characters_are_refused_where_they_stand(character: str) -> None:
    assert problems(parse_yaml(f"x: y\na: b{character}c", "a.yaml")) == ["2:5 bad-yaml"]


def test_what_is_no_character_is_refused() -> None:
    assert problems(parse_yaml("a: b\ufffec", "a.yaml")) == ["1:1 bad-yaml"]


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_what_only_yaml_takes_for_a_line_break_shifts_no_mark(character: str) -> None:
    assert problems(parse_yaml(f"a: b{character}c\na: d", "a.yaml")) == ["2:1 duplicate-key"]


@pytest.mark.parametrize(
    "nested", ["[" * 10_000 + "]" * 10_000, "{a: " * 10_000 + "b" + "}" * 10_000, "\n  " + "- " * 10_000, "[" * 10_000]
)
def test_deep_nesting_is_one_problem(nested: str) -> None:
    assert [problem.split()[1] for problem in problems(parse_yaml(f"a: {nested}", "a.yaml"))] == ["bad-yaml"]


def test_nesting_of_any_depth_does_not_end_the_process() -> None:
    code = "from career_graph.frontmatter import parse_yaml; parse_yaml('a: ' + '[' * 100_000, 'a.yaml')"
    plugins = {"PYTHONPATH": str(ROOT / "plugins")}
    assert subprocess.run([sys.executable, "-c", code], env=os.environ | plugins, check=False).returncode == 0


@pytest.mark.parametrize("number", ["9" * 10_000, "-" + "9" * 10_000, "0." + "9" * 10_000, "1.5e" + "9" * 10_000, "9" * 10_000 + ".5"])
def test_a_huge_number_is_read(number: str) -> None:
    assert set(fields(f"a: {number}").values) == {"a"}


NASTY = st.text(st.sampled_from("-:{}[]&*!|>'\"%@`#?,.~ \n\t\r\0\ufeff\u2028ab01経"), max_size=60)


@PROPERTY
@given(st.text() | st.builds("---\n{}\n---\n{}".format, st.text() | NASTY, st.text()))
def test_no_text_brings_the_parser_down(text: str) -> None:
    parsed = parse_header(text, "a.md")
    if isinstance(parsed, list):
        assert parsed
        assert all(isinstance(problem, Problem) and problem.line >= 1 and problem.column >= 1 for problem in parsed)
    else:
        assert text.endswith(parsed.body)
