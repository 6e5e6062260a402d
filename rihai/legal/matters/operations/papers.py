"""The vakalatnama, the papers a matter needs, its files, and the time spent on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep
from rihai.legal.matters.models import Matter, MatterFile, PaperNeeded, Party, TimeEntry, Vakalatnama
from rihai.legal.matters.operations.errors import NoSuchMatter, WrongEntry
from rihai.legal.matters.operations.reach import client_of, matter_for

OWNER = "legal.matters"
"""The name under which stored files are of a matter; who may read them is offered in `offers`."""
SIGNING = ("signed_on", "signed_how", "attested_on", "attested_by", "filed_on")
PAPER = ("asked_of", "asked_on", "due_on", "done_on", "note")


class Given(NamedTuple):
    """A file somebody gave: its name and its bytes."""

    name: str
    content: bytes


def keep_file(matter: Matter, given: Given | None, *, actor: Actor, at: datetime) -> MatterFile | None:
    """Keep a file of the matter, sealed; None for none. It names no person: it is the team's. Raises FileRefused."""
    if given is None:
        return None
    stored = keep(given.content, name=given.name, data_class=DataClass.LEGAL, actor=actor, at=at, owner=OWNER)
    return MatterFile.objects.create(matter=matter, stored=stored, kept_at=at)


@transaction.atomic
def keep_vakalatnama(
    *,
    matter_id: UUID,
    party_id: UUID,
    version: int,
    said: Mapping[str, Any],
    given: Given | None = None,
    actor: Actor,
    at: datetime,
) -> Vakalatnama:
    """Keep how far a client's power of attorney has come; `version` 0 for the first time.

    Raises WrongEntry for steps out of order, Changed where somebody was quicker, FileRefused.
    """
    matter = matter_for(matter_id, actor=actor, at=at)
    party = client_of(matter, party_id)
    in_order([said.get("signed_on"), said.get("attested_on"), said.get("filed_on")])
    paper = Vakalatnama.objects.filter(party=party).first()
    if paper is None:
        paper = Vakalatnama.objects.create(matter=matter, party=party)
        version = paper.version
    for name in SIGNING:
        setattr(paper, name, said.get(name) or (None if name.endswith("_on") else ""))
    paper.file = keep_file(matter, given, actor=actor, at=at) or paper.file
    save_if_unchanged(paper, version=version, fields=(*SIGNING, "file"))
    detail = {"party": party.pk, "filed": said.get("filed_on")}
    append("legal.vakalatnama.kept", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return paper


@transaction.atomic
def ask_for_paper(
    *, matter_id: UUID, party_id: UUID | None, kind: str, said: Mapping[str, Any], actor: Actor, at: datetime
) -> PaperNeeded:
    """A paper was asked of somebody, and is awaited by a day; it falls due to whoever asked."""
    matter = matter_for(matter_id, actor=actor, at=at)
    party = client_of(matter, party_id) if party_id else None
    in_order([said["asked_on"], said.get("due_on")])
    paper = PaperNeeded.objects.create(
        matter=matter, party=party, kind=kind, owner_id=actor.pk, asked_of=said["asked_of"], asked_on=said["asked_on"],
        due_on=said.get("due_on"), note=said.get("note", ""),
    )  # fmt: skip
    detail = {"paper": paper.pk, "kind": kind, "due": paper.due_on}
    append("legal.paper.asked", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return paper


@transaction.atomic
def change_paper(
    *,
    paper_id: UUID,
    version: int,
    said: Mapping[str, Any],
    given: Given | None = None,
    actor: Actor,
    at: datetime,
) -> PaperNeeded:
    """The paper came, or is awaited later. Raises WrongEntry, Changed, FileRefused."""
    paper = PaperNeeded.objects.filter(pk=paper_id).first()
    if paper is None:
        raise NoSuchMatter(_("There is no such paper."))
    matter = matter_for(paper.matter_id, actor=actor, at=at)
    in_order([said["asked_on"], said.get("done_on")])
    for name in PAPER:
        setattr(paper, name, said.get(name) or (None if name.endswith("_on") else ""))
    paper.file = keep_file(matter, given, actor=actor, at=at) or paper.file
    save_if_unchanged(paper, version=version, fields=(*PAPER, "file"))
    detail = {"paper": paper.pk, "come": paper.done_on}
    append("legal.paper.changed", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return paper


@transaction.atomic
def note_time(
    *,
    matter_id: UUID,
    on: date,
    minutes: int,
    what: str,
    cost: Decimal | None = None,
    cost_for: str = "",
    actor: Actor,
    at: datetime,
) -> TimeEntry:
    """Time, or money, spent on a matter. Raises WrongEntry for neither."""
    matter = matter_for(matter_id, actor=actor, at=at)
    if not minutes and not cost:
        raise WrongEntry(_("Say how many minutes, or how much money."))
    entry = TimeEntry.objects.create(
        matter=matter, account_id=actor.pk, on=on, minutes=minutes, what=what, cost=cost, cost_for=cost_for, made_at=at
    )
    detail = {"minutes": minutes}
    append("legal.time.noted", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return entry


def in_order(days: list[date | None]) -> None:
    """Days that follow one another, as far as they are known. Raises WrongEntry."""
    known = [one for one in days if one is not None]
    if known != sorted(known):
        raise WrongEntry(_("These days are not in the order in which such things happen. Check them."))


def party_of(matter: Matter, party_id: UUID) -> Party | None:
    """A party of the matter by its key."""
    return Party.objects.filter(pk=party_id, matter=matter).first()
