"""An incident is erased by two people; what stays is what is counted, and a chain that a packet outside still fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.files import StoredFile
from rihai.monitoring.evidence import operations as keep
from rihai.monitoring.evidence.models import CustodyLine, EvidenceItem
from rihai.monitoring.incidents import operations as act
from rihai.monitoring.incidents.counted import counted
from rihai.monitoring.incidents.models import Clock, Erasure, Incident, State, Why
from rihai.monitoring.incidents.operations.errors import NoSuchIncident, NotSo
from rihai.monitoring.incidents.panels import work
from rihai.monitoring.incidents.queries.keeping import to_erase
from rihai.monitoring.incidents.queries.response import response
from rihai.people.models import Person
from tests.monitoring.incidents.cast import answered, consented, planned, who, written
from tests.monitoring.incidents.test_keeping import taken
from tests.monitoring.world import signed_in
from tests.people.world import World

pytestmark = pytest.mark.django_db
LATER = timedelta(days=4 * 366)


def full(world: World, inspector: Account, lead: Account, sub: str, person: Person | None = None) -> Incident:
    """An incident with something of everything, closed, in a team of two."""
    one = written(world, inspector, sub, person.pk if person else None)
    with acting_as(inspector):
        act.add_member(incident_id=one.pk, account_id=lead.pk, lead=True, **who(inspector))
        act.add_perpetrator(incident_id=one.pk, said={"kind": "staff", "rank": "Head"}, **who(inspector))
        act.add_source(incident_id=one.pk, said={"kind": "family", "words": "He told me"}, **who(inspector))
        act.add_act(incident_id=one.pk, said={"sub": sub}, **who(inspector))
        step = answered(planned(one, inspector), inspector)
        act.send_step(step_id=step.pk, version=step.version, **who(inspector))
        step.refresh_from_db()
        act.settle_step(step_id=step.pk, version=step.version, state="done", answer="Heard", **who(inspector))
        consented(one, inspector, "record")
        keep.handle(item_id=taken(one, inspector).pk, kind="handed", who="Lawyer", says="Receipt 4", **who(inspector))
        for clock in one.clocks.filter(stopped_at=None):
            act.stop_clock(clock_id=clock.pk, how="done", says="Seen", **who(inspector))
        act.send_to_review(incident_id=one.pk, **who(inspector))
    with acting_as(lead):
        act.open_incident(incident_id=one.pk, **who(lead))
        one.refresh_from_db()
        act.close_incident(incident_id=one.pk, version=one.version, closing="Off", **who(lead))
        return Incident.objects.get(pk=one.pk)


def later(actor: Account) -> dict[str, Any]:
    """Who acts, once the time of keeping is over."""
    return who(actor, timezone.now() + LATER)


def texts(one: Incident) -> Iterator[str]:
    """Every value of every row that still belongs to an incident, as it is read."""
    for relation in Incident._meta.related_objects:
        for row in relation.related_model._default_manager.filter(**{relation.field.name: one.pk}):
            yield from (str(getattr(row, field.attname)) for field in row._meta.concrete_fields)
    for line in CustodyLine.objects.filter(item__incident=one):
        yield from (str(line.who), str(line.says))
    yield str(one.text)


def test_one_asks_another_agrees_and_only_counts_and_the_chain_stay(
    world: World, lead: Account, boss: Account, person: Person, django_capture_on_commit_callbacks: Any
) -> None:
    writer = world.worker("survivor_counsellor", world.gulzar)
    one = full(world, writer, lead, "T3.1", person)
    with as_house():
        item = EvidenceItem.objects.get(incident=one)
        place = StoredFile.objects.get(pk__in=[item.stored_id]).stored_as
        before = list(item.custody.values_list("number", "kind", "before", "digest"))
    period = (timezone.localdate() - timedelta(days=9), timezone.localdate() + timedelta(days=9))
    with acting_as(boss):
        events, clocks = list(counted(boss, *period)), one.clocks.count()

    with acting_as(writer):
        act.ask_to_erase(incident_id=one.pk, why=Why.TIME, **later(writer))
        with pytest.raises(NotSo):
            act.erase_incident(incident_id=one.pk, **later(writer))
    assert default_storage.exists(place), "nothing is gone yet"
    with acting_as(lead):
        assert one.code in {row.who for row in work(lead, timezone.localdate())}
        with django_capture_on_commit_callbacks(execute=True):
            act.erase_incident(incident_id=one.pk, **later(lead))

    with as_house():
        one.refresh_from_db()
        for word in (
            "Falakwords",
            "Little Farzi",
            "He told me",
            "Head",
            "NCHR",
            "Lawyer",
            "Receipt",
            "wall",
            str(person.pk),
        ):
            assert not any(word in text for text in texts(one)), word
        assert not default_storage.exists(place)
        item.refresh_from_db()
        assert (item.stored_id, len(item.digest or "")) == (None, 64)
        assert list(item.custody.values_list("number", "kind", "before", "digest")) == before
    with acting_as(boss):
        assert (list(counted(boss, *period)), one.clocks.count()) == (events, clocks)
    with as_house():
        told = Event.objects.filter(act="monitoring.incident.erased").get()
        assert (told.actor_name, told.detail) == (lead.name, {})
        assert Erasure.objects.get(incident=one).agreed_by == lead


def test_of_a_sealed_one_not_even_class_clocks_or_place_stay(world: World, inspector: Account, lead: Account) -> None:
    one = full(world, inspector, lead, "T1.1")
    with acting_as(lead):
        act.ask_to_erase(incident_id=one.pk, why=Why.TIME, **later(lead))
    with acting_as(inspector):
        act.erase_incident(incident_id=one.pk, **later(inspector))
        one.refresh_from_db()
        assert (one.said.sub, one.said.place_id, one.said.severity, one.place_id) == ("", None, "", None)
        assert not Clock.objects.filter(incident=one).exists()
    with as_house():
        assert Event.objects.filter(act="monitoring.sealed.erased", subject=str(one.pk)).count() == 1


def test_what_was_written_down_twice_is_counted_once_also_when_it_is_erased(
    world: World, inspector: Account, lead: Account, boss: Account
) -> None:
    one, same = (written(world, inspector, "T3.1") for _ in range(2))
    since = timezone.now() - timedelta(days=9)
    period = (timezone.localdate(since), timezone.localdate() + timedelta(days=9))
    with acting_as(inspector):
        for each in (one, same):
            act.add_member(incident_id=each.pk, account_id=lead.pk, **who(inspector))
        wants = consented(same, inspector, "record")
        act.settle_duplicate(incident_id=same.pk, version=same.version, of=one.pk, **who(inspector))
        act.ask_to_erase(incident_id=same.pk, why=Why.TWICE, **who(inspector))
        act.withdraw_consent(consent_id=consented(one, inspector, "record").pk, **who(inspector))
    with as_house():
        Incident.objects.filter(pk=one.pk).update(state=State.CLOSED)
    with acting_as(boss):
        before = (len(counted(boss, *period)), response(boss, since, timezone.now()))
    with acting_as(inspector):
        with pytest.raises(NotSo):  # one of them wants it still
            act.ask_to_erase(incident_id=one.pk, why=Why.WISH, **who(inspector))
        act.withdraw_consent(consent_id=wants.pk, **who(inspector))
        act.ask_to_erase(incident_id=one.pk, why=Why.WISH, **who(inspector))
    with acting_as(lead):
        act.erase_incident(incident_id=one.pk, **who(lead))
        assert not list(to_erase(lead)), "what was asked of the other alone waits for nobody"
    with acting_as(boss):
        assert (len(counted(boss, *period)), response(boss, since, timezone.now())) == before


def test_nobody_erases_what_is_needed_or_alone(world: World, inspector: Account, lead: Account, boss: Account) -> None:
    live = written(world, inspector, "T3.1")
    one = full(world, inspector, lead, "T3.1")
    with acting_as(inspector):
        record = one.consents.get(purpose="record")
        for pk, why, at in ((live.pk, Why.WISH, LATER), (one.pk, Why.TIME, timedelta()), (one.pk, Why.WISH, LATER),
                            (one.pk, Why.TWICE, LATER)):  # fmt: skip
            with pytest.raises(NotSo):
                act.ask_to_erase(incident_id=pk, why=why, **who(inspector, timezone.now() + at))
        act.withdraw_consent(consent_id=record.pk, **who(inspector))
        act.ask_to_erase(incident_id=one.pk, why=Why.WISH, **who(inspector))
        act.keep_on(
            incident_id=one.pk, version=one.version, until=timezone.localdate() + timedelta(days=99),
            because="An appeal is pending", **who(inspector),
        )  # fmt: skip
        assert not Erasure.objects.exists(), "who needs it longer has answered"
    with acting_as(boss), pytest.raises(NoSuchIncident):
        act.ask_to_erase(incident_id=one.pk, why=Why.WISH, **who(boss))
    with as_house(), pytest.raises(IntegrityError), transaction.atomic():
        Erasure.objects.create(
            incident=one, why=Why.WISH, asked_by=lead, asked_at=datetime.now().astimezone(), agreed_by=lead
        )


def test_the_pages_lead_two_people_through_it_and_nothing_opens_afterwards(
    world: World, inspector: Account, lead: Account, boss: Account
) -> None:
    one = full(world, inspector, lead, "T3.1")
    with as_house():
        item = EvidenceItem.objects.get(incident=one)
        Incident.objects.filter(pk=one.pk).update(keep_until=timezone.localdate())
    page = f"/monitoring/incidents/{one.pk}/"
    mine, other, above = signed_in(inspector), signed_in(lead), signed_in(boss)
    assert mine.post(f"{page}erase/", {"why": "wish"}).status_code == 409
    assert mine.post(f"{page}erase/", {"why": "time"}).status_code == 302
    assert f"{page}erase/agree/" in other.get(page).content.decode()
    assert f"{page}erase/agree/" not in mine.get(page).content.decode()
    assert one.code in other.get("/monitoring/incidents/").content.decode()
    assert other.post(f"{page}erase/agree/", {"sure": ""}).status_code == 422
    assert other.post(f"{page}erase/agree/", {"sure": "on"}).status_code == 302
    for reader in (mine, other):
        shown = reader.get(page)
        assert (shown.status_code, (item.digest or "?") in shown.content.decode()) == (200, True)
    assert above.get(page).status_code == 200
    for of_the_team in (item.digest or "", "Asked by", "it was kept its time"):
        assert of_the_team not in above.get(page).content.decode()
    for gone in (f"{page}change/", f"{page}erase/", f"/monitoring/incidents/evidence/{item.pk}/"):
        assert mine.get(gone).status_code == 404
    assert mine.post(f"{page}move/again/").status_code == 404
