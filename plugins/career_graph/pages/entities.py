"""Pages of roles, skills and certifications."""

from __future__ import annotations

from collections.abc import Iterable

from ..comparisons import by_importance
from ..content import Record
from ..graph import Demand, GradeNode
from ..languages import LANGUAGES, format_measure, format_percent, format_span, format_yen
from ..model import Certification, Family, Kind, Measure, PassRate, Ref, Role, Skill, SkillLevel, SkillNeed, Statistic, Task, Transition
from ..pathways import Route, opened_by, transitions_asking
from .citations import Citations
from .context import Context
from .mentions import quotations
from .ratings import profile_view
from .values import Cited, Figures, Link, PathCard, SkillRow, Station, TaskRow
from .views import CertificationView, GradeView, Page, RoleView, SkillDemand, SkillView

ASKING_PATHS = 12
"""Paths named on a skill's page."""

OPENINGS_SHOWN = 2
"""Skills, and grades, named on a role's page among what one more opens; the rest stand in its list of paths."""

FURTHER_PATHS = 3
"""Composed paths named on a role's page; the rest stand in its list of paths."""

COMPARISONS_SHOWN = 6
"""Comparisons named on a role's page; the rest stand in the list of all comparisons."""


def role_page(context: Context, record: Record) -> Page:
    """The page of a role: what it is, what it needs, which paths lead in and out."""
    role = record.facts
    assert isinstance(role, Role)
    citations = context.citations()
    numbers = figures(context, citations, role.statistics)
    scores = citations.value(context.word("measure", Measure.AI_EXPOSURE), role.exposure_scores) if role.exposure_scores else None
    tickets = tuple(context.ticket(use.grade, use.use) for use in role.certifications)
    _, sections = context.prose(record, citations)
    before, after = _neighbours(context, role)
    view = RoleView(
        station=context.station(role.id),
        reading=role.reading,
        other_name=other_name(context, record),
        alt_labels=context.words(record.ref).alt_labels,
        before=before,
        after=after,
        figures=numbers,
        sections=sections,
        tasks=tuple(_task_row(context, task) for task in role.tasks),
        scores=scores,
        tools=tuple(context.choose(tool) for tool in role.tools),
        company_sizes=company_sizes(context, role),
        essential=_skill_rows(context, role.essential_skills),
        optional=_skill_rows(context, role.optional_skills),
        tickets=tickets,
        paths_out=_direct_paths(context, context.graph.transitions_from.get(role.id, ())),
        openings=context.openings(role.id, OPENINGS_SHOWN) if role.family is Family.CLERICAL else (),
        paths_further=_further_paths(context, role),
        paths_in=_direct_paths(context, context.graph.transitions_to.get(role.id, ())),
        all_paths=context.here(context.label(record.ref), "paths", role.id),
        comparisons=context.comparisons(role.id)[:COMPARISONS_SHOWN],
        all_comparisons=context.compare_index(),
        profile=profile_view(context, citations, role.id),
        codes=_codes(role),
        quotations=quotations(context, record.ref),
        sources=citations.listed(*role.sources),
        reviewed=context.reviewed(role),
        consultation=context.single_page("consultation") if role.family is Family.MANAGEMENT else None,
    )
    return context.entity_page(record, "role.html", view, role.line.value)


def skill_page(context: Context, record: Record) -> Page:
    """The page of a skill: what it is, which roles ask for it, which grades show it, which paths teach it."""
    skill = record.facts
    assert isinstance(skill, Skill)
    graph, citations = context.graph, context.citations()
    _, sections = context.prose(record, citations)
    demands = graph.demands.get(skill.id, ())
    view = SkillView(
        type=skill.type.value,
        alt_labels=context.words(record.ref).alt_labels,
        broader=context.link(Ref(Kind.SKILL, skill.broader)) if skill.broader else None,
        narrower=tuple(context.link(Ref(Kind.SKILL, other.id)) for other in graph.narrower.get(skill.id, ())),
        sections=sections,
        essential_for=_demands(context, (demand for demand in demands if demand.essential)),
        optional_for=_demands(context, (demand for demand in demands if not demand.essential)),
        tickets=tuple(context.ticket(node.id) for node in graph.attesting.get(skill.id, ())),
        paths=tuple(context.path_card(Route((move,))) for move in transitions_asking(graph, skill.id)[:ASKING_PATHS]),
        quotations=quotations(context, record.ref),
        sources=citations.listed(*skill.sources),
        reviewed=context.reviewed(skill),
    )
    return context.entity_page(record, "skill.html", view)


def certification_page(context: Context, record: Record) -> Page:
    """The page of a certification: its grades with dated facts, who has use for each, which paths each opens."""
    certification = record.facts
    assert isinstance(certification, Certification)
    citations = context.citations()
    nodes = (GradeNode(certification, grade) for grade in sorted(certification.grades, key=lambda grade: grade.order))
    grades = tuple(_grade(context, citations, node) for node in nodes)
    _, sections = context.prose(record, citations)
    view = CertificationView(
        issuer=context.choose(certification.issuer),
        legal_class=certification.legal_class.value,
        official_url=certification.official_url,
        alt_labels=context.words(record.ref).alt_labels,
        grades=grades,
        sections=sections,
        quotations=quotations(context, record.ref),
        sources=citations.listed(*certification.sources),
        reviewed=context.reviewed(certification),
    )
    return context.entity_page(record, "certification.html", view)


