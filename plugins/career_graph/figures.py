"""Figures in prose: money, shares, hours, heads; and whether the statement they stand in names a source for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .passages import CITATION, Passage, fold, place, read_passages

MARKS = {"ja": ("編集部の目安", "たとえば", "（例）"), "en": ("our rule of thumb", "for example", "(example)")}
"""Words by which a statement says that its figures are the editors' own, or made up to show something."""

_MARK = {
    "ja": re.compile(r"編集部の|たとえ(?:ば|です)|例えば|この例|例(?=[:)]|です\))"),
    "en": re.compile(r"\bexample\b|\bfor instance\b|\bour (?:rule of thumb|estimate|sum)\b"),
}
"""The same with their variants, as they read when folded."""


@dataclass(frozen=True)
class Figure:
    """A figure with no source behind it in its statement: as written, where (from 0), its amounts, and what the statement links to."""

    words: str
    line: int
    column: int
    section: str
    amounts: tuple[str, ...]
    links: tuple[str, ...]


def read_figures(text: str, plain: str, lang: str) -> tuple[Figure, ...]:
    """The figures of a Markdown text for which no source stands behind them in the same statement, and no mark of an example.

    `plain` is the text without its markup, folded. A statement is a list item, a table row, or else a sentence with the references
    that stand behind its full stop.
    """
    return tuple(figure for passage in read_passages(plain) for figure in _unsourced(text, plain, passage, lang))


def amounts_in(text: str, lang: str) -> Iterator[str]:
    """The amounts that a text names, such as "5500 yen" or "36.2 percent"; of a range both ends."""
    for _, amounts in _figures(fold(text), lang, 0, len(text)):
        yield from amounts


def amount(value: float, unit: str) -> str:
    """The one spelling of an amount; units are yen, percent, times, hours, people, or none."""
    return f"{value:.15g} {unit}".strip()


# ---------------------------------------------------------------- statements


def _unsourced(text: str, plain: str, passage: Passage, lang: str) -> Iterator[Figure]:
    found = list(_figures(plain, lang, passage.start, passage.end))
    for start, end in _statements(plain, passage, lang) if found else ():
        if _MARK[lang].search(plain, start, end):
            continue
        links = [(match.start(), match[1]) for match in _ADDRESS.finditer(text, start, end)]
        cited = max((at for at, address in links if address.startswith(CITATION)), default=start)
        targets = tuple(address for _, address in links if not address.startswith(CITATION))
        for match, amounts in found:
            if cited <= match.start() < end:
                words = " ".join(text[match.start() : match.end()].split())
                yield Figure(words, *place(text, match.start()), passage.section, amounts, targets)


def _statements(plain: str, passage: Passage, lang: str) -> Iterator[tuple[int, int]]:
    starts = [match.start() for match in _ITEM.finditer(plain, passage.start, passage.end)]
    prose_end = starts[0] if starts else passage.end
    yield from (match.span() for match in _SENTENCE[lang].finditer(plain, passage.start, prose_end))
    yield from pairwise([*starts, passage.end])


_ADDRESS = re.compile(r"\]\(([^)\s]*)\)")
_ITEM = re.compile(r"^[ \t]*(?:\||(?:[-*+]|\d+\.)[ \t])", re.M)
_SENTENCE = {
    "ja": re.compile(r"(?:「[^「」]*」|\([^()]*\)|[^。!?])+(?:[。!?]+[」)]*\s*)?"),
    "en": re.compile(r"(?:[^.!?]|[.!?](?![.!?\"”')*]*(?:\s|\Z)))+(?:[.!?]+[\"”')*]*\s*)?"),
}

# ---------------------------------------------------------------- figures


def _figures(plain: str, lang: str, start: int, end: int) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    for match in _FIGURE[lang].finditer(plain, start, end):
        if amounts := tuple(_amounts(match.groupdict())):
            yield match, amounts


def _amounts(groups: dict[str, str | None]) -> Iterator[str]:
    """The amounts of a figure; none where it is a bare number."""
    if (part := groups.get("part")) and (whole := groups.get("whole")):
        yield amount(round(100 * _value(part) / _value(whole), 1), "percent")
        return
    low, high = groups["low"] or "", groups["high"]
    unit = groups["unit"] or groups.get("sign")
    scale = _SCALE.search(high or low)
    if not unit and not scale:
        return
    factor = 10 if unit == "割" else 1
    if high:
        shared = _SCALES[scale[0]] if scale and not _SCALE.search(low) else 1
        yield amount(_value(low) * factor * shared, _UNITS[unit or ""])
    yield amount(_value(high or low) * factor, _UNITS[unit or ""])


def _value(words: str) -> float:
    """The number that words such as 24万5,462 or 3.5 million or seven stand for."""
    if words in _NUMERALS:
        return _NUMERALS[words]
    return sum(float(number.replace(",", "")) * _SCALES.get(scale, 1) for number, scale in _PARTS.findall(words))


_SCALES = {"千": 1e3, "万": 1e4, "億": 1e8, "兆": 1e12, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_HEADS = ("people", "persons", "employees", "workers", "staff", "men", "women")
_WRITTEN = {
    "yen": ("円", "¥", "yen"),
    "percent": ("%", "パーセント", "割", "percent"),
    "times": ("倍",),
    "hours": ("時間", "hour", "hours"),
    "people": ("人", "名", *_HEADS),
    "": ("",),
}
"""How each unit is written."""

_UNITS = {word: unit for unit, words in _WRITTEN.items() for word in words}
_KANJI = "一二三四五六七八九"
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMERALS = {word: float(value) for words in (_KANJI, _WORDS) for value, word in enumerate(words, 1)}

_PLAIN = r"\d+(?:,\d{3})*(?:\.\d+)?"
_JA = rf"(?:{_PLAIN}[千万億兆])*{_PLAIN}[千万億兆]?|[{_KANJI}](?=[割倍])"
_EN = rf"{_PLAIN}(?:\s?(?:thousand|million|billion)\b)?|(?:{'|'.join(_WORDS)})(?=[\s-]percent)"
_SHARE = rf"(?:{'|'.join(_WORDS)}|[1-9]\d?)"
_SCALE = re.compile("|".join(_SCALES))
_PARTS = re.compile(rf"({_PLAIN})\s?({_SCALE.pattern})?")
_FIGURE = {
    "ja": re.compile(
        rf"(?<![\d.,])(?P<low>{_JA})(?:[人円%割]?(?:[~〜–−-]|から)(?P<high>{_JA}))?"
        r" ?(?P<unit>円|%|パーセント|割(?![りる])|倍|時間(?![外帯])|人(?![事材間物])|名(?![前称詞]))?"
    ),
    "en": re.compile(
        rf"(?<![\w.,])(?:(?P<part>{_SHARE})\s(?:in|out\sof)\s(?P<whole>{_SHARE})\b"
        rf"|(?:(?P<sign>¥)\s?)?(?P<low>{_EN})(?:\s?(?:to|[–−-])\s?¥?(?P<high>{_EN}))?"
        rf"(?:[\s-]?(?P<unit>yen|%|percent|hours?|{'|'.join(_HEADS)})(?!\w))?)"
    ),
}
