"""Attachments: told by their first bytes, sealed at rest, read by who may, each reading written down."""

from __future__ import annotations

from rihai.kit.files.kinds import FileRefused
from rihai.kit.files.models import StoredFile
from rihai.kit.files.store import erase, keep, read

__all__ = ["FileRefused", "StoredFile", "erase", "keep", "read"]
