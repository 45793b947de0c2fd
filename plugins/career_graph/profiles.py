"""Official ratings of roles, and what follows from them: which roles are alike, which suit a reader. Pure functions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from .model import Domain, Match, Occupation, Ratings, Role, Scheme

COMPARED = (Domain.SKILLS, Domain.KNOWLEDGE)
"""Domains that say how alike the work is; interests and values say whom it suits."""

MARGIN = 0.5
"""Points above the mean from which a rating stands out. Less is common where hardly anybody needs a skill at all."""

_NEAREST_MATCH = (Match.EXACT, Match.CLOSE, Match.BROAD, Match.NARROW)


@dataclass(frozen=True)
class Profile:
    """A role's ratings: the mean of the occupations that match it best."""

    occupations: tuple[str, ...]
    """Their codes; roles with the same codes are counted together by the publisher."""
    scores: Mapping[Domain, Mapping[str, float]]

    def is_counted_with(self, other: Profile) -> bool:
        """Whether the publisher counts both as one, so that its ratings do not tell them apart."""
        return set(self.occupations) == set(other.occupations)


@dataclass(frozen=True)
class Difference:
    """What two profiles rate differently, with both ratings in tenths of a point, as readers see them."""

    element: str
    tenths: tuple[int, int]


def role_profile(role: Role, ratings: Ratings) -> Profile | None:
    """The profile of a role, or None where it has no code in the ratings. An exact match counts alone, then a close one …"""
    for match in _NEAREST_MATCH:
        codes = tuple(code.code for code in role.codes if code.scheme is Scheme.JOB_TAG and code.match is match)
        if found := [ratings.occupations[code] for code in codes if code in ratings.occupations]:
            return Profile(codes, {domain: _mean(found, domain) for domain in Domain})
    return None


def role_profiles(roles: Iterable[Role], ratings: Ratings) -> dict[str, Profile]:
    """The profiles of all roles that have one, by role id."""
    found = ((role.id, role_profile(role, ratings)) for role in roles)
    return {id: profile for id, profile in found if profile}


def mean_scores(ratings: Ratings) -> dict[Domain, dict[str, float]]:
    """The mean of all occupations, by domain and element."""
    return {domain: _mean(ratings.occupations.values(), domain) for domain in Domain}


def standing_out(profile: Profile, means: Mapping[Domain, Mapping[str, float]], domain: Domain, count: int) -> tuple[str, ...]:
    """The elements of a domain in which a profile lies at least `MARGIN` above the mean, furthest first."""
    above = {element: score - means[domain][element] for element, score in profile.scores[domain].items()}
    ranked = sorted((element for element in above if above[element] >= MARGIN), key=lambda element: (-above[element], element))
    return tuple(ranked[:count])


def tenths(score: float) -> int:
    """A rating in tenths of a point."""
    return round(10 * score)


def differences(one: Profile, other: Profile, domain: Domain, count: int) -> tuple[Difference, ...]:
    """The elements of a domain that two profiles rate most differently, largest difference first."""
    pairs = [Difference(element, (tenths(score), tenths(other.scores[domain][element]))) for element, score in one.scores[domain].items()]
    ranked = sorted((pair for pair in pairs if _gap(pair)), key=lambda pair: (-_gap(pair), pair.element))
    return tuple(ranked[:count])


def distance(one: Profile, other: Profile) -> float:
    """How far two profiles lie apart, in points of the publisher's scale: root mean square difference over skills and knowledge.

    It is D of Cronbach and Gleser, "Assessing similarity between profiles", Psychological Bulletin 50 (1953),
    divided by the root of the number of elements.
    """
    differences = [one.scores[domain][element] - other.scores[domain][element] for domain in COMPARED for element in one.scores[domain]]
    return math.hypot(*differences) / math.sqrt(len(differences) or 1)


def nearest_roles(role_id: str, profiles: Mapping[str, Profile], count: int) -> tuple[str, ...]:
    """Ids of the roles with the most similar profiles, nearest first; none for a role without a profile."""
    own = profiles.get(role_id)
    if own is None:
        return ()
    ranked = sorted((distance(own, profile), id) for id, profile in profiles.items() if id != role_id)
    return tuple(id for _, id in ranked[:count])


def _gap(difference: Difference) -> int:
    return abs(difference.tenths[0] - difference.tenths[1])


def _mean(occupations: Iterable[Occupation], domain: Domain) -> dict[str, float]:
    rows = [occupation.scores(domain) for occupation in occupations]
    return {element: fmean(row[element] for row in rows) for element in rows[0]}
