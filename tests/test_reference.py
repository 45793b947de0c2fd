"""What editors read of the fields agrees with what the parser takes."""

from __future__ import annotations

import dataclasses
import itertools
import re

import pytest
from career_graph.frontmatter import Fields, Header, parse_header
from career_graph.languages import LANGUAGES
from career_graph.model import ENTITY_TYPES, Bilingual, Certification, Kind, Ref, Transition
from career_graph.problems import Problem
from career_graph.reference import field_reference, json_schema, skeleton
from career_graph.schema import (
    SECTIONS,
    Document,
    header_fields,
    is_required,
    parse_document,
)

FIELD_NAMES = {field.name for kind in Kind for field in header_fields(kind, is_source=True)}
NAMES = sorted(FIELD_NAMES | {"source_hash", "id", "min", "ja", "skill", "x"})


# ---------------------------------------------------------------- JSON Schema and reference

BOTH_SIDES = [pytest.param(kind, lang, id=f"{kind}-{lang}") for kind, lang in itertools.product(Kind, LANGUAGES)]


@pytest.mark.parametrize(("kind", "lang"), BOTH_SIDES)
def test_the_json_schema_has_exactly_the_fields_that_the_parser_takes(kind: Kind, lang: str) -> None:
    header = Header(Fields(dict.fromkeys(NAMES, "x")), "", 1)
    problems = parse_document(Ref(kind, "a"), lang, "a.md", header)
    assert isinstance(problems, list)
    refused = {problem.message.split('"')[1] for problem in problems if problem.code in ("unknown-field", "fact-in-translation")}
    assert set(json_schema(kind, lang == "ja")["properties"]) == set(NAMES) - refused


@pytest.mark.parametrize(("kind", "lang"), BOTH_SIDES)
def test_the_json_schema_demands_exactly_the_fields_that_the_parser_misses(kind: Kind, lang: str) -> None:
    problems = parse_document(Ref(kind, "a"), lang, "a.md", Header(Fields({}), "", 1))
    assert isinstance(problems, list)
    missing = [problem.message.split('"')[1] for problem in problems if problem.code == "missing-field"]
    assert sorted(json_schema(kind, lang == "ja")["required"]) == sorted(missing)


@pytest.mark.parametrize("kind", Kind)
def test_the_json_schema_takes_no_unknown_key_at_any_depth(kind: Kind) -> None:
    schema = json_schema(kind, is_source=True)
    mappings = [schema, *(part for part in schema["$defs"].values() if part["type"] == "object")]
    assert all(part["additionalProperties"] is False for part in mappings)


@pytest.mark.parametrize("kind", Kind)
def test_words_and_facts_share_no_field(kind: Kind) -> None:
    names = [field.name for field in header_fields(kind, is_source=True)]
    assert len(names) == len(set(names))


def test_the_reference_names_every_field_of_every_depth_and_every_section() -> None:
    text = field_reference()
    parts = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    for kind, type_ in ENTITY_TYPES.items():
        rows = set(re.findall(r"^\| `(\w+)`", parts[kind], re.M))
        assert rows == {field.name for field in dataclasses.fields(type_)} - {"id"}
        assert all(rule.title.ja in parts[kind] and rule.title.en in parts[kind] for rule in SECTIONS.get(kind, ()))
    assert {"Bilingual", "Span", "SkillNeed", "Statistic", "CompanySizes", "Grade", "Fee", "PassRate", "SkillLevel", "Bridge"} <= set(parts)
    assert set(re.findall(r"^\| `(\w+)`", parts["Bilingual"], re.M)) == {field.name for field in dataclasses.fields(Bilingual)}


# ---------------------------------------------------------------- skeletons

REFS = [Ref(kind, "here--there" if kind.joins_roles else "new") for kind in Kind]


def read(text: str, ref: Ref, lang: str) -> Document | list[Problem]:
    header = parse_header(text, "a.md")
    return parse_document(ref, lang, "a.md", header) if isinstance(header, Header) else header


@pytest.mark.parametrize("ref", REFS, ids=lambda ref: ref.kind)
def test_a_new_file_is_a_document(ref: Ref) -> None:
    assert isinstance(read(skeleton(ref, "ja"), ref, "ja"), Document)


@pytest.mark.parametrize("ref", REFS, ids=lambda ref: ref.kind)
def test_a_new_file_is_a_document_with_every_optional_field_taken_in(ref: Ref) -> None:
    names = "|".join(field.name for field in header_fields(ref.kind, is_source=True))
    document = read(re.sub(rf"^# ({names}): ", r"\1: ", skeleton(ref, "ja"), flags=re.M), ref, "ja")
    assert isinstance(document, Document)
    assert set(document.fields.values) == set(names.split("|"))


@pytest.mark.parametrize("ref", REFS, ids=lambda ref: ref.kind)
def test_a_new_translation_is_a_document_made_from_its_source(ref: Ref) -> None:
    document = read(skeleton(ref, "en", "0123456789"), ref, "en")
    assert isinstance(document, Document)
    assert document.source_hash == "0123456789"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("ref", REFS, ids=lambda ref: ref.kind)
def test_a_new_file_has_every_field_with_its_help_and_every_section_in_order(ref: Ref, lang: str) -> None:
    text = skeleton(ref, lang)
    for field in header_fields(ref.kind, is_source=lang == "ja"):
        mark = "" if is_required(field) else "# "
        assert f"\n# {field.metadata['description']}\n{mark}{field.name}: " in text
    assert re.findall(r"^## (.+)$", text, re.M) == [getattr(rule.title, lang) for rule in SECTIONS.get(ref.kind, ())]


def test_a_new_transition_joins_the_roles_of_its_name() -> None:
    document = read(skeleton(Ref(Kind.TRANSITION, "here--there"), "ja"), Ref(Kind.TRANSITION, "here--there"), "ja")
    assert isinstance(document, Document)
    assert isinstance(document.facts, Transition)
    assert (document.facts.source, document.facts.target) == ("here", "there")


def test_a_grade_reads_as_written() -> None:
    ref = Ref(Kind.CERTIFICATION, "a")
    text = re.sub("^grades: .*", "grades: [{id: jun-1, name: {ja: 準1級, en: Pre-1}, order: 1}]", skeleton(ref, "ja"), flags=re.M)
    document = read(text, ref, "ja")
    assert isinstance(document, Document)
    assert isinstance(document.facts, Certification)
    assert [grade.id for grade in document.facts.grades] == ["jun-1"]
