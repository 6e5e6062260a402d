"""The addresses of the room `preparedness`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "preparedness"
urlpatterns: list[URLPattern] = []
