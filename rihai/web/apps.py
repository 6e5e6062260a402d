"""The room `web` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Web(AppConfig):
    """The room `web`."""

    name = "rihai.web"
    label = "web"
