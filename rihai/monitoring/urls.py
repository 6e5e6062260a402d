"""The addresses of the room `monitoring`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "monitoring"
urlpatterns: list[URLPattern] = []
