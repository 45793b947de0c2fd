"""View models: plain frozen values that hold all a template shows. Two equal values give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A label that leads somewhere; `lang` is set where the label is in another language than the page."""

    url: str
    label: str
    lang: str = ""


@dataclass(frozen=True)
class Station:
    """A role as it appears anywhere outside its own page."""

    link: Link
    line: str
    line_name: str
    number: str
    summary: str
    family: str


@dataclass(frozen=True)
class Cited:
    """A perishable value in words, with its date and the number of its source in the page's list."""

    text: str
    as_of: str
    source_key: str
    source_number: int


@dataclass(frozen=True)
class SkillRow:
    """A skill with the level at which it is needed or held."""

    link: Link
    level: int


@dataclass(frozen=True)
class Ticket:
    """A grade: what it is for here, what it costs and takes."""

    link: Link
    use: str
    legal_class: str
    fee: Cited | None
    hours: Cited | None


@dataclass(frozen=True)
class Figure:
    """A measure of a role, with its value for each population that was counted."""

    measure: str
    numbers: tuple[tuple[Cited, str], ...]


@dataclass(frozen=True)
class PathCard:
    """A way from one role to another, in a list."""

    url: str
    title: str
    source: Station
    target: Station
    stations: tuple[Station, ...]
    via: str
    months: str
    steps: int
    tickets: tuple[str, ...]
    is_written: bool


@dataclass(frozen=True)
class SectionView:
    """A section of prose with the anchor it has in both languages."""

    id: str
    title: str
    html: str


@dataclass(frozen=True)
class SourceRow:
    """An entry of a page's source list."""

    number: int
    key: str
    publisher: str
    title: str
    address: str
    published: str
    read: str


@dataclass(frozen=True)
class Group:
    """Links of an index under a heading; `key` names the heading where it is one of the template's words."""

    key: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Indexed:
    """An entity in an index: its link, its reading for sorting, its summary."""

    link: Link
    sort_key: tuple[str, ...]
    letter: str
    summary: str


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
class PathsView:
    """All paths by the role they start from, or those of one role."""

    lines: tuple[LineView, ...]
    source: Station | None
    written: tuple[PathCard, ...]
    composed: tuple[PathCard, ...]
    unreachable: tuple[Station, ...]


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
