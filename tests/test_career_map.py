"""The layout of the career map."""

from __future__ import annotations

from itertools import pairwise

from builders import role, skill, transition
from career_graph.career_map import SLOT, column_of, draw_map
from career_graph.graph import CareerGraph, build_graph
from career_graph.model import Line, Role, Transition
from hypothesis import given, settings
from hypothesis import strategies as st

PROPERTY = settings(derandomize=True, deadline=None, max_examples=100)
PLACES = st.lists(st.tuples(st.sampled_from(Line), st.integers(1, 4)), min_size=1, max_size=12)


def graph_of(places: list[tuple[Line, int]], moves: tuple[Transition, ...] = ()) -> CareerGraph:
    roles: list[Role] = [role(f"r{i}", line=line, order=i + 1, level=(1, level)) for i, (line, level) in enumerate(places)]
    return build_graph([*roles, skill("x"), *moves])


@PROPERTY
@given(PLACES)
def test_every_role_has_a_place_of_its_own(places: list[tuple[Line, int]]) -> None:
    graph = graph_of(places)
    drawing = draw_map(graph, Line)
    stops = [stop for track in drawing.tracks for stop in track.stops]
    assert sorted(stop.role for stop in stops) == sorted(graph.roles)
    assert len({(stop.x, stop.y) for stop in stops}) == len(stops)
    for track in drawing.tracks:
        gaps = [after.x - before.x for before, after in pairwise(track.stops)]
        assert all(gap >= SLOT for gap in gaps)


@PROPERTY
@given(PLACES)
def test_a_higher_level_stands_further_right_and_a_line_stays_on_its_row(places: list[tuple[Line, int]]) -> None:
    graph = graph_of(places)
    drawing = draw_map(graph, Line)
    columns = {column_of(graph.roles[stop.role]): [] for track in drawing.tracks for stop in track.stops}
    for track in drawing.tracks:
        assert {stop.y for stop in track.stops} == {track.y}
        for stop in track.stops:
            columns[column_of(graph.roles[stop.role])].append(stop.x)
    ordered = [columns[level] for level in sorted(columns)]
    assert all(max(before) < min(after) for before, after in pairwise(ordered))


@PROPERTY
@given(PLACES)
def test_everything_lies_inside_the_drawing(places: list[tuple[Line, int]]) -> None:
    drawing = draw_map(graph_of(places), Line)
    for stop in (stop for track in drawing.tracks for stop in track.stops):
        assert SLOT // 2 <= stop.x <= drawing.width - SLOT // 2
        assert 0 < stop.y < drawing.height


def test_a_stop_names_the_other_lines_that_people_change_to() -> None:
    places = [(Line.GENERAL, 2), (Line.ACCOUNTING, 2), (Line.ACCOUNTING, 3), (Line.LEGAL, 2)]
    moves = (transition("r0", "r1"), transition("r0", "r2"), transition("r0", "r3"), transition("r1", "r0"), transition("r1", "r2"))
    drawing = draw_map(graph_of(places, moves), Line)
    changes = {stop.role: stop.changes for track in drawing.tracks for stop in track.stops}
    assert changes == {"r0": (Line.ACCOUNTING, Line.LEGAL), "r1": (Line.GENERAL,), "r2": (), "r3": ()}


def test_lines_stand_in_the_order_that_is_given_and_only_those_with_roles() -> None:
    drawing = draw_map(graph_of([(Line.GENERAL, 1), (Line.ACCOUNTING, 1)]), [Line.ACCOUNTING, Line.LEGAL, Line.GENERAL])
    assert [track.line for track in drawing.tracks] == [Line.ACCOUNTING, Line.GENERAL]
