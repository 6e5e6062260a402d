"""The addresses of the readiness of prisons."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.preparedness.readiness import views

urlpatterns: list[URLPattern] = [
    path("", views.index, name="readiness"),
    path("prison/<int:place_id>/", views.prison, name="ready"),
]
