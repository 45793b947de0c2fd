"""What names in prose show of the content: names that two things bear, things nobody speaks of, pages that speak of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..languages import LANGUAGES
from ..mentions import NAMED, Claims, Linked, record_words
from ..model import Ref
from ..problems import Problem
from ..schema import Document


def check_mentions(content: Content, linked: Linked) -> Iterator[Problem]:
    """Everything that is seen once names are looked for in prose. A site without such links has nothing to mend."""
    if content.site.links_per_section:
        yield from check_names(content, linked.claims)
        yield from check_unmentioned(content, linked)
        yield from check_silent(content, linked)


def check_names(content: Content, claims: Claims) -> Iterator[Problem]:
    """Every name leads to one thing."""
    for name, refs in claims.contested.items():
        for ref in refs:
            others = ", ".join(str(other) for other in refs if other != ref)
            message, hint = f'"{name}" is also a name of {others}', "put it under unlinked in all but one of them"
            for document in content.records[Ref(ref.kind, ref.id)].documents.values():
                if location := _location(document, name):
                    yield document.problem(location, "shared-name", message, hint)


def _location(document: Document, name: str) -> tuple[str | int, ...] | None:
    """Where a header gives a name; None where it does not."""
    words = document.words
    for field, single in (("title", words.title), ("label", words.label)):
        if single == name:
            return (field,)
    for field, several in (("alt_labels", words.alt_labels), ("hidden_labels", words.hidden_labels)):
        if name in several:
            return (field, several.index(name))
    return None


def check_unmentioned(content: Content, linked: Linked) -> Iterator[Problem]:
    """In every language some other page speaks of each role, skill and certification. A term may wait for its first mention."""
    for lang in LANGUAGES:
        spoken = {mention.ref for (_, of), mentions in linked.mentions.items() if of == lang for mention in mentions}
        for ref, record in content.records.items():
            if ref.kind in NAMED and ref.kind.has_pages and ref not in spoken and lang in record_words(record):
                hint = "name it where it matters, or add the names that people use to alt_labels or hidden_labels"
                yield Problem(record.documents[lang].path, 1, 1, "unmentioned", "no other page speaks of it", hint)


def check_silent(content: Content, linked: Linked) -> Iterator[Problem]:
    """Every page speaks of some role, skill, certification or term."""
    for (ref, lang), mentions in linked.mentions.items():
        if ref.kind.has_pages and not mentions:
            document = content.records[ref].documents[lang]
            hint = "name what it is about, so that readers find their way on"
            yield Problem(document.path, document.body_line, 1, "mentions-nothing", "it speaks of nothing by name", hint)
