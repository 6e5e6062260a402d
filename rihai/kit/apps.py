"""The room `kit` as Django knows it."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class Kit(AppConfig):
    """The room `kit`."""

    name = "rihai.kit"
    label = "kit"

    def ready(self) -> None:
        """Django knows the checks once they are imported."""
        import_module("rihai.kit.checks")
