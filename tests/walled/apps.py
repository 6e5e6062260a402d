"""The test room of persons as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class People(AppConfig):
    """Persons made for the tests."""

    name = "tests.walled"
    label = "test_people"
