"""What the demonstration says aloud happens once, through the operations, and leaves work to be done."""

from __future__ import annotations

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.advocacy.models import Campaign, Commitment, Publication, StoryUse
from rihai.advocacy.stories import work
from rihai.demo.advocacy_voice import play_voice
from tests.advocacy.voice.world import NOW, TODAY, Desk


def test_what_the_invented_office_says_aloud_is_played_once(desk: Desk) -> None:
    desk.person()
    for key, who in (("programme", desk.keeper), ("supervisor", desk.director), ("caseworker", desk.caseworker)):
        Account.objects.filter(pk=who.pk).update(email=f"{key}@rihai.example")
    assert play_voice(at=NOW)
    assert not play_voice(at=NOW)
    assert (Campaign.objects.count(), Commitment.objects.count(), Publication.objects.count()) == (1, 7, 2)
    assert set(StoryUse.objects.values_list("state", flat=True)) == {"shown", "planned"}
    with acting_as(desk.keeper, NOW):
        assert {str(row.act) for row in work.rows(desk.keeper, TODAY)} == {"Take it down", "Check"}
