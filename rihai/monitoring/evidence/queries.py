"""Evidence as its team sees it, and whether it still is what was taken in."""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile
from rihai.kit.files.store import FileLost, contents
from rihai.monitoring.evidence.models import CustodyLine, EvidenceItem
from rihai.monitoring.incidents.models import Incident, State
from rihai.monitoring.incidents.queries import own

FILES = "monitoring.evidence"
"""The name under which this part owns stored files; nobody is offered to read them but through its own log."""


def evidence_of(incident: Incident) -> list[EvidenceItem]:
    """The items of an incident with their logs; for its team alone."""
    return list(incident.evidence.prefetch_related("custody"))


def item_seen(pk: UUID, *, actor: Actor) -> EvidenceItem | None:
    """An item of an incident in whose team the actor is; None for any other, and once it is erased."""
    mine = Incident.objects.filter(own(actor)).exclude(state=State.ERASED).values("pk")
    return EvidenceItem.objects.filter(pk=pk, incident__in=mine).select_related("incident").first()


def bytes_of(item: EvidenceItem) -> bytes:
    """The open bytes, once it is known that the asker is in the team. Raises FileLost, also where it was erased."""
    if item.stored_id is None:
        raise FileLost(_("The file was erased with its incident."))
    with as_house():
        return contents(StoredFile.objects.get(pk=item.stored_id))


def problems_of(item: EvidenceItem) -> list[str]:
    """What is not as it was: the bytes, or a line of the log. Empty where all is as it was taken in."""
    found = []
    try:
        if hashlib.sha256(bytes_of(item)).hexdigest() != item.digest:
            found.append(_("The file is not the one that was taken in."))
    except FileLost:
        found.append(_("The file is missing, or its bytes were changed."))
    lines = list(item.custody.order_by("number"))
    if not lines:
        return [*found, _("The log of custody is empty.")]
    before = "0" * 64
    for at, line in enumerate(lines, 1):
        if not _is_whole(line, at, before, item.digest or ""):
            found.append(_("Line %(n)s of the log was changed, or one before it is missing.") % {"n": at})
            break
        before = line.digest
    return found


def _is_whole(line: CustodyLine, number: int, before: str, digest: str) -> bool:
    return line.number == number and line.before == before and line.digest == line.reckoned(digest)
