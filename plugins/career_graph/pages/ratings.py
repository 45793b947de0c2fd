"""What the official ratings say of a role, in words."""

from __future__ import annotations

from ..languages import choose
from ..model import Ratings
from ..profiles import COMPARED, standing_out
from .citations import Citations
from .context import Context
from .values import Link
from .views import ProfileView

STANDING_OUT = 5
"""Elements of each domain that are named on a role's page."""


def profile_view(context: Context, citations: Citations, role_id: str) -> ProfileView | None:
    """In what a role's occupation stands out by its ratings; None where it has none."""
    ratings, profile = context.content.ratings, context.book.profiles.get(role_id)
    if ratings is None or profile is None:
        return None
    number = citations.cite(ratings.source)
    named = []
    for domain in COMPARED:
        if found := standing_out(profile, context.book.mean_scores, domain, STANDING_OUT):
            named.append((domain.value, tuple(choose(ratings.labels[domain][element], context.lang) for element in found)))
    titles = (ratings.occupations[code].title for code in profile.occupations)
    return ProfileView("、".join(titles), len(ratings.occupations), tuple(named), credit(ratings, context.lang, number))


def credit(ratings: Ratings, lang: str, number: int | str) -> Link:
    """What the publisher asks to be said of its ratings, as a link to the entry of that number in the page's source list."""
    return Link(f"#source-{number}", choose(ratings.attribution, lang))
