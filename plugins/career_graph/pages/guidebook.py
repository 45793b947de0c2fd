"""What all pages of all languages share: the knowledge, the address rule, the routes, the words of the interface."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from ..bibliography import shelves
from ..comparisons import compared_roles
from ..knowledge import Knowledge
from ..languages import LANGUAGES, Addresses
from ..mentions import BackLink, Mention, back_links, things_by_part
from ..model import Domain, Kind, Pathway, Ref, Role
from ..pathways import Alternative, Opening, Route, RouteFinder, held_skills, is_reasonable, openings, route_through
from ..profiles import Profile, mean_scores, role_profiles

COMPOSED_PATHS = 40
"""Composed paths from one role: all that a real guide has, and pages grow linearly with roles."""


class Translations(Protocol):
    """The interface strings of one language (gettext)."""

    def gettext(self, message: str) -> str:
        """The message in the language."""
        ...

    def pgettext(self, context: str, message: str) -> object:
        """The word for a value of the model, under the context that names its field."""
        ...


@dataclass(frozen=True)
class AssetAddresses:
    """Where the theme's files are found: the stylesheet, the icon, each script by its name."""

    stylesheet: str
    icon: str
    scripts: Mapping[str, str]


@dataclass(frozen=True)
class Guidebook:
    """What all pages of all languages share: the knowledge, the address rule, the routes, the words of the interface."""

    knowledge: Knowledge
    addresses: Addresses
    translations: Mapping[str, Translations]
    assets: AssetAddresses

    @functools.cached_property
    def routes(self) -> dict[str, dict[str, tuple[Alternative, ...]]]:
        """The routes that truly differ by source and target, the most realistic first, found once for all pages."""
        finder = RouteFinder(self.knowledge.graph)
        return {role: finder.routes_from(role) for role in self.knowledge.graph.roles}

    @functools.cached_property
    def composed(self) -> dict[str, dict[str, Route]]:
        """The route of every path page that no transition covers, by source and target, those with fewest steps first.

        They are the paths that an editor introduced, and the most realistic reasonable ones up to `COMPOSED_PATHS` a role.
        """
        return {source: self._composed_from(source) for source in self.routes}

    def _composed_from(self, source: str) -> dict[str, Route]:
        graph, introduced = self.knowledge.graph, self._introduced.get(source, {})
        best = {target: found[0].route for target, found in self.routes[source].items() if not graph.transition(source, target)}
        others = sorted((route for target, route in best.items() if target not in introduced), key=_fewest_steps)
        reasonable = (route for route in others if is_reasonable(graph, route))
        chosen = [*introduced.values(), *islice(reasonable, COMPOSED_PATHS)]
        return {route.target: route for route in sorted(chosen, key=_fewest_steps)}

    @functools.cached_property
    def _introduced(self) -> dict[str, dict[str, Route]]:
        found: dict[str, dict[str, Route]] = defaultdict(dict)
        for record in self.knowledge.content.records.values():
            if isinstance(record.facts, Pathway):
                found[record.facts.source][record.facts.target] = route_through(self.knowledge.graph, record.facts.roles)
        return found

    @functools.cached_property
    def openings(self) -> dict[str, tuple[Opening, ...]]:
        """What one more skill or grade opens to someone in each role, the most rewarding first; found once for all pages."""
        return {source: self._openings_from(role) for source, role in self.knowledge.graph.roles.items()}

    def _openings_from(self, role: Role) -> tuple[Opening, ...]:
        targets = [target for target in self.knowledge.graph.roles if self.has_path_page(role.id, target)]
        return openings(self.knowledge.graph, role, held_skills(role), (), targets)

    @functools.cached_property
    def profiles(self) -> dict[str, Profile]:
        """Official profiles by role, found once for all pages; none where the site has no ratings."""
        ratings = self.knowledge.content.ratings
        return role_profiles(self.knowledge.graph.roles.values(), ratings) if ratings else {}

    @functools.cached_property
    def comparisons(self) -> dict[str, tuple[str, ...]]:
        """Ids of the roles that each role is compared with on a page."""
        return compared_roles(self.knowledge.graph, self.profiles)

    @functools.cached_property
    def back_links(self) -> dict[str, dict[Ref, tuple[BackLink, ...]]]:
        """By language, for each thing the pages that speak of it, best first."""
        return {lang: back_links(spoken) for lang, spoken in self.mentions.items()}

    @functools.cached_property
    def guide_parts(self) -> dict[str, dict[Ref, frozenset[Ref]]]:
        """By language, what each part of each guide speaks of."""
        return {lang: things_by_part(guides) for lang, guides in self.guide_mentions.items()}

    @functools.cached_property
    def guide_mentions(self) -> dict[str, dict[Ref, tuple[Mention, ...]]]:
        """By language, what each guide speaks of."""
        return {lang: {ref: spoken for ref, spoken in pages.items() if ref.kind is Kind.GUIDE} for lang, pages in self.mentions.items()}

    @functools.cached_property
    def mentions(self) -> dict[str, dict[Ref, tuple[Mention, ...]]]:
        """By language, what each page speaks of."""
        mentions: dict[str, dict[Ref, tuple[Mention, ...]]] = {lang: {} for lang in LANGUAGES}
        for (ref, lang), spoken in self.knowledge.mentions.items():
            mentions[lang][ref] = spoken
        return mentions

    @functools.cached_property
    def shelves(self) -> dict[tuple[str, ...], Sequence[str]]:
        """The keys of all sources by the page of their list."""
        return shelves(self.knowledge.content.sources)

    @functools.cached_property
    def shelf_of(self) -> dict[str, tuple[str, ...]]:
        """Key of a source → the page of the list on which it stands."""
        return {key: segments for segments, keys in self.shelves.items() for key in keys}

    @functools.cached_property
    def mean_scores(self) -> dict[Domain, dict[str, float]]:
        """The mean of all official ratings; empty where the site has none."""
        ratings = self.knowledge.content.ratings
        return mean_scores(ratings) if ratings else {}

    def has_path_page(self, source: str, target: str) -> bool:
        """Whether a page leads from one role to the other."""
        return self.knowledge.graph.transition(source, target) is not None or target in self.composed[source]


def _fewest_steps(route: Route) -> tuple[int, int, str]:
    return len(route.transitions), route.months.min + route.months.max, route.target
