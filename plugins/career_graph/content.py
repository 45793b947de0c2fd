"""Finds and reads the files below content/. The only module that reads them; it gathers problems and never stops at one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .frontmatter import Fields, parse_header, parse_yaml
from .languages import LANGUAGES, SOURCE_LANGUAGE
from .model import Aptitude, Entity, Kind, Ratings, Ref, Site, Source
from .problems import Problem
from .schema import Document, is_reserved, parse_document, parse_value

FOLDERS = {kind.folder: kind for kind in Kind}
IMAGES = "images"
RATINGS = "job_tag.json"
APTITUDE = "aptitude.yaml"
_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"

T = TypeVar("T")

ID_FORMS = {kind: "as <source>--<target>" if kind.joins_roles else "in small letters, digits and single hyphens" for kind in Kind}
"""How the ids of each kind are formed, in words."""


def is_id(kind: Kind, id: str) -> bool:
    """Whether a text may be the id of an entity of this kind."""
    pattern = f"{_WORD}--{_WORD}" if kind.joins_roles else _WORD
    return re.fullmatch(pattern, id) is not None


@dataclass(frozen=True)
class Record:
    """An entity with its documents, one per language; the source language is always there."""

    ref: Ref
    documents: Mapping[str, Document]

    @property
    def facts(self) -> Entity:
        """The entity's facts."""
        facts = self.documents[SOURCE_LANGUAGE].facts
        assert facts is not None
        return facts

    def document(self, lang: str) -> Document:
        """The document in this language, else the source document."""
        return self.documents.get(lang, self.documents[SOURCE_LANGUAGE])


@dataclass(frozen=True)
class Content:
    """All that content/ holds, keyed for look-up, in stable order.

    `broken` names documents that are there but have errors: what refers to them is not to blame.
    """

    root: Path
    site: Site
    site_fields: Fields
    sources: Mapping[str, Source]
    source_fields: Fields | None
    """The bibliography as written; None where it cannot be read at all."""
    ratings: Ratings | None
    """Official ratings of occupations, where the site has them."""
    aptitude: Aptitude | None
    """The aptitude check, where the site has one."""
    aptitude_fields: Fields | None
    """The aptitude check as written."""
    records: Mapping[Ref, Record]
    broken: frozenset[tuple[Ref, str]]

    def is_broken(self, ref: Ref) -> bool:
        """Whether the entity's source file is there but has errors."""
        return (Ref(ref.kind, ref.id), SOURCE_LANGUAGE) in self.broken


def load_content(root: Path) -> tuple[Content | None, list[Problem]]:
    """Read everything below `root`. With errors in site.yaml there is no content to speak of."""
    documents, broken, problems = _load_documents(root)
    site_fields = _load_yaml(root, root / "site.yaml")
    site = site_fields if isinstance(site_fields, list) else parse_value(Site, site_fields, _shown(root, root / "site.yaml"))
    sources, source_fields, source_problems = _load_sources(root)
    problems += source_problems
    ratings, _, rating_problems = _load_optional(root, RATINGS, Ratings)
    aptitude, aptitude_fields, aptitude_problems = _load_optional(root, APTITUDE, Aptitude)
    problems += rating_problems + aptitude_problems
    if isinstance(site, list) or isinstance(site_fields, list):
        return None, problems + (site if isinstance(site, list) else [])
    records, orphan_problems = _join(documents, broken)
    content = Content(
        root, site, site_fields, sources, source_fields, ratings, aptitude, aptitude_fields, records, frozenset(broken)
    )  # fmt: skip
    return content, problems + orphan_problems


def is_file(path: Path) -> bool:
    """Whether there is a file, or a link to one; false for names that the file system cannot hold."""
    try:
        return path.is_file()
    except OSError:
        return False


def _load_documents(root: Path) -> tuple[list[Document], set[tuple[Ref, str]], list[Problem]]:
    documents: list[Document] = []
    broken: set[tuple[Ref, str]] = set()
    problems = list(_stray_files(root))
    for lang in LANGUAGES:
        for file in _files(root / lang):
            result = _load_document(root, lang, file)
            if isinstance(result, Document):
                documents.append(result)
                continue
            problems += result
            if kind := FOLDERS.get(file.parent.name):
                broken.add((Ref(kind, file.stem), lang))
    return documents, broken, problems


