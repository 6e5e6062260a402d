"""Whether somebody has a sealed record: every page reads the same to everybody else, before it and after."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Unit
from rihai.accounts.operations.house import as_house
from rihai.casework.survivors.models import SurvivorRecord
from rihai.casework.survivors.operations import Held, watch, write_session
from rihai.kit.audit.models import Event
from rihai.people.models import Person
from tests.casework.survivors.cast import CALLED, counsellor, opened
from tests.house.addresses import addresses
from tests.people.world import World

pytestmark = pytest.mark.django_db

CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"|\d{2}:\d{2}(:\d{2})?'
    r'|"X-CSRFToken": "[^"]+"'
)
OF_HER = ("people:person", "people:consents", "casework:assessments", "casework:first-days-of", "casework:family")
PLAIN = (
    "home", "people:index", "people:duplicates", "screening:who", "screening:risk", "casework:caseload",
    "casework:plans", "casework:release-plans", "casework:duty",
)  # fmt: skip


def _places(person: Person) -> list[str]:
    """Pages on which she stands: her own, and lists she is on."""
    given = {"uuid": str(person.pk)}
    return [
        one.filled(given)
        for one in addresses()
        if (one.name in OF_HER and len(one.gaps) == 1) or (one.name in PLAIN and not one.gaps)
    ]


def _client(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def _read(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer.status_code, CHANGING.sub("", body.decode("utf-8", "replace"))


def test_every_page_reads_the_same_to_everybody_but_her_counsellor(world: World) -> None:
    unit = Unit.objects.create(name="Survivor support")
    amna, bano = counsellor(world, "amna", unit), counsellor(world, "bano", unit)
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        person = world.enter(clerk)
    others = [world.worker("supervisor", world.gulzar), bano]
    clients = [_client(one) for one in others]
    shown = [[one for one in _places(person) if client.get(one).status_code == 200] for client in clients]
    assert all(reverse("people:person", args=[person.pk]) in one for one in shown)

    def everything() -> list[dict[str, tuple[int, str]]]:
        return [{one: _read(client, one) for one in pages} for client, pages in zip(clients, shown, strict=True)]

    everything()  # so that who opened the person reads the same from now on
    before = everything()
    with acting_as(amna):
        record = opened(amna, person.pk)
        now = timezone.now()
        held = Held(kind="stress", held_on=timezone.localdate(), minutes=40, note="x")
        write_session(record_id=record.pk, held=held, actor=amna, at=now)
        watch(record_id=record.pk, name="A", father="B", actor=amna, at=now)
    assert _client(amna).get(reverse("casework:sealed-record", args=[record.pk])).status_code == 200
    after = everything()
    for account, was, now_is in zip(others, before, after, strict=True):
        changed = [one for one in was if was[one] != now_is[one]]
        assert not changed, f"{account.name} can tell at {changed}"
    for client in clients:
        assert client.get(reverse("casework:sealed-record", args=[record.pk])).status_code in {403, 404}
        found = client.post(reverse("search"), {"q": CALLED}).content.decode()
        assert record.code not in found


def test_the_log_names_the_record_and_never_her(world: World) -> None:
    unit = Unit.objects.create(name="Survivor support")
    amna, clerk = counsellor(world, "amna", unit), world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        person = world.enter(clerk)
    with as_house():
        last = Event.objects.order_by("-number").values_list("number", flat=True).first() or 0
    with acting_as(amna):
        record = opened(amna, person.pk)
        held = Held(kind="stress", held_on=timezone.localdate() - timedelta(days=1), minutes=40)
        write_session(record_id=record.pk, held=held, actor=amna, at=timezone.now())
    assert _client(amna).get(reverse("casework:sealed-record", args=[record.pk])).status_code == 200
    with as_house():
        lines = [str(vars(one)) + str(one.detail) for one in Event.objects.filter(number__gt=last)]
        assert SurvivorRecord.objects.count() == 1
    assert any(str(record.pk) in line for line in lines)
    assert not [line for line in lines if str(person.pk) in line]
