"""The desk's pages of a person's own record in Chromium: accessible, in both directions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.people.world import NOON, make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("PEOPLE_SHOTS", "")


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_desk_finds_and_prints_in_both_languages(transactional_db: None, open_page: Opener, language: str) -> None:
    world = make_world()
    clerk, officer = world.worker("records_officer", world.gulzar), world.worker("data_protection_officer", None)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
    Account.objects.filter(pk=officer.pk).update(language=language)
    page = open_page(language=language, account=officer)
    for at, address in enumerate(
        [reverse("accounts:desk"), reverse("accounts:extracts"), reverse("accounts:extract", args=[person.pk])]
    ):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"desk{at}.{language}.{width}.png"), full_page=True)
