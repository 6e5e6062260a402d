"""A commitment or recommendation is written down and followed: kept, in part, broken, or dropped with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.advocacy.commitments.models import Commitment, CommitmentKind, CommitmentState, CommitmentStep
from rihai.advocacy.commitments.queries import commitment_for, commitments_for, known_rows
from rihai.advocacy.commitments.sheet import Row
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.papers import stored
from rihai.advocacy.scope import KEEP
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged

FIELDS = ("says", "who", "made_on", "source", "body", "session", "paragraph", "topic", "due_on")
LINKS = ("campaign", "issue", "report")


@transaction.atomic
def keep_commitment(
    *, said: Mapping[str, Any], kind: str = "", commitment_id: UUID | None = None, version: int = 0, actor: Actor,
    at: datetime,
) -> Commitment:  # fmt: skip
    """Write one down (`kind`: promised or recommended), or mend one. `said`: FIELDS and, for a new one, LINKS.

    A commitment asks for its source, a recommendation for the body. Raises NotThere, NotSo, Changed.
    """
    if not actor.may(KEEP):
        raise NotThere("commitment")
    days = ("made_on", "due_on")
    values = {name: said.get(name) if name in days else said.get(name) or "" for name in FIELDS}
    if commitment_id is None:
        links = {name: said.get(name) for name in LINKS}
        if kind == CommitmentKind.RECOMMENDED and not values["body"]:
            raise NotSo(_("Say which body recommends it."))
        one = Commitment.objects.create(
            kind=kind, owner_id=actor.pk, made_by_name=actor.name[:120], made_at=at, **values, **links
        )
    else:
        one = commitment_for(commitment_id, actor=actor)
        for name, value in values.items():
            setattr(one, name, value)
        save_if_unchanged(one, version=version, fields=list(values))
    append("advocacy.commitment.kept", actor=actor, at=at, subject=one.pk, kind="commitment", detail={"kind": one.kind})
    return one


@transaction.atomic
def follow(*, commitment_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> CommitmentStep:
    """Say where it stands: state, says, due_on (another day), and perhaps a file as (name, bytes).

    Kept, in part or whole, asks for what shows it; broken, dropped and another day for a reason. Raises NotThere,
    NotSo, Changed, FileRefused.
    """
    one = commitment_for(commitment_id, actor=actor)
    state, says = said["state"], str(said.get("says") or "").strip()
    due = said.get("due_on") or one.due_on
    if state in {CommitmentState.KEPT, CommitmentState.PARTLY} and not says and not said.get("file"):
        raise NotSo(_("Say what shows that it was kept, or give a file that does."))
    if not says and (state in {CommitmentState.BROKEN, CommitmentState.DROPPED} or due != one.due_on):
        raise NotSo(_("Say why."))
    one.state, one.due_on = state, due
    one.done_on = (one.done_on or local_day(at)) if state == CommitmentState.KEPT else None
    save_if_unchanged(one, version=version, fields=["state", "due_on", "done_on"])
    made = CommitmentStep.objects.create(
        commitment=one, state=state, due_on=due, says=says, by_name=actor.name[:120], at=at,
        evidence=stored(said.get("file"), actor=actor, at=at),
    )  # fmt: skip
    detail = {"state": str(state)}
    append("advocacy.commitment.followed", actor=actor, at=at, subject=one.pk, kind="commitment", detail=detail)
    return made


@transaction.atomic
def take_in(*, rows: Sequence[Row], name: str, actor: Actor, at: datetime) -> tuple[int, int]:
    """Take recommendations of a sheet in: those that are new, and how many were known already.

    A row known by body, session, paragraph and text is not taken twice. Raises NotThere.
    """
    if not actor.may(KEEP):
        raise NotThere("commitment")
    known = known_rows(commitments_for(actor))
    made: list[Commitment] = []
    for row in rows:
        key = (row.body, row.session, row.paragraph, row.says)
        if key in known:
            continue
        known.add(key)
        made.append(
            Commitment(
                kind=CommitmentKind.RECOMMENDED, says=row.says, who=row.who, made_on=row.made_on, due_on=row.due_on,
                source=name[:300], body=row.body, session=row.session, paragraph=row.paragraph, topic=row.topic,
                owner_id=actor.pk, made_by_name=actor.name[:120], made_at=at,
            )
        )  # fmt: skip
    Commitment.objects.bulk_create(made)
    detail = {"new": len(made), "known": len(rows) - len(made)}
    append("advocacy.sheet.taken_in", actor=actor, at=at, kind="commitment", detail=detail)
    return len(made), len(rows) - len(made)
