"""The addresses of the room `helpline`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "helpline"
urlpatterns: list[URLPattern] = []
