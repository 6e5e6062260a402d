"""Accounts, postings, units, presences and the desk: what operations do and refuse, and what pages cost."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID, Account, BreakGlass, Demand, Grant, Notification, Posting, Presence
from rihai.accounts.offers import find_accounts
from rihai.accounts.operations import (
    Moved,
    assign_to_guarded,
    decide_demand,
    end_grants,
    end_posting,
    end_unit,
    erase_person,
    give_posting,
    grant,
    guard,
    hold,
    make_unit,
    mend_unit,
    move_back,
    move_person,
    propose_answer,
    record_demand,
    send_back,
    unguard,
)
from rihai.accounts.operations.demands import DemandRefused, SamePerson
from rihai.accounts.operations.postings import PostingRefused
from rihai.accounts.queries import sight_of
from rihai.accounts.queries.log import Sought, leaves_for, log_lines
from rihai.errors import NotAllowed, NotFound
from rihai.kit.audit.models import Event
from rihai.kit.classes import DataClass
from tests.accounts.world import World, account, gone, let, make_world, now, person
from tests.conftest import as_owner

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def world() -> World:
    return make_world(
        ["administrator", "caseworker", "lawyer", "supervisor", "data_protection_officer", "survivor_counsellor"]
    )


def sees(who: Account, whom: UUID) -> bool:
    with acting_as(who):
        return DataClass.PERSONAL in sight_of(Account.objects.get(pk=who.pk), whom).seen


class TestPostings:
    def test_a_posting_given_today_shows_its_people_today_and_ended_today_no_more(self, world: World) -> None:
        chief, who, bilal = world.accounts["administrator"], account("late"), world.people["Bilal"].pk
        assert not sees(who, bilal)
        with acting_as(chief):
            posting = give_posting(
                account=who, role="caseworker", place=world.places["B"], started_on=TODAY, actor=chief, at=now()
            )
        assert sees(who, bilal)
        Posting.objects.filter(pk=posting.pk).update(started_on=TODAY - timedelta(days=1))
        with acting_as(chief):
            end_posting(posting=Posting.objects.get(pk=posting.pk), on=TODAY, actor=chief, at=now())
        assert not sees(who, bilal)
        with acting_as(who):
            assert set(Notification.objects.filter(account=who).values_list("kind", flat=True)) == {
                "posting.given",
                "posting.ended",
            }

    @pytest.mark.parametrize(
        ("role", "at", "days"),
        [
            ("caseworker", "", 0),
            ("administrator", "A", 0),
            ("survivor_counsellor", "", 0),
            ("committee_secretary", "unit", 0),
            ("system", "", 0),
            ("nobody", "A", 0),
            ("caseworker", "A", -1),
            ("caseworker", "both", 0),
        ],
    )
    def test_a_posting_that_cannot_be_is_refused(self, world: World, role: str, at: str, days: int) -> None:
        place = world.places["A"] if at in {"A", "both"} else None
        unit = world.unit if at in {"unit", "both"} else None
        until = TODAY + timedelta(days=days) if days else None
        with pytest.raises(PostingRefused):
            give_posting(
                account=account("x"), role=role, place=place, unit=unit, started_on=TODAY, ended_on=until,
                actor=world.accounts["administrator"], at=now(),
            )  # fmt: skip

    def test_nobody_posts_themselves_and_nobody_twice(self, world: World) -> None:
        chief, who = world.accounts["administrator"], account("x")
        with pytest.raises(PostingRefused):
            give_posting(account=chief, role="supervisor", started_on=TODAY, actor=chief, at=now())
        give_posting(account=who, role="trainer", started_on=TODAY, actor=chief, at=now())
        with pytest.raises(PostingRefused):
            give_posting(account=who, role="trainer", started_on=TODAY + timedelta(days=9), actor=chief, at=now())

    def test_one_person_may_hold_several_roles(self, world: World) -> None:
        who = account("many", "lawyer", "health_worker", at=world.places["A"])

        assert who.may("glass.break")
        assert who.standing.reach(DataClass.HEALTH).places == who.standing.reach(DataClass.LEGAL).places


def test_a_posting_in_a_unit_covers_the_units_places_and_follows_them(world: World) -> None:
    chief, who = world.accounts["administrator"], account("in unit", "caseworker", at=world.unit)
    assert sees(who, world.people["Amina"].pk)
    with acting_as(chief):
        mend_unit(
            unit=world.unit, version=1, name="Unit", purpose="", places=[world.places["South"]], actor=chief, at=now()
        )
    assert not sees(who, world.people["Amina"].pk)
    assert sees(who, world.people["Celia"].pk)
    with acting_as(chief):
        assert end_unit(unit=world.unit, on=TODAY, actor=chief, at=now()) == 1
    assert not sees(who, world.people["Celia"].pk)
    empty = make_unit(name="Without places", actor=chief, at=now())
    assert not sees(account("in none", "supervisor", at=empty), world.people["Amina"].pk), "no places is not everywhere"


class TestPresence:
    def test_after_leaving_a_prison_sees_for_ninety_days(self, world: World) -> None:
        who = world.accounts["caseworker"]
        for days, seen in ((0, True), (89, True), (90, False)):
            with as_owner():
                one = person(f"gone {days}", world.places["A"])
            gone(one, world.places["A"], days)
            assert sees(who, one.pk) is seen, days

    def test_coming_back_is_seen_again(self, world: World) -> None:
        with as_owner():
            one = person("back", world.places["A"])
        gone(one, world.places["A"], 400)
        hold([(one.pk, world.places["A"].pk)])

        assert sees(world.accounts["caseworker"], one.pk)

    def test_a_merge_shows_both_ways_and_can_be_undone(self, world: World) -> None:
        who, amina, celia = world.accounts["caseworker"], world.people["Amina"].pk, world.people["Celia"].pk
        let(world.accounts["lawyer"], amina, "legal")
        guard(person_id=amina, ground="tests", actor=None, at=now())
        before = rows()
        moved = move_person(person_id=amina, into=celia)
        assert not sees(who, celia), "guarded stays guarded"
        assert sees(world.accounts["supervisor"], celia)
        assert sees(world.accounts["lawyer"], celia)
        assert not sees(world.accounts["lawyer"], amina)

        move_back(moved=Moved(**json.loads(json.dumps(asdict(moved)))), person_id=amina, into=celia)

        assert rows() == before

    def test_erasure_leaves_nothing_to_see_by(self, world: World) -> None:
        amina = world.people["Amina"].pk
        let(world.accounts["lawyer"], amina, "legal")

        erase_person(person_id=amina)

        assert not [one for one in rows() if str(amina) in str(one)]


def rows() -> set[tuple[object, ...]]:
    with acting_as(SYSTEM_ID):
        presences = Presence.objects.values_list("person_id", "place_id", "guarded", "seen_until")
        return {*presences, *Grant.objects.values_list("person_id", "account_id", "data_class", "ended_at")}


class TestGrants:
    def test_a_grant_opens_and_its_ground_closes_it(self, world: World) -> None:
        lawyer, celia, ground = world.accounts["lawyer"], world.people["Celia"].pk, UUID(int=5)
        with acting_as(world.accounts["supervisor"]):
            for _ in range(2):
                grant(
                    account_id=lawyer.pk, person_id=celia, classes=["legal"], ground="referral", ground_id=ground,
                    actor=world.accounts["supervisor"], at=now() - timedelta(seconds=1),
                )  # fmt: skip
        assert sees(lawyer, celia)
        with acting_as(world.accounts["supervisor"]):
            ended = end_grants(ground="referral", ground_id=ground, actor=world.accounts["supervisor"], at=now())
        assert ended == 2, "personal and legal, once each"
        assert not sees(lawyer, celia)

    def test_a_supervisor_assigns_to_a_guarded_person_and_nobody_else_does(self, world: World) -> None:
        chief, who, amina = world.accounts["supervisor"], world.accounts["caseworker"], world.people["Amina"].pk
        guard(person_id=amina, ground="295-C", actor=chief, at=now())
        assert not sees(who, amina)
        with acting_as(who), pytest.raises(NotFound):
            assign_to_guarded(account=who, person_id=amina, classes=[], actor=who, at=now())
        with acting_as(chief):
            assign_to_guarded(account=who, person_id=amina, classes=[], actor=chief, at=now() - timedelta(seconds=1))
        assert sees(who, amina)
        unguard(person_id=amina, reason="no longer", actor=chief, at=now())
        assert sees(world.accounts["lawyer"], amina)


class TestDemands:
    def recorded(self, by: Account) -> Demand:
        with acting_as(by):
            return record_demand(
                authority="Anti-terrorism court", reference="12/2026", received_on=TODAY, due_on=None,
                asked="everything about a person", basis="", actor=by, at=now(),
            )  # fmt: skip

    def test_two_named_people_decide_and_neither_alone(self, world: World) -> None:
        officer, chief = world.accounts["data_protection_officer"], world.accounts["supervisor"]
        demand = self.recorded(officer)
        with acting_as(officer):
            with pytest.raises(DemandRefused):
                decide_demand(demand=demand, actor=officer, at=now())
            with pytest.raises(DemandRefused):
                propose_answer(demand=demand, outcome="partly", given="", grounds="asked", actor=officer, at=now())
            propose_answer(
                demand=demand, outcome="partly", given="the date alone", grounds="s. 94", actor=officer, at=now()
            )
            with pytest.raises(SamePerson):
                decide_demand(demand=demand, actor=officer, at=now())
        with acting_as(chief):
            assert Notification.objects.filter(account=chief, kind="demand.to_decide").count() == 1
            send_back(demand=demand, actor=chief, at=now())
            propose_answer(
                demand=demand, outcome="refused", given="ignored", grounds="no warrant", actor=chief, at=now()
            )
        with acting_as(officer):
            decide_demand(demand=demand, actor=officer, at=now())
            kept = Demand.objects.get(pk=demand.pk)
            assert (kept.state, kept.outcome, kept.given) == ("decided", "refused", None)
            with pytest.raises(DemandRefused):
                send_back(demand=demand, actor=officer, at=now())
        with acting_as(SYSTEM_ID):
            acts = list(Event.objects.filter(kind="demand").order_by("number").values_list("act", flat=True))
        assert [act.rpartition(".")[2] for act in acts] == ["recorded", "answered", "sent_back", "answered", "decided"]

    def test_others_neither_record_nor_see_the_register(self, world: World) -> None:
        self.recorded(world.accounts["supervisor"])
        with pytest.raises(NotAllowed):
            self.recorded(world.accounts["administrator"])
        assert page(world, "administrator", "accounts:demands") == 404


def page(world: World, role: str, name: str, *args: object) -> int:
    return client_of(world, role).get(reverse(name, args=args)).status_code


def client_of(world: World, role: str) -> Client:
    client = Client()
    client.force_login(world.accounts[role], backend=settings.AUTHENTICATION_BACKENDS[1])
    return client


def test_the_log_is_searched_by_account_act_day_and_person_and_read_by_few(world: World) -> None:
    officer, caseworker = world.accounts["data_protection_officer"], world.accounts["caseworker"]
    amina = world.people["Amina"].pk
    client_of(world, "caseworker").get(reverse("test_people:person", args=[amina]))
    with acting_as(officer):
        by_person, _more = log_lines(officer, Sought(subject=amina))
        by_account, _more = log_lines(officer, Sought(actor_id=caseworker.pk, act="kit.page", on=TODAY))
        yesterday, _more = log_lines(officer, Sought(actor_id=caseworker.pk, on=TODAY - timedelta(days=1)))
    assert [one.act for one in by_person][-1:] == ["kit.page.opened"] or "kit.page.opened" in [
        one.act for one in by_person
    ]
    assert [one.subject for one in by_account] == [str(amina)]
    assert yesterday == []
    assert log_lines(world.accounts["administrator"], Sought()) == ([], False)
    assert client_of(world, "data_protection_officer").get(reverse("accounts:log"), {"check": 1}).status_code == 200


def test_the_desk_reads_who_has_leave_to_see_a_person_and_others_do_not(world: World) -> None:
    officer, amina = world.accounts["data_protection_officer"], world.people["Amina"].pk
    let(world.accounts["survivor_counsellor"], amina, "sealed")
    with acting_as(officer):
        leaves = leaves_for(officer, amina, at=now())
    assert [(one.account.name, one.data_class) for one in leaves] == [
        ("survivor counsellor", "personal"),
        ("survivor counsellor", "sealed"),
    ]
    with acting_as(world.accounts["supervisor"]):
        assert leaves_for(world.accounts["supervisor"], amina, at=now()) == []
    shown = client_of(world, "data_protection_officer").get(reverse("accounts:log"), {"subject": str(amina)})
    assert "survivor counsellor" in shown.content.decode()


def test_the_search_finds_accounts_for_administrators_alone(world: World) -> None:
    assert [one.name for one in find_accounts(world.accounts["administrator"], "lawy", 5)] == ["lawyer"]
    assert find_accounts(world.accounts["supervisor"], "lawy", 5) == []


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_no_page_asks_more_of_the_database_when_it_has_more_rows(world: World) -> None:
    def fill(start: int) -> None:
        with as_owner():
            for number in range(start, start + 6):
                who = account(f"more {number}", "lawyer", "health_worker", at=world.places["A"])
                make_unit(name=f"unit {number}", places=[world.places["A"]], actor=None, at=now())
                BreakGlass.objects.create(
                    account=who, person_id=UUID(int=number), data_class="health", reason="for the test", asked_at=now(),
                    granted_at=now(), ends_at=now(), review_by=TODAY,
                )  # fmt: skip
                let(world.accounts["caseworker"], person(f"p{number}", world.places["A"]), "personal")
                Demand.objects.create(
                    authority="x", reference="y", received_on=TODAY, asked="z", recorded_by=who, recorded_at=now()
                )

    asked = [
        ("administrator", "accounts:index"),
        ("administrator", "accounts:units"),
        ("data_protection_officer", "accounts:desk"),
        ("data_protection_officer", "accounts:reviews"),
        ("data_protection_officer", "accounts:log"),
        ("supervisor", "accounts:demands"),
        ("caseworker", "test_people:index"),
        ("data_protection_officer", "home"),
    ]
    clients = {role: client_of(world, role) for role, _name in asked}
    fill(1)
    for role, name in asked:
        clients[role].get(reverse(name))
    few = [queries(clients[role], reverse(name)) for role, name in asked]
    fill(10)
    many = [queries(clients[role], reverse(name)) for role, name in asked]

    assert many == few
    assert max(many) <= 25, dict(zip(asked, many, strict=True))
