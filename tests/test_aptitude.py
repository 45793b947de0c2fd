"""The aptitude check's arithmetic: what stands out in a role, how far answers lean, which roles fit and why."""

from __future__ import annotations

from itertools import combinations

from builders import PROPERTY
from career_graph.aptitude import Agreement, Shape, leanings, ranked_fits, shapes
from career_graph.model import Domain
from career_graph.profiles import Profile
from hypothesis import given
from hypothesis import strategies as st

ELEMENTS = {"help": Domain.INTERESTS, "lead": Domain.INTERESTS, "tidy": Domain.INTERESTS, "pay": Domain.VALUES, "depth": Domain.VALUES}
QUESTIONS = {f"{element}-{number}": element for number in (1, 2) for element in ELEMENTS}
ANSWERS = st.dictionaries(st.sampled_from(sorted(QUESTIONS)), st.integers(-2, 2))
RATINGS = st.lists(st.integers(100, 500).map(lambda hundredths: hundredths / 100), min_size=len(ELEMENTS), max_size=len(ELEMENTS))
PROFILES = st.lists(RATINGS, min_size=2, max_size=5).map(
    lambda rows: {f"r{place}": profile(str(place), *row) for place, row in enumerate(rows)}
)


def profile(occupation: str, *ratings: float) -> Profile:
    scores: dict[Domain, dict[str, float]] = {domain: {} for domain in Domain}
    for (element, domain), rating in zip(ELEMENTS.items(), ratings, strict=True):
        scores[domain][element] = rating
    return Profile((occupation,), scores)


def shape(**hundredths: int) -> Shape:
    return dict.fromkeys(ELEMENTS, 0) | hundredths


# ---------------------------------------------------------------- what stands out in a role


def test_an_element_stands_out_where_it_lies_above_the_other_roles_and_the_role_s_own_level() -> None:
    found = shapes({"a": profile("1", 5, 3, 3, 3, 3), "b": profile("2", 3, 3.5, 3.5, 3, 3)}, ELEMENTS)
    assert found["a",] == {"help": 141, "lead": -71, "tidy": -71, "pay": 0, "depth": 0}
    assert found["b",] == {element: -hundredths for element, hundredths in found["a",].items()}


def test_roles_with_the_same_occupations_share_one_shape_and_count_once() -> None:
    one, other = profile("1", 5, 3, 3, 3, 4), profile("2", 3, 4, 3, 4, 3)
    alone = shapes({"a": one, "c": other}, ELEMENTS)
    shared = shapes({"a": one, "b": one, "c": other}, ELEMENTS)
    assert shared == {("a", "b"): alone["a",], ("c",): alone["c",]}


def test_the_order_of_occupations_makes_no_difference() -> None:
    one = profile("1", 5, 3, 3, 3, 4)
    assert list(shapes({"a": Profile(("1", "2"), one.scores), "b": Profile(("2", "1"), one.scores)}, ELEMENTS)) == [("a", "b")]


def test_an_element_without_spread_counts_nothing_and_leaves_the_others_alone() -> None:
    ratings = {"a": (5, 3, 3, 4, 2), "b": (3, 4, 3.004, 3, 3), "c": (4, 5, 3, 2, 4)}
    found = shapes({role: profile(role, *row) for role, row in ratings.items()}, ELEMENTS)
    others = {element: domain for element, domain in ELEMENTS.items() if element != "tidy"}
    assert {row["tidy"] for row in found.values()} == {0}
    assert {roles: {element: row[element] for element in others} for roles, row in found.items()} == shapes(
        {role: profile(role, *row) for role, row in ratings.items()}, others
    )


def test_a_role_alone_stands_out_in_nothing() -> None:
    assert shapes({"a": profile("1", 5, 3, 1, 3, 4)}, ELEMENTS) == {("a",): dict.fromkeys(ELEMENTS, 0)}


@PROPERTY
@given(PROFILES)
def test_a_shape_has_neither_elevation_nor_scatter(profiles: dict[str, Profile]) -> None:
    columns = {element: {found.scores[domain][element] for found in profiles.values()} for element, domain in ELEMENTS.items()}
    telling = [element for element, column in columns.items() if len(column) > 1]
    for row in shapes(profiles, ELEMENTS).values():
        for domain in (Domain.INTERESTS, Domain.VALUES):
            assert abs(sum(row[element] for element in ELEMENTS if ELEMENTS[element] is domain)) <= 2
        squares = sum(hundredths**2 for hundredths in row.values())
        assert squares == 0 or abs(squares / len(telling) - 100**2) < 100


# ---------------------------------------------------------------- what a reader leans to


def test_answers_are_taken_from_the_mean_of_their_domain() -> None:
    found = leanings(ELEMENTS, QUESTIONS, {"help-1": 2, "help-2": 1, "lead-1": -2, "pay-1": 1, "depth-1": -1})
    assert found == {"help": 2 * (3 * 3 - 2 * 1), "lead": 2 * (3 * -2 - 1), "tidy": 0, "pay": 6, "depth": -6}


def test_without_answers_nothing_leans() -> None:
    assert leanings(ELEMENTS, QUESTIONS, {}) == dict.fromkeys(ELEMENTS, 0)


