"""Renders view models with the theme: templates, interface strings, stylesheet. Knows nothing of content."""

from __future__ import annotations

import functools
import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from markupsafe import Markup

from .languages import LANGUAGES
from .pages.views import Page
from .typography import phrases

LAYOUT = "layout.html"

_BLANK_LINES = re.compile(r"(?<=>)\n{2,}")
"""What macros leave between tags, about 30 compressed bytes a page; text, as in code, keeps its own."""


@dataclass(frozen=True)
class Asset:
    """A file of the site that is no page: its path in the output and its bytes."""

    path: str
    data: bytes


class Theme:
    """A theme folder, ready to render pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.translations = {lang: load_translations(folder / "translations", lang) for lang in LANGUAGES}

    @functools.cached_property
    def fingerprint(self) -> str:
        """Fingerprint of everything but the view model that a page's bytes depend on."""
        code = (Path(__file__).parent / name for name in ("theme.py", "typography.py"))
        files = [*sorted(self.folder.glob("templates/**/*.html")), *sorted(self.folder.glob("translations/**/*.po")), *code]
        parts = [jinja2.__version__.encode(), *(file.read_bytes() for file in files)]
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    @functools.cached_property
    def stylesheet(self) -> Asset:
        """The one stylesheet: tokens, base, layout, components by name, utilities."""
        css = self.folder / "static" / "css"
        files = [css / "tokens.css", css / "base.css", css / "layout.css", *sorted(css.glob("components/*.css")), css / "utilities.css"]
        return _hashed("site", ".css", "\n".join(file.read_text("utf-8") for file in files).encode())

    @functools.cached_property
    def icon(self) -> Asset:
        """The site's icon."""
        return _hashed("icon", ".svg", (self.folder / "static" / "icon.svg").read_bytes())

    @functools.cached_property
    def scripts(self) -> Mapping[str, Asset]:
        """The modules of static/js by name, in one folder whose name carries a hash of them all: they import each other by name."""
        files = {file.name: file.read_bytes() for file in sorted(self.folder.glob("static/js/*.js"))}
        folder = f"assets/js-{_digest(*(part for name, data in files.items() for part in (name.encode(), data)))}"
        return {name.removesuffix(".js"): Asset(f"{folder}/{name}", data) for name, data in files.items()}

    @property
    def assets(self) -> tuple[Asset, ...]:
        """Every file the theme adds to the output."""
        return self.stylesheet, self.icon, *self.scripts.values()

    def digest(self, page: Page) -> str:
        """Equal for two pages only where the same bytes come out."""
        return hashlib.sha256((self.fingerprint + repr(page)).encode()).hexdigest()

    def render(self, page: Page) -> str:
        """The page as HTML: each main part in its own language, inside the frame in the page's language."""
        mains = tuple((main.lang, Markup(self._render_main(page, main.lang, main.template, main.view))) for main in page.mains)
        markup = self._environment(page.lang).get_template(LAYOUT).render(page=page, chrome=page.chrome, mains=mains)
        return _BLANK_LINES.sub("\n", markup)

    def render_component(self, component: str, macro: str, lang: str, arguments: Mapping[str, Any]) -> str:
        """One component alone: the macro of a file in templates/components/ with the given arguments."""
        template = self._environment(lang).get_template(f"components/{component}.html")
        return _BLANK_LINES.sub("\n", str(getattr(template.module, macro)(**arguments)))

    def _render_main(self, page: Page, lang: str, template: str, view: object) -> str:
        return self._environment(lang).get_template(template).render(page=page, view=view)

    @functools.cache  # noqa: B019 - a theme lives as long as the build
    def _environment(self, lang: str) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder / "templates"),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.install_gettext_translations(self.translations[lang], newstyle=True)  # type: ignore[attr-defined]
        environment.globals["lang"] = lang
        environment.filters["phrases"] = functools.partial(phrases, lang=lang)
        return environment


def load_translations(folder: Path, lang: str) -> Translations:
    """The interface strings of a language, straight from its .po file."""
    with open(folder / lang / "LC_MESSAGES" / "messages.po", "rb") as file:
        catalog = read_po(file, locale=lang)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled)


def _hashed(name: str, suffix: str, data: bytes) -> Asset:
    return Asset(f"assets/{name}.{_digest(data)}{suffix}", data)


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:10]
