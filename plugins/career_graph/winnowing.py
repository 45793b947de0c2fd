"""Fingerprints of a text, by which long runs that it shares with others are found without comparing every two texts.

After Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (SIGMOD 2003). A shingle is a few
units in a row. In each window of a few shingles in a row one is kept, hashed, with its place: the one with the greatest first unit,
the last of equals. Which one it is depends on the window alone, so each run of `Measure.run` units that two texts share leaves a
fingerprint in both, and only texts that share one need a closer look. Time and space are linear in the text. (The paper keeps the
least hash; the order of first units keeps as few, 1 of 7 letters, and only what is kept needs hashing.)
"""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .passages import read_passages

_BREAK = "\n"
"""The unit before and after each passage; no run reaches across it."""

_STANDS_FOR_WORDS = 0x10000, 0x100000
"""First character that stands for a word, and how many there are. Two words rarely share one, sixteen in a row never."""


@dataclass(frozen=True)
class Measure:
    """What counts as a unit in a language, how many in a row are too many to share, and how many make a shingle.

    On the first 810 kB of the guide 20 letters in a row were shared by 137 pairs of passages, mostly stock phrases and names of
    tests; 30 by 19, all of them sentences taken over; 40 by 8. Of words 10 were shared by 197, 16 by 28, 20 by 10.
    """

    name: str
    passed_over: re.Pattern[str]
    unit: re.Pattern[str]
    units: Callable[[str], str]
    run: int
    shingle: int

    @property
    def window(self) -> int:
        """Of so many shingles in a row one is kept: w = t - k + 1 in the paper."""
        return self.run - self.shingle + 1


@dataclass(frozen=True)
class Trace:
    """A text as units alone, and its fingerprints: hashes of shingles, and where among the units each of them begins.

    Each unit is one character: a letter of Japanese is itself, a word of English a character that stands for it.
    """

    units: str = _BREAK
    hashes: tuple[int, ...] = ()
    places: tuple[int, ...] = ()


@dataclass(frozen=True)
class Run:
    """Units in a row that two texts share: where they begin in the one and in the other, and how many they are."""

    here: int
    there: int
    length: int


def measure(lang: str) -> Measure:
    """How a language is measured."""
    return _IN_LETTERS if lang == "ja" else _IN_WORDS


def read_trace(plain: str, lang: str) -> Trace:
    """What is left of a folded text without its markup when punctuation, spaces and numbers of items are passed over too."""
    rule = measure(lang)
    text = _passing_over(plain, rule)
    units = _BREAK.join(("", *(rule.units(text[passage.start : passage.end]) for passage in read_passages(text)), ""))
    places = tuple(_winnowed(units, rule))
    return Trace(units, tuple(zlib.crc32(units[place : place + rule.shingle].encode()) for place in places), places)


def spans(plain: str, lang: str) -> list[tuple[int, int]]:
    """Where each unit of a folded text without its markup begins and ends in it."""
    rule = measure(lang)
    text = _passing_over(plain, rule)
    found = [(0, 0)]
    for passage in read_passages(text):
        found += [match.span() for match in rule.unit.finditer(text, passage.start, passage.end)]
        found.append((passage.end, passage.end))
    return found


def run_around(units: str, place: int, others: str, other_place: int) -> Run:
    """The longest run that holds a place of one text and a place of another."""
    before, after = 0, 0
    while units[place - before - 1] == others[other_place - before - 1] != _BREAK:
        before += 1
    while units[place + after] == others[other_place + after] != _BREAK:
        after += 1
    return Run(place - before, other_place - before, before + after)


def _winnowed(units: str, rule: Measure) -> Iterator[int]:
    start = 1
    for passage in units.split(_BREAK)[1:-1]:
        if len(passage) >= rule.run:
            yield from (start + kept for kept in _greatest(passage[: len(passage) - rule.shingle + 1], rule.window))
        start += len(passage) + 1


def _greatest(units: str, window: int) -> Iterator[int]:
    """Where the last of the greatest units of each window stands; each place once."""
    kept = units[:window].rindex(max(units[:window]))
    yield kept
    while coming := units[kept + 1 : kept + 1 + window]:
        greatest = max(coming)
        if greatest >= units[kept]:
            least, kept = units[kept], kept + 1
            while units[kept] < least:
                kept += 1
        elif len(coming) == window:
            kept += 1 + coming.rindex(greatest)
        else:
            return
        yield kept


def _passing_over(plain: str, rule: Measure) -> str:
    return rule.passed_over.sub(lambda match: " " * len(match[0]), plain)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _stand_ins(text: str) -> str:
    return "".join(map(_stand_in, _WORD.findall(text)))


@functools.cache
def _stand_in(word: str) -> str:
    first, count = _STANDS_FOR_WORDS
    return chr(first + zlib.crc32(word.encode()) % count)


_NO_LETTERS = re.compile(r"[\W_]+")
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+(?:[.,'][^\W_]+)*")
_NUMBER_OF_ITEM = r"^[ \t]*\d+\.(?=[ \t])"
_GLOSS = r"\([^()\n]*[\u3041-\u9fff][^()\n]*\)"
"""A Japanese name in brackets, which every English page spells alike."""

_IN_LETTERS = Measure("letters", re.compile(_NUMBER_OF_ITEM, re.M), _LETTER, _letters, 30, 20)
_IN_WORDS = Measure("words", re.compile(f"{_NUMBER_OF_ITEM}|{_GLOSS}", re.M), _WORD, _stand_ins, 16, 10)
