"""Gives a finished new home the name of the office's folder, in one step."""

from __future__ import annotations

from pathlib import Path

from django.db import connections

from rihai.errors import Refused

NEW = ".new"


def final_home(folder: Path) -> Path:
    """The name that the folder shall have. Raises Refused for a folder that is not a new one."""
    if not folder.name.endswith(NEW):
        raise Refused("This is not a new home; nothing was changed.")
    return folder.with_name(folder.name.removesuffix(NEW))


def move_in(folder: Path) -> Path:
    """Close the database and rename the folder; says where the office is now."""
    home = final_home(folder)
    connections.close_all()
    if home.exists():
        home.rmdir()  # only an empty one goes
    folder.rename(home)
    return home
