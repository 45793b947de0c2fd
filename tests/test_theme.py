from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from career_graph.aptitude import Agreement
from career_graph.knowledge import read_knowledge
from career_graph.languages import LANGUAGES, SOURCE_LANGUAGE, Addresses
from career_graph.model import (
    Basis,
    Change,
    CompanySizes,
    Exposure,
    Family,
    How,
    Kind,
    LegalClass,
    Level,
    Match,
    Measure,
    Scheme,
    SkillType,
    Topic,
    Use,
)
from career_graph.pages import AssetAddresses, Guidebook, Page, build_pages
from career_graph.pathways import Approach, Band, Gate
from career_graph.profiles import COMPARED
from career_graph.prose import Renderer
from career_graph.theme import Theme
from small_sites import ADDRESS, ROOT, SITES

THEME = ROOT / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
STYLES = sorted((THEME / "static" / "css").rglob("*.css"))
SCRIPTS = sorted((THEME / "static" / "js").glob("*.js"))
PAGES_CODE = ROOT / "plugins" / "career_graph" / "pages"
EACH_TEMPLATE = pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
EACH_STYLE = pytest.mark.parametrize("style", STYLES, ids=lambda file: file.name)
ASSETS = AssetAddresses("site.css", "icon.svg", dict.fromkeys(Theme(THEME).scripts, "script.js"))
EACH_LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)

WORDS: dict[str, set[str]] = {
    "level": {str(int(level)) for level in Level},
    "band": {str(int(band)) for band in Band},
    "responsibility": {"1", "2", "3", "4"},
    "rating": {"1", "2", "3", "4", "5"},
    "use": set(Use),
    "legal class": set(LegalClass),
    "measure": set(Measure),
    "exposure": set(Exposure),
    "how": set(How),
    "change": set(Change),
    "basis": set(Basis),
    "gate": set(Gate),
    "skill type": set(SkillType),
    "skill types": set(SkillType),
    "family": set(Family),
    "scheme": set(Scheme),
    "match": set(Match),
    "company size": {field.name.replace("_", "-") for field in dataclasses.fields(CompanySizes)},
    "kind": set(Kind),
    "notice": {"draft", "untranslated", "stale"},
    "count": {"roles", "skills", "certifications", "paths"},
    "comparison": {"overview", "shared", "needs", "figures", "sizes", "ratings"},
    "compared": {"summary", "station", "responsibility", "tasks", "own", "certifications"},
    "comparison note": {"no-shared-skill", "one-occupation", "not-rated"},
    "domain": set(COMPARED),
    "index": {"letters", "skills", "certifications"},
    "footer": {"explore", "tools", "about"},
    "approach": set(Approach),
    "guide topic": set(Topic),
    "opening": {"skill", "grade"},
    "answer": {"-2", "-1", "0", "1", "2"},
    "agreement": set(Agreement),
}
"""Context in the .po files → the values that have words there."""


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    knowledge, _ = read_knowledge(SITES / "bilingual" / "content", Renderer())
    assert knowledge is not None
    return list(build_pages(Guidebook(knowledge, Addresses(ADDRESS), Theme(THEME).translations, ASSETS)))


@pytest.fixture
def copy_of_theme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(THEME, tmp_path / "theme"))


# ---------------------------------------------------------------- digests


def variants(value: Any) -> Iterator[Any]:
    """The value with one thing in it changed, once for each thing in it."""
    if isinstance(value, tuple):
        yield (*value, "more")
        for place, item in enumerate(value):
            yield from ((*value[:place], other, *value[place + 1 :]) for other in variants(item))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from (dataclasses.replace(value, **{field.name: other}) for other in variants(getattr(value, field.name)))
    elif isinstance(value, bool):
        yield not value
    else:
        yield value + 1 if isinstance(value, int) else f"{value} "


def test_equal_pages_have_equal_digests(pages: list[Page]) -> None:
    theme = Theme(THEME)
    assert all(theme.digest(page) == Theme(THEME).digest(dataclasses.replace(page)) for page in pages[:3])
    assert len({theme.digest(page) for page in pages}) == len(pages)


