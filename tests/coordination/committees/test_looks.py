"""The committee of the demonstration is played once and alive; its pages are accessible, also on a phone, in Urdu."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.coordination.bodies.models import Body
from rihai.coordination.decisions.models import Action
from rihai.coordination.meetings.models import Meeting
from rihai.coordination.papers import operations as papers
from rihai.coordination.papers.models import PaperCopy
from rihai.demo.cast import NAYA_BAGH
from rihai.demo.coordination_committees import play_committees
from tests.browser.chromium import Opener
from tests.browser.looking import look_at, look_over
from tests.coordination.committees.world import Desk, make_desk
from tests.screening.cast import keep, woman

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")


def _played() -> tuple[Desk, dict[str, Account]]:
    """The invented committee at Naya Bagh, and who plays it."""
    desk = make_desk()
    place, then = desk.world.naya_bagh, desk.at - timedelta(days=400)
    type(place).objects.filter(pk=place.pk).update(code=NAYA_BAGH)
    cast = {}
    for key, role in (("secretary", "committee_secretary"), ("partner", "partner")):
        cast[key] = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=cast[key], role=role, place=place, unit=None, ended_on=None, actor=house(),
            started_on=timezone.localdate(then), at=then,
        )  # fmt: skip
    with acting_as(desk.lawyer, desk.at):
        keep(woman(timezone.localdate()), place, desk.lawyer)
    desk.man()
    assert play_committees(at=desk.at)
    assert not play_committees(at=desk.at)
    return desk, cast


def test_the_invented_committee_is_alive_and_accessible(transactional_db: None, open_page: Opener) -> None:
    desk, cast = _played()
    with as_house():
        body, held = Body.objects.get(), Meeting.objects.get(state="held")
        coming = Meeting.objects.filter(on__gte=desk.today, items__isnull=False).order_by("on")[0]
        late = Action.objects.get(state="open")
        first = PaperCopy.objects.get(papers=held.pk, number=1)
    secretary: tuple[tuple[str, str, list[Any]], ...] = (
        ("ur", "body", [body.pk]), ("en", "meeting", [held.pk]), ("ur", "agenda", [coming.pk]),
    )  # fmt: skip
    more: tuple[tuple[str, str, list[Any]], ...] = (
        ("en", "bodies", []), ("en", "body", [body.pk]), ("ur", "meeting", [coming.pk]), ("en", "agenda", [held.pk]),
        ("en", "became", [held.pk]), ("en", "action", [late.pk]), ("ur", "actions", []), ("en", "minutes", [held.pk]),
        ("en", "meeting-hold", [coming.pk]), ("en", "papers-send", [coming.pk]), ("en", "body-new", []),
        ("ur", "decide", [held.pk]), ("en", "links", [first.pk]), ("en", "meeting", [coming.pk]),
    )  # fmt: skip
    for language in ("ur", "en"):
        cast["secretary"].language = language
        cast["secretary"].save(update_fields=["language"])
        page = open_page(language=language, account=cast["secretary"])
        for one, name, args in (*secretary, *(more if SHOTS else ())):
            if one == language:
                _look(page, language, name, reverse(f"coordination:{name}", args=args))
    with acting_as(cast["secretary"], desk.at):
        sent = papers.send(
            meeting_id=coming.pk, ground="Order 7; A and B", use_until=coming.on,
            actor=cast["secretary"], at=desk.at,
        )  # fmt: skip
        copy = sent.copies.get(number=1)
        given = papers.make_link(copy_id=copy.pk, days=9, actor=cast["secretary"], at=desk.at)
    page = open_page(language="en")
    page.goto(reverse("coordination:shared", args=[given.secret]))
    page.locator("input[name=pin]").fill(given.pin)
    page.get_by_role("button", name="Show it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Coordination committee")
    look_over(page, language="en")
    _shot(page, "shared")
    if SHOTS:
        for one in ("mine", "own-copy"):
            page = open_page(language="ur", account=cast["partner"])
            page.goto(reverse(f"coordination:{one}", args=[copy.pk] if one == "own-copy" else []))
            _shot(page, one)


def _look(page: Page, language: str, name: str, address: str) -> None:
    look_at(page, address, language=language)
    _shot(page, f"{name}.{language}")


def _shot(page: Page, name: str) -> None:
    if SHOTS:
        for width in (375, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{name}.{width}.png"), full_page=True)
