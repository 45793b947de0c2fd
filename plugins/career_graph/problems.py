"""Problems found in content: where, what, and what to try. Found everywhere, printed here."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build before anything is written; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


CODES: dict[str, tuple[Severity, str]] = {
    "bad-encoding": (Severity.ERROR, "The file is not UTF-8 text."),
    "bad-file": (Severity.ERROR, "A name ending in .md is a directory, or a link that leads nowhere."),
    "bad-header": (Severity.ERROR, "The file does not start with a header between two lines of three hyphens."),
    "bad-heading": (Severity.ERROR, "A heading of the wrong depth: the title is level 1, sections are `##`, one level at a time."),
    "bad-image": (Severity.ERROR, "An image without alternative text, width or height."),
    "bad-name": (
        Severity.ERROR,
        "A file or source whose name is no id, stands in no known folder, or differs from another only in case.",
    ),
    "bad-table": (Severity.ERROR, "A column of a table without a heading."),
    "bad-value": (Severity.ERROR, "A field holds a value that is not allowed there."),
    "bad-yaml": (Severity.ERROR, "The header, or a YAML file, is not well-formed YAML."),
    "circular": (Severity.ERROR, "Entries of `broader` or `prepares_for` lead back to themselves."),
    "copied-text": (Severity.WARNING, "A run of words that stands on another page of the language, or earlier on the page."),
    "dangling-anchor": (Severity.ERROR, "A link to a part of a page that is not there."),
    "dangling-image": (Severity.ERROR, "An image file that is not there."),
    "dangling-link": (Severity.ERROR, "A link that is neither an id link, an anchor on the page, nor a web address."),
    "duplicate-key": (Severity.ERROR, "The same key stands twice."),
    "duplicate-station": (Severity.ERROR, "Two roles have the same station number."),
    "escaping-path": (Severity.ERROR, "A file or image that lies outside content/."),
    "fact-in-translation": (Severity.ERROR, "A translation carries a fact; facts stand in the source-language file only."),
    "idle-bridge": (Severity.WARNING, "A transition closes a skill that its target role does not list, or that its source role brings."),
    "mentions-nothing": (Severity.WARNING, "A page that speaks of no role, skill, certification or term by name."),
    "missing-bridge": (Severity.WARNING, "A transition names no way to an essential skill that its source role does not bring."),
    "missing-field": (Severity.ERROR, "A required field is not there."),
    "missing-section": (Severity.ERROR, "A section that every page of this kind has is not there."),
    "missing-source-file": (Severity.ERROR, "A translation of something that has no source-language file."),
    "missing-translation": (Severity.WARNING, "A page exists in the source language only; readers get a fallback page."),
    "no-route": (Severity.ERROR, "A pathway passes two roles that no written transition joins."),
    "section-order": (Severity.ERROR, "Sections stand in another order than on other pages of this kind."),
    "shared-name": (Severity.WARNING, "A name that two entities bear; in prose it is a link to neither."),
    "stale-translation": (Severity.WARNING, "The source text changed after the translation was made."),
    "surprising-rating": (Severity.WARNING, "The editor's rating and the computed band differ by more than one, without a note."),
    "too-deep": (Severity.ERROR, "Lists or quotations in Markdown are nested too deep to be read."),
    "unexpected-prose": (Severity.ERROR, "A term with a text below its header; its summary is all that the glossary shows."),
    "unknown-field": (Severity.ERROR, "A key that no field has."),
    "unknown-id": (Severity.ERROR, "A reference to a role, skill, certification, grade, page or code that is not there."),
    "unknown-section": (Severity.ERROR, "A section that pages of this kind do not have."),
    "unknown-source": (Severity.ERROR, "A source key that content/sources.yaml does not have."),
    "unmentioned": (Severity.WARNING, "A role, skill or certification that no other page speaks of in its language."),
    "unsafe-html": (Severity.ERROR, "HTML in Markdown beyond the few allowed tags and attributes."),
    "unsafe-link": (Severity.ERROR, "A link or image whose address could run a script or is of an unknown scheme."),
    "unsourced-figure": (Severity.ERROR, "A figure in prose with no source behind it that no header has either."),
    "unused-source": (Severity.WARNING, "A source that nothing refers to."),
}
"""Every code with its severity and meaning; docs/problems.md is made from it."""


@dataclass(frozen=True, order=True)
class Problem:
    """One problem at one place. Lines and columns count from 1. Sorts by place."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such problem code: {self.code}")

    @property
    def severity(self) -> Severity:
        """The severity that belongs to the code."""
        return CODES[self.code][0]

    def __str__(self) -> str:
        tail = f" ({self.hint})" if self.hint else ""
        text = f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.code}: {self.message}{tail}"
        return " ".join(text.splitlines())


def arranged(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without repetition, by file, line and column."""
    return sorted(set(problems))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems forbids writing."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def report(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, one a line; where GitHub runs this, also as annotations beside the changed lines."""
    for problem in problems:
        print(problem, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS"):
            print(format_annotation(problem))


def format_annotation(problem: Problem) -> str:
    """The problem as an annotation line that GitHub shows beside the changed file."""
    text = f"{problem.code}: {problem.message}" + (f" ({problem.hint})" if problem.hint else "")
    text = text.replace("%", "%25").replace("\n", "%0A")
    return f"::{problem.severity} file={problem.path},line={problem.line},col={problem.column}::{text}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or all of them where they are few."""
    choices = sorted(known)
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    if not choices:
        return ""
    return f"known: {', '.join(choices)}" if len(choices) <= 12 else f"none of the {len(choices)} known ones is near"
