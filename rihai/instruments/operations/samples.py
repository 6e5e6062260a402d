"""A sample is drawn of a prison whose whole list one sees; and it is said why somebody drawn was not asked."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from rihai.accounts.models import Presence
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees
from rihai.errors import Refused
from rihai.instruments.errors import NoSuchForm
from rihai.instruments.handling import FILLS
from rihai.instruments.models import Drawn, Outcome, Sample
from rihai.instruments.sampling.asked import handler_of
from rihai.instruments.sampling.draw import in_order, mark_of
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.places.models import Place

MOST = 400


class NotDrawn(Refused):
    """The sample cannot be drawn so; nothing was drawn."""


@transaction.atomic
def draw_sample(
    *, place: Place, form_id: str, wanted: int, reserves: int, actor: Actor, at: datetime, seed: str = ""
) -> Sample:
    """Draw a sample of who is held at a place now. Who is guarded is never drawn.

    Raises NoSuchForm for who may not; NotDrawn where the actor sees but a part of the prison, or there is nobody.
    """
    if not actor.may(FILLS) or handler_of(form_id) is None:
        raise NoSuchForm(_("There is no such form."))
    held = Presence.objects.filter(place=place, seen_until=None, guarded=False)
    frame = list(held.filter(sees(actor)).values_list("person_id", flat=True))
    with as_house(at):
        everybody = held.count()
    if not frame:
        raise NotDrawn(_("Nobody is on record as held there whom you see."))
    if len(frame) < everybody:
        raise NotDrawn(_("You see only a part of this prison, so that a sample would not be one of it."))
    wanted = max(1, min(wanted, len(frame), MOST))
    seed = seed.strip()[:40] or secrets.token_hex(8)
    drawn = in_order(frame, seed)[: min(wanted + max(reserves, 0), MOST * 2)]
    sample = Sample.objects.create(
        place=place, form_id=form_id, counted_on=localdate(at), frame=len(frame), wanted=wanted,
        reserves=len(drawn) - wanted, seed=seed, digest=mark_of(frame), drawn_by_id=actor.pk,
        drawn_by_name=actor.name[:120], drawn_at=at,
    )  # fmt: skip
    Drawn.objects.bulk_create(
        Drawn(sample=sample, person_id=one, first_person=one, order=order, data_class=DataClass.PERSONAL)
        for order, one in enumerate(drawn, 1)
    )
    detail = {"form": form_id, "place": place.pk, "frame": sample.frame, "drawn": len(drawn), "seed": seed}
    append("instruments.sample.drawn", actor=actor, at=at, subject=sample.pk, kind="sample", detail=detail)
    return sample


@transaction.atomic
def mark_drawn(*, drawn_id: UUID, outcome: str, actor: Actor, at: datetime) -> Drawn:
    """Say why somebody drawn was not asked; empty takes it back. Raises NoSuchForm for who does not see her."""
    found = Drawn.objects.select_for_update(of=("self",)).select_related("sample").filter(sees(actor), pk=drawn_id)
    drawn = found.first()
    if drawn is None or not actor.may(FILLS) or outcome not in {"", *Outcome.values}:
        raise NoSuchForm(_("There is no such form."))
    drawn.outcome, drawn.told_at = outcome, at if outcome else None
    drawn.save(update_fields=["outcome", "told_at"])
    detail = {"sample": drawn.sample_id, "outcome": outcome}
    append("instruments.sample.marked", actor=actor, at=at, subject=drawn.pk, kind="drawn", detail=detail)
    return drawn
