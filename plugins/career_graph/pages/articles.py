"""Guides and single pages."""

from __future__ import annotations

from ..content import Record
from ..model import Guide, Kind, Ref
from .context import Context
from .values import Link
from .views import ArticleView, Page


def guide_page(context: Context, record: Record) -> Page:
    """The page of a guide, with links to what it is about."""
    guide = record.facts
    assert isinstance(guide, Guide)
    about = tuple(context.link(Ref(Kind(kind), id)) for kind, id in (name.split(":") for name in guide.about))
    return context.entity_page(record, "article.html", _view(context, record, about))


def single_page(context: Context, record: Record) -> Page:
    """A single page; the consultation page also offers the publisher's booking address, where there is one."""
    template = "consultation.html" if record.ref.id == "consultation" else "article.html"
    return context.entity_page(record, template, _view(context, record, ()))


def _view(context: Context, record: Record, about: tuple[Link, ...]) -> ArticleView:
    citations = context.citations()
    intro, sections = context.prose(record, citations)
    is_guide = record.ref.kind is Kind.GUIDE
    return ArticleView(
        intro=intro,
        sections=sections,
        about=about,
        sources=citations.rows(*record.facts.sources),
        reviewed=context.reviewed(record.facts),
        contact_url=context.content.site.publisher.contact_url or "",
        consultation=context.single_page("consultation") if is_guide else None,
        guide_home=context.home(),
    )
