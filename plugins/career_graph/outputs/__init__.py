"""Files beside the pages: what browsers, scripts and other programs read. One module each."""

from __future__ import annotations

from collections.abc import Iterator

from ..languages import LANGUAGES
from ..pages import Guidebook
from ..theme import Asset
from .compare import comparison_data
from .manifest import manifest
from .open_data import open_data
from .planner_data import planner_data
from .search_index import search_indexes


def build_files(book: Guidebook) -> Iterator[Asset]:
    """Every file beside the pages, each once."""
    yield manifest(book)
    yield open_data(book)
    yield from (planner_data(book, lang) for lang in LANGUAGES)
    yield from search_indexes(book)
    yield from comparison_data(book)
