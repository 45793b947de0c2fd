"""Words of office life that are no role, skill or certification."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from .fields import Facts, Rule, Status, fact

_Published = Annotated[Status, Rule(lambda status: status is Status.PUBLISHED, "can only be published: a term has no page for a notice")]


@dataclass(frozen=True, kw_only=True)
class Term(Facts):
    """A word that readers need. It stands in the glossary, and its summary is all that is said of it."""

    status: _Published = fact("published; nothing else, as a term has no page of its own.", "published", Status.PUBLISHED)
