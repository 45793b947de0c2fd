"""Rules that need more than one file to judge. Each check yields problems; none prints, none repairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from ..bibliography import cited_by
from ..content import IMAGES, Content, Record, is_file
from ..languages import LANGUAGES, SOURCE_LANGUAGE, TAKEN
from ..model import Certification, Grade, Kind, Line, Ref, Role, Skill
from ..problems import Problem, did_you_mean
from ..prose import ID_LINK, Prose, is_id_link, locate, locate_link, scheme_of
from ..schema import SECTIONS, Document, is_reserved, references
from .copies import check_copies
from .ratings import check_aptitude, check_exposure, check_ratings
from .terms import check_terms
from .unsourced import check_figures

LINK_HINT = "write [text](role:id), [text](#section) or a whole web address"

Proses = Mapping[tuple[Ref, str], Prose]
"""Prose by entity and language."""


def check_content(content: Content, proses: Proses) -> Iterator[Problem]:
    """Everything that can be said of the files before there is a graph."""
    for check in (check_references, check_ratings, check_aptitude, check_addresses, check_terms, check_stations, check_cycles):
        yield from check(content)
    yield from check_translations(content)
    yield from check_site(content)
    yield from check_exposure(content)
    for record in content.records.values():
        for document in record.documents.values():
            prose = proses[record.ref, document.lang]
            yield from check_findings(document, prose)
            yield from check_sections(document, prose)
            yield from check_own_anchors(record, document, prose)
            yield from check_links(content, proses, document, prose)
            yield from check_images(content.root, document, prose)
    yield from check_copies(content, proses)
    yield from check_figures(content, proses)
    yield from check_image_files(content.root)
    yield from check_unused_sources(content, proses)


# ---------------------------------------------------------------- references


def check_references(content: Content) -> Iterator[Problem]:
    """Every id in a header leads somewhere."""
    names = _known_names(content)
    for record in content.records.values():
        document = record.documents[SOURCE_LANGUAGE]
        for location, target, name in references(record.facts):
            if name not in names[target] and not _is_broken(content, target, name):
                code = "unknown-source" if target == "source" else "unknown-id"
                yield document.problem(location, code, f'no {target} "{name}"', did_you_mean(name, names[target]))


def _known_names(content: Content) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {kind.value: {ref.id for ref in content.records if ref.kind is kind} for kind in Kind}
    names["entity"] = {str(ref) for ref in content.records}
    names["source"] = set(content.source_fields.values) if content.source_fields else set()
    names["grade"] = {f"{record.ref.id}#{grade.id}" for record in content.records.values() for grade in _grades(record)}
    return names


def _grades(record: Record) -> tuple[Grade, ...]:
    return record.facts.grades if isinstance(record.facts, Certification) else ()


def _is_broken(content: Content, target: str, name: str) -> bool:
    """Whether a name belongs to something that is there but has errors of its own."""
    if target == "source":
        return content.source_fields is None
    if target == "grade":
        return content.is_broken(Ref(Kind.CERTIFICATION, name.split("#")[0]))
    return any(name in (str(ref), ref.id) and target in ("entity", ref.kind) for ref, lang in content.broken if lang == SOURCE_LANGUAGE)


def check_addresses(content: Content) -> Iterator[Problem]:
    """No single page takes the address of a list or a tool."""
    for record in content.records.values():
        if record.ref.kind is Kind.PAGE and record.ref.id in TAKEN:
            for document in record.documents.values():
                message = f'the address of a page "{record.ref.id}" is taken'
                yield Problem(document.path, 1, 1, "bad-name", message, "choose another name")


def check_site(content: Content) -> Iterator[Problem]:
    """site.yaml names every line, and each of its featured paths joins two roles that are there."""
    path, fields = f"{content.root.name}/site.yaml", content.site_fields
    for line in Line:
        if line not in content.site.lines:
            place = fields.key_mark(("lines",))
            yield Problem(path, *place, "missing-field", f'no name for line "{line}"', "add it in both languages")
    roles = {ref.id for ref in content.records if ref.kind is Kind.ROLE}
    for index, featured in enumerate(content.site.featured_paths):
        place = fields.mark(("featured_paths", index))
        ends = featured.split("--")
        if len(set(ends)) != 2 or len(ends) != 2:
            yield Problem(path, *place, "bad-value", f'"{featured}" is no pair of roles', "write <source>--<target>")
        for role in ends:
            if role not in roles and not content.is_broken(Ref(Kind.ROLE, role)):
                yield Problem(path, *place, "unknown-id", f'no role "{role}"', did_you_mean(role, roles))


def check_unused_sources(content: Content, proses: Proses) -> Iterator[Problem]:
    """The bibliography lists only what something rests on; not judged while files that may use it have errors."""
    if content.broken or content.source_fields is None:
        return
    used = {key for lang in LANGUAGES for key in cited_by(content, proses, lang)}
    used |= {content.ratings.source} if content.ratings else set()
    for key in content.sources:
        if key not in used:
            place = content.source_fields.key_mark((key,))
            yield Problem(f"{content.root.name}/sources.yaml", *place, "unused-source", f'nothing refers to "{key}"', "delete it")


# ---------------------------------------------------------------- facts


def check_stations(content: Content) -> Iterator[Problem]:
    """No two roles share a station number."""
    seen: dict[tuple[Line, int], str] = {}
    for record in content.records.values():
        role = record.facts
        if isinstance(role, Role):
            other = seen.setdefault((role.line, role.order), role.id)
            if other != role.id:
                message = f'station {role.line.upper()} {role.order} is already "{other}"'
                yield record.documents[SOURCE_LANGUAGE].problem(("order",), "duplicate-station", message, "choose another order")


def check_cycles(content: Content) -> Iterator[Problem]:
    """`broader` and `prepares_for` never lead back to where they began."""
    broader = {r.ref.id: (r.facts.broader,) for r in content.records.values() if isinstance(r.facts, Skill) and r.facts.broader}
    prepares = {
        f"{record.ref.id}#{grade.id}": grade.prepares_for
        for record in content.records.values()
        if isinstance(record.facts, Certification)
        for grade in record.facts.grades
    }
    for kind, name, edges in ((Kind.SKILL, "broader", broader), (Kind.CERTIFICATION, "grades", prepares)):
        for start in edges:
            if start in _reachable(edges, start):
                document = content.records[Ref(kind, start.split("#")[0])].documents[SOURCE_LANGUAGE]
                yield document.problem((name,), "circular", f'"{start}" leads back to itself', "take one of the links out")


def _reachable(edges: Mapping[str, tuple[str, ...]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [*edges.get(start, ())]
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += edges.get(node, ())
    return found


# ---------------------------------------------------------------- translations


def check_translations(content: Content) -> Iterator[Problem]:
    """Every page is there in every language and made from the source as it stands."""
    for record in content.records.values():
        source = record.documents[SOURCE_LANGUAGE]
        for lang in LANGUAGES:
            document = record.documents.get(lang)
            if document is None and (record.ref, lang) not in content.broken:
                hint = f"python3 tasks.py new {record.ref.kind} {record.ref.id}"
                yield Problem(source.path, 1, 1, "missing-translation", f"not there in {lang}", hint)
            elif document and is_stale(source, document):
                hint = f'compare the two, then set source_hash: "{source.fingerprint}"'
                yield document.problem(("source_hash",), "stale-translation", f"{source.path} changed after this was translated", hint)


def is_stale(source: Document, document: Document) -> bool:
    """Whether a translation was made from another text than the source now has."""
    return document.source_hash is not None and document.source_hash != source.fingerprint


# ---------------------------------------------------------------- prose


def check_findings(document: Document, prose: Prose) -> Iterator[Problem]:
    """What the renderer found in the text itself."""
    seen: dict[str, int] = {}
    for finding in prose.findings:
        place = _place(document, finding.needle, seen.setdefault(finding.needle, 0))
        seen[finding.needle] += 1
        yield Problem(document.path, *place, finding.code, finding.message, finding.hint)


def check_sections(document: Document, prose: Prose) -> Iterator[Problem]:
    """Pages of a kind have the same sections in the same order."""
    expected = [str(getattr(rule.title, document.lang)) for rule in SECTIONS.get(document.ref.kind, ())]
    if not expected:
        return
    found = [section.title for section in prose.sections]
    for title in found:
        if title not in expected:
            place = _place(document, f"## {title}")
            yield Problem(
                document.path, *place, "unknown-section", f'no section "{title}" on pages of this kind', did_you_mean(title, expected)
            )
    for title in expected:
        if title not in found:
            yield Problem(
                document.path, document.body_line, 1, "missing-section", f'no section "## {title}"', f"order: {' · '.join(expected)}"
            )
    known = [title for title in found if title in expected]
    for before, after in pairwise(known):
        if expected.index(before) >= expected.index(after):
            place = _place(document, f"## {after}")
            yield Problem(document.path, *place, "section-order", f'"{after}" stands after "{before}"', f"order: {' · '.join(expected)}")


def check_own_anchors(record: Record, document: Document, prose: Prose) -> Iterator[Problem]:
    """No heading or grade takes an anchor that its page needs for something else."""
    rules = {rule.id for rule in SECTIONS.get(record.ref.kind, ())}
    own = {section.id for section in prose.sections} if rules else set()
    taken = rules | {grade.id for grade in _grades(record)}
    for anchor in prose.anchors:
        if anchor not in own and (anchor in taken or is_reserved(anchor)):
            hint = "give the heading another one: ## Heading {#other}"
            yield Problem(document.path, document.body_line, 1, "bad-heading", f'the anchor "#{anchor}" is taken on this page', hint)
    for index, grade in enumerate(_grades(record) if document.lang == SOURCE_LANGUAGE else ()):
        if grade.id in rules or is_reserved(grade.id):
            message = f'the anchor "#{grade.id}" is taken on this page'
            yield document.problem(("grades", index, "id"), "bad-value", message, "choose another id")


def check_links(content: Content, proses: Proses, document: Document, prose: Prose) -> Iterator[Problem]:
    """Every link leads somewhere: an id, an anchor of the page, or a web address."""
    seen: dict[str, int] = {}
    for link in prose.links:
        occurrence = seen.setdefault(link, 0)
        seen[link] += 1
        if fault := _link_fault(content, proses, document, link):
            line, column = locate_link(document.body, link, occurrence)
            yield Problem(document.path, document.body_line + line, column + 1, *fault)


def _link_fault(content: Content, proses: Proses, document: Document, link: str) -> tuple[str, str, str] | None:
    if link.startswith("#"):
        return _anchor_fault(content, proses, Ref(document.ref.kind, document.ref.id, link[1:]), document.lang)
    if not is_id_link(link):
        # What has a scheme was judged when the text was rendered.
        return None if scheme_of(link) is not None else ("dangling-link", f'"{link}" leads nowhere', LINK_HINT)
    match = ID_LINK.fullmatch(link)
    if match is None:
        return "dangling-link", f'"{link}" is no id link', "write kind:id, as in role:accounting or certification:nissho-boki#2"
    kind, id, fragment = match["kind"], match["id"], match["fragment"] or ""
    if kind == "source":
        known = content.source_fields.values if content.source_fields else {id: None}
        return None if id in known else ("unknown-source", f'no source "{id}"', did_you_mean(id, known))
    ref = Ref(Kind(kind), id)
    if content.is_broken(ref):
        return None
    if ref not in content.records:
        return "unknown-id", f'no {kind} "{id}"', did_you_mean(id, (other.id for other in content.records if other.kind == kind))
    return _anchor_fault(content, proses, Ref(ref.kind, id, fragment), document.lang)


def _anchor_fault(content: Content, proses: Proses, ref: Ref, lang: str) -> tuple[str, str, str] | None:
    record = content.records[Ref(ref.kind, ref.id)]
    known = set(anchors(record, proses[Ref(ref.kind, ref.id), record.document(lang).lang]))
    if not ref.fragment or ref.fragment in known:
        return None
    return "dangling-anchor", f'"{ref.kind}:{ref.id}" has no part "#{ref.fragment}"', did_you_mean(ref.fragment, known)


def anchors(record: Record, prose: Prose) -> Iterator[str]:
    """The anchors that an entity's page offers: shared sections, headings of the prose, grades."""
    rules = SECTIONS.get(record.ref.kind, ())
    yield from (rule.id for rule in rules)
    own = {section.id for section in prose.sections} if rules else set()
    yield from (anchor for anchor in prose.anchors if anchor not in own)
    if isinstance(record.facts, Certification):
        yield from (grade.id for grade in record.facts.grades)


