"""Cross-links that write themselves: names in prose lead to their pages, and these know who speaks of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..content import Content, Record
from ..model import Kind, Pathway, Ref, Transition
from ..prose import Prose
from ..schema import section_anchor
from .claims import NAMED, Claims, build_claims, record_words
from .linking import Mention, link_names
from .names import Claim, Names, Place, folded
from .relations import READING, BackLink, back_links, parts_on_both, related_pages, things_by_part

__all__ = [
    "NAMED",
    "READING",
    "BackLink",
    "Claim",
    "Claims",
    "Linked",
    "Mention",
    "Names",
    "Place",
    "back_links",
    "build_claims",
    "folded",
    "link_names",
    "link_proses",
    "record_words",
    "parts_on_both",
    "related_pages",
    "things_by_part",
]


@dataclass(frozen=True)
class Linked:
    """Prose with its names linked, and what each page speaks of, both by entity and language; and who bears which name."""

    proses: Mapping[tuple[Ref, str], Prose]
    mentions: Mapping[tuple[Ref, str], tuple[Mention, ...]]
    claims: Claims


def link_proses(content: Content, proses: Mapping[tuple[Ref, str], Prose]) -> Linked:
    """All prose with its names linked. Reads every text once; a page changes only with its text and the names that stand in it."""
    claims = build_claims(content)
    names, once = Names(claims.settled), content.site.links_per_section
    linked: dict[tuple[Ref, str], Prose] = {}
    mentions: dict[tuple[Ref, str], tuple[Mention, ...]] = {}
    for (ref, lang), prose in proses.items():
        own = _own(content.records[ref])
        intro, found = link_names(prose.intro, "", names, own, once)
        sections = []
        for section in prose.sections:
            markup, more = link_names(section.html, section_anchor(ref.kind, lang, section.title, section.id), names, own, once)
            sections.append(replace(section, html=markup))
            found += more
        linked[ref, lang] = replace(prose, intro=intro, sections=tuple(sections))
        mentions[ref, lang] = tuple(found)
    return Linked(linked, mentions, claims)


def _own(record: Record) -> frozenset[Ref]:
    """What a page is about: itself, and the roles that a path joins."""
    if isinstance(record.facts, Transition | Pathway):
        return frozenset((record.ref, Ref(Kind.ROLE, record.facts.source), Ref(Kind.ROLE, record.facts.target)))
    return frozenset((record.ref,))
