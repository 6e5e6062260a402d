"""What the log says of a page of a form: the person it is about; of sealed matter the record alone, never her."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from rihai.kit.audit.reads import listed, opened
from rihai.kit.classes import DataClass


def shown(request: HttpRequest, *, person_id: UUID | None, data_class: str, handler: str, subject: str) -> None:
    """Say that this request shows a form about somebody or something."""
    if person_id is not None and data_class != DataClass.SEALED:
        opened(request, person_id)
    else:
        listed(request, "instruments.form", 1, {"handler": handler, "subject": subject})
