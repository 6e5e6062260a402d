"""The room `training` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Training(AppConfig):
    """The room `training`."""

    name = "rihai.training"
    label = "training"
