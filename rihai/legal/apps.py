"""The room `legal` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Legal(AppConfig):
    """The room `legal`."""

    name = "rihai.legal"
    label = "legal"
