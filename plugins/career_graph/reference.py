"""What editors read of the fields: JSON Schema, skeletons of new files, the field reference. All from the model."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, get_type_hints

from .languages import SOURCE_LANGUAGE
from .model import ENTITY_TYPES, Kind, Ref, Words
from .schema import SECTIONS, SOURCE_HASH, adapter, fact_fields, header_fields, inner_types, is_required


def json_schema(kind: Kind, is_source: bool) -> dict[str, Any]:
    """JSON Schema of a header, for editors that complete and check YAML as one types."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}
    merged: dict[str, Any] = {"properties": {}, "required": [], "$defs": {}}
    for type_ in (Words, ENTITY_TYPES[kind]) if is_source else (Words,):
        part = adapter(type_).json_schema()
        merged["properties"] |= part["properties"]
        merged["required"] += part.get("required", [])
        merged["$defs"] |= part.get("$defs", {})
    merged["properties"].pop("id", None)
    merged["required"] = [name for name in merged["required"] if name != "id"]
    if not is_source:
        merged["properties"][SOURCE_HASH] = {"type": "string"}
        merged["required"].append(SOURCE_HASH)
    return schema | merged | {"additionalProperties": False}


def skeleton(ref: Ref, lang: str, source_hash: str = "") -> str:
    """A new file of a kind, each field with its help and an example, each shared section with its heading."""
    is_source = lang == SOURCE_LANGUAGE
    lines = ["---"]
    for field in header_fields(ref.kind, is_source):
        example = json.dumps(_example(ref, field), ensure_ascii=False, default=str)
        mark = "" if is_required(field) else "# "
        lines += [f"# {field.metadata['description']}", f"{mark}{field.name}: {example}"]
    if not is_source:
        lines += ["# Fingerprint of the source text this was translated from.", f'{SOURCE_HASH}: "{source_hash}"']
    lines += ["---", ""]
    for section in SECTIONS.get(ref.kind, ()):
        lines += [f"## {getattr(section.title, lang)}", "", "…", ""]
    return "\n".join(lines)


def field_reference() -> str:
    """The reference of all fields, as Markdown."""
    lines = ["# Fields of the header", "", "Made by `python3 tasks.py fields` from the model; do not edit.", ""]
    lines += [f"The source language is `{SOURCE_LANGUAGE}`. Its files carry all fields of their kind; a translation carries", ""]
    lines += [
        *_field_rows(Words),
        f"| `{SOURCE_HASH}` | yes | Fingerprint of the source text it was made from; `status` prints it. | `a1b2c3d4e5` |",
        "",
    ]
    for kind, type_ in ENTITY_TYPES.items():
        lines += [f"## {kind}", "", _first_line(type_), "", *_field_rows(type_), ""]
        if kind in SECTIONS:
            titles = " · ".join(f"{rule.title.ja} / {rule.title.en}" for rule in SECTIONS[kind])
            lines += [f"Sections of the prose, in this order: {titles}", ""]
    for type_ in _nested_types():
        lines += [f"## {type_.__name__}", "", _first_line(type_), "", *_field_rows(type_), ""]
    return "\n".join(lines)


def _example(ref: Ref, field: dataclasses.Field[Any]) -> Any:
    if ref.kind.joins_roles and field.name in ("source", "target") and "--" in ref.id:
        return dict(zip(("source", "target"), ref.id.split("--"), strict=True))[field.name]
    return field.metadata["examples"][0]


def _field_rows(type_: type) -> list[str]:
    rows = ["| Field | Required | What | Example |", "|---|---|---|---|"]
    for field in fact_fields(type_):
        required = "yes" if is_required(field) else "no"
        example = json.dumps(field.metadata["examples"][0], ensure_ascii=False, default=str)
        rows.append(f"| `{field.name}` | {required} | {field.metadata['description']} | `{example}` |")
    return rows


def _first_line(type_: type) -> str:
    return (type_.__doc__ or "").split("\n")[0]


def _nested_types() -> list[type]:
    """The dataclasses that stand inside headers, in the order in which they are met."""
    found: list[Any] = []
    waiting: list[Any] = [Words, *ENTITY_TYPES.values()]
    while waiting:
        hints = get_type_hints(waiting.pop(0))
        for type_ in (inner for hint in hints.values() for inner in inner_types(hint)):
            if dataclasses.is_dataclass(type_) and type_ not in found:
                found.append(type_)
                waiting.append(type_)
    return found