@pytest.mark.parametrize("kind", ["role", "transition", "certification", "skills"])
def test_a_page_with_anything_changed_has_another_digest(pages: list[Page], kind: str) -> None:
    theme = Theme(THEME)
    page = next(page for page in pages if page.kind == kind)
    changed = list(variants(page))
    assert len(changed) > 100
    assert len({theme.digest(other) for other in (page, *changed)}) == len(changed) + 1


@pytest.mark.parametrize("file", [*TEMPLATES, *THEME.rglob("*.po")], ids=lambda file: "/".join(file.parts[-3:]))
def test_pages_are_made_anew_when_a_template_or_word_changes(pages: list[Page], copy_of_theme: Path, file: Path) -> None:
    before = Theme(copy_of_theme).digest(pages[0])
    with (copy_of_theme / file.relative_to(THEME)).open("a") as text:
        text.write("\n")
    assert Theme(copy_of_theme).digest(pages[0]) != before


def test_equal_pages_give_equal_bytes(pages: list[Page]) -> None:
    first, second = Theme(THEME), Theme(THEME)
    assert [first.render(page) for page in pages] == [second.render(page) for page in pages]


def test_blank_lines_stand_in_code_only(pages: list[Page]) -> None:
    theme = Theme(THEME)
    assert [page.url for page in pages if "\n\n" in theme.render(page)] == []
    about = next(page for page in pages if page.id == "about")
    (main,) = about.mains
    code = "<pre><code>first\n\nlast\n</code></pre>"
    view = dataclasses.replace(main.view, intro=code)  # type: ignore[type-var]
    assert code in theme.render(dataclasses.replace(about, mains=(dataclasses.replace(main, view=view),)))


# ---------------------------------------------------------------- assets


@EACH_STYLE
def test_the_stylesheet_changes_its_name_with_every_file_in_it(copy_of_theme: Path, style: Path) -> None:
    before = Theme(copy_of_theme).stylesheet
    file = copy_of_theme / style.relative_to(THEME)
    file.write_text(file.read_text("utf-8").swapcase(), "utf-8")
    after = Theme(copy_of_theme).stylesheet
    assert len(after.data) == len(before.data)
    assert after.path != before.path


def test_an_asset_without_changes_keeps_its_name(copy_of_theme: Path) -> None:
    assert Theme(copy_of_theme).assets == Theme(THEME).assets
    (copy_of_theme / "static" / "icon.svg").write_text("<svg/>")
    assert Theme(copy_of_theme).icon.path != Theme(THEME).icon.path


@EACH_STYLE
def test_a_stylesheet_closes_what_it_opens(style: Path) -> None:
    # All become one file: a brace left open would swallow whatever comes after it.
    text = re.sub(r'"[^"]*"', "", style.read_text("utf-8"))
    assert text.count("{") == text.count("}")
    assert text.count("/*") == text.count("*/")


def test_scripts_share_a_folder_that_changes_its_name_with_any_of_them(copy_of_theme: Path) -> None:
    scripts = copy_of_theme / "static" / "js"
    (scripts / "one.js").write_text('import "./two.js"')
    (scripts / "two.js").write_text("")
    before = Theme(copy_of_theme).scripts
    assert Path(before["one"].path).parent == Path(before["two"].path).parent
    (scripts / "two.js").write_text("1")
    assert Theme(copy_of_theme).scripts["one"].path != before["one"].path


def test_the_stylesheet_begins_with_the_tokens_and_ends_with_the_utilities() -> None:
    text = Theme(THEME).stylesheet.data.decode()
    parts = [
        text.index((THEME / "static" / "css" / f"{name}.css").read_text("utf-8")) for name in ("tokens", "base", "layout", "utilities")
    ]
    assert parts == sorted(parts)
    assert all(text.index(style.read_text("utf-8")) < parts[-1] for style in STYLES if style.parent.name == "components")


# ---------------------------------------------------------------- words


def catalog(lang: str) -> Catalog:
    with (THEME / "translations" / lang / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=lang)


def plain_messages(lang: str) -> dict[str, str]:
    return {str(message.id): str(message.string) for message in catalog(lang) if message.id and not message.context}


