"""Who rests on which source, and on which page of the list each stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import PROPERTY
from career_graph import bibliography
from career_graph.bibliography import FIGURES, cited_by, shelves
from career_graph.languages import LANGUAGES
from editing import append
from hypothesis import given
from hypothesis import strategies as st
from small_sites import SITES, add_aptitude_check, guidebook

KEYS = st.sets(st.from_regex(r"[a-c0-9][a-d]{0,2}(-[a-d0-9]{1,2})?", fullmatch=True), max_size=30)


def users(content: Path, lang: str) -> dict[str, list[str]]:
    knowledge = guidebook(content).knowledge
    return {key: list(map(str, refs)) for key, refs in cited_by(knowledge.content, knowledge.proses, lang).items()}


def test_a_source_is_used_by_headers_by_dated_values_and_by_prose() -> None:
    found = users(SITES / "bilingual" / "content", "ja")
    assert found == {
        "handbook": ["certification:boki"],
        "survey": ["role:bookkeeper", "term:haken", "transition:clerk--bookkeeper"],
    }


def test_prose_uses_a_source_in_its_own_language_only(copy_site: Callable[[str], Path]) -> None:
    content = copy_site("bilingual")
    append(content / "en" / "guides" / "first-steps.md", "\nAs the survey says [source](source:survey).\n")
    assert {lang: "guide:first-steps" in users(content, lang)["survey"] for lang in LANGUAGES} == {"ja": False, "en": True}


def test_where_there_is_no_translation_the_source_text_counts(copy_site: Callable[[str], Path]) -> None:
    content = copy_site("bilingual")
    append(content / "ja" / "skills" / "filing.md", "\n調査があります[出典](source:survey)。\n")
    assert all("skill:filing" in users(content, lang)["survey"] for lang in LANGUAGES)


def test_roles_with_official_ratings_use_their_source(copy_site: Callable[[str], Path]) -> None:
    content = copy_site("bilingual")
    add_aptitude_check(content)
    knowledge = guidebook(content).knowledge
    assert knowledge.content.ratings is not None
    assert {"role:bookkeeper", "role:clerk", "role:manager"} <= set(users(content, "en")[knowledge.content.ratings.source])


# ---------------------------------------------------------------- shelves


@PROPERTY
@given(KEYS, st.integers(1, 5))
def test_every_key_stands_on_one_shelf_of_its_letter(keys: set[str], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibliography, "SHELF", size)
        found = shelves(keys)
    assert [key for group in found.values() for key in group] == sorted(keys)
    for (letter, *number), group in found.items():
        assert {FIGURES if key[0].isdigit() else key[0] for key in group} == {letter}
        assert 0 < len(group) <= size
        assert not number or (letter,) in found


@PROPERTY
@given(KEYS, st.from_regex(r"[x-z][a-d]{1,3}", fullmatch=True))
def test_a_new_source_moves_none_under_other_letters(keys: set[str], new: str) -> None:
    before, after = shelves(keys), shelves({*keys, new})
    assert {place: group for place, group in after.items() if place[0] != new[0]} == before
