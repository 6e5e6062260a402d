"""The addresses of the room `training`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "training"
urlpatterns: list[URLPattern] = []
