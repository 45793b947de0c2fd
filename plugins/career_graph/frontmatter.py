"""Header text and YAML files to plain values, with the line and column of every key and value. Syntax, not meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from .problems import Problem

Location = tuple[str | int, ...]
"""Where a value stands in a document: ("essential_skills", 2, "skill")."""

Mark = tuple[int, int]
"""Line and column, counted from 1."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ANCHOR_OR_TAG = re.compile(r"(^|[\s\[{,:-])[&*!]")
_MANY, _DEEP = 1000, 50
"""Marks of nesting from which depth is counted at all, and the depth that no header has."""

_NOTHING = {"", "~", "null", "Null", "NULL"}
"""How YAML writes no value. Every other scalar stays text, so that 0430 keeps its zero and no is not false."""


@dataclass(frozen=True)
class Fields:
    """Values of a YAML mapping and where each stands."""

    values: Mapping[str, Any]
    marks: Mapping[Location, Mark] = field(default_factory=dict)
    keys: Mapping[Location, Mark] = field(default_factory=dict)

    def mark(self, location: Location) -> Mark:
        """Where the value stands, or the nearest thing around it that has a place."""
        while location not in self.marks and location:
            location = location[:-1]
        return self.marks.get(location, (1, 1))

    def key_mark(self, location: Location) -> Mark:
        """Where the key of the value stands; for a list item where the item stands."""
        return self.keys.get(location) or self.mark(location)


@dataclass(frozen=True)
class Header:
    """A Markdown file taken apart."""

    fields: Fields
    body: str
    body_line: int


class _HeaderError(Exception):
    """Carries one problem out of a parse that cannot go on."""

    def __init__(self, mark: Mark, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.mark, self.code, self.message, self.hint = mark, code, message, hint


def parse_header(text: str, path: str) -> Header | list[Problem]:
    """Take a Markdown file apart into header fields and body, or say what is wrong with it."""
    try:
        header, body, body_line = _split(text)
    except _HeaderError as error:
        return [Problem(path, *error.mark, error.code, error.message, error.hint)]
    fields = parse_yaml(header, path, first_line=2)
    return fields if isinstance(fields, list) else Header(fields, body, body_line)


def parse_yaml(text: str, path: str, first_line: int = 1) -> Fields | list[Problem]:
    """Parse a YAML mapping; `first_line` is the line of the file on which the text begins."""
    reader = _Reader(path, first_line)
    # YAML counts these as line breaks, editors do not.
    text = text.translate({0x85: " ", 0x2028: " ", 0x2029: " "})
    try:
        _refuse_control_characters(text, first_line)
        _refuse_anchors_tags_and_depth(text, first_line)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        if not isinstance(root, yaml.MappingNode):
            raise _HeaderError((first_line, 1), "bad-yaml", "expected `key: value` lines", "write one field a line")
        values = reader.plain(root, ())
    except yaml.MarkedYAMLError as error:
        return [_yaml_problem(error, path, first_line)]
    except yaml.reader.ReaderError as error:
        return [Problem(path, first_line, 1, "bad-yaml", f"a character is not allowed in YAML: {error.reason}", "delete it")]
    except _HeaderError as error:
        return [Problem(path, *error.mark, error.code, error.message, error.hint)]
    return reader.problems or Fields(values, reader.marks, reader.keys)


def _split(text: str) -> tuple[str, str, int]:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise _HeaderError((1, 1), "bad-header", "the file does not start with a header", "begin with a line of three hyphens: ---")
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            return "\n".join(lines[1 : number - 1]), "\n".join(lines[number:]), number + 1
    raise _HeaderError((1, 1), "bad-header", "the header is not closed", "end it with a line of three hyphens: ---")


class _Reader:
    """Turns YAML nodes into plain values and remembers where each stood."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.marks: dict[Location, Mark] = {}
        self.keys: dict[Location, Mark] = {}
        self.problems: list[Problem] = []

    def plain(self, node: yaml.Node, location: Location) -> Any:
        """The value of a node; `location` is where it stands in the document."""
        self.marks[location] = self._mark(node)
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item, (*location, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, location)

    def _mapping(self, node: yaml.Node, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _HeaderError(self._mark(key), "bad-yaml", "a key must be a plain word", "put quotes around the text")
            here = (*location, key.value)
            if key.value in values:
                hint = f"first on line {self.keys[here][0]}"
                self.problems.append(Problem(self.path, *self._mark(key), "duplicate-key", f'"{key.value}" stands twice', hint))
                continue
            self.keys[here] = self._mark(key)
            values[key.value] = self.plain(value, here)
        return values

    def _mark(self, node: yaml.Node) -> Mark:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1


def _refuse_control_characters(text: str, first_line: int) -> None:
    if found := _CONTROL.search(text):
        line, column = text.count("\n", 0, found.start()), found.start() - text.rfind("\n", 0, found.start())
        raise _HeaderError((line + first_line, column), "bad-yaml", "a control character is not allowed in YAML", "delete it")


def _refuse_anchors_tags_and_depth(text: str, first_line: int) -> None:
    """An anchor (&) or tag (!) would swallow the first word of a text without a sound; great depth would end the process."""
    if not _ANCHOR_OR_TAG.search(text) and sum(map(text.count, "[{-?")) < _MANY:
        return
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        place = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise _HeaderError(place, "bad-yaml", "a text may not begin with & * or ! here", "put quotes around the text")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEP:
            raise _HeaderError(place, "bad-yaml", "lists or mappings are nested too deep", "write it flatter")


def _scalar(node: yaml.ScalarNode) -> str | None:
    text: str = node.value
    return None if not node.style and text in _NOTHING else text


def _yaml_problem(error: yaml.MarkedYAMLError, path: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    hint = 'put quotes around a text that contains ": " or starts with a special character, and align the lines of a block'
    return Problem(path, *place, "bad-yaml", str(error.problem or error.context), hint)
