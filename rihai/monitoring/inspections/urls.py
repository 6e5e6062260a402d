"""The addresses of inspections."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.monitoring.inspections.views import lists, one, papers

urlpatterns: list[URLPattern] = [
    path("", lists.index, name="index"),
    path("plan/", one.plan, name="plan"),
    path("mandates/new/", one.mandate, name="mandate"),
    path("assess/", one.assess, name="assess"),
    path("compare/", lists.compare, name="compare"),
    path("places/<int:pk>/", lists.prison, name="prison"),
    path("instrument/", papers.instrument, name="instrument"),
    path("instrument/xlsx/", papers.blank, name="instrument-xlsx"),
    path("instrument/guide/<slug:language>/", papers.guide, name="instrument-guide"),
    path("inspections/<uuid:pk>/", one.inspection, name="inspection"),
    path("inspections/<uuid:pk>/figures/", one.figures, name="figures"),
    path("inspections/<uuid:pk>/team/", one.team, name="team"),
    path("inspections/<uuid:pk>/visit/", one.visit, name="visit"),
    path("inspections/<uuid:pk>/lot/", one.lot, name="lot"),
    path("inspections/<uuid:pk>/give-up/", one.stop, name="give-up"),
    path("inspections/<uuid:pk>/settle/", one.settle, name="settle"),
    path("inspections/<uuid:pk>/report/<slug:language>/<slug:kind>/", papers.report, name="report"),
    path("team/<uuid:pk>/out/", one.out, name="member-out"),
]
