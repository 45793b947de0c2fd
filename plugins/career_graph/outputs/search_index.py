"""The search index of each language: all that theme/static/js/search.js reads, in one file of at most BUDGET bytes, compressed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ..languages import LANGUAGES
from ..model import Kind
from ..pages import Guidebook
from ..pages.context import Context
from ..pages.search import INDEX, search_entries, words_of_kinds
from ..search import Entry
from ..theme import Asset

BUDGET = 60_000


def search_indexes(book: Guidebook) -> Iterator[Asset]:
    """The index of each language; where all does not fit, summaries and in the end paths are left out."""
    for lang in LANGUAGES:
        context = Context(book, lang)
        words = {kind.value: found for kind, found in words_of_kinds(context).items()}
        for entries in _ever_shorter(search_entries(context)):
            file = _file(entries, words)
            if len(gzip.compress(file)) <= BUDGET:
                break
        yield Asset(INDEX.format(lang), file)


def _ever_shorter(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """The entries whole, then with less and less: the title of a path tells most of it, and its roles lead to it."""
    yield entries
    yield [replace(entry, summary="") if Kind(entry.kind).joins_roles else entry for entry in entries]
    yield [replace(entry, summary="") for entry in entries]
    yield [replace(entry, summary="") for entry in entries if not Kind(entry.kind).joins_roles]


def _file(entries: Sequence[Entry], words: dict[str, tuple[str, ...]]) -> bytes:
    groups = [
        {"kind": kind, "words": words[kind], "rows": [_row(entry) for entry in group]}
        for kind, group in groupby(entries, key=lambda entry: entry.kind)
    ]
    return json.dumps(groups, ensure_ascii=False, separators=(",", ":")).encode()


def _row(entry: Entry) -> tuple[object, ...]:
    """Title, address, summary, stations, and the names but for the title: readers fold what they show themselves."""
    return entry.title, entry.url, entry.summary, entry.stations, entry.names[1:]
