"""Which roles are compared, and which skills two roles share. Pure functions on the graph; no text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .graph import CareerGraph
from .model import Role, SkillNeed
from .profiles import Profile, nearest_roles

NEAREST = 5
"""Roles with the most similar official profiles that a role is compared with."""


def compared_roles(graph: CareerGraph, profiles: Mapping[str, Profile]) -> dict[str, tuple[str, ...]]:
    """Role id → ids of the roles it is compared with on a page: first those a written transition joins it to, then the nearest.

    It holds in both directions, and there are no more pairs than transitions and `NEAREST` for each role.
    """
    found: dict[str, dict[str, None]] = {role: {} for role in graph.roles}
    joined = [(move.source, move.target) for move in graph.transitions.values()]
    near = [(role, other) for role in graph.roles for other in nearest_roles(role, profiles, NEAREST)]
    for one, other in (*joined, *near):
        found[one][other] = found[other][one] = None
    return {role: tuple(others) for role, others in found.items()}


def shared_skills(one: Role, other: Role) -> tuple[tuple[SkillNeed, SkillNeed], ...]:
    """The skills essential to both roles, most important to the two together first."""
    theirs = {need.skill: need for need in other.essential_skills}
    pairs = [(need, theirs[need.skill]) for need in one.essential_skills if need.skill in theirs]
    return tuple(sorted(pairs, key=lambda pair: (-pair[0].importance - pair[1].importance, pair[0].skill)))


def own_skills(role: Role, other: Role) -> tuple[SkillNeed, ...]:
    """The skills essential to a role and not to the other, most important first."""
    theirs = {need.skill for need in other.essential_skills}
    return tuple(need for need in by_importance(role.essential_skills) if need.skill not in theirs)


def by_importance(needs: Iterable[SkillNeed]) -> tuple[SkillNeed, ...]:
    """Skills as readers see them listed: most important first, then highest level."""
    return tuple(sorted(needs, key=lambda need: (-need.importance, -need.level, need.skill)))
