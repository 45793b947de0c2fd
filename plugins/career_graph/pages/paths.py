"""Path pages: a written transition or a composed route, as a line diagram with gaps, tickets and totals; and their indexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..content import Record
from ..graph import GradeNode
from ..languages import choose, format_span, format_yen, in_sentence
from ..model import Family, How, Kind, Line, Pathway, Ref, Transition
from ..pathways import Alternative, Carried, Gap, Leg, Route, Totals, carried_over, coverage, gates, held_skills, legs, totals
from .citations import Citations
from .context import Context
from .values import Choice, ChoiceGroup, Link, PathCard, SectionView, SkillRow
from .views import AlternativeView, GapRow, LegView, LineView, Page, PathsView, PathView, TotalsView

UNREACHABLE_SHOWN = 60
"""Roles without a path that are named on a role's list: enough for any real guide, and pages grow linearly with roles."""

STUDY_GRADES = 2
"""Grades named for a gap that a transition closes at work only."""

OPENINGS = 8
"""Skills, and grades, named among what one more opens."""

ONWARD_PATHS = 4
"""Paths from the goal that are named at the end of a path page."""


def transition_page(context: Context, record: Record) -> Page:
    """The page of a written transition."""
    transition = record.facts
    assert isinstance(transition, Transition)
    return _written_page(context, record, Route((transition,)))


def pathway_page(context: Context, record: Record) -> Page:
    """The page of a path of several transitions that an editor introduced."""
    pathway = record.facts
    assert isinstance(pathway, Pathway)
    return _written_page(context, record, context.book.composed[pathway.source][pathway.target])


def composed_pages(context: Context) -> Iterator[Page]:
    """A page for each path of several transitions that nobody has introduced."""
    for source, routes in context.book.composed.items():
        for target, route in routes.items():
            if Ref(Kind.PATHWAY, f"{source}--{target}") not in context.content.records:
                yield _composed_page(context, route)


def paths_index_page(context: Context) -> Page:
    """All roles as places to start from."""
    view = PathsView(tuple(_with_path_links(context, line) for line in lines_of(context)), None, (), (), (), ())
    description = context.gettext("Paths between clerical and back-office roles in Japan: steps, gaps, months, exam fees.")
    return context.index_page("paths", "paths.html", view, description)


def source_page(context: Context, source: str) -> Page:
    """Every path that starts from one role, and the roles to which none leads."""
    targets = [target for target in context.graph.roles if target != source]
    written = [context.path_card(Route((move,))) for move in context.graph.transitions_from.get(source, ())]
    composed = tuple(map(context.path_card, context.book.composed[source].values()))
    unreachable = [context.station(target) for target in targets if not context.book.has_path_page(source, target)]
    station = context.station(source)
    title = context.gettext("Paths from: %(role)s") % {"role": in_sentence(station.link.label, context.lang)}
    unreached = tuple(unreachable[:UNREACHABLE_SHOWN])
    view = PathsView((), station, tuple(written), composed, unreached, context.openings(source, OPENINGS))
    parents = (context.home(), context.indexes()["paths"])
    return context.plain_page(("paths", source), "paths-from", "paths_from.html", view, title, title, parents)


def path_between(context: Context, source: str, target: str) -> PathCard | None:
    """The path from one role to another, where it has a page, written or composed."""
    if transition := context.graph.transition(source, target):
        return context.path_card(Route((transition,)))
    if context.book.has_path_page(source, target):
        return context.path_card(context.book.composed[source][target])
    return None


def lines_of(context: Context) -> tuple[LineView, ...]:
    """The lines that have stations, in the order of site.yaml."""
    views = []
    for line, name in context.content.site.lines.items():
        if roles := context.graph.lines.get(line):
            views.append(LineView(line.value, choose(name, context.lang), context.stations_of(roles)))
    return tuple(views)


def role_choices(context: Context) -> tuple[ChoiceGroup, ...]:
    """All roles as choices of a form, by line."""
    groups = []
    for line, name in context.content.site.lines.items():
        links = ((role.id, context.station(role.id).link) for role in context.graph.lines.get(line, ()))
        choices = tuple(Choice(id, link.label, link.lang) for id, link in links)
        groups.append(ChoiceGroup("", choose(name, context.lang), choices))
    return tuple(group for group in groups if group.choices)


def _with_path_links(context: Context, line: LineView) -> LineView:
    """The line with stations that lead to the paths from a role instead of to the role."""
    roles = context.graph.lines[Line(line.letter)]
    links = (context.here(station.link.label, "paths", role.id) for role, station in zip(roles, line.stations, strict=True))
    return replace(line, stations=tuple(replace(station, link=link) for station, link in zip(line.stations, links, strict=True)))


def _written_page(context: Context, record: Record, route: Route) -> Page:
    citations = context.citations()
    intro, sections = context.prose(record, citations)
    return context.entity_page(record, "path.html", _view(context, citations, route, record, intro, sections))


