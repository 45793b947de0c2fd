"""What the script needs to compare two roles that have no page together: one file for each language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..languages import LANGUAGES, choose, in_sentence
from ..model import Kind, Ref, Role
from ..pages import Guidebook
from ..pages.citations import Citations
from ..pages.compare import data_file
from ..pages.compared import DIFFERENCES, remarks
from ..pages.context import Context
from ..pages.values import Link, Remark
from ..profiles import COMPARED, tenths
from ..theme import Asset


def comparison_data(book: Guidebook) -> Iterator[Asset]:
    """The data of each language as JSON; lists instead of objects where there are many of a kind, to keep it small."""
    for lang in LANGUAGES:
        members = _members(Context(book, lang))
        yield Asset(data_file(lang), json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode())


def _members(context: Context) -> dict[str, object]:
    citations, graph, ratings = context.citations(), context.graph, context.content.ratings
    members: dict[str, object] = {
        "roles": {id: _role(context, citations, role) for id, role in graph.roles.items()},
        "skills": {id: [*_link(context.link(Ref(Kind.SKILL, id))), skill.broader or ""] for id, skill in graph.skills.items()},
    }
    if ratings:
        citations.cite(ratings.source)
        members["ratings"], members["differences"] = ratings.source, DIFFERENCES
        labels = {domain: sorted(ratings.labels[domain].items()) for domain in COMPARED}
        members["elements"] = {domain.value: [choose(label, context.lang) for _, label in named] for domain, named in labels.items()}
    members["sources"] = {row.key: [row.publisher, row.title, row.address, row.published, row.read] for row in citations.rows()}
    return members


def _role(context: Context, citations: Citations, role: Role) -> dict[str, object]:
    link = context.station(role.id).link
    members: dict[str, object] = {
        "link": _link(link),
        "name": in_sentence(link.label, context.lang),
        "line": role.line.value,
        "remarks": {row: [_remark(item) for item in said] for row, said in remarks(context, citations, role).items()},
        "essential": [[need.skill, need.level, need.importance] for need in role.essential_skills],
        "optional": [[need.skill, need.level] for need in role.optional_skills],
        "list": context.here("", "paths", role.id).url,
        "paths": _paths(context, role.id),
    }
    if profile := context.book.profiles.get(role.id):
        members["occupations"] = sorted(profile.occupations)
        members["ratings"] = {domain.value: [tenths(score) for _, score in sorted(profile.scores[domain].items())] for domain in COMPARED}
    return members


def _link(link: Link) -> list[str]:
    return [link.url, link.label, link.lang]


def _remark(remark: Remark) -> list[str]:
    """Label, note, address, language, date, source; empty ones at the end left out."""
    cited = [remark.cited.as_of, remark.cited.source_key] if remark.cited else []
    parts = [remark.link.label, remark.note, remark.link.url, remark.link.lang, *cited]
    while not parts[-1]:
        parts.pop()
    return parts


def _paths(context: Context, source: str) -> dict[str, list[str]]:
    """Target → months, tickets and the roles on the way, of each composed path; where one is written, the comparison has a page."""
    cards = {target: (route, context.path_card(route)) for target, route in context.book.composed[source].items()}
    return {target: [card.months, context.gettext(", ").join(card.tickets), *route.roles[1:-1]] for target, (route, card) in cards.items()}
