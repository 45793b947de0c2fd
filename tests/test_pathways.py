from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import networkx
import pytest
from builders import HELD, LEVELS, PROPERTY, SKILLS, Careers, bridge, careers, certification, grade, role, skill, transition
from career_graph.graph import CareerGraph, build_graph
from career_graph.model import Family, Level, Line, Role, Transition, Use
from career_graph.pathways import (
    CUTOFF,
    Approach,
    Band,
    Coverage,
    Gate,
    Held,
    Route,
    carried_over,
    coverage,
    effort,
    gates,
    held_skills,
    is_reasonable,
    legs,
    merged,
    opened_by,
    openings,
    routes_from,
    skill_gap,
    totals,
    transitions_asking,
)
from hypothesis import given
from hypothesis import strategies as st

# ---------------------------------------------------------------- routes, against a search of all orders of roles


def simple_paths(found: Careers, source: str, target: str, cutoff: int) -> list[tuple[Transition, ...]]:
    moves = {(move.source, move.target): move for move in found.moves}
    between = [other.id for other in found.roles if other.id not in (source, target)]
    orders = [(source, *stops, target) for count in range(cutoff) for stops in itertools.permutations(between, count)]
    return [tuple(moves[step] for step in steps) for steps in map(list, map(itertools.pairwise, orders)) if moves.keys() >= set(steps)]


def labour(graph: CareerGraph, path: tuple[Transition, ...]) -> tuple[int | tuple[str, ...], ...]:
    grades = [graph.grades[id].grade for id in {step.grade for move in path for step in move.bridges if step.grade}]
    months = sum(move.months.min + move.months.max for move in path)
    hours = sum(grade.study_hours.min + grade.study_hours.max for grade in grades if grade.study_hours)
    fees = sum(grade.fee_jpy.value for grade in grades if grade.fee_jpy)
    return months, hours, fees, len(path), tuple(move.id for move in path)


def odds(path: tuple[Transition, ...]) -> Fraction:
    return Fraction(math.prod(move.rating for move in path), 6 ** len(path))


@PROPERTY
@given(careers(), st.integers(1, CUTOFF))
def test_the_first_route_is_the_most_realistic_of_all_simple_paths(found: Careers, cutoff: int) -> None:
    graph = found.graph
    for source in found.roles:
        routes = routes_from(graph, source.id, cutoff=cutoff)
        assert source.id not in routes
        for target in found.roles:
            if target is not source:
                paths = sorted(simple_paths(found, source.id, target.id, cutoff), key=lambda path: (-odds(path), labour(graph, path)))
                assert [other.route.transitions for other in routes.get(target.id, ())][:1] == paths[:1]


@PROPERTY
@given(careers())
def test_the_most_realistic_and_the_quickest_route_are_those_of_yen(found: Careers) -> None:
    graph = found.graph
    network = networkx.DiGraph()
    network.add_nodes_from(graph.roles)
    for move in graph.transitions.values():
        network.add_edge(move.source, move.target, months=move.months.min + move.months.max, doubt=-math.log(odds((move,))))
    for source in graph.roles:
        routes = routes_from(graph, source)
        for target in set(graph.roles) - {source}:
            if networkx.has_path(network, source, target):
                doubt, months = (
                    next(
                        networkx.path_weight(network, path, weight)
                        for path in networkx.shortest_simple_paths(network, source, target, weight)
                        if len(path) <= CUTOFF + 1
                    )
                    for weight in ("doubt", "months")
                )
                quickest = next(route for route, approaches in routes[target] if Approach.QUICKEST in approaches)
                assert -math.log(routes[target][0].route.realism) == pytest.approx(doubt)
                assert effort(graph, quickest)[0] == months
            else:
                assert target not in routes


