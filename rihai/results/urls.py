"""The addresses of the room `results`."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.results.views import indicators, lists, periods, projects

app_name = "results"
urlpatterns: list[URLPattern] = [
    path("", projects.index, name="index"),
    path("new/", projects.new, name="project-new"),
    path("office/", projects.office, name="office"),
    path("<uuid:pk>/", projects.project, name="project"),
    path("<uuid:pk>/edit/", projects.edit, name="project-edit"),
    path("<uuid:pk>/not-counted/", projects.not_counted, name="not-counted"),
    path("<uuid:pk>/codes/", projects.codes, name="codes"),
    path("<uuid:pk>/indicators/new/", indicators.new, name="indicator-new"),
    path("<uuid:pk>/give/", lists.give, name="give"),
    path("<uuid:pk>/period/<str:first>/", periods.period, name="period"),
    path("<uuid:pk>/period/<str:first>/lock/", periods.lock, name="lock"),
    path("codes/<uuid:pk>/part/", projects.part, name="part"),
    path("indicators/<uuid:pk>/", indicators.indicator, name="indicator"),
    path("indicators/<uuid:pk>/edit/", indicators.edit, name="indicator-edit"),
    path("indicators/<uuid:pk>/enter/", indicators.enter, name="enter"),
    path("indicators/<uuid:pk>/draw/", indicators.draw, name="draw"),
    path("entries/<uuid:pk>/withdraw/", indicators.withdraw, name="withdraw"),
    path("samples/<uuid:pk>/", indicators.sample, name="sample"),
    path("samples/row/<uuid:pk>/", indicators.check, name="check"),
    path("lists/<uuid:pk>/", lists.one_list, name="list"),
    path("lists/<uuid:pk>/take-in/", lists.take_in, name="take-in"),
    path("lists/<uuid:pk>/undo/", lists.undo, name="undo"),
    path("lists/<uuid:pk>/back/", lists.back, name="back"),
    path("periods/<uuid:pk>/sign/", periods.sign, name="sign"),
    path("periods/<uuid:pk>/report/", periods.report, name="report"),
    path("figures/<uuid:pk>/restate/", periods.restate, name="restate"),
]
