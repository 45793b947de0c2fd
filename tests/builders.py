"""Values for tests: each builder fills in what the test does not care about."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from career_graph.graph import CareerGraph, build_graph
from career_graph.model import (
    Basis,
    Bilingual,
    Bridge,
    Certification,
    Change,
    Domain,
    Entity,
    Family,
    Fee,
    Grade,
    GradeUse,
    How,
    Importance,
    LegalClass,
    Level,
    Line,
    Role,
    Skill,
    SkillLevel,
    SkillNeed,
    SkillType,
    Span,
    StudyHours,
    Task,
    Transition,
    Use,
)
from career_graph.profiles import Profile
from hypothesis import settings
from hypothesis import strategies as st

DAY = datetime.date(2026, 11, 22)
PROPERTY = settings(derandomize=True, deadline=None, max_examples=40)

Needs = Mapping[str, int | tuple[int, int]]
"""Skill id → level, or level and importance."""


def both(text: str) -> Bilingual:
    return Bilingual(ja=f"{text}（和）", en=f"{text} (en)")


def needs(skills: Needs) -> tuple[SkillNeed, ...]:
    pairs = ((id, need if isinstance(need, tuple) else (need, 3)) for id, need in skills.items())
    return tuple(SkillNeed(skill=id, level=Level(level), importance=Importance(weight)) for id, (level, weight) in pairs)


def role(
    id: str,
    skills: Needs | None = None,
    optional: Needs | None = None,
    level: tuple[int, int] = (2, 3),
    grades: Mapping[str, Use] | None = None,
    **rest: Any,
) -> Role:
    given: dict[str, Any] = {
        "reading": "よみ",
        "line": Line.ACCOUNTING,
        "order": 1,
        "family": Family.BACK_OFFICE,
        "tasks": (Task(ja="仕事（和）", en="task (en)"),),
    }
    return Role(
        id=id,
        reviewed=DAY,
        level=Span(min=level[0], max=level[1]),
        essential_skills=needs(skills or {"x": 2}),
        optional_skills=needs(optional or {}),
        certifications=tuple(GradeUse(grade=grade, use=use) for grade, use in (grades or {}).items()),
        **given | rest,
    )


def skill(id: str, broader: str | None = None, **rest: Any) -> Skill:
    return Skill(id=id, reviewed=DAY, broader=broader, **{"reading": "よみ", "type": SkillType.SKILL} | rest)


def grade(
    id: str,
    order: int = 1,
    fee: int | None = None,
    hours: tuple[int, int] | None = None,
    attests: Mapping[str, int] | None = None,
    **rest: Any,
) -> Grade:
    return Grade(
        id=id,
        name=both(id),
        order=order,
        fee_jpy=None if fee is None else Fee(value=fee, as_of="2026-11", source="s"),
        study_hours=StudyHours(min=hours[0], max=hours[1], as_of="2026-11", source="s") if hours else None,
        attests=tuple(SkillLevel(skill=skill, level=Level(level)) for skill, level in (attests or {}).items()),
        **rest,
    )


def certification(id: str, *grades: Grade, **rest: Any) -> Certification:
    given: dict[str, Any] = {
        "reading": "よみ",
        "issuer": both("issuer"),
        "legal_class": LegalClass.PUBLIC,
        "official_url": "https://example.org/",
    }
    return Certification(id=id, reviewed=DAY, grades=grades, **given | rest)


def bridge(skill: str, grade: str | None = None, how: How = How.ON_THE_JOB) -> Bridge:
    return Bridge(skill=skill, how=how, action=both("action"), grade=grade)


def transition(source: str, target: str, *bridges: Bridge, months: tuple[int, int] = (6, 12), **rest: Any) -> Transition:
    given: dict[str, Any] = {"reading": "よみ", "kind": Change.LATERAL, "basis": Basis.EDITORIAL, "rating": 3}
    return Transition(
        id=f"{source}--{target}",
        reviewed=DAY,
        source=source,
        target=target,
        months=Span(min=months[0], max=months[1]),
        bridges=bridges,
        **given | rest,
    )


# ---------------------------------------------------------------- any career graph


@dataclass(frozen=True)
class Careers:
    """Entities that refer to each other only, and a direct answer to what there is of a kind."""

    entities: tuple[Entity, ...]

    @property
    def graph(self) -> CareerGraph:
        return build_graph(self.entities)

    @property
    def roles(self) -> list[Role]:
        return self.of(Role)

    @property
    def moves(self) -> list[Transition]:
        return self.of(Transition)

    def of(self, type_: type) -> list[Any]:
        return sorted((entity for entity in self.entities if isinstance(entity, type_)), key=lambda entity: entity.id)


SKILLS = "vwxyz"
LEVELS = st.sampled_from(Level)
HELD = st.dictionaries(st.sampled_from(SKILLS), LEVELS)
_SPANS = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(lambda ends: (min(ends), max(ends)))


@st.composite
def careers(draw: st.DrawFn) -> Careers:
    """Small graphs of every shape: cycles, ties, grades without fee or hours, skills under a broader one."""
    skills = [skill(id, draw(st.sampled_from([None, *SKILLS[:place]]))) for place, id in enumerate(SKILLS)]
    wants = st.dictionaries(st.sampled_from(SKILLS), st.tuples(st.integers(1, 4), st.integers(1, 5)), min_size=1, max_size=3)
    certifications = [certification(id, *draw(_grades())) for id in ("k", "l")]
    names = [f"{entity.id}#{grade.id}" for entity in certifications for grade in entity.grades]
    uses = st.dictionaries(st.sampled_from(names), st.sampled_from(Use), max_size=2)
    roles = [_role(draw, place, wants, uses) for place in range(draw(st.integers(2, 5)))]
    pairs = [(source.id, target.id) for source in roles for target in roles if source is not target]
    bridges = st.lists(st.builds(bridge, st.sampled_from(SKILLS), st.sampled_from([None, *names])), max_size=2)
    written = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    moves = [
        transition(*pair, *draw(bridges), months=draw(_SPANS), rating=draw(st.integers(1, 5)))
        for pair, here in zip(pairs, written, strict=True)
        if here
    ]
    return Careers((*skills, *certifications, *roles, *moves))


def _role(draw: st.DrawFn, place: int, wants: st.SearchStrategy[Any], uses: st.SearchStrategy[Any]) -> Role:
    line = draw(st.sampled_from([Line.GENERAL, Line.ACCOUNTING]))
    essential = draw(wants)
    optional = {skill: need for skill, need in draw(wants).items() if skill not in essential}
    return role(f"r{place}", essential, optional, grades=draw(uses), line=line, order=place + 1)


def _grades() -> st.SearchStrategy[Iterable[Grade]]:
    attested = st.dictionaries(st.sampled_from(SKILLS), LEVELS, max_size=2)
    fees, hours = st.none() | st.integers(0, 2), st.none() | _SPANS
    one = st.builds(lambda *parts: parts, st.integers(1, 2), fees, hours, attested)
    return st.lists(one, min_size=1, max_size=2).map(lambda found: [grade(str(place), *parts) for place, parts in enumerate(found)])


# ---------------------------------------------------------------- any official profile

ELEMENTS = ("one", "two")
_SCORES = st.fixed_dictionaries({element: st.floats(0, 7) for element in ELEMENTS})
PROFILES = st.builds(lambda *scores: Profile((), dict(zip(Domain, scores, strict=True))), *[_SCORES] * len(Domain))
