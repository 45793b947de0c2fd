"""What the planner in the browser computes with: the facts of the graph, and the words of one language for them."""

from __future__ import annotations

import json
from typing import Any

from ..graph import CareerGraph, GradeNode
from ..languages import choose, in_sentence
from ..model import Kind, Ref, Role, Transition, Use
from ..pages import Guidebook
from ..pages.context import Context
from ..pages.planner import DATA
from ..theme import Asset


def planner_data(book: Guidebook, lang: str) -> Asset:
    """`facts` are those of `planner_facts`; `words` hold label and address by id, of roles also the label inside a sentence.

    `actions` are the steps of bridges by transition, in the order of its bridges; `pages` the roles on the way of each composed path,
    by source and target.
    """
    context, graph = Context(book, lang), book.knowledge.graph
    words = {
        "roles": {id: _role_named(context, id) for id in graph.roles},
        "skills": {id: _named(context, Ref(Kind.SKILL, id)) for id in graph.skills},
        "grades": {id: _grade_named(context, node) for id, node in graph.grades.items()},
        "moves": {id: _named(context, Ref(Kind.TRANSITION, id)) for id in graph.transitions},
        "actions": {move.id: [choose(bridge.action, lang) for bridge in move.bridges] for move in graph.transitions.values()},
    }
    pages = {source: {target: route.roles[1:-1] for target, route in routes.items()} for source, routes in book.composed.items()}
    data = {"facts": planner_facts(graph), "words": words, "pages": pages}
    return Asset(DATA[lang], json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def planner_facts(graph: CareerGraph) -> dict[str, Any]:
    """The language-free facts that pathways.js computes with: roles, skills and grades by id, and moves in order of their ids."""
    return {
        "roles": {role.id: _role(role) for role in graph.roles.values()},
        "skills": {skill.id: {"broader": skill.broader} for skill in graph.skills.values()},
        "grades": {id: _grade(node) for id, node in graph.grades.items()},
        "moves": [_move(move) for move in graph.transitions.values()],
    }


def _role(role: Role) -> dict[str, Any]:
    return {
        "line": role.line,
        "family": role.family,
        "level": [role.level.min, role.level.max],
        "essential": [[need.skill, need.level, need.importance] for need in role.essential_skills],
        "optional": [[need.skill, need.level] for need in role.optional_skills],
        "certifications": sorted({use.certification for use in role.certifications}),
        "licences": [use.grade for use in role.certifications if use.use is Use.REQUIRED],
    }


def _grade(node: GradeNode) -> dict[str, Any]:
    fee, hours = node.grade.fee_jpy, node.grade.study_hours
    return {
        "order": node.grade.order,
        "fee": fee.value if fee else None,
        "hours": [hours.min, hours.max] if hours else None,
        "attests": [[item.skill, item.level] for item in node.grade.attests],
    }


def _move(move: Transition) -> dict[str, Any]:
    return {
        "id": move.id,
        "source": move.source,
        "target": move.target,
        "months": [move.months.min, move.months.max],
        "basis": move.basis,
        "rating": move.rating,
        "bridges": [{"skill": bridge.skill, "how": bridge.how, "grade": bridge.grade} for bridge in move.bridges],
    }


def _named(context: Context, ref: Ref) -> list[str]:
    link = context.link(ref)
    return [link.label, link.url]


def _role_named(context: Context, id: str) -> list[str]:
    label, url = _named(context, Ref(Kind.ROLE, id))
    return [label, url, in_sentence(label, context.lang)]


def _grade_named(context: Context, node: GradeNode) -> list[str]:
    link = context.grade_link(node)
    return [link.label, link.url]
