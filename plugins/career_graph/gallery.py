"""The gallery of components: every example of theme/components/<name>.yaml, on one page that only development builds have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from .pages import Guidebook, Page, gallery_page
from .pages.views import GalleryEntry
from .theme import Theme


@dataclass(frozen=True)
class Example:
    """One use of a component: what it shows, in which language, with which arguments of its macro."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    component: str
    macro: str
    name: str
    lang: str
    arguments: Mapping[str, Any]


def load_examples(theme: Path) -> list[Example]:
    """The examples of every component, in the order of their files. Raises pydantic's ValidationError for odd ones."""
    examples = []
    for file in sorted((theme / "components").glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text("utf-8")):
            values = {"component": file.stem, "macro": file.stem, "lang": "ja"} | entry
            examples.append(TypeAdapter(Example).validate_python(values))
    return examples


def build_gallery(book: Guidebook, theme: Theme) -> Page:
    """The gallery as a page of the site."""
    entries = (
        GalleryEntry(example.component, example.name, example.lang, _render(theme, example)) for example in load_examples(theme.folder)
    )
    return gallery_page(book, tuple(entries))


def _render(theme: Theme, example: Example) -> str:
    return theme.render_component(example.component, example.macro, example.lang, example.arguments)
