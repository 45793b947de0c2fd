"""Where every station stands on the career map: a row for each line, a column for each level of responsibility."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .graph import CareerGraph
from .model import Line, Role

SLOT, ROW, MARGIN = 132, 144, 48
"""Width of one station, height of one line, and space above the first, in units of the drawing."""


@dataclass(frozen=True)
class Stop:
    """A role at its place, with the lines that a written transition changes to."""

    role: str
    x: int
    y: int
    changes: tuple[Line, ...]


@dataclass(frozen=True)
class Track:
    """A line with its stops from left to right."""

    line: Line
    y: int
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class Column:
    """The stations of one level, from its left edge."""

    level: int
    x: int
    width: int


@dataclass(frozen=True)
class CareerMap:
    """The whole drawing: its size, columns and tracks."""

    width: int
    height: int
    columns: tuple[Column, ...]
    tracks: tuple[Track, ...]


def draw_map(graph: CareerGraph, lines: Iterable[Line]) -> CareerMap:
    """Lay out the lines that have roles, in the given order. No two stops share a place; growth is linear in roles."""
    rows = [line for line in lines if line in graph.lines]
    counts = Counter((role.line, column_of(role)) for role in graph.roles.values())
    levels = sorted({level for _, level in counts})
    widths = {level: SLOT * max(count for (_, other), count in counts.items() if other == level) for level in levels}
    starts = {level: sum(widths[before] for before in levels if before < level) for level in levels}
    tracks = tuple(Track(line, MARGIN + ROW * row, _stops(graph, line, starts, MARGIN + ROW * row)) for row, line in enumerate(rows))
    columns = tuple(Column(level, starts[level], widths[level]) for level in levels)
    return CareerMap(sum(widths.values()), ROW * len(rows) + MARGIN // 2, columns, tracks)


def column_of(role: Role) -> int:
    """The column of a role: the highest level of responsibility it reaches."""
    return role.level.max


def _stops(graph: CareerGraph, line: Line, starts: dict[int, int], y: int) -> tuple[Stop, ...]:
    taken: Counter[int] = Counter()
    stops = []
    for role in graph.lines[line]:
        level = column_of(role)
        stops.append(Stop(role.id, starts[level] + SLOT * taken[level] + SLOT // 2, y, _changes(graph, role)))
        taken[level] += 1
    return tuple(sorted(stops, key=lambda stop: stop.x))


def _changes(graph: CareerGraph, role: Role) -> tuple[Line, ...]:
    lines = {graph.roles[move.target].line for move in graph.transitions_from.get(role.id, ())}
    return tuple(line for line in Line if line in lines and line is not role.line)
