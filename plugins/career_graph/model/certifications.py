"""Certifications and their grades."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .fields import Bilingual, Count, Dated, Facts, FieldError, Fields, GradeId, Kebab, Percent, Positive, Span, WebAddress, fact
from .skills import SkillLevel


class LegalClass(StrEnum):
    """What a certification gives in law (業務独占 … 民間)."""

    EXCLUSIVE = "exclusive-practice"
    PROTECTED = "protected-title"
    MANDATORY = "mandatory-appointment"
    NATIONAL = "national-test"
    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, kw_only=True)
class Fee(Dated):
    """Examination fee in yen, tax included."""

    value: Count = fact("Yen, tax included.", 5500)


@dataclass(frozen=True, kw_only=True)
class PassRate(Dated):
    """Share of those who sat one examination and passed it."""

    value: Percent = fact("Percent of those who sat.", 20.9)
    sitting: Bilingual = fact("Which sitting.", {"ja": "第169回（2025年2月、統一試験）", "en": "169th sitting, February 2025, paper test"})


@dataclass(frozen=True, kw_only=True)
class StudyHours(Dated):
    """Hours of study that a source names for one grade, from no knowledge of the field."""

    min: Count = fact("Hours, lower end.", 350)
    max: Count = fact("Hours, upper end.", 500)

    def __post_init__(self) -> None:
        super().__post_init__()
        Span(min=self.min, max=self.max)


@dataclass(frozen=True, kw_only=True)
class Grade(Fields):
    """One grade of a certification: what a reader can sit for."""

    id: Kebab = fact("Short id, unique in the file; it is also the anchor on the page.", "2")
    name: Bilingual = fact("Name of the grade.", {"ja": "2級", "en": "Grade 2"})
    order: Positive = fact("1 for the easiest grade, rising.", 2)
    eligibility: Bilingual | None = fact("Who may sit.", {"ja": "だれでも受けられる", "en": "Open to anyone"}, None)
    format: Bilingual | None = fact(
        "Form and length of the examination.", {"ja": "筆記またはCBT、90分", "en": "Paper or CBT, 90 minutes"}, None
    )
    sittings: Bilingual | None = fact("How often it is held.", {"ja": "年3回とCBT随時", "en": "Three times a year, CBT at any time"}, None)
    fee_jpy: Fee | None = fact("Fee with date and source.", {"value": 5500, "as_of": "2025-04", "source": "kasaokacci-fees"}, None)
    pass_rate: PassRate | None = fact(
        "Pass rate of one sitting, with date and source.",
        {"value": 20.9, "sitting": {"ja": "第169回", "en": "169th sitting"}, "as_of": "2025-02", "source": "foresight-boki"},
        None,
    )
    study_hours: StudyHours | None = fact(
        "Study hours with date and source.", {"min": 350, "max": 500, "as_of": "2026-11", "source": "shikakutimes-hours"}, None
    )
    attests: tuple[SkillLevel, ...] = fact(
        "Skills that passing shows, with the level it shows.", [{"skill": "bookkeeping", "level": 3}], ()
    )
    prepares_for: tuple[GradeId, ...] = fact("Grades that this one prepares for.", ["nissho-boki#1"], ())


@dataclass(frozen=True, kw_only=True)
class Certification(Facts):
    """A licence, national test or private certificate with its grades."""

    issuer: Bilingual = fact("Body that issues it.", {"ja": "日本商工会議所", "en": "Japan Chamber of Commerce and Industry"})
    legal_class: LegalClass = fact("What it gives in law.", "public")
    official_url: WebAddress = fact("Address of the issuer's page.", "https://www.kentei.ne.jp/")
    grades: tuple[Grade, ...] = fact(
        "Its grades, easiest first; one where it has no grades.", [{"id": "2", "name": {"ja": "2級", "en": "Grade 2"}, "order": 1}]
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        ids = [grade.id for grade in self.grades]
        if not ids:
            raise FieldError("grades", "a certification needs at least one grade")
        if len(set(ids)) < len(ids):
            raise FieldError("grades", "two grades have the same id")
