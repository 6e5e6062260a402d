"""The room `results` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Results(AppConfig):
    """The room `results`."""

    name = "rihai.results"
    label = "results"