def named_in_code() -> set[tuple[str, str | None]]:
    """Every message that templates or page builders name outright, with its context."""
    found = [*extract_from_dir(THEME / "templates", [("**.html", "jinja2")]), *extract_from_dir(PAGES_CODE, [("**.py", "python")])]
    return {(message, context) for _, _, message, _, context in found}


@EACH_LANGUAGE
@pytest.mark.parametrize("context", WORDS)
def test_every_value_of_a_field_has_words_and_nothing_else_has(lang: str, context: str) -> None:
    there = {str(message.id): message for message in catalog(lang) if message.context == context}
    assert there.keys() == {str(value) for value in WORDS[context]}
    assert all(message.string for message in there.values())


@EACH_LANGUAGE
def test_no_other_context_has_words(lang: str) -> None:
    assert {message.context for message in catalog(lang)} - {None} == WORDS.keys()


def test_templates_use_every_context_and_no_other() -> None:
    text = "\n".join(template.read_text("utf-8") for template in TEMPLATES)
    direct = set(re.findall(r'pgettext\("([^"]+)"', text))
    handed_on = {context for context in WORDS if f'"{context}"' in text}
    assert direct <= WORDS.keys() == handed_on
    assert set(re.findall(r"pgettext\(([^,]+),", text)) - {f'"{context}"' for context in direct} == {"context"}


def test_messages_named_with_a_context_have_words() -> None:
    named = {(message, context) for message, context in named_in_code() if context}
    assert named
    assert all(message in WORDS[context] for message, context in named if context)


def test_every_message_is_translated_and_none_is_left_over() -> None:
    messages = plain_messages(SOURCE_LANGUAGE)
    assert messages.keys() == {message for message, context in named_in_code() if context is None}
    assert all(messages.values())


def test_english_leaves_the_messages_as_they_are() -> None:
    assert plain_messages("en") == {}


@EACH_LANGUAGE
def test_translations_keep_the_placeholders(lang: str) -> None:
    for message in catalog(lang):
        if message.id:
            assert placeholders(str(message.string)) == placeholders(str(message.id)), message.id


@EACH_LANGUAGE
def test_no_translation_waits_for_a_look(lang: str) -> None:
    # Fuzzy messages are not shown.
    assert [message.id for message in catalog(lang) if message.id and message.fuzzy] == []


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)s|%%|%", text))


@EACH_LANGUAGE
def test_readers_see_the_words_of_the_files(lang: str) -> None:
    shown = Theme(THEME).translations[lang]
    for message in catalog(lang):
        if message.context:
            assert shown.pgettext(message.context, message.id) == message.string
        elif message.id:
            assert shown.gettext(message.id) == message.string


# ---------------------------------------------------------------- templates and styles


@EACH_TEMPLATE
def test_a_template_fits_on_two_screens(template: Path) -> None:
    assert len(template.read_text("utf-8").splitlines()) <= 120


@EACH_TEMPLATE
def test_a_template_asks_nothing_of_others(template: Path) -> None:
    assert "http" not in template.read_text("utf-8")


def test_templates_use_the_classes_that_the_styles_define_and_no_other() -> None:
    assert classes_used() - classes_defined() == set()
    assert classes_defined() - classes_used() == set()


def classes_used() -> set[str]:
    texts = [file.read_text("utf-8") for file in (*TEMPLATES, *PAGES_CODE.rglob("*.py"))]
    written = {name for text in texts for names in re.findall(r'class="([^"]*)"', text) for name in names.split()}
    return written | {name for script in SCRIPTS for name in re.findall(r'"([a-z-]+__[a-z-]+)"', script.read_text("utf-8"))}


def classes_defined() -> set[str]:
    """Class names in selectors, with comments and declarations taken out."""
    text = "\n".join(style.read_text("utf-8") for style in STYLES)
    selectors = re.sub(r"\{[^{}]*\}", " ", re.sub(r"/\*.*?\*/", " ", text, flags=re.S))
    return set(re.findall(r"\.([a-z][\w-]*)", selectors))
