"""Whether somebody has a sealed record: every page reads the same to everybody else, before it and after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Unit
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.accounts.roles import ROLES, Where
from rihai.casework.cases.operations import open_case, take_in
from rihai.casework.cases.operations.errors import NoSuchCase, WrongCase
from rihai.casework.survivors.models import SurvivorRecord
from rihai.casework.survivors.operations import Held, watch, write_session
from rihai.kit.audit.models import Event
from rihai.people.models import Person
from tests.casework.survivors.cast import CALLED, counsellor, opened
from tests.house.addresses import addresses
from tests.people.world import NOON, TODAY, World

pytestmark = pytest.mark.django_db

CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"|\d{2}:\d{2}(:\d{2})?'
    r'|"X-CSRFToken": "[^"]+"'
)
OF_HER = (
    "people:person", "people:consents", "casework:assessments", "casework:first-days-of", "casework:family",
    "casework:plan-begin", "casework:health", "instruments:begin", "accounts:extract",
)  # fmt: skip
SEALED = "casework:sealed"
PLAIN = (
    "home", "people:index", "people:duplicates", "people:differences", "screening:who", "screening:risk",
    "casework:caseload", "casework:handovers", "casework:supervise", "casework:intakes", "casework:aparts",
    "casework:plans", "casework:release-plans", "casework:duty", "casework:health-index", "legal:mine",
    "legal:matters", "legal:sharing", "accounts:notices", "accounts:extracts", "accounts:reviews",
)  # fmt: skip
"""Pages on which she or her work might stand. All others were compared by hand, with none that differed."""


def _places(person: Person, names: tuple[str, ...]) -> list[str]:
    given = {"uuid": str(person.pk)}
    return [one.filled(given) for one in addresses() if one.name in names and len(one.gaps) == (one.name in OF_HER)]


def _everything_but_that(world: World) -> Account:
    """One account with every role that is not a counsellor's: what it cannot tell nobody can."""
    account = Account.objects.create_user("all@rihai.example", "Everything but that")
    for role in ROLES.values():
        if role.key not in {"survivor_counsellor", "partner", "system"}:
            give_posting(
                account=account, role=role.key, place=world.gulzar if Where.PLACE in role.where else None, unit=None,
                started_on=TODAY - timedelta(days=90), ended_on=None, actor=house(), at=NOON - timedelta(days=90),
            )  # fmt: skip
    return account


