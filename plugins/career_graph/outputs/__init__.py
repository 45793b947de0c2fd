"""Files beside the pages: what browsers, scripts and other programs read. One module each."""

from __future__ import annotations

from collections.abc import Iterator

from ..pages import Guidebook
from ..theme import Asset
from .compare import comparison_data
from .manifest import manifest


def build_files(book: Guidebook) -> Iterator[Asset]:
    """Every file beside the pages, each once."""
    yield manifest(book)
    yield from comparison_data(book)
