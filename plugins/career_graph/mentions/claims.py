"""Which names everything in the guide bears: its words in both languages, the names of its grades, and what is none of it."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..content import Content, Record
from ..languages import LANGUAGES
from ..model import Certification, Grade, Kind, Ref, Words
from .names import Claim, folded

NAMED = (Kind.ROLE, Kind.SKILL, Kind.CERTIFICATION, Kind.TERM)
"""The kinds whose names in prose become links."""

_PARENTHESIS = re.compile(r"\s*[（(].*[）)]$")
_KANJI_DIGITS = str.maketrans("12345", "一二三四五")
_MAIN, _OTHER = 0, 1


class Bearer(NamedTuple):
    """Something that bears a name: as its title or label (0), or as one of its other names (1)."""

    rank: int
    ref: Ref


@dataclass(frozen=True)
class Claims:
    """Every name that leads somewhere; and the names that several things bear with equal right, which lead nowhere."""

    settled: tuple[Claim, ...]
    contested: Mapping[str, tuple[Ref, ...]]


def build_claims(content: Content) -> Claims:
    """Who bears which name, and what is none (`not_within`)."""
    named = [record for ref, record in content.records.items() if ref.kind in NAMED]
    bearers = {name: tuple(bearer.ref for bearer in rightful) for name, rightful in _by_name(named).items()}
    names = [Claim(name, refs[0]) for name, refs in bearers.items() if len(refs) == 1]
    phrases = ((phrase, record.ref) for record in named for words in _words(record) for phrase in words.not_within)
    others = [Claim(form, ref, False) for phrase, ref in phrases for form in _at_any_place(phrase)]
    return Claims((*names, *others), {name: refs for name, refs in bearers.items() if len(refs) > 1})


def _at_any_place(phrase: str) -> set[str]:
    """A phrase as it reads inside a sentence and at its beginning; a single word keeps its first letter, as word and Word may differ."""
    return {phrase, phrase[0].upper() + phrase[1:]} if " " in phrase else {phrase}


def _by_name(records: Iterable[Record]) -> dict[str, list[Bearer]]:
    """Each name as first written, with its rightful bearers: a title or label goes before other names."""
    spelling: dict[str, str] = {}
    bearers: dict[str, set[Bearer]] = defaultdict(set)
    for record in records:
        for name, bearer in _names_of(record):
            bearers[spelling.setdefault(folded(name).small, name)].add(bearer)
    return {name: _rightful(claimed) for name, claimed in bearers.items()}


def _rightful(bearers: set[Bearer]) -> list[Bearer]:
    first = min(bearer.rank for bearer in bearers)
    return sorted(bearer for bearer in bearers if bearer.rank == first)


def _names_of(record: Record) -> Iterator[tuple[str, Bearer]]:
    unlinked = {name for words in _words(record) for name in words.unlinked}
    for words in _words(record):
        main = {name for title in filter(None, (words.title, words.label)) for name in (title, _PARENTHESIS.sub("", title))}
        yield from ((name, Bearer(_MAIN, record.ref)) for name in main - unlinked)
        yield from ((name, Bearer(_OTHER, record.ref)) for name in {*words.alt_labels, *words.hidden_labels} - main - unlinked)
    if isinstance(record.facts, Certification) and len(record.facts.grades) > 1:
        for grade in record.facts.grades:
            ref = Ref(record.ref.kind, record.ref.id, grade.id)
            yield from ((name, Bearer(_MAIN, ref)) for name in _grade_names(record, grade))


def _grade_names(record: Record, grade: Grade) -> Iterator[str]:
    """The certification's names with the grade's: 簿記2級, 簿記の二級, 第一種衛生管理者, Nissho bookkeeping grade 2."""
    for lang, words in record_words(record).items():
        for name, own in itertools.product(dict.fromkeys(words.names), _grade_forms(getattr(grade.name, lang))):
            if lang == "ja":
                yield from (f"{name}{own}", f"{name} {own}", f"{name}の{own}", f"{own}{name}")
            else:
                yield from (f"{name} {own}", f"{own} {name}", f"{own} of {name}", f"{own} of the {name}")
                yield from (f"{name} {number}" for number in re.findall(r"\d+$", own))


def _grade_forms(name: str) -> Iterator[str]:
    """Ways to write a grade: Ⅱ種（ラインケアコース）, Ⅱ種, ラインケアコース, II種; 2級, 二級."""
    parts = {name, *filter(None, re.split(r"\s*[（(]|[）)]$", name))} if re.search("[（(]", name) else {name}
    for part in parts:
        yield from {part, unicodedata.normalize("NFKC", part), part.translate(_KANJI_DIGITS)}


def record_words(record: Record) -> Mapping[str, Words]:
    """An entity's words by language."""
    return {lang: record.documents[lang].words for lang in LANGUAGES if lang in record.documents}


def _words(record: Record) -> Iterable[Words]:
    return record_words(record).values()
