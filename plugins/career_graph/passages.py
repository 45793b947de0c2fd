"""Markdown source cut into passages: the text that stands between blank lines and headings. Every letter keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CITATION = "source:"
"""How the address of a source begins."""

_CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]*`", re.S)
_MARKUP = re.compile(r"!?\[(?P<words>[^\]\n]*)\]\((?P<address>[^)\n]*)\)|\{[^}\n]*\}|</?[a-z][^>\n]*>", re.I)
_PASSAGE = re.compile(r"^##(?!#)[ \t]*(?P<title>[^\n{]*)|(?P<passage>(?:^(?!#)[^\n]*\S[^\n]*(?:\n|\Z))+)", re.M)
_WIDE = re.compile("[！-～’]")
_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(ord("！"), ord("～") + 1)} | {"’": "'"}


@dataclass(frozen=True)
class Passage:
    """A paragraph, list or table: where it begins and ends, and the title of the section it stands in."""

    start: int
    end: int
    section: str


def read_passages(text: str) -> Iterator[Passage]:
    """The passages of a text, in order."""
    section = ""
    for match in _PASSAGE.finditer(text):
        if match["passage"] is None:
            section = match["title"].strip()
        else:
            yield Passage(match.start(), match.end(), section)


def without_code(text: str) -> str:
    """The text with spaces in place of code."""
    return _CODE.sub(lambda match: re.sub(r"\S", " ", match[0]), text)


def without_markup(text: str) -> str:
    """What is read of a text: spaces in place of code, addresses, attributes, tags, and of references to a source with their words."""
    return _MARKUP.sub(_words, without_code(text))


def fold(text: str) -> str:
    """The text with wide letters made narrow and capitals small."""
    return _WIDE.sub(lambda match: _NARROW[match[0]], text).replace("İ", "I").lower()


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 0."""
    return text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1


def _words(match: re.Match[str]) -> str:
    if match["words"] is None or match["address"].startswith(CITATION):
        return " " * len(match[0])
    before = match.start("words") - match.start()
    return (" " * before + match["words"]).ljust(len(match[0]))
