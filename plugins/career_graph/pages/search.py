"""The search: what can be found in a language, and the page on which readers find it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..content import Record
from ..model import Certification, Kind, Pathway, Ref, Status, Transition
from ..search import Entry, fold
from .context import Context
from .values import Group, Indexed
from .views import Page, SearchView

INDEX = "data/search-{}.json"
"""Path of a language's search index below the site's address."""

KINDS = (Kind.ROLE, Kind.CERTIFICATION, Kind.SKILL, Kind.TERM, Kind.TRANSITION, Kind.PATHWAY, Kind.GUIDE, Kind.PAGE)
"""The order in which equally good results stand."""


def search_page(context: Context) -> Page:
    """The page that searches by script, and lists every name for readers without."""
    link = context.search_link()
    view = SearchView(
        index=context.addresses.file(INDEX.format(context.lang)),
        form=link,
        kinds=tuple(kind.value for kind in KINDS),
        indexes=tuple(context.indexes().values()),
        names=tuple(_names_by_letter(context)),
    )
    description = context.gettext("Find roles, skills, certifications, paths and guides by any of their names or by what they are about.")
    return context.plain_page(("search",), "search", "search.html", view, link.label, description, (context.home(),), scripts=("search",))


def search_entries(context: Context) -> tuple[Entry, ...]:
    """All that can be found in the language of the context, by kind, then by title: what is published and written in it."""
    words = words_of_kinds(context)
    found = sorted(_searchable(context), key=lambda pair: KINDS.index(pair[0].ref.kind))
    entries: dict[Ref, Entry] = {}
    for record, indexed in found:
        ends = [entries[ref].names for ref in _ends(record) if ref in entries]
        entries[record.ref] = Entry(
            kind=record.ref.kind.value,
            title=indexed.link.label,
            url=indexed.link.url,
            summary=indexed.summary,
            stations=tuple(context.station(ref.id).number for ref in _ends(record)),
            names=tuple(dict.fromkeys(filter(None, map(fold, _names(context, record))))),
            words=(*words[record.ref.kind], *(name for names in ends for name in names)),
        )
    return tuple(entries.values())


def words_of_kinds(context: Context) -> dict[Kind, tuple[str, ...]]:
    """What readers call each kind of entry, folded."""
    paths = context.gettext("paths transitions moves career changes")
    words = {
        Kind.ROLE: context.gettext("roles jobs positions occupations"),
        Kind.CERTIFICATION: context.gettext("certifications certificates qualifications licenses exams tests"),
        Kind.SKILL: context.gettext("skills abilities knowledge"),
        Kind.TRANSITION: paths,
        Kind.PATHWAY: paths,
        Kind.GUIDE: context.gettext("guides articles"),
        Kind.PAGE: context.gettext("pages"),
        Kind.TERM: context.gettext("terms words glossary vocabulary"),
    }
    return {kind: tuple(map(fold, text.split())) for kind, text in words.items()}


def _searchable(context: Context) -> list[tuple[Record, Indexed]]:
    """What is published and written in the language, as entries of an index, in alphabetical order."""
    records = context.content.records.values()
    shown = [record for record in records if context.lang in record.documents and record.facts.status is Status.PUBLISHED]
    return sorted(((record, context.indexed(record.ref)) for record in shown), key=lambda pair: (pair[1].sort_key, pair[0].ref))


def _names_by_letter(context: Context) -> Iterator[Group]:
    """Every name that can be found under its letter, then the paths, whose titles all begin with a role or with "From"."""
    links: dict[bool, list[Indexed]] = {False: [], True: []}
    for record, indexed in _searchable(context):
        links[record.ref.kind.joins_roles].append(indexed)
    for letter, group in groupby(links[False], key=lambda indexed: indexed.letter):
        yield Group("", letter, tuple(indexed.link for indexed in group))
    if links[True]:
        yield Group("", context.indexes()["paths"].label, tuple(indexed.link for indexed in links[True]))


def _ends(record: Record) -> tuple[Ref, ...]:
    """The roles whose stations stand for an entry: a role's own, those that a transition joins."""
    if isinstance(record.facts, Transition | Pathway):
        return Ref(Kind.ROLE, record.facts.source), Ref(Kind.ROLE, record.facts.target)
    return (record.ref,) if record.ref.kind is Kind.ROLE else ()


def _names(context: Context, record: Record) -> Iterator[str]:
    """Every name of an entry, its title first. A transition has its own only: the names of its roles find it as well."""
    words = context.words(record.ref)
    yield from words.names
    if not isinstance(record.facts, Transition | Pathway):
        yield record.facts.reading
        yield from (document.words.title for document in record.documents.values())
    if isinstance(record.facts, Certification):
        nodes = (context.graph.grades[f"{record.ref.id}#{grade.id}"] for grade in record.facts.grades)
        yield from (context.grade_link(node).label for node in nodes)