def _composed_page(context: Context, route: Route) -> Page:
    names = (in_sentence(context.station(role).link.label, context.lang) for role in (route.source, route.target))
    description = context.gettext("From %(source)s to %(target)s by way of %(via)s: steps, gaps, months and fees.")
    description %= dict(zip(("source", "target"), names, strict=True)) | {"via": context.via(route)}
    segments = ("paths", route.source, route.target)
    view = _view(context, context.citations(), route)
    return context.plain_page(
        segments, "path", "path.html", view, context.route_title(route), description, context.path_parents(route.source), noindex=True
    )  # fmt: skip


def _view(
    context: Context,
    citations: Citations,
    route: Route,
    record: Record | None = None,
    intro: str = "",
    sections: tuple[SectionView, ...] = (),
) -> PathView:
    graph = context.graph
    source, target = graph.roles[route.source], graph.roles[route.target]
    held = held_skills(source)
    written = graph.transition(source.id, target.id)
    found = context.book.routes[source.id][target.id]
    steps = legs(graph, route)
    others = tuple(_alternative(context, other) for other in found if other.route != route)
    onward = [move for move in graph.transitions_from.get(target.id, ()) if move.target != source.id]
    onward.sort(key=lambda move: (-move.rating, move.id))
    back = graph.transition(target.id, source.id)
    moves = [context.record(Kind.TRANSITION, move.id) for move in route.transitions]
    return PathView(
        source=context.station(source.id),
        target=context.station(target.id),
        is_composed=len(route.transitions) > 1,
        approaches=_approaches(found, route),
        rating=written.rating if written else 0,
        rating_note=context.choose(written.rating_note) if written else "",
        band=int(coverage(graph, held, target).band),
        gates=tuple(dict.fromkeys(gate.value for leg in steps for gate in gates(leg.source, leg.target))),
        totals=_totals(context, totals(graph, route)),
        carried=tuple(_carried(context, item) for item in carried_over(held, target)),
        legs=tuple(_leg(context, citations, leg) for leg in steps),
        barriers=tuple(context.choose(barrier) for move in route.transitions for barrier in move.barriers),
        intro=intro,
        sections=sections,
        alternatives=others,
        onward=tuple(context.path_card(Route((move,))) for move in onward[:ONWARD_PATHS]),
        back=context.path_card(Route((back,))) if back else None,
        on_map=_on_map(context, route),
        sources=citations.listed(*(key for move in moves for key in move.facts.sources)),
        reviewed=context.reviewed(record.facts) if record else "",
        consultation=context.single_page("consultation") if target.family is Family.MANAGEMENT else None,
    )


def _on_map(context: Context, route: Route) -> Link:
    link = context.indexes()["map"]
    return Link(f"{link.url}?path={'--'.join(route.roles)}", link.label)


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
        gaps=tuple(_gap(context, gap, leg) for gap in leg.gaps),
        tickets=tuple(context.ticket(grade) for grade in leg.grades),
        article=context.link(ref),
        avoid=context.link(Ref(ref.kind, ref.id, "avoid")),
    )


def _gap(context: Context, gap: Gap, leg: Leg) -> GapRow:
    """A gap with how it closes at work and by study: what the transition says, and otherwise what the skill's page and grades offer."""
    ways = tuple((bridge.how.value, context.choose(bridge.action)) for bridge in gap.bridges)
    hows = {bridge.how for bridge in gap.bridges}
    ref = Ref(Kind.SKILL, gap.skill)
    shown = [node for node in context.graph.attesting.get(gap.skill, ()) if node.id not in leg.grades and _attests(node, gap)]
    shown.sort(key=_study_hours)
    return GapRow(
        link=context.link(ref),
        needed=int(gap.needed),
        held=int(gap.held or 0),
        ways=ways,
        learning=None if How.ON_THE_JOB in hows else context.link(Ref(ref.kind, ref.id, "learning")),
        study=() if hows & {How.CERTIFICATION, How.COURSE} else tuple(map(context.grade_link, shown[:STUDY_GRADES])),
    )


def _study_hours(node: GradeNode) -> float:
    """Study hours at least, for sorting; a grade for which no source gives any comes last."""
    return node.grade.study_hours.min if node.grade.study_hours else float("inf")


def _attests(node: GradeNode, gap: Gap) -> bool:
    return any(item.skill == gap.skill and item.level >= gap.needed for item in node.grade.attests)


def _approaches(found: tuple[Alternative, ...], route: Route) -> tuple[str, ...]:
    """What speaks for a route; nothing where there is no other to compare it with."""
    of_route = (approaches for other, approaches in found if other == route)
    return tuple(approach.value for approach in next(of_route, ())) if len(found) > 1 else ()


def _alternative(context: Context, alternative: Alternative) -> AlternativeView:
    route, approaches = alternative
    sums = totals(context.graph, route)
    return AlternativeView(
        approaches=tuple(approach.value for approach in approaches),
        stations=tuple(context.station(role) for role in route.roles),
        totals=_totals(context, sums),
        tickets=tuple(context.grade_link(context.graph.grades[grade]) for grade in sums.grades),
        articles=tuple(context.link(Ref(Kind.TRANSITION, move.id)) for move in route.transitions),
    )
