"""What every kind of entity is made of: references, bilingual texts, dated values, words, shared facts."""

from __future__ import annotations

import datetime
import re
from dataclasses import MISSING, dataclass, field
from enum import StrEnum
from typing import Annotated, Any, ClassVar, NamedTuple


class Kind(StrEnum):
    """The kinds of content file; the value is the word used in references such as `role:accounting`."""

    ROLE = "role"
    SKILL = "skill"
    CERTIFICATION = "certification"
    TRANSITION = "transition"
    GUIDE = "guide"
    PAGE = "page"

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


@dataclass(frozen=True, kw_only=True)
class Fields:
    """Base of everything that is read from YAML: an unknown key is an error, a number may stand for a text."""

    __pydantic_config__: ClassVar[Any] = {"extra": "forbid", "coerce_numbers_to_str": True, "str_strip_whitespace": True}


@dataclass(frozen=True, kw_only=True)
class Bilingual(Fields):
    """A short text side by side in both languages."""

    ja: str = fact("Japanese text.", "請求書の発行")
    en: str = fact("English text.", "Issuing invoices")

    def __post_init__(self) -> None:
        if not self.ja or not self.en:
            raise ValueError("both ja and en need text")


@dataclass(frozen=True, kw_only=True)
class Dated(Fields):
    """Base of perishable values: until when it is known to hold, and who says so."""

    as_of: str = fact("When the value held: YYYY, YYYY-MM or YYYY-MM-DD; for an undated page the month it was read.", "2025-04")
    source: SourceKey = fact("Key of the source in content/sources.yaml.", "kasaokacci-fees")

    def __post_init__(self) -> None:
        if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?", self.as_of):
            raise ValueError(f'as_of "{self.as_of}" is not YYYY, YYYY-MM or YYYY-MM-DD')


@dataclass(frozen=True, kw_only=True)
class Span(Fields):
    """A range of whole numbers, both ends included."""

    min: int = fact("Lower end.", 6)
    max: int = fact("Upper end.", 12)

    def __post_init__(self) -> None:
        if not 0 <= self.min <= self.max:
            raise ValueError("min must be 0 or more and not above max")


class Status(StrEnum):
    """Whether a page is finished; a draft carries a notice and is kept out of search engines."""

    PUBLISHED = "published"
    DRAFT = "draft"


@dataclass(frozen=True, kw_only=True)
class Words(Fields):
    """What one language says of an entity. The only fields a translation may carry, with `source_hash`."""

    title: str = fact("Name of the entity, as the heading of its page.", "経理")
    summary: str = fact(
        "One or two sentences: what it is. Used on cards, in lists and for search engines.",
        "会社のお金の出入りを記録し、月と年ごとに締める仕事です。",
    )
    label: str | None = fact("Shorter name for lists and links; the title where left out.", "簿記", None)
    alt_labels: tuple[str, ...] = fact("Other names people use for it.", ["経理職", "経理担当"], ())


@dataclass(frozen=True, kw_only=True)
class Facts(Fields):
    """What every source-language file carries besides its words."""

    id: str
    reading: str = fact("Reading of the title in hiragana; lists are sorted by it.", "けいり")
    reviewed: datetime.date = fact("Day an editor last checked the whole page.", "2026-11-22")
    status: Status = fact("published, or draft: shown with a notice and hidden from search engines.", "published", Status.PUBLISHED)
    sources: tuple[SourceKey, ...] = fact("Keys of the sources that the prose rests on.", ["jobtag-ipd"], ())

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[\u3041-\u309f\u30fc0-9a-z・\- ]+", self.reading):
            raise ValueError(f'reading "{self.reading}" must be hiragana (digits and a-z where they are read so)')
