"""The aptitude check: statements to agree with, a card for every result it may have, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from ..aptitude import Elements, Shape, domains_of, shapes
from ..languages import choose, in_sentence
from ..model import Aptitude, Ratings
from .context import Context
from .planner import route_finder
from .ratings import credit
from .values import ElementRow, FitCard, Link, Statement
from .views import AptitudeView, Page

NAMED = 3
"""Most results that the table names at each end of an element; never more than a third of all."""


def aptitude_pages(context: Context) -> Iterator[Page]:
    """The page of the aptitude check, where the site has one and ratings of its roles."""
    check, ratings = context.content.aptitude, context.content.ratings
    if check and ratings and context.book.profiles:
        title, summary = choose(check.title, context.lang), choose(check.summary, context.lang)
        view = _view(context, check, ratings)
        yield context.plain_page(
            ("aptitude",), "aptitude", "aptitude.html", view, title, summary, (context.home(),), scripts=("aptitude",)
        )  # fmt: skip


def _view(context: Context, check: Aptitude, ratings: Ratings) -> AptitudeView:
    domains, citations = domains_of(ratings), context.citations()
    elements = {element: domains[element] for element in check.elements}
    roles = [role.id for line in context.content.site.lines for role in context.graph.lines.get(line, ())]
    found = shapes({role: context.book.profiles[role] for role in roles if role in context.book.profiles}, elements)
    return AptitudeView(
        statements=tuple(Statement(question.id, question.element, choose(question.text, context.lang)) for question in check.questions),
        roles=route_finder(context).roles,
        paths=context.indexes()["paths"],
        cards=tuple(_card(context, ids, shape, elements) for ids, shape in found.items()),
        elements=tuple(_row(context, found, element, domain.value, check) for element, domain in elements.items()),
        can_tell=choose(check.can_tell, context.lang),
        cannot_tell=tuple(choose(text, context.lang) for text in check.cannot_tell),
        credit=credit(ratings, context.lang, citations.cite(ratings.source)),
        sources=citations.listed(ratings.source),
    )


def _card(context: Context, ids: tuple[str, ...], shape: Shape, elements: Elements) -> FitCard:
    roles = tuple((id, context.station(id), _paths_into(context, id)) for id in ids)
    first, *others = (station.link.label for _, station, _ in roles)
    name = context.gettext(", ").join((first, *(in_sentence(label, context.lang) for label in others)))
    return FitCard(name, roles, tuple(shape[element] for element in elements))


def _paths_into(context: Context, role: str) -> Link | None:
    """The link to the paths that lead to a role, where any has been written."""
    if role not in context.graph.transitions_to:
        return None
    return Link(f"{context.station(role).link.url}#page-paths-in", context.gettext("Paths that lead here"))


def _row(context: Context, found: dict[tuple[str, ...], Shape], element: str, domain: str, check: Aptitude) -> ElementRow:
    ranked = sorted(found, key=lambda roles: -found[roles][element])
    count = min(NAMED, len(ranked) // 3)
    links = [tuple(context.station(role).link for role in roles) for roles in ranked]
    least = tuple(reversed(links[len(links) - count :]))
    return ElementRow(element, domain, choose(check.elements[element], context.lang), tuple(links[:count]), least)
