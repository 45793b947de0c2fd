"""Official profiles: which occupations stand for a role, and which roles are alike."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from builders import PROPERTY, both, role
from career_graph.model import Bilingual, Code, Domain, FieldError, Match, Occupation, Ratings, Scheme
from career_graph.profiles import Profile, distance, nearest_roles, role_profile, role_profiles
from hypothesis import given
from hypothesis import strategies as st

ELEMENTS = ("one", "two")
SCORES = st.fixed_dictionaries({element: st.floats(0, 7) for element in ELEMENTS})
PROFILES = st.builds(lambda *scores: Profile((), dict(zip(Domain, scores, strict=True))), *[SCORES] * len(Domain))


def occupation(value: float) -> Occupation:
    scores: dict[str, Any] = {domain.value: dict.fromkeys(ELEMENTS, value) for domain in Domain}
    return Occupation(title="職業", **scores)


def ratings(**values: float) -> Ratings:
    labels = {domain: {element: Bilingual(ja=element, en=element) for element in ELEMENTS} for domain in Domain}
    occupations = {code.removeprefix("c"): occupation(value) for code, value in values.items()}
    return Ratings(source="s", attribution=both("attribution"), labels=labels, occupations=occupations)


def coded(id: str = "r", **codes: Match) -> Any:
    found = (Code(scheme=Scheme.JOB_TAG, code=code.removeprefix("c"), match=match) for code, match in codes.items())
    return role(id, codes=tuple(found))


def test_the_best_match_counts_alone() -> None:
    profile = role_profile(coded(c1=Match.NARROW, c2=Match.CLOSE), ratings(c1=1, c2=5))
    assert profile
    assert profile.occupations == ("2",)
    assert profile.scores[Domain.SKILLS] == {"one": 5, "two": 5}


def test_equally_good_matches_are_averaged() -> None:
    profile = role_profile(coded(c1=Match.NARROW, c2=Match.NARROW), ratings(c1=1, c2=4))
    assert profile
    assert profile.scores[Domain.VALUES] == {"one": 2.5, "two": 2.5}


def test_a_role_without_a_rated_code_has_no_profile() -> None:
    assert role_profile(coded(), ratings(c1=1)) is None
    assert role_profile(coded(c9=Match.EXACT), ratings(c1=1)) is None
    other = role("r", codes=(Code(scheme=Scheme.ISCO, code="1", match=Match.EXACT),))
    assert role_profile(other, ratings(c1=1)) is None


def test_nearest_roles_come_nearest_first_and_never_the_role_itself() -> None:
    roles = [coded("a", c1=Match.EXACT), coded("b", c2=Match.EXACT), coded("c", c3=Match.EXACT), coded("d")]
    profiles = role_profiles(roles, ratings(c1=1, c2=4, c3=2))
    assert nearest_roles("a", profiles, 5) == ("c", "b")
    assert nearest_roles("a", profiles, 1) == ("c",)
    assert nearest_roles("d", profiles, 5) == ()


def test_distance_is_in_points_of_the_scale() -> None:
    profiles = role_profiles([coded("a", c1=Match.EXACT), coded("b", c2=Match.EXACT)], ratings(c1=1, c2=4))
    assert distance(profiles["a"], profiles["b"]) == 3


@PROPERTY
@given(PROFILES, PROFILES, PROFILES)
def test_distance_is_a_metric_up_to_rounding(one: Profile, other: Profile, third: Profile) -> None:
    assert distance(one, one) == 0
    assert distance(one, other) == distance(other, one) >= 0
    assert distance(one, third) <= distance(one, other) + distance(other, third) + 1e-9


def test_an_occupation_rates_what_the_labels_name() -> None:
    good = ratings(c1=1)
    with pytest.raises(FieldError, match='elements of "skills" in occupation "1"'):
        dataclasses.replace(good, labels=good.labels | {Domain.SKILLS: {}})
