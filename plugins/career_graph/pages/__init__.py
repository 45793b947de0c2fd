"""Every page of the site as a view model, per language: address, template and values; no HTML of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..languages import LANGUAGES, SOURCE_LANGUAGE
from ..model import Kind
from .aptitude import aptitude_pages
from .articles import guide_page, single_page
from .career_map import map_page
from .compare import compare_page, comparison_pages
from .context import Context
from .entities import certification_page, role_page, skill_page
from .glossary import glossary_pages
from .guidebook import AssetAddresses, Guidebook
from .indexes import (
    certifications_index_pages,
    chooser_page,
    gallery_page,
    guides_index_page,
    home_page,
    not_found_page,
    roles_index_pages,
    skills_index_pages,
)
from .paths import composed_pages, paths_index_page, pathway_page, source_page, transition_page
from .planner import planner_page
from .search import search_page
from .sources import source_pages
from .views import Page

__all__ = ["AssetAddresses", "Guidebook", "Page", "build_pages", "gallery_page"]

_ENTITY_PAGES = {
    Kind.ROLE: role_page,
    Kind.SKILL: skill_page,
    Kind.CERTIFICATION: certification_page,
    Kind.TRANSITION: transition_page,
    Kind.PATHWAY: pathway_page,
    Kind.GUIDE: guide_page,
    Kind.PAGE: single_page,
}
_SINGLE_PAGES = (home_page, guides_index_page, paths_index_page, map_page, planner_page, search_page, compare_page)
_LISTS = (roles_index_pages, skills_index_pages, certifications_index_pages, glossary_pages, source_pages)


def build_pages(book: Guidebook) -> Iterator[Page]:
    """Every page of the site, each once."""
    contexts = [Context(book, lang) for lang in LANGUAGES]
    for context in contexts:
        fallback = Context(book, SOURCE_LANGUAGE, frame=context)
        yield from (build(context) for build in _SINGLE_PAGES)
        yield from (page for build in _LISTS for page in build(context))
        yield from aptitude_pages(context)
        for record in filter(lambda record: record.ref.kind.has_pages, context.content.records.values()):
            yield _ENTITY_PAGES[record.ref.kind](context if context.lang in record.documents else fallback, record)
        yield from (source_page(context, role) for role in context.graph.roles)
        yield from composed_pages(context)
        yield from comparison_pages(context)
    yield chooser_page(contexts)
    yield not_found_page(contexts)
