"""What a content file may say. Everything here derives from the dataclasses in `model`."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .frontmatter import Fields, Header, Location
from .languages import SOURCE_LANGUAGE
from .model import ENTITY_TYPES, Bilingual, Entity, FieldError, Kind, Ref, RefersTo, Words, rules_of
from .problems import Problem, did_you_mean

T = TypeVar("T")

_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}
"""Building an adapter is slow; each type has one."""

_TARGETS: dict[type, Mapping[str, str | None]] = {}
"""What each field of a dataclass refers to."""

SOURCE_HASH = "source_hash"
"""Field of a translation: the fingerprint of the source text it was made from."""


@dataclass(frozen=True)
class SectionRule:
    """A section that every page of a kind has; `id` is its anchor in both languages."""

    id: str
    title: Bilingual


def _sections(*rows: tuple[str, str, str]) -> tuple[SectionRule, ...]:
    return tuple(SectionRule(id, Bilingual(ja=ja, en=en)) for id, ja, en in rows)


SECTIONS: dict[Kind, tuple[SectionRule, ...]] = {
    Kind.ROLE: _sections(
        ("work", "仕事の内容", "The work"),
        ("rhythm", "一日・一か月・一年の流れ", "A day, a month, a year"),
        ("company-size", "会社の規模による違い", "By company size"),
        ("skills", "必要なスキル", "Skills you need"),
        ("certifications", "役立つ資格", "Certifications that help"),
        ("suits", "向いている人", "Who it suits"),
        ("rewards", "やりがいと大変なところ", "What is rewarding, what is hard"),
        ("ai", "AIと自動化でどう変わるか", "AI and automation"),
        ("entry", "未経験からのはじめ方", "Getting in without experience"),
        ("next", "次のキャリア", "Where next"),
    ),
    Kind.SKILL: _sections(
        ("what", "どんなスキルか", "What it is"),
        ("levels", "水準のめやす", "What each level looks like"),
        ("learning", "仕事での身につけ方", "Learning it at work"),
    ),
    Kind.CERTIFICATION: _sections(
        ("proves", "何を示す資格か", "What it proves"),
        ("limits", "この資格だけでは得られないもの", "What it does not give you"),
        ("asked-by", "だれが求めるか", "Who asks for it"),
        ("preparing", "準備のしかた", "How to prepare"),
        ("which-grade", "どの級がどの道に役立つか", "Which grade for which path"),
    ),
    Kind.TRANSITION: _sections(
        ("why", "なぜこの道を選ぶか", "Why people make this move"),
        ("carries-over", "持っていけるもの", "What carries over"),
        ("missing", "足りないものと埋め方", "What is missing and how to close it"),
        ("steps", "進める順番", "A realistic order of steps"),
        ("avoid", "すすめない場合", "When not to do it"),
    ),
}
"""The sections that pages of a kind share, in order; kinds not named here are free."""


def section_anchor(kind: Kind, lang: str, title: str, own: str) -> str:
    """The anchor of a section: the one that pages of the kind share, else its own."""
    return next((rule.id for rule in SECTIONS.get(kind, ()) if getattr(rule.title, lang) == title), own)


def is_reserved(anchor: str) -> bool:
    """Whether pages need an anchor for parts of their own, whatever their content."""
    return anchor == "main" or anchor.startswith(("page-", "source-"))


@dataclass(frozen=True)
class Document:
    """One content file, understood: words in its language, and facts where it is the source-language file."""

    ref: Ref
    lang: str
    path: str
    fields: Fields
    words: Words
    facts: Entity | None
    source_hash: str | None
    body: str
    body_line: int

    @property
    def fingerprint(self) -> str:
        """Fingerprint of what a translator translates: the words and the prose, not the facts."""
        words = [self.words.title, self.words.summary, self.words.label or "", *self.words.alt_labels, self.body.strip()]
        return hashlib.sha256("\n".join(words).encode()).hexdigest()[:10]

    def problem(self, location: Location, code: str, message: str, hint: str = "") -> Problem:
        """A problem at a value of the header."""
        return Problem(self.path, *self.fields.mark(location), code, message, hint)


def parse_document(ref: Ref, lang: str, path: str, header: Header) -> Document | list[Problem]:
    """Check a file's header against the fields of its kind; give the document, or every problem of the header."""
    is_source = lang == SOURCE_LANGUAGE
    known, foreign = _known_fields(ref.kind, is_source)
    problems = list(_check_keys(path, header.fields, known, foreign))
    words = _parse_part(Words, header.fields, path)
    facts = _parse_part(ENTITY_TYPES[ref.kind], header.fields, path, id=ref.id) if is_source else None
    source_hash = None if is_source else _parse_source_hash(header.fields, path)
    for part in (words, facts, source_hash):
        problems += part if isinstance(part, list) else []
    if problems or isinstance(words, list) or isinstance(facts, list) or isinstance(source_hash, list):
        return problems
    return Document(ref, lang, path, header.fields, words, facts, source_hash, header.body, header.body_line)


