"""Story 4: a boy is found among adults: flag, incident, recommendation, moved, verified at the next visit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.monitoring.incidents.models import Incident, Intervention
from rihai.monitoring.recommendations import operations as loop
from rihai.monitoring.recommendations.models import Recommendation
from rihai.people.models import Person
from rihai.people.operations.custody import transfer_person
from rihai.screening.operations.screening import screen_people
from tests.monitoring.world import Desk, signed_in

pytestmark = pytest.mark.django_db


def test_a_boy_among_adults_is_flagged_written_down_recommended_moved_and_verified(desk: Desk) -> None:
    world, boss = desk.world, desk.world.worker("supervisor", desk.world.province)
    clerk, borstal = world.worker("records_officer", world.province), world.gulzar
    with acting_as(clerk):
        boy = world.enter(
            clerk, world.naya_bagh, full_name="Chota Farzi", relation_to_named="son_of", sex="male", pregnant=None,
            date_of_birth=f"{timezone.localdate() - timedelta(days=15 * 365):%Y-%m-%d}", cnic=None,
            held_with_adults=True,
        )  # fmt: skip
        screen_people([boy.pk], at=timezone.now())
    # See: the flag stands at his name.
    client = signed_in(boss)
    risk = client.get(reverse("screening:risk"), {"group": "juvenile"}).content.decode()
    assert "Chota Farzi" in risk
    # Act: from his page the incident; its clocks run, he is one degree graver.
    assert client.post(reverse("monitoring:incident-new"), {"person": boy.pk, "begin": "1"}).status_code == 200
    told = {
        "person": boy.pk, "called": "The boy of barrack 2", "sub": "C1.1", "place": world.naya_bagh.pk, "basis": "seen",
        "happened": "He sleeps among grown men.", "raises": ["child"],
    }  # fmt: skip
    assert client.post(reverse("monitoring:incident-new"), told).status_code == 302
    with as_house():
        one = Incident.objects.get()
        clocks = {str(clock.what): clock for clock in one.clocks.all()}
    assert (one.severity, sorted(clocks), one.is_sealed) == ("s1", ["moved", "notify", "safety"], False)
    assert one.code in client.get(reverse("people:person", args=[boy.pk])).content.decode()

    def send(name: str, pk: Any, **said: Any) -> None:
        assert client.post(reverse(f"monitoring:{name}", args=[pk]), said).status_code == 302, name

    # A visit of the same day recommends it: the inspector joins, asks about reprisal, a second decides for the child.
    visit = desk.settled({"SEP-02": "no"})
    inspector = signed_in(desk.lead)
    inspector.post(reverse("monitoring:incident-move", args=[one.pk, "join"]))
    due = f"{timezone.localdate() + timedelta(days=2):%d/%m/%Y}"
    step = {"kind": "recommend", "receiver": "Head of the prison", "told": "Move every boy today.", "ground": "child",
            "second": boss.pk, "owner": desk.lead.pk, "due_on": due}  # fmt: skip
    assert inspector.post(reverse("monitoring:incident-step", args=[one.pk]), step).status_code == 302
    with as_house():
        planned = Intervention.objects.get()
    recommend = reverse("monitoring:step-recommend", args=[planned.pk])
    asked = {"inspection": visit.pk, "finding": "A boy sleeps among adults.", "says": "Move every boy today.",
             "level": "prison", "due_on": due, "version": 1}  # fmt: skip
    refused = inspector.post(recommend, asked)
    assert (refused.status_code, Recommendation.objects.count()) == (409, 0)
    assert "Ask about reprisal first" in refused.content.decode()
    said = {"risk": "some", "risk_says": "The bosses", "risk_done": "Moved first, asked later", "version": 1}
    assert inspector.post(reverse("monitoring:step-risk", args=[planned.pk]), said).status_code == 302
    send("step-agree", planned.pk)
    assert inspector.post(recommend, {**asked, "version": 3}).status_code == 302
    with as_house():
        made = Recommendation.objects.select_related("finding").get()
    assert "Farzi" not in made.says + made.finding.says
    desk.does(loop.send_draft, inspection_id=visit.pk, answer_by=timezone.localdate() + timedelta(days=7))
    desk.does(loop.answer_finding, by=desk.official, finding_id=made.finding_id, says="He is being moved.")
    desk.does(loop.make_final, inspection_id=visit.pk)
    # He is moved; the clock is stopped by that, and he is not among adults any more.
    with acting_as(clerk):
        version = Person.objects.get(pk=boy.pk).version
        transfer_person(
            person_id=boy.pk, version=version, place=borstal, on=timezone.localdate(), actor=clerk, at=timezone.now()
        )
    for what in ("safety", "moved", "notify"):
        send("incident-clock", clocks[what].pk, how="done", says="He is at the borstal since noon.")
    # The next visit starts with it and finds it kept: the incident says so once its draft is sent.
    desk.day = 40
    after = desk.settled({})
    desk.does(loop.verify, recommendation_id=made.pk, inspection_id=after.pk, outcome="kept", seen="No boy there.")
    desk.does(loop.write_finding, inspection_id=after.pk, said={"says": "No boy sleeps among adults.", "items": []})
    desk.does(loop.send_draft, inspection_id=after.pk, answer_by=timezone.localdate(desk.at) + timedelta(days=7))
    shown = client.get(reverse("monitoring:incident", args=[one.pk])).content.decode()
    assert f"{made.code}" in shown
    assert "carried out" in shown
