"""The addresses of the room `screening`; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import path

from rihai.screening.trying import views as trying
from rihai.screening.views import answers, figures, filling, finding, lists

app_name = "screening"
urlpatterns = [
    path("", lists.who, name="who"),
    path("still-inside/", lists.inside, name="inside"),
    path("act/", lists.alerts, name="alerts"),
    path("at-risk/", figures.risk, name="risk"),
    path("missing/", figures.missing, name="missing"),
    path("missing/answers/", answers.answers, name="answers"),
    path("missing/fill/", filling.fill, name="fill"),
    path("missing/of/<uuid:pk>/", filling.fill_person, name="fill-person"),
    path("days-lost/", figures.lost, name="lost"),
    path("law/", trying.index, name="trying"),
    path("law/try/", trying.begin, name="try"),
    path("law/trial/<uuid:pk>/", trying.trial, name="trial"),
    path("law/trial/<uuid:pk>/force/", trying.force, name="law-force"),
    path("law/back/<slug:pack>/", trying.back, name="law-back"),
    path("finding/<uuid:pk>/", finding.finding, name="finding"),
]