def parse_value(type_: type[T], fields: Fields, path: str, values: Any = None, within: Location = ()) -> T | list[Problem]:
    """Build a model value from plain values, or say at which line each of them is wrong.

    `values` are the values to check where they are not the whole of `fields`; `within` is where they stand in it.
    """
    try:
        value: T = adapter(type_).validate_python(fields.values if values is None else values)
        return value
    except ValidationError as error:
        problems = [_explain(type_, details, fields, path, within) for details in error.errors(include_url=False)]
        faults = _broken_rules(type_, fields.values if values is None else values)
        return problems + [_rule_problem(type_, location, message, fields, path, within) for location, message in faults]


def references(value: Any, location: Location = ()) -> Iterator[tuple[Location, str, str]]:
    """Every reference inside a model value, as (where it stands, what it refers to, the name)."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from references(item, (*location, index))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for name, target in _targets(type(value)).items():
            yield from _references_in(getattr(value, name), target, (*location, name))


def header_fields(kind: Kind, is_source: bool) -> list[dataclasses.Field[Any]]:
    """The fields a header of this kind may have, words first, in the order of the model."""
    fields = fact_fields(Words)
    return fields + fact_fields(ENTITY_TYPES[kind]) if is_source else fields


def is_required(field: dataclasses.Field[Any]) -> bool:
    """Whether an editor must write the field."""
    return field.default is dataclasses.MISSING


def fact_fields(type_: type) -> list[dataclasses.Field[Any]]:
    """The fields that editors write, those they must write first."""
    own = [field for field in dataclasses.fields(type_) if field.metadata]
    return sorted(own, key=lambda field: not is_required(field))


def adapter(type_: Any) -> TypeAdapter[Any]:
    """What validates and describes a type."""
    return _ADAPTERS.get(type_) or _ADAPTERS.setdefault(type_, TypeAdapter(type_))


def inner_types(hint: Any) -> Iterator[Any]:
    """A type and every type inside it: of `tuple[Grade, ...] | None` also Grade."""
    yield hint
    for argument in get_args(hint):
        yield from inner_types(argument)


# ---------------------------------------------------------------- inside


def _known_fields(kind: Kind, is_source: bool) -> tuple[set[str], set[str]]:
    words, facts = ({field.name for field in fact_fields(type_)} for type_ in (Words, ENTITY_TYPES[kind]))
    return (words | facts, {SOURCE_HASH}) if is_source else (words | {SOURCE_HASH}, facts)


def _check_keys(path: str, fields: Fields, known: set[str], foreign: set[str]) -> Iterator[Problem]:
    for key in fields.values:
        place = fields.key_mark((key,))
        if key in foreign and key != SOURCE_HASH:
            yield Problem(
                path, *place, "fact-in-translation", f'"{key}" is a fact', "facts stand in the source-language file only; delete it here"
            )
        elif key not in known:
            yield Problem(path, *place, "unknown-field", f'no field "{key}"', did_you_mean(key, known))


def _parse_part(type_: type[T], fields: Fields, path: str, **given: Any) -> T | list[Problem]:
    names = {field.name for field in fact_fields(type_)}
    values = {key: value for key, value in fields.values.items() if key in names}
    return parse_value(type_, fields, path, values | given)


def _parse_source_hash(fields: Fields, path: str) -> str | list[Problem]:
    value = fields.values.get(SOURCE_HASH)
    if value is None:
        hint = "the command `status` prints the fingerprint"
        return [Problem(path, *fields.mark(()), "missing-field", f'no "{SOURCE_HASH}"', hint)]
    return str(value)


_TYPE_WORDS = {
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float"), "a whole number"),
    **dict.fromkeys(("float_parsing", "float_type"), "a number"),
    **dict.fromkeys(("date_parsing", "date_type", "date_from_datetime_parsing", "date_from_datetime_inexact"), "a day such as 2026-11-22"),
    "string_type": "one text",
    "tuple_type": "a list",
    **dict.fromkeys(("dataclass_type", "dict_type"), "fields with values"),
}
"""What pydantic's kinds of error ask for, in an editor's words."""


def _explain(type_: type, details: ErrorDetails, fields: Fields, path: str, within: Location) -> Problem:
    location = (*within, *(part for part in details["loc"] if part != "[key]"))
    name = next((part for part in reversed(location) if isinstance(part, str)), "")
    context = details.get("ctx") or {}
    match details["type"]:
        case "missing" | "missing_argument" | "missing_keyword_only_argument":
            return Problem(path, *fields.mark(location[:-1]), "missing-field", f'no "{name}"', _help(type_, details["loc"]))
        case "unexpected_keyword_argument" | "extra_forbidden":
            siblings = _names(type_, details["loc"][:-1])
            return Problem(path, *fields.key_mark(location), "unknown-field", f'no field "{name}"', did_you_mean(name, siblings))
        case "enum":
            hint = f"one of: {context['expected']}"
            return Problem(path, *fields.mark(location), "bad-value", f'"{name}" cannot be {_shown(details["input"])}', hint)
        case "value_error":
            error = context["error"]
            at = (*details["loc"], error.field) if isinstance(error, FieldError) else details["loc"]
            return _rule_problem(type_, at, str(error), fields, path, within)
    message = f'"{name}" must be {_TYPE_WORDS.get(details["type"], "of another form")}, not {_shown(details["input"])}'
    return Problem(path, *fields.mark(location), "bad-value", message, _help(type_, details["loc"]))


def _rule_problem(type_: type, location: Location, message: str, fields: Fields, path: str, within: Location) -> Problem:
    return Problem(path, *fields.mark((*within, *location)), "bad-value", message, _help(type_, location))


def _broken_rules(type_: Any, value: Any, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every rule that plain values break. A value of a wrong type has been reported; its rules wait."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _broken_rules(type_, item, (*location, index))
    elif isinstance(value, dict) and isinstance(type_, type) and dataclasses.is_dataclass(type_):
        hints = get_type_hints(type_)
        for name, rule in rules_of(type_).items():
            read = _read_as(hints[name], value.get(name))
            if read is not None and not rule.holds(read):
                yield (*location, name), f'"{name}" {rule.message}'
        for name, item in value.items():
            inner = next(filter(dataclasses.is_dataclass, inner_types(hints.get(name))), None)
            yield from _broken_rules(inner, item, (*location, name))


def _read_as(hint: Any, text: Any) -> Any:
    """A text as the value of a field, or None where it is not of the field's type."""
    type_ = next((inner for inner in inner_types(hint) if inner in (str, int, float)), None)
    try:
        return type_(text) if type_ and isinstance(text, str) else None
    except ValueError:
        return None


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _help(type_: type, location: Location) -> str:
    owner = _type_at(type_, location[:-1])
    for field in fact_fields(owner) if owner and location else ():
        if field.name == location[-1]:
            return f"{field.metadata['description']} Example: {_shown(field.metadata['examples'][0])}"
    return ""


