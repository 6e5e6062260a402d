"""Appends a line to the trail, and proves that no line was changed, taken out, put in or moved.

Each line's digest is SHA-256 over the digest before it and the line's own values, so a change anywhere breaks the
chain from there on. Whoever can write the whole database can rebuild the chain; the head kept elsewhere (on paper, by
`rihai audit head`) is what shows that.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.errors import Unreadable
from rihai.kit.actor import Actor
from rihai.kit.audit.models import Event, Head

START = "0" * 64
ACT = re.compile(r"[a-z]+(\.[a-z_]+){2}")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def append(
    act: str,
    *,
    actor: Actor | None,
    at: datetime,
    subject: UUID | int | str | None = None,
    kind: str = "",
    reason: str = "",
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Write one line and return its number; call it last in the act's own transaction.

    `act` is `room.noun.past_tense`; `subject` the id of what it was done to and `kind` what that is; `detail` holds
    ids, codes, counts and days, never a person's name or number. `actor` None is the house itself. The end of the
    chain stays locked until the transaction ends, which is why this comes last. Raises ValueError for an act not so
    named or a moment without time zone, RuntimeError outside a transaction.
    """
    if not ACT.fullmatch(act):
        raise ValueError(f"An act is named room.noun.past_tense, not {act!r}")
    if at.tzinfo is None:
        raise ValueError("A moment in the trail has a time zone")
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A line of the trail belongs into the transaction of its act")
    head = _locked_head()
    event = Event(
        number=head.number + 1,
        moment=at.astimezone(UTC),
        act=act,
        actor_id=actor.pk if actor else None,
        actor_name=_storable(actor.name)[:120] if actor else "",
        kind=kind,
        subject=_storable("" if subject is None else str(subject))[:64],
        reason=_storable(reason),
        written=canonical(detail or {}),
        previous=head.digest,
    )
    event.digest = digest_of(event)
    event.save(force_insert=True)
    Head.objects.filter(pk=1).update(number=event.number, digest=event.digest)
    return event.number


def _locked_head() -> Head:
    """The end of the chain, held until the transaction ends; made for the first line of all."""
    rows = Head.objects.select_for_update()
    found = rows.filter(pk=1).first()
    if found is None:
        Head.objects.get_or_create(pk=1, defaults={"number": 0, "digest": START})
        found = rows.get(pk=1)
    return found


def digest_of(event: Event) -> str:
    """The digest a line should have, from its values and the digest before it."""
    values = [
        event.previous,
        event.number,
        event.moment.astimezone(UTC).isoformat(timespec="microseconds"),
        event.act,
        str(event.actor_id or ""),
        event.actor_name,
        event.kind,
        event.subject,
        event.reason,
        event.written,
    ]
    return hashlib.sha256(canonical(values).encode("utf-8")).hexdigest()


def canonical(value: object) -> str:
    """JSON that is the same text for the same values, wherever it is written. Raises TypeError for what JSON lacks."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=_plain, allow_nan=False)


def _plain(value: object) -> str:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"The trail keeps no {type(value).__name__}")


def _storable(text: str) -> str:
    return _UNSTORABLE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying found: how many lines were read in order, the last digest, and what is wrong, empty if nothing."""

    number: int
    digest: str
    wrong: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.wrong

    @property
    def head(self) -> str:
        """The end of the chain as it is printed and kept elsewhere."""
        return f"{self.number}:{self.digest}"


def verify(kept: str = "", using: str = "default") -> Verdict:
    """Read the whole trail and recompute its chain; with `kept`, a head printed earlier, that must lie on it.

    `using` is the database that is read. Names the first line that is missing, out of place or changed. Raises
    Unreadable for a `kept` that is no head.
    """
    number, kept_digest = read_head(kept) if kept else (0, START)
    found = _walk(Event.objects.using(using).order_by("number").iterator(chunk_size=2000), number, kept_digest)
    if not found.holds:
        return found
    head = Head.objects.using(using).filter(pk=1).first() or Head(number=0, digest=START)
    if number > found.number:
        says = _("The trail ends at line %(last)s, but line %(kept)s was there when the head was kept.")
        return Verdict(found.number, found.digest, says % {"last": found.number, "kept": number})
    if (head.number, head.digest) != (found.number, found.digest):
        says = _("The trail ends at line %(last)s, but its head stands at %(head)s: lines after that are missing.")
        return Verdict(found.number, found.digest, says % {"last": found.number, "head": head.number})
    return found


def read_head(text: str) -> tuple[int, str]:
    """The number and digest of a printed head. Raises Unreadable for anything else."""
    found = re.fullmatch(r"\s*(\d{1,18}):([0-9a-f]{64})\s*", text)
    if not found:
        raise Unreadable(_("A head is written as number:digest, as rihai audit head prints it."))
    return int(found[1]), found[2]


def _walk(events: Iterable[Event], kept: int, kept_digest: str) -> Verdict:
    number, digest = 0, START
    for event in events:
        if event.number != number + 1:
            says = _("Line %(number)s is missing.")
        elif event.previous != digest:
            says = _("Line %(number)s does not follow the line before it: a line was put in, taken out or moved.")
        elif event.digest != digest_of(event):
            says = _("Line %(number)s was changed after it was written.")
        elif event.number == kept and event.digest != kept_digest:
            says = _("Line %(number)s is not the one that was kept: the trail was written anew.")
        else:
            number, digest = event.number, event.digest
            continue
        return Verdict(number, digest, says % {"number": number + 1})
    return Verdict(number, digest)
