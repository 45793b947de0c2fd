"""The planner, which a script computes in the browser, and the form that leads to it from the home page."""

from __future__ import annotations

from ..languages import LANGUAGES, SPAN
from ..model import How, Kind, Skill, SkillType
from ..pathways import Approach, Band, Gate
from .context import Context
from .paths import role_choices
from .values import Choice, ChoiceGroup, RouteFinder
from .views import Card, Page, PlannerView

DATA = {lang: f"data/planner-{lang}.json" for lang in LANGUAGES}
"""Path of the planner's data below the site's address."""

SEGMENT = "planner"


def planner_page(context: Context) -> Page:
    """The page on which a reader ticks what is held and reads routes, gaps, time and cost; without a script it leads to the lists."""
    card = planner_card(context)
    view = PlannerView(
        finder=route_finder(context),
        skills=_skill_choices(context),
        grades=_grade_choices(context),
        data=context.addresses.file(DATA[context.frame.lang]),
        paths=context.indexes()["paths"],
        approaches=tuple(approach.value for approach in Approach),
        bands=tuple(band.value for band in reversed(Band)),
        hows=tuple(how.value for how in How),
        gates=tuple(gate.value for gate in Gate),
        span=SPAN[context.lang],
    )
    parents = (context.home(), context.indexes()["paths"])
    return context.plain_page(
        (SEGMENT,), SEGMENT, "planner.html", view, card.link.label, card.summary, parents, scripts=("planner",)
    )  # fmt: skip


def planner_card(context: Context) -> Card:
    """The planner as an entry of a list."""
    summary = context.gettext("Tick the skills and grades you hold and choose a goal: routes, gaps, months and fees for you alone.")
    return Card(context.planner(), summary)


def route_finder(context: Context) -> RouteFinder:
    """The form that asks for the present role and the goal."""
    return RouteFinder(context.here("", SEGMENT).url, role_choices(context))


def _skill_choices(context: Context) -> tuple[ChoiceGroup, ...]:
    """Skills that some role asks for, by type."""
    groups: dict[SkillType, list[Choice]] = {type_: [] for type_ in SkillType}
    for ref, entry in context.entries(Kind.SKILL):
        skill = context.content.records[ref].facts
        if isinstance(skill, Skill) and skill.id in context.graph.demands:
            groups[skill.type].append(Choice(skill.id, entry.link.label))
    return tuple(ChoiceGroup(type_.value, "", tuple(choices)) for type_, choices in groups.items() if choices)


def _grade_choices(context: Context) -> tuple[ChoiceGroup, ...]:
    """Grades that show a skill or help on a transition, by certification."""
    groups = []
    for ref, entry in context.entries(Kind.CERTIFICATION):
        nodes = [node for node in context.graph.grades.values() if node.certification.id == ref.id]
        useful = [node for node in nodes if node.grade.attests or node.id in context.graph.bridged_by]
        if useful:
            choices = tuple(Choice(node.id, context.grade_link(node).label) for node in useful)
            groups.append(ChoiceGroup("", entry.link.label, choices))
    return tuple(groups)
