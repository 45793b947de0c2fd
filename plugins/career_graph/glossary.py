"""The words of the guide as a document: the part of docs/glossary.md that is made from content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .content import Content, Record
from .languages import SOURCE_LANGUAGE, sort_key
from .model import Kind

HEADING = "## Words of the guide"
_SENTENCE_END = re.compile(r"(?<=[.!?。])\s*(?=[A-Z\u3040-\u9fff])")
_KINDS = {Kind.TERM: "Terms", Kind.ROLE: "Roles", Kind.SKILL: "Skills", Kind.CERTIFICATION: "Certifications"}


def glossary_document(text: str, content: Content) -> str:
    """The document with every term, role, skill and certification below `HEADING`; what stands above stays as it is."""
    return text.split(f"{HEADING}\n")[0] + "\n".join([HEADING, "", *_lines(content)])


def _lines(content: Content) -> Iterator[str]:
    yield "Made by `python3 tasks.py fields` from `content/`, by reading; do not edit. A word has one name in each language."
    yield ""
    for kind, title in _KINDS.items():
        records = [record for record in content.records.values() if record.ref.kind is kind]
        yield from (f"### {title}", "", "| 日本語 | よみ | English | Meaning |", "|---|---|---|---|")
        yield from map(_row, sorted(records, key=_reading))
        yield ""


def _reading(record: Record) -> tuple[str, ...]:
    return (*sort_key(SOURCE_LANGUAGE, "", record.facts.reading), record.ref.id)


def _row(record: Record) -> str:
    ours, english = record.document(SOURCE_LANGUAGE).words, record.document("en").words
    cells = (ours.title, record.facts.reading, english.title, _SENTENCE_END.split(english.summary)[0])
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
