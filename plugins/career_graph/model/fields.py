"""What every kind of entity is made of: references, bilingual texts, dated values, words, shared facts."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, field
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, ClassVar, NamedTuple, Union, get_args, get_origin, get_type_hints


class Kind(StrEnum):
    """The kinds of content file; the value is the word used in references such as `role:accounting`."""

    ROLE = "role"
    SKILL = "skill"
    CERTIFICATION = "certification"
    TRANSITION = "transition"
    PATHWAY = "pathway"
    GUIDE = "guide"
    PAGE = "page"
    TERM = "term"

    @property
    def joins_roles(self) -> bool:
        """Whether ids of this kind name two roles, as <source>--<target>."""
        return self in (Kind.TRANSITION, Kind.PATHWAY)

    @property
    def has_pages(self) -> bool:
        """Whether each of this kind has a page of its own, with prose; terms stand together in the glossary."""
        return self is not Kind.TERM

    @property
    def folder(self) -> str:
        """The folder below content/<lang>/ that holds files of this kind."""
        return f"{self.value}s"


class Ref(NamedTuple):
    """Names one entity: `role:accounting`; a certification's grade as fragment: `certification:nissho-boki#2`."""

    kind: Kind
    id: str
    fragment: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" + (f"#{self.fragment}" if self.fragment else "")


@dataclass(frozen=True)
class RefersTo:
    """Marks a string type as the name of something else, so that one walk finds every reference."""

    target: str


RoleId = Annotated[str, RefersTo("role")]
SkillId = Annotated[str, RefersTo("skill")]
GradeId = Annotated[str, RefersTo("grade")]
EntityRef = Annotated[str, RefersTo("entity")]
SourceKey = Annotated[str, RefersTo("source")]


def fact(help: str, example: object, default: object = MISSING) -> Any:
    """A field that editors write: its help text and an example, and its default where it may be left out."""
    metadata = {"description": help, "examples": [example]}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True)
class Rule:
    """What the values of one field must keep to, beyond their type."""

    holds: Callable[[Any], bool]
    message: str


_RULES: dict[type, dict[str, Rule]] = {}


def rules_of(type_: type) -> dict[str, Rule]:
    """The rules of a dataclass, by field."""
    if type_ not in _RULES:
        hints = get_type_hints(type_, include_extras=True)
        _RULES[type_] = {name: rule for name, hint in hints.items() for rule in _rules_in(hint)}
    return _RULES[type_]


def _rules_in(hint: Any) -> Iterator[Rule]:
    """The rules of a type, looked for in `T | None` as well, but not in lists."""
    yield from (mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Rule))
    if isinstance(hint, UnionType) or get_origin(hint) is Union:
        for part in get_args(hint):
            yield from _rules_in(part)


