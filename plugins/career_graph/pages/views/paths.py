"""Path pages and their indexes."""

from __future__ import annotations

from dataclasses import dataclass

from ..values import Link, OpeningRow, PathCard, SectionView, SkillRow, SourceList, Station, Ticket
from .lists import LineView


@dataclass(frozen=True)
class GapRow:
    """A skill that is missing on a leg, and how it is closed."""

    link: Link
    needed: int
    held: int
    ways: tuple[tuple[str, str], ...]
    """By what means, and the concrete step."""
    learning: Link | None
    """Where its learning at work is told, if no step at work is named."""
    study: tuple[Link, ...]
    """Grades that show it, if no study is named."""


@dataclass(frozen=True)
class LegView:
    """One step of a path."""

    source: Station
    target: Station
    transfer: bool
    change: str
    basis: str
    months: str
    gaps: tuple[GapRow, ...]
    tickets: tuple[Ticket, ...]
    article: Link
    avoid: Link


@dataclass(frozen=True)
class TotalsView:
    """What a path takes in all."""

    months: str
    grades: int
    fees: str
    fees_unknown: int
    hours: str
    hours_unknown: int


@dataclass(frozen=True)
class AlternativeView:
    """Another route between the same ends, and what speaks for it."""

    approaches: tuple[str, ...]
    stations: tuple[Station, ...]
    totals: TotalsView
    tickets: tuple[Link, ...]
    articles: tuple[Link, ...]


@dataclass(frozen=True)
class PathView:
    """A path from one role to another, written or composed."""

    source: Station
    target: Station
    is_composed: bool
    approaches: tuple[str, ...]
    rating: int
    rating_note: str
    band: int
    gates: tuple[str, ...]
    totals: TotalsView
    carried: tuple[SkillRow, ...]
    legs: tuple[LegView, ...]
    barriers: tuple[str, ...]
    intro: str
    sections: tuple[SectionView, ...]
    alternatives: tuple[AlternativeView, ...]
    onward: tuple[PathCard, ...]
    back: PathCard | None
    on_map: Link
    sources: SourceList
    reviewed: str
    consultation: Link | None


@dataclass(frozen=True)
class PathsView:
    """All paths by the role they start from, or those of one role."""

    lines: tuple[LineView, ...]
    source: Station | None
    written: tuple[PathCard, ...]
    composed: tuple[PathCard, ...]
    unreachable: tuple[Station, ...]
    openings: tuple[OpeningRow, ...]
