"""The demonstration's public figures are played once, and every page of theirs is alive."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.advocacy.figures.models import FigureRelease, State
from rihai.advocacy.research.models import ResearchRequest, Standing
from rihai.demo.advocacy_figures import play_figures
from rihai.screening.models import Stale
from tests.advocacy.figures.world import Desk, signed_in


def test_the_invented_figures_are_played_once_and_alive(desk: Desk, client: Client) -> None:
    now = timezone.now()
    for key, role, at in (("analyst", "research_analyst", None), ("supervisor", "supervisor", desk.world.gulzar)):
        account = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=account, role=role, place=at, unit=None, ended_on=None, actor=house(),
            started_on=timezone.localdate() - timedelta(days=350), at=now - timedelta(days=350),
        )  # fmt: skip
    assert not play_figures(at=now), "nobody is held, so nothing is counted"
    desk.world.enter(desk.world.worker("caseworker", desk.world.gulzar))
    Stale.objects.all().delete()

    assert play_figures(at=now)
    assert not play_figures(at=now)

    states = list(FigureRelease.objects.order_by("number").values_list("state", flat=True))
    assert states == [State.SIGNED, State.SIGNED, State.DRAFT]
    assert {one.standing for one in ResearchRequest.objects.all()} == {Standing.APPROVED, Standing.ASKED}
    assert "Over time" in client.get(reverse("advocacy:figures-newest", args=["en"])).content.decode()
    supervisor = signed_in(Account.objects.get(email="supervisor@rihai.example"))
    for name in ("releases", "research-index"):
        assert supervisor.get(reverse(f"advocacy:{name}")).status_code == 200
