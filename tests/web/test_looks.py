"""The pages of the door and of keys in Chromium: accessible, without sideways scroll, in both directions."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, ApiKey
from rihai.accounts.operations import notify
from rihai.kit import offers
from rihai.kit.offers import Worklist, WorkRow
from tests.browser.chromium import Opener
from tests.browser.looking import look_at, look_over
from tests.people.world import World, make_world
from tests.web.api import key_of

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("WEB_SHOTS", "")


@pytest.fixture
def busy(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> tuple[World, Account]:
    """Somebody with more work than a day holds, a notice, and keys."""
    world = make_world()
    chief = world.worker("supervisor", world.gulzar)
    chief.postings.create(role="administrator", started_on=timezone.localdate() - timedelta(days=9))
    for days in (300, 9):
        key_of(chief, "people.read", "findings.read", days=days)
    with acting_as(chief):
        ApiKey.objects.filter(account=chief).update(last_used_on=timezone.localdate())
    notify([chief.pk], "glass.to_review", at=timezone.now())

    def waiting(_actor: Any, on: Any) -> list[WorkRow]:
        return [
            WorkRow(
                who=f"District Prison {number}", url="/", why="Our leave to work there ends.", where="Wadi",
                due_on=on + timedelta(days=number - 15), status="overdue" if number < 15 else "not_yet",
                word="Overdue" if number < 15 else "Coming", act="Ask for it anew",
            )
            for number in range(40)
        ]  # fmt: skip

    gathered = (*offers.gathered(), Worklist(name="x", title="Leave to work", rows=waiting))
    monkeypatch.setattr(offers, "gathered", lambda: gathered)
    return world, chief


def shoot(page: Any, name: str) -> None:
    """Pictures for human eyes, where a folder for them is named."""
    for width in (1280, 375) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"{name}.{width}.png"), full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_of_the_door_is_accessible_in_both_languages(
    busy: tuple[World, Account], open_page: Opener, language: str
) -> None:
    _world, chief = busy
    Account.objects.filter(pk=chief.pk).update(language=language)
    with acting_as(chief):
        key = ApiKey.objects.filter(account=chief).latest("made_at")
    page = open_page(language=language, account=chief)
    addresses = [
        reverse("home"), reverse("api"), reverse("help"), reverse("help-topic", args=["take-in-a-census"]),
        reverse("accounts:keys"), reverse("accounts:all-keys"), reverse("accounts:end-key", args=[key.pk]),
        reverse("accounts:new-key"),
    ]  # fmt: skip

    for number, address in enumerate(addresses):
        look_at(page, address, language=language)
        shoot(page, f"{number:02}.{language}")
    page.locator("#id_name").fill("Return of Gulzar")
    page.locator("input[name=scopes]").first.check()
    page.locator("form:has(#id_name) button").last.click()
    page.wait_for_selector("#secret")

    look_over(page, language=language)
    shoot(page, f"made.{language}")
