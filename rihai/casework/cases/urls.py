"""The addresses of cases; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
