"""Files of advocacy that name nobody: materials, clippings, submissions, evidence; read by whoever reads here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rihai.advocacy.scope import READ
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.files import StoredFile, keep

OWNER = "advocacy.paper"
Given = tuple[str, bytes]


def given(cleaned: dict[str, Any], name: str = "file") -> Given | None:
    """The file of a form as its name and bytes; None where none was given."""
    file = cleaned.get(name)
    return (file.name, file.read()) if file else None


def stored(file: Given | None, *, actor: Actor, at: datetime, owner: str = OWNER) -> StoredFile | None:
    """The file, kept; None where none was given. Raises FileRefused."""
    if file is None:
        return None
    return keep(file[1], name=file[0], data_class=DataClass.ORDINARY, actor=actor, at=at, owner=owner)


def may_read(actor: Actor, _stored: StoredFile) -> bool:
    """Whoever reads in advocacy."""
    return actor.may(READ)
