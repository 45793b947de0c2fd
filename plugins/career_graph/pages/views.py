"""View models: one plain frozen value a page, with all that its template shows. Two equal values give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass

from .values import Cited, ComparedTable, Figure, Group, Link, PathCard, SectionView, SkillRow, SourceRow, Station, Ticket, Way


@dataclass(frozen=True)
class HomeView:
    """The home page of a language."""

    tagline: str
    description: str
    starts: tuple[Link, ...]
    all_starts: Link
    lines: tuple[LineView, ...]
    featured: tuple[PathCard, ...]
    guides: tuple[Card, ...]
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
class ProfileView:
    """In what a role's official ratings stand out from the mean of `mean_of` occupations, by domain."""

    occupations: str
    mean_of: int
    elements: tuple[tuple[str, tuple[str, ...]], ...]
    credit: Link


@dataclass(frozen=True)
class RoleView:
    """A role."""

    station: Station
    reading: str
    other_name: Link
    alt_labels: tuple[str, ...]
    before: Station | None
    after: Station | None
    figures: tuple[Figure, ...]
    sections: tuple[SectionView, ...]
    tasks: tuple[str, ...]
    tools: tuple[str, ...]
    company_sizes: tuple[tuple[str, str], ...]
    essential: tuple[SkillRow, ...]
    optional: tuple[SkillRow, ...]
    tickets: tuple[Ticket, ...]
    paths_out: tuple[PathCard, ...]
    paths_further: tuple[PathCard, ...]
    paths_in: tuple[PathCard, ...]
    all_paths: Link
    comparisons: tuple[Link, ...]
    all_comparisons: Link
    profile: ProfileView | None
    codes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    sources: tuple[SourceRow, ...]
    reviewed: str
    consultation: Link | None


@dataclass(frozen=True)
class SkillDemand:
    """A role that asks for a skill, and at what level."""

    station: Station
    level: int


@dataclass(frozen=True)
class SkillView:
    """A skill."""

    type: str
    alt_labels: tuple[str, ...]
    broader: Link | None
    narrower: tuple[Link, ...]
    sections: tuple[SectionView, ...]
    essential_for: tuple[SkillDemand, ...]
    optional_for: tuple[SkillDemand, ...]
    tickets: tuple[Ticket, ...]
    paths: tuple[PathCard, ...]
    sources: tuple[SourceRow, ...]
    reviewed: str


@dataclass(frozen=True)
class GradeView:
    """A grade on its certification's page."""

    id: str
    name: str
    eligibility: str
    format: str
    sittings: str
    fee: Cited | None
    pass_rate: Cited | None
    sitting: str
    hours: Cited | None
    attests: tuple[SkillRow, ...]
    prepares_for: tuple[Link, ...]
    roles: tuple[tuple[Station, str], ...]
    paths: tuple[PathCard, ...]


@dataclass(frozen=True)
class CertificationView:
    """A certification with its grades."""

    issuer: str
    legal_class: str
    official_url: str
    alt_labels: tuple[str, ...]
    grades: tuple[GradeView, ...]
    sections: tuple[SectionView, ...]
    sources: tuple[SourceRow, ...]
    reviewed: str


@dataclass(frozen=True)
class GapRow:
    """A skill that is missing on a leg, and how it is closed."""

    link: Link
    needed: int
    held: int
    how: str
    action: str


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
class PathView:
    """A path from one role to another, written or composed."""

    source: Station
    target: Station
    is_written: bool
    rating: int
    rating_note: str
    band: int
    gates: tuple[str, ...]
    totals: TotalsView
    carried: tuple[SkillRow, ...]
    legs: tuple[LegView, ...]
    barriers: tuple[str, ...]
    sections: tuple[SectionView, ...]
    alternatives: tuple[PathCard, ...]
    onward: tuple[PathCard, ...]
    back: PathCard | None
    sources: tuple[SourceRow, ...]
    reviewed: str
    consultation: Link | None


@dataclass(frozen=True)
class ArticleView:
    """A guide or a single page."""

    intro: str
    sections: tuple[SectionView, ...]
    about: tuple[Link, ...]
    sources: tuple[SourceRow, ...]
    reviewed: str
    contact_url: str
    consultation: Link | None
    guide_home: Link


@dataclass(frozen=True)
class IndexView:
    """A list of everything of one kind: in groups that make sense, and by reading."""

    kind: str
    groups: tuple[Group, ...]
    stations: tuple[LineView, ...]
    letters: tuple[Group, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class MapStop:
    """A station on the career map, with its name in lines."""

    x: int
    y: int
    station: Station
    label: tuple[str, ...]


@dataclass(frozen=True)
class MapTrack:
    """A line on the career map, from its first to its last station."""

    letter: str
    name: str
    y: int
    ends: tuple[int, int]
    stops: tuple[MapStop, ...]


@dataclass(frozen=True)
class MapView:
    """The career map; transfers are SVG paths."""

    width: int
    height: int
    columns: tuple[tuple[int, int], ...]
    tracks: tuple[MapTrack, ...]
    transfers: tuple[str, ...]
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class PathsView:
    """All paths by the role they start from, or those of one role."""

    lines: tuple[LineView, ...]
    source: Station | None
    written: tuple[PathCard, ...]
    composed: tuple[PathCard, ...]
    unreachable: tuple[Station, ...]


@dataclass(frozen=True)
class ComparisonView:
    """Two roles side by side."""

    columns: tuple[Station, Station]
    tables: tuple[ComparedTable, ...]
    ways: tuple[Way, Way]
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True)
class CompareView:
    """Any two roles to choose, and all comparisons that have a page. `columns` and `tables` are what the script fills in."""

    choices: tuple[tuple[str, tuple[tuple[str, Link], ...]], ...]
    groups: tuple[Group, ...]
    data: str
    columns: tuple[Station, Station]
    tables: tuple[ComparedTable, ...]


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


@dataclass(frozen=True)
class Main:
    """The main part of a page in one language: the template and the value it shows."""

    lang: str
    template: str
    view: object


@dataclass(frozen=True)
class Chrome:
    """What surrounds the main part: the same on every page of a language, but for the marked place in the navigation."""

    site_name: str
    home: str
    navigation: tuple[tuple[Link, bool], ...]
    publisher: str
    footer: tuple[Link, ...]
    stylesheet: str
    icon: str
    manifest: str


@dataclass(frozen=True)
class Page:
    """One page of the site."""

    url: str
    save_as: str
    lang: str
    kind: str
    id: str
    source_path: str
    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    switch: Link | None
    breadcrumb: tuple[Link, ...]
    notices: tuple[str, ...]
    noindex: bool
    line: str
    mains: tuple[Main, ...]
    chrome: Chrome
    scripts: tuple[str, ...] = ()
