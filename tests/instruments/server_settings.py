"""The settings of a server that a test starts in a process of its own: over the test's database, keys and files."""

from __future__ import annotations

import os
from pathlib import Path

from rihai.config.stores import store
from rihai.kit.keyring import asked, load_keyring
from tests.settings import *  # noqa: F403
from tests.settings import DATABASES, STORAGES

_home = Path(os.environ["TEST_HOME"])
DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]
KEYRING = load_keyring(_home / "keyring.json", "", asked)
STORAGES = {**STORAGES, "default": store("", _home)}
SECRET_KEY = os.environ["TEST_SECRET"]
UPLOAD_BYTES = int(os.environ["TEST_UPLOAD"])
