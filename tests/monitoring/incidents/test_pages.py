"""The pages of incidents: nobody outside its team can tell of a sealed one; bad input is said beside its field."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.accounts.roles import ROLES, Where
from rihai.kit.audit.models import Event
from rihai.kit.offers import Export, Measure, SubjectExtract, offered
from rihai.monitoring.examinations.models import Examination
from rihai.monitoring.incidents import operations as act
from rihai.monitoring.incidents.models import Incident, Intervention
from rihai.monitoring.incidents.operations.errors import NotSo
from rihai.monitoring.incidents.operations.parts import Whom
from rihai.people.models import Person
from rihai.people.operations import merge_persons
from tests.house.addresses import addresses
from tests.monitoring.incidents.cast import CALLED, SEALED_WORDS, answered, consented, planned, who, written
from tests.monitoring.incidents.test_keeping import taken
from tests.monitoring.world import signed_in
from tests.people.world import NOON, TODAY, World

pytestmark = pytest.mark.django_db
CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"|\d{1,2}:\d{2}(:\d{2})?|"X-CSRFToken": "[^"]+"'
)
PLAIN = (
    "home", "search", "people:index", "people:duplicates", "screening:risk", "accounts:notices", "accounts:extracts",
    "monitoring:incidents", "monitoring:index", "monitoring:recommendations", "monitoring:qualified",
)  # fmt: skip


def everything_but_a_team(world: World) -> Account:
    """One account with every role at the place: what it cannot tell nobody can."""
    account = Account.objects.create_user("all@rihai.example", "Every role")
    for role in ROLES.values():
        if role.key not in {"partner", "system"}:
            give_posting(
                account=account, role=role.key, place=world.gulzar if Where.PLACE in role.where else None, unit=None,
                started_on=TODAY - timedelta(days=90), ended_on=None, actor=house(), at=NOON - timedelta(days=90),
            )  # fmt: skip
    return account


def read(client: Client, address: str) -> tuple[int, str, int]:
    """What a page answers without what changes by itself, and how often it asked: a clock would tell of more."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer.status_code, CHANGING.sub("", body.decode("utf-8", "replace")), len(asked)


def told_elsewhere(account: Account, person: Person) -> dict[str, Any]:
    """What figures, tables and extracts say."""
    today = timezone.localdate()
    year = (today - timedelta(days=364), today + timedelta(days=1))
    with acting_as(account):
        found: dict[str, Any] = {
            one.code: list(one.counted(account, *year))
            for one in offered(Measure)
            if one.code.startswith("monitoring.")
        }
        for one in offered(Export):
            if one.name == "monitoring.incidents":
                found["export"] = str(one.sheet(account, {}, "en").rows)
    with as_house():
        found["extract"] = [str(one.of(person.pk)) for one in offered(SubjectExtract) if "incidents" in one.name]
    return found


