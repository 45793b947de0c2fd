"""Every page of the site as a view model, per language: address, template and values; no HTML of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..languages import LANGUAGES, SOURCE_LANGUAGE
from ..model import Kind
from .articles import guide_page, single_page
from .career_map import map_page
from .compare import compare_page, comparison_pages
from .context import AssetAddresses, Context, Guidebook
from .entities import certification_page, role_page, skill_page
from .indexes import (
    certifications_index_page,
    chooser_page,
    gallery_page,
    guides_index_page,
    home_page,
    not_found_page,
    roles_index_page,
    skills_index_page,
)
from .paths import composed_pages, paths_index_page, source_page, transition_page
from .views import Page

__all__ = ["AssetAddresses", "Guidebook", "Page", "build_pages", "gallery_page"]

_ENTITY_PAGES = {
    Kind.ROLE: role_page,
    Kind.SKILL: skill_page,
    Kind.CERTIFICATION: certification_page,
    Kind.TRANSITION: transition_page,
    Kind.GUIDE: guide_page,
    Kind.PAGE: single_page,
}
_LIST_PAGES = (
    home_page,
    roles_index_page,
    skills_index_page,
    certifications_index_page,
    guides_index_page,
    paths_index_page,
    map_page,
    compare_page,
)


def build_pages(book: Guidebook) -> Iterator[Page]:
    """Every page of the site, each once."""
    contexts = [Context(book, lang) for lang in LANGUAGES]
    for context in contexts:
        fallback = Context(book, SOURCE_LANGUAGE, frame=context)
        yield from (build(context) for build in _LIST_PAGES)
        for record in context.content.records.values():
            yield _ENTITY_PAGES[record.ref.kind](context if context.lang in record.documents else fallback, record)
        yield from (source_page(context, role) for role in context.graph.roles)
        yield from composed_pages(context)
        yield from comparison_pages(context)
    yield chooser_page(contexts)
    yield not_found_page(contexts)
