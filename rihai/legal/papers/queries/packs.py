"""Packs, the register of sharings and links, as far as the actor sees the people in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from rihai.accounts.models import Guarded
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.once import once
from rihai.legal.papers.models import Pack, PackPerson, PartnerLink, Sharing
from rihai.legal.papers.receivers import CONSENT
from rihai.people.models import Consent
from rihai.people.queries.consents import consents_that_hold

PAGE = 50


def packs_for(actor: Actor) -> QuerySet[Pack]:
    """The packs the actor made, and those with somebody in them whom the actor sees."""
    inside = PackPerson.objects.filter(sees(actor), pack=OuterRef("pk"))
    return Pack.objects.filter(Q(made_by=actor.pk) | Exists(inside))


def packs_listed(actor: Actor, *, most: int = PAGE) -> list[Pack]:
    """Packs for a list, newest first, with how many people of each the actor sees."""
    seen = Count("people", filter=Q(people__in=PackPerson.objects.filter(sees(actor)).values("pk")))
    return list(packs_for(actor).annotate(n=seen)[:most])


@dataclass(frozen=True, slots=True)
class SeenPack:
    """A pack with the people in it whom the actor sees, its links, and how many more stand in it."""

    pack: Pack
    people: tuple[PackPerson, ...]
    others: int
    links: tuple[PartnerLink, ...]


def pack_seen(pack_id: UUID, *, actor: Actor, at: datetime) -> SeenPack | None:
    """One pack; None for one the actor may not see."""
    people = Prefetch("people", queryset=PackPerson.objects.filter(sees(actor)).select_related("person__held_at"))
    pack = packs_for(actor).select_related("place", "pdf", "sheet").prefetch_related(people, "links").filter(pk=pack_id)
    found = pack.first()
    if found is None:
        return None
    shown = tuple(found.people.all())
    with as_house(at):
        whole = PackPerson.objects.filter(pack=found).count()
    return SeenPack(found, shown, whole - len(shown), tuple(found.links.all()))


def consents_to_choose(person_ids: Iterable[UUID], *, on: date, at: datetime) -> dict[UUID, list[Consent]]:
    """The consents to legal help that hold now and cover personal data; their recipients are in people's own words."""
    found = consents_that_hold(person_ids, purpose=Consent.Purpose.LEGAL, on=on, at=at)
    chosen = {who: [one for one in rows if one.data_class == DataClass.PERSONAL] for who, rows in found.items()}
    return {who: rows for who, rows in chosen.items() if rows}


def without_basis(people: Iterable[PackPerson], *, on: date, at: datetime) -> list[PackPerson]:
    """Those whose consent does not hold any more, or who were blocked."""
    rows = list(people)
    holding = consents_to_choose({one.person_id for one in rows}, on=on, at=at)
    return [
        one
        for one in rows
        if one.blocked_at is not None
        or (one.basis == CONSENT and one.consent_id not in {held.pk for held in holding.get(one.person_id, ())})
    ]


def guarded_among(person_ids: Iterable[UUID], *, at: datetime) -> set[UUID]:
    """Those who are guarded now; asked by operations alone, and told to nobody."""
    with as_house(at):
        found = Guarded.objects.filter(person_id__in=list(person_ids), ended_at=None)
        return set(found.values_list("person_id", flat=True))


def sharings_for(actor: Actor) -> QuerySet[Sharing]:
    """The register, for the people the actor sees."""
    return Sharing.objects.filter(sees(actor))


def register(
    actor: Actor, *, receiver: str = "", untold: bool = False, after: UUID | None = None, most: int = PAGE
) -> list[Sharing]:
    """The register, newest first: one page after a row. `untold`: consent taken back, the receiver not yet told."""
    found = sharings_for(actor).select_related("person")
    if receiver:
        found = found.filter(receiver=receiver)
    if untold:
        found = found.filter(withdrawn_at__isnull=False, told_at=None)
    anchor = found.filter(pk=after).values_list("shared_at", "pk").first() if after else None
    if anchor:
        found = found.filter(Q(shared_at__lt=anchor[0]) | Q(shared_at=anchor[0], pk__lt=anchor[1]))
    return list(found[:most])


def sharings_of(person_id: UUID, *, actor: Actor) -> list[Sharing]:
    """To whom the data of one person went, newest first."""
    return once(("legal.sharings", actor.pk, person_id), lambda: list(sharings_for(actor).filter(person=person_id)))


def shown_by_link(pack: Pack) -> list[dict[str, Any]]:
    """The frozen copies that a link shows; whoever took a consent back is not among them. Asked as the house."""
    import json

    rows = Sharing.objects.filter(pack=pack, withdrawn_at=None).order_by("pk")
    return [json.loads(one.copy or "{}") for one in rows]
