"""The graph of roles, skills, certifications and transitions. Built once, read everywhere; it knows no text and no language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from .model import Certification, Entity, Grade, Line, Role, Skill, SkillNeed, Transition, Use

K = TypeVar("K")
V = TypeVar("V")


class GradeNode(NamedTuple):
    """A grade and the certification it belongs to."""

    certification: Certification
    grade: Grade

    @property
    def id(self) -> str:
        """The grade's id in references: nissho-boki#2."""
        return f"{self.certification.id}#{self.grade.id}"


class Demand(NamedTuple):
    """A role asks for a skill."""

    role: Role
    need: SkillNeed
    essential: bool


class GradeDemand(NamedTuple):
    """A role has use for a grade."""

    role: Role
    use: Use


@dataclass(frozen=True)
class CareerGraph:
    """Nodes by id, and for every question a page asks the answer by id, in stable order."""

    roles: Mapping[str, Role]
    skills: Mapping[str, Skill]
    certifications: Mapping[str, Certification]
    transitions: Mapping[str, Transition]
    grades: Mapping[str, GradeNode]
    lines: Mapping[Line, tuple[Role, ...]]
    """Line → its roles in station order."""
    transitions_from: Mapping[str, tuple[Transition, ...]]
    transitions_to: Mapping[str, tuple[Transition, ...]]
    demands: Mapping[str, tuple[Demand, ...]]
    """Skill id → roles that ask for it, most important first."""
    narrower: Mapping[str, tuple[Skill, ...]]
    """Skill id → skills whose `broader` it is."""
    attesting: Mapping[str, tuple[GradeNode, ...]]
    """Skill id → grades that attest it."""
    grade_demands: Mapping[str, tuple[GradeDemand, ...]]
    """Grade id → roles that have use for it."""
    bridged_by: Mapping[str, tuple[Transition, ...]]
    """Grade id → transitions in which it closes a gap."""
    bridging: Mapping[str, tuple[Transition, ...]]
    """Skill id → transitions in which it is gained."""

    def transition(self, source: str, target: str) -> Transition | None:
        """The written transition between two roles, if there is one."""
        return self.transitions.get(f"{source}--{target}")

    def siblings(self, skill_id: str) -> tuple[str, ...]:
        """Ids of the other skills under the same broader skill."""
        broader = self.skills[skill_id].broader
        return tuple(skill.id for skill in self.narrower.get(broader or "", ()) if skill.id != skill_id)


def build_graph(entities: Iterable[Entity]) -> CareerGraph:
    """The graph of the entities. Every reference in them must lead to one of them."""
    nodes = sorted(entities, key=lambda entity: entity.id)
    roles = {node.id: node for node in nodes if isinstance(node, Role)}
    certifications = {node.id: node for node in nodes if isinstance(node, Certification)}
    skills = {node.id: node for node in nodes if isinstance(node, Skill)}
    transitions = {node.id: node for node in nodes if isinstance(node, Transition)}
    grades = {node.id: node for certification in certifications.values() for node in _grade_nodes(certification)}
    moves = transitions.values()
    return CareerGraph(
        roles=roles,
        skills=skills,
        certifications=certifications,
        transitions=transitions,
        grades=grades,
        lines=_grouped((role.line, role) for role in sorted(roles.values(), key=lambda role: role.order)),
        transitions_from=_grouped((move.source, move) for move in moves),
        transitions_to=_grouped((move.target, move) for move in moves),
        demands=_demands(roles.values()),
        narrower=_grouped((skill.broader, skill) for skill in skills.values() if skill.broader),
        attesting=_grouped((held.skill, node) for node in grades.values() for held in node.grade.attests),
        grade_demands=_grouped((use.grade, GradeDemand(role, use.use)) for role in roles.values() for use in role.certifications),
        bridged_by=_grouped((bridge.grade, move) for move in moves for bridge in move.bridges if bridge.grade),
        bridging=_grouped((bridge.skill, move) for move in moves for bridge in move.bridges),
    )


def _grade_nodes(certification: Certification) -> list[GradeNode]:
    return [GradeNode(certification, grade) for grade in sorted(certification.grades, key=lambda grade: grade.order)]


def _demands(roles: Iterable[Role]) -> dict[str, tuple[Demand, ...]]:
    needs = [Demand(role, need, True) for role in roles for need in role.essential_skills]
    needs += [Demand(role, need, False) for role in roles for need in role.optional_skills]
    needs.sort(key=lambda demand: (not demand.essential, -demand.need.importance, demand.role.line, demand.role.order))
    return _grouped((demand.need.skill, demand) for demand in needs)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """The values of each key in the order in which they come, each object once."""
    groups: dict[K, dict[int, V]] = defaultdict(dict)
    for key, value in pairs:
        groups[key][id(value)] = value
    return {key: tuple(values.values()) for key, values in groups.items()}
