"""What the menu offers somebody is theirs to open."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from rihai.accounts.roles import ROLES as KNOWN
from rihai.casework.offers import OFFERS
from rihai.kit.offers import Navigation, offered
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


def test_whoever_sees_people_one_by_one_finds_no_list_that_would_be_empty() -> None:
    lists = {
        "legal:releases", "legal:held-past", "legal:lost", "screening:who", "screening:inside", "screening:alerts",
        "screening:risk", "screening:missing", "screening:lost",
    }  # fmt: skip
    shown = {
        role: {
            one.url for one in offered(Navigation) if not one.capability or one.capability in KNOWN[role].capabilities
        }
        for role in ("mentor", "monitor", "safeguarding_lead", "partner", "mentor_coordinator", "caseworker")
    }
    assert {role for role, pages in shown.items() if pages & lists} == {"mentor_coordinator", "caseworker"}
    assert lists <= shown["caseworker"]
    assert {"people:index", "casework:mentor-mine"} <= shown["mentor"]
    assert all(one.group for one in OFFERS if isinstance(one, Navigation)), "a heading for each, or the menu is a wall"
