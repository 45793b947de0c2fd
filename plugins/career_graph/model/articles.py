"""Guides and single pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .fields import EntityRef, Facts, fact


class Topic(StrEnum):
    """What a guide helps with; the guides are listed in this order."""

    WORK = "work"
    START = "start"
    GROWTH = "growth"
    CONDITIONS = "conditions"
    AI = "ai"
    COMPANY = "company"


@dataclass(frozen=True, kw_only=True)
class Guide(Facts):
    """An article on a question that runs across roles."""

    topic: Topic = fact("What it helps with: work, start, growth, conditions, ai or company.", "start", Topic.WORK)
    about: tuple[EntityRef, ...] = fact("What it is about, as kind:id.", ["role:general-affairs"], ())


@dataclass(frozen=True, kw_only=True)
class Page(Facts):
    """A single page, such as the consultation page."""
