"""Skills and how well they are held."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from .fields import Facts, Fields, SkillId, fact


class SkillType(StrEnum):
    """ESCO's skill types, with technology split off as in O*NET."""

    SKILL = "skill"
    KNOWLEDGE = "knowledge"
    TRANSVERSAL = "transversal"
    TECHNOLOGY = "technology"


class Level(IntEnum):
    """How well a skill is held: 1 knows of it, 2 can help, 3 works alone, 4 can teach others."""

    AWARE = 1
    ASSISTED = 2
    INDEPENDENT = 3
    TEACHING = 4


class Importance(IntEnum):
    """How much a role rests on a skill: 1 little to 5 decisive. It is the weight in coverage."""

    MINOR = 1
    USEFUL = 2
    REGULAR = 3
    MAJOR = 4
    DECISIVE = 5


@dataclass(frozen=True, kw_only=True)
class Skill(Facts):
    """A skill, a field of knowledge or a tool (ESCO skill pillar; `broader` as in SKOS)."""

    type: SkillType = fact("skill, knowledge, transversal or technology.", "technology")
    broader: SkillId | None = fact("Id of the more general skill; skills with the same one are siblings.", "office-software", None)


@dataclass(frozen=True, kw_only=True)
class SkillLevel(Fields):
    """A skill held at a level."""

    skill: SkillId = fact("Id of the skill.", "bookkeeping")
    level: Level = fact("1 knows of it, 2 can help, 3 works alone, 4 can teach others.", 3)


@dataclass(frozen=True, kw_only=True)
class SkillNeed(SkillLevel):
    """A skill a role asks for."""

    importance: Importance = fact("1 little to 5 decisive.", 5)
