"""Answers about moving from role to role: what is held, what is missing, which routes lead there, what one more skill opens.

Pure functions on the graph. Coverage, credit and gates are the guide's own definition; it is published on the method page and
in docs/architecture.md. Whole numbers are used throughout, so that theme/static/js/pathways.js gives the same to the last digit.
"""

from .coverage import (
    Band,
    Carried,
    Coverage,
    Gap,
    Gate,
    Held,
    carried_over,
    coverage,
    gates,
    held_skills,
    holdings,
    merged,
    skill_gap,
)
from .openings import Opening, opened_by, openings, transitions_asking
from .routes import (
    CUTOFF,
    Alternative,
    Approach,
    Leg,
    Route,
    RouteFinder,
    Totals,
    effort,
    is_reasonable,
    legs,
    route_through,
    routes_from,
    totals,
    unique_grades,
)

__all__ = [
    "CUTOFF",
    "Alternative",
    "Approach",
    "Band",
    "Carried",
    "Coverage",
    "Gap",
    "Gate",
    "Held",
    "Leg",
    "Opening",
    "Route",
    "RouteFinder",
    "Totals",
    "carried_over",
    "coverage",
    "effort",
    "gates",
    "held_skills",
    "holdings",
    "is_reasonable",
    "legs",
    "merged",
    "opened_by",
    "openings",
    "route_through",
    "routes_from",
    "skill_gap",
    "totals",
    "transitions_asking",
    "unique_grades",
]
