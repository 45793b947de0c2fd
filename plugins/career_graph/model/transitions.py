"""Transitions: directed moves from one role to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .fields import Bilingual, Facts, FieldError, Fields, GradeId, Rating, RoleId, SkillId, Span, fact

MOST_ON_THE_WAY = 3
"""Roles between the ends of a path: with more steps it is no plan."""


class Change(StrEnum):
    """What kind of move a transition is."""

    ADVANCEMENT = "advancement"
    SPECIALISATION = "specialisation"
    LATERAL = "lateral"
    MANAGEMENT = "management"
    INDEPENDENCE = "independence"


class How(StrEnum):
    """By what means a missing skill is gained."""

    ON_THE_JOB = "on-the-job"
    COURSE = "course"
    CERTIFICATION = "certification"


class Basis(StrEnum):
    """What a transition rests on: seen in a source, or an editor's judgement."""

    OBSERVED = "observed"
    EDITORIAL = "editorial"


@dataclass(frozen=True, kw_only=True)
class Bridge(Fields):
    """How one missing skill is closed."""

    skill: SkillId = fact("Skill that is gained.", "bookkeeping")
    how: How = fact("on-the-job, course or certification.", "on-the-job")
    action: Bilingual = fact("The concrete step.", {"ja": "部署の経費精算を引き受ける", "en": "Take over your department's expense claims"})
    grade: GradeId | None = fact("Grade that shows it, where one helps.", "nissho-boki#3", None)


@dataclass(frozen=True, kw_only=True)
class Transition(Facts):
    """A directed move from one role to another; its id is `<source>--<target>`."""

    source: RoleId = fact("Role one leaves.", "general-clerk")
    target: RoleId = fact("Role one reaches.", "accounting-clerk")
    kind: Change = fact("advancement, specialisation, lateral, management or independence.", "specialisation")
    months: Span = fact("Months it takes while working, from the first step to the new position.", {"min": 6, "max": 12})
    basis: Basis = fact("observed (a source shows people making it) or editorial.", "editorial")
    rating: Rating = fact("How realistic it is, 1 rare to 5 common, by an editor.", 4)
    bridges: tuple[Bridge, ...] = fact("How each missing skill is closed.", [])
    barriers: tuple[Bilingual, ...] = fact(
        "What stands in the way.", [{"ja": "未経験の求人は少ない", "en": "Few openings without experience"}], ()
    )
    rating_note: Bilingual | None = fact(
        "Why the rating differs from what the skills suggest.", {"ja": "求人が多い", "en": "Openings are plenty"}, None
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_ends(self.id, self.source, self.target)
        if self.basis is Basis.OBSERVED and not self.sources:
            raise FieldError("basis", "an observed transition names its sources")


@dataclass(frozen=True, kw_only=True)
class Pathway(Facts):
    """An editor's introduction to a path of several transitions; its id is `<source>--<target>`. Gaps and totals are computed."""

    source: RoleId = fact("Role one leaves.", "general-clerk")
    target: RoleId = fact("Role one reaches.", "accounting")
    via: tuple[RoleId, ...] = fact(f"Roles on the way, 1 to {MOST_ON_THE_WAY}, in their order.", ["accounting-clerk"])

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_ends(self.id, self.source, self.target)
        if not 1 <= len(self.via) <= MOST_ON_THE_WAY:
            raise FieldError("via", f"1 to {MOST_ON_THE_WAY} roles on the way")
        if len(set(self.roles)) < len(self.roles):
            raise FieldError("via", "no role is passed twice")

    @property
    def roles(self) -> tuple[str, ...]:
        """Ids of the roles it passes, both ends included."""
        return (self.source, *self.via, self.target)


def _check_ends(id: str, source: str, target: str) -> None:
    if source == target:
        raise FieldError("target", "source and target are the same role")
    if id != f"{source}--{target}":
        raise FieldError("source", f'the file must be named "{source}--{target}.md"')
