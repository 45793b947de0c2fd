"""Routes over written transitions: the best ones, what they take, and how they truly differ."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from ..graph import CareerGraph
from ..model import MOST_ON_THE_WAY, Family, Line, Role, Span, Transition
from .coverage import Gap, Held, held_skills, merged, skill_gap

CUTOFF = MOST_ON_THE_WAY + 1
"""Most transitions in one route: more steps than this is no plan."""

SURE = 6
"""One more than the highest rating of a transition, so that every further step makes a route less likely."""

Effort = tuple[int, int, int, int, tuple[str, ...]]
"""Months (sum of both ends), study hours (the same), fees in yen, steps, ids of the transitions."""


class Approach(StrEnum):
    """What speaks for a route among those with the same ends."""

    REALISTIC = "most-realistic"
    QUICKEST = "quickest"
    WORK = "work-first"
    STUDY = "certification-first"
    CLERK = "specialised-clerk"


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

    @property
    def realism(self) -> Fraction:
        """How realistic it is as a whole, between 0 and 1: the ratings of its transitions, each as a share of `SURE`, multiplied."""
        return math.prod((Fraction(move.rating, SURE) for move in self.transitions), start=Fraction(1))


class Alternative(NamedTuple):
    """A route and what speaks for it among those with the same ends."""

    route: Route
    approaches: tuple[Approach, ...]


class RouteFinder:
    """Finds the routes that truly differ, for someone to whom some grades cost nothing.

    A route is a simple path of written transitions. For each approach the most realistic route that serves it is kept, of equally
    realistic ones the least laborious: of all routes; of those with the fewest months; with the fewest study hours; with the most
    grades in no more steps than the first; of those that pass a clerical role outside general office work. A route that serves
    several approaches stands once.

    All simple paths up to the cutoff are compared, each exactly: a grade that helps twice counts once, so effort is no sum over
    transitions and the candidates of Yen's algorithm ("Finding the K shortest loopless paths in a network", Management Science 17,
    1971) would not be exact. Work is bounded by the paths of `cutoff` steps, so it grows linearly with roles as long as a role has
    a bounded number of transitions.
    """

    def __init__(self, graph: CareerGraph, owned: Collection[str] = (), cutoff: int = CUTOFF) -> None:
        self._cutoff = cutoff
        self._steps = {source: [_step(graph, move, owned) for move in moves] for source, moves in graph.transitions_from.items()}
        self._costs = functools.cache(functools.partial(_costs, graph))

    def routes_from(self, source: str) -> dict[str, tuple[Alternative, ...]]:
        """For every role within the cutoff of `source`, the routes that truly differ, the most realistic first."""
        found: dict[str, list[_Candidate]] = defaultdict(list)
        ends = [_Candidate((0, 0, 0, 0, ()), SURE**self._cutoff, (source,), (), frozenset(), False)]
        for _ in range(self._cutoff):
            ends = [
                self._extended(path, step)
                for path in ends
                for step in self._steps.get(path.roles[-1], ())
                if step.transition.target not in path.roles
            ]
            for path in ends:
                found[path.roles[-1]].append(path)
        return {target: _alternatives(candidates) for target, candidates in sorted(found.items())}

    def _extended(self, path: _Candidate, step: _Step) -> _Candidate:
        months, hours, fees, count, ids = path.effort
        grades = path.grades
        if not step.grades <= grades:
            grades |= step.grades
            hours, fees = self._costs(grades)
        effort = months + step.months, hours, fees, count + 1, (*ids, step.transition.id)
        realism = path.realism * step.transition.rating // SURE
        passes_clerk = path.passes_clerk or (count > 0 and step.leaves_specialised_clerk)
        return _Candidate(
            effort, realism, (*path.roles, step.transition.target), (*path.transitions, step.transition), grades, passes_clerk
        )


def routes_from(graph: CareerGraph, source: str, owned: Collection[str] = (), cutoff: int = CUTOFF) -> dict[str, tuple[Alternative, ...]]:
    """The routes from one role, as RouteFinder finds them."""
    return RouteFinder(graph, owned, cutoff).routes_from(source)


def route_through(graph: CareerGraph, roles: Sequence[str]) -> Route:
    """The route that passes these roles. A transition must be written from each to the next."""
    return Route(tuple(graph.transitions[f"{before}--{after}"] for before, after in pairwise(roles)))


def effort(graph: CareerGraph, route: Route, owned: Collection[str] = ()) -> Effort:
    """What equally realistic routes are compared by, least first."""
    sums = totals(graph, route, owned)
    ids = tuple(move.id for move in route.transitions)
    return sums.months.min + sums.months.max, sums.hours.min + sums.hours.max, sums.fees_jpy, len(ids), ids


def totals(graph: CareerGraph, route: Route, owned: Collection[str] = ()) -> Totals:
    """Months of all steps; fees and study hours of each grade once, however often it helps, and not of owned ones."""
    grades = tuple(grade for grade in unique_grades(route.transitions) if grade not in owned)
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


def legs(graph: CareerGraph, route: Route, held: Held | None = None) -> tuple[Leg, ...]:
    """The steps of a route, each with what is still missing for someone who went through the steps before it.

    `held` is what the person holds at the start: what the first role brings where it is left out.
    """
    holding: Held = held_skills(graph.roles[route.source]) if held is None else held
    steps = []
    for move in route.transitions:
        target = graph.roles[move.target]
        gaps = skill_gap(holding, target, move.bridges)
        steps.append(Leg(move, graph.roles[move.source], target, gaps, unique_grades((move,))))
        holding = merged(holding, held_skills(target))
    return tuple(steps)


def unique_grades(transitions: Sequence[Transition]) -> tuple[str, ...]:
    """Ids of the grades that help in the transitions, each once, in the order in which they help."""
    return tuple(dict.fromkeys(bridge.grade for move in transitions for bridge in move.bridges if bridge.grade))


def is_reasonable(graph: CareerGraph, route: Route) -> bool:
    """Whether a composed route deserves a page: it starts in clerical or back-office work, and leads neither down nor round.

    Down is a step to a role whose highest level lies below that of the one before, or an end in clerical work for someone who has
    left it. Round is back to the line and the level of the first role by way of other lines.
    """
    roles = [graph.roles[id] for id in route.roles]
    source, target = roles[0], roles[-1]
    if source.family not in (Family.CLERICAL, Family.BACK_OFFICE) or any(
        after.level.max < before.level.max for before, after in pairwise(roles)
    ):
        return False
    if source.line is target.line and source.level.max == target.level.max and len({role.line for role in roles}) > 1:
        return False
    return target.family is not Family.CLERICAL or source.family is Family.CLERICAL


class _Step(NamedTuple):
    """A transition with what a search asks of it: months (sum of both ends), grades that cost something."""

    transition: Transition
    months: int
    grades: frozenset[str]
    leaves_specialised_clerk: bool


class _Candidate(NamedTuple):
    """A simple path in the making. Its realism is a whole number: that of the route, times `SURE` to the power of the cutoff."""

    effort: Effort
    realism: int
    roles: tuple[str, ...]
    transitions: tuple[Transition, ...]
    grades: frozenset[str]
    passes_clerk: bool


def _step(graph: CareerGraph, move: Transition, owned: Collection[str]) -> _Step:
    source = graph.roles[move.source]
    grades = frozenset(bridge.grade for bridge in move.bridges if bridge.grade and bridge.grade not in owned)
    is_specialised = source.family is Family.CLERICAL and source.line is not Line.GENERAL
    return _Step(move, move.months.min + move.months.max, grades, is_specialised)


def _costs(graph: CareerGraph, grades: frozenset[str]) -> tuple[int, int]:
    """Study hours (sum of both ends) and fees of some grades, as far as sources give them."""
    nodes = [graph.grades[grade].grade for grade in grades]
    hours = sum(node.study_hours.min + node.study_hours.max for node in nodes if node.study_hours)
    return hours, sum(node.fee_jpy.value for node in nodes if node.fee_jpy)


def _alternatives(candidates: Sequence[_Candidate]) -> tuple[Alternative, ...]:
    ranked = sorted(candidates, key=lambda candidate: (-candidate.realism, candidate.effort))
    realistic = ranked[0]
    quickest = min(ranked, key=lambda candidate: candidate.effort[0])
    work = min(ranked, key=lambda candidate: candidate.effort[1])
    no_longer = (candidate for candidate in ranked if len(candidate.transitions) <= len(realistic.transitions))
    study = max(no_longer, key=lambda candidate: len(candidate.grades))
    clerk = next((candidate for candidate in ranked if candidate.passes_clerk), None)
    serving = [(Approach.REALISTIC, realistic), (Approach.QUICKEST, quickest)]
    if work.effort[1] < realistic.effort[1]:
        serving.append((Approach.WORK, work))
    if len(study.grades) > len(realistic.grades):
        serving.append((Approach.STUDY, study))
    if clerk:
        serving.append((Approach.CLERK, clerk))
    chosen = {candidate.roles: Route(candidate.transitions) for _, candidate in serving}
    return tuple(
        Alternative(route, tuple(approach for approach, candidate in serving if candidate.roles == roles))
        for roles, route in chosen.items()
    )
