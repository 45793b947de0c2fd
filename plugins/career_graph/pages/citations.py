"""A page's source list, and the values that refer to it."""

from __future__ import annotations

from collections.abc import Mapping

from ..languages import format_as_of, format_date
from ..model import Dated, Source
from .values import Cited, Link, SourceList, SourceRow


class Citations:
    """Numbers a page's sources in the order in which they are first named."""

    def __init__(self, sources: Mapping[str, Source], lang: str, everything: Link) -> None:
        self._sources, self._lang, self._everything = sources, lang, everything
        self._numbers: dict[str, int] = {}

    def cite(self, key: str) -> int:
        """The number of a source in this page's list."""
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def value(self, text: str, dated: Dated) -> Cited:
        """A perishable value in words, with its date and source."""
        return Cited(text, format_as_of(dated.as_of, self._lang), dated.source, self.cite(dated.source))

    def rows(self, *more: str) -> tuple[SourceRow, ...]:
        """The sources of the page, with `more` keys added at their end."""
        for key in more:
            self.cite(key)
        return tuple(self._row(number, key) for key, number in self._numbers.items())

    def listed(self, *more: str) -> SourceList:
        """The page's source list, with the way to that of all sources."""
        return SourceList(self.rows(*more), self._everything)

    def _row(self, number: int, key: str) -> SourceRow:
        source = self._sources[key]
        read = format_date(source.read, self._lang)
        return SourceRow(number, key, source.publisher, source.title, source.address or "", source.published or "", read)
