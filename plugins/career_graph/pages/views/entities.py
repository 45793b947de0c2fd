"""Pages of roles, skills, certifications and articles."""

from __future__ import annotations

from dataclasses import dataclass

from ..values import (
    Cited,
    Figures,
    Link,
    OpeningRow,
    PathCard,
    Quotation,
    SectionView,
    SkillRow,
    SourceList,
    Station,
    TaskRow,
    Ticket,
)


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
    figures: tuple[Figures, ...]
    sections: tuple[SectionView, ...]
    tasks: tuple[TaskRow, ...]
    scores: Cited | None
    tools: tuple[str, ...]
    company_sizes: tuple[tuple[str, str], ...]
    essential: tuple[SkillRow, ...]
    optional: tuple[SkillRow, ...]
    tickets: tuple[Ticket, ...]
    paths_out: tuple[PathCard, ...]
    openings: tuple[OpeningRow, ...]
    paths_further: tuple[PathCard, ...]
    paths_in: tuple[PathCard, ...]
    all_paths: Link
    comparisons: tuple[Link, ...]
    all_comparisons: Link
    profile: ProfileView | None
    codes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    quotations: tuple[Quotation, ...]
    sources: SourceList
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
    quotations: tuple[Quotation, ...]
    sources: SourceList
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
    quotations: tuple[Quotation, ...]
    sources: SourceList
    reviewed: str


@dataclass(frozen=True)
class ArticleView:
    """A guide or a single page."""

    intro: str
    sections: tuple[SectionView, ...]
    about: tuple[Link, ...]
    related: tuple[Link, ...]
    before: Link | None
    after: Link | None
    sources: SourceList
    reviewed: str
    contact_url: str
    consultation: Link | None
    guide_home: Link
