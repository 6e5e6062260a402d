"""The pages: what they show and to whom, what they refuse, two who write at once, and how much they ask."""

from __future__ import annotations

import uuid
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.models import FollowUp, MayBeTold, PlanPoint, ReleasePlan
from rihai.kit.exports import ExportSheet
from rihai.kit.offers import Export, SubjectExtract, offered
from tests.casework.aftercare.cast import Desk
from tests.screening.cast import keep, woman

pytestmark = pytest.mark.django_db
NASTY = ("x" * 5000, "a\x00b", "\u202eevil", "9" * 2000)


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[1])
    return client


def _at(name: str, *args: Any) -> str:
    return reverse(f"casework:{name}", args=args)


def test_a_plan_is_taken_made_and_followed_on_its_pages(desk: Desk) -> None:
    client, plan, today = client_of(desk.worker), desk.plan, desk.today.isoformat()
    assert desk.person.full_name in client.get(_at("release-plans") + "?tab=nobody").content.decode()
    assert "The plan is yours" in client.post(_at("release-take", plan.pk), follow=True).content.decode()
    point = {"state": "done", "evidence": "card seen", "version": 0}
    assert "card seen" in client.post(_at("release-point", plan.pk, "papers"), point, follow=True).content.decode()
    gate = {"gate_by": "family", "contact": "yes", "safe_way": "after five", "call_number": "042-9000000", "version": 2}
    page = client.post(_at("release-gate", plan.pk), gate, follow=True).content.decode()
    assert "after five" in page
    told = {"who": "Amna Namoona", "said_how": "alone", "said_on": today}
    assert "Amna Namoona" in client.post(_at("release-tell", plan.pk), told, follow=True).content.decode()
    meeting = {"held_on": today, "came_herself": "yes", "decisions": "The family waits at nine."}
    assert "waits at nine" in client.post(_at("release-meeting", plan.pk), meeting, follow=True).content.decode()
    desk.leaves()
    assert "At the gate" in client.get(_at("release-met", plan.pk)).content.decode()
    row = desk.followup("h72")
    said: dict[str, Any] = {
        "outcome": "reached",
        "on": today,
        "roof": "safe",
        "safe": "yes",
        "version": 1,
        "note": "glad",
    }
    page = client.post(_at("follow-up", row.pk), said, follow=True).content.decode()
    assert "glad" in page
    person = client.get(reverse("people:person", args=[desk.person.pk])).content.decode()
    assert "Release plan begun" in person
    assert "To be asked after" in person


def test_of_two_who_write_the_second_is_shown_the_difference(desk: Desk) -> None:
    plan = desk.plan
    first = {"gate_by": "family", "gate_name": "Amna", "version": plan.version}
    client_of(desk.worker).post(_at("release-gate", plan.pk), first)
    chief = client_of(desk.world.worker("supervisor", desk.world.gulzar))
    second = {"gate_by": "ours", "gate_name": "Hina", "version": plan.version, "initial-gate_by": ""}
    page = chief.post(_at("release-gate", plan.pk), {**second, "initial-gate_name": ""})
    assert page.status_code in {409, 422}
    assert "Somebody changed this while you wrote" in page.content.decode()
    assert "Amna" in page.content.decode()
    assert desk.plan.gate_name == "Amna"


@pytest.mark.parametrize("text", NASTY)
def test_what_nobody_means_to_write_is_refused_beside_the_field(desk: Desk, text: str) -> None:
    plan, sister = desk.settled(), desk.relation()
    client = client_of(desk.worker)
    with as_house():
        FollowUp.objects.create(
            plan=plan, person=desk.person, made_for=desk.person.pk, interval="h72", due_on=desk.today
        )
    names = (
        "state", "evidence", "owner", "due_on", "planned_on", "gate_by", "gate_name", "safe_way", "call_number", "who",
        "tie", "said_how", "said_on", "held_on", "where", "decisions", "came_herself", "came_family", "kind", "at_time",
        "officer", "outcome", "on", "note", "again_on", "name", "born_year", "how", "wants", "may_know", "ways", "whom",
        "travel", "to", "version", "met", "why", "contact",
    )  # fmt: skip
    form = dict.fromkeys(names, text)
    pages = [
        _at("release-point", plan.pk, "papers"), _at("release-gate", plan.pk), _at("release-tell", plan.pk),
        _at("release-meeting", plan.pk), _at("release-give", plan.pk), _at("officer-day-new", plan.pk),
        _at("follow-up", desk.followup("h72").pk), _at("family-tie", sister.pk),
        _at("family-child-new", desk.person.pk), _at("family-contact-new", desk.person.pk), _at("release-met", plan.pk),
        _at("release-end", plan.pk),
    ]  # fmt: skip
    for page in pages:
        assert client.post(page, form).status_code in {409, 422}, page
    assert client.get(_at("release-plans"), {"tab": text, "after": text}).status_code == 200


