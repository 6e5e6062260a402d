"""The settings of an office in which the site is measured: those of every office, with static files as they lie."""

from __future__ import annotations

from rihai.config.settings import *  # noqa: F403
from rihai.config.settings import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
