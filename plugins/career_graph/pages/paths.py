"""Path pages: a written transition or a composed route, as a line diagram with gaps, tickets and totals; and their indexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..content import Record
from ..languages import choose, format_span, format_yen, in_sentence
from ..model import Family, Kind, Line, Ref, Transition
from ..pathways import Carried, Gap, Leg, Route, Totals, carried_over, coverage, gates, held_skills, legs, totals
from .citations import Citations
from .context import Context
from .values import PathCard, SectionView, SkillRow
from .views import GapRow, LegView, LineView, Page, PathsView, PathView, TotalsView

UNREACHABLE_SHOWN = 60
"""Roles without a path that are named on a role's list: enough for any real guide, and pages grow linearly with roles."""

ONWARD_PATHS = 4
"""Paths from the goal that are named at the end of a path page."""


def transition_page(context: Context, record: Record) -> Page:
    """The page of a written transition."""
    transition = record.facts
    assert isinstance(transition, Transition)
    citations = context.citations()
    direct = Route((transition,))
    routes = context.book.routes[transition.source][transition.target]
    others = tuple(route for route in routes if route != direct)
    _, sections = context.prose(record, citations)
    return context.entity_page(record, "path.html", _view(context, citations, direct, others, record, sections))


def composed_pages(context: Context) -> Iterator[Page]:
    """A page for each reasonable route that nobody has written."""
    for source, routes in context.book.routes.items():
        for target, found in routes.items():
            if context.graph.transition(source, target) is None and context.book.has_path_page(source, target):
                yield _composed_page(context, found[0], found[1:])


def paths_index_page(context: Context) -> Page:
    """All roles as places to start from."""
    view = PathsView(tuple(_with_path_links(context, line) for line in lines_of(context)), None, (), (), ())
    description = context.gettext("Paths between clerical and back-office roles in Japan: steps, gaps, months, exam fees.")
    return context.index_page("paths", "paths.html", view, description)


def source_page(context: Context, source: str) -> Page:
    """Every path that starts from one role, and the roles to which none leads."""
    found = {target: path_between(context, source, target) for target in context.graph.roles if target != source}
    written = [card for card in found.values() if card and card.is_written]
    composed = [card for card in found.values() if card and not card.is_written]
    unreachable = [context.station(target) for target, card in found.items() if not card]
    station = context.station(source)
    title = context.gettext("Paths from: %(role)s") % {"role": in_sentence(station.link.label, context.lang)}
    written.sort(key=_nearest_first)
    composed.sort(key=_nearest_first)
    view = PathsView((), station, tuple(written), tuple(composed), tuple(unreachable[:UNREACHABLE_SHOWN]))
    parents = (context.home(), context.indexes()["paths"])
    return context.plain_page(("paths", source), "paths-from", "paths_from.html", view, title, title, parents)


def path_between(context: Context, source: str, target: str) -> PathCard | None:
    """The path from one role to another, where it has a page, written or composed."""
    if transition := context.graph.transition(source, target):
        return context.path_card(Route((transition,)))
    if context.book.has_path_page(source, target):
        return context.path_card(context.book.routes[source][target][0])
    return None


def lines_of(context: Context) -> tuple[LineView, ...]:
    """The lines that have stations, in the order of site.yaml."""
    views = []
    for line, name in context.content.site.lines.items():
        if roles := context.graph.lines.get(line):
            views.append(LineView(line.value, choose(name, context.lang), context.stations_of(roles)))
    return tuple(views)


def _with_path_links(context: Context, line: LineView) -> LineView:
    """The line with stations that lead to the paths from a role instead of to the role."""
    roles = context.graph.lines[Line(line.letter)]
    links = (context.here(station.link.label, "paths", role.id) for role, station in zip(roles, line.stations, strict=True))
    return replace(line, stations=tuple(replace(station, link=link) for station, link in zip(line.stations, links, strict=True)))


def _nearest_first(card: PathCard) -> tuple[int, str]:
    return card.steps, card.url