@PROPERTY
@given(careers(), st.integers(1, CUTOFF))
def test_a_route_is_a_simple_path_of_written_transitions_within_the_cutoff(found: Careers, cutoff: int) -> None:
    graph = found.graph
    for source in found.roles:
        for target, alternatives in routes_from(graph, source.id, cutoff=cutoff).items():
            assert len({route for route, _ in alternatives}) == len(alternatives)
            for route, _ in alternatives:
                stations = [source.id, *(move.target for move in route.transitions)]
                assert all(graph.transitions[move.id] is move for move in route.transitions)
                assert [move.source for move in route.transitions] == stations[:-1]
                assert len(set(stations)) == len(stations) <= cutoff + 1
                assert (route.source, route.target) == (source.id, target)


@PROPERTY
@given(careers(), st.sets(st.sampled_from(["k#0", "k#1", "l#0", "l#1"])))
def test_every_alternative_is_the_best_of_its_kind(found: Careers, wanted: set[str]) -> None:
    graph = found.graph
    owned = wanted & graph.grades.keys()
    for source in found.roles:
        for target, alternatives in routes_from(graph, source.id, owned).items():
            paths = [Route(path) for path in simple_paths(found, source.id, target, CUTOFF)]
            efforts = {path: effort(graph, path, owned) for path in paths}
            for route, approaches in alternatives:
                assert approaches
                if Approach.REALISTIC in approaches:
                    assert route.realism == max(odds(path.transitions) for path in paths)
                if Approach.QUICKEST in approaches:
                    assert efforts[route][0] == min(costs[0] for costs in efforts.values())
                if Approach.WORK in approaches:
                    assert efforts[route][1] == min(costs[1] for costs in efforts.values()) < efforts[alternatives[0].route][1]
                if Approach.STUDY in approaches:
                    first = alternatives[0].route
                    counts = {path: len(totals(graph, path, owned).grades) for path in paths}
                    no_longer = [count for path, count in counts.items() if len(path.transitions) <= len(first.transitions)]
                    assert counts[route] == max(no_longer) > counts[first]
                if Approach.CLERK in approaches:
                    between = [graph.roles[id] for id in route.roles[1:-1]]
                    assert any(role.family is Family.CLERICAL and role.line is not Line.GENERAL for role in between)
            assert [Approach.REALISTIC in approaches for _, approaches in alternatives] == [True] + [False] * (len(alternatives) - 1)
            assert sum(Approach.QUICKEST in approaches for _, approaches in alternatives) == 1


@PROPERTY
@given(careers(), st.sets(st.sampled_from(["k#0", "l#0"])), st.sampled_from(["k#1", "l#1"]))
def test_to_own_one_more_grade_never_makes_a_route_longer(found: Careers, owned: set[str], more: str) -> None:
    graph = found.graph
    for source in found.roles:
        before, after = routes_from(graph, source.id, owned), routes_from(graph, source.id, {*owned, more})
        assert before.keys() == after.keys()
        for target, alternatives in before.items():
            best = effort(graph, alternatives[0].route, owned)
            assert effort(graph, after[target][0].route, {*owned, more})[:3] <= best[:3]
            assert effort(graph, alternatives[0].route, {*owned, more})[1:3] <= best[1:3]


@pytest.mark.parametrize(
    ("best", "second"),
    [
        ({"months": (1, 2), "hours": (9, 9), "fee": 9}, {"months": (1, 3), "hours": (1, 1), "fee": 1}),
        ({"months": (0, 3), "hours": (1, 2), "fee": 9}, {"months": (1, 2), "hours": (1, 3), "fee": 1}),
        ({"months": (1, 2), "hours": (0, 3), "fee": 1}, {"months": (1, 2), "hours": (1, 2), "fee": 2}),
    ],
    ids=["months before hours", "hours before fees", "fees before names"],
)
def test_equally_realistic_routes_are_compared_by_months_then_hours_then_fees(best: dict[str, Any], second: dict[str, Any]) -> None:
    grades = [grade(id, fee=given["fee"], hours=given["hours"]) for id, given in (("2", best), ("1", second))]
    moves = [
        transition("a", via, bridge("x", f"k#{id}"), months=given["months"]) for via, id, given in (("n", "2", best), ("m", "1", second))
    ]
    graph = build_graph([skill("x"), *map(role, "abmn"), certification("k", *grades), *moves, transition("m", "b"), transition("n", "b")])
    assert routes_from(graph, "a")["b"][0].route.transitions[0].target == "n"


