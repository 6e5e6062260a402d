"""The pages: who may open which, what stands on them, nonsense beside its field, and queries that do not grow."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.operations.house import as_house
from rihai.monitoring.inspections.models import Inspection
from rihai.monitoring.recommendations import operations
from rihai.monitoring.recommendations.models import InspectionFinding, Recommendation
from tests.conftest import as_owner
from tests.monitoring.world import Desk, signed_in

LONG, NUL, TURNED = "x" * 5000, "a\x00b", "a\u202eb\u2066"


@pytest.fixture
def one(desk: Desk) -> Inspection:
    """A settled visit with a finding and a recommendation, its draft sent."""
    made = desk.settled({"SEP-02": "no"})
    finding = desk.does(operations.write_finding, inspection_id=made.pk, said={"says": "Boys.", "items": ["sep_02"]})
    due = timezone.localdate() + timedelta(days=30)
    said = {"says": "Move them.", "level": "prison", "due_on": due}
    desk.does(operations.recommend, finding_id=finding.pk, said=said)
    desk.does(operations.send_draft, inspection_id=made.pk, answer_by=due)
    return desk.fresh(made)


def status(client: Client, name: str, *args: object) -> int:
    return client.get(reverse(f"monitoring:{name}", args=args)).status_code


def test_each_role_opens_its_own_pages_and_no_others(desk: Desk, one: Inspection) -> None:
    with as_house():
        asked = Recommendation.objects.get()
    lead, official = signed_in(desk.lead), signed_in(desk.official)
    secretary = signed_in(desk.world.worker("committee_secretary", desk.world.province))
    caseworker = signed_in(desk.world.worker("caseworker", desk.world.naya_bagh))
    pages: dict[str, tuple[tuple[object, ...], tuple[int, int, int, int]]] = {
        "index": ((), (200, 200, 200, 404)),
        "compare": ((), (200, 200, 200, 404)),
        "recommendations": ((), (200, 200, 200, 404)),
        "inspection": ((one.pk,), (200, 200, 404, 404)),
        "figures": ((one.pk,), (200, 200, 404, 404)),
        "prison": ((one.place_id,), (200, 200, 404, 404)),
        "recommendation": ((asked.pk,), (200, 200, 404, 404)),
        "settle": ((one.pk,), (200, 404, 404, 404)),
        "plan": ((), (200, 404, 404, 404)),
        "mandate": ((), (200, 404, 404, 404)),
        "link": ((one.pk,), (200, 404, 404, 404)),
        "assess": ((), (404, 200, 404, 404)),
        "respond": ((asked.pk,), (404, 200, 404, 404)),
        "answer": ((asked.finding_id,), (404, 200, 404, 404)),
        "instrument": ((), (200, 200, 200, 200)),
    }
    got = {
        name: tuple(status(who, name, *args) for who in (lead, official, secretary, caseworker))
        for name, (args, _wanted) in pages.items()
    }

    assert got == {name: wanted for name, (_args, wanted) in pages.items()}


def test_the_page_names_failures_shows_four_things_an_area_and_gives_no_mark(desk: Desk, one: Inspection) -> None:
    text = signed_in(desk.lead).get(reverse("monitoring:inspection", args=[one.pk])).content.decode()

    assert "Is everyone under 18 held apart from adults" in text
    assert "no overall mark is given" in text
    assert "Serious concern" in text
    assert "Move them." in text


def test_nonsense_stands_beside_its_field(desk: Desk, one: Inspection) -> None:
    lead, official = signed_in(desk.lead), signed_in(desk.official)
    with as_house():
        finding, asked = InspectionFinding.objects.get(), Recommendation.objects.get()
    plan = desk.plan()
    forms: list[tuple[Client, str, tuple[object, ...], dict[str, Any]]] = [
        (lead, "mandate", (), {"title": NUL, "body": LONG, "basis": TURNED, "started_on": "99/99/9999"}),
        (lead, "plan", (), {"place": "1e99", "form_id": NUL, "round": "all", "planned_on": "tomorrow", "mandate": "x"}),
        (lead, "team", (plan.pk,), {"account": "nobody", "name": LONG, "part": "king"}),
        (lead, "visit", (plan.pk,), {"version": "9" * 40, "access": "maybe", "arrived_at": "2026-99-99T99:99"}),
        (lead, "lot", (plan.pk,), {"what": TURNED, "list_size": "9" * 40, "wanted": "-1"}),
        (lead, "give-up", (plan.pk,), {"why": NUL}),
        (lead, "finding-new", (one.pk,), {"says": LONG, "items": [NUL, "res_01"]}),
        (lead, "recommend", (finding.pk,), {"says": LONG, "level": "god", "due_on": "31/02/2026"}),
        (lead, "link", (one.pk,), {"authority": LONG, "days": "9" * 40}),
        (official, "answer", (finding.pk,), {"says": LONG}),
        (official, "respond", (asked.pk,), {"kind": "sure", "says": NUL, "promised_on": "soon"}),
        (official, "assess", (), {"place": "0", "form_id": "x", "round": "y"}),
    ]
    got = {
        name: who.post(reverse(f"monitoring:{name}", args=args), said).status_code for who, name, args, said in forms
    }

    assert set(got.values()) == {422}, got


def test_two_who_edit_a_visit_see_the_difference(desk: Desk) -> None:
    plan, lead = desk.plan(), signed_in(desk.lead)
    address = reverse("monitoring:visit", args=[plan.pk])
    said = {"version": "1", "is_announced": "no", "access": "free", "access_says": ""}
    first = lead.post(address, {**said, "initial-access": "", "initial-is_announced": ""})
    late = {**said, "access": "late", "initial-access": "", "initial-is_announced": "", "initial-access_says": ""}
    second = lead.post(address, late)

    assert first.status_code == 302
    assert second.status_code in {409, 422}
    assert desk.fresh(plan).access == "free"


def test_pages_ask_as_often_for_many_as_for_few(desk: Desk, one: Inspection) -> None:
    lead = signed_in(desk.lead)
    pages = [reverse(f"monitoring:{name}") for name in ("index", "compare", "recommendations")]
    pages += [reverse("monitoring:prison", args=[one.place_id]), reverse("monitoring:inspection", args=[one.pk]), "/"]

    def asked() -> dict[str, int]:
        found = {}
        for address in pages:
            lead.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert lead.get(address).status_code == 200
            found[address] = len([each for each in queries if "set_config" not in each["sql"]])
        return found

    few = asked()
    with as_owner():
        _multiply(one)
    many = asked()

    assert {address: (few[address], many[address]) for address in pages if many[address] > few[address]} == {}


def _multiply(one: Inspection) -> None:
    """Twelve more like it: rows as they stand, for nothing but their number counts here."""
    with as_house():
        settled, findings = list(one.settled.all()), list(one.findings.all())
        asked = list(Recommendation.objects.all())
        for number in range(2, 14):
            one.pk, one.number, one._state.adding = None, one.number + 1, True
            one.pk = type(one)._meta.pk.get_default()
            one.save()
            for row in settled:
                row.pk, row.inspection_id, row._state.adding = type(row)._meta.pk.get_default(), one.pk, True
            type(settled[0]).objects.bulk_create(settled)
            for finding, each in zip(findings, asked, strict=True):
                finding.pk, finding.inspection_id, finding._state.adding = (
                    type(finding)._meta.pk.get_default(), one.pk, True,
                )  # fmt: skip
                finding.save()
                each.pk, each.finding_id, each.code, each._state.adding = (
                    type(each)._meta.pk.get_default(), finding.pk, f"{number}.1", True,
                )  # fmt: skip
                each.save()
