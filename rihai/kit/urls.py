"""The addresses of the room `kit`."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
