"""The database as it lies on the disk, for the tests that search it for words."""

from __future__ import annotations

import subprocess
from pathlib import Path

from django.db import connection


def raw_database() -> bytes:
    """The bytes of SQLite's file and of what belongs to it.

    Read by another process: whoever closes a file of SQLite that is open beside it lets go of every lock of its own
    process on it, and the next to write ruins the database of all tests that follow.
    """
    name = Path(str(connection.settings_dict["NAME"]))
    connection.close()
    paths = sorted(str(path) for path in name.parent.glob(f"{name.name}*"))
    return subprocess.run(["cat", *paths], capture_output=True, check=True).stdout