def figures(context: Context, citations: Citations, statistics: Iterable[Statistic]) -> tuple[Figures, ...]:
    """Statistics in words, by the population that was counted."""
    groups: dict[tuple[str, str, str], list[tuple[str, Cited]]] = {}
    for statistic in statistics:
        value = citations.value(format_measure(statistic.measure, statistic.value, context.lang), statistic)
        group = context.choose(statistic.population), statistic.as_of, statistic.source
        groups.setdefault(group, []).append((statistic.measure.value, value))
    return tuple(Figures(population, tuple(values)) for (population, *_), values in groups.items())


def company_sizes(context: Context, role: Role) -> tuple[tuple[str, str], ...]:
    """How a role differs by headcount: the name of each size and what is said of it."""
    sizes = role.by_company_size
    if sizes is None:
        return ()
    named = (("upto-10", sizes.upto_10), ("from-50-to-100", sizes.from_50_to_100), ("over-100", sizes.over_100))
    return tuple((name, context.choose(text)) for name, text in named)


def other_name(context: Context, record: Record) -> Link:
    """An entity's title in the other language, and where its page in that language is; no label where it is not translated."""
    (other,) = (lang for lang in LANGUAGES if lang != context.lang)
    document = record.documents.get(other)
    return Link(context.addresses.entity(other, record.ref), document.words.title if document else "", other)


# ---------------------------------------------------------------- parts


def _codes(role: Role) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    by_scheme: dict[str, list[tuple[str, str]]] = {}
    for code in role.codes:
        by_scheme.setdefault(code.scheme.value, []).append((code.code, code.match.value))
    return tuple((scheme, tuple(codes)) for scheme, codes in by_scheme.items())


def _neighbours(context: Context, role: Role) -> tuple[Station | None, Station | None]:
    line = context.graph.lines[role.line]
    place = line.index(role)
    before = context.station(line[place - 1].id) if place else None
    after = context.station(line[place + 1].id) if place + 1 < len(line) else None
    return before, after


def _task_row(context: Context, task: Task) -> TaskRow:
    return TaskRow(context.choose(task), task.ai_exposure.level.value if task.ai_exposure else "")


def _skill_rows(context: Context, needs: Iterable[SkillNeed]) -> tuple[SkillRow, ...]:
    return tuple(SkillRow(context.link(Ref(Kind.SKILL, need.skill)), int(need.level)) for need in by_importance(needs))


def _attested(context: Context, held: Iterable[SkillLevel]) -> tuple[SkillRow, ...]:
    return tuple(SkillRow(context.link(Ref(Kind.SKILL, item.skill)), int(item.level)) for item in held)


def _demands(context: Context, demands: Iterable[Demand]) -> tuple[SkillDemand, ...]:
    return tuple(SkillDemand(context.station(item.role.id), int(item.need.level)) for item in demands)


def _direct_paths(context: Context, transitions: Iterable[Transition]) -> tuple[PathCard, ...]:
    ordered = sorted(transitions, key=lambda move: (-move.rating, move.months.min, move.id))
    return tuple(context.path_card(Route((move,))) for move in ordered)


def _further_paths(context: Context, role: Role) -> tuple[PathCard, ...]:
    return tuple(map(context.path_card, list(context.book.composed[role.id].values())[:FURTHER_PATHS]))


def _grade(context: Context, citations: Citations, node: GradeNode) -> GradeView:
    grade = node.grade
    fee, hours = grade.fee_jpy, grade.study_hours
    return GradeView(
        id=grade.id,
        name=context.choose(grade.name),
        eligibility=context.choose(grade.eligibility),
        format=context.choose(grade.format),
        sittings=context.choose(grade.sittings),
        fee=citations.value(format_yen(fee.value, context.lang), fee) if fee else None,
        pass_rate=_pass_rate(context, citations, grade.pass_rate),
        sitting=context.choose(grade.pass_rate.sitting) if grade.pass_rate else "",
        hours=citations.value(format_span(hours.min, hours.max, context.lang), hours) if hours else None,
        attests=_attested(context, grade.attests),
        prepares_for=tuple(context.grade_link(context.graph.grades[other]) for other in grade.prepares_for),
        roles=tuple((context.station(demand.role.id), demand.use.value) for demand in context.graph.grade_demands.get(node.id, ())),
        paths=tuple(context.path_card(Route((move,))) for move in opened_by(context.graph, node)),
    )


def _pass_rate(context: Context, citations: Citations, rate: PassRate | None) -> Cited | None:
    return citations.value(format_percent(rate.value, context.lang), rate) if rate else None
