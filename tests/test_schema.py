"""What a content file may say: documents, problems, skeletons, JSON Schema and reference come from one field table."""

from __future__ import annotations

import re
from typing import Any

import pytest
from career_graph.frontmatter import Fields, Header, parse_header, parse_yaml
from career_graph.languages import LANGUAGES
from career_graph.model import AiExposure, Exposure, Kind, Level, Ref, Role, Skill, Source, Span, Words
from career_graph.problems import Problem
from career_graph.schema import (
    Document,
    header_fields,
    parse_document,
    parse_value,
    references,
)
from hypothesis import given, settings
from hypothesis import strategies as st

PROPERTY = settings(derandomize=True, deadline=None, max_examples=200)

SKILL = """\
title: 表計算
summary: 表で数を扱うスキルです。
reading: ひょうけいさん
reviewed: 2026-11-22
type: technology
"""

TRANSLATION = """\
title: Spreadsheets
summary: Handling numbers in tables.
source_hash: 0123456789
"""

ROLE = """\
title: 経理
summary: お金の出入りを記録します。
reading: けいり
reviewed: 2026-11-22
line: a
order: 2
family: back-office
level: {min: 2, max: 3}
tasks:
  - {ja: 仕訳, en: Journal entries}
essential_skills:
  - {skill: bookkeeping, level: 3, importance: 5}
"""


def parse(text: str, ref: Ref, lang: str = "ja", body: str = "") -> Document | list[Problem]:
    header = parse_header(f"---\n{text}---\n{body}", "a.md")
    assert isinstance(header, Header), header
    return parse_document(ref, lang, "a.md", header)


def skill(text: str = SKILL, lang: str = "ja", body: str = "") -> Document:
    document = parse(text, Ref(Kind.SKILL, "spreadsheets"), lang, body)
    assert isinstance(document, Document), document
    return document


def faults(text: str, kind: Kind = Kind.SKILL, lang: str = "ja") -> list[str]:
    problems = parse(text, Ref(kind, "a"), lang)
    assert isinstance(problems, list)
    return sorted(f"{problem.line}:{problem.column} {problem.code}: {problem.message}" for problem in set(problems))


# ---------------------------------------------------------------- documents


def test_a_source_file_gives_words_and_facts() -> None:
    document = skill()
    assert document.words == Words(title="表計算", summary="表で数を扱うスキルです。")
    assert isinstance(document.facts, Skill)
    assert (document.facts.id, document.facts.reading, document.facts.type) == ("spreadsheets", "ひょうけいさん", "technology")
    assert document.source_hash is None


def test_a_translation_gives_words_and_the_fingerprint_of_its_source() -> None:
    document = skill(TRANSLATION, "en")
    assert document.words.title == "Spreadsheets"
    assert document.facts is None
    assert document.source_hash == "0123456789"


def test_blanks_around_a_text_do_not_count() -> None:
    assert skill(SKILL.replace("表計算", '"  表計算 "')).words.title == "表計算"


def test_a_number_may_stand_for_a_text_and_keeps_its_zeros() -> None:
    document = parse(ROLE.replace("経理", "2025") + "codes: [{scheme: isco-08, code: 0430, match: close}]\n", Ref(Kind.ROLE, "a"))
    assert isinstance(document, Document)
    assert isinstance(document.facts, Role)
    assert document.words.title == "2025"
    assert document.facts.codes[0].code == "0430"


def test_numbers_are_read_as_numbers() -> None:
    document = parse(ROLE, Ref(Kind.ROLE, "a"))
    assert isinstance(document, Document)
    assert isinstance(document.facts, Role)
    assert document.facts.order == 2
    assert document.facts.level == Span(min=2, max=3)
    assert document.facts.essential_skills[0].level is Level.INDEPENDENT


@pytest.mark.parametrize("field", ["title", "summary"])
def test_an_empty_title_or_summary_is_refused(field: str) -> None:
    assert isinstance(parse(re.sub(f"{field}: .*", f'{field}: " "', SKILL), Ref(Kind.SKILL, "a")), list)


