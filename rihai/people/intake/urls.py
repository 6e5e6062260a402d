"""The addresses of censuses, under `people/censuses/`."""

from __future__ import annotations

from django.urls import path

from rihai.people.intake.views import acting, census, rows

urlpatterns = [
    path("", census.index, name="censuses"),
    path("new/", census.new, name="census-new"),
    path("<uuid:pk>/", census.census, name="census"),
    path("<uuid:pk>/columns/", acting.columns, name="census-columns"),
    path("<uuid:pk>/rows/", rows.rows, name="census-rows"),
    path("<uuid:pk>/changes/<slug:kind>/", rows.changes, name="census-changes"),
    path("<uuid:pk>/decide/<uuid:change>/", acting.decide, name="census-decide"),
    path("<uuid:pk>/mended/<int:number>/", acting.mended, name="census-mended"),
    path("<uuid:pk>/take-in/", acting.take, name="census-take-in"),
    path("<uuid:pk>/again/", acting.again, name="census-again"),
    path("<uuid:pk>/lay-aside/", acting.aside, name="census-aside"),
    path("<uuid:pk>/undo/", acting.undone, name="census-undo"),
]
