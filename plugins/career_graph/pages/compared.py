"""Two roles side by side: what is said of each, table by table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..comparisons import own_skills, shared_skills
from ..languages import choose, format_tenths, in_sentence
from ..model import Kind, Measure, Ref, Role
from ..profiles import COMPARED, differences
from .citations import Citations
from .context import Context
from .entities import company_sizes, figures
from .ratings import credit
from .values import ComparedRow, ComparedTable, Link, Remark, Station

DIFFERENCES = 5
"""Elements of each domain in which official ratings are compared."""

Remarks = Mapping[str, tuple[Remark, ...]]
"""What is said of one role, by row."""

ROWS = {
    "overview": ("summary", "station", "responsibility", "tasks"),
    "needs": ("own", "certifications"),
    "figures": tuple(measure.value for measure in Measure),
    "sizes": ("upto-10", "from-50-to-100", "over-100"),
}
"""Rows that have a name of their own, by table. The other tables have a row for each skill or rated element."""

_UNNAMED = Link("", "")
_NOTHING = ((), ())


def remarks(context: Context, citations: Citations, role: Role) -> dict[str, tuple[Remark, ...]]:
    """What a comparison says of one role, whatever the other is."""
    station = context.station(role.id)
    first, *more = (context.word("responsibility", level) for level in range(role.level.min, role.level.max + 1))
    responsibility = context.gettext(", ").join((first, *(in_sentence(level, context.lang) for level in more)))
    grades = ((context.grade_link(context.graph.grades[use.grade]), context.word("use", use.use)) for use in role.certifications)
    said = {
        "summary": (Remark(Link("", station.summary, station.link.lang)),),
        "station": (_plain(f"{station.line_name} {station.number}"),),
        "responsibility": (_plain(responsibility),),
        "tasks": tuple(_plain(context.choose(task)) for task in role.tasks),
        "certifications": tuple(Remark(link, use) for link, use in grades),
    }
    for group in figures(context, citations, role.statistics):
        for measure, value in group.numbers:
            said[measure] = (*said.get(measure, ()), Remark(Link("", value.text), group.population, value))
    return said | {size: (_plain(text),) for size, text in company_sizes(context, role)}


def compared_tables(context: Context, citations: Citations, one: Role, other: Role) -> tuple[ComparedTable, ...]:
    """Everything that can be held side by side, in the order of the page; tables without anything to say are left out."""
    pair = [remarks(context, citations, role) for role in (one, other)]
    pair[0]["own"], pair[1]["own"] = _own(context, one, other), _own(context, other, one)
    named = {key: _named_table(key, pair) for key in ROWS}
    ratings = _ratings_table(context, citations, one, other)
    tables = (named["overview"], _shared_table(context, one, other), named["needs"], named["figures"], named["sizes"], ratings)
    return tuple(table for table in tables if table and (table.rows or table.note))


def blank_tables(context: Context) -> Iterator[ComparedTable]:
    """Every table with each of its rows once and nothing said, for the script to fill in; names in braces are its places."""
    named = {key: ComparedTable(key, tuple(ComparedRow(row, _UNNAMED, _NOTHING) for row in rows)) for key, rows in ROWS.items()}
    yield named["overview"]
    yield ComparedTable("shared", (ComparedRow("skill", Link("{url}", "{label}", "{lang}"), _NOTHING),))
    yield ComparedTable("shared", (), "no-shared-skill")
    yield from (named[key] for key in ("needs", "figures", "sizes"))
    if ratings := context.content.ratings:
        rows = (ComparedRow(domain.value, Link("", "{label}"), _NOTHING) for domain in COMPARED)
        yield ComparedTable("ratings", tuple(rows), credit=credit(ratings, context.lang, "{ratings}"))
        yield from (ComparedTable("ratings", (), note) for note in ("one-occupation", "not-rated"))


def blank_columns() -> tuple[Station, Station]:
    """The heads of both columns, for the script to fill in."""
    first, second = (Link(f"{{{name}-url}}", f"{{{name}-label}}", f"{{{name}-lang}}") for name in ("one", "other"))
    return Station(first, "{one-line}", "", "", "", ""), Station(second, "{other-line}", "", "", "", "")


# ---------------------------------------------------------------- parts


def _plain(text: str) -> Remark:
    return Remark(Link("", text))


def _own(context: Context, role: Role, other: Role) -> tuple[Remark, ...]:
    needs = own_skills(role, other)
    return tuple(Remark(context.link(Ref(Kind.SKILL, need.skill)), context.word("level", int(need.level))) for need in needs)


def _named_table(key: str, pair: Sequence[Remarks]) -> ComparedTable:
    cells = {row: (pair[0].get(row, ()), pair[1].get(row, ())) for row in ROWS[key]}
    return ComparedTable(key, tuple(ComparedRow(row, _UNNAMED, found) for row, found in cells.items() if any(found)))


def _shared_table(context: Context, one: Role, other: Role) -> ComparedTable:
    rows = []
    for mine, theirs in shared_skills(one, other):
        cells = ((_plain(context.word("level", int(mine.level))),), (_plain(context.word("level", int(theirs.level))),))
        rows.append(ComparedRow("skill", context.link(Ref(Kind.SKILL, mine.skill)), cells))
    return ComparedTable("shared", tuple(rows), "" if rows else "no-shared-skill")


def _ratings_table(context: Context, citations: Citations, one: Role, other: Role) -> ComparedTable | None:
    """The official ratings that differ most, or why they are not compared; None where the site has none."""
    ratings = context.content.ratings
    if ratings is None:
        return None
    mine, theirs = (context.book.profiles.get(role.id) for role in (one, other))
    if mine is None or theirs is None:
        return ComparedTable("ratings", (), "not-rated")
    if mine.is_counted_with(theirs):
        return ComparedTable("ratings", (), "one-occupation")
    number = citations.cite(ratings.source)
    rows = []
    for domain in COMPARED:
        for found in differences(mine, theirs, domain, DIFFERENCES):
            first, second = ((_plain(format_tenths(number)),) for number in found.tenths)
            heading = Link("", choose(ratings.labels[domain][found.element], context.lang))
            rows.append(ComparedRow(domain.value, heading, (first, second)))
    return ComparedTable("ratings", tuple(rows), credit=credit(ratings, context.lang, number))
