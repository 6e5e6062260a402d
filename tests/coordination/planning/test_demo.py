"""What the demonstration plays of briefings and plans happens once, through the operations, and its pages are alive."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.coordination.briefing.models import Briefing
from rihai.coordination.briefing.work import rows as briefing_rows
from rihai.coordination.challenges.models import Challenge
from rihai.coordination.plans.models import Activity
from rihai.coordination.targets.models import Target
from rihai.demo.cast import GULZAR, NAYA_BAGH
from rihai.demo.coordination_plans import play_plans
from rihai.people.models import Person
from rihai.screening.models import AtRisk, Finding
from tests.coordination.planning.world import Desk, counted, signed_in


def test_the_invented_plans_are_played_once_and_alive(desk: Desk) -> None:
    now, today, places = timezone.now(), timezone.localdate(), {}
    for place, code in ((desk.world.gulzar, GULZAR), (desk.world.naya_bagh, NAYA_BAGH)):
        type(place).objects.filter(pk=place.pk).update(code=code)
        places[code] = counted(place, today - timedelta(days=30), 140).place
    Person.objects.update(held_at=places[NAYA_BAGH])
    for table in (Finding, AtRisk):
        table.objects.update(place=places[NAYA_BAGH])
    for key, role, at in (
        ("secretary", "committee_secretary", places[NAYA_BAGH]), ("supervisor", "supervisor", places[NAYA_BAGH]),
        ("analyst", "research_analyst", None), ("programme", "programme_manager", None),
        ("lawyer", "lawyer", places[NAYA_BAGH]),
    ):  # fmt: skip
        account = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=account, role=role, place=at, unit=None, ended_on=None, actor=house(),
            started_on=today - timedelta(days=350), at=now - timedelta(days=350),
        )  # fmt: skip

    assert play_plans(at=now)
    assert not play_plans(at=now)

    assert [one.signed_at is None for one in Briefing.objects.order_by("made_at")] == [False, True]
    assert {one.goal is None for one in Target.objects.all()} == {True, False}
    assert {one.status for one in Activity.objects.all()} == {"done", "begun", "planned"}
    assert Challenge.objects.count() == 3
    secretary = Account.objects.get(email="secretary@rihai.example")
    assert {row.where for row in briefing_rows(secretary, today)} == {places[NAYA_BAGH].name}, "an answer is late"
    page = signed_in(secretary).get(
        reverse("coordination:target", args=[Target.objects.get(place=places[NAYA_BAGH]).pk])
    )
    assert "It is arithmetic and no promise" in page.content.decode()
