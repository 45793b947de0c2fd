"""No page says in the same words what another page says, or says so twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..content import Content
from ..languages import LANGUAGES
from ..model import Ref
from ..passages import fold, place, without_markup
from ..problems import Problem
from ..prose import Prose
from ..schema import Document
from ..winnowing import Run, Trace, measure, run_around, spans

COMPARED = 8
"""What many pages share is a stock phrase: a page is compared with the first few that have it, so that time stays linear."""

SHOWN = 40
"""Letters of a shared run that a message shows."""


@dataclass(frozen=True, eq=False)
class _Text:
    document: Document
    trace: Trace

    def place(self, hash: int) -> int:
        return self.trace.places[self.trace.hashes.index(hash)]


@dataclass(frozen=True)
class _Copy:
    run: Run
    of: _Text

    def overlaps(self, other: _Copy) -> bool:
        mine, others = self.run, other.run
        return mine.here < others.here + others.length and others.here < mine.here + mine.length


def check_copies(content: Content, proses: Mapping[tuple[Ref, str], Prose]) -> Iterator[Problem]:
    """No run of text longer than a stock phrase or a name stands on two pages of a language, or twice on one."""
    for lang in LANGUAGES:
        seen: dict[int, _Text] = {}
        several: dict[int, list[_Text]] = {}
        for record in content.records.values():
            if document := record.documents.get(lang):
                text = _Text(document, proses[record.ref, lang].trace)
                copies = [*_copies_within(text), *_copies_before(text, seen, several)]
                yield from (_problem(text, copy) for copy in _worth_a_problem(copies, measure(lang).run))


def _copies_before(text: _Text, seen: dict[int, _Text], several: dict[int, list[_Text]]) -> Iterator[_Copy]:
    """Runs that texts before this one have too; of those around one fingerprint the longest.

    `seen` has a text for each fingerprint, `several` the first few for those that more than one text has.
    """
    own = dict.fromkeys(text.trace.hashes, text)
    for hash in own.keys() & seen.keys():
        others = several.setdefault(hash, [seen[hash]])
        yield max((_copy(text, text.place(hash), other, other.place(hash)) for other in others), key=lambda copy: copy.run.length)
        if len(others) < COMPARED:
            others.append(text)
    seen.update(own)


def _copies_within(text: _Text) -> Iterator[_Copy]:
    """Runs that a text has had before."""
    hashes, places = text.trace.hashes, text.trace.places
    if len(set(hashes)) == len(hashes):
        return
    seen: dict[int, int] = {}
    for hash, at in zip(hashes, places, strict=True):
        if hash in seen:
            yield _copy(text, at, text, seen[hash])
        seen.setdefault(hash, at)


def _copy(text: _Text, at: int, other: _Text, other_at: int) -> _Copy:
    return _Copy(run_around(text.trace.units, at, other.trace.units, other_at), other)


def _worth_a_problem(copies: Iterable[_Copy], length: int) -> list[_Copy]:
    """The longest copies that have no unit in common, from a length on."""
    kept: list[_Copy] = []
    long = {copy for copy in copies if copy.run.length >= length}
    for copy in sorted(long, key=lambda copy: (-copy.run.length, copy.run.here, copy.of.document.path, copy.run.there)):
        if not any(map(copy.overlaps, kept)):
            kept.append(copy)
    return kept


def _problem(text: _Text, copy: _Copy) -> Problem:
    document, run, other = text.document, copy.run, copy.of.document
    plain, others = (without_markup(each.body) for each in (document, other))
    own = spans(fold(plain), document.lang)[run.here : run.here + run.length]
    line, column = place(plain, own[0][0])
    other_line = other.body_line + place(others, spans(fold(others), other.lang)[run.there][0])[0]
    where = f"on line {other_line}" if other is document else f"at {other.path}:{other_line}"
    words = " ".join(plain[own[0][0] : own[-1][1]].split())
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    message = f'{run.length} {measure(document.lang).name} stand {where} too: "{shown}"'
    hint = "say it in other words, or say it once and link there"
    return Problem(document.path, document.body_line + line, column + 1, "copied-text", message, hint)
