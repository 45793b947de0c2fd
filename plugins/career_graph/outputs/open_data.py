"""The graph as open data: every node with its names and addresses, every edge with its facts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..graph import CareerGraph
from ..languages import LANGUAGES
from ..model import Kind, Ref
from ..pages import Guidebook
from ..pages.context import Context
from ..theme import Asset

PATH = "data/graph.json"
_KINDS = (Kind.ROLE, Kind.SKILL, Kind.CERTIFICATION, Kind.GUIDE, Kind.TERM)


def open_data(book: Guidebook) -> Asset:
    """`nodes` with ref, kind, label and url in each language; `edges` with source and target refs, type, and what belongs to it."""
    data = {"nodes": list(_nodes(book)), "edges": list(_edges(book.knowledge.graph))}
    return Asset(PATH, json.dumps(data, ensure_ascii=False, indent=0).encode())


def _nodes(book: Guidebook) -> Iterator[dict[str, Any]]:
    contexts = {lang: Context(book, lang) for lang in LANGUAGES}
    for ref in book.knowledge.content.records:
        if ref.kind in _KINDS:
            links = {lang: context.link(ref) for lang, context in contexts.items()}
            yield _node(book, ref, ref.kind.value, {lang: link.label for lang, link in links.items()})
    for node in book.knowledge.graph.grades.values():
        ref = Ref(Kind.CERTIFICATION, node.certification.id, node.grade.id)
        yield _node(book, ref, "grade", {lang: context.grade_link(node).label for lang, context in contexts.items()})


def _node(book: Guidebook, ref: Ref, kind: str, label: dict[str, str]) -> dict[str, Any]:
    url = {lang: book.addresses.absolute(book.addresses.entity(lang, ref)) for lang in LANGUAGES}
    return {"ref": str(ref), "kind": kind, "label": label, "url": url}


def _edges(graph: CareerGraph) -> Iterator[dict[str, Any]]:
    for role in graph.roles.values():
        for type_, needs in (("essential-skill", role.essential_skills), ("optional-skill", role.optional_skills)):
            for need in needs:
                yield _edge(f"role:{role.id}", f"skill:{need.skill}", type_, importance=need.importance, level=need.level)
        for use in role.certifications:
            yield _edge(f"role:{role.id}", f"certification:{use.grade}", "certification", use=use.use)
    for skill in graph.skills.values():
        if skill.broader:
            yield _edge(f"skill:{skill.id}", f"skill:{skill.broader}", "broader")
    for id, node in graph.grades.items():
        yield _edge(f"certification:{id}", f"certification:{node.certification.id}", "grade-of", order=node.grade.order)
        for item in node.grade.attests:
            yield _edge(f"certification:{id}", f"skill:{item.skill}", "attests", level=item.level)
        for other in node.grade.prepares_for:
            yield _edge(f"certification:{id}", f"certification:{other}", "prepares-for")
    for move in graph.transitions.values():
        months = {"min": move.months.min, "max": move.months.max}
        bridges = [
            {"skill": f"skill:{step.skill}", "how": step.how} | ({"grade": f"certification:{step.grade}"} if step.grade else {})
            for step in move.bridges
        ]
        facts = {"kind": move.kind, "months": months, "rating": move.rating, "basis": move.basis, "bridges": bridges}
        yield _edge(f"role:{move.source}", f"role:{move.target}", "transition", **facts)


def _edge(source: str, target: str, type_: str, **facts: Any) -> dict[str, Any]:
    return {"source": source, "target": target, "type": type_} | facts