def test_what_people_do_goes_before_what_is_quick() -> None:
    often = [transition("a", "n", months=(6, 12), rating=4), transition("n", "b", months=(6, 12), rating=4)]
    seldom = [transition("a", "m", months=(1, 2), rating=2), transition("m", "b", months=(1, 2), rating=2)]
    graph = build_graph([skill("x"), *map(role, "abmn"), *often, *seldom])
    found = {route.roles: approaches for route, approaches in routes_from(graph, "a")["b"]}
    assert found == {("a", "n", "b"): (Approach.REALISTIC,), ("a", "m", "b"): (Approach.QUICKEST,)}


def test_of_routes_that_cost_the_same_the_shorter_comes_first() -> None:
    moves = [transition("a", "b", months=(2, 4)), transition("a", "aa", months=(1, 2)), transition("aa", "b", months=(1, 2))]
    graph = build_graph([skill("x"), *map(role, ["a", "aa", "b"]), *moves])
    assert len(routes_from(graph, "a")["b"][0].route.transitions) == 1


def test_alternatives_say_what_speaks_for_them() -> None:
    studied = certification("k", grade("1", fee=10, hours=(100, 100)), grade("2", fee=10, hours=(50, 50)))
    moves = [
        transition("a", "b", bridge("x", "k#1"), months=(1, 2), rating=1),
        transition("a", "o", bridge("x", "k#1"), rating=5),
        transition("o", "b", rating=5),
        transition("a", "m"),
        transition("m", "b"),
        transition("a", "n", bridge("x", "k#1")),
        transition("n", "b", bridge("x", "k#2")),
        transition("n", "l", bridge("x", "l#1"), rating=5),
        transition("l", "b", rating=5),
    ]
    specialised = role("n", family=Family.CLERICAL, line=Line.ACCOUNTING)
    general = role("m", family=Family.CLERICAL, line=Line.GENERAL)
    others = [*map(role, "abol"), general, specialised, studied, certification("l", grade("1"))]
    graph = build_graph([skill("x"), *others, *moves])
    found = {route.roles: approaches for route, approaches in routes_from(graph, "a")["b"]}
    assert found == {
        ("a", "o", "b"): (Approach.REALISTIC,),
        ("a", "b"): (Approach.QUICKEST,),
        ("a", "m", "b"): (Approach.WORK,),
        ("a", "n", "b"): (Approach.STUDY,),
        ("a", "n", "l", "b"): (Approach.CLERK,),
    }
    assert ("a", "m", "b") not in [route.roles for route, _ in routes_from(graph, "a", owned={"k#1", "k#2", "l#1"})["b"]]


def test_more_than_four_steps_are_no_plan() -> None:
    # The pages say "four steps or fewer" in words.
    stations = [f"r{n}" for n in range(7)]
    graph = build_graph([skill("x"), *map(role, stations), *(transition(*step) for step in itertools.pairwise(stations))])
    assert list(routes_from(graph, "r0")) == ["r1", "r2", "r3", "r4"]


