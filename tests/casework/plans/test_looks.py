"""The pages of plans in Chromium, in both languages: accessible, without sideways scroll, right for a phone."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.plans.models import AtOnce
from rihai.casework.plans.operations import FirstSaid, end_step, record_first_days, take_assessment
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.casework.plans.office import make_desk

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("PLAN_SHOTS", "")


@pytest.fixture
def furnished(transactional_db: None) -> tuple[Account, list[str], list[str]]:
    """A plan with everything on it, a talk, a call; the addresses that are looked at, and those shot besides."""
    desk = make_desk()
    day = timedelta(days=1)
    for days in (100, 1):
        said = {"family": {"level": 3, "words": "میرے بچے"}, "work": {"level": 2 if days == 1 else 1, "priority": 1}}
        desk.do(take_assessment, person_id=desk.nargis.pk, asked_on=desk.today - days * day, said=said)
    plan = desk.plan()
    goal = desk.goal(plan, "میں ہر ہفتے اپنے بچوں سے بات کرنا چاہتی ہوں", need_id=desk.need(plan).pk)
    desk.need(plan, "health", desk.health)
    step = desk.step(goal)
    desk.step(goal, kind="visit", owned_by="family", owner_name="her mother", due_on=desk.today)
    ended = desk.step(goal, kind="letter", what="")
    desk.do(end_step, step_id=ended.pk, version=1, outcome="done", on=desk.today, note="Posted.")
    told = FirstSaid(asked_on=desk.today, children_home=2, children_tonight="no", call_home="made", self_harm="yes")
    desk.do(record_first_days, person_id=desk.nargis.pk, said=told)
    with as_house():
        call = AtOnce.objects.get()
    looked = [
        reverse("casework:plan", args=[plan.pk]), reverse("casework:first-days-of", args=[desk.nargis.pk]),
        reverse("casework:step-new", args=[goal.pk]), reverse("casework:assessments", args=[desk.nargis.pk]),
    ]  # fmt: skip
    besides = [
        reverse("casework:plans"), reverse("casework:call", args=[call.pk]), reverse("casework:first-days"),
        reverse("casework:plan-history", args=[plan.pk]), reverse("casework:need-new", args=[plan.pk]),
        reverse("casework:step-end", args=[step.pk]), reverse("casework:plan-paper", args=[plan.pk]),
        reverse("people:person", args=[desk.nargis.pk]), reverse("casework:plan-review", args=[plan.pk]),
    ]  # fmt: skip
    return desk.amina, looked, besides


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(
    furnished: tuple[Account, list[str], list[str]], open_page: Opener, language: str
) -> None:
    worker, looked, besides = furnished
    Account.objects.filter(pk=worker.pk).update(language=language)
    page = open_page(language=language, account=worker)
    for at, address in enumerate([*looked, *besides] if SHOTS else looked):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)
