"""What every page builder asks: words, addresses and shared parts, in the language of one page."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..checks import is_stale
from ..content import IMAGES, Record
from ..graph import GradeNode
from ..languages import (
    GLOSSARY,
    LANGUAGES,
    NAMES,
    SOURCE_LANGUAGE,
    X_DEFAULT,
    choose,
    format_as_of,
    format_date,
    format_span,
    format_yen,
    in_sentence,
    index_letter,
    sort_key,
)
from ..model import Bilingual, Dated, Facts, Kind, Ref, Role, Status, Use, Words
from ..pathways import Opening, Route, unique_grades
from ..prose import ID_LINK, ID_SCHEMES, Section
from ..schema import section_anchor
from .citations import Citations
from .guidebook import Guidebook
from .values import DatedText, Group, Indexed, Link, OpeningRow, PathCard, SectionView, Station, Ticket
from .views import Chrome, Main, Page

MANIFEST = "site.webmanifest"
"""Path of the web manifest below the site's address."""

_IN_TAG = r'(?:[^>"]|"[^"]*")*?'
_HREF = re.compile(rf'(<a\b{_IN_TAG})href="([^"]*)"')
_SRC = re.compile(rf'(<img\b{_IN_TAG})src="({IMAGES}/[^"]*)"')


class Context:
    """Answers in one language.

    `lang` is the language of the words. `frame` answers for what surrounds the main part, and its language is the one of
    all addresses: for an untranslated page the words are the source language's, frame and addresses the reader's.
    """

    def __init__(self, book: Guidebook, lang: str, frame: Context | None = None) -> None:
        self.book, self.lang = book, lang
        self.frame = frame or self
        self.graph = book.knowledge.graph
        self.content = book.knowledge.content
        self.addresses = book.addresses
        self.station = functools.cache(self._station)
        self.path_card = functools.cache(self._path_card)
        self.entries = functools.cache(self._entries)

    # ------------------------------------------------------------ words

    def gettext(self, message: str) -> str:
        """An interface string in this language."""
        return self.book.translations[self.lang].gettext(message)

    def word(self, field: str, value: object) -> str:
        """The word for a value of the model in this language; `field` is its context in the translations."""
        return str(self.book.translations[self.lang].pgettext(field, str(value)))

    def choose(self, text: Bilingual | None) -> str:
        """A bilingual fact in this language; empty where there is none."""
        return choose(text, self.lang) if text else ""

    def record(self, kind: Kind, id: str) -> Record:
        """The record of an entity."""
        return self.content.records[Ref(kind, id)]

    def words(self, ref: Ref) -> Words:
        """An entity's words in this language, or in the source language."""
        return self.content.records[ref].document(self.lang).words

    def label(self, ref: Ref) -> str:
        """An entity's name in lists."""
        words = self.words(ref)
        return words.label or words.title

    # ------------------------------------------------------------ links and shared parts

    def link(self, ref: Ref) -> Link:
        """A link to an entity, marked with its language where it is not this one."""
        base = Ref(ref.kind, ref.id)
        lang = self.content.records[base].document(self.lang).lang
        return Link(self.addresses.entity(self.frame.lang, ref), self.label(base), "" if lang == self.lang else lang)

    def here(self, label: str, *segments: str) -> Link:
        """A link to a page that is no entity."""
        return Link(self.addresses.page(self.frame.lang, *segments), label)

    def compare_index(self) -> Link:
        """The page where any two roles can be compared."""
        return self.here(self.gettext("Compare roles"), "compare")

    def comparisons(self, role: str) -> tuple[Link, ...]:
        """The comparisons of a role that have a page, each under the other role's name."""
        return tuple(self._comparison(role, other) for other in self.book.comparisons[role])

    def _comparison(self, role: str, other: str) -> Link:
        url = self.addresses.page(self.frame.lang, "compare", *sorted((role, other)))
        return replace(self.station(other).link, url=url)

    def _station(self, role_id: str) -> Station:
        """A role as a station."""
        role = self.graph.roles[role_id]
        ref = Ref(Kind.ROLE, role_id)
        line_name = choose(self.content.site.lines[role.line], self.lang)
        number = f"{role.line.upper()}{role.order:02}"
        return Station(self.link(ref), role.line.value, line_name, number, self.words(ref).summary, role.family.value)

    def grade_link(self, node: GradeNode) -> Link:
        """A link to a grade: 日商簿記 2級; a certification with one grade is named alone."""
        ref = Ref(Kind.CERTIFICATION, node.certification.id, node.grade.id)
        link = self.link(ref)
        if len(node.certification.grades) == 1:
            return link
        return Link(link.url, f"{link.label} {choose(node.grade.name, self.lang)}", link.lang)

    def ticket(self, grade_id: str, use: Use | None = None) -> Ticket:
        """A grade as a ticket."""
        node = self.graph.grades[grade_id]
        fee, hours = node.grade.fee_jpy, node.grade.study_hours
        return Ticket(
            self.grade_link(node),
            use.value if use else "",
            node.certification.legal_class.value,
            self._dated(format_yen(fee.value, self.lang), fee) if fee else None,
            self._dated(format_span(hours.min, hours.max, self.lang), hours) if hours else None,
        )

    def _dated(self, text: str, value: Dated) -> DatedText:
        return DatedText(text, format_as_of(value.as_of, self.lang))

    def _path_card(self, route: Route) -> PathCard:
        """A route as a card. Its address is that of the page from its first to its last role."""
        stations = (self.station(route.source), *(self.station(move.target) for move in route.transitions))
        months = format_span(route.months.min, route.months.max, self.lang)
        tickets = tuple(self.grade_link(self.graph.grades[grade]).label for grade in unique_grades(route.transitions))
        url = self.addresses.page(self.frame.lang, "paths", route.source, route.target)
        is_written = len(route.transitions) == 1
        title, via = self.route_title(route), self.via(route)
        return PathCard(url, title, stations[0], stations[-1], stations, via, months, len(route.transitions), tickets, is_written)

    def via(self, route: Route) -> str:
        """The roles between the ends of a route, as a list in a sentence; empty for a single step."""
        return self.gettext(", ").join(in_sentence(self.station(role).link.label, self.lang) for role in route.roles[1:-1])

    def route_title(self, route: Route) -> str:
        """Title of a route: that of the article where there is one, else made from the names of its ends."""
        ref = Ref(Kind.TRANSITION if len(route.transitions) == 1 else Kind.PATHWAY, f"{route.source}--{route.target}")
        if ref in self.content.records:
            return self.words(ref).title
        source, target = (in_sentence(self.station(role).link.label, self.lang) for role in (route.source, route.target))
        return self.gettext("From %(source)s to %(target)s") % {"source": source, "target": target}

    def single_page(self, id: str) -> Link | None:
        """A single page such as the consultation page, where the site has it."""
        ref = Ref(Kind.PAGE, id)
        return self.link(ref) if ref in self.content.records else None

    def indexed(self, ref: Ref) -> Indexed:
        """An entity as an entry of an index."""
        words, facts = self.words(ref), self.content.records[ref].facts
        label = words.title
        key = sort_key(self.lang, label, facts.reading)
        link = self.link(ref)
        return Indexed(Link(link.url, label, link.lang), key, index_letter(self.lang, label, facts.reading), words.summary)

    def _entries(self, kind: Kind) -> tuple[tuple[Ref, Indexed], ...]:
        """All entities of a kind in the order of their index."""
        entries = ((ref, self.indexed(ref)) for ref in self.content.records if ref.kind is kind)
        return tuple(sorted(entries, key=lambda entry: (entry[1].sort_key, entry[0].id)))

    def openings(self, source: str, shown: int) -> tuple[OpeningRow, ...]:
        """What one more skill or grade opens to someone in a role: so many of each, the most rewarding."""
        found = self.book.openings[source]
        skills = [opening for opening in found if opening.skill][:shown]
        grades = [opening for opening in found if opening.grade][:shown]
        return tuple(map(self._opening, (*skills, *grades)))

    def _opening(self, opening: Opening) -> OpeningRow:
        link = self.link(Ref(Kind.SKILL, opening.skill)) if opening.skill else self.grade_link(self.graph.grades[opening.grade])
        reached, nearer = (tuple(self.station(role).link for role in roles) for roles in (opening.reached, opening.nearer))
        return OpeningRow("skill" if opening.skill else "grade", link, reached, nearer)

    # ------------------------------------------------------------ prose

    def prose(self, record: Record, citations: Citations) -> tuple[str, tuple[SectionView, ...]]:
        """An entity's prose with links resolved: what stands before the first section, and the sections."""
        document = record.document(self.lang)
        prose = self.book.knowledge.proses[record.ref, document.lang]
        sections = tuple(self._section(record.ref.kind, document.lang, section, citations) for section in prose.sections)
        return self._resolve(prose.intro, citations), sections

    def _section(self, kind: Kind, lang: str, section: Section, citations: Citations) -> SectionView:
        anchor = section_anchor(kind, lang, section.title, section.id)
        return SectionView(anchor, section.title, self._resolve(section.html, citations))

    def _resolve(self, html: str, citations: Citations) -> str:
        html = _HREF.sub(lambda match: match[1] + self._resolve_link(match[2], citations), html)
        return _SRC.sub(lambda match: f'{match[1]}loading="lazy" src="{self.addresses.file(match[2])}"', html)

    def _resolve_link(self, address: str, citations: Citations) -> str:
        link = ID_LINK.fullmatch(address)
        if link is None or link["kind"] not in ID_SCHEMES:
            return f'href="{address}"'
        if link["kind"] == "source":
            return f'class="cite" href="#source-{citations.cite(link["id"])}"'
        ref = Ref(Kind(link["kind"]), link["id"], link["fragment"] or "")
        return f'href="{self.addresses.entity(self.frame.lang, ref)}"'

    # ------------------------------------------------------------ pages

    def entity_page(self, record: Record, template: str, view: object, line: str = "") -> Page:
        """The page of an entity, with fallback, notices and alternates as its documents demand."""
        ref, document = record.ref, record.document(self.lang)
        is_fallback = document.lang != self.frame.lang
        return self.frame._page(
            url=self.addresses.entity(self.frame.lang, ref),
            kind=ref.kind.value,
            id=ref.id,
            source_path=document.path,
            title=document.words.title,
            description=document.words.summary,
            canonical=self.addresses.entity(document.lang, ref),
            langs=() if is_fallback else tuple(lang for lang in LANGUAGES if lang in record.documents),
            parents=self.frame.parents(ref),
            notices=tuple(self.frame._notices(record)),
            noindex=record.facts.status is Status.DRAFT,
            line=line,
            mains=(Main(document.lang, template, view),),
            scripts=(self.book.assets.scripts["terms"],),
        )

    def plain_page(
        self, segments: Sequence[str], kind: str, template: str, view: object, title: str, description: str,
        parents: Sequence[Link] = (), noindex: bool = False, scripts: Sequence[str] = (),
    ) -> Page:  # fmt: skip
        """A page that is no entity: home, an index, a composed path. `scripts` are the names of the modules that it runs."""
        url = self.addresses.page(self.frame.lang, *segments)
        return self._page(
            url=url, kind=kind, id="--".join(segments[1:]), source_path="", title=title, description=description, canonical=url,
            langs=LANGUAGES, parents=parents, notices=(), noindex=noindex, line="", mains=(Main(self.lang, template, view),),
            scripts=tuple(self.book.assets.scripts[name] for name in scripts),
        )  # fmt: skip

    def index_page(self, name: str, template: str, view: object, description: str, scripts: Sequence[str] = ()) -> Page:
        """A page that lists everything of one kind."""
        return self.plain_page((name,), name, template, view, self.indexes()[name].label, description, (self.home(),), scripts=scripts)

    def _page(self, url: str, langs: Sequence[str], canonical: str, parents: Sequence[Link], **rest: object) -> Page:
        alternates = [(lang, self.addresses.absolute(self._in(lang, url))) for lang in langs]
        if alternates:
            alternates.append((X_DEFAULT, self.addresses.absolute(self.addresses.file(""))))
        (other,) = (lang for lang in LANGUAGES if lang != self.lang)
        return Page(
            url=url,
            save_as=self.addresses.save_as(url),
            lang=self.lang,
            canonical=self.addresses.absolute(canonical),
            alternates=tuple(alternates),
            switch=Link(self._in(other, url), NAMES[other], other),
            breadcrumb=tuple(parents),
            chrome=self.chrome(url),
            **rest,  # type: ignore[arg-type]
        )

    def _in(self, lang: str, url: str) -> str:
        mine, theirs = self.addresses.page(self.lang), self.addresses.page(lang)
        return theirs + url.removeprefix(mine)

    def _notices(self, record: Record) -> Iterable[str]:
        if record.facts.status is Status.DRAFT:
            yield "draft"
        if self.lang not in record.documents:
            yield "untranslated"
        elif self.lang != SOURCE_LANGUAGE and is_stale(record.documents[SOURCE_LANGUAGE], record.documents[self.lang]):
            yield "stale"

    def parents(self, ref: Ref) -> tuple[Link, ...]:
        """The breadcrumb above an entity's page."""
        match ref.kind:
            case Kind.PAGE:
                return (self.home(),)
            case Kind.TRANSITION | Kind.PATHWAY:
                return self.path_parents(ref.id.split("--")[0])
        return self.home(), self.indexes()[ref.kind.folder]

    def path_parents(self, source: str) -> tuple[Link, ...]:
        """The breadcrumb above a path that starts from a role."""
        label = self.gettext("From: %(role)s") % {"role": in_sentence(self.station(source).link.label, self.lang)}
        return self.home(), self.indexes()["paths"], self.here(label, "paths", source)

    def indexes(self) -> dict[str, Link]:
        """The pages that list everything of one kind, by the first segment of their address, in the order of the navigation."""
        titles = {
            "map": self.gettext("Map"),
            "roles": self.gettext("Roles"),
            "skills": self.gettext("Skills"),
            "certifications": self.gettext("Certifications"),
            "paths": self.gettext("Paths"),
            "guides": self.gettext("Guides"),
        }
        return {name: self.here(title, name) for name, title in titles.items()}

    def chrome(self, url: str) -> Chrome:
        """Header and footer around a page."""
        site, search = self.content.site, self.search_link()
        return Chrome(
            site_name=choose(site.name, self.lang),
            home=self.addresses.page(self.lang),
            navigation=tuple((entry, url.startswith(entry.url)) for entry in self.indexes().values()),
            publisher=choose(site.publisher.name, self.lang),
            footer=tuple(group for group in self._footer() if group.links),
            search=search if search.url != url else None,
            stylesheet=self.book.assets.stylesheet,
            icon=self.book.assets.icon,
            manifest=self.addresses.file(MANIFEST),
        )

    def _footer(self) -> Iterable[Group]:
        yield Group("explore", "", (*self.indexes().values(), self.glossary()))
        yield Group("tools", "", tuple(self._tools()))
        about, method, consultation = map(self.single_page, ("about", "method", "consultation"))
        yield Group("about", "", tuple(filter(None, (about, method, self.all_sources(), consultation))))

    def _tools(self) -> Iterable[Link]:
        yield self.planner()
        yield self.compare_index()
        if aptitude := self.aptitude():
            yield aptitude

    def planner(self) -> Link:
        """The page that plans for a reader's own skills."""
        return self.here(self.gettext("Planner"), "planner")

    def aptitude(self) -> Link | None:
        """The aptitude check, where the site has one and ratings of its roles."""
        check = self.content.aptitude
        return self.here(self.choose(check.title), "aptitude") if check and self.book.profiles else None

    def glossary(self) -> Link:
        """The words that the guide uses, and what they mean."""
        return self.here(self.gettext("Glossary"), GLOSSARY)

    def all_sources(self) -> Link:
        """The list of everything that the guide rests on."""
        return self.here(self.gettext("All sources"), "sources")

    def source_link(self, key: str) -> Link:
        """A source, by its publisher, in the list of all."""
        shelf = self.here(self.content.sources[key].publisher, "sources", *self.book.shelf_of[key])
        return Link(f"{shelf.url}#{key}", shelf.label)

    def search_link(self) -> Link:
        """The page that searches the guide."""
        return self.here(self.gettext("Search"), "search")

    def home(self) -> Link:
        """The home page, as first step of a breadcrumb."""
        return self.here(self.gettext("Home"))

    def reviewed(self, facts: Facts) -> str:
        """When an editor last checked the page."""
        return format_date(facts.reviewed, self.lang)

    def citations(self) -> Citations:
        """A fresh source list."""
        return Citations(self.content.sources, self.lang, self.all_sources())

    def stations_of(self, roles: Iterable[Role]) -> tuple[Station, ...]:
        """Roles as stations."""
        return tuple(self.station(role.id) for role in roles)
