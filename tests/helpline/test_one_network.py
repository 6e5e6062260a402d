"""Many phones behind one address: somebody who writes or guesses too much shuts out nobody else."""

from __future__ import annotations

import re

import pytest
from django.conf import LazySettings
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone

from rihai.accounts.operations.house import as_house
from rihai.helpline import knocks
from rihai.helpline.models import HelpRequest
from rihai.helpline.requests.operations import send
from rihai.kit.slowed import network
from tests.helpline.line import QUIET, text

pytestmark = pytest.mark.django_db
STEP = {"step": "1", "signs": ["dying"], "what": "She said goodbye."}


def phone(of: str = "2001:db8:7:7::1") -> Client:
    return Client(REMOTE_ADDR=of)


def answered(page: str, *, wrongly: int = 0) -> dict[str, str]:
    """The sum of a page, answered."""
    asked = re.search(r"How much is (\d) and (\d) together", page)
    signed = re.search(r'name="sum_asked" value="([^"]+)"', page)
    assert asked is not None
    assert signed is not None
    return {"sum": str(int(asked[1]) + int(asked[2]) + wrongly), "sum_asked": signed[1]}


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two instead of forty."""
    monkeypatch.setattr(knocks, "LIMITS", {knocks.WRITES: 2, knocks.GUESSES: 2})


def test_a_family_in_a_village_that_writes_too_much_goes_on_with_a_small_sum() -> None:
    for _each in range(2):
        assert phone().post("/helpline/ask/", STEP).status_code == 200
    neighbour = phone("2001:db8:7:7:aaaa::9")  # the same line
    held = neighbour.post("/helpline/ask/", STEP)
    assert held.status_code == 429
    assert "She said goodbye." in text(held), "nothing of it is lost"
    wrong = neighbour.post("/helpline/ask/", STEP | answered(text(held), wrongly=1))
    elsewhere = phone("2001:db8:7:8::1").post("/helpline/ask/", STEP | answered(text(held)))
    assert (wrong.status_code, elsewhere.status_code) == (429, 200), "another line was not held up at all"
    gone_on = neighbour.post("/helpline/ask/", STEP | answered(text(held)))
    assert "Step 2 of 3" in text(gone_on)
    for _each in range(17):
        phone().post("/helpline/ask/", STEP | answered(text(held)))
    stopped = phone().post("/helpline/ask/", STEP | answered(text(held)))
    assert stopped.status_code == 429
    assert "sum_asked" not in text(stopped), "ten times as much, and it says to ring"


def test_who_guesses_keeps_nobody_on_the_same_address_from_their_answer() -> None:
    given = send(token="", said=QUIET, topic="news", language="en", at=timezone.now())
    for address in ("/helpline/answer/", "/helpline/concern/answer/"):
        for _each in range(2):
            phone().post(address, {"code": "99999999", "pin": "111111"})
    right = {"code": given.code, "pin": given.pin}
    held = phone().post("/helpline/answer/", right)
    assert held.status_code == 429
    assert "We are seeing to it" in text(phone().post("/helpline/answer/", right | answered(text(held))))
    more = {"code": "99999999", "pin": "1", "add": "1", "more": "He came again"}
    held_too = text(phone().post("/helpline/concern/answer/", more))
    assert "How much is" in held_too
    assert "He came again" in held_too, "what she wrote waits with her"
    with as_house():
        assert HelpRequest.objects.get().tries == 0


@pytest.mark.parametrize(
    ("given", "forwarded", "counted"),
    [
        ("203.0.113.7", "", "203.0.113.7"),
        ("::ffff:203.0.113.7", "", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("10.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "198.51.100.1, 2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("not an address", "", "not an address"),
    ],
)
def test_a_network_is_an_address_or_the_half_of_one(
    settings: LazySettings, given: str, forwarded: str, counted: str
) -> None:
    settings.BEHIND_PROXY = bool(forwarded)
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": given, "HTTP_X_FORWARDED_FOR": forwarded}
    assert network(request) == counted
