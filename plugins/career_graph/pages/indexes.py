"""Lists of everything of one kind, the home pages, the language chooser and the page for missing addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from ..languages import LANGUAGES, NAMES, SOURCE_LANGUAGE, X_DEFAULT, choose
from ..model import Certification, Facts, Family, Kind, LegalClass, Role, Skill, SkillType
from .articles import guides_by_topic
from .compare import compare_card
from .context import Context
from .guidebook import Guidebook
from .paths import lines_of, path_between
from .planner import planner_card, route_finder
from .values import Group, Indexed
from .views import Card, ChooserView, GalleryEntry, GalleryView, GuidesView, HomeView, IndexView, Main, NotFoundView, Page

ENTRIES = 200
"""Entries of a list on one page."""

T = TypeVar("T")


def roles_index_pages(context: Context) -> Iterator[Page]:
    """All roles by line, by family and by reading."""
    description = context.gettext("Clerical and back-office roles in Japan, by line, by family and in alphabetical order.")
    families = _grouped(context, Kind.ROLE, Family, _family)
    whole = IndexView("roles", families, lines_of(context), (), (compare_card(context),))
    yield from _index_pages(context, Kind.ROLE, "roles.html", whole, description)


def skills_index_pages(context: Context) -> Iterator[Page]:
    """All skills by type and by reading."""
    description = context.gettext("Skills that clerical and back-office roles in Japan ask for, by type and in alphabetical order.")
    whole = IndexView("skills", _grouped(context, Kind.SKILL, SkillType, _skill_type), (), (), ())
    yield from _index_pages(context, Kind.SKILL, "index.html", whole, description)


def certifications_index_pages(context: Context) -> Iterator[Page]:
    """All certifications by legal class and by reading."""
    description = context.gettext("Certifications for office work in Japan, by what they give in law and in alphabetical order.")
    groups = _grouped(context, Kind.CERTIFICATION, LegalClass, _legal_class)
    whole = IndexView("certifications", groups, (), (), _cards(context, Kind.CERTIFICATION))
    yield from _index_pages(context, Kind.CERTIFICATION, "index.html", whole, description)


def guides_index_page(context: Context) -> Page:
    """All guides with their summaries, by what they help with."""
    description = context.gettext("Articles on questions that run across roles.")
    return context.index_page("guides", "guides.html", GuidesView(guides_by_topic(context)), description)


def home_page(context: Context) -> Page:
    """The home page of a language."""
    site, lines = context.content.site, lines_of(context)
    clerical = [role for role in context.graph.roles.values() if role.family is Family.CLERICAL]
    clerical.sort(key=lambda role: (list(site.lines).index(role.line), role.order))
    view = HomeView(
        tagline=choose(site.tagline, context.lang),
        description=choose(site.description, context.lang),
        finder=route_finder(context),
        starts=tuple(context.here(context.station(role.id).link.label, "paths", role.id) for role in clerical),
        all_starts=context.here(context.gettext("Another role"), "paths"),
        lines=lines,
        featured=tuple(card for name in site.featured_paths if (card := path_between(context, *name.split("--")))),
        tools=tuple(_tools(context)),
        guides=guides_by_topic(context),
        counts=(
            ("roles", len(context.graph.roles), context.addresses.page(context.lang, "roles")),
            ("skills", len(context.graph.skills), context.addresses.page(context.lang, "skills")),
            ("certifications", len(context.graph.certifications), context.addresses.page(context.lang, "certifications")),
            ("paths", _count_paths(context), context.addresses.page(context.lang, "paths")),
        ),
        consultation=context.single_page("consultation"),
    )
    return context.plain_page((), "home", "home.html", view, choose(site.name, context.lang), view.description)


def chooser_page(contexts: Iterable[Context]) -> Page:
    """The page at the root of the site: the reader chooses a language."""
    pages = {context.lang: context for context in contexts}
    mains = tuple(Main(lang, "chooser.html", _chooser_view(pages[lang])) for lang in LANGUAGES)
    page = _root_page(pages[SOURCE_LANGUAGE], "", "chooser", mains, noindex=False)
    homes = [(lang, context.addresses.absolute(context.addresses.page(lang))) for lang, context in pages.items()]
    return replace(page, alternates=(*homes, (X_DEFAULT, page.canonical)))


def not_found_page(contexts: Iterable[Context]) -> Page:
    """What readers see where there is no page; in both languages, as the address may be of either."""
    pages = {context.lang: context for context in contexts}
    mains = tuple(Main(lang, "not_found.html", _not_found_view(pages[lang])) for lang in LANGUAGES)
    return _root_page(pages[SOURCE_LANGUAGE], "404.html", "not-found", mains, noindex=True)


def gallery_page(book: Guidebook, entries: tuple[GalleryEntry, ...]) -> Page:
    """The page that shows every example of every component; it belongs to no language and to no published site."""
    main = Main("en", "gallery.html", GalleryView(entries))
    return _root_page(Context(book, SOURCE_LANGUAGE), "gallery/", "gallery", (main,), noindex=True)


# ---------------------------------------------------------------- parts


def _family(facts: Facts) -> str:
    assert isinstance(facts, Role)
    return facts.family.value


def _skill_type(facts: Facts) -> str:
    assert isinstance(facts, Skill)
    return facts.type.value


def _legal_class(facts: Facts) -> str:
    assert isinstance(facts, Certification)
    return facts.legal_class.value


def _grouped(context: Context, kind: Kind, order: Iterable[str], key: Callable[[Facts], str]) -> tuple[Group, ...]:
    groups: dict[str, list[Indexed]] = {str(name): [] for name in order}
    for ref, entry in context.entries(kind):
        groups[key(context.content.records[ref].facts)].append(entry)
    return tuple(Group(name, "", tuple(entry.link for entry in entries)) for name, entries in groups.items() if entries)


def _index_pages(context: Context, kind: Kind, template: str, whole: IndexView, description: str) -> Iterator[Page]:
    """The list of a kind: grouped and by letter on one page where it fits, else by letter only, page by page."""
    name, entries = kind.folder, [entry for _, entry in context.entries(kind)]
    parts = cut(entries, ENTRIES)
    if len(parts) == 1:
        yield context.index_page(name, template, replace(whole, letters=_by_letter(entries)), description)
        return
    addresses = [(name,), *((name, "page", str(number)) for number in range(2, len(parts) + 1))]
    links = [context.here(span_of_letters(part), *address) for part, address in zip(parts, addresses, strict=True)]
    for number, (address, part, here) in enumerate(zip(addresses, parts, links, strict=True), start=1):
        view = IndexView(name, (), (), _by_letter(part), (), tuple((link, link is here) for link in links))
        place = f"{here.label} ({number}/{len(parts)})"
        title = f"{context.indexes()[name].label} {place}"
        yield context.plain_page(address, name, "index.html", view, title, f"{description} {place}", (context.home(),))


def cut(entries: Sequence[T], size: int) -> list[Sequence[T]]:
    """A list in parts of at most so many entries; at least one part."""
    return [entries[start : start + size] for start in range(0, len(entries), size)] or [()]


def span_of_letters(part: Sequence[Indexed]) -> str:
    """The letters under which the entries of a part stand: か, あ–さ."""
    return "–".join(dict.fromkeys((part[0].letter, part[-1].letter)))


def _by_letter(entries: Iterable[Indexed]) -> tuple[Group, ...]:
    letters = groupby(entries, key=lambda entry: entry.letter)
    return tuple(Group("", letter, tuple(entry.link for entry in group)) for letter, group in letters)


def _tools(context: Context) -> Iterator[Card]:
    """The pages that answer by script."""
    yield planner_card(context)
    yield compare_card(context)
    if (check := context.content.aptitude) and (link := context.aptitude()):
        yield Card(link, choose(check.summary, context.lang))


def _cards(context: Context, kind: Kind) -> tuple[Card, ...]:
    return tuple(Card(entry.link, entry.summary) for _, entry in context.entries(kind))


def _count_paths(context: Context) -> int:
    return len(context.graph.transitions) + sum(map(len, context.book.composed.values()))


def _chooser_view(context: Context) -> ChooserView:
    site = context.content.site
    return ChooserView(
        NAMES[context.lang],
        choose(site.tagline, context.lang),
        choose(site.description, context.lang),
        context.here(choose(site.name, context.lang)),
    )


def _not_found_view(context: Context) -> NotFoundView:
    return NotFoundView(context.search_link(), (context.home(), *(link for link, _ in context.chrome("").navigation)))


def _root_page(context: Context, name: str, kind: str, mains: tuple[Main, ...], noindex: bool) -> Page:
    url = context.addresses.file(name)
    site = context.content.site
    return Page(
        url=url,
        save_as=context.addresses.save_as(url),
        lang=context.lang,
        kind=kind,
        id="",
        source_path="",
        title=" / ".join(choose(site.name, lang) for lang in LANGUAGES),
        description=" ".join(choose(site.description, lang) for lang in LANGUAGES),
        canonical=context.addresses.absolute(url),
        alternates=(),
        switch=None,
        breadcrumb=(),
        notices=(),
        noindex=noindex,
        line="",
        mains=mains,
        chrome=context.chrome(url),
    )
