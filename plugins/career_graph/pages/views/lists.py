"""Home, indexes, the map, and pages of no language."""

from __future__ import annotations

from dataclasses import dataclass

from ..values import DefinitionGroup, Group, Link, PathCard, RouteFinder, Station, UsedSource


@dataclass(frozen=True)
class HomeView:
    """The home page of a language."""

    tagline: str
    description: str
    finder: RouteFinder
    starts: tuple[Link, ...]
    all_starts: Link
    lines: tuple[LineView, ...]
    featured: tuple[PathCard, ...]
    tools: tuple[Card, ...]
    guides: tuple[CardGroup, ...]
    counts: tuple[tuple[str, int, str], ...]
    consultation: Link | None


@dataclass(frozen=True)
class LineView:
    """A line with its stations."""

    letter: str
    name: str
    stations: tuple[Station, ...]


@dataclass(frozen=True)
class Card:
    """A link with a sentence on what it leads to."""

    link: Link
    summary: str


@dataclass(frozen=True)
class GuidesView:
    """All guides, by what they help with."""

    topics: tuple[CardGroup, ...]


@dataclass(frozen=True)
class CardGroup:
    """Cards under a heading; `key` names it."""

    key: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class IndexView:
    """A list of everything of one kind: in groups that make sense, and by reading."""

    kind: str
    groups: tuple[Group, ...]
    stations: tuple[LineView, ...]
    letters: tuple[Group, ...]
    cards: tuple[Card, ...]
    pages: tuple[tuple[Link, bool], ...] = ()
    """The pages of a long list, and which of them this is."""


@dataclass(frozen=True)
class GlossaryView:
    """A page of the glossary: all its pages and which of them this is, and the entries by letter."""

    pages: tuple[tuple[Link, bool], ...]
    groups: tuple[DefinitionGroup, ...]


@dataclass(frozen=True)
class SourcesOverview:
    """The first page of all sources: the shelves, how many sources there are, and those used on most pages: link, title, pages."""

    shelves: tuple[tuple[Link, bool], ...]
    sources: int
    publishers: int
    most_used: tuple[tuple[Link, str, int], ...]


@dataclass(frozen=True)
class SourcesView:
    """A shelf of the list of all sources: all shelves and which of them this is, and its sources."""

    shelves: tuple[tuple[Link, bool], ...]
    sources: tuple[UsedSource, ...]


@dataclass(frozen=True)
class MapStop:
    """A station on the career map, with its name in lines and the lines to change to: letter, name, place of its mark."""

    x: int
    y: int
    station: Station
    label: tuple[str, ...]
    changes: tuple[tuple[str, str, int], ...]
    role: str
    moves: tuple[str, ...]
    """Ids of the roles to which a written transition leads."""


@dataclass(frozen=True)
class MapTrack:
    """A line on the career map, from its first to its last station."""

    letter: str
    name: str
    y: int
    ends: tuple[int, int]
    stops: tuple[MapStop, ...]


@dataclass(frozen=True)
class MapColumn:
    """A level of responsibility on the career map: its left edge and width."""

    level: int
    x: int
    width: int


@dataclass(frozen=True)
class MapView:
    """The career map."""

    width: int
    height: int
    columns: tuple[MapColumn, ...]
    tracks: tuple[MapTrack, ...]
    lines: tuple[LineView, ...]
    paths: Link


@dataclass(frozen=True)
class ChooserView:
    """What one language shows on the page that offers a choice of language."""

    name: str
    tagline: str
    description: str
    home: Link


@dataclass(frozen=True)
class NotFoundView:
    """What one language shows where a page is missing."""

    search: Link
    links: tuple[Link, ...]


@dataclass(frozen=True)
class GalleryEntry:
    """An example of a component, rendered."""

    component: str
    name: str
    lang: str
    html: str


@dataclass(frozen=True)
class GalleryView:
    """Every example of every component."""

    entries: tuple[GalleryEntry, ...]
