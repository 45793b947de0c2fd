"""Commands for editors: python -m career_graph check | new | fields | status."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from .checks import is_stale
from .content import ID_FORMS, Content, is_id, load_content
from .glossary import glossary_document
from .knowledge import read_knowledge
from .languages import LANGUAGES, SOURCE_LANGUAGE
from .model import Kind, Ref
from .problems import CODES, arranged, has_errors, report
from .prose import Renderer
from .reference import field_reference, json_schema, skeleton

CONTENT = Path("content")
DOCS = Path("docs")
GLOSSARY = DOCS / "glossary.md"
"""Its second half is made from content."""


def check() -> int:
    """Print every problem of the content; 1 where one of them is an error."""
    _, problems = read_knowledge(CONTENT, Renderer())
    report(problems)
    print(f"{len(problems)} problems in {CONTENT}/")
    return int(has_errors(problems))


def new(kind: Kind, id: str) -> int:
    """Write a skeleton in each language that has no file yet."""
    if not is_id(kind, id):
        print(f'"{id}" is no id for a {kind}; write it {ID_FORMS[kind]}', file=sys.stderr)
        return 2
    content, _ = load_content(CONTENT)
    record = content.records.get(Ref(kind, id)) if content else None
    for lang in LANGUAGES:
        file = CONTENT / lang / kind.folder / f"{id}.md"
        if file.exists():
            print(f"{file} is there already")
            continue
        source_hash = record.documents[SOURCE_LANGUAGE].fingerprint if record else ""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(skeleton(Ref(kind, id), lang, source_hash), "utf-8")
        print(f"wrote {file}")
    return 0


def fields() -> int:
    """Write the documents that derive from the model or content: field reference, problem codes, JSON Schemas, words of the guide."""
    documents = generated_documents()
    if content := load_content(CONTENT)[0]:
        documents[GLOSSARY.name] = glossary_document(GLOSSARY.read_text("utf-8") if GLOSSARY.is_file() else "", content)
    for path, text in documents.items():
        file = DOCS / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        print(f"wrote {file}")
    return 0


def generated_documents() -> dict[str, str]:
    """Every document below docs/ that derives from the model, as path and text."""
    documents = {"front-matter.md": field_reference(), "problems.md": _problem_reference()}
    for kind in Kind:
        for name, is_source in ((SOURCE_LANGUAGE, True), ("translation", False)):
            schema = json.dumps(json_schema(kind, is_source), ensure_ascii=False, indent=1, default=str)
            documents[f"schemas/{kind}.{name}.json"] = schema + "\n"
    return documents


def status() -> int:
    """Print how far each language is, and every translation that is missing or stale with the fingerprint to set."""
    content, problems = load_content(CONTENT)
    if content is None:
        report(arranged(problems))
        return 1
    for kind in Kind:
        refs = [ref for ref in content.records if ref.kind is kind]
        there = {lang: sum(lang in content.records[ref].documents for ref in refs) for lang in LANGUAGES}
        print(f"{kind.folder}: " + ", ".join(f"{lang} {count}" for lang, count in there.items()))
    for line in _translations_to_do(content):
        print(line)
    return int(has_errors(problems))


def _translations_to_do(content: Content) -> Iterator[str]:
    for record in content.records.values():
        source = record.documents[SOURCE_LANGUAGE]
        for lang in LANGUAGES:
            document = record.documents.get(lang)
            if document is None:
                yield f"missing in {lang}: {source.path}"
            elif is_stale(source, document):
                yield f'stale: {document.path} (when it agrees again, set source_hash: "{source.fingerprint}")'


def _problem_reference() -> str:
    rows = [f"| `{code}` | {severity} | {meaning} |" for code, (severity, meaning) in CODES.items()]
    head = ["# Problem codes", "", "Made by `python3 tasks.py fields`; do not edit.", ""]
    form = ["Each problem is printed as `file:line:column: severity: code: what (what to try)`.", ""]
    return "\n".join([*head, *form, "| Code | Severity | Meaning |", "|---|---|---|", *rows, ""])


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code is its answer."""
    parser = argparse.ArgumentParser(prog="career_graph", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help=check.__doc__)
    commands.add_parser("fields", help=fields.__doc__)
    commands.add_parser("status", help=status.__doc__)
    new_parser = commands.add_parser("new", help=new.__doc__)
    new_parser.add_argument("kind", type=Kind, choices=list(Kind), metavar="|".join(Kind))
    new_parser.add_argument("id", help="file name without .md: small letters, digits, hyphens")
    options = parser.parse_args(arguments)
    if options.command == "new":
        return new(options.kind, options.id)
    return {"check": check, "fields": fields, "status": status}[options.command]()


if __name__ == "__main__":
    sys.exit(main())
