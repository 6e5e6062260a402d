"""The room `advocacy` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Advocacy(AppConfig):
    """The room `advocacy`."""

    name = "rihai.advocacy"
    label = "advocacy"
