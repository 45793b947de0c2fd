"""What one more skill or grade opens: the answer to lists that only ever name the next role of the same kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..graph import CareerGraph, GradeNode
from ..model import Family, Level, Role, Transition
from .coverage import Band, Held, coverage, gates, held_skills, merged

LEARNT = Level.INDEPENDENT
"""The level to which one more skill is taken to be learnt."""


_Opened = tuple[tuple[str, ...], tuple[str, ...], int, int]


UNKNOWN_HOURS = 10**6
"""A grade for which no source gives hours comes after those with hours."""


@dataclass(frozen=True)
class Opening:
    """One more skill or grade, and the roles that it brings within reach or a band nearer, the most rewarding first."""

    skill: str
    """Id of the skill; empty for a grade."""
    grade: str
    """Id of the grade; empty for a skill."""
    reached: tuple[str, ...]
    """Ids of the roles that come within reach."""
    nearer: tuple[str, ...]
    """Ids of the roles already within reach that come a band nearer."""
    worth: int
    """What it is ranked by: two for each role reached, one for each that comes nearer, twice that outside clerical work."""
    importance: int
    """How much those roles rest on what is learnt, in all."""


def openings(graph: CareerGraph, source: Role, held: Held, owned: Collection[str], targets: Collection[str]) -> tuple[Opening, ...]:
    """What one more skill or grade opens among `targets` for someone in a role, most worth first.

    Roles behind a licence or too many levels up stay shut; so do those with less responsibility than the present one.
    A role opens only by what it asks for itself, not by a sibling of it, and by a grade only where it names the certification. Of
    the grades that open the same, the one
    with the fewest study hours stands for all, of one certification the easiest. Ties: fewer study hours, then what the roles rest
    on more, then ids.
    """
    open_targets = [graph.roles[id] for id in sorted(targets) if _is_open(source, graph.roles[id], owned)]
    before = {role.id: coverage(graph, held, role).band for role in open_targets}
    found = [*_skill_openings(graph, held, open_targets, before), *_grade_openings(graph, held, owned, open_targets, before)]
    return tuple(_distinct(sorted(found, key=lambda opening: _rank(graph, opening))))


def opened_by(graph: CareerGraph, node: GradeNode) -> tuple[Transition, ...]:
    """The transitions that a grade helps to make, most realistic first."""
    return tuple(sorted(graph.bridged_by.get(node.id, ()), key=lambda move: (-move.rating, move.id)))


def transitions_asking(graph: CareerGraph, skill: str) -> tuple[Transition, ...]:
    """The transitions in which a skill is missing at its level and must be gained, most important and realistic first."""
    found = []
    for demand in graph.demands.get(skill, ()):
        for move in graph.transitions_to.get(demand.role.id, ()) if demand.essential else ():
            if held_skills(graph.roles[move.source]).get(skill, 0) < demand.need.level:
                found.append((-demand.need.importance, -move.rating, move.id))
    return tuple(graph.transitions[id] for *_, id in sorted(found))


def _distinct(ranked: Iterable[Opening]) -> Iterator[Opening]:
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for opening in ranked:
        opened = opening.reached, opening.nearer
        if opening.skill or opened not in seen:
            yield opening
        if opening.grade:
            seen.add(opened)


def _is_open(source: Role, target: Role, owned: Collection[str]) -> bool:
    return target.level.max >= source.level.max and not gates(source, target, owned)


def _skill_openings(graph: CareerGraph, held: Held, targets: Collection[Role], before: Mapping[str, Band]) -> Iterator[Opening]:
    wanted = {need.skill for role in targets for need in role.essential_skills}
    for skill in sorted(wanted):
        if held.get(skill, 0) < LEARNT and (opening := _opening(graph, held, {skill: LEARNT}, targets, before)):
            yield Opening(skill, "", *opening)


def _grade_openings(
    graph: CareerGraph, held: Held, owned: Collection[str], targets: Collection[Role], before: Mapping[str, Band]
) -> Iterator[Opening]:
    for certification, roles in sorted(_by_certification(targets).items()):
        seen: set[_Opened] = set()
        for grade in sorted(graph.certifications[certification].grades, key=lambda grade: grade.order):
            id = f"{certification}#{grade.id}"
            shown = {item.skill: item.level for item in grade.attests if item.level > Level.AWARE}
            opening = _opening(graph, held, shown, roles, before) if shown and id not in owned else None
            if opening and opening not in seen:
                seen.add(opening)
                yield Opening("", id, *opening)


def _by_certification(roles: Collection[Role]) -> dict[str, list[Role]]:
    """The roles that name a grade of each certification, whichever grade it is."""
    found: dict[str, list[Role]] = defaultdict(list)
    for role in roles:
        for certification in {use.certification for use in role.certifications}:
            found[certification].append(role)
    return found


def _opening(graph: CareerGraph, held: Held, more: Held, targets: Collection[Role], before: Mapping[str, Band]) -> _Opened | None:
    """Roles reached, roles nearer, their worth and how much they rest on what is learnt; None where nothing changes."""
    after = merged(held, more)
    reached: list[Role] = []
    nearer: list[Role] = []
    for role in targets:
        band = coverage(graph, after, role).band
        if band > before[role.id] and band >= Band.WITHIN_REACH and _importance(role, more):
            (reached if before[role.id] < Band.WITHIN_REACH else nearer).append(role)
    if not reached and not nearer:
        return None
    worth = sum(2 * _weight(role) for role in reached) + sum(_weight(role) for role in nearer)
    return _best_first(reached), _best_first(nearer), worth, sum(_importance(role, more) for role in (*reached, *nearer))


def _importance(role: Role, skills: Collection[str]) -> int:
    return sum(need.importance for need in role.essential_skills if need.skill in skills)


def _weight(role: Role) -> int:
    return 1 if role.family is Family.CLERICAL else 2


def _best_first(roles: Collection[Role]) -> tuple[str, ...]:
    return tuple(role.id for role in sorted(roles, key=lambda role: (-_weight(role), -role.level.max, role.id)))


def _rank(graph: CareerGraph, opening: Opening) -> tuple[int, int, int, str, str]:
    hours = _study_hours(graph.grades[opening.grade]) if opening.grade else 0
    return -opening.worth, hours, -opening.importance, opening.skill, opening.grade


def _study_hours(node: GradeNode) -> int:
    hours = node.grade.study_hours
    return hours.min + hours.max if hours else UNKNOWN_HOURS
