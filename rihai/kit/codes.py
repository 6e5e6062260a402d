"""Codes under which a sealed matter goes: they say nothing, neither which number it is nor which year."""

from __future__ import annotations

import secrets

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def new_code() -> str:
    """A code by chance, such as KTM-418; who keeps it makes sure that it is there once."""
    return "".join(secrets.choice(LETTERS) for _ in range(3)) + "-" + f"{secrets.randbelow(1000):03}"