def _between(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: low <= value <= high


def _matches(pattern: str) -> Callable[[Any], bool]:
    return lambda value: re.fullmatch(pattern, value) is not None


def _is_moment(value: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
        return False
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    try:
        return bool(datetime.date(year, month, day))
    except ValueError:
        return False


def _is_text(value: str) -> bool:
    return bool(value) and not any(unicodedata.category(letter) == "Cc" for letter in value)


Text = Annotated[str, Rule(_is_text, "needs text without control characters")]
AsOf = Annotated[str, Rule(_is_moment, "must be YYYY, YYYY-MM or YYYY-MM-DD")]
Day = Annotated[datetime.date, Rule(lambda day: day.year >= 2000, "must be a day such as 2026-11-22")]
Figure = Annotated[float, Rule(_between(0, 10**9), "must be between 0 and a thousand million")]
WebAddress = Annotated[str, Rule(_matches(r"https?://[^\s/]+(/\S*)?"), "must begin with https:// or http://")]
Hiragana = Annotated[
    str,
    Rule(
        _matches(r"[\u3041-\u30960-9a-z][\u3041-\u3096\u30fc0-9a-z・\- ]*"),
        "must be hiragana (digits and a-z where they are read so)",
    ),
]
Kebab = Annotated[str, Rule(_matches(r"[a-z0-9]+(-[a-z0-9]+)*"), "must be small letters, digits and single hyphens")]
Positive = Annotated[int, Rule(_between(1, 10**4), "must be between 1 and 10000")]
Count = Annotated[int, Rule(_between(0, 10**8), "must be 0 or more, and no more than a hundred million")]
Percent = Annotated[float, Rule(_between(0, 100), "must be between 0 and 100")]
Rating = Annotated[int, Rule(_between(1, 5), "must be between 1 and 5")]


class FieldError(ValueError):
    """A value that a field cannot hold, whatever its type."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, kw_only=True)
class Fields:
    """Base of everything that is read from YAML: an unknown key is an error, a number may stand for a text.

    A value that breaks a rule of its field raises FieldError.
    """

    __pydantic_config__: ClassVar[Any] = {"extra": "forbid", "coerce_numbers_to_str": True, "str_strip_whitespace": True}

    def __post_init__(self) -> None:
        for name, rule in rules_of(type(self)).items():
            if (value := getattr(self, name)) is not None and not rule.holds(value):
                raise FieldError(name, f'"{name}" {rule.message}')


@dataclass(frozen=True, kw_only=True)
class Bilingual(Fields):
    """A short text side by side in both languages."""

    ja: Text = fact("Japanese text.", "請求書の発行")
    en: Text = fact("English text.", "Issuing invoices")


@dataclass(frozen=True, kw_only=True)
class Dated(Fields):
    """When a value held, and who says so; base of perishable values."""

    as_of: AsOf = fact("When the value held: YYYY, YYYY-MM or YYYY-MM-DD; for an undated page the month it was read.", "2025-04")
    source: SourceKey = fact("Key of the source in content/sources.yaml.", "kasaokacci-fees")


@dataclass(frozen=True, kw_only=True)
class Span(Fields):
    """A range of whole numbers, both ends included."""

    min: Count = fact("Lower end.", 6)
    max: Count = fact("Upper end.", 12)

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.min > self.max:
            raise FieldError("min", "min is above max")


class Status(StrEnum):
    """Whether a page is finished; a draft carries a notice and is kept out of search engines."""

    PUBLISHED = "published"
    DRAFT = "draft"


@dataclass(frozen=True, kw_only=True)
class Words(Fields):
    """What one language says of an entity. The only fields a translation may carry, with `source_hash`."""

    title: Text = fact("Name of the entity, as the heading of its page.", "経理")
    summary: Text = fact(
        "One or two sentences: what it is. Used on cards, in lists and for search engines.",
        "会社のお金の出入りを記録し、月と年ごとに締める仕事です。",
    )
    label: str | None = fact("Shorter name for lists and links; the title where left out.", "簿記", None)
    alt_labels: tuple[str, ...] = fact("Other names people use for it.", ["経理職", "経理担当"], ())
    hidden_labels: tuple[str, ...] = fact(
        "Names that are searched and linked, but not shown: kana, short forms, common misspellings.", ["けいり"], ()
    )
    unlinked: tuple[str, ...] = fact(
        "Names of it that are not made into links in prose, because they mean something else as often.", ["経理担当"], ()
    )
    not_within: tuple[str, ...] = fact(
        "Longer words and phrases, exactly as written, in which a name of it means something else.", ["経理の良い"], ()
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in self.unlinked:
            if name not in self.names:
                raise FieldError("unlinked", f'"{name}" is no name of it: neither title, label, alt_labels nor hidden_labels have it')

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, title and label first."""
        main = (self.title, self.label) if self.label else (self.title,)
        return (*main, *self.alt_labels, *self.hidden_labels)


@dataclass(frozen=True, kw_only=True)
class Facts(Fields):
    """What every source-language file carries besides its words."""

    id: str
    reading: Hiragana = fact("Reading of the title in hiragana; lists are sorted by it.", "けいり")
    reviewed: Day = fact("Day an editor last checked the whole page.", "2026-11-22")
    status: Status = fact("published, or draft: shown with a notice and hidden from search engines.", "published", Status.PUBLISHED)
    sources: tuple[SourceKey, ...] = fact("Keys of the sources that the prose rests on.", ["jobtag-ipd"], ())
