"""The test room as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Keeping(AppConfig):
    """Rows, work, an export and a letter for the tests."""

    name = "tests.kit.keeping"
    label = "test_keeping"
