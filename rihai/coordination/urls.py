"""The addresses of the room `coordination`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "coordination"
urlpatterns: list[URLPattern] = []
