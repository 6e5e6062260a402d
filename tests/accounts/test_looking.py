"""The pages as they stand in a browser: accessible, in both directions, never wider than the screen."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from rihai.accounts.models import Account, BreakGlass, Demand, Notification
from rihai.accounts.operations import house, invite, make_unit
from tests.accounts.world import World, make_world, now
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.conftest import as_owner

SHOTS = os.environ.get("SHOTS")
"""A folder for pictures of every page, wide and narrow, for whoever wants to look at them."""


@pytest.fixture
def world(transactional_db: None) -> World:
    house()
    made = make_world(["administrator", "lawyer", "supervisor", "data_protection_officer", "caseworker", "trainer"])
    make_unit(name="Helpline", purpose="Answers calls at night", places=[made.places["A"]], actor=None, at=now())
    lawyer, today = made.accounts["lawyer"], timezone.localdate()
    for data_class, days in (("health", 5), ("personal", 0)):
        asked = now() - timedelta(days=days, minutes=2)
        BreakGlass.objects.create(
            account=lawyer, person_id=made.people["Celia"].pk, data_class=data_class, asked_at=asked, granted_at=asked,
            reason="She fainted in court and the escort has no papers with them.", ends_at=asked + timedelta(hours=4),
            review_by=(asked + timedelta(days=3)).date(),
        )  # fmt: skip
    BreakGlass.objects.create(
        account=lawyer,
        person_id=made.people["Amina"].pk,
        data_class="sealed",
        asked_at=now(),
        second=made.accounts["supervisor"],
        reason="The survivor unit is closed tonight and her safety plan is needed at the gate.",
    )
    for name, state in (
        ("Anti-terrorism court", {}),
        (
            "Federal Investigation Agency",
            {
                "proposed_by": made.accounts["supervisor"],
                "proposed_at": now(),
                "outcome": "partly",
                "given": "The date of release alone.",
                "grounds": "Nothing else is asked for by name.",
            },
        ),
    ):
        Demand.objects.create(
            authority=name,
            reference="No. 412/2026",
            received_on=today - timedelta(days=6),
            due_on=today - timedelta(days=1),
            asked="All records of one person held in Prison A since January.",
            basis="s. 94 of the code",
            recorded_by=lawyer,
            recorded_at=now(),
            **state,
        )
    for kind in ("glass.to_review", "posting.given"):
        Notification.objects.create(account=made.accounts["data_protection_officer"], kind=kind, made_at=now())
    invite(
        email="new@rihai.invalid",
        name="Nadia Invented",
        language="ur",
        role="caseworker",
        place=made.places["B"],
        unit=None,
        started_on=today,
        ended_on=None,
        actor=made.accounts["administrator"],
        at=now(),
    )
    return made


def addresses(world: World) -> list[tuple[str, str]]:
    """Who looks at which page."""
    lawyer, at = world.accounts["lawyer"], "/people-here"
    glass = BreakGlass.objects.filter(granted_at__isnull=False).first()
    sealed = BreakGlass.objects.get(data_class="sealed")
    demands = {one.state: one.pk for one in Demand.objects.all()}
    assert glass
    return [
        ("lawyer", f"{at}/me/"),
        ("data_protection_officer", f"{at}/notices/"),
        ("lawyer", f"{at}/roles/"),
        ("administrator", f"{at}/"),
        ("administrator", f"{at}/account/{lawyer.pk}/"),
        ("administrator", f"{at}/account/{lawyer.pk}/post/"),
        ("administrator", f"{at}/account/{lawyer.pk}/stop/"),
        ("administrator", f"{at}/account/{lawyer.pk}/password/"),
        ("administrator", f"{at}/invite/"),
        ("administrator", f"{at}/units/"),
        ("administrator", f"{at}/units/new/"),
        ("lawyer", f"{at}/open/"),
        ("lawyer", f"{at}/open/ask/"),
        ("supervisor", f"{at}/second/"),
        ("supervisor", f"{at}/second/{sealed.pk}/"),
        ("data_protection_officer", f"{at}/review/"),
        ("data_protection_officer", f"{at}/review/{glass.pk}/"),
        ("data_protection_officer", f"{at}/desk/"),
        ("data_protection_officer", f"{at}/desk/log/?check=1"),
        ("data_protection_officer", f"{at}/desk/demands/"),
        ("data_protection_officer", f"{at}/desk/demands/new/"),
        ("data_protection_officer", f"{at}/desk/demands/{demands['open']}/"),
        ("data_protection_officer", f"{at}/desk/demands/{demands['proposed']}/"),
        ("caseworker", f"/test-people/{world.people['Amina'].pk}/"),
    ]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_of_the_room_can_be_read_by_everybody(open_page: Opener, world: World, language: str) -> None:
    Account.objects.update(language=language)
    pages = {role: open_page(language=language, account=who) for role, who in world.accounts.items()}

    with as_owner():
        looked_at = addresses(world)

    for role, address in looked_at:
        look_at(pages[role], address, language=language)
        if SHOTS:
            shoot(pages[role], f"{language}-{address.strip('/').replace('/', '-')[:40].partition('?')[0]}")


def shoot(page: object, name: str) -> None:
    """Two pictures of a page for human eyes."""
    folder = Path(SHOTS or ".")
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})  # type: ignore[attr-defined]
        page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)  # type: ignore[attr-defined]
    page.set_viewport_size({"width": 1280, "height": 900})  # type: ignore[attr-defined]
