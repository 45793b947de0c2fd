"""Answers about moving from role to role: what is held, what is missing, which routes lead there. Pure functions on the graph.

Coverage, credit and gates are the guide's own definition; it is published on the method page and in docs/architecture.md.
Whole numbers are used throughout, so that another implementation gives the same result to the last digit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from .graph import CareerGraph, GradeNode
from .model import Bridge, Family, Importance, Level, Role, Span, Transition, Use

Held = Mapping[str, Level]
"""Skill id → level at which a person holds it."""

CUTOFF = 4
"""Most transitions in one route: more steps than this is no plan."""

ALTERNATIVES = 3
"""Routes kept for each pair of roles."""


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
    """A skill that a role needs at a level that is not held."""

    skill: str
    needed: Level
    held: Level | None
    importance: Importance
    bridge: Bridge | None = None


@dataclass(frozen=True)
class Carried:
    """A skill that is held at the level a role needs."""

    skill: str
    level: Level
    importance: Importance


@dataclass(frozen=True)
class Leg:
    """One transition of a route, seen by someone who has come this far."""

    transition: Transition
    source: Role
    target: Role
    gaps: tuple[Gap, ...]
    grades: tuple[str, ...]


@dataclass(frozen=True)
class Totals:
    """What a route takes in all. Fees and hours count only grades whose fee or hours a source gives."""

    months: Span
    grades: tuple[str, ...]
    fees_jpy: int
    fees_unknown: int
    hours: Span
    hours_unknown: int


@dataclass(frozen=True)
class Route:
    """A way from one role to another: the transitions in order. Never passes a role twice."""

    transitions: tuple[Transition, ...]

    @property
    def source(self) -> str:
        """Id of the role it leaves."""
        return self.transitions[0].source

    @property
    def target(self) -> str:
        """Id of the role it reaches."""
        return self.transitions[-1].target

    @property
    def roles(self) -> tuple[str, ...]:
        """Ids of the roles it passes, both ends included."""
        return (self.source, *(move.target for move in self.transitions))

    @property
    def months(self) -> Span:
        """Months of all its transitions together."""
        return Span(min=sum(move.months.min for move in self.transitions), max=sum(move.months.max for move in self.transitions))


def held_skills(role: Role) -> dict[str, Level]:
    """What someone who works in a role is taken to hold: its essential and optional skills at their levels."""
    return {need.skill: need.level for need in (*role.essential_skills, *role.optional_skills)}


def coverage(graph: CareerGraph, held: Held, role: Role) -> Coverage:
    """How far held skills cover a role: Σ importance × credit over its essential skills, out of Σ importance.

    Credit is 1 at the needed level, ½ below it or for a sibling under the same `broader`, else 0.
    """
    credit = sum(need.importance * _half_points(graph, held, need.skill, need.level) for need in role.essential_skills)
    return Coverage(credit, 2 * sum(need.importance for need in role.essential_skills))


def skill_gap(held: Held, role: Role, bridges: Sequence[Bridge] = ()) -> tuple[Gap, ...]:
    """The role's essential skills that are not held at their level, most important first, each with its first bridge."""
    by_skill = {bridge.skill: bridge for bridge in reversed(bridges)}
    gaps = [
        Gap(need.skill, need.level, held.get(need.skill), need.importance, by_skill.get(need.skill))
        for need in role.essential_skills
        if held.get(need.skill, 0) < need.level
    ]
    return tuple(sorted(gaps, key=lambda gap: (-gap.importance, gap.skill)))


def carried_over(held: Held, role: Role) -> tuple[Carried, ...]:
    """The role's essential and optional skills that are held at their level, most important first."""
    needs = (*role.essential_skills, *role.optional_skills)
    found = [Carried(need.skill, need.level, need.importance) for need in needs if held.get(need.skill, 0) >= need.level]
    return tuple(sorted(found, key=lambda item: (-item.importance, item.skill)))


def gates(source: Role, target: Role) -> tuple[Gate, ...]:
    """What stands before a direct move: a licence that the law asks for only there, or more than one level of responsibility."""
    found = []
    if _licences(target) - _licences(source):
        found.append(Gate.LICENCE)
    if target.level.min - source.level.max > 1:
        found.append(Gate.STEPPING_STONE)
    return tuple(found)


