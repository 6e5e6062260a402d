"""The room `coordination` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Coordination(AppConfig):
    """The room `coordination`."""

    name = "rihai.coordination"
    label = "coordination"
