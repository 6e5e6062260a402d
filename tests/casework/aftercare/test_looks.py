"""The pages of plans, follow-ups and families in Chromium: accessible, without sideways scroll, both ways."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.models import FollowUp, ReleasePlan
from rihai.casework.aftercare.operations import (
    keep_child,
    keep_tie,
    let_tell,
    list_officer_day,
    record_contact,
    record_follow_up,
    record_meeting,
    record_met,
    set_point,
    wish_contact,
)
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.casework.aftercare.cast import Desk, make_desk, reached

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    """A plan made, a release some days ago, a family."""
    desk = make_desk()
    plan = desk.settled()
    for code, state, evidence in (
        ("papers", "done", "card seen"),
        ("housing", "working", ""),
        ("phone", "unwanted", ""),
    ):
        desk.does(set_point, plan_id=plan.pk, code=code, version=0, state=state, evidence=evidence)
    desk.does(let_tell, plan_id=plan.pk, who="Amna Namoona", said_how="alone", said_on=desk.today)
    came: dict[str, Any] = {"herself": {"came": "yes", "why": ""}, "family": {"came": "no", "why": "fare"}}
    desk.does(
        record_meeting,
        plan_id=plan.pk,
        held_on=desk.today,
        where="visiting room",
        attendance=came,
        decisions="At nine.",
    )
    sister, brother = desk.relation("زینب فرضی"), desk.relation("Waris Farzi", safe=False, kind="brother")
    assert brother.safe_to_contact is False
    desk.does(
        keep_tie, relationship_id=sister.pk, version=0, wants="yes", safe=True, ways="after five", may_know=["well"]
    )
    child = {"name": "بلال", "born_year": 2019, "how": "alone", "where": "Gulistan", "with_whom": "", "note": ""}
    desk.does(keep_child, person_id=desk.person.pk, child_id=None, version=0, said=child)
    for kind in ("visit", "call"):
        desk.kept[kind] = desk.does(wish_contact, relationship_id=sister.pk, kind=kind, wished_on=desk.today)
    failed: dict[str, Any] = {"state": "failed", "failed_why": "money", "on": desk.today}
    desk.does(record_contact, contact_id=desk.kept["visit"].pk, version=1, **failed)
    return desk


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(desk: Desk, open_page: Opener, language: str) -> None:
    Account.objects.filter(pk=desk.worker.pk).update(language=language)
    page = open_page(language=language, account=desk.worker)
    plan = reverse("casework:release-plan", args=[desk.plan.pk])
    _look(page, language, "1-plan", plan)
    _look(page, language, "2-family", reverse("casework:family", args=[desk.person.pk]))
    _look(page, language, "3-point", reverse("casework:release-point", args=[desk.plan.pk, "medicine"]))
    desk.leaves()
    desk.does(record_met, plan_id=desk.plan.pk, version=desk.plan.version, met="yes", note="Parveen")
    row = desk.followup("h72")
    desk.does(record_follow_up, followup_id=row.pk, version=1, outcome="reached", on=desk.today, said=reached())
    due = desk.today + timedelta(days=2)
    said: dict[str, Any] = {"kind": "probation", "due_on": due, "where": "Probation Office Gulistan"}
    desk.does(list_officer_day, plan_id=desk.plan.pk, said=said)
    _look(page, language, "4-follow-up", reverse("casework:follow-up", args=[desk.followup("w1").pk]))
    if SHOTS:
        for name, address in (
            ("5-after", plan), ("6-plans", reverse("casework:release-plans") + "?tab=after"),
            ("7-person", reverse("people:person", args=[desk.person.pk])),
            ("8-gate", reverse("casework:release-gate", args=[desk.plan.pk])),
            ("9-meeting", reverse("casework:release-meeting", args=[desk.plan.pk])),
            ("10-contact", reverse("casework:family-contact", args=[desk.kept["call"].pk])),
            ("11-work", "/"),
        ):  # fmt: skip
            _look(page, language, name, address)
    with as_house():
        assert (ReleasePlan.objects.get().state, FollowUp.objects.exclude(outcome="").count()) == ("after", 1)


def _look(page: Page, language: str, name: str, address: str) -> None:
    look_at(page, address, language=language)
    for width in (1280, 375) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{language}.{width}.png"), full_page=True)
