"""The record of an emergency leaves the house: the trail and the record itself know who took it, and its digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.preparedness.emergencies.models import TakenAs, Taking
from rihai.preparedness.emergencies.operations.acting import KIND
from rihai.preparedness.emergencies.queries import emergencies_for
from rihai.preparedness.emergencies.record.gathered import Record, gathered
from rihai.preparedness.emergencies.record.paper import as_pdf, as_workbook
from rihai.preparedness.errors import NotSo, NotThere

TAKES = "exports.make"
MEDIA = {
    TakenAs.PDF: "application/pdf", TakenAs.JSON: "application/json",
    TakenAs.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taken:
    """A record as a file; its name says nobody and nowhere."""

    content: bytes
    media: str
    name: str


@transaction.atomic
def take_record(*, emergency_id: UUID, kind: str, language: str, actor: Actor, at: datetime) -> Taken:
    """The whole record of an emergency as a file, people by code alone. Raises NotThere, NotSo."""
    one = emergencies_for(actor).filter(pk=emergency_id).first() if actor.may(TAKES) else None
    if one is None:
        raise NotThere(str(emergency_id))
    if kind not in TakenAs.values or language not in dict(settings.LANGUAGES):
        raise NotSo(_("Choose in which form and language."))
    record = gathered(one, actor=actor)
    content = _written(record, TakenAs(kind), language, at)
    Taking.objects.create(
        emergency=one, kind=kind, language=language, digest=record.digest, by_name=actor.name[:120], at=at
    )  # fmt: skip
    detail = {"format": kind, "language": language, "digest": record.digest}
    append("preparedness.record.taken_out", actor=actor, at=at, subject=one.pk, kind=KIND, detail=detail)
    return Taken(content, MEDIA[TakenAs(kind)], f"emergency-{record.digest[:8]}-{language}.{kind}")


def _written(record: Record, kind: TakenAs, language: str, at: datetime) -> bytes:
    if kind == TakenAs.PDF:
        return as_pdf(record, language, at=at, running=settings.OFFICE)
    return as_workbook(record, language, at=at) if kind == TakenAs.XLSX else record.content
