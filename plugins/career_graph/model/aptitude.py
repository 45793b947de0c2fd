"""content/aptitude.yaml: the aptitude check, its statements and what is said of its result."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import Bilingual, Fields, Kebab, fact


@dataclass(frozen=True, kw_only=True)
class Question(Fields):
    """A statement on office work, which a reader finds more or less true."""

    id: Kebab = fact("Its name in the addresses of results; it never changes.", "match-slips")
    element: Kebab = fact("The interest or work value of job_tag.json that it stands for.", "conventional")
    text: Bilingual = fact(
        "The statement.",
        {"ja": "伝票と明細を、ずれがなくなるまで突き合わせられる", "en": "I can check slips against a statement until nothing is off."},
    )


@dataclass(frozen=True, kw_only=True)
class Aptitude(Fields):
    """The aptitude check."""

    title: Bilingual = fact("Title of its page.", {"ja": "向いている仕事を考える", "en": "What work would suit you?"})
    summary: Bilingual = fact("One or two sentences on what it does.", {"ja": "…", "en": "…"})
    can_tell: Bilingual = fact("What its result says.", {"ja": "…", "en": "…"})
    cannot_tell: tuple[Bilingual, ...] = fact(
        "What its result does not say.", [{"ja": "能力は測りません。", "en": "It measures no ability."}]
    )
    elements: dict[str, Bilingual] = fact(
        "The interests and work values asked about, in plain words.",
        {"conventional": {"ja": "決まった手順で正確に進めること", "en": "Working accurately to set steps"}},
    )
    questions: tuple[Question, ...] = fact("The statements, in the order in which they are shown.", [])
