"""What a query must find in a small index, for the rule in Python and its counterpart in the browser alike.

`search_cases.json` holds the index, in the shape of the site's own, cases written by hand (a query and what its results begin
with), and cases generated from the names of the index with all they find, which `tasks.py golden` writes anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from career_graph.search import Entry, fold, search

FILE = Path(__file__).with_suffix(".json")
CASES: dict[str, Any] = json.loads(FILE.read_text("utf-8"))

_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ん") + 1)}
_WIDE = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}


def read(index: Iterable[dict[str, Any]]) -> tuple[Entry, ...]:
    """The entries of a search index."""
    entries: list[Entry] = []
    names_at: dict[str, tuple[str, ...]] = {}
    for group in index:
        for title, url, summary, stations, others in group["rows"]:
            names = (fold(title), *others)
            ends: list[str] = []
            if group["kind"] == "role":
                names_at[stations[0]] = names
            else:
                ends = [name for station in stations for name in names_at.get(station, ())]
            entries.append(Entry(group["kind"], title, url, summary, tuple(stations), names, (*group["words"], *ends)))
    return tuple(entries)


ENTRIES = read(CASES["index"])


def found_by(query: str) -> list[str]:
    """Addresses of what a query finds in the small index."""
    return [entry.url for entry in search(ENTRIES, query)]


def _generated() -> Iterator[str]:
    """Names as readers may type them: other kana, wide, in part, with a letter missing or too many, two together, with a kind."""
    names = list(dict.fromkeys(name for entry in ENTRIES for name in entry.names))
    for name in names:
        middle = len(name) // 2
        yield from (name, name.translate(_KATAKANA), name.translate(_WIDE), name.upper(), name[:middle], name[1:], name[-2:])
        yield from (name[:middle] + name[middle + 1 :], f"{name}ーの仕事", f"{name}資格", f"{name} jobs", f"{name[:3]}学")
    for one, other in pairwise(names):
        yield from (f"{one} {other}", f"{one}から{other}", f"{one} to {other}")


GENERATED = tuple(dict.fromkeys(_generated()))


def rewrite() -> None:
    """Pin anew what the generated cases find, where the environment asks for it."""
    if "REWRITE_GOLDEN" in os.environ:
        CASES["generated"] = {query: found_by(query) for query in GENERATED}
        FILE.write_text(_shown(CASES), "utf-8")


def _shown(cases: dict[str, Any]) -> str:
    """The cases as JSON, one to a line."""
    parts = []
    for name, part in cases.items():
        if isinstance(part, dict):
            lines = [f"{_line(key)}: {_line(value)}" for key, value in part.items()]
            parts.append(f"{_line(name)}: {{\n" + ",\n".join(lines) + "\n}")
        else:
            parts.append(f"{_line(name)}: [\n" + ",\n".join(map(_line, part)) + "\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
