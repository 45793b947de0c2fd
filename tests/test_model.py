"""The model: values that break a rule cannot be built, and what the field table says of itself is true."""

from __future__ import annotations

import dataclasses
import datetime
import math
from collections.abc import Callable, Iterator
from typing import Any, get_type_hints

import pytest
from builders import DAY, both, certification, grade, role, skill, transition
from career_graph.model import (
    ENTITY_TYPES,
    AiExposure,
    Basis,
    Bilingual,
    Dated,
    Exposure,
    Fee,
    FieldError,
    Fields,
    Kind,
    Measure,
    PassRate,
    Publisher,
    Ref,
    Source,
    Span,
    Statistic,
    StudyHours,
    Task,
    Words,
)
from pydantic import TypeAdapter

Build = Callable[[], object]


def fee(value: int = 1, as_of: str = "2025") -> Fee:
    return Fee(value=value, as_of=as_of, source="s")


def pass_rate(value: float) -> PassRate:
    return PassRate(value=value, sitting=both("sitting"), as_of="2025", source="s")


def hours(low: int, high: int) -> StudyHours:
    return StudyHours(min=low, max=high, as_of="2025", source="s")


def statistic(value: float) -> Statistic:
    return Statistic(measure=Measure.AGE, value=value, population=both("all"), as_of="2025", source="s")


def scored_task(number: int = 1) -> Task:
    return Task(ja="あ", en="a", ai_exposure=AiExposure(level=Exposure.HIGH, isco="4311", task=number))


EDITION = Dated(as_of="2025-06", source="s")


BREAKS_A_RULE: dict[str, tuple[str, Build]] = {
    "text in one language only": ("en", lambda: Bilingual(ja="あ", en="")),
    "scored task without the edition of the scores": ("exposure_scores", lambda: role("a", tasks=(scored_task(),))),
    "number of a scored task below 1": ("task", lambda: scored_task(0)),
    "empty title": ("title", lambda: Words(title="", summary="a")),
    "empty summary": ("summary", lambda: Words(title="a", summary="")),
    "span upside down": ("min", lambda: Span(min=2, max=1)),
    "span below zero": ("min", lambda: Span(min=-1, max=1)),
    "fee below zero": ("value", lambda: fee(-1)),
    "pass rate below zero": ("value", lambda: pass_rate(-0.1)),
    "pass rate above 100": ("value", lambda: pass_rate(100.1)),
    "study hours upside down": ("min", lambda: hours(2, 1)),
    "month 13": ("as_of", lambda: fee(as_of="2025-13")),
    "month 0": ("as_of", lambda: fee(as_of="2025-00")),
    "day 32": ("as_of", lambda: fee(as_of="2025-01-32")),
    "year of two digits": ("as_of", lambda: fee(as_of="25-01")),
    "date with slashes": ("as_of", lambda: fee(as_of="2025/04")),
    "date with a time": ("as_of", lambda: fee(as_of="2025-04-01T00:00")),
    "reading in katakana": ("reading", lambda: skill("a", reading="ケイリ")),
    "reading in kanji": ("reading", lambda: skill("a", reading="経理")),
    "reading in capitals": ("reading", lambda: skill("a", reading="Excel")),
    "empty reading": ("reading", lambda: skill("a", reading="")),
    "grade id in capitals": ("id", lambda: grade("Ab")),
    "grade id in Japanese": ("id", lambda: grade("2級")),
    "grade id with a hyphen at its end": ("id", lambda: grade("jun-")),
    "no grades": ("grades", lambda: certification("a")),
    "two grades of one id": ("grades", lambda: certification("a", grade("1"), grade("1"))),
    "station 0": ("order", lambda: role("a", order=0)),
    "level 0": ("level", lambda: role("a", level=(0, 1))),
    "level 5": ("level", lambda: role("a", level=(4, 5))),
    "no essential skill": ("essential_skills", lambda: dataclasses.replace(role("a"), essential_skills=())),
    "reviewed before there were guides": ("reviewed", lambda: dataclasses.replace(skill("a"), reviewed=datetime.date(1970, 1, 2))),
    "skill that stands twice": ("optional_skills", lambda: role("a", {"x": 1}, optional={"x": 2})),
    "figure below nothing": ("value", lambda: statistic(-1)),
    "title with a control character": ("title", lambda: Words(title="a\0b", summary="s")),
    "reading of nothing but a dash": ("reading", lambda: skill("a", reading="-")),
    "transition to itself": ("target", lambda: transition("a", "a")),
    "transition under another name": ("source", lambda: dataclasses.replace(transition("a", "b"), id="b--a")),
    "rating 0": ("rating", lambda: transition("a", "b", rating=0)),
    "rating 6": ("rating", lambda: transition("a", "b", rating=6)),
    "observed by nobody": ("basis", lambda: transition("a", "b", basis=Basis.OBSERVED)),
}