def test_a_number_is_no_date() -> None:
    assert faults(SKILL.replace("2026-11-22", "86400"))


@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_a_field_without_value_counts_as_left_out(nothing: str) -> None:
    document = skill(f"{SKILL}broader:{nothing}\n")
    assert isinstance(document.facts, Skill)
    assert document.facts.broader is None


# ---------------------------------------------------------------- problems


def test_all_problems_of_a_header_are_found_at_once() -> None:
    text = SKILL.replace("technology", "tool").replace("title: 表計算\n", "").replace("2026-11-22", "いつか") + "brooder: x\n"
    assert [fault.split(":")[1].split()[1] for fault in faults(text)] == ["missing-field", "bad-value", "bad-value", "unknown-field"]


def test_a_missing_field_is_reported_with_its_help_and_an_example() -> None:
    problems = parse(SKILL.replace("type: technology\n", ""), Ref(Kind.SKILL, "a"))
    expected = 'no "type" (skill, knowledge, transversal or technology. Example: "technology")'
    assert [str(problem) for problem in problems if isinstance(problem, Problem)] == [f"a.md:2:1: error: missing-field: {expected}"]  # type: ignore[union-attr]


def test_an_unknown_field_is_reported_at_its_key_with_the_nearest_known_one() -> None:
    problems = parse(f"{SKILL}brooder: x\n", Ref(Kind.SKILL, "a"))
    assert problems == [Problem("a.md", 7, 1, "unknown-field", 'no field "brooder"', 'did you mean "broader"?')]


def test_a_word_that_is_not_on_the_list_is_reported_with_the_list() -> None:
    problems = parse(SKILL.replace("technology", "tool"), Ref(Kind.SKILL, "a"))
    hint = "one of: 'skill', 'knowledge', 'transversal' or 'technology'"
    assert problems == [Problem("a.md", 6, 7, "bad-value", '"type" cannot be "tool"', hint)]


def test_problems_inside_lists_stand_at_the_item_the_key_or_the_value_at_fault() -> None:
    text = ROLE.replace("{ja: 仕訳, en: Journal entries}", "{ja: 仕訳}").replace("level: 3, importance: 5", "levl: 3, importance: 6")
    expected = ["11:5 missing-field", "13:26 unknown-field", "13:47 bad-value", "13:5 missing-field"]
    assert [fault.split(": ")[0] for fault in faults(text, Kind.ROLE)] == expected


@pytest.mark.parametrize(
    ("score", "edition", "fault"),
    [
        ("{level: high, isco: 4311, task: 2}", "", "2:1 bad-value"),
        ("{level: High, isco: 4311, task: 2}", "exposure_scores: {as_of: 2025-06, source: s}\n", "11:56 bad-value"),
        ("{level: high, isco: 4311}", "exposure_scores: {as_of: 2025-06, source: s}\n", "11:48 missing-field"),
        ("high", "exposure_scores: {as_of: 2025-06, source: s}\n", "11:48 bad-value"),
        ("{level: high, isco: 4311, task: 2}", "exposure_scores: {source: s}\n", "14:18 missing-field"),
    ],
)
def test_a_score_of_a_task_is_whole_and_of_a_known_edition(score: str, edition: str, fault: str) -> None:
    text = ROLE.replace("Journal entries}", f"Journal entries, ai_exposure: {score}}}")
    assert [found.split(": ")[0] for found in faults(text + edition, Kind.ROLE)] == [fault]


def test_a_score_of_a_task_names_the_scored_task() -> None:
    text = ROLE.replace("Journal entries}", "Journal entries, ai_exposure: {level: very-low, isco: 0110, task: 2}}")
    document = parse(f"{text}exposure_scores: {{as_of: 2025-06, source: scores}}\n", Ref(Kind.ROLE, "a"))
    assert isinstance(document, Document)
    assert isinstance(document.facts, Role)
    assert document.facts.tasks[0].ai_exposure == AiExposure(level=Exposure.VERY_LOW, isco="0110", task=2)
    assert (("exposure_scores", "source"), "source", "scores") in list(references(document.facts))


