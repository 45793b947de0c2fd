"""Who rests on which source, and on which page of the list of all sources each stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .content import Content, Record
from .model import Ref, Role, Scheme
from .passages import CITATION
from .prose import Prose
from .schema import references

SHELF = 120
"""Sources on one page of the list: so many stay within the budget of a first view."""

FIGURES = "0-9"
"""Name of the page of keys that begin with a figure."""


def cited_by(content: Content, proses: Mapping[tuple[Ref, str], Prose], lang: str) -> dict[str, tuple[Ref, ...]]:
    """Key of a source → the entities that name it in their facts, or in their prose as readers of the language have it."""
    found: dict[str, dict[Ref, None]] = defaultdict(dict)
    for ref, record in content.records.items():
        links = proses[ref, record.document(lang).lang].links
        keys = [link.removeprefix(CITATION) for link in links if link.startswith(CITATION)]
        for key in (*_named(record), *keys, *_rated(content, record)):
            found[key][ref] = None
    return {key: tuple(refs) for key, refs in found.items()}


def shelves(keys: Iterable[str]) -> dict[tuple[str, ...], Sequence[str]]:
    """Every key on one page of the list: below its first letter, so that no other source moves it, on further pages where one is full."""
    letters: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        letters[FIGURES if key[0].isdigit() else key[0]].append(key)
    return {
        (letter,) if start == 0 else (letter, str(start // SHELF + 1)): group[start : start + SHELF]
        for letter, group in sorted(letters.items())
        for start in range(0, len(group), SHELF)
    }


def _named(record: Record) -> Iterator[str]:
    """The sources that facts name, for the whole page or for one value."""
    return (name for _, target, name in references(record.facts) if target == "source")


def _rated(content: Content, record: Record) -> Iterator[str]:
    """The source of the official ratings, on the page of a role that shows some."""
    codes = record.facts.codes if isinstance(record.facts, Role) else ()
    if content.ratings and any(code.scheme is Scheme.JOB_TAG for code in codes):
        yield content.ratings.source
