"""All names of everything in the guide as one table, and where they stand in a text.

One compiled alternation, a prefix tree of all names, goes over the text once; the longest name at a place wins. Names are
compared folded (full width, capitals, macrons, hyphens and line ends fall together), letter for letter, so that places in the
folded text are places in the text.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from ..model import Ref
from .boundaries import AFTER, BEFORE, stands_alone

_WIDE = {code: code - 0xFEE0 for code in range(ord("！"), ord("～") + 1)}
_MACRONS = str.maketrans("āīūēōĀĪŪĒŌ", "aiueoAIUEO")
_SPACES = dict.fromkeys(map(ord, "-－\u2010\u2011\n\u00a0\u3000"), ord(" "))
_WRITTEN = _WIDE | _MACRONS | _SPACES | {ord("･"): ord("・"), ord("’"): ord("'")}
_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_FOLDED = _SMALL | {code: _SMALL.get(letter, letter) for code, letter in _WRITTEN.items()}
_PLURAL = re.compile(r"e?s(?![a-z0-9])")
_ENDS_IN_Y = re.compile(r"[a-z][^aeiou\W]y$")
_IS_PLURAL = re.compile(r"[a-z]{3}[^isu\W]s$")
_SCRIPT_CHANGE = re.compile(r"(?<=[A-Za-z0-9])(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])(?=[A-Za-z0-9])")
_NOTHING = re.compile("(?!)")

_Node: TypeAlias = "dict[str, _Node]"
"""A prefix tree: what follows each letter; the empty letter where a name ends."""


class Claim(NamedTuple):
    """A name as written, and what bears it; or a text in which its names mean something else (`not_within`)."""

    name: str
    ref: Ref
    is_name: bool = True


class Place(NamedTuple):
    """Where a text speaks of something: text[start:end] is a name of it."""

    start: int
    end: int
    ref: Ref


class Folded(NamedTuple):
    """A text, and the same letter for letter with spellings that make no difference between names made one."""

    text: str
    small: str


class _Bearer(NamedTuple):
    """What bears a name, and the name as written where its capitals matter."""

    ref: Ref
    written: str
    is_name: bool


class Names:
    """Finds names in text. Texts are HTML, so names are compared with `&` as `&amp;`."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._bearers: dict[str, list[_Bearer]] = {}
        for claim in claims:
            name = html.escape(claim.name, quote=False)
            for form in _forms(name) if claim.is_name else (name,):
                written = form.translate(_WRITTEN) if _has_capitals(form) else ""
                self._bearers.setdefault(folded(form).small, []).append(
                    _Bearer(claim.ref, written if claim.is_name else form, claim.is_name)
                )
        names = (name for name, bearers in self._bearers.items() if any(bearer.is_name for bearer in bearers))
        self._words = {*BEFORE, *AFTER, *names}
        self._pattern = re.compile(_alternation(self._bearers)) if self._bearers else _NOTHING
        self._lengths = sorted({len(name) for name in self._bearers}, reverse=True)
        self._is_made_of_names = functools.cache(self._made_of_names)

    def find(self, text: Folded, start: int, end: int) -> Iterator[Place]:
        """The mentions between two places of a text, from left to right; they do not overlap."""
        while found := self._pattern.search(text.small, start, end):
            start, ref = self._longest(text, found.start(), found.end())
            if ref is not None:
                yield Place(found.start(), start, ref)

    def _longest(self, text: Folded, start: int, longest: int) -> tuple[int, Ref | None]:
        """The end of the longest name that is a word of its own at `start`, and what it names; the next letter where none is."""
        for end in (start + length for length in self._lengths if start + length <= longest):
            bearers = [bearer for bearer in self._bearers.get(text.small[start:end], ()) if _is_written(text.text[start:end], bearer)]
            barred = {bearer.ref for bearer in bearers if not bearer.is_name}
            for bearer in bearers:
                last = _with_plural(text.small, end)
                if bearer.ref not in barred and stands_alone(text.small, start, last, self._is_made_of_names):
                    return last, bearer.ref
            if barred:
                return end, None
        return start + 1, None

    def _made_of_names(self, piece: str) -> bool:
        """Whether a piece of a run of kanji is nothing but names and words that may stand beside one."""
        heads = (piece[:length] for length in range(1, len(piece) + 1))
        return not piece or any(head in self._words and self._is_made_of_names(piece[len(head) :]) for head in heads)


def folded(text: str) -> Folded:
    """The text with its folded form: in one width, with plain spaces, no macrons and small letters."""
    return Folded(text, text.translate(_FOLDED))


def _forms(name: str) -> Iterator[str]:
    """A name; with a space between scripts (DX 推進); in the plural that does not only add letters; a plural in the singular."""
    yield from {name, _SCRIPT_CHANGE.sub(" ", name)}
    if _ENDS_IN_Y.search(name):
        yield name[:-1] + "ies"
    if _IS_PLURAL.search(name):
        yield name[:-1]


def _with_plural(text: str, end: int) -> int:
    """The end of the name with its plural, after a Latin letter."""
    found = _PLURAL.match(text, end) if text[end - 1].isascii() and text[end - 1].isalpha() else None
    return found.end() if found else end


def _has_capitals(name: str) -> bool:
    """Whether a word of a name has capitals that it keeps (IT, ChatGPT). A first capital alone makes no difference."""
    return any(word[1:] != word[1:].translate(_SMALL) for word in name.split(" "))


def _is_written(text: str, bearer: _Bearer) -> bool:
    """Whether the text has the capitals that the name keeps; a text that is no name must be written just so."""
    if not bearer.is_name:
        return text == bearer.written
    pairs = zip(bearer.written.split(" "), text.translate(_WRITTEN).split(" "), strict=False)
    return all(word == other for word, other in pairs if _has_capitals(word))


def _alternation(names: Iterable[str]) -> str:
    """A pattern that matches the longest of the names at a place.

    A prefix tree, so that no letter is tried twice; behind a look at the first letter, so that most places are left at once;
    and names in Latin letters only where a word begins.
    """
    latin = [name for name in names if name[0].isascii()]
    other = [name for name in names if not name[0].isascii()]
    parts = [(r"(?<![a-z0-9])", latin), ("", other)]
    return "|".join(f"{before}(?=[{_first_letters(group)}]){_tree(group)}" for before, group in parts if group)


def _first_letters(names: Iterable[str]) -> str:
    return "".join(map(re.escape, sorted({name[0] for name in names})))


def _tree(names: Iterable[str]) -> str:
    root: _Node = {}
    for name in names:
        node = root
        for letter in name:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: _Node) -> str:
    branches = [re.escape(letter) + _pattern(below) for letter, below in sorted(node.items()) if letter]
    if not branches:
        return ""
    group = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{group}?" if "" in node else group
