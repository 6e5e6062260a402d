"""A sample is drawn of a prison whose whole list one sees; and it is said why somebody drawn was not asked."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
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
from rihai.instruments.models.sample import Allocation
from rihai.instruments.sampling.asked import handler_of
from rihai.instruments.sampling.draw import in_order, mark_of, places
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.places.models import Place

MOST = 400


class NotDrawn(Refused):
    """The sample cannot be drawn so; nothing was drawn."""


@transaction.atomic
def draw_sample(
    *, place: Place, form_id: str, wanted: int, reserves: int, actor: Actor, at: datetime, seed: str = "",
    strata: str = "", allocation: str = Allocation.PROPORTIONAL,
) -> Sample:  # fmt: skip
    """Draw a sample of who is held at a place now, of each group apart where `strata` names any.

    Who is guarded is never drawn. Raises NoSuchForm for who may not; NotDrawn where the actor sees but a part of the
    prison, where there is nobody, or where fewer are wanted than there are groups.
    """
    handler = handler_of(form_id)
    groups = next((one for one in handler.strata if one.name == strata), None) if handler is not None else None
    if not actor.may(FILLS) or handler is None or (strata and groups is None):
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
    parts = _parts(frame, groups.of(actor, frame) if groups is not None else {}, wanted, allocation)
    drawn = _drawn(parts, seed, wanted, max(reserves, 0))
    sample = Sample.objects.create(
        place=place, form_id=form_id, counted_on=localdate(at), frame=len(frame), wanted=wanted,
        reserves=len(drawn) - wanted, strata=strata, allocation=allocation if strata else "", seed=seed,
        parts=[{"code": one.code, "frame": len(one.ids), "wanted": one.wanted} for one in parts] if strata else [],
        digest=mark_of(frame), drawn_by_id=actor.pk,
        drawn_by_name=actor.name[:120], drawn_at=at,
    )  # fmt: skip
    Drawn.objects.bulk_create(
        Drawn(sample=sample, person_id=one, first_person=one, order=order, part=part, data_class=DataClass.PERSONAL)
        for order, (part, one) in enumerate(drawn, 1)
    )
    detail = {
        "form": form_id, "place": place.pk, "frame": sample.frame, "drawn": len(drawn), "seed": seed, "strata": strata,
    }  # fmt: skip
    append("instruments.sample.drawn", actor=actor, at=at, subject=sample.pk, kind="sample", detail=detail)
    return sample


@dataclass(frozen=True, slots=True)
class _Part:
    """A group that is drawn apart; without groups the one that is everybody."""

    code: str
    ids: list[UUID]
    wanted: int


def _parts(frame: list[UUID], groups: Mapping[UUID, str], wanted: int, allocation: str) -> list[_Part]:
    ids: dict[str, list[UUID]] = {}
    for one in frame:
        ids.setdefault(groups.get(one, ""), []).append(one)
    if wanted < len(ids):
        says = _("There are %(n)s groups there. Ask at least one of each, or draw without groups.")
        raise NotDrawn(says % {"n": len(ids)})
    ids = dict(sorted(ids.items(), key=lambda item: (-len(item[1]), item[0])))
    given = places({code: len(some) for code, some in ids.items()}, wanted, equal=allocation == Allocation.EQUAL)
    return [_Part(code, some, given[code]) for code, some in ids.items()]


def _drawn(parts: list[_Part], seed: str, wanted: int, reserves: int) -> list[tuple[str, UUID]]:
    """Who is drawn, group by group, each group's reserves behind its own; as many reserves as fall to its places."""
    found: list[tuple[str, UUID]] = []
    for one in parts:
        more = -(-reserves * one.wanted // wanted)
        found += [(one.code, drawn) for drawn in in_order(one.ids, seed)[: min(one.wanted + more, MOST * 2)]]
    return found


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
