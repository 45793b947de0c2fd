"""What surrounds the main part of every page."""

from __future__ import annotations

from dataclasses import dataclass

from ..values import Group, Link


@dataclass(frozen=True)
class Main:
    """The main part of a page in one language: the template and the value it shows."""

    lang: str
    template: str
    view: object


@dataclass(frozen=True)
class Chrome:
    """What surrounds the main part: the same on every page of a language, but for the marked place in the navigation."""

    site_name: str
    home: str
    navigation: tuple[tuple[Link, bool], ...]
    publisher: str
    footer: tuple[Group, ...]
    search: Link | None
    stylesheet: str
    icon: str
    manifest: str


@dataclass(frozen=True)
class Page:
    """One page of the site."""

    url: str
    save_as: str
    lang: str
    kind: str
    id: str
    source_path: str
    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    switch: Link | None
    breadcrumb: tuple[Link, ...]
    notices: tuple[str, ...]
    noindex: bool
    line: str
    mains: tuple[Main, ...]
    chrome: Chrome
    scripts: tuple[str, ...] = ()