JUST_KEEPS_THE_RULE: dict[str, Build] = {
    "span of one": lambda: Span(min=0, max=0),
    "no fee": lambda: fee(0),
    "nobody passes": lambda: pass_rate(0),
    "everybody passes": lambda: pass_rate(100),
    "edition of scores in which no task matches": lambda: role("a", exposure_scores=EDITION),
    "tasks with and without a score": lambda: role("a", tasks=(scored_task(), Task(ja="あ", en="a")), exposure_scores=EDITION),
    "a year": lambda: fee(as_of="2025"),
    "a month": lambda: fee(as_of="2025-12"),
    "a day": lambda: fee(as_of="2024-02-29"),
    "reading with a long vowel, a dot, a digit and letters": lambda: skill("a", reading="まねーじゃー・2きゅう pc"),
    "grade id with a hyphen": lambda: grade("jun-1"),
    "every level": lambda: role("a", level=(1, 4)),
    "lowest rating": lambda: transition("a", "b", rating=1),
    "highest rating": lambda: transition("a", "b", rating=5),
    "observed in a source": lambda: transition("a", "b", basis=Basis.OBSERVED, sources=("s",)),
}

LET_THROUGH: dict[str, Build] = {
    "February 30": lambda: fee(as_of="2025-02-30"),
    "day 0": lambda: fee(as_of="2025-04-00"),
    "year 0": lambda: fee(as_of="0000-04"),
    "full-width year": lambda: fee(as_of="２０２５"),
    "figure that is no number": lambda: statistic(math.nan),
    "figure without end": lambda: statistic(math.inf),
    "script as official address": lambda: certification("a", grade("1"), official_url="javascript:alert(1)"),
    "script as address of a source": lambda: Source(publisher="p", title="t", read=DAY, address="javascript:alert(1)"),
    "script as contact address": lambda: Publisher(name=both("p"), contact_url="javascript:alert(1)"),
}


@pytest.mark.parametrize(("field", "build"), BREAKS_A_RULE.values(), ids=BREAKS_A_RULE)
def test_a_value_that_breaks_a_rule_cannot_be_built(field: str, build: Build) -> None:
    with pytest.raises(FieldError) as error:
        build()
    assert error.value.field == field


@pytest.mark.parametrize("build", LET_THROUGH.values(), ids=LET_THROUGH)
def test_a_value_that_pages_cannot_show_or_must_not_link_cannot_be_built(build: Build) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        build()


@pytest.mark.parametrize("build", JUST_KEEPS_THE_RULE.values(), ids=JUST_KEEPS_THE_RULE)
def test_a_value_that_just_keeps_the_rule_can_be_built(build: Build) -> None:
    build()


def test_values_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(min=1, max=2).max = 3  # type: ignore[misc]


def test_a_reference_reads_kind_id_and_grade() -> None:
    assert str(Ref(Kind.ROLE, "accounting")) == "role:accounting"
    assert str(Ref(Kind.CERTIFICATION, "nissho-boki", "2")) == "certification:nissho-boki#2"


def test_every_kind_has_a_type_and_a_folder_of_its_own() -> None:
    assert set(ENTITY_TYPES) == set(Kind)
    assert len({kind.folder for kind in Kind}) == len(Kind)


# ---------------------------------------------------------------- the field table


def types_below(type_: type) -> Iterator[Any]:
    for child in type_.__subclasses__():
        yield child
        yield from types_below(child)


FIELDS = {f"{type_.__name__}.{field.name}": (type_, field) for type_ in types_below(Fields) for field in dataclasses.fields(type_)}
WRITTEN = [pytest.param(*pair, id=name) for name, pair in FIELDS.items() if pair[1].name != "id" or pair[1].metadata]


@pytest.mark.parametrize(("type_", "field"), WRITTEN)
def test_the_example_of_a_field_is_a_value_it_takes(type_: Any, field: dataclasses.Field[Any]) -> None:
    (example,) = field.metadata["examples"]
    TypeAdapter(get_type_hints(type_, include_extras=True)[field.name]).validate_python(example)


def test_every_field_but_the_id_of_a_file_says_what_it_is() -> None:
    silent = {name for name, (_, field) in FIELDS.items() if not field.metadata.get("description", "").endswith(".")}
    assert silent == {f"{type_.__name__}.id" for type_ in ENTITY_TYPES.values()} | {"Facts.id"}
