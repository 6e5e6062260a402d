"""The settings of the tests: an office of its own in the temporary folder, fixed keys, plain static files."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from rihai.kit.keyring import new_keyring, to_json, write_private

_fast = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path(tempfile.gettempdir())
_home = Path(tempfile.mkdtemp(prefix="rihai-test-"))
atexit.register(shutil.rmtree, _home, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("RIHAI_")]:
    del os.environ[_name]
os.environ["RIHAI_HOME"] = str(_home)
os.environ["RIHAI_DEMO"] = "yes"
(_home / "static").mkdir()  # empty: the finders serve the tests; without it WhiteNoise warns
# TEST_ENCRYPTED=yes runs the same tests through SQLCipher.
write_private(_home / "keyring.json", to_json(new_keyring(encrypted=bool(os.environ.get("TEST_ENCRYPTED")))))

from rihai.config.settings import *  # noqa: E402, F403
from rihai.config.settings import DATABASES, INSTALLED_APPS, STORAGES  # noqa: E402

INSTALLED_APPS = ["tests.walled", "tests.kit.keeping", *INSTALLED_APPS]
ROOT_URLCONF = "tests.urls"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if "sqlite3" in DATABASES["default"]["ENGINE"] or "sqlcipher" in DATABASES["default"]["ENGINE"]:
    # A file, not memory: threads of the live server would find the shared cache locked.
    DATABASES["default"]["TEST"] = {"NAME": str(_fast / f"rihai-{os.getpid()}.sqlite3")}
