"""The room `accounts` as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Accounts(AppConfig):
    """The room `accounts`."""

    name = "rihai.accounts"
    label = "accounts"
