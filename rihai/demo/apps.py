"""The room `demo` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Demo(AppConfig):
    """The room `demo`."""

    name = "rihai.demo"
    label = "demo"
