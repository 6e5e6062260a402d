"""The room `helpline` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Helpline(AppConfig):
    """The room `helpline`."""

    name = "rihai.helpline"
    label = "helpline"
