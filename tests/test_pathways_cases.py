"""The fixture that Python and JavaScript share holds what Python answers; tests/browser/test_pathways_js.py asks JavaScript."""

from __future__ import annotations

import json
import os

from pathways_cases import FIXTURE, make_cases


def test_the_shared_fixture_holds_what_python_answers() -> None:
    cases = make_cases()
    if os.environ.get("REWRITE_GOLDEN"):
        lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
        FIXTURE.write_text(f"[\n{lines}\n]\n", "utf-8")
    assert json.loads(FIXTURE.read_text("utf-8")) == cases


def test_there_are_thousands_of_cases_of_every_sort() -> None:
    goals = [goal for case in make_cases() for reader in case["readers"] for goal in reader["goals"].values()]
    routes = [route for goal in goals for route in goal["routes"]]
    assert len(goals) + len(routes) > 2000
    assert {goal["band"] for goal in goals} == {1, 2, 3, 4, 5}
    assert {approach for route in routes for approach in route["approaches"]} == {
        "most-realistic",
        "quickest",
        "work-first",
        "certification-first",
        "specialised-clerk",
    }
    assert {gate for route in routes for leg in route["gates"] for gate in leg} == {"licence-first", "stepping-stone"}
    assert sum(len(reader["openings"]) for case in make_cases() for reader in case["readers"]) > 300
