"""Pages on which a script computes an answer."""

from __future__ import annotations

from dataclasses import dataclass

from ..values import ChoiceGroup, ComparedTable, ElementRow, FitCard, Group, Link, RouteFinder, SourceList, Statement, Station, Way


@dataclass(frozen=True)
class AptitudeView:
    """The aptitude check: the form, every result it may have, the same as a table. `paths` lists the lists of paths by role."""

    statements: tuple[Statement, ...]
    roles: tuple[ChoiceGroup, ...]
    paths: Link
    cards: tuple[FitCard, ...]
    elements: tuple[ElementRow, ...]
    can_tell: str
    cannot_tell: tuple[str, ...]
    credit: Link
    sources: SourceList


@dataclass(frozen=True)
class PlannerView:
    """The planner: what may be ticked, and the words that its script needs."""

    finder: RouteFinder
    skills: tuple[ChoiceGroup, ...]
    grades: tuple[ChoiceGroup, ...]
    data: str
    paths: Link
    approaches: tuple[str, ...]
    bands: tuple[int, ...]
    hows: tuple[str, ...]
    gates: tuple[str, ...]
    span: str
    """What stands between the ends of a range."""


@dataclass(frozen=True)
class SearchView:
    """The search: where its index is, the form, the kinds of result, and every name for readers without scripts."""

    index: str
    form: Link
    kinds: tuple[str, ...]
    indexes: tuple[Link, ...]
    names: tuple[Group, ...]


@dataclass(frozen=True)
class ComparisonView:
    """Two roles side by side."""

    columns: tuple[Station, Station]
    tables: tuple[ComparedTable, ...]
    ways: tuple[Way, Way]
    guides: tuple[Link, ...]
    sources: SourceList


@dataclass(frozen=True)
class CompareView:
    """Any two roles to choose, and all comparisons that have a page. `columns` and `tables` are what the script fills in."""

    choices: tuple[ChoiceGroup, ...]
    groups: tuple[Group, ...]
    data: str
    columns: tuple[Station, Station]
    tables: tuple[ComparedTable, ...]
    all_sources: Link
