"""What a query finds and in which order. theme/static/js/search.js holds the same rule for browsers; tests compare the two."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

EXACT, PREFIX, INSIDE, TEXT = 400, 300, 200, 100
"""Worth of a term that is a name, begins one, stands in one, stands in the rest of what is known of an entry."""

LIKENESS = {2: 33, 3: 40}
"""Where a term as a whole stands nowhere: percent of its parts that an entry must hold, by the length of the parts."""

_ACCENTS = re.compile(r"[\u0300-\u036f]")
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_BREAKS = re.compile(r"[\W_ー]+")
_NEEDLESS_SPACE = re.compile(r"(?<![a-z0-9]) | (?![a-z0-9])")
_NUMERAL = re.compile(r"(一|二|三|四|五|iii|ii|iv|i)(?=級|種)")
_DIGITS = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "i": "1", "ii": "2", "iii": "3", "iv": "4"}
_KANJI = re.compile("[々一-鿿]")
_PARTICLES = re.compile(r"(?<=[^ぁ-ゖ ])(?:の|を|に|へ|が|は|で|と|や|も|な|から|まで|より|する|なる|いう|ため|つい|て)+(?![ぁ-ゖ])")
_SMALL_WORDS = frozenset("a an and as at become by do for from how i in is my of on or the to what with".split())


@dataclass(frozen=True)
class Entry:
    """What can be found. `names` are folded, the title's first; `words` are folded and say what else it is found by."""

    kind: str
    title: str
    url: str
    summary: str
    stations: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]

    @functools.cached_property
    def text(self) -> str:
        """All it is found by, one thing a line."""
        return "\n".join((*self.names, *self.words, fold(self.summary)))


def fold(text: str) -> str:
    """The text with spellings that readers do not tell apart made one.

    Width, case, accents, katakana and hiragana fall together; a long-vowel mark and all that is no letter or digit is dropped,
    but one space stays between Latin words; numerals before 級 and 種 become digits (三級, Ⅱ種).
    """
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text))).lower().translate(_HIRAGANA)
    spaced = _NEEDLESS_SPACE.sub("", _BREAKS.sub(" ", plain))
    return _NUMERAL.sub(lambda match: _DIGITS[match[0]], spaced)


def query_terms(query: str) -> list[str]:
    """The folded terms of a query: cut at spaces and at particles after Japanese words, without small English words."""
    words = _PARTICLES.sub(" ", unicodedata.normalize("NFKC", query)).split(" ")
    terms = dict.fromkeys(fold(word) for word in words)
    return [term for term in terms if term and term not in _SMALL_WORDS]


def search(entries: Sequence[Entry], query: str) -> list[Entry]:
    """The entries that a query finds, best first.

    A term is worth EXACT, PREFIX or INSIDE for an entry by its best name, else TEXT where it stands in the entry's text; in
    Latin letters it must begin a word. A term that is worth nothing anywhere is worth the percentage of its overlapping bigrams
    that the entry's text holds, from LIKENESS on; of its trigrams where it has no kanji, as two kana or letters say little.
    Found are the entries for which the most terms have a worth, and those that bear a term as a name. They are ordered by the
    number of such terms, then by the sum of their worths and that of the uncut query, then as they were given.
    """
    worths = [_worths(entries, term) for term in query_terms(query)]
    found = [tuple(filter(None, column)) for column in zip(*worths, strict=True)]
    most = max(map(len, found), default=0)
    whole = fold(query)
    ranked = [
        (-len(worth), -sum(worth) - _worth(entry, whole), place)
        for place, (entry, worth) in enumerate(zip(entries, found, strict=False))
        if worth and (len(worth) == most or EXACT in worth)
    ]
    return [entries[place] for _, _, place in sorted(ranked)]


def _worths(entries: Iterable[Entry], term: str) -> list[int]:
    """What a term is worth for each entry."""
    whole = [_worth(entry, term) for entry in entries]
    return whole if any(whole) else _likenesses(entries, term)


def _worth(entry: Entry, term: str) -> int:
    if not _holds(entry.text, term):
        return 0
    return max(TEXT, *(_worth_of_name(name, term) for name in entry.names))


def _worth_of_name(name: str, term: str) -> int:
    if name.startswith(term):
        return EXACT if name == term else PREFIX
    return INSIDE if _holds(name, term) else 0


def _holds(text: str, term: str) -> bool:
    """Whether the term stands in the text; one that begins with a Latin letter or a digit, at the beginning of a word."""
    place = text.find(term)
    while place > 0 and _is_latin(term[0]) and _is_latin(text[place - 1]):
        place = text.find(term, place + 1)
    return place >= 0


def _is_latin(letter: str) -> bool:
    return "a" <= letter <= "z" or "0" <= letter <= "9"


def _likenesses(entries: Iterable[Entry], term: str) -> list[int]:
    size = 2 if _KANJI.search(term) else 3
    parts = {term[place : place + size] for place in range(len(term) - size + 1)} if len(term) > size else {term}
    shares = [100 * sum(part in entry.text for part in parts) // len(parts) for entry in entries]
    return [share if share >= LIKENESS[size] else 0 for share in shares]
