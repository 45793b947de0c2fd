"""Finds and reads the files below content/. The only module that reads them; it gathers problems and never stops at one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .frontmatter import Fields, parse_header, parse_yaml
from .languages import LANGUAGES, SOURCE_LANGUAGE
from .model import Entity, Kind, Ref, Site, Source
from .problems import Problem
from .schema import Document, parse_document, parse_value

FOLDERS = {kind.folder: kind for kind in Kind}
_ID = re.compile(r"[a-z0-9]+(-{1,2}[a-z0-9]+)*")


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
    """All that content/ holds, keyed for look-up, in stable order."""

    root: Path
    site: Site
    sources: Mapping[str, Source]
    source_marks: Fields
    records: Mapping[Ref, Record]
    broken: frozenset[Ref]
    """Entities whose source file is there but has errors: what refers to them is not to blame."""


def load_content(root: Path) -> tuple[Content | None, list[Problem]]:
    """Read everything below `root`. With errors in site.yaml or sources.yaml there is no content to speak of."""
    documents, broken, problems = _load_documents(root)
    site, site_problems = _load_site(root)
    sources, marks, source_problems = _load_sources(root)
    problems += [*site_problems, *source_problems]
    if site is None:
        return None, problems
    records, orphan_problems = _join(documents, broken)
    return Content(root, site, sources, marks, records, frozenset(broken)), problems + orphan_problems


def _load_documents(root: Path) -> tuple[list[Document], set[Ref], list[Problem]]:
    documents: list[Document] = []
    broken: set[Ref] = set()
    problems: list[Problem] = []
    for lang in LANGUAGES:
        for file in _files(root / lang):
            result = _load_document(root, lang, file)
            if isinstance(result, Document):
                documents.append(result)
                continue
            problems += result
            kind = FOLDERS.get(file.parent.name)
            if kind and lang == SOURCE_LANGUAGE:
                broken.add(Ref(kind, file.stem))
    return documents, broken, problems


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
    if file.suffix != ".md" or not _ID.fullmatch(file.stem):
        return [
            Problem(
                path, 1, 1, "bad-name", f'"{file.name}" is no content file', "name it <id>.md, the id in small letters, digits and hyphens"
            )
        ]
    text = _read(root, file)
    if isinstance(text, Problem):
        return [text]
    header = parse_header(text, path)
    return header if isinstance(header, list) else parse_document(Ref(kind, file.stem), lang, path, header)


def _read(root: Path, file: Path) -> str | Problem:
    path = _shown(root, file)
    if not file.resolve().is_relative_to(root.resolve()):
        return Problem(path, 1, 1, "escaping-path", "the file lies outside content/", "put a copy in its place instead of a link")
    if not file.is_file():
        what = "is a directory" if file.is_dir() else "is a link that leads nowhere" if file.is_symlink() else "is not there"
        return Problem(path, 1, 1, "bad-file", f"{file.name} {what}", "put a file in its place")
    data = file.read_bytes()
    try:
        return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return Problem(path, line, column, "bad-encoding", "the file is not UTF-8", "save it again as UTF-8")


def _load_site(root: Path) -> tuple[Site | None, list[Problem]]:
    fields = _load_yaml(root, root / "site.yaml")
    if isinstance(fields, list):
        return None, fields
    site = parse_value(Site, fields, _shown(root, root / "site.yaml"))
    return (None, site) if isinstance(site, list) else (site, [])


def _load_sources(root: Path) -> tuple[dict[str, Source], Fields, list[Problem]]:
    path = root / "sources.yaml"
    fields = _load_yaml(root, path)
    if isinstance(fields, list):
        return {}, Fields({}), fields
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for key, value in fields.values.items():
        source = parse_value(Source, fields, _shown(root, path), value if value is not None else {}, (key,))
        if isinstance(source, list):
            problems += source
        else:
            sources[key] = source
    return sources, fields, problems


def _load_yaml(root: Path, file: Path) -> Fields | list[Problem]:
    text = _read(root, file)
    return [text] if isinstance(text, Problem) else parse_yaml(text, _shown(root, file))


def _join(documents: list[Document], broken: set[Ref]) -> tuple[dict[Ref, Record], list[Problem]]:
    by_ref: dict[Ref, dict[str, Document]] = {}
    for document in documents:
        by_ref.setdefault(document.ref, {})[document.lang] = document
    problems = []
    for ref, group in by_ref.items():
        if SOURCE_LANGUAGE not in group and ref not in broken:
            hint = f"write content/{SOURCE_LANGUAGE}/{ref.kind.folder}/{ref.id}.md first"
            problems += [document.problem((), "missing-source-file", "a translation of nothing", hint) for document in group.values()]
    return {ref: Record(ref, group) for ref, group in sorted(by_ref.items()) if SOURCE_LANGUAGE in group}, problems


def _shown(root: Path, file: Path) -> str:
    return (Path(root.name) / file.relative_to(root)).as_posix()
