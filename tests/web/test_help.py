"""Help stands for each role's main job, in both languages, and leads to pages that are there."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from rihai.accounts.models import Account
from rihai.accounts.roles import GIVEN, ROLES, Where
from rihai.web.help import TOPICS, topics_for
from tests.people.world import World

pytestmark = pytest.mark.django_db
MAIN = {
    "records_officer": "take-in-a-census", "caseworker": "work-the-lists", "lawyer": "who-could-go",
    "health_worker": "find-a-person", "survivor_counsellor": "from-your-role", "supervisor": "guard-somebody",
    "safeguarding_lead": "stand-beside", "mentor_coordinator": "find-a-person", "mentor": "from-your-role",
    "monitor": "from-your-role", "helpline_operator": "break-the-glass", "trainer": "places-and-leave",
    "committee_secretary": "take-tables-out", "programme_manager": "take-tables-out",
    "research_analyst": "take-tables-out", "data_protection_officer": "data-protection-desk",
    "administrator": "who-works-here", "partner": "from-your-role",
}  # fmt: skip
"""The page of help for each role's main job."""


def posted(world: World, role: str) -> Account:
    """Somebody in a role, at a prison where it can be, else in the whole office."""
    return world.worker(role, world.gulzar if Where.PLACE in ROLES[role].where else None)


def test_every_role_finds_help_for_its_main_job_first(world: World) -> None:
    missing = [
        role for role, slug in MAIN.items() if slug not in {one.slug for one in topics_for(posted(world, role))[0]}
    ]

    assert set(MAIN) == set(GIVEN)
    assert missing == []


def test_every_page_of_help_is_open_to_all_and_leads_somewhere(client: Client) -> None:
    for one in TOPICS.values():
        answer = client.get(reverse("help-topic", args=[one.slug]))
        assert answer.status_code == 200
        assert reverse(one.url)
    assert client.get("/help/nothing/").status_code == 404


def test_every_sentence_of_help_is_said_in_urdu_too() -> None:
    texts = [text for one in TOPICS.values() for text in (one.title, one.says, *one.steps, *one.notes)]
    with translation.override("en"):
        english = [str(text) for text in texts]
    with translation.override("ur"):
        same = [said for said, text in zip(english, texts, strict=True) if str(text) == said]

    assert len(texts) > 90
    assert same == []
