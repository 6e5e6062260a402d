"""The addresses of the room `advocacy`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "advocacy"
urlpatterns: list[URLPattern] = []
