"""The addresses of the room `training`, those of its parts one after another."""

from __future__ import annotations

from django.urls import URLPattern

from rihai.training.learning import URLS as LEARNING

app_name = "training"
urlpatterns: list[URLPattern] = [*LEARNING]
