"""Roles: where they stand, what they ask for, what is known of the people in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .fields import Bilingual, Dated, Facts, FieldError, Fields, Figure, GradeId, Positive, Span, Text, fact
from .skills import SkillNeed


class Line(StrEnum):
    """Fields of work, drawn as railway lines; the value is the letter of the station numbers."""

    GENERAL = "o"
    ACCOUNTING = "a"
    PEOPLE = "h"
    AFFAIRS = "g"
    LEGAL = "l"
    INFORMATION = "i"
    TRADE = "s"
    COMMUNICATION = "c"
    MEDICAL = "m"
    EXECUTIVE = "e"


class Family(StrEnum):
    """What kind of position a role is."""

    CLERICAL = "clerical"
    BACK_OFFICE = "back-office"
    MANAGEMENT = "management"
    ADJACENT = "adjacent"
    LICENSED = "licensed"


class Scheme(StrEnum):
    """Occupation classifications that a role is matched with."""

    JOB_TAG = "job-tag"
    MHLW = "mhlw"
    ISCO = "isco-08"
    ESCO = "esco"
    ONET = "onet-soc"


class Match(StrEnum):
    """How a code matches the role (SKOS mapping relations)."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"


@dataclass(frozen=True, kw_only=True)
class Code(Fields):
    """The role in an official classification."""

    scheme: Scheme = fact("Classification.", "job-tag")
    code: str = fact("Code in it.", "430")
    match: Match = fact("exact, close, broad (the code is wider) or narrow (the code is narrower).", "close")


class Exposure(StrEnum):
    """How far generative AI could reach a task, in the four classes of the ILO's scores of tasks."""

    VERY_LOW = "very-low"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, kw_only=True)
class AiExposure(Fields):
    """The class of the scored task that is the same work; it says nothing of jobs lost."""

    level: Exposure = fact("very-low, low, medium or high.", "high")
    isco: Text = fact("ISCO-08 code of the occupation in whose list the scored task stands; one of the role's codes.", "4311")
    task: Positive = fact("Number of the scored task in that list.", 2)


@dataclass(frozen=True, kw_only=True)
class Task(Bilingual):
    """Something that the person does."""

    ai_exposure: AiExposure | None = fact(
        "How far generative AI could reach it; left out where no scored task is the same work as a whole.",
        {"level": "high", "isco": "4311", "task": 2},
        None,
    )


class Use(StrEnum):
    """What a grade is good for in a role."""

    REQUIRED = "required-by-law"
    REQUESTED = "often-requested"
    HELPFUL = "helpful"
    ADVANCEMENT = "advancement"


@dataclass(frozen=True, kw_only=True)
class GradeUse(Fields):
    """A grade that matters in a role."""

    grade: GradeId = fact("Certification and grade.", "nissho-boki#2")
    use: Use = fact("required-by-law, often-requested, helpful or advancement.", "often-requested")

    @property
    def certification(self) -> str:
        """Id of the certification it is a grade of."""
        return self.grade.split("#")[0]


class Measure(StrEnum):
    """Figures given for a role; each has one unit."""

    ANNUAL_WAGE = "annual-wage"
    OFFERED_WAGE = "offered-monthly-wage"
    OPENINGS = "job-openings-ratio"
    HOURS = "monthly-hours"
    AGE = "average-age"
    WORKERS = "workers"
    AI_EXPOSURE = "ai-exposure"


@dataclass(frozen=True, kw_only=True)
class Statistic(Dated):
    """One figure on the people who do this work. Units: wages 万円, hours a month, age in years, ILO score 0 to 1."""

    measure: Measure = fact("Which figure.", "annual-wage")
    value: Figure = fact("Number in the unit of the measure (wages in 万円).", 509.3)
    population: Bilingual = fact("Whom it counts.", {"ja": "経理事務、全国", "en": "Accounting clerks, Japan"})


@dataclass(frozen=True, kw_only=True)
class CompanySizes(Fields):
    """How the role differs by headcount, one line each."""

    upto_10: Bilingual = fact(
        "10 employees or fewer.", {"ja": "社長か1人の事務員が兼ねる", "en": "The owner or one clerk does it among other work"}
    )
    from_50_to_100: Bilingual = fact("50 to 100 employees.", {"ja": "2〜3人で分担する", "en": "Two or three people share it"})
    over_100: Bilingual = fact("More than 100 employees.", {"ja": "課として独立する", "en": "A section of its own"})


@dataclass(frozen=True, kw_only=True)
class Role(Facts):
    """A kind of position (schema.org Occupation): a station on its line."""

    line: Line = fact("Letter of its line (field of work).", "a")
    order: Positive = fact("Place on the line, 1 for the most clerical; its station number.", 2)
    family: Family = fact("clerical, back-office, management, adjacent or licensed.", "back-office")
    level: Span = fact("Span of responsibility: 1 assists, 2 handles, 3 leads a subject, 4 manages.", {"min": 2, "max": 3})
    essential_skills: tuple[SkillNeed, ...] = fact(
        "Skills the work cannot be done without.", [{"skill": "bookkeeping", "level": 3, "importance": 5}]
    )
    tasks: tuple[Task, ...] = fact(
        "What the person does, most frequent first.", [{"ja": "請求書の発行と入金確認", "en": "Issuing invoices and checking receipts"}]
    )
    codes: tuple[Code, ...] = fact("Codes in official classifications.", [{"scheme": "job-tag", "code": "430", "match": "close"}], ())
    exposure_scores: Dated | None = fact(
        "The edition of the scores that `ai_exposure` of the tasks is taken from; one for all tasks, so that they can be compared.",
        {"as_of": "2025-06", "source": "ilo-scores"},
        None,
    )
    tools: tuple[Bilingual, ...] = fact("Software and equipment in daily use.", [{"ja": "会計ソフト", "en": "Accounting software"}], ())
    optional_skills: tuple[SkillNeed, ...] = fact("Skills that help.", [{"skill": "spreadsheets", "level": 3, "importance": 3}], ())
    certifications: tuple[GradeUse, ...] = fact("Grades that matter, and how.", [{"grade": "nissho-boki#2", "use": "often-requested"}], ())
    statistics: tuple[Statistic, ...] = fact("Figures with population, date and source.", [], ())
    by_company_size: CompanySizes | None = fact(
        "How the role differs by headcount.",
        {size: {"ja": "1人が兼ねる", "en": "One person among other work"} for size in ("upto_10", "from_50_to_100", "over_100")},
        None,
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 1 <= self.level.min <= self.level.max <= 4:
            raise FieldError("level", "level lies between 1 and 4")
        if not self.essential_skills:
            raise FieldError("essential_skills", "a role needs at least one essential skill")
        skills = [need.skill for need in (*self.essential_skills, *self.optional_skills)]
        if len(set(skills)) < len(skills):
            raise FieldError("optional_skills", "a skill stands twice among essential and optional skills")
        if self.exposure_scores is None and any(task.ai_exposure for task in self.tasks):
            raise FieldError("exposure_scores", 'tasks with "ai_exposure" need "exposure_scores"')
        if len({use.grade for use in self.certifications}) < len(self.certifications):
            raise FieldError("certifications", "a grade stands twice")