@PROPERTY
@given(ANSWERS, st.sampled_from([Domain.INTERESTS, Domain.VALUES]))
def test_saying_yes_more_often_to_everything_makes_no_difference(answers: dict[str, int], domain: Domain) -> None:
    raised = {question: answer + (ELEMENTS[QUESTIONS[question]] is domain) for question, answer in answers.items()}
    assert leanings(ELEMENTS, QUESTIONS, raised) == leanings(ELEMENTS, QUESTIONS, answers)


# ---------------------------------------------------------------- fit


def test_the_score_is_the_sum_of_leaning_times_hundredths() -> None:
    answers = {"help-1": 2, "lead-1": -2, "pay-1": 1, "depth-1": -1}
    leaning = leanings(ELEMENTS, QUESTIONS, answers)
    row = shape(help=120, lead=30, tidy=-150, pay=70, depth=-70)
    (fit,) = ranked_fits({("a",): row}, ELEMENTS, QUESTIONS, answers)
    assert fit.score == sum(leaning[element] * row[element] for element in ELEMENTS) > 0


def test_roles_that_fit_equally_keep_their_order() -> None:
    rows = {("b",): shape(help=100), ("c",): shape(help=200), ("a",): shape(help=100)}
    answers = {"help-1": 1, "lead-1": -1}
    assert [fit.roles for fit in ranked_fits(rows, ELEMENTS, QUESTIONS, answers)] == [("c",), ("b",), ("a",)]
    assert [fit.roles for fit in ranked_fits(rows, ELEMENTS, QUESTIONS, {"help-1": 2, "lead-1": 2})] == list(rows)


def test_reasons_come_by_weight_and_one_against_comes_last() -> None:
    row = shape(help=150, lead=-150, tidy=60, pay=-90, depth=90)
    answers = {"help-1": 2, "lead-1": -2, "tidy-1": 1, "pay-1": 2, "depth-1": -2}
    (fit,) = ranked_fits({("a",): row}, ELEMENTS, QUESTIONS, answers)
    assert fit.reasons == (
        ("lead", Agreement.BOTH_LOW),
        ("help", Agreement.BOTH_HIGH),
        ("tidy", Agreement.BOTH_HIGH),
        ("depth", Agreement.WORK_HIGH),
    )


def test_at_most_three_reasons_speak_for_a_role() -> None:
    row = shape(help=90, lead=-180, tidy=90, pay=100, depth=-100)
    answers = {"help-1": 1, "lead-1": -2, "tidy-1": 1, "pay-1": 2, "depth-1": -2}
    (fit,) = ranked_fits({("a",): row}, ELEMENTS, QUESTIONS, answers)
    assert [element for element, _ in fit.reasons] == ["lead", "pay", "depth"]


def test_what_hardly_stands_out_is_no_reason() -> None:
    rows = {("a",): shape(help=49, lead=-50), ("b",): shape(help=50, lead=-49)}
    fits = ranked_fits(rows, ELEMENTS, QUESTIONS, {"help-1": 2, "lead-1": -2})
    assert {fit.roles: fit.reasons for fit in fits} == {
        ("a",): (("lead", Agreement.BOTH_LOW),),
        ("b",): (("help", Agreement.BOTH_HIGH),),
    }


def test_what_a_reader_wants_and_the_work_has_not_speaks_against_it() -> None:
    (fit,) = ranked_fits({("a",): shape(help=-100)}, ELEMENTS, QUESTIONS, {"help-1": 2, "lead-1": -2})
    assert fit.score < 0
    assert fit.reasons == (("help", Agreement.READER_HIGH),)


@PROPERTY
@given(PROFILES, ANSWERS)
def test_reasons_say_how_answers_and_role_meet(profiles: dict[str, Profile], answers: dict[str, int]) -> None:
    rows, leaning = shapes(profiles, ELEMENTS), leanings(ELEMENTS, QUESTIONS, answers)
    signs = {(1, 1): Agreement.BOTH_HIGH, (-1, -1): Agreement.BOTH_LOW, (1, -1): Agreement.READER_HIGH, (-1, 1): Agreement.WORK_HIGH}
    for fit in ranked_fits(rows, ELEMENTS, QUESTIONS, answers):
        for element, agreement in fit.reasons:
            assert signs[_sign(leaning[element]), _sign(rows[fit.roles][element])] is agreement


@PROPERTY
@given(PROFILES, ANSWERS)
def test_the_best_fit_comes_first(profiles: dict[str, Profile], answers: dict[str, int]) -> None:
    fits = ranked_fits(shapes(profiles, ELEMENTS), ELEMENTS, QUESTIONS, answers)
    assert all(better.score >= worse.score for better, worse in combinations(fits, 2))
    assert sorted(role for fit in fits for role in fit.roles) == sorted(profiles)


@PROPERTY
@given(PROFILES, st.integers(-2, 2))
def test_answers_that_are_all_the_same_tell_nothing(profiles: dict[str, Profile], answer: int) -> None:
    fits = ranked_fits(shapes(profiles, ELEMENTS), ELEMENTS, QUESTIONS, dict.fromkeys(QUESTIONS, answer))
    assert {(fit.score, fit.reasons) for fit in fits} == {(0, ())}


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
