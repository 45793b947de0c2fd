"""Who speaks of a thing, and what a guide is related to, as parts of pages."""

from __future__ import annotations

from ..mentions import NAMED, READING, BackLink, parts_on_both, related_pages
from ..model import Certification, Kind, Ref, Role, Skill
from .context import Context
from .values import Link, Quotation

SPEAKERS_SHOWN = {Kind.ROLE: 3, Kind.SKILL: 5, Kind.CERTIFICATION: 5}
"""Pages named on a page among those that speak of it."""

RELATED_SHOWN = 4
"""Guides named on a guide's page as related to it."""

BOTH_SHOWN = 3
"""Guides named on a comparison among those that speak of both roles."""


def quotations(context: Context, ref: Ref) -> tuple[Quotation, ...]:
    """The pages that speak of an entity and are not named on its page anyhow, with what they say."""
    joined = _joined(context, ref)
    links = context.book.back_links[context.lang].get(ref, ())
    shown = [link for link in links if link.page.kind in (*READING, *NAMED) and link.page not in joined]
    return tuple(_quotation(context, link) for link in shown[: SPEAKERS_SHOWN[ref.kind]])


def related_guides(context: Context, guide: Ref) -> tuple[Link, ...]:
    """The guides that speak of the same things as this one."""
    return tuple(context.link(ref) for ref in related_pages(context.book.guide_mentions[context.lang], guide)[:RELATED_SHOWN])


def guides_on_both(context: Context, one: str, other: str) -> tuple[Link, ...]:
    """The parts of guides that speak of two roles."""
    found = parts_on_both(context.book.guide_parts[context.lang], Ref(Kind.ROLE, one), Ref(Kind.ROLE, other))
    return tuple(context.link(ref) for ref in found[:BOTH_SHOWN])


def _quotation(context: Context, link: BackLink) -> Quotation:
    page = context.link(Ref(link.page.kind, link.page.id, link.mention.section))
    return Quotation(page, *link.mention.sentence)


def _joined(context: Context, ref: Ref) -> set[Ref]:
    """What the page of an entity names anyhow."""
    graph, facts = context.graph, context.content.records[ref].facts
    joined = {ref}
    if isinstance(facts, Role):
        joined |= {Ref(Kind.SKILL, need.skill) for need in (*facts.essential_skills, *facts.optional_skills)}
        joined |= {Ref(Kind.CERTIFICATION, use.certification) for use in facts.certifications}
    elif isinstance(facts, Skill):
        joined |= {Ref(Kind.ROLE, demand.role.id) for demand in graph.demands.get(facts.id, ())}
        joined |= {Ref(Kind.CERTIFICATION, node.certification.id) for node in graph.attesting.get(facts.id, ())}
        joined |= {Ref(Kind.SKILL, skill.id) for skill in graph.narrower.get(facts.id, ())}
    elif isinstance(facts, Certification):
        grades = [f"{facts.id}#{grade.id}" for grade in facts.grades]
        joined |= {Ref(Kind.ROLE, demand.role.id) for grade in grades for demand in graph.grade_demands.get(grade, ())}
        joined |= {Ref(Kind.SKILL, held.skill) for grade in facts.grades for held in grade.attests}
    return joined
