"""The glossary: terms with their meaning on its first page; on those that follow what roles, skills and certifications are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ..content import Record
from ..languages import GLOSSARY, SOURCE_LANGUAGE
from ..model import Kind, Ref
from .context import Context
from .entities import other_name
from .indexes import cut, span_of_letters
from .values import Definition, DefinitionGroup, Indexed, Link
from .views import GlossaryView, Page

DEFINITIONS = 100
"""Roles, skills or certifications on one page. All terms stand on the first, so that their anchors never move."""

Entries = Sequence[tuple[Ref, Indexed]]


class _Part(NamedTuple):
    """A page of the glossary: below which address, under which name among the others, with which entries."""

    segments: tuple[str, ...]
    label: str
    entries: Entries


def glossary_pages(context: Context) -> Iterator[Page]:
    """The pages of the glossary, which lead to each other."""
    first, *others = [_Part((), context.gettext("Terms"), context.entries(Kind.TERM)), *_parts(context)]
    here = context.glossary()
    links = [context.here(part.label, GLOSSARY, *part.segments) for part in (first, *others)]
    description = context.gettext("Words of office life in Japan: what each means, its Japanese name and how that is read.")
    view = _view(context, first, links, 0)
    yield context.plain_page((GLOSSARY,), "glossary", "glossary.html", view, here.label, description, (context.home(),))
    for place, part in enumerate(others, start=1):
        view, title = _view(context, part, links, place), f"{here.label}{context.gettext(': ')}{part.label}"
        description = context.gettext("%(kind)s: what each is, its Japanese name and how that is read.") % {"kind": part.label}
        parents, segments = (context.home(), here), (GLOSSARY, *part.segments)
        yield context.plain_page(segments, "glossary-part", "glossary.html", view, title, description, parents)


def _parts(context: Context) -> Iterator[_Part]:
    """The pages after the first: one for each kind, or several where a kind has many entries."""
    for kind in (Kind.ROLE, Kind.SKILL, Kind.CERTIFICATION):
        name, label = kind.folder, context.indexes()[kind.folder].label
        parts = cut(context.entries(kind), DEFINITIONS)
        for number, part in enumerate(parts, start=1):
            place = "" if len(parts) == 1 else f" {span_of_letters([entry for _, entry in part])} ({number}/{len(parts)})"
            yield _Part((name,) if number == 1 else (name, "page", str(number)), label + place, part)


def _view(context: Context, part: _Part, links: Sequence[Link], place: int) -> GlossaryView:
    letters = groupby(part.entries, key=lambda entry: entry[1].letter)
    groups = (DefinitionGroup(letter, tuple(_definition(context, *entry) for entry in entries)) for letter, entries in letters)
    return GlossaryView(tuple((link, number == place) for number, link in enumerate(links)), tuple(groups))


def _definition(context: Context, ref: Ref, entry: Indexed) -> Definition:
    record, name, is_term = context.content.records[ref], entry.link, not ref.kind.has_pages
    return Definition(
        id=ref.id if is_term else "",
        name=Link("", name.label, name.lang) if is_term else name,
        notes=tuple(_notes(context, record, name.label)),
        labels=context.words(ref).alt_labels if is_term else (),
        meaning=entry.summary,
        sources=tuple(map(context.source_link, record.facts.sources)) if is_term else (),
        reviewed=context.reviewed(record.facts) if is_term else "",
    )


def _notes(context: Context, record: Record, name: str) -> Iterator[Link]:
    """The reading, which follows the Japanese name, and the name in the other language; not what the name says itself."""
    reading, other = Link("", record.facts.reading, SOURCE_LANGUAGE), other_name(context, record)
    notes = (other, reading) if other.lang == SOURCE_LANGUAGE else (reading, other)
    yield from (Link("", note.label, note.lang) for note in notes if note.label not in ("", name))
