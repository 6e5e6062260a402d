"""The addresses of the room `kit`."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.kit.showing.views import specimen

urlpatterns: list[URLPattern] = [
    path("", specimen, name="kit_specimen"),
]
