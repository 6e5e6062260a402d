"""The room `instruments` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Instruments(AppConfig):
    """The room `instruments`."""

    name = "rihai.instruments"
    label = "instruments"
