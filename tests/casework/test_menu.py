"""What the menu offers somebody is theirs to open."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from rihai.casework.offers import OFFERS
from rihai.kit.offers import Navigation
from tests.people.world import make_world

ROLES = ("mentor", "mentor_coordinator", "caseworker", "health_worker", "survivor_counsellor", "supervisor", "lawyer")


@pytest.mark.django_db
def test_every_page_the_menu_names_opens_and_a_mentor_is_shown_nobody_elses_work(client: Any) -> None:
    world = make_world()
    shown: dict[str, set[str]] = {}
    for role in (*ROLES, "administrator", "trainer"):
        account = world.worker(role, None if role == "administrator" else world.gulzar)
        client.force_login(account)
        pages = [one for one in OFFERS if isinstance(one, Navigation)]
        mine = {one.url for one in pages if not one.capability or account.may(one.capability)}
        closed = {url for url in mine if client.get(reverse(url)).status_code != 200}
        assert closed == set(), role
        shown[role] = mine
    directories = {"casework:services", "casework:partners", "casework:employers"}
    assert shown["administrator"] == directories, "what is ordinary is everybody's"
    assert shown["mentor"] == directories | {"casework:mentor-mine", "casework:duty"}, "duty says what to do, not why"
