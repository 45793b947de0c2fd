"""Official profiles: which occupations stand for a role, and which roles are alike."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from builders import ELEMENTS, PROFILES, PROPERTY, both, role
from career_graph.model import Bilingual, Code, Domain, FieldError, Match, Occupation, Ratings, Scheme
from career_graph.profiles import (
    Difference,
    Profile,
    differences,
    distance,
    mean_scores,
    nearest_roles,
    role_profile,
    role_profiles,
    standing_out,
    tenths,
)
from hypothesis import given


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


def rated(*codes: str, **skills: float) -> Profile:
    return Profile(codes, {domain: dict(skills) for domain in Domain})


def test_the_mean_is_that_of_all_occupations_whether_a_role_has_them_or_not() -> None:
    assert mean_scores(ratings(c1=1, c2=2, c3=6)) == {domain: {"one": 3, "two": 3} for domain in Domain}


def test_what_lies_furthest_above_the_mean_stands_out_and_nothing_close_to_it() -> None:
    means = {domain: {"a": 1.0, "b": 1.0, "c": 1.0, "d": 3.0} for domain in Domain}
    profile = rated(a=1.5, b=4, c=1.4, d=0)
    assert standing_out(profile, means, Domain.SKILLS, 5) == ("b", "a")
    assert standing_out(profile, means, Domain.SKILLS, 1) == ("b",)


def test_roles_with_the_same_occupations_are_counted_together() -> None:
    assert rated("430", "538").is_counted_with(rated("538", "430", x=1))
    assert not rated("430").is_counted_with(rated("430", "538"))


def test_the_largest_differences_come_first_and_equal_ratings_not_at_all() -> None:
    one, other = rated(a=1, b=2, c=3, d=4), rated(a=1.04, b=1.5, c=4, d=3.5)
    assert differences(one, other, Domain.SKILLS, 9) == (Difference("c", (30, 40)), Difference("b", (20, 15)), Difference("d", (40, 35)))
    assert differences(one, other, Domain.SKILLS, 1) == (Difference("c", (30, 40)),)


@PROPERTY
@given(PROFILES, PROFILES)
def test_differences_are_the_same_from_both_sides(one: Profile, other: Profile) -> None:
    found = differences(one, other, Domain.KNOWLEDGE, 9)
    assert differences(other, one, Domain.KNOWLEDGE, 9) == tuple(Difference(pair.element, pair.tenths[::-1]) for pair in found)
    differing = [name for name in ELEMENTS if tenths(one.scores[Domain.KNOWLEDGE][name]) != tenths(other.scores[Domain.KNOWLEDGE][name])]
    assert sorted(pair.element for pair in found) == differing
