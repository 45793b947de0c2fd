"""Comparisons of two roles, and the index, where any two can be chosen."""

from __future__ import annotations

from collections.abc import Iterator

from ..languages import in_sentence
from ..model import Role
from ..pathways import coverage, held_skills
from .compared import blank_columns, blank_tables, compared_tables
from .context import Context
from .mentions import guides_on_both
from .paths import path_between, role_choices
from .values import Group, Way
from .views import Card, CompareView, ComparisonView, Page


def comparison_pages(context: Context) -> Iterator[Page]:
    """A page for each two roles that are compared, at one address: ids in alphabetical order."""
    roles = context.graph.roles
    for one, others in context.book.comparisons.items():
        yield from (_comparison_page(context, roles[one], roles[other]) for other in others if one < other)


def compare_page(context: Context) -> Page:
    """The index: a form to choose two roles, and every comparison that has a page, by role."""
    roles = [role for line in context.content.site.lines for role in context.graph.lines.get(line, ())]
    groups = (Group("", context.station(role.id).link.label, context.comparisons(role.id)) for role in roles)
    view = CompareView(
        choices=role_choices(context),
        groups=tuple(group for group in groups if group.links),
        data=context.addresses.file(data_file(context.lang)),
        columns=blank_columns(),
        tables=tuple(blank_tables(context)),
        all_sources=context.all_sources(),
    )
    card, parents = compare_card(context), (context.home(), context.indexes()["roles"])
    return context.plain_page(("compare",), "compare", "compare.html", view, card.link.label, card.summary, parents, scripts=("compare",))


def compare_card(context: Context) -> Card:
    """The index as an entry of a list."""
    summary = context.gettext("Hold any two clerical or back-office roles side by side: tasks, skills, certifications, wages, paths.")
    return Card(context.compare_index(), summary)


def data_file(lang: str) -> str:
    """Path of the file from which the script makes the comparisons that have no page."""
    return f"data/compare-{lang}.json"


# ---------------------------------------------------------------- parts


def _comparison_page(context: Context, one: Role, other: Role) -> Page:
    citations, stations = context.citations(), (context.station(one.id), context.station(other.id))
    tables = compared_tables(context, citations, one, other)
    ways = _way(context, one, other), _way(context, other, one)
    view = ComparisonView(stations, tables, ways, guides_on_both(context, one.id, other.id), citations.listed())
    names = {"one": stations[0].link.label, "other": in_sentence(stations[1].link.label, context.lang)}
    title = context.gettext("%(one)s and %(other)s compared") % names
    description = context.gettext("%(one)s and %(other)s side by side: tasks, skills, wages, exposure to AI and the paths between them.")
    parents = (context.home(), context.indexes()["roles"], context.compare_index())
    segments = ("compare", one.id, other.id)
    return context.plain_page(segments, "comparison", "comparison.html", view, title, description % names, parents)


def _way(context: Context, source: Role, target: Role) -> Way:
    labels = (context.station(role.id).link.label for role in (source, target))
    names = dict(zip(("source", "target"), (in_sentence(label, context.lang) for label in labels), strict=True))
    return Way(
        title=context.gettext("From %(source)s to %(target)s") % names,
        band=int(coverage(context.graph, held_skills(source), target).band),
        path=path_between(context, source.id, target.id),
        all_paths=context.here(context.station(source.id).link.label, "paths", source.id),
    )
