from __future__ import annotations

import random

import pytest
from builders import PROPERTY, Careers, bridge, careers, certification, grade, role, skill, transition
from career_graph.graph import Demand, GradeDemand, GradeNode, build_graph
from career_graph.model import Certification, Line, Role, Skill, Use
from hypothesis import given
from hypothesis import strategies as st


@PROPERTY
@given(careers())
def test_every_entity_is_a_node_under_its_id(found: Careers) -> None:
    graph = found.graph
    nodes = [*graph.roles.items(), *graph.skills.items(), *graph.certifications.items(), *graph.transitions.items()]
    assert {id(node) for _, node in nodes} == {id(entity) for entity in found.entities}
    assert all(key == node.id for key, node in nodes)
    assert dict(graph.grades) == {
        f"{entity.id}#{grade.id}": GradeNode(entity, grade) for entity in found.of(Certification) for grade in entity.grades
    }
    assert all(key == node.id for key, node in graph.grades.items())


@PROPERTY
@given(careers())
def test_transitions_are_found_from_both_ends(found: Careers) -> None:
    graph = found.graph
    for here in found.roles:
        assert graph.transitions_from.get(here.id, ()) == tuple(move for move in found.moves if move.source == here.id)
        assert graph.transitions_to.get(here.id, ()) == tuple(move for move in found.moves if move.target == here.id)
        for there in found.roles:
            expected = [move for move in found.moves if (move.source, move.target) == (here.id, there.id)]
            assert graph.transition(here.id, there.id) == (expected[0] if expected else None)


@PROPERTY
@given(careers())
def test_the_demands_for_a_skill_are_those_the_roles_name(found: Careers) -> None:
    graph = found.graph
    for wanted in found.of(Skill):
        essential = {(other.id, need) for other in found.roles for need in other.essential_skills if need.skill == wanted.id}
        optional = {(other.id, need) for other in found.roles for need in other.optional_skills if need.skill == wanted.id}
        demands = graph.demands.get(wanted.id, ())
        assert {(item.role.id, item.need) for item in demands if item.essential} == essential
        assert {(item.role.id, item.need) for item in demands if not item.essential} == optional
        assert len(demands) == len(essential) + len(optional)


@PROPERTY
@given(careers())
def test_demands_come_essential_first_then_by_importance_then_by_station(found: Careers) -> None:
    def rank(item: Demand) -> tuple[bool, int, str, int]:
        return not item.essential, -item.need.importance, item.role.line, item.role.order

    for demands in found.graph.demands.values():
        assert list(demands) == sorted(demands, key=rank)


@PROPERTY
@given(careers())
def test_skills_know_what_is_below_and_beside_them(found: Careers) -> None:
    graph, skills = found.graph, found.of(Skill)
    for here in skills:
        assert graph.narrower.get(here.id, ()) == tuple(other for other in skills if other.broader == here.id)
        beside = [other.id for other in skills if other.broader == here.broader is not None and other is not here]
        assert graph.siblings(here.id) == tuple(beside)


@PROPERTY
@given(careers())
def test_grades_know_what_they_attest_who_wants_them_and_where_they_help(found: Careers) -> None:
    graph = found.graph
    for wanted in found.of(Skill):
        attesting = {key for key, node in graph.grades.items() if wanted.id in {held.skill for held in node.grade.attests}}
        bridging = [move for move in found.moves if wanted.id in {step.skill for step in move.bridges}]
        assert_same_once([node.id for node in graph.attesting.get(wanted.id, ())], attesting)
        assert graph.bridging.get(wanted.id, ()) == tuple(bridging)
    for key in graph.grades:
        demands = [GradeDemand(other, use.use) for other in found.roles for use in other.certifications if use.grade == key]
        bridged = [move for move in found.moves if key in {step.grade for step in move.bridges}]
        assert graph.grade_demands.get(key, ()) == tuple(demands)
        assert graph.bridged_by.get(key, ()) == tuple(bridged)


def assert_same_once(found: list[str], expected: set[str]) -> None:
    assert len(found) == len(set(found))
    assert set(found) == expected


@PROPERTY
@given(careers(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(found: Careers, chance: random.Random) -> None:
    shuffled = list(found.entities)
    chance.shuffle(shuffled)
    # The order of keys counts as well: pages list nodes in it.
    assert repr(build_graph(shuffled)) == repr(found.graph)


def test_a_line_holds_its_own_roles_in_station_order() -> None:
    roles = [role("c", order=2), role("b", order=10), role("a", order=1, line=Line.PEOPLE), role("d", order=1)]
    lines = build_graph([*roles, skill("x")]).lines
    assert {line: [station.id for station in stations] for line, stations in lines.items()} == {
        Line.ACCOUNTING: ["d", "c", "b"],
        Line.PEOPLE: ["a"],
    }


def test_grades_come_easiest_first_whatever_their_ids() -> None:
    graph = build_graph([certification("k", grade("1", order=3), grade("2", order=2), grade("basic", order=1))])
    assert list(graph.grades) == ["k#basic", "k#2", "k#1"]


def test_a_transition_that_names_a_skill_or_grade_twice_is_found_once() -> None:
    move = transition("a", "b", bridge("x", "k#1"), bridge("x", "k#1"))
    graph = build_graph([role("a"), role("b"), skill("x"), certification("k", grade("1")), move])
    assert graph.bridging["x"] == graph.bridged_by["k#1"] == (move,)


def test_skills_without_a_broader_one_are_no_siblings() -> None:
    graph = build_graph([skill("x"), skill("y"), skill("w"), skill("z", "w")])
    assert [graph.siblings(id) for id in "xyz"] == [(), (), ()]


def test_building_the_graph_does_not_compare_every_role_with_every_other(monkeypatch: pytest.MonkeyPatch) -> None:
    count, compared = 100, 0

    def equals(self: Role, other: object) -> bool:
        nonlocal compared
        compared += 1
        return self is other

    roles = [role(f"r{place}", order=place + 1, grades={"k#1": Use.HELPFUL}) for place in range(count)]
    monkeypatch.setattr(Role, "__eq__", equals)
    build_graph([skill("x"), certification("k", grade("1")), *roles])
    assert compared <= 4 * count