@pytest.mark.parametrize("level", ["2", "[1, 2]", "{min: x, max: 3}", "{min: 3, max: 2}", "{min: 1.5, max: 2}", "{}"])
def test_a_value_of_the_wrong_shape_is_refused(level: str) -> None:
    assert faults(ROLE.replace("{min: 2, max: 3}", level), Kind.ROLE)


@pytest.mark.parametrize("number", ["9" * 10_000, "-1", "1e400", "nan", "true", "２級", "1.5"])
def test_a_number_that_is_no_station_number_is_refused_where_it_stands(number: str) -> None:
    (fault,) = faults(ROLE.replace("order: 2", f"order: {number}"), Kind.ROLE)
    assert "bad-value" in fault
    assert len(fault) < 300


def test_a_rule_of_the_model_is_reported_in_its_own_words() -> None:
    expected = '4:10 bad-value: "reading" must be hiragana (digits and a-z where they are read so)'
    assert faults(SKILL.replace("ひょうけいさん", "ヒョウ")) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("けいり", "ケイリ", "4:10"),
        ("en: Journal", 'en: ""', "11:18"),
        pytest.param("order: 2", "order: 0", "7:8"),
    ],
)
def test_a_broken_rule_is_found_beside_a_value_of_a_wrong_type(old: str, new: str, place: str) -> None:
    found = faults(ROLE.replace("line: a", "line: z").replace(" entries", "").replace(old, new), Kind.ROLE)
    assert [fault.split(": ")[0] for fault in found] == sorted([f"{place} bad-value", "6:7 bad-value"])


def test_a_broken_rule_is_found_beside_a_value_of_a_wrong_type_in_the_same_mapping() -> None:
    found = faults(ROLE.replace("{ja: 仕訳, en: Journal entries}", '{ja: "", en: [Journal]}'), Kind.ROLE)
    assert [fault.split(": ")[0] for fault in found] == ["11:10 bad-value", "11:18 bad-value"]


def test_the_id_is_the_file_name_and_no_field() -> None:
    assert faults(f"{SKILL}id: other\n") == ['7:1 unknown-field: no field "id"']


@pytest.mark.parametrize("kind", Kind)
def test_a_translation_may_carry_no_fact_of_its_kind(kind: Kind) -> None:
    own = {field.name for field in header_fields(kind, is_source=True)} - {field.name for field in header_fields(kind, is_source=False)}
    found = faults(TRANSLATION + "".join(f"{name}: x\n" for name in sorted(own)), kind, "en")
    assert sorted(found) == sorted(f'{line}:1 fact-in-translation: "{name}" is a fact' for line, name in enumerate(sorted(own), start=5))


def test_a_translation_names_the_text_it_was_made_from() -> None:
    assert faults(TRANSLATION.replace("source_hash: 0123456789\n", ""), lang="en") == ['2:1 missing-field: no "source_hash"']


def test_a_source_file_carries_no_fingerprint() -> None:
    assert faults(f"{SKILL}source_hash: x\n") == ['7:1 unknown-field: no field "source_hash"']


def test_a_value_inside_a_file_is_reported_where_it_stands_in_the_file() -> None:
    fields = parse_yaml("a: {publisher: p, title: t, read: 2026-01-01}\nb:\n  publisher: p\n  title: t\n  read: x\n", "s.yaml")
    assert isinstance(fields, Fields)
    assert isinstance(parse_value(Source, fields, "s.yaml", fields.values["a"], ("a",)), Source)
    (problem,) = parse_value(Source, fields, "s.yaml", fields.values["b"], ("b",))  # type: ignore[misc]
    assert (problem.line, problem.column, problem.code) == (5, 9, "bad-value")


