"""The pages of briefings, targets, plans and challenges in Chromium: accessible, in both languages, at three widths."""

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
from rihai.coordination.briefing import operations as briefing
from rihai.coordination.briefing.models import BriefingLine
from rihai.coordination.challenges import operations as challenges
from rihai.coordination.plans import operations as plans
from rihai.coordination.targets import operations as targets
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.coordination.planning.world import BAIL, TODAY, Desk, counted, make_desk

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")
MORE = (
    "briefings", "briefing-new", "targets", "target-new", "plans", "plan-new", "challenges", "challenge-new", "delay",
)  # fmt: skip
"""Seen when somebody looks for themselves; accessible by the same components."""


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(transactional_db: None, open_page: Opener, language: str) -> None:
    desk = make_desk()
    seen = _story(desk)
    Account.objects.update(language=language)
    page = open_page(language=language, account=desk.secretary)
    for name, args in seen:
        _look(page, language, name, reverse(f"coordination:{name}", args=args))
    if SHOTS:
        for name in MORE:
            _look(page, language, f"{name}-page", reverse(f"coordination:{name}"))
        _look(page, language, "work", "/")
        outside = open_page(language=language)
        _shared(desk, outside, seen[0][1][0], language)


def _story(desk: Desk) -> list[tuple[str, list[Any]]]:
    """A briefing sent and answered, a target that was changed, a plan that is late, a challenge; their addresses."""
    signed = desk.signed()
    said = {"to": "court", "receiver": "Sessions Court", "way": "letter", "answer_by": TODAY + timedelta(days=10)}
    desk.does(briefing.send_part, briefing_id=signed.pk, said=said)
    with as_house():
        line = BriefingLine.objects.get(to="court", code=BAIL)
        for days, number in ((-5, 58), (-3, 61), (0, 66)):
            counted(desk.prison, TODAY + timedelta(days=days), number)
    will = {"kind": "will", "due_on": TODAY, "by_name": "Reader to the Sessions Judge", "says": "On two days."}
    desk.does(briefing.record_answer, line_id=line.pk, said=will)
    goal: dict[str, Any] = {"from_list": TODAY - timedelta(days=7), "goal": 30, "due_on": TODAY + timedelta(days=90)}
    target = desk.does(targets.set_target, place_id=desk.prison.pk, said=goal)
    desk.does(
        targets.revise_target, target_id=target.pk, version=1, said={**goal, "goal": 40}, reason="The judge left"
    )  # fmt: skip
    began = {"institution": "Prison Gulzar", "goal": "Nobody waits for a van", "place": desk.prison, "basis": "",
             "started_on": TODAY, "due_on": None}  # fmt: skip
    plan = desk.does(plans.keep_plan, said=began)
    late = {"says": "A list of dates each Monday", "responsible": "Deputy", "due_on": TODAY - timedelta(days=3)}
    desk.does(plans.add_activity, plan_id=plan.pk, said=late)
    hard = {"title": "Delay", "problem": "It takes months.", "severity": 4, "feasibility": 3, "place": desk.prison,
            "counted": "finding", "counts": BAIL, "review_on": TODAY}  # fmt: skip
    challenge = desk.does(challenges.keep_challenge, said=hard)
    return [
        ("briefing", [signed.pk]), ("target", [target.pk]), ("challenge", [challenge.pk]), ("instead", []),
        *([("plan", [plan.pk])] if SHOTS else []),
    ]  # fmt: skip


def _shared(desk: Desk, page: Page, signed: Any, language: str) -> None:
    """The receiver's link, before and after its code."""
    said = {"to": "prison", "receiver": "Superintendent", "way": "link", "answer_by": TODAY + timedelta(days=400)}
    _made, secrets = desk.does(briefing.send_part, briefing_id=signed, said=said)
    assert secrets is not None
    _look(page, language, "shared", reverse("coordination:briefing-shared", args=[secrets.secret]))
    page.locator("input[name=pin]").fill(secrets.pin)
    page.locator("main button").click()
    page.locator("input[name=by_name]").wait_for()
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"shared-open.{language}.{width}.png"), full_page=True)


def _look(page: Page, language: str, name: str, address: str) -> None:
    look_at(page, address, language=language)
    for width in (1280, 375) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{language}.{width}.png"), full_page=True)
