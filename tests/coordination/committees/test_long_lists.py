"""A list longer than an agenda: what is on it, how many are not, and whom it lets go."""

from __future__ import annotations

import pytest
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.coordination.agenda import filling
from rihai.coordination.agenda import operations as agenda
from rihai.coordination.papers.content import content_of
from rihai.people.operations import guard_person
from tests.coordination.committees.world import Desk, signed_in


def test_a_list_longer_than_its_agenda_says_how_many_more_there_are(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(4):
        desk.woman(full_name=f"Another {n}", date_of_birth=f"199{n}-01-01")
    for module in (agenda, filling):
        monkeypatch.setattr(module, "MOST", 2)
    meeting = desk.meeting(desk.body(sources=["screening.could_go"]))

    first, _second = desk.fill(meeting)
    page = signed_in(desk.secretary).get(reverse("coordination:agenda", args=[meeting.pk])).content.decode()
    assert "2 more stand on this list and not on this agenda." in page
    desk.does(agenda.leave_out, item_id=first.pk, because="heard elsewhere")
    guarded, _third = (one.person for one in desk.fill(meeting))
    assert guarded is not None
    assert first.pk not in {one.pk for one in desk.items(meeting)}, "what is left out makes room for the next"
    with acting_as(desk.supervisor):
        guard_person(person_id=guarded.pk, ground="295-C", actor=desk.supervisor, at=desk.at)
    desk.send(meeting, ground="")
    with as_house():
        meeting.refresh_from_db()

    (part,) = content_of(meeting, "en", at=desk.at).parts
    assert (part.count, part.beyond) == (1, 1), "who is guarded since stands in no paper, not as a number either"
