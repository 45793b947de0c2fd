"""Reads the whole of content/ and joins it: words, prose and graph. Nothing is built from content with errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .checks import Proses, check_content
from .checks.mentions import check_mentions
from .checks.moves import check_graph
from .content import Content, load_content
from .graph import CareerGraph, build_graph
from .mentions import Mention, link_proses
from .model import Ref
from .problems import Problem, arranged, has_errors
from .prose import Renderer


@dataclass(frozen=True)
class Knowledge:
    """All that the pages are made from."""

    content: Content
    proses: Proses
    """Prose with its names linked, by entity and language."""
    mentions: Mapping[tuple[Ref, str], tuple[Mention, ...]]
    """What each page speaks of, by entity and language."""
    graph: CareerGraph


def read_knowledge(root: Path, renderer: Renderer) -> tuple[Knowledge | None, list[Problem]]:
    """Read and check everything below `root`. Gives nothing but the problems where any of them is an error."""
    content, problems = load_content(root)
    if content is None:
        return None, arranged(problems)
    documents = [document for record in content.records.values() for document in record.documents.values()]
    proses = {(document.ref, document.lang): renderer.render(document.body, document.lang) for document in documents}
    problems += check_content(content, proses)
    if has_errors(problems):
        return None, arranged(problems)
    graph = build_graph(record.facts for record in content.records.values())
    linked = link_proses(content, proses)
    problems += [*check_graph(content, graph), *check_mentions(content, linked)]
    return Knowledge(content, linked.proses, linked.mentions, graph), arranged(problems)
