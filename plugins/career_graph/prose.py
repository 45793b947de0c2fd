"""Markdown to safe HTML, cut into sections, with every link and image named. Cached under a hash of the text."""

from __future__ import annotations

import contextlib
import hashlib
import html
import importlib.metadata
import json
import re
import sqlite3
import unicodedata
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Protocol

import markdown
import nh3
from markdown.extensions.toc import TocExtension

from .figures import Figure, read_figures
from .languages import SOURCE_LANGUAGE
from .passages import fold, place, without_code, without_markup
from .winnowing import Trace, read_trace

WEB_SCHEMES = {"https", "http", "mailto"}
ID_LINK = re.compile(r"(?P<kind>[a-z]+):(?P<id>[a-z0-9][a-z0-9-]*)(?:#(?P<fragment>[^\s\"]+))?")
"""A link to something in the guide by its id: role:accounting, certification:nissho-boki#2, source:jobtag-ipd."""

ID_SCHEMES = {"role", "skill", "certification", "transition", "pathway", "guide", "page", "term", "source"}

_PLAIN_TAGS = "em strong code pre ul ol li blockquote hr br dl dt dd table thead tbody tr ruby rt rp kbd small sub sup wbr".split()

_ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in _PLAIN_TAGS},
    **{tag: {"id"} for tag in ("h1", "h2", "h3", "h4", "h5", "h6")},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "p": {"class"},
    "span": {"lang", "class"},
    "th": {"style", "scope"},
    "td": {"style"},
}
"""Tags that may stand in prose, whether Markdown makes them or an editor writes them, and their attributes."""

NOLINK = "nolink"
"""The class of text in which no names are linked: <span class="nolink">…</span>, or {.nolink} at the end of a paragraph."""

_VALUES = {"style": re.compile(r"text-align: (left|right|center);"), "class": re.compile(NOLINK)}
_CREATE = "CREATE TABLE IF NOT EXISTS prose (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID"
_MODULES = ("prose.py", "passages.py", "winnowing.py", "figures.py")
"""Code that what is kept in the cache depends on."""

_H2 = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.S)


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
    """Prose as HTML, and what the checks ask of its text. Id links still read `href="role:accounting"` until a page is made."""

    intro: str
    sections: tuple[Section, ...]
    links: tuple[str, ...]
    images: tuple[str, ...]
    anchors: tuple[str, ...]
    findings: tuple[Finding, ...]
    trace: Trace = Trace()
    figures: tuple[Figure, ...] = ()


class Renderer:
    """Renders Markdown with one parser for all files, and remembers what it rendered."""

    def __init__(self, cache: Cache | None = None) -> None:
        self.rendered = 0
        self._cache = cache
        self._markdown = _new_parser()

    def render(self, text: str, lang: str = SOURCE_LANGUAGE) -> Prose:
        """The prose of a Markdown text in a language; from the cache where the same text was rendered before."""
        key = hashlib.sha256(_VERSION + f"{lang}:{text}".encode()).hexdigest()
        if self._cache and (found := _from_json(self._cache.get(key))):
            return found
        prose = self._render(text, lang)
        if self._cache:
            self._cache.put(key, json.dumps(asdict(prose), ensure_ascii=False))
        return prose

    def _render(self, text: str, lang: str) -> Prose:
        self.rendered += 1
        try:
            markup = self._markdown.reset().convert(text)
        except RecursionError:
            self._markdown = _new_parser()
            finding = Finding("too-deep", "lists or quotations are nested too deep", "write them flatter", text.strip()[:10])
            return Prose("", (), (), (), (), (finding,))
        reader = _Reader()
        reader.feed(markup)
        reader.close()
        intro, *rest = _H2.split(_clean(markup))
        sections = tuple(Section(id, _text(title), body.strip()) for id, title, body in zip(rest[::3], rest[1::3], rest[2::3], strict=True))
        links, images, anchors, findings = tuple(reader.links), tuple(reader.images), tuple(reader.anchors), tuple(reader.findings)
        plain = fold(without_markup(text))
        trace, figures = read_trace(plain, lang), read_figures(text, plain, lang)
        return Prose(intro.strip(), sections, links, images, anchors, findings, trace, figures)


