"""Which roles are compared, and what two of them share."""

from __future__ import annotations

from builders import PROFILES, PROPERTY, Careers, careers, needs, role, transition
from career_graph.comparisons import NEAREST, by_importance, compared_roles, own_skills, shared_skills
from career_graph.graph import build_graph
from career_graph.model import Domain
from career_graph.profiles import Profile, nearest_roles
from hypothesis import given
from hypothesis import strategies as st


def test_roles_joined_by_a_transition_come_before_those_that_are_only_alike() -> None:
    graph = build_graph([role(id) for id in "abcd"] + [transition("d", "a"), transition("a", "d")])
    profiles = {id: Profile((), {domain: {"x": float(place)} for domain in Domain}) for place, id in enumerate("abd")}
    assert compared_roles(graph, profiles) == {"a": ("d", "b"), "b": ("a", "d"), "c": (), "d": ("a", "b")}


@PROPERTY
@given(careers(), st.lists(PROFILES, max_size=5))
def test_comparisons_hold_in_both_directions_and_their_number_is_linear(world: Careers, profiles: list[Profile]) -> None:
    graph = world.graph
    known = dict(zip(graph.roles, profiles, strict=False))
    compared = compared_roles(graph, known)
    pairs = {frozenset((one, other)) for one, others in compared.items() for other in others}
    assert compared.keys() == graph.roles.keys()
    assert sum(map(len, compared.values())) == 2 * len(pairs)
    assert all(len(pair) == 2 for pair in pairs)
    written = {frozenset((move.source, move.target)) for move in world.moves}
    near = {frozenset((role, other)) for role in graph.roles for other in nearest_roles(role, known, NEAREST)}
    assert pairs == written | near
    assert len(pairs) <= len(written) + NEAREST * len(graph.roles)


def test_shared_skills_come_by_their_importance_to_both() -> None:
    one = role("a", {"x": (2, 1), "y": (3, 5), "z": (1, 4)})
    other = role("b", {"x": (4, 5), "y": (1, 2), "w": (1, 5)})
    found = [(mine.skill, mine.level, theirs.level) for mine, theirs in shared_skills(one, other)]
    assert found == [("y", 3, 1), ("x", 2, 4)]
    assert [need.skill for need in own_skills(one, other)] == ["z"]


def test_a_skill_that_only_helps_the_other_role_is_still_essential_here_alone() -> None:
    one, other = role("a", {"x": 2}), role("b", {"y": 2}, optional={"x": 3})
    assert [need.skill for need in own_skills(one, other)] == ["x"]
    assert shared_skills(one, other) == ()


def test_skills_are_listed_by_importance_then_level_then_id() -> None:
    assert [need.skill for need in by_importance(needs({"b": (2, 3), "a": (2, 3), "c": (4, 3), "d": (1, 5)}))] == ["d", "c", "a", "b"]


@PROPERTY
@given(careers())
def test_comparing_is_the_same_from_both_sides(world: Careers) -> None:
    for one in world.roles:
        for other in world.roles:
            shared = shared_skills(one, other)
            assert shared_skills(other, one) == tuple((theirs, mine) for mine, theirs in shared)
            mine = {need.skill for need in own_skills(one, other)} | {need.skill for need, _ in shared}
            assert mine == {need.skill for need in one.essential_skills}
