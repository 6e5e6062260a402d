"""The pages of phones, paper and samples in Chromium: accessible, without sideways scroll, in both directions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from rihai.accounts.acting import acting_as
from rihai.instruments.models import Device, Received, Stage
from rihai.instruments.operations import publish, take_in
from rihai.instruments.operations.samples import draw_sample
from rihai.instruments.shipped import FORMS, build
from tests.browser.chromium import Opener
from tests.browser.looking import look_at, look_over
from tests.people.world import NOON, make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("INSTRUMENTS_SHOTS", "")
XML = (
    '<data id="prisoner_profile" version="1"><agrees>yes</agrees><alone>yes</alone><who><sex>female</sex><age>31</age>'
    "</who><risk>no</risk><meta><instanceID>uuid:12345678</instanceID></meta></data>"
)


def taken(page: Page, name: str, language: str) -> None:
    """A picture, where somebody wants to look."""
    for width in (375, 1280) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{language}.{width}.png"), full_page=True)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_pages_of_the_field_hold(transactional_db: None, open_page: Opener, language: str) -> None:
    world = make_world()
    admin, worker = world.worker("administrator", None), world.worker("caseworker", world.gulzar)
    with acting_as(admin, NOON):
        source = (FORMS / "prisoner_profile.yaml").read_text(encoding="utf-8")
        version = take_in(build(source), name="f.xlsx", actor=admin, at=NOON)
        publish(version_id=version.pk, actor=admin, at=NOON)
    with acting_as(worker, NOON):
        person = world.enter(worker)
        sample = draw_sample(
            place=world.gulzar, form_id="prisoner_profile", wanted=1, reserves=0, actor=worker, at=NOON
        )  # fmt: skip
        device = Device.objects.create(account=worker, name="Old Nokia", called="phone-1", digest="x", made_at=NOON)
        came = Received.objects.create(
            instance_id="uuid:12345678", instrument_id=version.instrument_id, version=version, author=worker,
            device=device, digest="x", xml=XML, stage=Stage.WAITING, why="nobody", first_at=NOON, last_at=NOON,
        )  # fmt: skip
    page = open_page(language=language, account=worker)
    fill = ["people.person", "prisoner_profile", person.pk]
    pages = {
        "phones": reverse("instruments:phones"), "received": reverse("instruments:received", args=[came.pk]),
        "typed": reverse("instruments:type", args=fill), "samples": reverse("instruments:samples"),
        "draw": reverse("instruments:sample-draw"), "sample": reverse("instruments:sample", args=[sample.pk]),
        "mine": reverse("instruments:mine"), "fill": reverse("instruments:fill", args=fill),
    }  # fmt: skip
    for name, address in pages.items():
        look_at(page, address, language=language)
        taken(page, name, language)
    page.locator(f"form[action$='{reverse('instruments:code', args=fill)}'] button").click()
    page.locator(".about-code").wait_for()
    look_over(page, language=language)
    taken(page, "code", language)
    page.goto(reverse("instruments:phone-new"))
    page.locator("[name=name]").fill("Old Nokia")
    page.locator("main form button.btn-primary").click()
    page.locator(".phone-picture").wait_for()
    look_over(page, language=language)
    taken(page, "let_in", language)
