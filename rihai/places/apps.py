"""The room `places` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Places(AppConfig):
    """The room `places`."""

    name = "rihai.places"
    label = "places"
