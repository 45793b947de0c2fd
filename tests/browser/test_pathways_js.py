"""theme/static/js/pathways.js gives what plugins/career_graph/pathways gives, to the last digit, on the shared fixture."""

from __future__ import annotations

import json

import pytest
from pathways_cases import FIXTURE
from playwright.sync_api import BrowserContext
from real_site import RealSite

pytestmark = pytest.mark.browser

ANSWERS = """async ([module, cases]) => {
  const { band, gates, holdings, legs, openings, routesFrom, totals } = await import(module);
  const goal = (facts, target, found, held, owned) => ({
    band: band(facts, held, facts.roles[target]),
    routes: found.map(({ moves, approaches }) => {
      const sums = totals(facts, moves, owned);
      const effort = [sums.months[0] + sums.months[1], sums.hours[0] + sums.hours[1], sums.fees, moves.length, moves.map(({ id }) => id)];
      return {
        moves: moves.map(({ id }) => id),
        approaches,
        effort,
        unknown: [sums.feesUnknown, sums.hoursUnknown],
        gaps: legs(facts, moves, held).map(({ gaps }) => gaps.map((gap) => [gap.skill, gap.needed, gap.held, gap.bridges.length])),
        gates: moves.map((move) => gates(facts.roles[move.source], facts.roles[move.target], owned)),
      };
    }),
  });
  return cases.map(({ facts, readers }) => ({ facts, readers: readers.map(({ source, skills, owned }) => {
    const held = holdings(facts, facts.roles[source], skills, owned);
    const routes = routesFrom(facts, source, owned);
    const goals = Object.fromEntries([...routes].map(([target, found]) => [target, goal(facts, target, found, held, owned)]));
    const opened = openings(facts, facts.roles[source], held, owned, [...routes.keys()]);
    const rows = opened.map((item) => [item.skill, item.grade, item.reached, item.nearer, item.worth, item.importance]);
    return { source, skills, owned, held, goals, openings: rows };
  }) }));
}"""


def test_javascript_answers_every_case_as_python_does(real_site: RealSite, context: BrowserContext, address: str) -> None:
    cases = json.loads(FIXTURE.read_text("utf-8"))
    (module,) = real_site.output.glob("assets/js-*/pathways.js")
    page = context.new_page()
    page.goto(f"{address}404.html")
    answers = page.evaluate(ANSWERS, [f"{address}{module.relative_to(real_site.output).as_posix()}", cases])
    wrong = [
        (number, mine["source"], key)
        for number, (case, answer) in enumerate(zip(cases, answers, strict=True))
        for mine, theirs in zip(case["readers"], answer["readers"], strict=True)
        for key in mine
        if mine[key] != theirs[key]
    ]
    assert wrong == []
    assert answers == cases