def _composed_page(context: Context, route: Route, others: tuple[Route, ...]) -> Page:
    view = _view(context, context.citations(), route, others)
    names = (in_sentence(context.station(role).link.label, context.lang) for role in (route.source, route.target))
    description = context.gettext("From %(source)s to %(target)s by way of %(via)s: steps, gaps, months and fees.")
    description %= dict(zip(("source", "target"), names, strict=True)) | {"via": context.via(route)}
    segments = ("paths", route.source, route.target)
    return context.plain_page(
        segments, "path", "path.html", view, context.route_title(route), description, context.path_parents(route.source), noindex=True
    )  # fmt: skip


def _view(
    context: Context,
    citations: Citations,
    route: Route,
    others: tuple[Route, ...],
    record: Record | None = None,
    sections: tuple[SectionView, ...] = (),
) -> PathView:
    graph = context.graph
    source, target = graph.roles[route.source], graph.roles[route.target]
    held = held_skills(source)
    written = route.transitions[0] if record else None
    steps = legs(graph, route)
    onward = [move for move in graph.transitions_from.get(target.id, ()) if move.target != source.id]
    onward.sort(key=lambda move: (-move.rating, move.id))
    back = graph.transition(target.id, source.id)
    moves = [context.record(Kind.TRANSITION, move.id) for move in route.transitions]
    return PathView(
        source=context.station(source.id),
        target=context.station(target.id),
        is_written=record is not None,
        rating=written.rating if written else 0,
        rating_note=context.choose(written.rating_note) if written else "",
        band=int(coverage(graph, held, target).band),
        gates=tuple(dict.fromkeys(gate.value for leg in steps for gate in gates(leg.source, leg.target))),
        totals=_totals(context, totals(graph, route)),
        carried=tuple(_carried(context, item) for item in carried_over(held, target)),
        legs=tuple(_leg(context, citations, leg) for leg in steps),
        barriers=tuple(context.choose(barrier) for move in route.transitions for barrier in move.barriers),
        sections=sections,
        alternatives=tuple(context.path_card(other) for other in others),
        onward=tuple(context.path_card(Route((move,))) for move in onward[:ONWARD_PATHS]),
        back=context.path_card(Route((back,))) if back else None,
        sources=citations.rows(*(key for move in moves for key in move.facts.sources)),
        reviewed=context.reviewed(record.facts) if record else "",
        consultation=context.single_page("consultation") if target.family is Family.MANAGEMENT else None,
    )


def _totals(context: Context, sums: Totals) -> TotalsView:
    known_fees, known_hours = len(sums.grades) - sums.fees_unknown, len(sums.grades) - sums.hours_unknown
    return TotalsView(
        months=format_span(sums.months.min, sums.months.max, context.lang),
        grades=len(sums.grades),
        fees=format_yen(sums.fees_jpy, context.lang) if known_fees else "",
        fees_unknown=sums.fees_unknown,
        hours=format_span(sums.hours.min, sums.hours.max, context.lang) if known_hours else "",
        hours_unknown=sums.hours_unknown,
    )


def _carried(context: Context, item: Carried) -> SkillRow:
    return SkillRow(context.link(Ref(Kind.SKILL, item.skill)), int(item.level))


def _leg(context: Context, citations: Citations, leg: Leg) -> LegView:
    move = leg.transition
    ref = Ref(Kind.TRANSITION, move.id)
    return LegView(
        source=context.station(leg.source.id),
        target=context.station(leg.target.id),
        transfer=leg.source.line is not leg.target.line,
        change=move.kind.value,
        basis=move.basis.value,
        months=format_span(move.months.min, move.months.max, context.lang),
        gaps=tuple(_gap(context, gap) for gap in leg.gaps),
        tickets=tuple(context.ticket(grade, citations) for grade in leg.grades),
        article=context.link(ref),
    )


def _gap(context: Context, gap: Gap) -> GapRow:
    bridge = gap.bridge
    return GapRow(
        link=context.link(Ref(Kind.SKILL, gap.skill)),
        needed=int(gap.needed),
        held=int(gap.held or 0),
        how=bridge.how.value if bridge else "",
        action=context.choose(bridge.action) if bridge else "",
    )
