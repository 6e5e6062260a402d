"""Packs, links and the register: interrupted at its last step, an act has not happened; uninterrupted it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.legal.papers.models import Pack, PackPerson, PartnerLink, Sharing
from rihai.legal.papers.operations import Basis, close_link, hand_over, look, make_link, take_out, told_receiver
from rihai.legal.papers.receivers import CONSENT
from rihai.people.models import Consent, Person
from rihai.people.operations import withdraw_consent
from tests.legal.papers.cast import consent_of, keep_woman, pack_for, put
from tests.people.world import World

pytestmark = pytest.mark.django_db
TABLES: tuple[Any, ...] = (Pack, PackPerson, PartnerLink, Sharing, Event)


@dataclass
class Desk:
    """Who does it, and what it is done on: a pack in preparation, one handed over with a link, her consent."""

    actor: Account
    person: Person
    consent: Consent
    pack: Pack
    sent: Pack
    link: PartnerLink
    secret: str
    pin: str


def desk(world: World) -> Desk:
    """Everything that an act below is done on."""
    actor = world.worker("lawyer", world.province)
    person = keep_woman(world, actor)
    consent = consent_of(person, actor)
    pack, sent = pack_for("court", actor), pack_for("court", actor)
    for one in (pack, sent):
        put(one, person, Basis(CONSENT, consent.pk), actor)
    hand_over(pack_id=sent.pk, on=timezone.localdate(), actor=actor, at=timezone.now())
    made = make_link(pack_id=sent.pk, days=3, actor=actor, at=timezone.now())
    return Desk(actor, person, consent, pack, sent, made.link, made.secret, made.pin)


def _who(one: Desk) -> dict[str, Any]:
    return {"actor": one.actor, "at": timezone.now()}


ACTS: dict[str, tuple[str, Callable[[Desk], Any]]] = {
    "a pack begun": ("packs", lambda one: pack_for("court", one.actor)),
    "somebody put in": ("packs", lambda one: put(one.pack, one.person, Basis(CONSENT, one.consent.pk), one.actor)),
    "somebody taken out": (
        "packs", lambda one: take_out(row_id=PackPerson.objects.get(pack=one.pack).pk, **_who(one))
    ),
    "a receiver told": ("packs", lambda one: told_receiver(sharing_id=Sharing.objects.get().pk, **_who(one))),
    "a link made": ("links", lambda one: make_link(pack_id=one.sent.pk, days=3, **_who(one))),
    "a link closed": ("links", lambda one: close_link(link_id=one.link.pk, **_who(one))),
    "a look": ("links", lambda one: look(secret=one.secret, pin=one.pin, at=timezone.now())),
    "a wrong code": ("links", lambda one: look(secret=one.secret, pin="WRONG", at=timezone.now())),
}  # fmt: skip


def kept() -> dict[str, list[str]]:
    """The rows of every table of packs, and the trail."""
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in TABLES}


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    world: World, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    module, do = ACTS[name]
    actor = world.worker("lawyer", world.province)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with acting_as(actor):
        one = desk(world)
        if name == "a receiver told":
            withdraw_consent(consent_id=one.consent.pk, actor=actor, at=timezone.now())
        before = kept()
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.legal.papers.operations.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                do(one)
        assert kept() == before
        do(one)
        assert kept() != before, "and uninterrupted it does happen"
