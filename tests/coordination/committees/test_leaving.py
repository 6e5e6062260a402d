"""What ends with something else: a link with its holder, a day with its papers, an old answer with a new agenda."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rihai.accounts.acting import acting_as
from rihai.coordination.agenda.became import became_of
from rihai.coordination.bodies import operations as bodies
from rihai.coordination.errors import NothingSaid, NotNow
from rihai.coordination.meetings import operations as meetings
from rihai.coordination.papers import operations as papers
from rihai.legal.response.models import Receiver
from rihai.legal.response.operations import refer
from rihai.screening.models import Finding
from tests.coordination.committees.world import Desk


def test_a_link_ends_with_its_holder_and_an_old_answer_is_not_what_became(desk: Desk) -> None:
    her = desk.woman()
    body = desk.body()
    chair = desk.posts(body)[0]
    desk.seat(chair)
    meeting = desk.meeting(body)
    with acting_as(desk.lawyer):
        row = Finding.objects.filter(person=her, kind="release").first()
        assert row is not None
        refer(row_id=row.pk, receiver=Receiver.COMMITTEE, receiver_name="Wadi", on=desk.today, actor=desk.lawyer,
              at=desk.at)  # fmt: skip
    desk.fill(meeting)
    desk.send(meeting)
    given = desk.does(papers.make_link, copy_id=desk.copies(meeting)[0].pk, days=5)
    assert papers.look(secret=given.secret, pin=given.pin, at=desk.at).state == "open"

    desk.does(bodies.leave_post, post_id=chair.pk, on=desk.today)
    assert papers.look(secret=given.secret, pin=given.pin, at=desk.at).state == "gone", "who left reads no more"
    with pytest.raises(NotNow):
        desk.does(
            meetings.postpone, meeting_id=meeting.pk, to=meeting.on + timedelta(days=15), because="strike",
            whose="outside",
        )  # fmt: skip
    desk.hold(meeting)
    with acting_as(desk.secretary):
        assert {one.code for one in became_of(meeting, actor=desk.secretary)} == {"inside"}, (
            "referred before, not since"
        )

    empty = desk.meeting(desk.body("policy_board"))
    with pytest.raises(NothingSaid):
        desk.does(meetings.hold, meeting_id=empty.pk, came={}, opening="")
