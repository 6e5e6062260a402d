"""What is to be mended after a drill or an emergency: until it is done, and somebody else has seen that it is."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.preparedness.drills.models import AfterAction, Drill, ItemState
from rihai.preparedness.drills.queries import item_to_work
from rihai.preparedness.errors import NotSo
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.reach import ACT, APPROVE, KEEP, places_for

KIND = "after_action"


def new_item(
    *, place_id: int, hazard: str, says: str, whose: str, due_on: date, actor: Actor, at: datetime,
    drill: Drill | None = None, emergency_id: UUID | None = None, owner_id: UUID | None = None,
) -> AfterAction:  # fmt: skip
    """A row, within an act of who asked for it, which writes the line of the trail. Looked after by the actor where
    nobody else is named."""
    return AfterAction.objects.create(
        place_id=place_id, hazard=hazard, drill=drill, emergency_id=emergency_id, says=says[:400],
        whose=whose.strip()[:160] or _("not said"), due_on=due_on, owner_id=owner_id or actor.pk,
        made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip


@transaction.atomic
def ask_item(
    *, place_id: int, hazard: str, says: str, whose: str, due_on: date, actor: Actor, at: datetime,
    drill: Drill | None = None, emergency_id: UUID | None = None, owner_id: UUID | None = None,
) -> AfterAction:  # fmt: skip
    """Something is to be mended at a prison: by which post, by when. Raises NotSo."""
    mine = places_for(actor, KEEP) | places_for(actor, ACT)
    if hazard not in Hazard.values or not mine.filter(pk=place_id).exists():
        raise NotSo(_("Choose one of your prisons, and a hazard."))
    if not says.strip() or not whose.strip():
        raise NotSo(_("Say what is to be mended, and by which post."))
    if due_on <= local_day(at):
        raise NotSo(_("The day by which is still to come."))
    made = new_item(
        place_id=place_id, hazard=hazard, says=says.strip(), whose=whose, due_on=due_on, actor=actor, at=at,
        drill=drill, emergency_id=emergency_id, owner_id=owner_id,
    )  # fmt: skip
    append(
        "preparedness.item.asked", actor=actor, at=at, subject=made.pk, kind=KIND,
        detail={"place": place_id, "hazard": hazard, "due_on": due_on},
    )  # fmt: skip
    return made


@transaction.atomic
def item_done(*, item_id: UUID, version: int, says: str, actor: Actor, at: datetime) -> AfterAction:
    """Its owner, or who acts there, says that it is done and what shows it. Raises NotThere, NotSo, Changed."""
    one = item_to_work(item_id, actor=actor)
    if one.state != ItemState.OPEN:
        raise NotSo(_("Nothing is open about it."))
    if not says.strip():
        raise NotSo(_("Say what shows that it is done."))
    one.state, one.done_on, one.done_says = ItemState.DONE, local_day(at), says.strip()[:600]
    one.done_by_id, one.done_by_name = actor.pk, actor.name[:120]
    save_if_unchanged(
        one, version=version, fields=["state", "done_on", "done_says", "done_by", "done_by_name"]
    )  # fmt: skip
    append("preparedness.item.done", actor=actor, at=at, subject=one.pk, kind=KIND)
    return one


@transaction.atomic
def verify_item(
    *, item_id: UUID, version: int, is_mended: bool, says: str, due_on: date | None = None, actor: Actor, at: datetime
) -> AfterAction:
    """Somebody else has looked: it is mended, or it is open again until another day.

    Raises NotThere, NotSo, Changed.
    """
    one = item_to_work(item_id, actor=actor)
    today = local_day(at)
    if one.state != ItemState.DONE:
        raise NotSo(_("Nobody has said that it is done."))
    if one.done_by_id == actor.pk or not _decides(one, actor):
        raise NotSo(_("Somebody else verifies it than who did it."))
    if not says.strip():
        raise NotSo(_("Say what you saw."))
    one.verified_says, one.verified_by_name = says.strip()[:600], actor.name[:120]
    if is_mended:
        one.state, one.verified_on = ItemState.VERIFIED, today
    else:
        if due_on is None or due_on <= today:
            raise NotSo(_("Say by when it is mended; that day is still to come."))
        one.state, one.due_on, one.done_on = ItemState.OPEN, due_on, None
    save_if_unchanged(
        one, version=version,
        fields=["state", "due_on", "done_on", "verified_on", "verified_says", "verified_by_name"],
    )  # fmt: skip
    act = "preparedness.item.verified" if is_mended else "preparedness.item.opened_again"
    append(act, actor=actor, at=at, subject=one.pk, kind=KIND)
    return one


@transaction.atomic
def drop_item(*, item_id: UUID, version: int, why: str, actor: Actor, at: datetime) -> AfterAction:
    """It is asked no more, and why. Raises NotThere, NotSo for who does not approve there, Changed."""
    one = item_to_work(item_id, actor=actor)
    if one.state not in (ItemState.OPEN, ItemState.DONE):
        raise NotSo(_("Nothing is open about it."))
    if not places_for(actor, APPROVE).filter(pk=one.place_id).exists():
        raise NotSo(_("Only who approves plans can drop it."))
    if not why.strip():
        raise NotSo(_("Say why."))
    one.state, one.verified_says, one.verified_by_name = ItemState.DROPPED, why.strip()[:600], actor.name[:120]
    save_if_unchanged(one, version=version, fields=["state", "verified_says", "verified_by_name"])
    append("preparedness.item.dropped", actor=actor, at=at, subject=one.pk, kind=KIND)
    return one


def _decides(one: AfterAction, actor: Actor) -> bool:
    mine = places_for(actor, KEEP) | places_for(actor, APPROVE)
    return mine.filter(pk=one.place_id).exists()
