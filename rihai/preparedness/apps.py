"""The room `preparedness` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Preparedness(AppConfig):
    """The room `preparedness`."""

    name = "rihai.preparedness"
    label = "preparedness"
