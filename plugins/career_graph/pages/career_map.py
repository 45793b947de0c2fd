"""The career map: every station of every line in one drawing, and the same as a list."""

from __future__ import annotations

import textwrap

from ..career_map import Stop, Track, draw_map
from ..languages import choose
from ..typography import phrases
from .context import Context
from .paths import lines_of
from .views import MapColumn, MapStop, MapTrack, MapView, Page

MARK = 18
"""Distance between the marks of two lines to change to."""

LABEL_WIDTH = {"ja": 9, "en": 16}
"""Characters of a station's name on one line of the drawing."""


def map_page(context: Context) -> Page:
    """The page of the career map."""
    drawing = draw_map(context.graph, context.content.site.lines)
    view = MapView(
        width=drawing.width,
        height=drawing.height,
        columns=tuple(MapColumn(column.level, column.x, column.width) for column in drawing.columns),
        tracks=tuple(_track(context, track) for track in drawing.tracks),
        lines=lines_of(context),
        paths=context.indexes()["paths"],
    )
    description = context.gettext("Every role in the guide on one railway map: a line for each field of work, from clerical to senior.")
    return context.index_page("map", "map.html", view, description, ("map",))


def _track(context: Context, track: Track) -> MapTrack:
    name = choose(context.content.site.lines[track.line], context.lang)
    ends = (track.stops[0].x, track.stops[-1].x)
    return MapTrack(track.line.value, name, track.y, ends, tuple(_stop(context, stop) for stop in track.stops))


def _stop(context: Context, stop: Stop) -> MapStop:
    station = context.station(stop.role)
    label = _wrapped(station.link.label, context.lang)
    names = context.content.site.lines
    first = stop.x - MARK * (len(stop.changes) - 1) // 2
    changes = tuple((line.value, choose(names[line], context.lang), first + MARK * place) for place, line in enumerate(stop.changes))
    moves = tuple(move.target for move in context.graph.transitions_from.get(stop.role, ()))
    return MapStop(stop.x, stop.y, station, label, changes, stop.role, moves)


def _wrapped(label: str, lang: str) -> tuple[str, ...]:
    """A name in lines that fit under a station; Japanese breaks between phrases, and inside one only where it must."""
    width = LABEL_WIDTH[lang]
    if lang != "ja":
        return tuple(textwrap.wrap(label, width))
    lines = [""]
    for phrase in phrases(label, lang).split("<wbr>"):
        for piece in textwrap.wrap(phrase, width):
            if lines[-1] and len(lines[-1]) + len(piece) > width:
                lines.append("")
            lines[-1] += piece
    return tuple(lines)