def check_images(root: Path, document: Document, prose: Prose) -> Iterator[Problem]:
    """Every image is a file below content/images/."""
    seen: dict[str, int] = {}
    for image in prose.images:
        occurrence = seen.setdefault(image, 0)
        seen[image] += 1
        if scheme_of(image) is None and (fault := _image_fault(root, image)):
            line, column = locate_link(document.body, image, occurrence)
            yield Problem(document.path, document.body_line + line, column + 1, *fault)


def _image_fault(root: Path, image: str) -> tuple[str, str, str] | None:
    folder, file = root / IMAGES, root / image
    parts = Path(image).parts
    if parts[:1] != (IMAGES,) or ".." in parts:
        return "escaping-path", f'"{image}" lies outside {root.name}/{IMAGES}/', f"write {IMAGES}/name.png"
    if is_file(file):
        return None
    known = (other.relative_to(root).as_posix() for other in folder.rglob("*") if other.is_file())
    hint = did_you_mean(image, known) or f"put it into {root.name}/{IMAGES}/"
    return "dangling-image", f'no file "{root.name}/{image}"', hint


def check_image_files(root: Path) -> Iterator[Problem]:
    """No link below content/images/ leads to files outside it, which would be published unseen."""
    folder = root / IMAGES
    for path in (folder, *sorted(folder.rglob("*"))):
        if path.is_symlink() and path.exists() and not path.resolve().is_relative_to(root.resolve()):
            name = f"{root.name}/{path.relative_to(root).as_posix()}"
            yield Problem(name, 1, 1, "escaping-path", "the link leads out of content/", "put a copy in its place")


def _place(document: Document, needle: str, occurrence: int = 0) -> tuple[int, int]:
    line, column = locate(document.body, needle, occurrence)
    return document.body_line + line, column + 1
