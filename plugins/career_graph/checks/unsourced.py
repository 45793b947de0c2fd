"""Every figure in prose rests on a source or on a fact, or says that it is the editors' own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache

from ..content import Content
from ..figures import MARKS, Figure, amount, amounts_in
from ..languages import choose
from ..model import Bilingual, Fee, Kind, Measure, PassRate, Ref, Statistic, StudyHours
from ..problems import Problem
from ..prose import ID_LINK, ID_SCHEMES, Prose
from ..schema import SECTIONS, Document

SIZES = frozenset(amount(people, "people") for people in (10, 50, 100))
"""The sizes by which the guide tells companies apart; in the section on company size they need no source."""

_UNITS = {
    Measure.ANNUAL_WAGE: (10_000, "yen"),
    Measure.OFFERED_WAGE: (10_000, "yen"),
    Measure.OPENINGS: (1, "times"),
    Measure.HOURS: (1, "hours"),
    Measure.WORKERS: (1, "people"),
}
"""What one unit of a statistic is as an amount; ages and scores are none."""


def check_figures(content: Content, proses: Mapping[tuple[Ref, str], Prose]) -> Iterator[Problem]:
    """Each figure has a source behind it, or stands in the header of its page or of one that its statement links to.

    Single pages are not looked at: they explain the guide itself.
    """

    @cache
    def facts(ref: Ref, lang: str) -> frozenset[str]:
        record = content.records.get(ref)
        return frozenset(_amounts(record.facts, lang)) if record else frozenset()

    for record in content.records.values():
        for document in record.documents.values() if record.ref.kind is not Kind.PAGE else ():
            for figure in proses[record.ref, document.lang].figures:
                refs = (record.ref, *_linked(figure))
                unknown = set(figure.amounts) - (SIZES if figure.section == _size_section(document) else set())
                for ref in refs if unknown else ():
                    unknown -= facts(ref, document.lang)
                if unknown and not any(map(content.is_broken, refs)):
                    yield _problem(document, figure)


def _problem(document: Document, figure: Figure) -> Problem:
    marks = " / ".join(MARKS[document.lang])
    hint = f"put [{'出典' if document.lang == 'ja' else 'source'}](source:key) behind it, or one of: {marks}"
    place = document.body_line + figure.line, figure.column + 1
    return Problem(document.path, *place, "unsourced-figure", f'nothing says where "{figure.words}" is from', hint)


def _linked(figure: Figure) -> Iterator[Ref]:
    for link in figure.links:
        match = ID_LINK.fullmatch(link)
        if match and match["kind"] in ID_SCHEMES:
            yield Ref(Kind(match["kind"]), match["id"])


def _size_section(document: Document) -> str | None:
    """The section on company size as its title is folded in figures; None where pages of the kind have none."""
    rules = SECTIONS.get(document.ref.kind, ())
    return next((choose(rule.title, document.lang).lower() for rule in rules if rule.id == "company-size"), None)


def _amounts(value: object, lang: str) -> Iterator[str]:
    """Every amount that the facts of an entity hold, in values with a unit and in words."""
    match value:
        case Bilingual():
            yield from amounts_in(choose(value, lang), lang)
        case Fee():
            yield amount(value.value, "yen")
        case PassRate():
            yield amount(value.value, "percent")
            yield from _amounts(value.sitting, lang)
        case StudyHours():
            yield from (amount(hours, "hours") for hours in (value.min, value.max))
        case Statistic() if value.measure in _UNITS:
            factor, unit = _UNITS[value.measure]
            yield amount(value.value * factor, unit)
        case tuple():
            for item in value:
                yield from _amounts(item, lang)
        case _ if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield from _amounts(getattr(value, field.name), lang)