FIELD_NAMES = {field.name for kind in Kind for field in header_fields(kind, is_source=True)}
NAMES = sorted(FIELD_NAMES | {"source_hash", "id", "min", "ja", "skill", "x"})
WORDS = st.text(max_size=5) | st.sampled_from(["a", "1", "2026-11-22", "けいり"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4), max_leaves=8
)


@PROPERTY
@given(st.sampled_from(Kind), st.sampled_from(LANGUAGES), st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8))
def test_any_header_gives_a_document_or_problems(kind: Kind, lang: str, values: dict[str, Any]) -> None:
    result = parse_document(Ref(kind, "a"), lang, "a.md", Header(Fields(values), "", 1))
    assert isinstance(result, Document) or (result and all(isinstance(problem, Problem) for problem in result))


# ---------------------------------------------------------------- fingerprints


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("表計算", "表"),
        ("表で", "図で"),
        ("type:", "label: 表\ntype:"),
        ("type:", "alt_labels: [表]\ntype:"),
        ("type:", "alt_labels: [図]\ntype:"),
    ],
)
def test_the_fingerprint_changes_with_the_words(old: str, new: str) -> None:
    assert skill(SKILL.replace(old, new)).fingerprint != skill().fingerprint


def test_the_fingerprint_changes_with_the_prose() -> None:
    assert len({skill(body=body).fingerprint for body in ("", "\na\n", "\nb\n", "\na b\n")}) == 4


def test_the_fingerprint_keeps_while_only_facts_and_blank_lines_around_the_prose_change() -> None:
    changed = SKILL.replace("technology", "knowledge").replace("2026-11-22", "2026-11-23") + "status: draft\n"
    assert skill(changed, body="\n\na\n\n").fingerprint == skill(body="a").fingerprint


# ---------------------------------------------------------------- references


def test_every_reference_of_a_transition_is_found_where_it_stands() -> None:
    text = """\
title: 道
summary: 道です。
reading: みち
reviewed: 2026-11-22
sources: [survey, handbook]
source: a
target: b
kind: lateral
months: {min: 1, max: 2}
basis: editorial
rating: 3
bridges:
  - {skill: x, how: course, action: {ja: 学ぶ, en: Learn}}
  - {skill: y, how: certification, action: {ja: 取る, en: Pass}, grade: boki#3}
"""
    document = parse(text, Ref(Kind.TRANSITION, "a--b"))
    assert isinstance(document, Document)
    found = sorted((*document.fields.mark(location), target, name) for location, target, name in references(document.facts))
    assert found == [
        (6, 11, "source", "survey"),
        (6, 19, "source", "handbook"),
        (7, 9, "role", "a"),
        (8, 9, "role", "b"),
        (14, 13, "skill", "x"),
        (15, 13, "skill", "y"),
        (15, 71, "grade", "boki#3"),
    ]


def test_references_of_dated_values_and_nested_lists_are_found() -> None:
    text = """\
title: 検定
summary: 検定です。
reading: けんてい
reviewed: 2026-11-22
issuer: {ja: 会, en: Society}
legal_class: public
official_url: https://example.com/
grades:
  - id: 3
    name: {ja: 3級, en: Grade 3}
    order: 1
    fee_jpy: {value: 1, as_of: 2026, source: fees}
    attests: [{skill: x, level: 2}]
    prepares_for: [a#2, a#1]
"""
    document = parse(text, Ref(Kind.CERTIFICATION, "a"))
    assert isinstance(document, Document)
    assert set(references(document.facts)) == {
        (("grades", 0, "fee_jpy", "source"), "source", "fees"),
        (("grades", 0, "attests", 0, "skill"), "skill", "x"),
        (("grades", 0, "prepares_for", 0), "grade", "a#2"),
        (("grades", 0, "prepares_for", 1), "grade", "a#1"),
    }