@PROPERTY
@given(careers(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_no_route(found: Careers, chance: random.Random) -> None:
    shuffled = list(found.entities)
    chance.shuffle(shuffled)
    for source in found.roles:
        routes = routes_from(found.graph, source.id)
        assert list(routes_from(build_graph(shuffled), source.id).items()) == list(routes.items())


# ---------------------------------------------------------------- coverage and gap


def credit(graph: CareerGraph, held: Held, wanted: str, level: Level) -> Fraction:
    if held.get(wanted, 0) >= level:
        return Fraction(1)
    beside = {other.id for other in graph.skills.values() if other.broader and other.broader == graph.skills[wanted].broader}
    return Fraction(1, 2) if (beside | {wanted}) & held.keys() else Fraction(0)


@PROPERTY
@given(careers(), HELD)
def test_coverage_is_the_published_formula(found: Careers, held: Held) -> None:
    graph = found.graph
    for target in found.roles:
        weights = sum(need.importance for need in target.essential_skills)
        points = sum(need.importance * credit(graph, held, need.skill, need.level) for need in target.essential_skills)
        assert share(coverage(graph, held, target)) == points / weights


@PROPERTY
@given(careers(), HELD)
def test_coverage_is_complete_exactly_when_the_gap_is_empty(found: Careers, held: Held) -> None:
    for target in found.roles:
        covered = share(coverage(found.graph, held, target))
        assert 0 <= covered <= 1
        assert (covered == 1) == (skill_gap(held, target) == ())


@PROPERTY
@given(careers(), HELD, st.sampled_from(SKILLS), LEVELS)
def test_to_learn_more_never_leads_further_away(found: Careers, held: Held, learnt: str, level: Level) -> None:
    more = {**held, learnt: max(level, held.get(learnt, level))}
    for target in found.roles:
        assert share(coverage(found.graph, more, target)) >= share(coverage(found.graph, held, target))
        assert missing(more, target) <= missing(held, target)


@PROPERTY
@given(careers(), HELD)
def test_every_essential_skill_is_either_carried_over_or_missing(found: Careers, held: Held) -> None:
    for target in found.roles:
        optional = {need.skill for need in target.optional_skills}
        essential = {need.skill for need in target.essential_skills}
        carried = {item.skill for item in carried_over(held, target)}
        assert carried | missing(held, target) >= essential
        assert missing(held, target) <= essential
        assert carried & missing(held, target) <= optional


def share(found: Coverage) -> Fraction:
    return Fraction(found.credit, found.weight)


def missing(held: Held, target: Role) -> set[str]:
    return {gap.skill for gap in skill_gap(held, target)}


def test_a_sibling_earns_half_the_credit_and_two_siblings_no_more() -> None:
    graph = build_graph([skill("w"), skill("x", "w"), skill("y", "w"), skill("z", "w"), role("a", {"x": 2})])
    target = graph.roles["a"]
    assert share(coverage(graph, {"y": Level.TEACHING}, target)) == Fraction(1, 2)
    assert share(coverage(graph, {"y": Level.AWARE, "z": Level.AWARE}, target)) == Fraction(1, 2)
    assert share(coverage(graph, {"w": Level.TEACHING}, target)) == 0


def test_too_low_a_level_earns_half_the_credit() -> None:
    graph = build_graph([skill("x"), role("a", {"x": 3})])
    assert [share(coverage(graph, {"x": level}, graph.roles["a"])) for level in Level] == [Fraction(1, 2), Fraction(1, 2), 1, 1]


def test_optional_skills_do_not_count_towards_coverage() -> None:
    graph = build_graph([skill("x"), skill("y"), role("a", {"x": 2}, optional={"y": 2})])
    assert share(coverage(graph, {"y": Level.TEACHING}, graph.roles["a"])) == 0
    assert missing({"x": Level.TEACHING}, graph.roles["a"]) == set()


def test_someone_in_a_role_holds_its_skills_at_the_higher_level() -> None:
    assert held_skills(role("a", {"x": 2, "y": 3}, optional={"z": 1})) == {"x": 2, "y": 3, "z": 1}


def test_gaps_come_most_important_first_each_with_its_bridges() -> None:
    target = role("a", {"v": (2, 1), "x": (3, 5), "y": (1, 5), "z": (2, 3)})
    first, second = bridge("x", "k#1"), bridge("x")
    gaps = skill_gap({"x": Level.AWARE, "z": Level.ASSISTED}, target, [bridge("z"), first, second])
    assert [(gap.skill, gap.needed, gap.held, gap.importance, gap.bridges) for gap in gaps] == [
        ("x", 3, 1, 5, (first, second)),
        ("y", 1, None, 5, ()),
        ("v", 2, None, 1, ()),
    ]


def test_what_carries_over_comes_most_important_first() -> None:
    target = role("a", {"x": (2, 3), "y": (2, 4)}, optional={"z": (1, 5), "v": (4, 5)})
    carried = carried_over({"x": Level.ASSISTED, "y": Level.TEACHING, "z": Level.AWARE, "v": Level.AWARE}, target)
    assert [(item.skill, item.level, item.importance) for item in carried] == [("z", 1, 5), ("y", 2, 4), ("x", 2, 3)]


@pytest.mark.parametrize("fifths", range(6))
def test_bands_begin_at_exact_fifths(fifths: int) -> None:
    skills = [f"s{n}" for n in range(5)]
    graph = build_graph([*map(skill, skills), role("a", dict.fromkeys(skills, 2))])
    held = dict.fromkeys(skills[:fifths], Level.ASSISTED)
    assert coverage(graph, held, graph.roles["a"]).band == min(fifths + 1, 5)


@pytest.mark.parametrize("band", [Band.VERY_FAR, Band.FAR, Band.WITHIN_REACH, Band.NEAR])
def test_a_hair_below_a_fifth_is_still_the_band_before(band: Band) -> None:
    assert Coverage(band * 1000 - 1, 5000).band is band


# ---------------------------------------------------------------- legs and totals


@PROPERTY
@given(careers())
def test_what_is_learnt_on_the_way_closes_gaps_further_on(found: Careers) -> None:
    graph = found.graph
    for route in all_routes(found):
        start = held_skills(graph.roles[route.source])
        for leg in legs(graph, route):
            needed = {gap.skill for gap in leg.gaps}
            assert needed <= missing(held_skills(leg.source), leg.target)
            assert needed <= missing(start, leg.target)


@PROPERTY
@given(careers())
def test_legs_are_the_steps_of_the_route_each_with_its_own_grades(found: Careers) -> None:
    graph = found.graph
    for route in all_routes(found):
        steps = legs(graph, route)
        assert [leg.transition for leg in steps] == list(route.transitions)
        assert [(leg.source.id, leg.target.id) for leg in steps] == [(move.source, move.target) for move in route.transitions]
        for leg in steps:
            assert set(leg.grades) == {step.grade for step in leg.transition.bridges if step.grade}
            assert {bridge for gap in leg.gaps for bridge in gap.bridges} <= set(leg.transition.bridges)


@PROPERTY
@given(careers())
def test_totals_count_each_grade_once_and_never_exceed_the_legs(found: Careers) -> None:
    graph = found.graph
    for route in all_routes(found):
        whole = totals(graph, route)
        parts = [totals(graph, Route((move,))) for move in route.transitions]
        grades = {grade for leg in legs(graph, route) for grade in leg.grades}
        assert len(whole.grades) == len(grades)
        assert set(whole.grades) == grades
        assert whole.months.min == sum(part.months.min for part in parts)
        assert whole.months.max == sum(part.months.max for part in parts)
        assert whole.fees_jpy <= sum(part.fees_jpy for part in parts)
        assert whole.hours.min <= sum(part.hours.min for part in parts)
        assert whole.hours.max <= sum(part.hours.max for part in parts)


def all_routes(found: Careers) -> list[Route]:
    graph = found.graph
    return [route for source in found.roles for routes in routes_from(graph, source.id).values() for route, _ in routes]


def test_totals_say_what_no_source_gives() -> None:
    grades = certification(
        "k", grade("1", fee=5500, hours=(10, 20)), grade("2", fee=0), grade("3", hours=(1, 2)), grade("4", fee=100, hours=(0, 5))
    )
    first = transition("a", "b", bridge("x", "k#3"), bridge("x", "k#1"), bridge("x"))
    second = transition("b", "c", bridge("x", "k#1"), bridge("x", "k#2"), bridge("x", "k#4"), months=(1, 2))
    graph = build_graph([skill("x"), *map(role, "abc"), grades, first, second])
    sums = totals(graph, Route((first, second)))
    assert sums.grades == ("k#3", "k#1", "k#2", "k#4")
    assert (sums.months.min, sums.months.max) == (7, 14)
    assert (sums.fees_jpy, sums.fees_unknown) == (5600, 1)
    assert (sums.hours.min, sums.hours.max, sums.hours_unknown) == (11, 27, 1)


# ---------------------------------------------------------------- gates and choices


@pytest.mark.parametrize("use", Use)
def test_only_a_licence_that_the_law_asks_for_comes_first(use: Use) -> None:
    target = role("b", grades={"k#1": Use.HELPFUL, "k#2": use})
    assert gates(role("a"), target) == ((Gate.LICENCE,) if use is Use.REQUIRED else ())


def test_a_licence_that_is_owned_is_no_gate() -> None:
    target = role("b", grades={"k#1": Use.REQUIRED})
    assert gates(role("a"), target, {"k#1"}) == ()
    assert gates(role("a"), target, {"k#2"}) == (Gate.LICENCE,)


@pytest.mark.parametrize(("source", "target", "is_large"), [((1, 2), (3, 4), False), ((1, 2), (4, 4), True), ((1, 4), (4, 4), False)])
def test_more_than_one_level_up_asks_for_a_stepping_stone(source: tuple[int, int], target: tuple[int, int], is_large: bool) -> None:
    assert gates(role("a", level=source), role("b", level=target)) == ((Gate.STEPPING_STONE,) if is_large else ())


def test_the_licence_is_named_before_the_stepping_stone() -> None:
    assert gates(role("a", level=(1, 1)), role("b", level=(4, 4), grades={"k#1": Use.REQUIRED})) == (Gate.LICENCE, Gate.STEPPING_STONE)


@pytest.mark.parametrize(
    ("source", "target", "levels", "expected"),
    [
        (Family.CLERICAL, Family.BACK_OFFICE, (2, 2), True),
        (Family.CLERICAL, Family.CLERICAL, (2, 2), True),
        (Family.BACK_OFFICE, Family.MANAGEMENT, (3, 4), True),
        (Family.BACK_OFFICE, Family.LICENSED, (3, 3), True),
        (Family.BACK_OFFICE, Family.CLERICAL, (3, 3), False),
        (Family.BACK_OFFICE, Family.BACK_OFFICE, (3, 2), False),
        (Family.MANAGEMENT, Family.MANAGEMENT, (4, 4), False),
        (Family.LICENSED, Family.BACK_OFFICE, (3, 3), False),
        (Family.ADJACENT, Family.BACK_OFFICE, (2, 3), False),
    ],
)
def test_a_composed_route_starts_in_office_work_and_does_not_lead_down(
    source: Family, target: Family, levels: tuple[int, int], expected: bool
) -> None:
    first, last = role("a", family=source, level=(1, levels[0])), role("c", family=target, level=(1, levels[1]))
    between = role("b", level=(1, levels[0]))
    route = Route((transition("a", "b"), transition("b", "c")))
    assert is_reasonable(build_graph([skill("x"), first, between, last, *route.transitions]), route) is expected


@pytest.mark.parametrize(
    ("levels", "lines", "expected"),
    [
        ((2, 3, 3), (Line.GENERAL, Line.PEOPLE, Line.GENERAL), True),
        ((2, 2, 2), (Line.GENERAL, Line.GENERAL, Line.GENERAL), True),
        ((2, 2, 2), (Line.GENERAL, Line.PEOPLE, Line.GENERAL), False),
        ((2, 3, 2), (Line.GENERAL, Line.PEOPLE, Line.ACCOUNTING), False),
    ],
    ids=["up on its line by way of another", "along its line", "round", "up and down"],
)
def test_a_composed_route_leads_neither_round_nor_up_and_down(
    levels: tuple[int, int, int], lines: tuple[Line, Line, Line], expected: bool
) -> None:
    roles = [
        role(id, family=Family.CLERICAL, level=(1, level), line=line, order=place)
        for place, (id, level, line) in enumerate(zip("abc", levels, lines, strict=True), 1)
    ]
    route = Route((transition("a", "b"), transition("b", "c")))
    assert is_reasonable(build_graph([skill("x"), *roles, *route.transitions]), route) is expected


def test_a_grade_opens_the_most_realistic_transitions_first() -> None:
    moves = [
        transition(*pair, bridge("x", "k#1"), rating=rating) for pair, rating in zip(["ab", "ba", "bc", "cb"], [2, 5, 2, 5], strict=True)
    ]
    other = transition("a", "c", bridge("x", "k#2"), rating=5)
    graph = build_graph([skill("x"), *map(role, "abc"), certification("k", grade("1"), grade("2", 2), grade("3", 3)), *moves, other])
    assert [move.id for move in opened_by(graph, graph.grades["k#1"])] == ["b--a", "c--b", "a--b", "b--c"]
    assert opened_by(graph, graph.grades["k#3"]) == ()


# ---------------------------------------------------------------- what one more opens


def reach(graph: CareerGraph, held: Held, targets: Iterable[str]) -> dict[str, Band]:
    return {id: coverage(graph, held, graph.roles[id]).band for id in targets}


@PROPERTY
@given(careers(), HELD)
def test_what_a_skill_opens_is_what_its_learning_brings_within_reach_or_nearer(found: Careers, held: Held) -> None:
    graph = found.graph
    source = found.roles[0]
    targets = {role.id for role in found.roles[1:] if role.level.max >= source.level.max and not gates(source, role)}
    before = reach(graph, held, targets)
    by_skill = {opening.skill: opening for opening in openings(graph, source, held, (), graph.roles.keys() - {source.id})}
    for learnt in SKILLS:
        after = reach(graph, merged(held, {learnt: Level.INDEPENDENT}), targets)
        asking = {id for id in targets if any(need.skill == learnt for need in graph.roles[id].essential_skills)}
        reached = {id for id in asking if before[id] < Band.WITHIN_REACH <= after[id]}
        nearer = {id for id in asking if Band.WITHIN_REACH <= before[id] < after[id]}
        if reached or nearer:
            assert (set(by_skill[learnt].reached), set(by_skill[learnt].nearer)) == (reached, nearer)
        else:
            assert learnt not in by_skill


def test_the_example_of_the_method_page_comes_out_as_told() -> None:
    target = role("b", {"x": (3, 5), "y": (3, 4), "z": (3, 3)}, family=Family.CLERICAL)
    graph = build_graph([*map(skill, "wxyz"), role("a", {"x": 3, "y": 2}), target, replace(target, id="c", family=Family.BACK_OFFICE)])
    held = held_skills(graph.roles["a"])
    before, after = (coverage(graph, skills, target) for skills in (held, merged(held, {"z": Level.INDEPENDENT})))
    assert [(Fraction(found.credit, 2), Fraction(found.weight, 2), found.band) for found in (before, after)] == [
        (7, 12, Band.WITHIN_REACH),
        (10, 12, Band.NEXT_DOOR),
    ]
    worth = [found.worth for id in "bc" for found in openings(graph, graph.roles["a"], held, (), {id}) if found.skill == "z"]
    assert worth == [1, 2]


def test_the_paths_of_the_method_page_come_in_the_order_told() -> None:
    rated = {"twice-3": (3, 3), "thrice-4": (4, 4, 4), "4-and-3": (4, 3)}
    routes = {name: Route(tuple(transition("a", "b", rating=rating) for rating in ratings)) for name, ratings in rated.items()}
    assert {name: route.realism for name, route in routes.items()} == {
        "twice-3": Fraction(9, 36),
        "thrice-4": Fraction(64, 216),
        "4-and-3": Fraction(12, 36),
    }


def test_what_leads_out_of_clerical_work_is_worth_more() -> None:
    clerks = [role(id, {"x": 2, "w": 2}, family=Family.CLERICAL) for id in ("c", "d")]
    experts = [role(id, {"y": 2, "v": 2}, family=Family.BACK_OFFICE) for id in ("e", "f")]
    graph = build_graph([*map(skill, "vwxy"), role("a", {"z": 1}, family=Family.CLERICAL), skill("z"), *clerks, *experts])
    found = openings(graph, graph.roles["a"], {}, (), set("cdef"))
    assert [(opening.skill, opening.reached, opening.worth) for opening in found] == [
        ("v", ("e", "f"), 8),
        ("y", ("e", "f"), 8),
        ("w", ("c", "d"), 4),
        ("x", ("c", "d"), 4),
    ]


def test_of_grades_that_open_the_same_the_easiest_stands_for_all() -> None:
    grades = certification(
        "k", grade("1", 3, attests={"x": 4}), grade("2", 2, attests={"x": 3}), grade("3", 1, attests={"x": 1}), grade("0", 4)
    )
    target = role("b", {"x": 3}, grades={"k#3": Use.HELPFUL})
    graph = build_graph([skill("x"), skill("z"), role("a", {"z": 1}), target, grades])
    opened = [opening.grade for opening in openings(graph, graph.roles["a"], {}, (), {"b"}) if opening.grade]
    assert opened == ["k#2"]
    quicker = certification("l", grade("1", hours=(9, 9), attests={"x": 3}))
    target = role("b", {"x": 3}, grades={"k#3": Use.HELPFUL, "l#1": Use.HELPFUL})
    other = build_graph([skill("x"), skill("z"), role("a", {"z": 1}), target, grades, quicker])
    assert [opening.grade for opening in openings(other, other.roles["a"], {}, (), {"b"}) if opening.grade] == ["l#1"]
    assert "k#2" not in {opening.grade for opening in openings(graph, graph.roles["a"], {}, {"k#2"}, {"b"})}


def test_a_grade_opens_only_roles_that_name_its_certification() -> None:
    both = certification("k", grade("1", attests={"x": 3}))
    roles = [role("b", {"x": 3}, grades={"k#1": Use.HELPFUL}), role("c", {"x": 3})]
    graph = build_graph([skill("x"), skill("z"), role("a", {"z": 1}), *roles, both])
    opened = {opening.grade or opening.skill: opening.reached for opening in openings(graph, graph.roles["a"], {}, (), {"b", "c"})}
    assert opened == {"x": ("b", "c"), "k#1": ("b",)}


def test_nothing_opens_a_role_behind_a_licence_or_below_the_present_one() -> None:
    shut = [role("b", {"x": 2}, grades={"k#1": Use.REQUIRED}), role("c", {"x": 2}, level=(1, 2)), role("d", {"x": 2}, level=(5 - 1, 4))]
    graph = build_graph([skill("x"), skill("z"), role("a", {"z": 1}, level=(2, 2)), certification("k", grade("1")), *shut])
    (opening,) = openings(graph, graph.roles["a"], {}, (), {"b", "c", "d"})
    assert opening.reached == ("c",)
    assert openings(graph, graph.roles["a"], {}, {"k#1"}, {"b"})[0].reached == ("b",)


def test_a_skill_opens_the_transitions_in_which_it_is_missing() -> None:
    roles = [role("a", {"x": 2}), role("b", {"x": (3, 5)}), role("c", {"x": (2, 4)}), role("d", {"y": 1}, optional={"x": 3})]
    moves = [
        transition("a", "b", rating=2),
        transition("d", "b", rating=5),
        transition("a", "c"),
        transition("d", "c"),
        transition("b", "d"),
    ]
    graph = build_graph([skill("x"), skill("y"), *roles, *moves])
    assert [move.id for move in transitions_asking(graph, "x")] == ["a--b"]
    assert [move.id for move in transitions_asking(graph, "y")] == ["b--d"]
