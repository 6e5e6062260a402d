"""The addresses of the room `coordination`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

from rihai.coordination.agenda.urls import urlpatterns as agenda
from rihai.coordination.bodies.urls import urlpatterns as bodies
from rihai.coordination.decisions.urls import urlpatterns as decisions
from rihai.coordination.meetings.urls import urlpatterns as meetings
from rihai.coordination.papers.urls import urlpatterns as papers
from rihai.coordination.planned import URLS as PLANNED

app_name = "coordination"
urlpatterns: list[URLPattern] = [*bodies, *meetings, *agenda, *papers, *decisions, *PLANNED]
