"""The pages of incidents in Chromium: accessible, without sideways scroll, in both languages."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.monitoring.evidence import operations as keep
from rihai.monitoring.evidence.models import EvidenceItem
from rihai.monitoring.examinations import operations as exam
from rihai.monitoring.examinations.models import Examination
from rihai.monitoring.incidents import operations as act
from rihai.monitoring.incidents.models import Incident, Intervention
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.monitoring.incidents.cast import answered, consented, planned, who, written
from tests.people.world import World, make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")


@dataclass
class Shown:
    """A sealed incident with everything on it, and who leads its team."""

    world: World
    inspector: Account
    one: Incident
    step: Intervention
    item: EvidenceItem
    exam: Examination


@pytest.fixture
def shown(transactional_db: None) -> Shown:
    """An incident on whose page everything stands."""
    world = make_world()
    inspector, lead = world.worker("monitor", world.gulzar), world.worker("safeguarding_lead", None)
    written(world, inspector, "E1.1")
    one = written(world, inspector, "T1.1", first_on=timezone.localdate(), spot="Barrack 4", raises=["alone"])
    with acting_as(inspector):
        act.add_member(incident_id=one.pk, account_id=lead.pk, **who(inspector))
        act.write_answers(incident_id=one.pk, version=1, answers={"pain_body": "yes"}, **who(inspector))
        act.add_perpetrator(incident_id=one.pk, said={"kind": "staff", "rank": "Head constable"}, **who(inspector))
        act.add_source(incident_id=one.pk, said={"kind": "family", "words": "“They hung him.”"}, **who(inspector))
        act.add_act(incident_id=one.pk, said={"sub": "T1.2", "says": "Twice"}, **who(inspector))
        answered(planned(one, inspector), inspector, "high")
        step = planned(one, inspector, "letter")
        consented(one, inspector, "exam")
        told = {"what": "A note", "captured_at": timezone.now(), "captured_by": "He", "how": "At the gate"}
        item = keep.take_in(
            incident_id=one.pk, content=b"The wall of cell 4\n", name="wall.txt", said=told, **who(inspector)
        )
        seen = {
            "victim": one.victims.get().pk,
            "protocol": "monitor",
            "done_on": timezone.localdate(),
            "told": "My arm",
        }
        made = exam.write_examination(incident_id=one.pk, said=seen, **who(inspector))
        for mark in (
            {"region": "wrist", "side": "left", "view": "front", "lesion": "graze", "length": 30, "alleged": "Rope"},
            {"region": "upper_back", "side": "right", "view": "back", "lesion": "bruise", "colour": "blue"},
        ):
            exam.add_mark(examination_id=made.pk, said=mark, **who(inspector))
    return Shown(world, inspector, one, step, item, made)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_pages_are_accessible_in_both_languages(shown: Shown, open_page: Opener, language: str) -> None:
    Account.objects.filter(pk=shown.inspector.pk).update(language=language)
    page = open_page(language=language, account=shown.inspector)
    _look(page, language, "1-incident", reverse("monitoring:incident", args=[shown.one.pk]))
    _look(page, language, "2-examination", reverse("monitoring:examination", args=[shown.exam.pk]))
    if SHOTS:
        one = shown.one.pk
        for name, address in (
            ("3-list", reverse("monitoring:incidents")), ("4-new", reverse("monitoring:incident-new")),
            ("5-evidence", reverse("monitoring:evidence", args=[shown.item.pk])),
            ("6-risk", reverse("monitoring:step-risk", args=[shown.step.pk])),
            ("7-step", reverse("monitoring:incident-step", args=[one])),
            ("8-questions", reverse("monitoring:incident-questions", args=[one])),
            ("9-consent", reverse("monitoring:incident-consent", args=[one])),
            ("10-examine", reverse("monitoring:examine", args=[one, "monitor"])), ("11-work", "/"),
            ("12-take-in", reverse("monitoring:incident-evidence", args=[one])),
        ):  # fmt: skip
            _look(page, language, name, address)


def _look(page: Page, language: str, name: str, address: str) -> None:
    look_at(page, address, language=language)
    for width in (1280, 375) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{language}.{width}.png"), full_page=True)