def test_nobody_outside_its_team_can_tell_of_a_sealed_incident(
    world: World, inspector: Account, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    counsellor, everybody = world.worker("survivor_counsellor", world.gulzar), everything_but_a_team(world)
    with acting_as(counsellor):
        second = world.worker("safeguarding_lead", None)
    clients = [signed_in(everybody), signed_in(inspector)]
    hers = reverse("people:person", args=[person.pk])
    places = reverse("places:place", args=[world.gulzar.pk])
    pages = [hers, places, *(one.filled({}) for one in addresses() if one.name in PLAIN and not one.gaps)]
    written(world, everybody, "X1.1", person.pk)  # something plain stands there to be compared

    def everything() -> list[Any]:
        few = (hers, places, reverse("monitoring:incidents"), "/")
        shown = zip(clients, (pages, few), strict=True)
        read_all: list[Any] = [{one: read(client, one) for one in theirs} for client, theirs in shown]
        return [*read_all, told_elsewhere(everybody, person)]

    monkeypatch.setattr("rihai.people.queries.page.OPENINGS", 1)
    clients[0].get(hers)  # the last who opened the page stands on it: from now on it reads the same
    before = everything()
    assert sum(one[0] == 200 for one in before[0].values()) > 9, "there is something to compare"
    with as_house():
        last = Event.objects.order_by("-number").values_list("number", flat=True).first() or 0
    one = written(world, counsellor, "S1.1", person.pk, happened=SEALED_WORDS)
    with acting_as(counsellor):
        act.add_member(incident_id=one.pk, account_id=second.pk, **who(counsellor))
        step = answered(planned(one, counsellor), counsellor)
        act.send_step(step_id=step.pk, version=step.version, **who(counsellor))
        taken(one, counsellor)
        consented(one, counsellor, "exam")
    theirs = signed_in(counsellor)
    assert theirs.get(reverse("monitoring:incident", args=[one.pk])).status_code == 200
    after = everything()
    assert one.code in theirs.get(hers).content.decode()
    for was, now in zip(before, after, strict=True):
        assert [key for key in was if was[key] != now[key]] == []
    for client in clients:
        for name in ("incident", "incident-change", "incident-step", "incident-evidence", "evidence-out"):
            assert client.get(reverse(f"monitoring:{name}", args=[one.pk])).status_code == 404
        assert client.get(reverse("monitoring:step-risk", args=[step.pk])).status_code == 404
        assert one.code not in client.post(reverse("search"), {"q": CALLED}).content.decode()
    with as_house():
        rows = Event.objects.filter(number__gt=last, actor_id=counsellor.pk)
        lines = [(each.act, str(each.detail)) for each in rows]
    ours = [line for line in lines if line[0].startswith("monitoring.")]
    assert ours
    assert {line[1] for line in ours} == {"{}"}, "its lines say nothing but that there was one"
    assert not [line for line in ours if str(person.pk) in line[1] or not line[0].startswith("monitoring.sealed.")]


def test_two_persons_are_joined_as_if_nothing_was_sealed(world: World, person: Person) -> None:
    clerk, counsellor = world.worker("records_officer", world.gulzar), world.worker("survivor_counsellor", world.gulzar)
    with acting_as(clerk):
        other = world.enter(clerk, full_name="Nargis Bibi", cnic="9040300000016", prison_id="UTP-119")
    one = written(world, counsellor, "S1.1", other.pk)
    with acting_as(clerk):
        merge = merge_persons(keep_id=person.pk, gone_id=other.pk, **who(clerk))
    assert str(one.pk) not in str(vars(merge))
    page = signed_in(counsellor).get(reverse("people:person", args=[person.pk])).content.decode()
    assert one.code in page


def test_who_is_under_a_code_is_joined_to_a_person_by_their_wish_and_once(
    world: World, person: Person, inspector: Account
) -> None:
    counsellor = world.worker("survivor_counsellor", world.gulzar)
    plain, sealed = written(world, counsellor, "E1.3"), written(world, counsellor, "S1.4")
    client, hers = signed_in(counsellor), reverse("people:person", args=[person.pk])
    assert client.get(hers).content.decode().count("By their wish") == 2
    for one in (plain, sealed):
        with as_house():
            victim = one.victims.get()
        address = reverse("monitoring:victim-join", args=[victim.pk])
        assert client.post(address, {"person": "9"}).status_code == 404
        assert signed_in(inspector).post(address, {"person": str(person.pk)}).status_code == 404
        assert client.post(address, {"person": str(person.pk)}).url.endswith("#whom")  # type: ignore[attr-defined]
        with acting_as(counsellor), pytest.raises(NotSo):
            act.join_person(victim_id=victim.pk, person_id=person.pk, **who(counsellor))
    with as_house():
        assert plain.victims.get().person_id == person.pk
        assert (sealed.victims.get().person_id, sealed.victims.get().subject) == (None, str(person.pk))
    shown = client.get(hers).content.decode()
    assert (plain.code in shown, sealed.code in shown, "By their wish" in shown) == (True, True, False)


def test_an_incident_is_written_and_worked_through_on_its_pages(
    world: World, inspector: Account, lead: Account
) -> None:
    client, page = signed_in(inspector), reverse("monitoring:incident-new")
    assert client.get(page).status_code == 200
    wrong = {
        "sub": "Z9", "place": "9" * 30, "happened": "a\x00b", "called": "x" * 400, "spot": "\u202e" * 3,
        "first_on": "31/31/31", "raises": "none",
    }  # fmt: skip
    answer = client.post(page, wrong)
    assert answer.status_code == 422
    assert not Incident.objects.exists()
    told = {
        "sub": "T1.1", "place": world.gulzar.pk, "called": CALLED, "happened": SEALED_WORDS, "basis": "victim",
        "precision": "about", "first_on": f"{timezone.localdate():%d/%m/%Y}",
    }  # fmt: skip
    assert client.post(page, told).status_code == 302
    with as_house():
        one = Incident.objects.get()
        victim, clock = one.victims.get(), one.clocks.first()
    assert clock is not None

    def send(name: str, pk: Any = one.pk, *more: Any, **said: Any) -> None:
        address = reverse(f"monitoring:{name}", args=[pk, *more])
        answer = client.post(address, said)
        assert answer.status_code == 302, (name, re.findall("invalid-feedback[^/]*", answer.content.decode()))

    for name in ("incident-change", "incident-questions", "incident-victim", "incident-act", "incident-team"):
        assert client.get(reverse(f"monitoring:{name}", args=[one.pk])).status_code == 200
    send("incident-questions", pain_body="yes", version=1)
    send("incident-perpetrator", kind="staff", rank="Head constable")
    send("incident-source", kind="family", words="“They hung him up.”")
    send("incident-act", sub="T1.2", victim=victim.pk, says="Twice")
    send("incident-consent", victim=victim.pk, purpose="share", receiver="NCHR", is_given="yes", way="spoken")
    send("incident-consent", victim=victim.pk, purpose="exam", is_given="yes", way="spoken")
    with as_house():
        consent = one.consents.get(purpose="share")
    day = f"{timezone.localdate() + timedelta(days=1):%d/%m/%Y}"
    send("incident-step", kind="authority", receiver="NCHR", told="x", ground="consent", consent=consent.pk,
         owner=inspector.pk, due_on=day)  # fmt: skip
    with as_house():
        step = Intervention.objects.get()
    send("step-send", step.pk)
    shown = client.get(reverse("monitoring:incident", args=[one.pk])).content.decode()
    assert "Ask about reprisal first" in shown, "it did not go"
    send("step-risk", step.pk, risk="high", risk_says="The head constable", risk_done="A move", version=1)
    send("step-send", step.pk)
    send("step-settle", step.pk, state="done", answer="They came", version=3)
    send("incident-clock", clock.pk, how="done", says="Spoken with him")
    send("examine", one.pk, "monitor", victim=victim.pk, done_on=f"{timezone.localdate():%d/%m/%Y}", told="My arm")
    with as_house():
        exam = Examination.objects.get()
    send("examination", exam.pk, region="wrist", side="left", view="front", lesion="graze", length=30)
    assert "<circle" in client.get(reverse("monitoring:examination", args=[exam.pk])).content.decode()
    file = SimpleUploadedFile("wall.txt", b"The wall of cell 4\n")
    send("incident-evidence", file=file, what="A note", captured_at="2026-11-02T10:00", captured_by="He", how="By hand")
    with as_house():
        item = one.evidence.get()
    send("evidence", item.pk, kind="copied", who="Me", says="For the file")
    assert client.post(reverse("monitoring:evidence-file", args=[item.pk])).content == b"The wall of cell 4\n"
    packet = client.post(reverse("monitoring:evidence-out", args=[one.pk]), {"why": "To verify"})
    assert packet.content[:2] == b"PK"
    send("incident-team", account=lead.pk, lead="on")
    send("incident-move", one.pk, "review")
    send("consent-back", consent.pk)
    shown = client.get(reverse("monitoring:incident", args=[one.pk])).content.decode()
    for words in ("Taken back", "Head constable", "hung him up", "A move", "In review", "E1: A note"):
        assert words in shown, words
    assert client.post(reverse("monitoring:consent-back", args=[consent.pk])).status_code == 404


def test_the_second_who_changes_it_is_shown_what_the_first_wrote(world: World, inspector: Account) -> None:
    one, client = written(world, inspector, "T3.1"), signed_in(inspector)
    address = reverse("monitoring:incident-change", args=[one.pk])
    first = {"sub": "T3.1", "place": world.gulzar.pk, "happened": "First words", "basis": "seen", "version": 1,
             "precision": "unknown", "initial-happened": one.said.happened}  # fmt: skip
    assert client.post(address, first).status_code == 302
    second = client.post(address, {**first, "happened": "Second words"})
    assert second.status_code in {409, 422}
    assert "First words" in second.content.decode()


def test_a_page_asks_as_often_of_many_as_of_few(world: World, inspector: Account, person: Person) -> None:
    client = signed_in(inspector)

    def asked() -> list[int]:
        found = []
        for address in ("/monitoring/incidents/", "/", reverse("monitoring:incident", args=[one.pk])):
            client.get(address)
            found.append(read(client, address)[2])
        return found

    def more() -> None:
        written(world, inspector, "T3.1")
        with acting_as(inspector):
            act.add_victim(incident_id=one.pk, whom=Whom(called="x"), **who(inspector))
            act.add_act(incident_id=one.pk, said={"sub": "T3.1"}, **who(inspector))
            planned(one, inspector)
            taken(one, inspector)

    one = written(world, inspector, "T3.1")
    more()
    few = asked()
    more()
    more()
    assert asked() == few
