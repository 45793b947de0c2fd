"""All sources of the guide: those most relied on, and each with the pages where it is used, by the first letter of its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..bibliography import cited_by
from ..model import Ref
from .context import Context
from .search import KINDS
from .values import Link, UsedSource
from .views import Page, SourcesOverview, SourcesView

MOST_USED = 20
"""Sources named on the first page."""


def source_pages(context: Context) -> Iterator[Page]:
    """The list of all sources: a page that leads to the others, and a page for each shelf."""
    used = {key: _in_order(context, refs) for key, refs in cited_by(context.content, context.book.knowledge.proses, context.lang).items()}
    everything, shelves = context.all_sources(), context.book.shelves
    links = [context.here(_label(segments), "sources", *segments) for segments in shelves]
    yield _overview(context, used, links)
    for here, (segments, keys) in zip(links, shelves.items(), strict=True):
        pages = tuple((link, link is here) for link in links)
        rows = context.citations().rows(*keys)
        view = SourcesView(pages, tuple(UsedSource(row, tuple(map(context.link, used.get(row.key, ())))) for row in rows))
        title = f"{everything.label}{context.gettext(': ')}{here.label}"
        description = context.gettext("Sources under %(letter)s: publisher, date, day read, and the pages where each is used.")
        yield context.plain_page(
            ("sources", *segments), "sources-shelf", "sources_shelf.html", view, title, description % {"letter": here.label},
            (context.home(), everything),
        )  # fmt: skip


def _overview(context: Context, used: Mapping[str, Sequence[Ref]], links: Sequence[Link]) -> Page:
    most = sorted(used, key=lambda key: (-len(used[key]), key))[:MOST_USED]
    sources = context.content.sources
    view = SourcesOverview(
        shelves=tuple((link, False) for link in links),
        sources=len(sources),
        publishers=len({source.publisher for source in sources.values()}),
        most_used=tuple((context.source_link(key), sources[key].title, len(used[key])) for key in most),
    )
    description = context.gettext("Everything that this guide rests on, with its date, the day it was read and the pages where it is used.")
    link = context.all_sources()
    return context.plain_page(("sources",), "sources", "sources.html", view, link.label, description, (context.home(),))


def _label(segments: Sequence[str]) -> str:
    """A shelf by its letter, and its number where the letter fills several: S, S 2."""
    letter, *number = segments
    return " ".join((letter.upper(), *number))


def _in_order(context: Context, refs: Sequence[Ref]) -> list[Ref]:
    """Entities by kind, and in each as they are listed."""
    return sorted(refs, key=lambda ref: (KINDS.index(ref.kind), context.indexed(ref).sort_key, ref.id))
