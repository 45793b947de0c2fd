"""Where every station stands on the career map: a row for each line, a column for each level of responsibility."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .graph import CareerGraph
from .model import Line, Role

SLOT, ROW, MARGIN = 168, 108, 48
"""Width of one station, height of one line, and space above the first, in units of the drawing."""


@dataclass(frozen=True)
class Stop:
    """A role at its place."""

    role: str
    x: int
    y: int


@dataclass(frozen=True)
class Track:
    """A line with its stops from left to right."""

    line: Line
    y: int
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class Transfer:
    """Two stops on different lines that a written transition joins, in either direction."""

    source: Stop
    target: Stop


@dataclass(frozen=True)
class CareerMap:
    """The whole drawing: its size, the middle of each level's column, tracks and transfers."""

    width: int
    height: int
    columns: tuple[tuple[int, int], ...]
    tracks: tuple[Track, ...]
    transfers: tuple[Transfer, ...]


def draw_map(graph: CareerGraph, lines: Iterable[Line]) -> CareerMap:
    """Lay out the lines that have roles, in the given order. No two stops share a place; growth is linear in roles."""
    rows = [line for line in lines if line in graph.lines]
    counts = Counter((role.line, column_of(role)) for role in graph.roles.values())
    levels = sorted({level for _, level in counts})
    widths = {level: SLOT * max(count for (_, other), count in counts.items() if other == level) for level in levels}
    starts = {level: sum(widths[before] for before in levels if before < level) for level in levels}
    tracks = tuple(Track(line, MARGIN + ROW * row, _stops(graph, line, starts, MARGIN + ROW * row)) for row, line in enumerate(rows))
    columns = tuple((level, starts[level] + widths[level] // 2) for level in levels)
    return CareerMap(sum(widths.values()), ROW * len(rows) + MARGIN // 2, columns, tracks, _transfers(graph, tracks))


def column_of(role: Role) -> int:
    """The column of a role: the highest level of responsibility it reaches."""
    return role.level.max


def _stops(graph: CareerGraph, line: Line, starts: dict[int, int], y: int) -> tuple[Stop, ...]:
    taken: Counter[int] = Counter()
    stops = []
    for role in graph.lines[line]:
        level = column_of(role)
        stops.append(Stop(role.id, starts[level] + SLOT * taken[level] + SLOT // 2, y))
        taken[level] += 1
    return tuple(sorted(stops, key=lambda stop: stop.x))


def _transfers(graph: CareerGraph, tracks: Iterable[Track]) -> tuple[Transfer, ...]:
    stops = {stop.role: stop for track in tracks for stop in track.stops}
    pairs = {tuple(sorted((move.source, move.target))) for move in graph.transitions.values()}
    joined = (Transfer(stops[source], stops[target]) for source, target in sorted(pairs))
    return tuple(transfer for transfer in joined if transfer.source.y != transfer.target.y)
