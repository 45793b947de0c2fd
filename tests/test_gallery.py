from __future__ import annotations

import json
import shutil
from collections import Counter
from gettext import NullTranslations
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup
from career_graph.gallery import Example, load_examples
from career_graph.languages import LANGUAGES
from career_graph.pages.values import (
    ChoiceGroup,
    Cited,
    ComparedTable,
    DefinitionGroup,
    ElementRow,
    Figures,
    FitCard,
    Group,
    Link,
    OpeningRow,
    PathCard,
    Quotation,
    Remark,
    RouteFinder,
    SectionView,
    SkillRow,
    SourceList,
    SourceRow,
    Statement,
    Station,
    TaskRow,
    Ticket,
    UsedSource,
    Way,
)
from career_graph.pages.views import AlternativeView, GapRow, LegView, LineView, ProfileView, TotalsView
from career_graph.site_build import SiteBuild
from career_graph.theme import Theme
from jinja2 import Environment, nodes
from pydantic import ConfigDict, ValidationError, create_model
from small_sites import ADDRESS, ROOT, SITES

THEME = ROOT / "theme"
EXAMPLES = load_examples(THEME)
EACH_EXAMPLE = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.component}: {example.name}")
CONTENT = SITES / "bilingual" / "content"

PARAMETERS: dict[str, object] = {
    "after": Station | Link | None,
    "alternatives": tuple[AlternativeView, ...],
    "approaches": tuple[str, ...],
    "band": int,
    "before": Station | Link | None,
    "card": PathCard,
    "cards": tuple[PathCard, ...],
    "code": str,
    "codes": tuple[tuple[str, tuple[tuple[str, str], ...]], ...],
    "columns": tuple[Station, Station],
    "context": str,
    "entries": tuple[UsedSource, ...],
    "elements": tuple[ElementRow, ...],
    "figures": tuple[Figures, ...],
    "finder": RouteFinder,
    "first": str,
    "fit": FitCard,
    "meaning": str,
    "name": str,
    "gaps": tuple[GapRow, ...],
    "groups": tuple[Group, ...] | tuple[ChoiceGroup, ...] | tuple[DefinitionGroup, ...],
    "heading": str,
    "here": str,
    "home": str,
    "is_composed": bool,
    "item": Ticket,
    "items": tuple[Ticket, ...],
    "label": str,
    "labels": tuple[str, ...],
    "legs": tuple[LegView, ...],
    "level": int,
    "lines": tuple[LineView, ...],
    "link": Link | None,
    "links": tuple[Link, ...],
    "navigation": tuple[tuple[Link, bool], ...],
    "number": int,
    "other_name": Link,
    "pages": tuple[tuple[Link, bool], ...] | tuple[Link, ...],
    "place": str,
    "prefix": str,
    "profile": ProfileView | None,
    "publisher": str,
    "rating": int,
    "quotations": tuple[Quotation, ...],
    "reading": str,
    "remark": Remark,
    "reasons": dict[str, tuple[str, ...]],
    "reviewed": str,
    "rows": tuple[SkillRow, ...] | tuple[OpeningRow, ...],
    "scores": Cited | None,
    "search": Link | None,
    "sections": tuple[SectionView, ...],
    "site_name": str,
    "size": str,
    "source": SourceRow,
    "sources": SourceList,
    "statement": Statement,
    "station": Station,
    "steps": int,
    "sums": TotalsView,
    "switch": Link | None,
    "table": ComparedTable,
    "tasks": tuple[TaskRow, ...],
    "title": str,
    "url": str,
    "value": Cited,
    "way": Way,
}
"""Parameter of a macro → the values that pages hand to it."""


class NoOtherWords(NullTranslations):
    """Says where an example has a code, such as a use or a measure, that has no words."""

    def pgettext(self, context: str, message: str) -> str:
        raise LookupError(f"no words for {message!r} ({context})")


@pytest.fixture(scope="module")
def theme() -> Theme:
    theme = Theme(THEME)
    for translations in theme.translations.values():
        translations.add_fallback(NoOtherWords())
    return theme


def render(theme: Theme, example: Example) -> str:
    return theme.render_component(example.component, example.macro, example.lang, example.arguments)


