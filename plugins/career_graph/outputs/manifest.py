"""The web manifest: what a phone calls the guide on its home screen."""

from __future__ import annotations

import json

from ..languages import SOURCE_LANGUAGE, choose
from ..pages import Guidebook
from ..pages.context import MANIFEST
from ..theme import Asset


def manifest(book: Guidebook) -> Asset:
    """The manifest (W3C Web Application Manifest), in the source language, as a file of the site's root."""
    site = book.knowledge.content.site
    start = book.addresses.file("")
    members = {
        "name": choose(site.name, SOURCE_LANGUAGE),
        "short_name": choose(site.name, SOURCE_LANGUAGE),
        "description": choose(site.description, SOURCE_LANGUAGE),
        "lang": SOURCE_LANGUAGE,
        "start_url": start,
        "scope": start,
        "display": "browser",
        "icons": [{"src": book.assets.icon, "sizes": "any", "type": "image/svg+xml"}],
    }
    return Asset(MANIFEST, json.dumps(members, ensure_ascii=False, indent=1).encode())
