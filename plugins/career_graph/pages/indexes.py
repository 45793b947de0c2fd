"""Lists of everything of one kind, the home pages, the language chooser and the page for missing addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from ..languages import LANGUAGES, NAMES, SOURCE_LANGUAGE, X_DEFAULT, choose
from ..model import Certification, Facts, Family, Kind, LegalClass, Ref, Role, Skill, SkillType
from .compare import compare_card
from .context import Context, Guidebook
from .paths import lines_of, path_between
from .values import Group, Indexed
from .views import Card, ChooserView, GalleryEntry, GalleryView, HomeView, IndexView, Main, NotFoundView, Page


def roles_index_page(context: Context) -> Page:
    """All roles by line, by family and by reading."""
    description = context.gettext("Clerical and back-office roles in Japan, by line, by family and in alphabetical order.")
    families = _grouped(context, Kind.ROLE, Family, _family)
    view = IndexView("roles", families, lines_of(context), _by_letter(context, Kind.ROLE), (compare_card(context),))
    return context.index_page("roles", "roles.html", view, description)


def skills_index_page(context: Context) -> Page:
    """All skills by type and by reading."""
    description = context.gettext("Skills that clerical and back-office roles in Japan ask for, by type and in alphabetical order.")
    view = IndexView("skills", _grouped(context, Kind.SKILL, SkillType, _skill_type), (), _by_letter(context, Kind.SKILL), ())
    return context.index_page("skills", "index.html", view, description)


def certifications_index_page(context: Context) -> Page:
    """All certifications by legal class and by reading."""
    description = context.gettext("Certifications for office work in Japan, by what they give in law and in alphabetical order.")
    groups = _grouped(context, Kind.CERTIFICATION, LegalClass, _legal_class)
    view = IndexView("certifications", groups, (), _by_letter(context, Kind.CERTIFICATION), _cards(context, Kind.CERTIFICATION))
    return context.index_page("certifications", "index.html", view, description)


def guides_index_page(context: Context) -> Page:
    """All guides with their summaries."""
    description = context.gettext("Articles on questions that run across roles.")
    view = IndexView("guides", (), (), (), _cards(context, Kind.GUIDE))
    return context.index_page("guides", "guides.html", view, description)


def home_page(context: Context) -> Page:
    """The home page of a language."""
    site, lines = context.content.site, lines_of(context)
    clerical = [role for role in context.graph.roles.values() if role.family is Family.CLERICAL]
    clerical.sort(key=lambda role: (list(site.lines).index(role.line), role.order))
    view = HomeView(
        tagline=choose(site.tagline, context.lang),
        description=choose(site.description, context.lang),
        starts=tuple(context.here(context.station(role.id).link.label, "paths", role.id) for role in clerical),
        all_starts=context.here(context.gettext("Another role"), "paths"),
        lines=lines,
        featured=tuple(card for name in site.featured_paths if (card := path_between(context, *name.split("--")))),
        guides=_cards(context, Kind.GUIDE),
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


def _entries(context: Context, kind: Kind) -> list[tuple[Ref, Indexed]]:
    entries = [(ref, context.indexed(ref)) for ref in context.content.records if ref.kind is kind]
    return sorted(entries, key=lambda entry: (entry[1].sort_key, entry[0].id))


def _grouped(context: Context, kind: Kind, order: Iterable[str], key: Callable[[Facts], str]) -> tuple[Group, ...]:
    groups: dict[str, list[Indexed]] = {str(name): [] for name in order}
    for ref, entry in _entries(context, kind):
        groups[key(context.content.records[ref].facts)].append(entry)
    return tuple(Group(name, "", tuple(entry.link for entry in entries)) for name, entries in groups.items() if entries)


def _by_letter(context: Context, kind: Kind) -> tuple[Group, ...]:
    entries = [entry for _, entry in _entries(context, kind)]
    letters = groupby(entries, key=lambda entry: entry.letter)
    return tuple(Group("", letter, tuple(entry.link for entry in group)) for letter, group in letters)


def _cards(context: Context, kind: Kind) -> tuple[Card, ...]:
    return tuple(Card(entry.link, entry.summary) for _, entry in _entries(context, kind))


def _count_paths(context: Context) -> int:
    roles = context.graph.roles
    return sum(context.book.has_path_page(source, target) for source in roles for target in context.book.routes[source])


def _chooser_view(context: Context) -> ChooserView:
    site = context.content.site
    return ChooserView(
        NAMES[context.lang],
        choose(site.tagline, context.lang),
        choose(site.description, context.lang),
        context.here(choose(site.name, context.lang)),
    )


def _not_found_view(context: Context) -> NotFoundView:
    return NotFoundView((context.home(), *(link for link, _ in context.chrome("").navigation)))


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
