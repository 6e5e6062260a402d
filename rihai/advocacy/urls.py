"""The addresses of the room `advocacy`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

from rihai.advocacy.campaigns.urls import urlpatterns as campaigns
from rihai.advocacy.commitments.urls import urlpatterns as commitments
from rihai.advocacy.figures.urls import urlpatterns as figures
from rihai.advocacy.issues.urls import urlpatterns as issues
from rihai.advocacy.publications.urls import urlpatterns as publications
from rihai.advocacy.reports.urls import urlpatterns as reports
from rihai.advocacy.research.urls import urlpatterns as research
from rihai.advocacy.stories.urls import urlpatterns as stories

app_name = "advocacy"
urlpatterns: list[URLPattern] = [
    *campaigns,
    *issues,
    *commitments,
    *reports,
    *stories,
    *publications,
    *figures,
    *research,
]