def test_the_wrong_worker_finds_nothing_and_nothing_is_told_of_it(desk: Desk) -> None:
    plan, sister = desk.plan, desk.relation()
    stranger = client_of(desk.world.worker("caseworker", desk.world.naya_bagh))
    lawyer = client_of(desk.world.worker("lawyer", desk.world.gulzar))
    addresses = [
        _at("release-plan", plan.pk), _at("release-point", plan.pk, "papers"), _at("release-gate", plan.pk),
        _at("release-paper", plan.pk), _at("family", desk.person.pk), _at("family-tie", sister.pk),
    ]  # fmt: skip
    for client in (stranger, lawyer):
        for address in (*addresses, _at("release-plan", uuid.uuid4())):
            assert client.get(address).status_code == 404, address
        assert desk.person.full_name not in client.get(_at("release-plans")).content.decode()
    assert client_of(desk.worker).get(_at("release-point", plan.pk, "nothing")).status_code == 404


def test_the_page_for_her_is_one_sheet_in_both_languages_that_names_no_prison(desk: Desk) -> None:
    desk.settled()
    plan = desk.leaves()
    answer = client_of(desk.worker).get(_at("release-paper", plan.pk))
    reader = PdfReader(BytesIO(answer.content))
    text = "".join(one for one in reader.pages[0].extract_text() if not "\u202a" <= one <= "\u202e")
    assert len(reader.pages) == 1
    assert "042-9000000" in text
    assert "Help is free" in text
    assert not any(word in text for word in ("Prison", "489", "after five", "Parveen"))


def test_a_list_asks_as_much_of_many_plans_as_of_few(desk: Desk) -> None:
    client = client_of(desk.worker)
    counts = []
    for more in (2, 6):
        with acting_as(desk.worker):
            for at in range(more):
                keep(woman(timezone.localdate(), full_name=f"Sana Farzi {more} {at}"), desk.world.gulzar, desk.worker)
        client.get(_at("release-plans"))
        with CaptureQueriesContext(connection) as asked:
            client.get(_at("release-plans"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_exports_and_her_own_extract_hold_what_they_should_and_no_safe_way(desk: Desk) -> None:
    desk.settled()
    desk.leaves()
    chief = desk.world.worker("supervisor", desk.world.gulzar)
    with acting_as(chief):
        for name in ("casework.release_plans", "casework.followups"):
            export = next(one for one in offered(Export) if one.name == name)
            sheet = export.sheet(chief, {"tab": "after"}, "en")
            assert isinstance(sheet, ExportSheet)
            text = str(list(sheet.rows))
            assert (export.count(chief, {"tab": "after"}) > 0, desk.person.full_name in text) == (True, True)
            assert "0300" not in text
    mine = next(one for one in offered(SubjectExtract) if one.name == "casework.aftercare").of(desk.person.pk)
    assert "after five" in str(mine)


def test_telling_and_taking_back_by_the_buttons(desk: Desk) -> None:
    plan, client = desk.settled(), client_of(desk.worker)
    form = {"who": "Amna", "said_how": "alone", "said_on": desk.today.isoformat()}
    client.post(_at("release-tell", plan.pk), form)
    with as_house():
        row = MayBeTold.objects.get()
    page = client.post(_at("release-told", row.pk) + f"?plan={plan.pk}", follow=True).content.decode()
    assert "still to come and written in the plan" in page
    page = client.post(_at("release-told", row.pk), {"back": "1"}, follow=True).content.decode()
    assert "Nobody is told any more" in page
    with as_house():
        assert (PlanPoint.objects.count(), ReleasePlan.objects.count()) == (0, 1)
