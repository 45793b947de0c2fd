"""How well roles fit a reader's answers on interests and work values. Pure functions.

The result is computed in whole numbers, so that theme/static/js/fit.js gives the same to the last digit.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, pstdev

from .model import Domain, Ratings
from .profiles import Profile

ASKED = (Domain.INTERESTS, Domain.VALUES)
"""Domains whose elements a statement may stand for."""

REASONS = 3
"""Reasons named for a role; one more is named against it."""

CLEAR = 50
"""Hundredths from which an element stands out clearly enough to be named as a reason."""

_NO_SPREAD = 0.005
"""Spread in points of the publisher's scale below which an element, or a role, is taken to have none."""

Elements = Mapping[str, Domain]
"""The elements asked about, with their domains."""

Shape = Mapping[str, int]
"""Element → hundredths by which it stands out in a role, or is held back where negative."""


class Agreement(StrEnum):
    """How a reader's answers and a role meet in one element."""

    BOTH_HIGH = "both-high"
    BOTH_LOW = "both-low"
    READER_HIGH = "reader-high"
    WORK_HIGH = "work-high"


@dataclass(frozen=True)
class Fit:
    """How well roles that share their ratings fit a reader's answers, and why; they fit rather than not where the score is above 0."""

    roles: tuple[str, ...]
    score: int
    reasons: tuple[tuple[str, Agreement], ...]
    """What speaks for them, most first, then what speaks most against them."""


def domains_of(ratings: Ratings) -> dict[str, Domain]:
    """Every element that a statement may stand for, with its domain."""
    return {element: domain for domain in ASKED for element in ratings.labels[domain]}


def shapes(profiles: Mapping[str, Profile], elements: Elements) -> dict[tuple[str, ...], Shape]:
    """What stands out in each role, whatever its general level. Roles with the same occupations share one shape.

    Each rating becomes a standard score: its deviation from the mean of all profiles in units of their standard deviation;
    elements without spread count 0. From a role's scores the mean of their domain is taken, and what is left is divided by its
    root mean square: elevation and scatter are gone, shape remains (Cronbach and Gleser, "Assessing similarity between
    profiles", Psychological Bulletin 50, 1953). Otherwise people who say yes to much would be sent to the occupations whose
    people rate everything high, whatever they say yes to.
    """
    groups = _sharing(profiles)
    columns = {element: [profiles[roles[0]].scores[domain][element] for roles in groups] for element, domain in elements.items()}
    scores = {element: _standard_scores(column) for element, column in columns.items() if pstdev(column) > _NO_SPREAD}
    rows = ({element: column[place] for element, column in scores.items()} for place in range(len(groups)))
    return {roles: dict.fromkeys(elements, 0) | _shape(row, elements) for roles, row in zip(groups, rows, strict=True)}


def ranked_fits(
    shapes: Mapping[tuple[str, ...], Shape], elements: Elements, questions: Mapping[str, str], answers: Mapping[str, int]
) -> list[Fit]:
    """How well each shape fits, best first; equal ones keep the order of `shapes`. `questions` gives the element of each.

    The score is Σ leaning × hundredths. With all statements answered, and as many for each element, it ranks as the correlation
    of the two profiles does, which Wille, Tracey, Feys and De Fruyt use for interests and occupations (Journal of Vocational
    Behavior 84, 2014) and a comparison of four measures found the best (Journal of Career Assessment,
    doi:10.1177/1069072720909825).
    """
    leaning = leanings(elements, questions, answers)
    return sorted((_fit(roles, shape, leaning) for roles, shape in shapes.items()), key=lambda fit: -fit.score)


def leanings(elements: Elements, questions: Mapping[str, str], answers: Mapping[str, int]) -> dict[str, int]:
    """Element → how far a reader's answers to it lie above the mean of the answers in its domain.

    Answers run from -2 (no) to 2 (yes); what is not answered does not count. The unit is one part of the product of the
    numbers of answers in the domains, which keeps the numbers whole.
    """
    counts = Counter(elements[questions[question]] for question in answers)
    sums = Counter[Domain]()
    for question, answer in answers.items():
        sums[elements[questions[question]]] += answer
    unit = math.prod(counts.values())
    found = dict.fromkeys(elements, 0)
    for question, answer in answers.items():
        domain = elements[questions[question]]
        found[questions[question]] += unit * answer - unit // counts[domain] * sums[domain]
    return found


def _sharing(profiles: Mapping[str, Profile]) -> list[tuple[str, ...]]:
    groups: dict[frozenset[str], list[str]] = {}
    for role, profile in profiles.items():
        groups.setdefault(frozenset(profile.occupations), []).append(role)
    return [tuple(roles) for roles in groups.values()]


def _standard_scores(column: Sequence[float]) -> list[float]:
    mean, spread = fmean(column), pstdev(column)
    return [(rating - mean) / spread for rating in column]


def _shape(scores: Mapping[str, float], elements: Elements) -> dict[str, int]:
    domains = {element: elements[element] for element in scores}
    means = {domain: fmean(scores[element] for element in scores if domains[element] is domain) for domain in domains.values()}
    left = {element: score - means[domains[element]] for element, score in scores.items()}
    scatter = math.sqrt(sum(score**2 for score in left.values()) / max(len(left), 1))
    return {element: round(100 * score / scatter) for element, score in left.items()} if scatter > _NO_SPREAD else {}


def _fit(roles: tuple[str, ...], shape: Shape, leaning: Mapping[str, int]) -> Fit:
    parts = {element: leaning[element] * hundredths for element, hundredths in shape.items()}
    ranked = sorted((element for element in parts if abs(shape[element]) >= CLEAR), key=lambda element: -parts[element])
    named = [element for element in ranked if parts[element] > 0][:REASONS]
    named += [element for element in ranked if parts[element] < 0][-1:]
    return Fit(roles, sum(parts.values()), tuple((element, _agreement(leaning[element], shape[element])) for element in named))


def _agreement(leaning: int, hundredths: int) -> Agreement:
    if leaning > 0:
        return Agreement.BOTH_HIGH if hundredths > 0 else Agreement.READER_HIGH
    return Agreement.WORK_HIGH if hundredths > 0 else Agreement.BOTH_LOW
