"""Evidence is taken in, handled, read, checked and taken out; each of it a line in the log of custody."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.files import keep
from rihai.monitoring.evidence.models import CustodyLine, EvidenceItem, Handling
from rihai.monitoring.evidence.papers import packed
from rihai.monitoring.evidence.queries import FILES, bytes_of, problems_of
from rihai.monitoring.incidents.models import Incident
from rihai.monitoring.incidents.operations.errors import NoSuchIncident, NotSo
from rihai.monitoring.incidents.operations.reach import incident_for, note

BY_HAND = (Handling.VIEWED, Handling.COPIED, Handling.HANDED, Handling.RETURNED)
FIRST = "0" * 64
"""What stands before the first line."""
SKEW = timedelta(minutes=5)


@transaction.atomic
def take_in(
    *, incident_id: UUID, content: bytes, name: str, said: Mapping[str, Any], actor: Actor, at: datetime
) -> EvidenceItem:
    """Take a file in: hashed as it is, sealed, its first line written.

    `said` has what, captured_at, captured_by, how. Raises NoSuchIncident, NotSo, FileRefused.
    """
    one = incident_for(incident_id, actor=actor)
    words = {key: str(said.get(key) or "").strip() for key in ("what", "captured_by", "how")}
    captured = said.get("captured_at")
    if not all(words.values()) or not isinstance(captured, datetime) or captured > at + SKEW:
        raise NotSo(_("Say what it is, and when, by whom and how it was made or came to us."))
    stored = keep(content, name=name, data_class=DataClass.SEALED, actor=actor, at=at, owner=FILES)
    item = EvidenceItem.objects.create(
        incident=one, number=one.evidence.count() + 1, stored=stored, name=stored.name,
        media_type=stored.media_type, digest=hashlib.sha256(content).hexdigest(),
        captured_at=captured, taken_in_at=at, taken_in_by_name=actor.name[:120], **words,
    )  # fmt: skip
    add_line(item, Handling.RECEIVED, actor.name, words["how"], at=at)
    note(one, "evidence_taken", actor=actor, at=at)
    return item


def add_line(item: EvidenceItem, kind: str, who: str, says: str, *, at: datetime) -> CustodyLine:
    """One more line, chained to the one before."""
    last = item.custody.order_by("-number").first()
    line = CustodyLine(
        item=item, number=last.number + 1 if last else 1, kind=kind, at=at, who=who, says=says or None,
        before=last.digest if last else FIRST,
    )  # fmt: skip
    line.digest = line.reckoned(item.digest or "")
    line.save(force_insert=True)
    return line


@transaction.atomic
def handle(*, item_id: UUID, kind: str, who: str, says: str, actor: Actor, at: datetime) -> CustodyLine:
    """It was viewed, copied, handed over or returned, by whom or to whom. Raises NoSuchIncident, NotSo."""
    one, item = item_for(item_id, actor=actor)
    if kind not in BY_HAND or not who.strip() or not says.strip():
        raise NotSo(_("Say what was done with it, who has it, and for what."))
    line = add_line(item, kind, who.strip(), says.strip(), at=at)
    note(one, "evidence_handled", actor=actor, at=at)
    return line


@transaction.atomic
def open_file(*, item_id: UUID, actor: Actor, at: datetime) -> tuple[EvidenceItem, bytes]:
    """The bytes, for somebody of the team; written down as viewed. Raises NoSuchIncident, FileLost."""
    one, item = item_for(item_id, actor=actor)
    content = bytes_of(item)
    add_line(item, Handling.VIEWED, actor.name, "", at=at)
    note(one, "evidence_read", actor=actor, at=at)
    return item, content


@transaction.atomic
def take_out(*, incident_id: UUID, why: str, actor: Actor, at: datetime) -> tuple[Incident, bytes]:
    """A packet with the originals, their digests, the log, and how to verify it; written down as copied.

    Raises NoSuchIncident, NotSo where nothing is there, no reason is given, or something was tampered with.
    """
    one = incident_for(incident_id, actor=actor, live=False)
    items = list(one.evidence.all())
    if not items or not why.strip():
        raise NotSo(_("Say for what it is taken out; something has to be there."))
    if any(problems_of(item) for item in items):
        raise NotSo(_("Something is not as it was taken in. Look at the check first; nothing was taken out."))
    for item in items:
        add_line(item, Handling.COPIED, actor.name, why.strip(), at=at)
    files = [(item, bytes_of(item)) for item in items]
    content = packed(one.code, files, at=at)
    note(one, "evidence_taken_out", actor=actor, at=at)
    return one, content


def item_for(pk: UUID, *, actor: Actor) -> tuple[Incident, EvidenceItem]:
    """An item with its incident, locked. Raises NoSuchIncident."""
    found = EvidenceItem.objects.filter(pk=pk).first()
    if found is None:
        raise NoSuchIncident(_("There is no such incident."))
    return incident_for(found.incident_id, actor=actor, live=False), found
