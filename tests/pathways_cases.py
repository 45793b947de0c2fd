"""Cases for the rules that plugins/career_graph/pathways and theme/static/js/pathways.js share: synthetic graphs and readers.

tests/fixtures/pathways.json holds them with the answers of the Python side; `python3 tasks.py golden` writes it anew.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from builders import bridge, certification, grade, role, skill, transition
from career_graph.graph import CareerGraph, build_graph
from career_graph.model import Family, How, Level, Line, Use
from career_graph.outputs.planner_data import planner_facts
from career_graph.pathways import coverage, effort, gates, holdings, legs, openings, routes_from, totals

FIXTURE = Path(__file__).parent / "fixtures" / "pathways.json"
GRAPHS, READERS = 24, 12
SKILLS = [f"s{number}" for number in range(9)]


def make_cases() -> list[dict[str, Any]]:
    """The graphs as the planner sees them, each with its readers and what the Python side answers them."""
    chance = random.Random(20261125)
    cases = []
    for _ in range(GRAPHS):
        graph = _graph(chance)
        cases.append({"facts": planner_facts(graph), "readers": [_reader(chance, graph) for _ in range(READERS)]})
    return json.loads(json.dumps(cases))  # type: ignore[no-any-return]


def _graph(chance: random.Random) -> CareerGraph:
    skills = [skill(id, chance.choice([None, *SKILLS[:place]])) for place, id in enumerate(SKILLS)]
    certifications = [certification(id, *_grades(chance)) for id in ("k", "l", "m")]
    names = [f"{entity.id}#{grade.id}" for entity in certifications for grade in entity.grades]
    roles = [_role(chance, place, names) for place in range(chance.randint(4, 8))]
    pairs = [(source.id, target.id) for source in roles for target in roles if source is not target and chance.random() < 0.35]
    moves = [transition(*pair, *_bridges(chance, names), months=_span(chance, 24), rating=chance.randint(1, 5)) for pair in pairs]
    return build_graph([*skills, *certifications, *roles, *moves])


def _role(chance: random.Random, place: int, grades: list[str]) -> Any:
    ids = chance.sample(SKILLS, 6)
    essential = {id: (chance.randint(1, 4), chance.randint(1, 5)) for id in ids[:4]}
    optional = {id: (chance.randint(1, 4), chance.randint(1, 5)) for id in ids[4:]}
    low = chance.randint(1, 3)
    uses = {id: chance.choice(list(Use)) for id in chance.sample(grades, 1)}
    family, line = chance.choice(list(Family)), chance.choice([Line.GENERAL, Line.ACCOUNTING, Line.PEOPLE])
    return role(f"r{place}", essential, optional, (low, chance.randint(low, 4)), uses, family=family, line=line, order=place + 1)


def _grades(chance: random.Random) -> list[Any]:
    return [
        grade(
            str(order),
            order,
            chance.choice([None, 1000, 5500]),
            chance.choice([None, _span(chance, 200)]),
            {id: chance.randint(1, 4) for id in chance.sample(SKILLS, chance.randint(0, 2))},
        )
        for order in range(1, chance.randint(2, 4))
    ]


def _bridges(chance: random.Random, grades: list[str]) -> list[Any]:
    count = chance.randint(0, 3)
    return [bridge(chance.choice(SKILLS), chance.choice([None, *grades]), chance.choice(list(How))) for _ in range(count)]


def _span(chance: random.Random, most: int) -> tuple[int, int]:
    low = chance.randint(0, most)
    return low, chance.randint(low, most)


def _reader(chance: random.Random, graph: CareerGraph) -> dict[str, Any]:
    source = graph.roles[chance.choice(sorted(graph.roles))]
    skills = {id: Level(chance.randint(1, 4)) for id in chance.sample(SKILLS, chance.randint(0, 4))}
    owned = sorted(chance.sample(sorted(graph.grades), chance.randint(0, 3)))
    held = holdings(graph, source, skills, owned)
    routes = routes_from(graph, source.id, owned)
    goals = {target: _goal(graph, target, found, held, owned) for target, found in routes.items()}
    opened = [
        [opening.skill, opening.grade, opening.reached, opening.nearer, opening.worth, opening.importance]
        for opening in openings(graph, source, held, owned, list(routes))
    ]
    return {"source": source.id, "skills": skills, "owned": owned, "held": held, "goals": goals, "openings": opened}


def _goal(graph: CareerGraph, target: str, found: Any, held: Any, owned: list[str]) -> dict[str, Any]:
    routes = []
    for route, approaches in found:
        sums, steps = totals(graph, route, owned), legs(graph, route, held)
        routes.append(
            {
                "moves": [move.id for move in route.transitions],
                "approaches": approaches,
                "effort": effort(graph, route, owned),
                "unknown": [sums.fees_unknown, sums.hours_unknown],
                "gaps": [[[gap.skill, gap.needed, gap.held or 0, len(gap.bridges)] for gap in leg.gaps] for leg in steps],
                "gates": [gates(leg.source, leg.target, owned) for leg in steps],
            }
        )
    return {"band": coverage(graph, held, graph.roles[target]).band, "routes": routes}
