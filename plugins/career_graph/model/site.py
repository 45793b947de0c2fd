"""The site itself: its names, its publisher, its bibliography."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import Bilingual, Count, Day, Fields, WebAddress, fact
from .roles import Line


@dataclass(frozen=True, kw_only=True)
class Source(Fields):
    """One entry of the bibliography."""

    publisher: str = fact("Who publishes it.", "笠岡商工会議所")
    title: str = fact("Title of the page or data set.", "検定試験の受験料")
    address: WebAddress | None = fact("Where it stands, where it has an address.", "https://kasaokacci.jp/?p=4024", None)
    published: str | None = fact("Date it bears.", "2024-04", None)
    read: Day = fact("Day it was read.", "2026-11-22")


@dataclass(frozen=True, kw_only=True)
class Publisher(Fields):
    """Who stands behind the guide."""

    name: Bilingual = fact("Name of the publisher.", {"ja": "BLP合同会社", "en": "BLP LLC"})
    contact_url: WebAddress | None = fact(
        "Where a consultation is booked; no booking link is shown where left out.", "https://example.com/contact", None
    )


@dataclass(frozen=True, kw_only=True)
class Site(Fields):
    """content/site.yaml: the names that belong to the whole site."""

    name: Bilingual = fact("Name of the guide.", {"ja": "バックオフィス・キャリア路線図", "en": "Back Office Career Map"})
    tagline: Bilingual = fact(
        "One line under the name on the home page.", {"ja": "いまの仕事から、次の駅へ。", "en": "From the work you do to the next station."}
    )
    description: Bilingual = fact("What the guide is, in one or two sentences.", {"ja": "…", "en": "…"})
    publisher: Publisher = fact("Publisher.", {"name": {"ja": "BLP合同会社", "en": "BLP LLC"}})
    lines: dict[Line, Bilingual] = fact("Name of each line.", {"a": {"ja": "経理・財務", "en": "Accounting & finance"}})
    featured_paths: tuple[str, ...] = fact("Paths on the home page, as source--target.", ["general-clerk--accounting"], ())
    links_per_section: Count = fact("How often one thing is linked by its name under one heading; 0 for no such links.", 1, 1)
