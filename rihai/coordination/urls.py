"""The addresses of the room `coordination`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

from rihai.coordination.planned import URLS as PLANNED

app_name = "coordination"
urlpatterns: list[URLPattern] = [*PLANNED]
