"""What the guide knows: roles, skills, certifications, the transitions between roles, and the words for each.

Facts are language-free and stand once, in the source-language file; `Words` stand once per language.
The dataclass is the field table: its types say what is allowed, `fact()` adds the help and an example,
and everything that names a field (parser, JSON Schema, skeletons, field reference) derives from it.
A value that breaks a rule cannot be built: `__post_init__` raises FieldError.
"""

from .aptitude import Aptitude, Question
from .articles import Guide, Page, Topic
from .certifications import Certification, Fee, Grade, LegalClass, PassRate, StudyHours
from .fields import (
    Bilingual,
    Dated,
    EntityRef,
    Facts,
    FieldError,
    Fields,
    GradeId,
    Kind,
    Ref,
    RefersTo,
    RoleId,
    SkillId,
    SourceKey,
    Span,
    Status,
    Words,
    fact,
    rules_of,
)
from .ratings import Domain, Occupation, Ratings, Scores
from .roles import AiExposure, Code, CompanySizes, Exposure, Family, GradeUse, Line, Match, Measure, Role, Scheme, Statistic, Task, Use
from .site import Publisher, Site, Source
from .skills import Importance, Level, Skill, SkillLevel, SkillNeed, SkillType
from .terms import Term
from .transitions import MOST_ON_THE_WAY, Basis, Bridge, Change, How, Pathway, Transition

Entity = Role | Skill | Certification | Transition | Pathway | Guide | Page | Term

ENTITY_TYPES: dict[Kind, type[Entity]] = {
    Kind.ROLE: Role,
    Kind.SKILL: Skill,
    Kind.CERTIFICATION: Certification,
    Kind.TRANSITION: Transition,
    Kind.PATHWAY: Pathway,
    Kind.GUIDE: Guide,
    Kind.PAGE: Page,
    Kind.TERM: Term,
}

__all__ = [
    "MOST_ON_THE_WAY",
    "AiExposure",
    "Aptitude",
    "Basis",
    "Bilingual",
    "Bridge",
    "Certification",
    "Change",
    "Code",
    "CompanySizes",
    "Dated",
    "Domain",
    "ENTITY_TYPES",
    "Entity",
    "EntityRef",
    "Exposure",
    "Facts",
    "FieldError",
    "Family",
    "Fee",
    "Fields",
    "Grade",
    "GradeId",
    "GradeUse",
    "Guide",
    "How",
    "Importance",
    "Kind",
    "LegalClass",
    "Level",
    "Line",
    "Match",
    "Measure",
    "Occupation",
    "Page",
    "Pathway",
    "PassRate",
    "Publisher",
    "Question",
    "Ratings",
    "Ref",
    "RefersTo",
    "Role",
    "RoleId",
    "Scheme",
    "Scores",
    "Site",
    "Skill",
    "SkillId",
    "SkillLevel",
    "SkillNeed",
    "SkillType",
    "Source",
    "SourceKey",
    "Span",
    "Statistic",
    "Status",
    "StudyHours",
    "Task",
    "Term",
    "Topic",
    "Transition",
    "Use",
    "Words",
    "fact",
    "rules_of",
]
