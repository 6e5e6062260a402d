"""The room `monitoring` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Monitoring(AppConfig):
    """The room `monitoring`."""

    name = "rihai.monitoring"
    label = "monitoring"