def _names(type_: type, location: Location) -> list[str]:
    owner = _type_at(type_, location)
    return [field.name for field in fact_fields(owner)] if owner else []


def _type_at(type_: Any, location: Location) -> Any:
    """The dataclass that stands at a location inside a value of `type_`, or None."""
    for part in location:
        if isinstance(part, str):
            hint = get_type_hints(type_).get(part) if dataclasses.is_dataclass(type_) else None
            type_ = next((candidate for candidate in inner_types(hint) if dataclasses.is_dataclass(candidate)), None)
    return type_


def _targets(type_: Any) -> Mapping[str, str | None]:
    if type_ not in _TARGETS:
        hints = get_type_hints(type_, include_extras=True)
        _TARGETS[type_] = {field.name: _find_target(hints[field.name]) for field in dataclasses.fields(type_)}
    return _TARGETS[type_]


def _find_target(hint: Any) -> str | None:
    if get_origin(hint) is Annotated:
        return next((mark.target for mark in hint.__metadata__ if isinstance(mark, RefersTo)), None)
    return next(filter(None, map(_find_target, get_args(hint))), None)


def _references_in(value: Any, target: str | None, location: Location) -> Iterator[tuple[Location, str, str]]:
    if target is None:
        if not isinstance(value, (str, Enum)):
            yield from references(value, location)
    elif isinstance(value, tuple):
        yield from (((*location, index), target, item) for index, item in enumerate(value))
    elif value is not None:
        yield location, target, value
