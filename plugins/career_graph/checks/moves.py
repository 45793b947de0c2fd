"""Rules that are only seen once roles and the transitions between them are joined."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..content import Content
from ..graph import CareerGraph
from ..languages import SOURCE_LANGUAGE
from ..model import Kind, Pathway, Ref, Transition
from ..pathways import coverage, held_skills, skill_gap
from ..problems import Problem
from ..schema import Document


def check_graph(content: Content, graph: CareerGraph) -> Iterator[Problem]:
    """All of the rules below."""
    for transition in graph.transitions.values():
        document = content.records[Ref(Kind.TRANSITION, transition.id)].documents[SOURCE_LANGUAGE]
        yield from check_bridges(graph, transition, document)
        yield from check_gaps(graph, transition, document)
        yield from check_rating(graph, transition, document)
    yield from check_pathways(content, graph)


def check_bridges(graph: CareerGraph, transition: Transition, document: Document) -> Iterator[Problem]:
    """A bridge closes a skill that the target role lists and the source role does not bring."""
    source, target = graph.roles[transition.source], graph.roles[transition.target]
    held, asked = held_skills(source), held_skills(target)
    for index, bridge in enumerate(transition.bridges):
        place = ("bridges", index, "skill")
        if bridge.skill not in asked:
            message = f'"{target.id}" does not list the skill "{bridge.skill}"'
            yield document.problem(place, "idle-bridge", message, "list it there, or bridge another skill")
        elif held.get(bridge.skill, 0) >= asked[bridge.skill]:
            message = f'"{source.id}" brings the skill "{bridge.skill}" at the level that "{target.id}" asks for'
            yield document.problem(place, "idle-bridge", message, "take the bridge out, or look at the levels again")


def check_gaps(graph: CareerGraph, transition: Transition, document: Document) -> Iterator[Problem]:
    """Every essential skill that the source role does not bring has a bridge."""
    for gap in skill_gap(held_skills(graph.roles[transition.source]), graph.roles[transition.target], transition.bridges):
        if not gap.bridges:
            message = f'nothing says how the skill "{gap.skill}" comes to level {gap.needed}'
            yield document.problem(("bridges",), "missing-bridge", message, "add a bridge with a step that can be done at work")


def check_rating(graph: CareerGraph, transition: Transition, document: Document) -> Iterator[Problem]:
    """The editor's rating and the computed band agree to within one, or a note says why not."""
    source, target = graph.roles[transition.source], graph.roles[transition.target]
    band = coverage(graph, held_skills(source), target).band
    if abs(band - transition.rating) > 1 and transition.rating_note is None:
        message = f"rated {transition.rating}, but by skills the band is {band}"
        yield document.problem(("rating",), "surprising-rating", message, "say why in rating_note, or look at the skills again")


def check_pathways(content: Content, graph: CareerGraph) -> Iterator[Problem]:
    """A pathway is introduced where no transition leads there directly, and written ones lead from each of its roles to the next."""
    for record in content.records.values():
        if isinstance(record.facts, Pathway):
            source, target = record.facts.source, record.facts.target
            document = record.documents[SOURCE_LANGUAGE]
            if graph.transition(source, target):
                message = f'there is a transition "{source}--{target}"'
                yield document.problem(("target",), "bad-name", message, "write the introduction there")
            for before, after in pairwise(record.facts.roles):
                if not graph.transition(before, after):
                    hint = "write it first, or take another way in via"
                    yield document.problem(("via",), "no-route", f'no transition "{before}--{after}"', hint)