def macros() -> dict[tuple[str, str], tuple[list[str], int]]:
    """Component and macro → the names of its parameters, and how many of them may be left out."""
    environment = Environment(extensions=["jinja2.ext.i18n"])
    return {
        (file.stem, macro.name): ([argument.name for argument in macro.args], len(macro.defaults))
        for file in (THEME / "templates" / "components").glob("*.html")
        for macro in environment.parse(file.read_text("utf-8")).find_all(nodes.Macro)
    }


# ---------------------------------------------------------------- examples


def test_every_macro_has_an_example_and_every_example_a_macro() -> None:
    assert {(example.component, example.macro) for example in EXAMPLES} == macros().keys()


@pytest.mark.parametrize("component", sorted({example.component for example in EXAMPLES}))
def test_every_component_is_shown_in_both_languages(component: str) -> None:
    assert {example.lang for example in EXAMPLES if example.component == component} == set(LANGUAGES)


def test_no_two_examples_of_a_component_have_the_same_name() -> None:
    assert [place for place, count in Counter((example.component, example.name) for example in EXAMPLES).items() if count > 1] == []


@EACH_EXAMPLE
def test_an_example_gives_what_its_macro_takes_and_nothing_else(example: Example) -> None:
    names, optional = macros()[example.component, example.macro]
    given = list(example.arguments)
    assert set(given) <= set(names)
    assert set(given) >= set(names[: len(names) - optional])


@EACH_EXAMPLE
def test_an_example_has_every_field_of_the_values_that_pages_hold_and_no_other(example: Example) -> None:
    fields = {name: (PARAMETERS[name], ...) for name in example.arguments}
    create_model("Arguments", __config__=ConfigDict(extra="forbid", strict=True), **fields).model_validate_json(
        json.dumps(example.arguments)
    )


@EACH_EXAMPLE
def test_an_example_renders_to_sound_html(theme: Theme, example: Example) -> None:
    page = (
        f'<!doctype html><html lang="{example.lang}"><head><title>{example.name}</title></head><body>{render(theme, example)}</body></html>'
    )
    html5lib.HTMLParser(strict=True).parse(page)


@EACH_EXAMPLE
def test_only_an_example_that_says_so_is_empty(theme: Theme, example: Example) -> None:
    assert (render(theme, example).strip() == "") == example.name.startswith("Empty: ")


@pytest.mark.parametrize(
    "entry",
    ["{name: A, arguments: {}, note: x}", "{name: A}", "{arguments: {}}", "{name: A, arguments: []}"],
    ids=["unknown key", "no arguments", "no name", "arguments without names"],
)
def test_an_odd_example_is_refused(tmp_path: Path, entry: str) -> None:
    (tmp_path / "components").mkdir()
    (tmp_path / "components" / "ticket.yaml").write_text(f"- {entry}\n", "utf-8")
    with pytest.raises(ValidationError):
        load_examples(tmp_path)


# ---------------------------------------------------------------- the page


def build(folder: Path, theme: Path = THEME, **settings: bool) -> SiteBuild:
    site = SiteBuild(CONTENT, theme, folder / "output", folder / "cache", ADDRESS, **settings)
    knowledge, _ = site.gather()
    assert knowledge is not None
    site.write(knowledge)
    return site


def test_the_gallery_holds_every_example(theme: Theme, tmp_path: Path) -> None:
    html = (build(tmp_path, gallery=True).output / "gallery" / "index.html").read_text("utf-8")
    shown = BeautifulSoup(html, "html.parser").select(".gallery__example")
    assert [(part.parent.h2.text, part.h3.text, part.div["lang"]) for part in shown] == [  # type: ignore[union-attr]
        (example.component, example.name, example.lang) for example in EXAMPLES
    ]
    assert [example.name for example in EXAMPLES if render(theme, example) not in html] == []


def test_a_changed_example_makes_the_gallery_anew(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(THEME, tmp_path / "theme"))
    page = build(tmp_path, copy, gallery=True).output / "gallery" / "index.html"
    file = copy / "components" / "page_end.yaml"
    file.write_text(file.read_text("utf-8").replace("2026", "1999"), "utf-8")
    build(tmp_path, copy, gallery=True)
    assert "1999" in page.read_text("utf-8")


def test_a_published_build_has_no_gallery(tmp_path: Path) -> None:
    assert not (build(tmp_path).output / "gallery").exists()


def test_a_gallery_that_is_no_longer_wanted_is_removed(tmp_path: Path) -> None:
    assert (build(tmp_path, gallery=True).output / "gallery").is_dir()
    assert not (build(tmp_path, gallery=False).output / "gallery").exists()
