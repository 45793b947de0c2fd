"""Rules on terms, which have no page of their own."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..problems import Problem
from ..schema import is_reserved


def check_terms(content: Content) -> Iterator[Problem]:
    """A term says all in its summary, as the glossary has a line for it and not a page; its id can be an anchor there."""
    for record in content.records.values():
        for document in record.documents.values() if not record.ref.kind.has_pages else ():
            if document.body.strip():
                hint = "say it in the summary; what needs more room is a guide"
                yield Problem(document.path, document.body_line, 1, "unexpected-prose", "a term has no text below its header", hint)
            if is_reserved(record.ref.id):
                message = f'the anchor "#{record.ref.id}" is taken in the glossary'
                yield Problem(document.path, 1, 1, "bad-name", message, "choose another name")
