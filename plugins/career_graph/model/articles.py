"""Guides and single pages."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import EntityRef, Facts, fact


@dataclass(frozen=True, kw_only=True)
class Guide(Facts):
    """An article on a question that runs across roles."""

    about: tuple[EntityRef, ...] = fact("What it is about, as kind:id.", ["role:general-affairs"], ())


@dataclass(frozen=True, kw_only=True)
class Page(Facts):
    """A single page, such as the consultation page."""
