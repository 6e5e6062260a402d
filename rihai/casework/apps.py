"""The room `casework` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Casework(AppConfig):
    """The room `casework`."""

    name = "rihai.casework"
    label = "casework"
