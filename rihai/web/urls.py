"""The addresses of the room `web`."""

from __future__ import annotations

from django.urls import include, path, re_path

from rihai.web import views
from rihai.web.api import declared

urlpatterns = [
    path("", views.home, name="home"),
    re_path(r"^(?P<name>see|ask|act|show)/$", views.station, name="station"),
    path("find/", views.search, name="search"),
    path("help/", views.help_page, name="help"),
    path("help/<slug:slug>/", views.help_topic, name="help-topic"),
    path("language/", views.language, name="language"),
    path("health/", views.health, name="health"),
    path("api/", views.api, name="api"),
    path("api/v1/openapi.json", views.openapi, name="openapi"),
    path("api/v1/", include((declared(), "api"))),
]