def _client(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def _read(client: Client, address: str) -> tuple[int, str, int]:
    """What a page answers, without what changes by itself, and how often it asked: a clock would tell of more."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer.status_code, CHANGING.sub("", body.decode("utf-8", "replace")), len(asked)


def test_every_page_reads_the_same_to_everybody_but_her_counsellor(world: World) -> None:
    unit = Unit.objects.create(name="Survivor support")
    amna, bano = counsellor(world, "amna", unit), counsellor(world, "bano", unit)
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        person = world.enter(clerk)
    others = [_everything_but_that(world), bano]
    clients = [_client(one) for one in others]
    pages = [_places(person, (*OF_HER, *PLAIN)), _places(person, ("people:person", "people:duplicates", SEALED))]

    def everything() -> list[dict[str, tuple[int, str, int]]]:
        return [{one: _read(who, one) for one in theirs} for who, theirs in zip(clients, pages, strict=True)]

    hers = reverse("people:person", args=[person.pk])
    for client, theirs in zip(clients, pages, strict=True):
        for one in set(theirs) & set(_places(person, OF_HER)):
            client.get(one)  # who opened the person reads the same from now on
    before = everything()
    assert [one[hers][0] for one in before] == [200, 200]
    assert sum(one[0] == 200 for one in before[0].values()) > 20, "there is something to compare"
    with acting_as(amna):
        record = opened(amna, person.pk)
        now = timezone.now()
        held = Held(kind="stress", held_on=timezone.localdate(), minutes=40, note="x")
        write_session(record_id=record.pk, held=held, actor=amna, at=now)
        watch(record_id=record.pk, name="A", father="B", actor=amna, at=now)
    after = everything()
    for account, was, now_is in zip(others, before, after, strict=True):
        changed = [one for one in was if was[one] != now_is[one]]
        assert not changed, f"{account.name} can tell at {changed}"
    for client in clients:
        assert client.get(reverse("casework:sealed-record", args=[record.pk])).status_code in {403, 404}
        found = client.post(reverse("search"), {"q": CALLED}).content.decode()
        assert record.code not in found


def test_from_her_page_a_record_is_opened_and_no_address_and_no_line_of_the_log_names_her(world: World) -> None:
    unit = Unit.objects.create(name="Survivor support")
    amna, clerk = counsellor(world, "amna", unit), world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        person = world.enter(clerk)
    client = _client(amna)
    page = client.get(reverse("people:person", args=[person.pk])).content.decode()
    assert f"person={person.pk}" not in page, "an address lies in histories and logs"
    with as_house():
        last = Event.objects.order_by("-number").values_list("number", flat=True).first() or 0
    named = _rows_naming(person)
    assert named["people_person"] == 1, "the search finds her where she stands"
    new, said = reverse("casework:sealed-new"), {"called": CALLED, "person": str(person.pk)}
    asked = client.post(new, {"person": str(person.pk), "begin": "1"})
    assert (asked.status_code, "For the person you came from." in asked.content.decode()) == (200, True)
    day = f"{timezone.localdate() + timedelta(days=7):%d/%m/%Y}"
    assert client.post(new, {**said, "person": str(clerk.pk), "review_on": day}).status_code == 404
    assert client.post(new, {**said, "review_on": day}).status_code == 302
    with as_house():
        record = SurvivorRecord.objects.get()
    assert record.subject == str(person.pk)
    with acting_as(amna):
        held = Held(kind="stress", held_on=timezone.localdate() - timedelta(days=1), minutes=40)
        write_session(record_id=record.pk, held=held, actor=amna, at=timezone.now())
        for refused, act in _as_a_case(person, amna):
            with pytest.raises(refused):
                act()
    assert client.get(reverse("casework:sealed-record", args=[record.pk])).status_code == 200
    nameless = opened_for_nobody(amna)
    join = reverse("casework:sealed-join", args=[nameless.pk])
    assert client.get(join).status_code == 404
    assert client.post(join, {"person": str(person.pk), "begin": "1"}).status_code == 200
    assert _rows_naming(person) == named, "no row of the database says of whom it is"
    with as_house():
        lines = [str(vars(one)) + str(one.detail) for one in Event.objects.filter(number__gt=last)]
    assert any(str(record.pk) in line for line in lines)
    assert not [line for line in lines if str(person.pk) in line]


def _as_a_case(person: Person, amna: Account) -> Iterator[tuple[type[Exception], Callable[[], object]]]:
    """A case of the retired programme, opened or asked for: its row would name her."""
    now = timezone.now()
    asked = {"way": "self", "on": timezone.localdate(), "asked": "x", "programme": "survivors", "answer": "waiting"}
    yield NoSuchCase, lambda: open_case(person_id=person.pk, programme="survivors", said={}, actor=amna, at=now)
    yield WrongCase, lambda: take_in(person_id=person.pk, said=asked, actor=amna, at=now)


def _rows_naming(person: Person) -> Counter[str]:
    """How many rows of each table hold her key, in whatever column."""
    found: Counter[str] = Counter()
    with as_house(), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = (str(row) for row in cursor.fetchall())
            found[table] = sum(person.pk.hex in row or str(person.pk) in row for row in rows)
    return found


def opened_for_nobody(amna: Account) -> SurvivorRecord:
    """A record under its code alone."""
    with acting_as(amna):
        return opened(amna)