def routes_from(graph: CareerGraph, source: str, cutoff: int = CUTOFF, keep: int = ALTERNATIVES) -> dict[str, tuple[Route, ...]]:
    """The best routes from a role to every role within `cutoff` transitions, at most `keep` each, best first.

    A route is a simple path of written transitions. Routes are compared by effort: mean months, then study hours, then
    fees, then number of steps, then ids, so that the order never depends on the order of the files.
    Work is bounded by the number of simple paths of `cutoff` steps, and so grows linearly with the number of roles
    as long as a role has a bounded number of transitions.
    """
    found: dict[str, list[Route]] = defaultdict(list)
    _extend(graph, (), source, frozenset({source}), cutoff, found)
    return {target: tuple(sorted(routes, key=lambda route: effort(graph, route))[:keep]) for target, routes in sorted(found.items())}


def effort(graph: CareerGraph, route: Route) -> tuple[int, int, int, int, tuple[str, ...]]:
    """What routes are compared by: months (sum of both ends), study hours (the same), fees in yen, steps, ids."""
    sums = totals(graph, route)
    ids = tuple(move.id for move in route.transitions)
    return sums.months.min + sums.months.max, sums.hours.min + sums.hours.max, sums.fees_jpy, len(ids), ids


def totals(graph: CareerGraph, route: Route) -> Totals:
    """Months of all steps; fees and study hours of each grade once, however often it helps."""
    grades = unique_grades(route.transitions)
    nodes = [graph.grades[grade].grade for grade in grades]
    fees = [node.fee_jpy.value for node in nodes if node.fee_jpy]
    hours = [node.study_hours for node in nodes if node.study_hours]
    return Totals(
        months=route.months,
        grades=grades,
        fees_jpy=sum(fees),
        fees_unknown=len(nodes) - len(fees),
        hours=Span(min=sum(span.min for span in hours), max=sum(span.max for span in hours)),
        hours_unknown=len(nodes) - len(hours),
    )


def legs(graph: CareerGraph, route: Route) -> tuple[Leg, ...]:
    """The steps of a route, each with what is still missing for someone who went through the steps before it."""
    held = held_skills(graph.roles[route.source])
    steps = []
    for move in route.transitions:
        target = graph.roles[move.target]
        gaps = skill_gap(held, target, move.bridges)
        steps.append(Leg(move, graph.roles[move.source], target, gaps, unique_grades((move,))))
        held = _merged(held, held_skills(target))
    return tuple(steps)


def unique_grades(transitions: Sequence[Transition]) -> tuple[str, ...]:
    """Ids of the grades that help in the transitions, each once, in the order in which they help."""
    return tuple(dict.fromkeys(bridge.grade for move in transitions for bridge in move.bridges if bridge.grade))


def is_reasonable(graph: CareerGraph, route: Route) -> bool:
    """Whether a composed route deserves a page: it starts in clerical or back-office work and does not lead down.

    Down is a role whose highest level lies below that of the first, or clerical work for someone who has left it.
    """
    source, target = graph.roles[route.source], graph.roles[route.target]
    if source.family not in (Family.CLERICAL, Family.BACK_OFFICE) or target.level.max < source.level.max:
        return False
    return target.family is not Family.CLERICAL or source.family is Family.CLERICAL


def opened_by(graph: CareerGraph, node: GradeNode) -> tuple[Transition, ...]:
    """The transitions that a grade helps to make, most realistic first."""
    return tuple(sorted(graph.bridged_by.get(node.id, ()), key=lambda move: (-move.rating, move.id)))


def _licences(role: Role) -> set[str]:
    return {use.grade for use in role.certifications if use.use is Use.REQUIRED}


def _half_points(graph: CareerGraph, held: Held, skill: str, level: Level) -> int:
    if skill in held:
        return 2 if held[skill] >= level else 1
    return int(any(sibling in held for sibling in graph.siblings(skill)))


def _extend(
    graph: CareerGraph,
    so_far: tuple[Transition, ...],
    here: str,
    visited: frozenset[str],
    cutoff: int,
    found: dict[str, list[Route]],
) -> None:
    for move in graph.transitions_from.get(here, ()):
        if move.target not in visited:
            route = (*so_far, move)
            found[move.target].append(Route(route))
            if len(route) < cutoff:
                _extend(graph, route, move.target, visited | {move.target}, cutoff, found)


def _merged(*holdings: Held) -> dict[str, Level]:
    merged: dict[str, Level] = {}
    for holding in holdings:
        for skill, level in holding.items():
            merged[skill] = max(level, merged.get(skill, level))
    return merged
