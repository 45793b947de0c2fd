"""What an editor does to a content folder, and what the checks say of it."""

from __future__ import annotations

from pathlib import Path

from career_graph.knowledge import read_knowledge
from career_graph.problems import Problem
from career_graph.prose import Renderer


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{file} holds no {old!r}"
    file.write_text(text.replace(old, new), "utf-8")


def append(file: Path, prose: str) -> None:
    file.write_text(f"{file.read_text('utf-8')}\n{prose}\n", "utf-8")


def problems_in(content: Path) -> list[Problem]:
    """Every problem but the missing translations, which a site in one language is full of."""
    _, problems = read_knowledge(content, Renderer())
    return [problem for problem in problems if problem.code != "missing-translation"]


def faults_in(content: Path) -> list[str]:
    """The problems as `ja/roles/a.md:7:2 code`."""
    return [f"{problem.path.removeprefix('content/')}:{problem.line}:{problem.column} {problem.code}" for problem in problems_in(content)]
