"""A committee month end to end in the browser's words: planned, filled, trimmed, sent, held, decided, followed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.coordination.agenda.became import became_of
from rihai.coordination.bodies.models import Body, Post
from rihai.coordination.decisions.models import Action
from rihai.coordination.decisions.reminding import remind
from rihai.coordination.meetings.models import Meeting
from rihai.legal.papers.models import Sharing
from rihai.legal.release.operations import record_release
from tests.coordination.committees.world import Desk, signed_in
from tests.legal.release.cast import bail


def post(client: Client, where: str, /, *args: object, **said: Any) -> Any:
    """An act, and the page it leads to."""
    answer = client.post(reverse(f"coordination:{where}", args=args), said, follow=True)
    assert answer.status_code == 200, answer.content.decode()[:3000]
    return answer.content.decode()


def get(client: Client, name: str, *args: object) -> str:
    """A page."""
    answer = client.get(reverse(f"coordination:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_committee_month_from_the_plan_to_what_became_of_each(desk: Desk) -> None:
    today = timezone.localdate()
    her, him = desk.woman(), desk.man()
    client = signed_in(desk.secretary)
    rule = {
        "kind": "cjcc", "place": desk.world.province.pk, "started_on": (today - timedelta(days=70)).isoformat(),
        "name": "Committee of Wadi", "every": "1", "week": "5", "weekday": "3", "notice_days": "0", "quorum": "half",
        "sources": ["screening.could_go", "screening.inside", "coordination.actions"],
    }  # fmt: skip

    page = post(client, "body-new", **rule)
    assert "District and Sessions Judge" in page, "the posts that the law names are there"
    assert "No meeting in 2 of 2 times" in page, "that it sits patchily is shown itself"
    with as_house():
        body = Body.objects.get()
        judge = Post.objects.get(body=body, is_chair=True)
    post(client, "holder", judge.pk, name="Judge Nasir Misali", account=desk.judge.pk, started_on=today.isoformat())
    assert post(client, "meetings-plan", body.pk).count("Meeting ") >= 3, "the next meetings stand planned by the rule"
    post(client, "meeting-new", body.pk, on=today.isoformat(), venue="Court room 1")
    with as_house():
        first = Meeting.objects.get(on=today, period=None)

    page = post(client, "agenda-fill", first.pk)
    assert her.full_name in page
    assert him.full_name in page
    item = next(one for one in desk.items(first) if one.person_id == him.pk)
    page = post(client, "item-leave-out", item.pk, because="heard by the High Court")
    assert "heard by the High Court" in page
    post(client, "item-bring-back", item.pk)
    post(client, "agenda-add", first.pk, title="Water in barrack 3", says="Asked twice.")
    letter = client.get(reverse("kit_letter", args=["coordination.notice", first.pk])).content.decode()
    assert "Notice of meeting" in letter
    assert her.full_name not in letter
    post(client, "meeting-call", first.pk)
    page = post(client, "papers-send", first.pk, ground="Order 7; A and B decided", use_until=first.on.isoformat())
    assert "copy 1" in page.lower()
    with as_house():
        shared = list(Sharing.objects.all())
    assert {one.person_id for one in shared} == {her.pk, him.pk}
    assert {one.receiver for one in shared} == {"committee"}
    assert not {"prison_id", "cnic", "pregnant", "contact"} & {name for one in shared for name in one.fields}
    assert "frozen" in post(client, "agenda-fill", first.pk).lower()

    came = {f"came-{one.pk}": "present" if one.is_chair else "absent" for one in desk.posts(body)}
    page = post(client, "meeting-hold", first.pk, **came)
    assert "Posts there: 1, needed: 4. There is no quorum." in page
    mine = next(one for one in desk.items(first) if one.person_id == her.pk)
    address = f"{reverse('coordination:decide', args=[first.pk])}?item={mine.pk}"
    late = {"says": "Her bail is heard first.", "does": "List the case.", "post": judge.pk,
            "due_on": (today - timedelta(days=1)).isoformat()}  # fmt: skip
    assert client.post(address, late).status_code == 302
    post(client, "minutes", first.pk, **{f"said-{one.pk}": "Heard." for one in desk.items(first)})
    post(client, "minutes-finish", first.pk)
    assert client.get(reverse("coordination:minutes-printed", args=[first.pk, "ur", "docx"])).status_code == 200

    assert remind(desk.at) == 1
    assert remind(desk.at) == 0, "once"
    member = signed_in(desk.judge)
    with as_house():
        action = Action.objects.get()
    assert "List the case." in get(member, "mine")
    assert member.post(
        reverse("coordination:own-action", args=[action.pk]), {"kind": "done", "says": "Listed for Friday."}
    ).status_code == 302  # fmt: skip
    assert "Listed for Friday." in get(client, "action", action.pk)

    second = desk.meeting(body)
    overdue = [one for one in desk.fill(second) if one.source == "coordination.actions"]
    assert [one.person_id for one in overdue] == [her.pk], "what is overdue comes on to the next agenda by itself"
    assert "Minutes to approve" in get(client, "meeting", second.pk)
    with acting_as(desk.lawyer):
        record_release(
            person_id=her.pk, version=her.version, said=bail(today), actor=desk.lawyer, at=timezone.now()
        )  # fmt: skip
    assert {one.person_id for one in desk.items(second)} == {him.pk}, "after her release every open agenda drops her"
    with acting_as(desk.secretary):
        became = {one.item.person_id: one.code for one in became_of(first, actor=desk.secretary)}
    assert became == {her.pk: "release", him.pk: "inside"}
    assert "Released" in get(client, "became", first.pk)
    post(client, "action-done", action.pk, version=action.version, evidence="Order of the court, 26/2026")
    desk.send(second)
    desk.hold(second)
    page = post(client, "minutes-approve", first.pk, meeting=second.pk)
    assert "Approved by meeting" in page
    assert client.post(reverse("coordination:minutes", args=[first.pk]), {"said": "x"}).status_code == 409, (
        "it stands as it is"
    )
