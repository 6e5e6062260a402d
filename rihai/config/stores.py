"""Where stored files lie: a folder in the office's home, or an S3-compatible store; sealed in both."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

OPTIONS = {"endpoint": "endpoint_url", "region": "region_name", "prefix": "location"}


def store(address: str, home: Path) -> dict[str, Any]:
    """Django's storage for files. `address` is s3://key:secret@bucket?endpoint=https://…&region=…, or empty.

    Raises ImproperlyConfigured for another kind of address, an unknown option, or without the extra `s3` installed.
    """
    if not address:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": home / "files"}}
    parts = urlsplit(address)
    given = dict(parse_qsl(parts.query))
    if parts.scheme != "s3" or not parts.hostname or given.keys() - OPTIONS.keys():
        says = "RIHAI_STORAGE_URL is not s3://key:secret@bucket?endpoint=https://…; its value is not shown."
        raise ImproperlyConfigured(says)
    if find_spec("storages") is None:
        raise ImproperlyConfigured("RIHAI_STORAGE_URL needs the extra s3: pip install 'rihai[s3]'.")
    options: dict[str, Any] = {OPTIONS[name]: value for name, value in given.items()}
    options |= {"bucket_name": parts.hostname, "default_acl": None, "file_overwrite": False, "querystring_auth": True}
    if parts.username and parts.password:
        options |= {"access_key": unquote(parts.username), "secret_key": unquote(parts.password)}
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
