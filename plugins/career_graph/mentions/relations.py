"""What mentions say of pages: who speaks of a thing, and which pages speak of the same things."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Kind, Ref
from .linking import Mention

READING = (Kind.GUIDE, Kind.PAGE)
"""Kinds of page that are written to be read through; they are named first among those that speak of a thing."""


@dataclass(frozen=True)
class BackLink:
    """A page that speaks of a thing, and where it says most of it."""

    page: Ref
    mention: Mention


def back_links(mentions: Mapping[Ref, Sequence[Mention]]) -> dict[Ref, tuple[BackLink, ...]]:
    """For each thing the pages that speak of it, best first.

    Guides and single pages come first, then the pages of which a larger share of mentions is of this thing. Of each page the
    mention in the longest paragraph is given.
    """
    found: dict[Ref, list[tuple[bool, float, Ref, Mention]]] = defaultdict(list)
    for page, spoken in mentions.items():
        counts = Counter(mention.ref for mention in spoken)
        for ref, count in counts.items():
            longest = max((mention for mention in spoken if mention.ref == ref), key=lambda mention: len(mention.block))
            found[ref].append((page.kind not in READING, -count / len(spoken), page, longest))
    return {ref: tuple(BackLink(*row[2:]) for row in sorted(rows, key=lambda row: row[:3])) for ref, rows in found.items()}


def things_by_part(mentions: Mapping[Ref, Iterable[Mention]]) -> dict[Ref, frozenset[Ref]]:
    """What each part of each page speaks of; a part is named by its page and anchor."""
    parts: dict[Ref, set[Ref]] = defaultdict(set)
    for page, spoken in mentions.items():
        for mention in spoken:
            parts[Ref(page.kind, page.id, mention.section)].add(mention.ref)
    return {part: frozenset(things) for part, things in parts.items()}


def parts_on_both(parts: Mapping[Ref, frozenset[Ref]], one: Ref, other: Ref) -> list[Ref]:
    """The parts of pages that speak of both things, one a page; those that speak of little else first."""
    both = sorted((len(things), part) for part, things in parts.items() if one in things and other in things)
    best: dict[tuple[Kind, str], Ref] = {}
    for _, part in both:
        best.setdefault((part.kind, part.id), part)
    return list(best.values())


def related_pages(mentions: Mapping[Ref, Collection[Mention]], page: Ref) -> list[Ref]:
    """The other pages that speak of the same things, most alike first.

    Alike is the cosine of the angle between two pages, each a vector with log(pages ÷ pages that speak of it) for every thing it
    speaks of: a thing that few speak of weighs more (inverse document frequency; Spärck Jones 1972).
    """
    things = {ref: {mention.ref for mention in spoken} for ref, spoken in mentions.items()}
    spread = Counter(thing for spoken in things.values() for thing in spoken)
    weight = {thing: math.log(len(things) / count) for thing, count in spread.items()}
    norm = {ref: math.sqrt(sum(weight[thing] ** 2 for thing in spoken)) for ref, spoken in things.items()}
    shared = {ref: sum(weight[thing] ** 2 for thing in spoken & things[page]) for ref, spoken in things.items() if ref != page}
    alike = {ref: common / (norm[ref] * norm[page]) for ref, common in shared.items() if common}
    return sorted(alike, key=lambda ref: (-alike[ref], ref))
