"""Markdown to safe HTML, cut into sections, with every link and image named. Cached under a hash of the text."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import re
import sqlite3
import unicodedata
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import markdown
import nh3
from markdown.extensions.toc import TocExtension

WEB_SCHEMES = {"https", "http", "mailto"}
ID_LINK = re.compile(r"(?P<kind>[a-z]+):(?P<id>[a-z0-9][a-z0-9-]*)(?:#(?P<fragment>[^\s\"]+))?")
"""A link to something in the guide by its id: role:accounting, certification:nissho-boki#2, source:jobtag-ipd."""

ID_SCHEMES = {"role", "skill", "certification", "transition", "guide", "page", "source"}

_PLAIN_TAGS = "p em strong code pre ul ol li blockquote hr br dl dt dd table thead tbody tr ruby rt rp kbd small sub sup wbr".split()

_ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in _PLAIN_TAGS},
    **{tag: {"id"} for tag in ("h1", "h2", "h3", "h4", "h5", "h6")},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "span": {"lang"},
    "th": {"style", "scope"},
    "td": {"style"},
}
"""Tags that may stand in prose, whether Markdown makes them or an editor writes them, and their attributes."""

_H2 = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.S)
_CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]*`", re.S)


@dataclass(frozen=True)
class Finding:
    """A problem of the text: its code and words, and the piece of source text that shows where it is."""

    code: str
    message: str
    hint: str
    needle: str


@dataclass(frozen=True)
class Section:
    """A section of prose below a second-level heading."""

    id: str
    title: str
    html: str


@dataclass(frozen=True)
class Prose:
    """Prose as HTML. Id links still read `href="role:accounting"`; they become addresses when a page is made."""

    intro: str
    sections: tuple[Section, ...]
    links: tuple[str, ...]
    images: tuple[str, ...]
    anchors: tuple[str, ...]
    findings: tuple[Finding, ...]


class Renderer:
    """Renders Markdown with one parser for all files, and remembers what it rendered."""

    def __init__(self, cache: Cache | None = None) -> None:
        self.rendered = 0
        self._cache = cache
        self._markdown = markdown.Markdown(
            extensions=["tables", "def_list", "sane_lists", "attr_list", "fenced_code", TocExtension(slugify=_slugify)]
        )

    def render(self, text: str) -> Prose:
        """The prose of a Markdown text; from the cache where the same text was rendered before."""
        key = hashlib.sha256(_VERSION + text.encode()).hexdigest()
        if self._cache and (found := self._cache.get(key)):
            return _from_json(found)
        prose = self._render(text)
        if self._cache:
            self._cache.put(key, json.dumps(asdict(prose), ensure_ascii=False))
        return prose

    def _render(self, text: str) -> Prose:
        self.rendered += 1
        html = self._markdown.reset().convert(text)
        reader = _Reader()
        reader.feed(html)
        reader.close()
        intro, *rest = _H2.split(_clean(html))
        sections = tuple(Section(*part) for part in zip(rest[::3], rest[1::3], map(str.strip, rest[2::3]), strict=True))
        return Prose(intro.strip(), sections, tuple(reader.links), tuple(reader.images), tuple(reader.anchors), tuple(reader.findings))


class Cache(Protocol):
    """Keeps text under a key."""

    def get(self, key: str) -> str | None:
        """The text under the key, if any."""

    def put(self, key: str, value: str) -> None:
        """Keep the text under the key."""


class DiskCache:
    """A cache in one SQLite file. An unreadable file is started afresh: it holds nothing that cannot be made again."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = self._open(file)
        except sqlite3.DatabaseError:
            file.unlink()
            self._connection = self._open(file)

    def get(self, key: str) -> str | None:
        """The text under the key, if any."""
        row = self._connection.execute("SELECT value FROM prose WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def put(self, key: str, value: str) -> None:
        """Keep the text under the key until `close`."""
        self._connection.execute("INSERT OR REPLACE INTO prose VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Write everything to disk."""
        self._connection.commit()
        self._connection.close()

    @staticmethod
    def _open(file: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(file)
        connection.execute("CREATE TABLE IF NOT EXISTS prose (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        return connection


def locate(text: str, needle: str, occurrence: int = 0) -> tuple[int, int]:
    """Line and column, from 0, where the needle stands outside code for the nth time; (0, 0) if nowhere."""
    blanked = _CODE.sub(lambda match: re.sub(r"\S", " ", match[0]), text).casefold()
    index = -1
    for _ in range(occurrence + 1):
        found = blanked.find(needle.casefold(), index + 1)
        if found < 0:
            break
        index = found
    if index < 0:
        return 0, 0
    return text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1


def is_id_link(href: str) -> bool:
    """Whether a link names something in the guide by its id."""
    return urlsplit(href).scheme in ID_SCHEMES


class _Reader(HTMLParser):
    """Names links, images and anchors of rendered HTML, and finds what may not stand in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.images: list[str] = []
        self.anchors: list[str] = []
        self.findings: list[Finding] = []
        self._depth = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = _ALLOWED.get(tag)
        if allowed is None:
            self._report("unsafe-html", f"<{tag}> may not stand in prose", "write it in Markdown", f"<{tag}")
            return
        for name, value in attrs:
            if name not in allowed:
                self._report("unsafe-html", f'the attribute "{name}" of <{tag}> may not stand in prose', "delete it", name)
            self._read_attribute(tag, name, (value or "").strip())
        if tag == "img":
            self._check_alt(dict(attrs))
        if re.fullmatch(r"h[1-6]", tag):
            self._check_depth(int(tag[1]))

    def handle_comment(self, data: str) -> None:
        self._report("unsafe-html", "comments would be published", "delete the comment", f"<!--{data[:20]}")

    def handle_decl(self, decl: str) -> None:
        self._report("unsafe-html", f"<!{decl}> may not stand in prose", "delete it", f"<!{decl[:20]}")

    def handle_pi(self, data: str) -> None:
        self._report("unsafe-html", f"<?{data}> may not stand in prose", "delete it", f"<?{data[:20]}")

    def _read_attribute(self, tag: str, name: str, value: str) -> None:
        if (tag, name) == ("a", "href"):
            self.links.append(value)
            self._check_scheme(value, WEB_SCHEMES | ID_SCHEMES)
        elif (tag, name) == ("img", "src"):
            self.images.append(value)
            self._check_scheme(value, set())
        elif name == "id":
            self.anchors.append(value)

    def _check_scheme(self, address: str, allowed: set[str]) -> None:
        scheme = re.match(r"[\x00-\x20]*([a-z][a-z0-9+.\-\s]*):", address, re.I)
        if scheme and scheme[1].lower() not in allowed:
            hint = f"one of: {', '.join(sorted(allowed))}" if allowed else "put the image into content/images/"
            self._report("unsafe-link", f'an address may not begin with "{scheme[1]}:"', hint, address[:40])
        elif address.startswith("//"):
            self._report("unsafe-link", f'"{address}" has no scheme', "begin with https://", address)

    def _check_alt(self, attrs: dict[str, str | None]) -> None:
        if not (attrs.get("alt") or "").strip():
            source = attrs.get("src") or ""
            self._report("bad-image", f'the image "{source}" has no alternative text', "write ![what it shows](address)", source)

    def _check_depth(self, depth: int) -> None:
        if depth == 1:
            self._report("bad-heading", "the title is the only heading of level 1", "write ## for a section", "# ")
        elif depth > self._depth + 1:
            marks = "#" * depth
            self._report(
                "bad-heading", f"a heading of level {depth} follows one of level {self._depth}", "go down one level at a time", f"{marks} "
            )
        self._depth = depth

    def _report(self, code: str, message: str, hint: str, needle: str) -> None:
        self.findings.append(Finding(code, message, hint, needle))


def _clean(html: str) -> str:
    """The second lock: what the reader reports never gets written, and what it might miss is taken out here."""
    return nh3.clean(
        html,
        tags=set(_ALLOWED),
        attributes={tag: names for tag, names in _ALLOWED.items() if names},
        url_schemes=WEB_SCHEMES | ID_SCHEMES,
        filter_style_properties={"text-align"},
        link_rel=None,
    )


def _slugify(value: str, separator: str) -> str:
    words = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFKC", value)).strip().lower()
    return re.sub(r"[\s_-]+", separator, words)


def _from_json(text: str) -> Prose:
    data = json.loads(text)
    links, images, anchors = (tuple(data[name]) for name in ("links", "images", "anchors"))
    sections = tuple(Section(**section) for section in data["sections"])
    return Prose(data["intro"], sections, links, images, anchors, tuple(Finding(**finding) for finding in data["findings"]))


def _version() -> bytes:
    versions = " ".join(importlib.metadata.version(package) for package in ("markdown", "nh3"))
    return versions.encode() + hashlib.sha256(Path(__file__).read_bytes()).digest()


_VERSION = _version()
