"""The addresses of censuses, under `people/censuses/`."""

from __future__ import annotations

from django.urls import path

from rihai.people.intake.calendar import views as calendar
from rihai.people.intake.views import acting, census, rows

urlpatterns = [
    path("", census.index, name="censuses"),
    path("new/", census.new, name="census-new"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/<int:place>/", calendar.of_place, name="calendar-place"),
    path("calendar/<int:place>/rhythm/", calendar.rhythm, name="calendar-rhythm"),
    path("calendar/expected/<uuid:pk>/asked/", calendar.asked, name="calendar-asked"),
    path("calendar/expected/<uuid:pk>/refused/", calendar.refused, name="calendar-refused"),
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
