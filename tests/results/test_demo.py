"""The invented project of the demonstration is played once, through the operations; its pages are alive."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.demo.cast import GULZAR
from rihai.demo.results import play_results
from rihai.results.counting import span_of
from rihai.results.models import FileState, LockedPeriod, Project
from rihai.results.queries.locked import standing_figures
from rihai.results.queries.projects import people_of
from tests.results.world import Desk


def test_the_invented_project_is_played_once_and_alive(desk: Desk) -> None:
    prison, now = desk.world.gulzar, timezone.now()
    type(prison).objects.filter(pk=prison.pk).update(code=GULZAR)
    for key, role, place in (("programme", "programme_manager", None), ("supervisor", "supervisor", prison)):
        account = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=account, role=role, place=place, unit=None, ended_on=None, actor=house(),
            started_on=timezone.localdate() - timedelta(days=350), at=now - timedelta(days=350),
        )  # fmt: skip

    assert play_results(at=now)
    assert not play_results(at=now)

    with acting_as(Account.objects.get(email="programme@rihai.example"), now):
        project = Project.objects.get()
        people = people_of(project, span_of(project, timezone.localdate()))
        assert (people.by_code, people.sessions) == (370, 1_169), "one code more, which is one of them"
        assert {one.state for one in project.lists.all()} == {FileState.TO_REVIEW, FileState.TAKEN_IN}
        signed = [one.signed_at is not None for one in LockedPeriod.objects.order_by("first")]
        assert (signed[0], signed[-1]) == (True, False)
        first = standing_figures(LockedPeriod.objects.order_by("first")[0])
        assert any(one.since for one in first), "a late list is shown beside what is locked"
