"""Parts of view models, as they stand on several kinds of page: links, stations, tickets, cards, sources."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A label that leads somewhere; `lang` is set where the label is in another language than the page."""

    url: str
    label: str
    lang: str = ""


@dataclass(frozen=True)
class Station:
    """A role as it appears anywhere outside its own page."""

    link: Link
    line: str
    line_name: str
    number: str
    summary: str
    family: str


@dataclass(frozen=True)
class Cited:
    """A perishable value in words, with its date and the number of its source in the page's list."""

    text: str
    as_of: str
    source_key: str
    source_number: int


@dataclass(frozen=True)
class DatedText:
    """A perishable value in words, with its date, where its source stands on another page."""

    text: str
    as_of: str


@dataclass(frozen=True)
class TaskRow:
    """A task, and the class of its exposure to AI where it was scored."""

    text: str
    exposure: str


@dataclass(frozen=True)
class SkillRow:
    """A skill with the level at which it is needed or held."""

    link: Link
    level: int


@dataclass(frozen=True)
class Ticket:
    """A grade: what it is for here, what it costs and takes. The sources stand where its link leads."""

    link: Link
    use: str
    legal_class: str
    fee: DatedText | None
    hours: DatedText | None


@dataclass(frozen=True)
class Figures:
    """What was counted of one population: measure and number. All have the same date and source."""

    population: str
    numbers: tuple[tuple[str, Cited], ...]


@dataclass(frozen=True)
class PathCard:
    """A way from one role to another, in a list."""

    url: str
    title: str
    source: Station
    target: Station
    stations: tuple[Station, ...]
    via: str
    months: str
    steps: int
    tickets: tuple[str, ...]
    is_written: bool


@dataclass(frozen=True)
class Quotation:
    """What another page says of a thing: a link to where it stands, and the sentence around its name."""

    link: Link
    before: str
    name: str
    after: str


@dataclass(frozen=True)
class OpeningRow:
    """One more skill or grade, and the stations that it brings within reach or nearer."""

    what: str
    link: Link
    reached: tuple[Link, ...]
    nearer: tuple[Link, ...]


@dataclass(frozen=True)
class Remark:
    """One thing that a comparison says of a role: words that may lead somewhere, what qualifies them, where a figure stands."""

    link: Link
    note: str = ""
    cited: Cited | None = None


@dataclass(frozen=True)
class ComparedRow:
    """What is said of each of two roles; `key` names the row, or the kind of thing that `heading` is."""

    key: str
    heading: Link
    cells: tuple[tuple[Remark, ...], tuple[Remark, ...]]


@dataclass(frozen=True)
class ComparedTable:
    """Rows of a comparison; `note` says why there are none."""

    key: str
    rows: tuple[ComparedRow, ...]
    note: str = ""
    credit: Link | None = None


@dataclass(frozen=True)
class Way:
    """What lies between a role and another, in one direction."""

    title: str
    band: int
    path: PathCard | None
    all_paths: Link


@dataclass(frozen=True)
class SectionView:
    """A section of prose with the anchor it has in both languages."""

    id: str
    title: str
    html: str


@dataclass(frozen=True)
class SourceRow:
    """An entry of a page's source list."""

    number: int
    key: str
    publisher: str
    title: str
    address: str
    published: str
    read: str


@dataclass(frozen=True)
class SourceList:
    """A page's source list, and where all sources of the guide are listed."""

    rows: tuple[SourceRow, ...]
    everything: Link


@dataclass(frozen=True)
class UsedSource:
    """A source and the pages where it is used."""

    source: SourceRow
    pages: tuple[Link, ...]


@dataclass(frozen=True)
class Group:
    """Links of an index under a heading; `key` names the heading where it is one of the template's words."""

    key: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Choice:
    """What a form offers: the value it sends and its label."""

    value: str
    label: str
    lang: str = ""


@dataclass(frozen=True)
class ChoiceGroup:
    """Choices under a heading; `key` names the heading where it is one of the template's words."""

    key: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class RouteFinder:
    """The form that asks for the present role and the goal: where it leads, and the roles by line."""

    action: str
    roles: tuple[ChoiceGroup, ...]


@dataclass(frozen=True)
class Indexed:
    """An entity in an index: its link, its reading for sorting, its summary."""

    link: Link
    sort_key: tuple[str, ...]
    letter: str
    summary: str


@dataclass(frozen=True)
class Definition:
    """An entry of the glossary; `id` is the anchor of what has no page of its own, `notes` are its other names and reading."""

    id: str
    name: Link
    notes: tuple[Link, ...]
    labels: tuple[str, ...]
    meaning: str
    sources: tuple[Link, ...]
    reviewed: str


@dataclass(frozen=True)
class DefinitionGroup:
    """Entries of the glossary under a letter."""

    letter: str
    definitions: tuple[Definition, ...]


@dataclass(frozen=True)
class Statement:
    """A statement of the aptitude check, with the element it stands for."""

    id: str
    element: str
    text: str


@dataclass(frozen=True)
class FitCard:
    """Roles that the aptitude check cannot tell apart, each with its id and the paths that lead there; `shape` in hundredths."""

    name: str
    roles: tuple[tuple[str, Station, Link | None], ...]
    shape: tuple[int, ...]


@dataclass(frozen=True)
class ElementRow:
    """An element of the aptitude check, and the roles in which it stands out most and least; roles not told apart stand together."""

    element: str
    domain: str
    words: str
    most: tuple[tuple[Link, ...], ...]
    least: tuple[tuple[Link, ...], ...]
