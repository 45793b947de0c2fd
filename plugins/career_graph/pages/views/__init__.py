"""View models: one plain frozen value a page, with all that its template shows. Two equal values give the same bytes."""

from .entities import ArticleView, CertificationView, GradeView, ProfileView, RoleView, SkillDemand, SkillView
from .lists import (
    Card,
    ChooserView,
    GalleryEntry,
    GalleryView,
    HomeView,
    IndexView,
    LineView,
    MapColumn,
    MapStop,
    MapTrack,
    MapView,
    NotFoundView,
)
from .page import Chrome, Main, Page
from .paths import AlternativeView, GapRow, LegView, PathsView, PathView, TotalsView
from .tools import AptitudeView, CompareView, ComparisonView, PlannerView, SearchView

__all__ = [
    "CompareView",
    "ComparisonView",
    "ProfileView",
    "AlternativeView",
    "AptitudeView",
    "ArticleView",
    "Card",
    "CertificationView",
    "ChooserView",
    "Chrome",
    "GalleryEntry",
    "GalleryView",
    "GapRow",
    "GradeView",
    "HomeView",
    "IndexView",
    "LegView",
    "LineView",
    "Main",
    "MapColumn",
    "MapStop",
    "MapTrack",
    "MapView",
    "NotFoundView",
    "Page",
    "PathView",
    "PathsView",
    "PlannerView",
    "RoleView",
    "SearchView",
    "SkillDemand",
    "SkillView",
    "TotalsView",
]
