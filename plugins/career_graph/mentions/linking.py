"""Names in prose become links. One pass over HTML that is already clean; nothing but links is added.

Every part of a page under one heading may link a thing once, whether by an editor's link or by one made here. Links, headings,
code, quotations and the head of a table are left alone, and so is what an editor marks with the class `nolink`.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..model import Kind, Ref
from ..prose import NOLINK
from .claims import NAMED
from .names import Names, folded

_TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z0-9]+)(?:[^>"]|"[^"]*")*>')
_HEADING = re.compile(r"(?=<h[3-6]\b)")
_ANCHOR = re.compile(r'<h[3-6] id="(?P<id>[^"]+)"')
_KINDS = frozenset(kind.value for kind in NAMED)
_ID_LINK = re.compile(r'<a href="(?P<kind>[a-z]+):(?P<id>[a-z0-9-]+)(?:#(?P<fragment>[^"]+))?"')
_CLOSED = frozenset("a h1 h2 h3 h4 h5 h6 code pre kbd blockquote th dt rt".split())
_BLOCKS = frozenset("p li td th dd dt blockquote pre h3 h4 h5 h6 ul ol dl table tr".split())
_SENTENCE_ENDS = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+(?=[A-Z“\"(*])")
_VOID = frozenset("br hr img wbr".split())

SIDE = 120
"""Bytes shown of a long sentence on each side of the name: 40 kanji, or 120 letters."""

MARKED = ('<a class="mention" data-ref="{ref}" href="{ref}">', "</a>")
"""What stands before and after the words of a link made here. Its address becomes a real one with the page's other links."""


@dataclass(frozen=True)
class Mention:
    """A page speaks of something: where, and in which sentence."""

    ref: Ref
    section: str
    block: str
    """The paragraph, item or cell that it stands in, as HTML without its tags."""
    start: int
    end: int

    @property
    def sentence(self) -> tuple[str, str, str]:
        """The sentence that it stands in: what is before the name, the name, what is after it; long ones are cut."""
        breaks = [0, *(found.end() for found in _SENTENCE_ENDS.finditer(self.block)), len(self.block)]
        first = max(place for place in breaks if place <= self.start)
        last = min(place for place in breaks if place >= self.end)
        parts = self.block[first : self.start], self.block[self.start : self.end], self.block[self.end : last]
        before, name, after = map(html.unescape, parts)
        return _last(before.lstrip()), name, _first(after.rstrip())


def link_names(markup: str, section: str, names: Names, own: Collection[Ref], once: int) -> tuple[str, list[Mention]]:
    """The HTML of one section with its names linked, and all that it speaks of, in order.

    `own` are things that the page is about, which it never links; `once` is how often a thing may be linked under one heading.
    """
    parts, mentions = [], []
    for part in _HEADING.split(markup):
        anchor = _ANCHOR.match(part)
        linker = _Linker(part, anchor["id"] if anchor else section, names, own, once)
        parts.append(linker.link())
        mentions += linker.mentions
    return "".join(parts), mentions


class _Linker:
    """Links names in what stands under one heading."""

    def __init__(self, part: str, section: str, names: Names, own: Collection[Ref], once: int) -> None:
        self.mentions: list[Mention] = []
        self._part, self._section, self._names, self._own, self._once = part, section, names, own, once
        self._folded = folded(part)
        self._links = Counter(_entity(link) for link in _ID_LINK.finditer(part) if link["kind"] in _KINDS)
        self._open: list[bool] = []
        self._block = ""
        self._in_block: list[tuple[Ref, int, int]] = []
        self._editors_link: tuple[Ref, int] | None = None

    def link(self) -> str:
        """The part with its names linked."""
        pieces: list[str] = []
        done = 0
        for tag in _TAG.finditer(self._part):
            pieces += self._read_text(done, tag.start())
            self._read_tag(tag)
            pieces.append(tag[0])
            done = tag.end()
        pieces += self._read_text(done, len(self._part))
        self._end_block()
        return "".join(pieces)

    def _read_tag(self, tag: re.Match[str]) -> None:
        name = tag["name"]
        if tag["end"]:
            self._open.pop()
        elif name not in _VOID:
            self._open.append(name in _CLOSED or f'class="{NOLINK}"' in tag[0])
        if name == "a":
            self._read_editors_link(tag[0])
        if name in _BLOCKS:
            self._end_block()

    def _read_editors_link(self, tag: str) -> None:
        if self._editors_link:
            ref, start = self._editors_link
            self._in_block.append((ref, start, len(self._block)))
        link = _ID_LINK.match(tag)
        self._editors_link = (_entity(link), len(self._block)) if link and link["kind"] in _KINDS else None

    def _read_text(self, start: int, end: int) -> Iterator[str]:
        if start == end:
            return
        offset, done = len(self._block) - start, start
        for place in self._names.find(self._folded, start, end) if not any(self._open) else ():
            entity = Ref(place.ref.kind, place.ref.id)
            if entity in self._own or self._links[entity] >= self._once:
                continue
            self._links[entity] += 1
            self._in_block.append((entity, place.start + offset, place.end + offset))
            yield self._part[done : place.start] + MARKED[0].format(ref=place.ref) + self._part[place.start : place.end] + MARKED[1]
            done = place.end
        self._block += self._part[start:end]
        yield self._part[done:end]

    def _end_block(self) -> None:
        for ref, start, end in self._in_block:
            if ref not in self._own:
                self.mentions.append(Mention(ref, self._section, self._block, start, end))
        self._block, self._in_block = "", []


def _entity(link: re.Match[str]) -> Ref:
    return Ref(Kind(link["kind"]), link["id"])


def _first(text: str) -> str:
    cut = text.encode()[:SIDE].decode(errors="ignore")
    return cut if cut == text else f"{cut}…"


def _last(text: str) -> str:
    cut = text.encode()[-SIDE:].decode(errors="ignore")
    return cut if cut == text else f"…{cut}"
