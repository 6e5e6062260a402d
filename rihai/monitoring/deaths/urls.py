"""The addresses of deaths in custody."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.monitoring.deaths.views import files, lists

urlpatterns: list[URLPattern] = [
    path("deaths/", lists.index, name="deaths"),
    path("deaths/rates/", lists.rates_page, name="death-rates"),
    path("deaths/rates/compare/", lists.comparison, name="death-comparison"),
    path("deaths/new/", files.new, name="death-new"),
    path("deaths/<uuid:pk>/", files.death, name="death"),
    path("deaths/<uuid:pk>/change/", files.change, name="death-change"),
    path("deaths/<uuid:pk>/take-up/", files.take, name="death-take"),
    path("deaths/<uuid:pk>/cause/", files.cause, name="death-cause"),
    path("deaths/<uuid:pk>/paper/", files.paper, name="death-paper"),
    path("deaths/<uuid:pk>/close/", files.close, name="death-close"),
    path("deaths/steps/<uuid:pk>/", files.step, name="death-step"),
]
