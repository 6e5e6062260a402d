"""The addresses of urgent help: those that families read, and those by which they are kept."""

from __future__ import annotations

from django.urls import URLPattern, path

import rihai.places.urls  # noqa: F401 - it registers <key:…>
from rihai.helpline.urgent.views import keeping, public

urlpatterns: list[URLPattern] = [
    path("prisons/", public.prisons, name="prisons"),
    path("prisons/<key:pk>/", public.prison, name="prison"),
    path("prisons/<key:pk>/poster/<slug:language>/", keeping.poster, name="poster"),
    path("facts/", keeping.index, name="facts-index"),
    path("facts/<key:pk>/", keeping.facts, name="facts"),
    path("facts/<key:pk>/<slug:topic>/", keeping.fact, name="fact"),
    path("facts/<key:pk>/<slug:topic>/still/", keeping.still, name="fact-still"),
    path("facts/<key:pk>/<slug:topic>/away/", keeping.away, name="fact-away"),
]
