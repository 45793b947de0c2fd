"""content/job_tag.json: official ratings of occupations, numbers only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .fields import Bilingual, FieldError, Fields, Figure, SourceKey, Text, fact

Scores = dict[str, Figure]
"""Element → mean rating by people in the occupation."""


class Domain(StrEnum):
    """What is rated, each with its own elements."""

    SKILLS = "skills"
    KNOWLEDGE = "knowledge"
    INTERESTS = "interests"
    VALUES = "work_values"


@dataclass(frozen=True, kw_only=True)
class Occupation(Fields):
    """One occupation's ratings, on the publisher's scales."""

    title: Text = fact("Its Japanese title.", "経理事務")
    skills: Scores = fact("Skills it asks for.", {"active-listening": 3.567})
    knowledge: Scores = fact("Knowledge it asks for.", {"clerical": 3.1})
    interests: Scores = fact("Whom it suits, by Holland's six interests, 1 to 5.", {"conventional": 3.234})
    work_values: Scores = fact("What people find in it, 1 to 5.", {"autonomy": 3.417})

    def scores(self, domain: Domain) -> Mapping[str, float]:
        """The ratings of one domain."""
        scores: Mapping[str, float] = getattr(self, domain.value)
        return scores


@dataclass(frozen=True, kw_only=True)
class Ratings(Fields):
    """The official ratings: what the elements are called, and every occupation's ratings by its code."""

    source: SourceKey = fact("Key of the source.", "jobtag-ipd")
    attribution: Bilingual = fact(
        "What the publisher's terms ask to be said wherever its ratings are shown.",
        {"ja": "職業情報データベースを加工して作成", "en": "Adapted from the Occupational Information Database"},
    )
    labels: dict[Domain, dict[str, Bilingual]] = fact("Names of the elements of each domain.", {})
    occupations: dict[str, Occupation] = fact("Occupations by their job tag code.", {})

    def __post_init__(self) -> None:
        super().__post_init__()
        for code, occupation in self.occupations.items():
            for domain in Domain:
                if occupation.scores(domain).keys() != self.labels.get(domain, {}).keys():
                    raise FieldError("occupations", f'the elements of "{domain}" in occupation "{code}" are not those of "labels"')