def _stray_files(root: Path) -> Iterator[Problem]:
    for path in sorted(root.iterdir()) if root.is_dir() else ():
        if path.name not in (*LANGUAGES, IMAGES) and path.is_dir() and not path.name.startswith("."):
            for file in _files(path):
                hint = f"languages: {', '.join(LANGUAGES)}"
                yield Problem(_shown(root, file), 1, 1, "bad-name", f"{path.name}/ is no language of the guide", hint)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        if path.is_dir() and path.suffix != ".md" and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _load_document(root: Path, lang: str, file: Path) -> Document | list[Problem]:
    path = _shown(root, file)
    kind = FOLDERS.get(file.relative_to(root / lang).parts[0])
    if kind is None or file.parent != root / lang / kind.folder:
        folders = ", ".join(FOLDERS)
        return [Problem(path, 1, 1, "bad-name", f"{file.parent.name}/ is no folder of content files", f"folders: {folders}")]
    if file.suffix != ".md" or not is_id(kind, file.stem):
        hint = f"name it <id>.md, the id {ID_FORMS[kind]}"
        return [Problem(path, 1, 1, "bad-name", f'"{file.name}" is no name for a {kind}', hint)]
    text = _read(root, file)
    if isinstance(text, Problem):
        return [text]
    header = parse_header(text, path)
    return header if isinstance(header, list) else parse_document(Ref(kind, file.stem), lang, path, header)


def _read(root: Path, file: Path) -> str | Problem:
    path = _shown(root, file)
    if not is_file(file):
        what = "is a directory" if file.is_dir() else "is a link that leads nowhere" if file.is_symlink() else "is not there"
        return Problem(path, 1, 1, "bad-file", f"{file.name} {what}", "put a file in its place")
    if not file.resolve().is_relative_to(root.resolve()):
        return Problem(path, 1, 1, "escaping-path", "the file lies outside content/", "put a copy in its place instead of a link")
    data = file.read_bytes()
    try:
        return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return Problem(path, line, column, "bad-encoding", "the file is not UTF-8", "save it again as UTF-8")


def _load_sources(root: Path) -> tuple[dict[str, Source], Fields | None, list[Problem]]:
    path = root / "sources.yaml"
    fields = _load_yaml(root, path)
    if isinstance(fields, list):
        return {}, None, fields
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for key, value in fields.values.items():
        if not re.fullmatch(_WORD, key) or is_reserved(key):
            hint = "write small letters, digits and single hyphens, and begin with neither page- nor source-"
            problems.append(Problem(_shown(root, path), *fields.key_mark((key,)), "bad-name", f'"{key}" is no key for a source', hint))
        source = parse_value(Source, fields, _shown(root, path), value if value is not None else {}, (key,))
        if isinstance(source, list):
            problems += source
        else:
            sources[key] = source
    return sources, fields, problems


def _load_optional(root: Path, name: str, type_: type[T]) -> tuple[T | None, Fields | None, list[Problem]]:
    """A file that a site may do without, and as written; JSON is read as the YAML that it is, so that problems have their places."""
    file = root / name
    if not file.exists():
        return None, None, []
    fields = _load_yaml(root, file)
    if isinstance(fields, list):
        return None, None, fields
    value = parse_value(type_, fields, _shown(root, file))
    return (None, fields, value) if isinstance(value, list) else (value, fields, [])


def _load_yaml(root: Path, file: Path) -> Fields | list[Problem]:
    text = _read(root, file)
    return [text] if isinstance(text, Problem) else parse_yaml(text, _shown(root, file))


def _join(documents: list[Document], broken: set[tuple[Ref, str]]) -> tuple[dict[Ref, Record], list[Problem]]:
    by_ref: dict[Ref, dict[str, Document]] = {}
    for document in documents:
        by_ref.setdefault(document.ref, {})[document.lang] = document
    problems = []
    for ref, group in by_ref.items():
        if SOURCE_LANGUAGE not in group and (ref, SOURCE_LANGUAGE) not in broken:
            hint = f"write content/{SOURCE_LANGUAGE}/{ref.kind.folder}/{ref.id}.md first"
            problems += [document.problem((), "missing-source-file", "a translation of nothing", hint) for document in group.values()]
    return {ref: Record(ref, group) for ref, group in sorted(by_ref.items()) if SOURCE_LANGUAGE in group}, problems


def _shown(root: Path, file: Path) -> str:
    return (Path(root.name) / file.relative_to(root)).as_posix()
