"""Rules on the official ratings, on what is compared with them, and on scores of tasks."""

from __future__ import annotations

from collections.abc import Iterator

from ..aptitude import domains_of
from ..content import APTITUDE, RATINGS, Content
from ..frontmatter import Location
from ..languages import SOURCE_LANGUAGE
from ..model import Role, Scheme
from ..problems import Problem, did_you_mean


def check_ratings(content: Content) -> Iterator[Problem]:
    """The ratings have a source, and every job tag code of a role has ratings."""
    if content.ratings is None:
        return
    sources = content.source_fields.values if content.source_fields else {content.ratings.source: None}
    if content.ratings.source not in sources:
        hint = did_you_mean(content.ratings.source, sources)
        yield Problem(f"{content.root.name}/{RATINGS}", 1, 1, "unknown-source", f'no source "{content.ratings.source}"', hint)
    for record in content.records.values():
        for index, code in enumerate(record.facts.codes if isinstance(record.facts, Role) else ()):
            if code.scheme is Scheme.JOB_TAG and code.code not in content.ratings.occupations:
                hint = did_you_mean(code.code, content.ratings.occupations)
                message = f'no occupation "{code.code}" in {RATINGS}'
                yield record.documents[SOURCE_LANGUAGE].problem(("codes", index, "code"), "unknown-id", message, hint)


def check_exposure(content: Content) -> Iterator[Problem]:
    """The scored task that stands for a role's task is one of an occupation that the role is matched with."""
    for record in content.records.values():
        role = record.facts
        if isinstance(role, Role):
            known = [code.code for code in role.codes if code.scheme is Scheme.ISCO]
            for index, task in enumerate(role.tasks):
                if task.ai_exposure and task.ai_exposure.isco not in known:
                    message = f'no code "{task.ai_exposure.isco}" of {Scheme.ISCO} in "codes"'
                    hint = f"add it there, or take a task of {', '.join(known)}" if known else "add it there"
                    location = ("tasks", index, "ai_exposure", "isco")
                    yield record.documents[SOURCE_LANGUAGE].problem(location, "unknown-id", message, hint)


def check_aptitude(content: Content) -> Iterator[Problem]:
    """The aptitude check has ratings to compare with; its elements are theirs, each has a statement, each statement a name of its own."""
    check, fields = content.aptitude, content.aptitude_fields
    if check is None or fields is None or (content.ratings is None and (content.root / RATINGS).exists()):
        return

    def problem(location: Location, code: str, message: str, hint: str) -> Problem:
        return Problem(f"{content.root.name}/{APTITUDE}", *fields.key_mark(location), code, message, hint)

    domains = domains_of(content.ratings) if content.ratings else {}
    asked = [question.element for question in check.questions]
    ids = [question.id for question in check.questions]
    for element in check.elements:
        if element not in domains:
            hint = did_you_mean(element, domains) or f"{RATINGS} is not there"
            yield problem(("elements", element), "unknown-id", f'no interest or work value "{element}"', hint)
        if element not in asked:
            yield problem(("elements", element), "missing-field", f'no statement stands for "{element}"', "write one, or delete it")
    for index, (id, element) in enumerate(zip(ids, asked, strict=True)):
        if element not in check.elements:
            yield problem(("questions", index, "element"), "unknown-id", f'no element "{element}"', did_you_mean(element, check.elements))
        if id in ids[:index]:
            yield problem(("questions", index, "id"), "duplicate-key", f'the id "{id}" stands twice', "choose another id")
