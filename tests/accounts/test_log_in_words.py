"""The access log says in people's words what was done; the bare name of the act stands beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

import rihai
from rihai.accounts.queries.log import in_words
from tests.accounts.world import make_world
from tests.conftest import as_owner

ROOMS = ("kit", "places", "accounts")
ACT = re.compile(rf'"((?:{"|".join(ROOMS)})\.[a-z]+\.[a-z_]+)"')


def acts() -> set[str]:
    """Every act that these rooms write: what looks like one and is neither a seal nor the name of an offer."""
    paths = [path for room in ROOMS for path in (Path(rihai.__file__).parent / room).rglob("*.py")]
    lines = [line for path in paths for line in path.read_text().splitlines() if "seal" not in line]
    return {act for line in lines for act in ACT.findall(line)}


@pytest.mark.parametrize("act", sorted(acts()))
def test_every_act_has_words_in_both_languages(act: str) -> None:
    english = in_words(act)
    with translation.override("ur"):
        assert english not in {act, in_words(act)}


def test_an_act_without_words_is_said_by_its_name() -> None:
    assert in_words("room.noun.past_tense") == "room.noun.past_tense"


@pytest.mark.django_db
def test_the_log_says_what_was_done_and_the_name_to_search_by() -> None:
    with as_owner():
        world = make_world(["data_protection_officer"])
    client = Client()
    client.force_login(world.accounts["data_protection_officer"])

    page = client.get("/people-here/desk/log/").content.decode()

    assert "Made an account" in page
    assert "accounts.account.made" in page
