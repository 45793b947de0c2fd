"""Guides and single pages."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from ..content import Record
from ..model import Guide, Kind, Ref, Topic
from .context import Context
from .mentions import related_guides
from .values import Indexed, Link
from .views import ArticleView, Card, CardGroup, Page


def guide_page(context: Context, record: Record) -> Page:
    """The page of a guide, with links to what it is about."""
    guide = record.facts
    assert isinstance(guide, Guide)
    about = tuple(context.link(Ref(Kind(kind), id)) for kind, id in (name.split(":") for name in guide.about))
    related = related_guides(context, record.ref)
    before, after = (_neighbour(context, guide, step) for step in (-1, 1))
    view = replace(_view(context, record), about=about, related=related, before=before, after=after)
    return context.entity_page(record, "article.html", view)


def single_page(context: Context, record: Record) -> Page:
    """A single page; the consultation page also offers the publisher's booking address, where there is one."""
    template = "consultation.html" if record.ref.id == "consultation" else "article.html"
    return context.entity_page(record, template, _view(context, record))


def guides_by_topic(context: Context) -> tuple[CardGroup, ...]:
    """All guides as cards, by what they help with."""
    groups = groupby(_ordered(context), key=lambda entry: _topic(context, entry[0]))
    return tuple(CardGroup(topic.value, tuple(Card(entry.link, entry.summary) for _, entry in entries)) for topic, entries in groups)


def _neighbour(context: Context, guide: Guide, step: int) -> Link | None:
    """The guide before or after this one, in the order of the list of guides."""
    refs = [ref for ref, _ in _ordered(context)]
    place = refs.index(Ref(Kind.GUIDE, guide.id)) + step
    return context.link(refs[place]) if 0 <= place < len(refs) else None


def _ordered(context: Context) -> list[tuple[Ref, Indexed]]:
    """All guides by topic, and in each in the order of their index."""
    return sorted(context.entries(Kind.GUIDE), key=lambda entry: list(Topic).index(_topic(context, entry[0])))


def _topic(context: Context, ref: Ref) -> Topic:
    guide = context.content.records[ref].facts
    assert isinstance(guide, Guide)
    return guide.topic


def _view(context: Context, record: Record) -> ArticleView:
    citations = context.citations()
    intro, sections = context.prose(record, citations)
    is_guide = record.ref.kind is Kind.GUIDE
    return ArticleView(
        intro=intro,
        sections=sections,
        about=(),
        related=(),
        before=None,
        after=None,
        sources=citations.listed(*record.facts.sources),
        reviewed=context.reviewed(record.facts),
        contact_url=context.content.site.publisher.contact_url or "",
        consultation=context.single_page("consultation") if is_guide else None,
        guide_home=context.home(),
    )
