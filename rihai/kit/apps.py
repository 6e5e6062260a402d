"""The room `kit` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Kit(AppConfig):
    """The room `kit`."""

    name = "rihai.kit"
    label = "kit"