class Cache(Protocol):
    """Keeps text under a key."""

    def get(self, key: str) -> str | None:
        """The text under the key, if any."""

    def put(self, key: str, value: str) -> None:
        """Keep the text under the key."""


class DiskCache:
    """A cache in one SQLite file. A damaged file is started afresh: it holds nothing that cannot be made again."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._file = file
        self._connection = sqlite3.connect(file)
        self._execute(_CREATE)

    def get(self, key: str) -> str | None:
        """The text under the key, if any."""
        rows = self._execute("SELECT value FROM prose WHERE key = ?", key)
        return rows[0][0] if rows else None

    def put(self, key: str, value: str) -> None:
        """Keep the text under the key until `close`."""
        self._execute("INSERT OR REPLACE INTO prose VALUES (?, ?)", key, value)

    def close(self) -> None:
        """Write everything to disk, unless another build is writing."""
        with contextlib.suppress(sqlite3.OperationalError):
            self._connection.commit()
        self._connection.close()

    def _execute(self, statement: str, *values: str) -> list[tuple[str, ...]]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                return []
            self._connection.close()
            self._file.unlink()
            self._connection = sqlite3.connect(self._file)
            self._connection.execute(_CREATE)
            return self._connection.execute(statement, values).fetchall()


def locate(text: str, needle: str, occurrence: int = 0) -> tuple[int, int]:
    """Line and column, from 0, where the needle stands outside code for the nth time, in letters of any case; (0, 0) if nowhere."""
    return _nth(text, f"(?i:(?P<at>{re.escape(needle)}))", occurrence)


def locate_link(text: str, address: str, occurrence: int = 0) -> tuple[int, int]:
    """The same for the address of a link or image, wherever Markdown or HTML may hold one."""
    pattern = rf"""(?:\]\(\s*<?|\]:\s*<?|(?:href|src)=["']?)(?P<at>{re.escape(address)})(?=[)>\s"']|$)"""
    found = _nth(text, pattern, occurrence)
    return found if found != (0, 0) else locate(text, address, occurrence)


def is_id_link(href: str) -> bool:
    """Whether a link names something in the guide by its id."""
    return (scheme_of(href) or "").lower() in ID_SCHEMES


def scheme_of(address: str) -> str | None:
    """What stands before the first colon of an address, unless a slash, question mark or hash comes first."""
    head = re.split(r"[/?#]", address, maxsplit=1)[0]
    return head.split(":", 1)[0] if ":" in head else None


def _nth(text: str, pattern: str, occurrence: int) -> tuple[int, int]:
    places = [match.start("at") for match in re.finditer(pattern, without_code(text), re.MULTILINE)]
    if not places:
        return 0, 0
    return place(text, places[min(occurrence, len(places) - 1)])


class _Reader(HTMLParser):
    """Names links, images and anchors of rendered HTML, and finds what may not stand in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.images: list[str] = []
        self.anchors: list[str] = []
        self.findings: list[Finding] = []
        self._depth = 1
        self._heading = ""
        self._refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = _ALLOWED.get(tag)
        if allowed is None:
            self._refused.append(tag)
            self._report("unsafe-html", f"<{tag}> may not stand in prose", "write it in Markdown", f"<{tag}")
            return
        for name, value in attrs:
            if name not in allowed or not _may_be(name, value or ""):
                self._report("unsafe-html", f'the attribute "{name}" of <{tag}> may not stand in prose', "delete it", name)
            self._read_attribute(tag, name, (value or "").strip())
        if tag == "th":
            self._heading = ""
        if tag == "img":
            self._check_image(dict(attrs))
        if re.fullmatch(r"h[1-6]", tag):
            self._check_depth(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self._heading += data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "th" and not self._heading:
            self._report("bad-table", "a column of a table has no heading", "name what stands in it", "| |")
        if tag in self._refused:
            self._refused.remove(tag)
        elif tag not in _ALLOWED:
            self._report("unsafe-html", f"</{tag}> may not stand in prose", "write it in Markdown", f"</{tag}")

    def unknown_decl(self, data: str) -> None:
        self._report("unsafe-html", f"<![{data}]> may not stand in prose", "delete it", "<![")

    def handle_comment(self, data: str) -> None:
        hint = f'write <span class="{NOLINK}">…</span>' if NOLINK in data else "delete the comment"
        self._report("unsafe-html", "comments would be published", hint, f"<!--{data[:20]}")

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
        scheme = scheme_of(address)
        if scheme is not None and scheme.lower() not in allowed:
            hint = f"one of: {', '.join(sorted(allowed))}" if allowed else "put the image into content/images/"
            self._report("unsafe-link", f'an address may not begin with "{scheme}:"', hint, address[:40])
        elif address.startswith("//"):
            self._report("unsafe-link", f'"{address}" has no scheme', "begin with https://", address)

    def _check_image(self, attrs: dict[str, str | None]) -> None:
        source = attrs.get("src") or ""
        if not (attrs.get("alt") or "").strip():
            self._report("bad-image", f'the image "{source}" has no alternative text', "write ![what it shows](address)", source)
        if not all((attrs.get(side) or "").isdigit() for side in ("width", "height")):
            hint = "add its size in pixels, so that the page does not jump: ![…](address){width=640 height=480}"
            self._report("bad-image", f'the image "{source}" has no width and height', hint, source)

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


def _new_parser() -> markdown.Markdown:
    return markdown.Markdown(extensions=["tables", "def_list", "sane_lists", "attr_list", "fenced_code", TocExtension(slugify=_slugify)])


def _clean(markup: str) -> str:
    """The second lock: what the reader reports never gets written, and what it might miss is taken out here.

    Tables can be reached by keyboard, because wide ones scroll on narrow screens.
    """
    cleaned = nh3.clean(
        markup,
        tags=set(_ALLOWED),
        attributes={"*": set()} | {tag: names for tag, names in _ALLOWED.items() if names},
        attribute_filter=lambda tag, name, value: value if _may_be(name, value) else None,
        url_schemes=WEB_SCHEMES | ID_SCHEMES,
        filter_style_properties={"text-align"},
        link_rel=None,
    )
    return cleaned.replace("<table>", '<table tabindex="0">')


def _may_be(attribute: str, value: str) -> bool:
    return attribute not in _VALUES or _VALUES[attribute].fullmatch(value) is not None


def _text(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def _slugify(value: str, separator: str) -> str:
    words = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFKC", value)).strip().lower()
    return re.sub(r"[\s_-]+", separator, words)


def _from_json(text: str | None) -> Prose | None:
    """The prose that was kept, or None where it is not whole."""
    if text is None:
        return None
    try:
        data = json.loads(text)
        links, images, anchors = (tuple(data[name]) for name in ("links", "images", "anchors"))
        sections = tuple(Section(**section) for section in data["sections"])
        findings = tuple(Finding(**finding) for finding in data["findings"])
        trace = Trace(data["trace"]["units"], *(tuple(data["trace"][name]) for name in ("hashes", "places")))
        figures = tuple(Figure(**figure | {name: tuple(figure[name]) for name in ("amounts", "links")}) for figure in data["figures"])
        return Prose(data["intro"], sections, links, images, anchors, findings, trace, figures)
    except (ValueError, KeyError, TypeError):
        return None


def _version() -> bytes:
    versions = " ".join(importlib.metadata.version(package) for package in ("markdown", "nh3"))
    code = b"".join(Path(__file__).with_name(name).read_bytes() for name in _MODULES)
    return versions.encode() + hashlib.sha256(code).digest()


_VERSION = _version()
