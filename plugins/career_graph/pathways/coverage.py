"""What a person holds, and how far it covers what a role asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from ..graph import CareerGraph
from ..model import Bridge, Importance, Level, Role, Use

Held = Mapping[str, Level]
"""Skill id → level at which a person holds it."""


class Band(IntEnum):
    """How near a role is by skills, in words for readers; the same scale as an editor's rating."""

    VERY_FAR = 1
    FAR = 2
    WITHIN_REACH = 3
    NEAR = 4
    NEXT_DOOR = 5


class Gate(StrEnum):
    """What must be met before skills count at all."""

    LICENCE = "licence-first"
    STEPPING_STONE = "stepping-stone"


@dataclass(frozen=True)
class Coverage:
    """Share of a role's essential skills that is held: `credit` half points out of `weight` half points."""

    credit: int
    weight: int

    @property
    def band(self) -> Band:
        """Fifths of the way: under 20 % very far, from 80 % next door."""
        return Band(min(5, 1 + 5 * self.credit // self.weight))


@dataclass(frozen=True)
class Gap:
    """A skill that a role needs at a level that is not held, and what a transition offers to close it."""

    skill: str
    needed: Level
    held: Level | None
    importance: Importance
    bridges: tuple[Bridge, ...] = ()


@dataclass(frozen=True)
class Carried:
    """A skill that is held at the level a role needs."""

    skill: str
    level: Level
    importance: Importance


def held_skills(role: Role) -> dict[str, Level]:
    """What someone who works in a role is taken to hold: its essential and optional skills at their levels."""
    return {need.skill: need.level for need in (*role.essential_skills, *role.optional_skills)}


def holdings(graph: CareerGraph, role: Role, skills: Held, grades: Iterable[str]) -> dict[str, Level]:
    """What a person holds who works in a role, has these skills besides, and has passed these grades."""
    attested = ({item.skill: item.level for item in graph.grades[grade].grade.attests} for grade in grades)
    return merged(held_skills(role), skills, *attested)


def merged(*holdings: Held) -> dict[str, Level]:
    """Several holdings as one, each skill at its highest level."""
    whole: dict[str, Level] = {}
    for holding in holdings:
        for skill, level in holding.items():
            whole[skill] = max(level, whole.get(skill, level))
    return whole


def coverage(graph: CareerGraph, held: Held, role: Role) -> Coverage:
    """How far held skills cover a role: Σ importance × credit over its essential skills, out of Σ importance.

    Credit is 1 at the needed level, ½ below it or for a sibling under the same `broader`, else 0.
    """
    credit = sum(need.importance * _half_points(graph, held, need.skill, need.level) for need in role.essential_skills)
    return Coverage(credit, 2 * sum(need.importance for need in role.essential_skills))


def skill_gap(held: Held, role: Role, bridges: Sequence[Bridge] = ()) -> tuple[Gap, ...]:
    """The role's essential skills that are not held at their level, most important first, each with its bridges."""
    gaps = [
        Gap(need.skill, need.level, held.get(need.skill), need.importance, tuple(step for step in bridges if step.skill == need.skill))
        for need in role.essential_skills
        if held.get(need.skill, 0) < need.level
    ]
    return tuple(sorted(gaps, key=lambda gap: (-gap.importance, gap.skill)))


def carried_over(held: Held, role: Role) -> tuple[Carried, ...]:
    """The role's essential and optional skills that are held at their level, most important first."""
    needs = (*role.essential_skills, *role.optional_skills)
    found = [Carried(need.skill, need.level, need.importance) for need in needs if held.get(need.skill, 0) >= need.level]
    return tuple(sorted(found, key=lambda item: (-item.importance, item.skill)))


def gates(source: Role, target: Role, owned: Collection[str] = ()) -> tuple[Gate, ...]:
    """What stands before a direct move for someone who owns these grades.

    A licence that the law asks for only in the target role, or more than one level of responsibility between the two.
    """
    found = []
    if _licences(target) - _licences(source) - set(owned):
        found.append(Gate.LICENCE)
    if target.level.min - source.level.max > 1:
        found.append(Gate.STEPPING_STONE)
    return tuple(found)


def _licences(role: Role) -> set[str]:
    return {use.grade for use in role.certifications if use.use is Use.REQUIRED}


def _half_points(graph: CareerGraph, held: Held, skill: str, level: Level) -> int:
    if skill in held:
        return 2 if held[skill] >= level else 1
    return int(any(sibling in held for sibling in graph.siblings(skill)))
