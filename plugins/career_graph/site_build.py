"""A build in two phases: gather everything, then write everything that changed. Used by Pelican and by the preview."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from .content import IMAGES
from .gallery import build_gallery
from .knowledge import Knowledge, read_knowledge
from .languages import LANGUAGES, Addresses
from .outputs import build_files
from .pages import AssetAddresses, Guidebook, build_pages
from .problems import Problem
from .prose import DiskCache, Renderer
from .theme import Theme
from .writer import Output, Tally


@dataclass(frozen=True)
class SiteBuild:
    """Where a site is read from and written to, and the address it will have."""

    content: Path
    theme: Path
    output: Path
    cache: Path
    address: str
    gallery: bool = False
    """Whether the gallery of components is built as well."""

    def gather(self) -> tuple[Knowledge | None, list[Problem]]:
        """First phase: everything that is known, or nothing, and all problems."""
        cache = DiskCache(self.cache / "prose.sqlite")
        try:
            return read_knowledge(self.content, Renderer(cache))
        finally:
            cache.close()

    def write(self, knowledge: Knowledge) -> Tally:
        """Second phase: write the pages and files that changed, remove those that are no longer made."""
        theme = Theme(self.theme)
        addresses = Addresses(self.address)
        book = Guidebook(knowledge, addresses, theme.translations, asset_addresses(theme, addresses))
        output = Output(self.output, self._state_file(), (*LANGUAGES, "assets", "data", "gallery", IMAGES))
        pages = chain(build_pages(book), [build_gallery(book, theme)] if self.gallery else [])
        for page in pages:
            output.write_page(page.save_as, theme.digest(page), lambda page=page: theme.render(page))  # type: ignore[misc]
        for asset in (*theme.assets, *build_files(book)):
            output.write_file(asset.path, asset.data)
        for image in sorted((self.content / IMAGES).rglob("*")):
            if image.is_file():
                output.write_file(image.relative_to(self.content).as_posix(), image.read_bytes())
        return output.finish()

    def _state_file(self) -> Path:
        name = hashlib.sha256(str(self.output.resolve()).encode()).hexdigest()[:10]
        return self.cache / f"output-{name}.json"


def asset_addresses(theme: Theme, addresses: Addresses) -> AssetAddresses:
    """Where the theme's files are found on the site."""
    scripts = {name: addresses.file(asset.path) for name, asset in theme.scripts.items()}
    return AssetAddresses(addresses.file(theme.stylesheet.path), addresses.file(theme.icon.path), scripts)


def summary(tally: Tally, seconds: float) -> str:
    """The closing line of a build."""
    counts = f"{tally.written} files written, {tally.unchanged} unchanged, {tally.removed} removed"
    return f"{tally.pages} pages: {counts}, {seconds:.1f} s"
