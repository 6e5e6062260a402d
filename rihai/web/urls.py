"""The addresses of the room `web`."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
