"""Posts acknowledge a version: by the account of their holder, or by hand with a name; those silent are reminded."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.preparedness.editions import EditionState
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.posts.models import PostHolder
from rihai.preparedness.posts.queries import holders_for
from rihai.preparedness.procedures.models import Acknowledgement, ProcedureVersion
from rihai.preparedness.procedures.queries import acknowledge_by, prisons_of, texts_for
from rihai.preparedness.reach import ACT, KEEP, READ, prisons_in

BEFORE, EVERY = timedelta(days=3), timedelta(days=7)
"""How long before its day a post is reminded, and how often after; set by us."""
NOTICE, UNREACHED = "preparedness.to_acknowledge", "preparedness.posts_unreached"
KIND = "procedure"


@transaction.atomic
def acknowledge(
    *, edition_id: UUID, place_id: int, post: str, name: str = "", on: date | None = None, actor: Actor, at: datetime
) -> Acknowledgement:
    """A post of a prison has read a version. Without a name: the actor, who must hold that post; with a name: by hand,
    as on paper, by who keeps or acts there, on a day since the version is in force.

    Said twice it is said once. Raises NotThere, NotSo.
    """
    one = _read(edition_id, actor)
    since = asks(one, post)
    today, by_hand = local_day(at), bool(name.strip())
    day = on if by_hand and on else today
    if not since <= day <= today:
        raise NotSo(_("The day lies between the day it came into force and today."))
    refuse_stranger(one, place_id, post, by_hand=by_hand, actor=actor, on=today)
    made, is_new = Acknowledgement.objects.get_or_create(
        edition=one, place_id=place_id, post=post,
        defaults={
            "name": name.strip()[:120] if by_hand else actor.name[:120], "account_id": None if by_hand else actor.pk,
            "on": day, "by_name": actor.name[:120], "at": at,
        },
    )  # fmt: skip
    if is_new:
        append(
            "preparedness.text.acknowledged", actor=actor, at=at, subject=one.procedure_id, kind=KIND,
            detail={"number": one.number, "place": place_id, "post": post, "by_hand": by_hand},
        )  # fmt: skip
    return made


def asks(one: ProcedureVersion, post: str) -> date:
    """The day from which a version asks a post. Raises NotSo where it does not."""
    if one.state != EditionState.IN_FORCE or one.started_on is None or post not in one.procedure.posts:
        raise NotSo(_("This version does not ask that post."))
    return one.started_on


def _read(edition_id: UUID, actor: Actor) -> ProcedureVersion:
    """A version as it is read; it is not held for the act, because who only reads may not."""
    found = texts_for(actor).filter(pk=edition_id).first()
    if found is None:
        raise NotThere(_("There is no such procedure."))
    return found


def refuse_stranger(one: ProcedureVersion, place_id: int, post: str, *, by_hand: bool, actor: Actor, on: date) -> None:
    """Raises NotThere for a prison that is not the actor's, NotSo for a post that the actor does not hold."""
    allowed = (KEEP, ACT) if by_hand else (READ,)
    if not any(prisons_of(one.procedure, actor=actor, capability=may).filter(pk=place_id).exists() for may in allowed):
        raise NotThere("place")
    if by_hand:
        return
    if not holders_for(actor, on).filter(place=place_id, post=post, account=actor.pk).exists():
        raise NotSo(_("You are not written down as the holder of that post."))


def remind(at: datetime) -> int:
    """What the clock brings: holders who sign in here and have not acknowledged are told, some days before the day and
    each week after it; of posts that no notice reaches whoever keeps the procedure is. Says how many versions were
    reminded of."""
    today = local_day(at)
    with as_house(at):
        now = Q(reminded_at=None) | Q(reminded_at__lt=at - EVERY)
        rows = ProcedureVersion.objects.filter(now, state=EditionState.IN_FORCE, procedure__ended_on=None)
        found = [
            one.pk
            for one in rows.select_related("procedure")
            if (day := acknowledge_by(one)) is not None and day - BEFORE <= today
        ]
    return sum(_remind(pk, today, at) for pk in found)


@transaction.atomic
def _remind(pk: UUID, today: date, at: datetime) -> int:
    with as_house(at):
        one = ProcedureVersion.objects.select_for_update(of=("self",)).select_related("procedure").get(pk=pk)
        if one.reminded_at is not None and one.reminded_at >= at - EVERY:
            return 0
        accounts, unreached = _silent(one, today)
        keeper = [one.procedure.owner_id] if unreached and one.procedure.owner_id else []
        if not accounts and not keeper:
            return 0
        one.reminded_at = at
        one.save(update_fields=["reminded_at"])
        url = reverse("preparedness:procedure", args=[one.procedure_id])
        notify(accounts, NOTICE, url=url, at=at)
        notify(keeper, UNREACHED, url=url, at=at)
        append(
            "preparedness.text.reminded", actor=None, at=at, subject=one.procedure_id, kind=KIND,
            detail={"number": one.number, "accounts": len(accounts), "unreached": unreached},
        )  # fmt: skip
    return 1


def _silent(one: ProcedureVersion, today: date) -> tuple[list[UUID], int]:
    """The accounts that hold an asked post where it holds and have not acknowledged, and how many posts have not whose
    holder has none, or that nobody holds; asked by the house."""
    said = set(one.acknowledgements.values_list("place_id", "post"))
    prisons = list(prisons_in(one.procedure.place_id))
    silent = {(place.pk, post) for place in prisons for post in one.procedure.posts} - said
    now = Q(ended_on=None) | Q(ended_on__gt=today)
    rows = PostHolder.objects.filter(
        now, started_on__lte=today, post__in=one.procedure.posts, account__is_active=True,
        place__in=prisons,
    )  # fmt: skip
    reached = {(row.place_id, row.post): row.account_id for row in rows.order_by("pk")}
    accounts = [account for key, account in reached.items() if account and key in silent]
    return list(dict.fromkeys(accounts)), len(silent - reached.keys())
