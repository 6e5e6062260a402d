"""The room `screening` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Screening(AppConfig):
    """The room `screening`."""

    name = "rihai.screening"
    label = "screening"
