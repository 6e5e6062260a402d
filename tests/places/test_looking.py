"""The pages as they stand in a browser: accessible, in both directions, never wider than the screen."""

from __future__ import annotations

import pytest

from rihai.accounts.models import Account
from rihai.demo.places import make_places
from rihai.places.models import Permit, Place
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.places.conftest import account
from tests.places.world import AT


@pytest.fixture
def world(transactional_db: None) -> Account:
    make_places(at=AT)
    return account("administrator")


def addresses() -> list[str]:
    place = Place.objects.get(code="demo-prison-darya-kot")
    asked = Permit.objects.filter(place=place, state="asked").get()
    of_place = [f"/places/{place.pk}/{rest}" for rest in ("", "change/", "count/")]
    return ["/places/", "/places/map/", *of_place, f"/places/leave/{asked.pk}/", f"/places/leave/{asked.pk}/answer/"]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_of_the_room_can_be_read_by_everybody(open_page: Opener, world: Account, language: str) -> None:
    Account.objects.filter(pk=world.pk).update(language=language)
    page = open_page(language=language, account=world)

    for address in addresses():
        look_at(page, address, language=language)
