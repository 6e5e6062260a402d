"""Whom committees may know of: consent, guard, merging, wrong roles, links; and what is left when an act is cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.coordination.agenda import operations as agenda
from rihai.coordination.agenda.models import AgendaItem
from rihai.coordination.bodies.models import Body
from rihai.coordination.decisions import operations as decisions
from rihai.coordination.decisions.models import ActionAnswer
from rihai.coordination.errors import NoSuchBody, NotNow
from rihai.coordination.following import nothing_was_sent
from rihai.coordination.meetings import operations as meetings
from rihai.coordination.meetings.planning import nth_weekday, passed
from rihai.coordination.papers import operations as papers
from rihai.coordination.papers.content import content_of
from rihai.coordination.papers.printed import copy_sheet
from rihai.errors import Refused
from rihai.kit.audit.models import Event
from rihai.kit.offers import Done
from rihai.legal.papers.models import Sharing
from rihai.legal.response.models import Receiver
from rihai.legal.response.operations import refer
from rihai.people.operations import guard_person, merge_persons, unmerge_persons, withdraw_consent
from rihai.screening.models import Finding
from tests.coordination.committees.world import Desk, signed_in
from tests.legal.papers.cast import consent_of

GO = "screening.could_go"
PDF = b"%PDF-1.4\n%%EOF"
LONG, NUL, TURNED = "x" * 5000, "a\x00b", "a\u202eb\u2066"


def names(desk: Desk, meeting: Any, language: str = "en") -> list[str]:
    """Who is named in the papers."""
    content = content_of(meeting, language, at=desk.at)
    return [one.name for part in content.parts for one in part.named]


def test_a_name_goes_out_on_a_basis_alone_and_stops_when_the_consent_is_taken_back(desk: Desk) -> None:
    her, him = desk.woman(), desk.man()
    with acting_as(desk.lawyer):
        consent = consent_of(her, desk.lawyer)
        row = Finding.objects.filter(person=her, kind="release").first()
        assert row is not None
        refer(row_id=row.pk, receiver=Receiver.COMMITTEE, receiver_name="Wadi", on=desk.today, actor=desk.lawyer,
              at=desk.at)  # fmt: skip
    meeting = desk.meeting(desk.body())
    sources = {one.source for one in desk.fill(meeting) if one.person_id == her.pk}
    assert {"screening.could_go", "legal.referred"} <= sources, "each list that holds her says so"
    desk.send(meeting, ground="")
    content = content_of(meeting, "en", at=desk.at)
    assert set(names(desk, meeting)) == {her.full_name}
    assert sum(part.unnamed for part in content.parts) >= 1, "who gave no consent stands as a number"
    with as_house():
        sharing = Sharing.objects.get()
    assert (sharing.basis, sharing.person_id, sharing.receiver) == ("consent", her.pk, "committee")
    sheet = copy_sheet(desk.copies(meeting)[0], "en", at=desk.at)
    assert sheet[:2] == b"PK"
    with acting_as(desk.lawyer):
        withdraw_consent(consent_id=consent.pk, actor=desk.lawyer, at=desk.at)
    assert names(desk, meeting) == [], "no copy made from now on names her"
    assert him.full_name not in names(desk, meeting)


def test_a_guarded_person_stands_on_an_agenda_by_a_named_decision_alone(desk: Desk) -> None:
    her = desk.woman()
    meeting = desk.meeting(desk.body(), days=3)
    desk.fill(meeting)
    with acting_as(desk.supervisor):
        guard_person(person_id=her.pk, ground="295-C", actor=desk.supervisor, at=desk.at)
    desk.fill(meeting)
    with acting_as(desk.secretary):
        page = signed_in(desk.secretary).get(reverse("coordination:agenda", args=[meeting.pk])).content.decode()
    assert her.full_name not in page, "she leaves no trace"
    said: dict[str, Any] = {
        "meeting_id": meeting.pk,
        "person_id": her.pk,
        "says": "A safe court.",
        "because": "she asks for it",
    }
    with pytest.raises(NoSuchBody):
        desk.does(agenda.decide_guarded, **said)
    assert signed_in(desk.supervisor).get(reverse("coordination:guarded", args=[her.pk])).status_code == 200
    answer = signed_in(desk.supervisor).post(
        reverse("coordination:guarded", args=[her.pk]), {**said, "meeting": str(meeting.pk)}
    )
    assert answer.status_code == 302
    page = signed_in(desk.secretary).get(reverse("coordination:agenda", args=[meeting.pk])).content.decode()
    assert her.full_name in page, "the secretary was given leave by the decision"
    assert desk.supervisor.name in page
    desk.send(meeting)
    assert names(desk, meeting) == [her.full_name]
    with as_house():
        assert Event.objects.filter(act="coordination.guarded.decided").count() == 1
    desk.does(meetings.not_held, meeting_id=meeting.pk, because="flood", whose="outside")
    page = signed_in(desk.secretary).get(reverse("coordination:agenda", args=[meeting.pk])).content.decode()
    assert her.full_name not in page, "that leave ends with the meeting"


def test_merged_people_take_their_lines_along_and_get_them_back(desk: Desk) -> None:
    her, twin = desk.woman(), desk.woman(full_name="Nargis F.", date_of_birth="1992-05-04")
    meeting = desk.meeting(desk.body())
    desk.fill(meeting)
    desk.send(meeting)
    desk.hold(meeting)
    item = next(one for one in desk.items(meeting) if one.person_id == twin.pk)
    desk.decide(meeting, item)
    before = sorted((one.pk, one.person_id) for one in desk.items(meeting))
    with pytest.raises(Refused):
        nothing_was_sent(Done(act="people.census.undone", actor=None, at=desk.at, person_ids=(her.pk,)))
    with acting_as(desk.supervisor):
        merge = merge_persons(keep_id=her.pk, gone_id=twin.pk, actor=desk.supervisor, at=desk.at)
    assert {one.person_id for one in desk.items(meeting) if one.person_id} == {her.pk}
    with acting_as(desk.supervisor):
        unmerge_persons(merge_id=merge.pk, actor=desk.supervisor, at=desk.at)
    assert sorted((one.pk, one.person_id) for one in desk.items(meeting)) == before


def test_each_role_opens_its_own_pages_and_a_link_opens_one_copy(desk: Desk) -> None:
    desk.woman()
    body = desk.body()
    desk.seat(desk.posts(body)[0], desk.judge)
    meeting = desk.meeting(body)
    desk.fill(meeting)
    desk.send(meeting)
    desk.hold(meeting)
    action = desk.action(desk.decide(meeting, post=desk.posts(body)[0]))
    copies = desk.copies(meeting)
    caseworker = desk.world.worker("caseworker", desk.world.gulzar)
    manager = desk.world.worker("programme_manager", None)
    analyst_at_the_other = desk.world.worker("committee_secretary", desk.world.gulzar)
    asked: dict[str, tuple[tuple[object, ...], tuple[int, ...]]] = {
        "bodies": ((), (200, 200, 404, 404, 200)),
        "body": ((body.pk,), (200, 200, 404, 404, 200)),
        "body-edit": ((body.pk,), (200, 404, 404, 404, 404)),
        "meeting": ((meeting.pk,), (200, 200, 404, 404, 200)),
        "agenda": ((meeting.pk,), (200, 200, 404, 404, 200)),
        "became": ((meeting.pk,), (200, 200, 404, 404, 200)),
        "decide": ((meeting.pk,), (200, 404, 404, 404, 404)),
        "action": ((action.pk,), (200, 200, 404, 404, 200)),
        "own-action": ((action.pk,), (302, 302, 200, 404, 302)),
        "mine": ((), (404, 404, 200, 404, 404)),
        "own-copy": ((copies[0].pk,), (404, 404, 200, 404, 404)),
        "links": ((copies[0].pk,), (200, 404, 404, 404, 404)),
    }
    who = [signed_in(one) for one in (desk.secretary, manager, desk.judge, caseworker, analyst_at_the_other)]
    got = {
        name: tuple(one.get(reverse(f"coordination:{name}", args=args)).status_code for one in who)
        for name, (args, _wanted) in asked.items()
    }
    assert got == {name: wanted for name, (_args, wanted) in asked.items()}
    assert who[2].get(reverse("coordination:own-copy", args=[copies[1].pk])).status_code == 404, "another post's copy"
    for kind, start in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        made = who[0].get(reverse("coordination:copy", args=[copies[1].pk, "ur", kind]))
        assert made.content[: len(start)] == start

    given = desk.does(papers.make_link, copy_id=copies[0].pk, days=5)
    address, stranger = reverse("coordination:shared", args=[given.secret]), who[0].__class__()
    assert stranger.get(reverse("coordination:shared", args=["nobody"])).status_code == 404
    assert stranger.post(address, {"pin": "WRONG222"}).status_code == 403
    assert "Nargis Farzi" in stranger.post(address, {"pin": given.pin}).content.decode()
    chosen = stranger.post(reverse("language"), {"language": "ur", "next": address}, follow=True)
    assert 'dir="rtl"' in chosen.content.decode(), "whoever has no account chooses the language too"
    stranger.post(reverse("language"), {"language": "en", "next": address})
    answers = {
        "pin": given.pin,
        "by_name": "A reader",
        f"kind-{action.pk}": "done",
        f"says-{action.pk}": "It is there.",
    }
    disguised = SimpleUploadedFile("order.pdf", b"<html><script>1</script>")
    refused = stranger.post(address, {**answers, f"file-{action.pk}": disguised})
    assert (refused.status_code, "This kind of file is not taken in" in refused.content.decode()) == (422, True)
    proof = SimpleUploadedFile("order.pdf", PDF)
    assert "Your answers are kept" in stranger.post(address, {**answers, f"file-{action.pk}": proof}).content.decode()
    with as_house():
        (kept,) = ActionAnswer.objects.filter(action=action)
        assert kept.file is not None
        with default_storage.open(kept.file.stored_as) as lies:
            assert PDF not in lies.read(), "it lies sealed"
        file = reverse("kit_file", args=[kept.file_id])
    assert file in who[0].get(reverse("coordination:action", args=[action.pk])).content.decode()
    assert [one.get(file).status_code for one in who] == [200, 200, 404, 404, 200], "for who sees the action alone"
    assert stranger.get(file).status_code != 200
    assert stranger.post(address, {**answers, f"says-{action.pk}": NUL}).status_code == 422
    desk.day = 20
    with acting_as(desk.secretary, desk.at):
        assert papers.live_link(given.secret, at=desk.at) is None, "over, with the papers"
    with pytest.raises(NotNow, match="no longer"):
        desk.does(papers.make_link, copy_id=copies[0].pk, days=5)


def test_nonsense_stands_beside_its_field_and_two_who_edit_see_the_difference(desk: Desk) -> None:
    body = desk.body()
    meeting = desk.meeting(body)
    desk.does(agenda.add_by_hand, meeting_id=meeting.pk, title="Water", says="")
    post = desk.posts(body)[0]
    held = desk.hold(desk.meeting(body))
    decision = desk.decide(held)
    action = desk.action(decision)
    client = signed_in(desk.secretary)
    forms: list[tuple[str, object, dict[str, Any]]] = [
        ("body-new", None, {"kind": "king", "place": "1e99", "name": LONG, "notice_days": "9" * 40, "quorum": NUL}),
        ("body-edit", body.pk, {"version": "9" * 40, "name": NUL, "week": "6", "starts_at": "99:99"}),
        ("post-new", body.pk, {"title": TURNED}),
        ("holder", post.pk, {"name": LONG, "account": "nobody", "started_on": "31/02/2026", "email": "x"}),
        ("post-leave", post.pk, {"on": "9" * 30}),
        ("meeting-new", body.pk, {"on": "tomorrow", "starts_at": NUL}),
        ("meeting-change", meeting.pk, {"venue": LONG, "version": "1"}),
        ("meeting-postpone", meeting.pk, {"to": "0000-00-00", "because": NUL, "whose": "god"}),
        ("meeting-not-held", meeting.pk, {"because": TURNED, "whose": ""}),
        ("meeting-hold", meeting.pk, {f"came-{post.pk}": "maybe", f"deputy-{post.pk}": LONG}),
        ("agenda-add", meeting.pk, {"title": NUL, "says": LONG}),
        ("item-leave-out", desk.items(meeting)[0].pk, {"because": LONG}),
        ("papers-send", meeting.pk, {"ground": LONG, "use_until": "1/1/1"}),
        ("decide", held.pk, {"says": LONG, "post": "x", "account": "y", "due_on": "never"}),
        ("action-new", decision.pk, {"does": NUL, "due_on": ""}),
        ("action-answer", action.pk, {"kind": "sure", "says": LONG}),
        ("action-done", action.pk, {"version": "x", "evidence": NUL}),
        ("action-drop", action.pk, {"because": LONG}),
        ("minutes-approve", held.pk, {"meeting": "nobody"}),
    ]
    got = {
        name: client.post(reverse(f"coordination:{name}", args=[pk] if pk else []), said).status_code
        for name, pk, said in forms
    }
    assert set(got.values()) == {422}, got

    address = reverse("coordination:meeting-change", args=[meeting.pk])
    first = client.post(address, {"version": str(meeting.version), "venue": "Room 2", "initial-venue": "Court room 1",
                                  "initial-starts_at": ""})  # fmt: skip
    second = client.post(address, {"version": str(meeting.version), "venue": "Room 3", "initial-venue": "Court room 1",
                                   "initial-starts_at": ""})  # fmt: skip
    assert (first.status_code, second.status_code in {409, 422}) == (302, True)
    assert "Room 2" in second.content.decode(), "what the other wrote is shown, and nothing overwritten"


def test_pages_ask_as_often_for_three_times_the_lines(desk: Desk) -> None:
    body = desk.body()
    client = signed_in(desk.secretary)

    def asked(meeting: Any) -> list[int]:
        counts = []
        for name in ("meeting", "agenda", "became"):
            with CaptureQueriesContext(connection) as log:
                assert client.get(reverse(f"coordination:{name}", args=[meeting.pk])).status_code == 200
            counts.append(len(log))
        return counts

    desk.woman()
    few = desk.meeting(body)
    desk.fill(few)
    before = asked(few)
    for n in range(2):
        desk.woman(full_name=f"Another {n}", date_of_birth=f"199{n}-01-01")
    desk.fill(few)

    assert asked(few) == before


def test_the_rule_names_its_days_and_the_times_without_a_meeting_count(desk: Desk) -> None:
    assert nth_weekday(2026, 2, 5, 3) == date(2026, 2, 26), "the last Thursday of a month with four"
    assert nth_weekday(2026, 10, 5, 3) == date(2026, 10, 29), "and of one with five"
    assert nth_weekday(2026, 11, 1, 6) == date(2026, 11, 1), "the first of a weekday may be the first day"
    quarterly = Body(every=3, week=1, weekday=0, started_on=date(2026, 2, 10))
    assert passed(quarterly, date(2026, 11, 26)) == [date(2026, 4, 1), date(2026, 7, 1)], "not the one before it began"
    body = desk.body()
    planned = desk.does(meetings.plan_by_rule, body_id=body.pk)
    assert len(planned) == 3
    assert desk.does(meetings.plan_by_rule, body_id=body.pk) == [], "asked twice, planned once"
    moved = desk.does(
        meetings.postpone,
        meeting_id=planned[0].pk,
        to=desk.today + timedelta(days=40),
        because="strike",
        whose="outside",
    )
    assert moved.state == "planned", "notice is to be given anew"
    with pytest.raises(NotNow):
        desk.does(meetings.hold, meeting_id=moved.pk, came={}, opening="")


def kept() -> dict[str, list[str]]:
    """Every row of the room, of what was shared, and the trail."""
    tables: list[Any] = [*apps.get_app_config("coordination").get_models(), Sharing, Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


def test_no_act_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.woman()
    known: dict[str, Any] = {"body": desk.body()}
    meeting = known["meeting"] = desk.meeting(known["body"])
    post = desk.posts(known["body"])[0]

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    def item() -> AgendaItem:
        return next(one for one in desk.items(meeting) + desk.items(meeting, "left_out") if one.source == GO)

    def link() -> None:
        known["link"] = desk.does(papers.make_link, copy_id=desk.copies(meeting)[0].pk, days=3)

    def decide() -> None:
        known["decision"] = desk.decide(meeting, item(), post=post)
        known["action"] = desk.action(known["decision"])

    def answered() -> None:
        papers_link, pk = known["link"], known["action"].pk
        decisions.answer_by_link(
            secret=papers_link.secret, pin=papers_link.pin, by_name="A", answers={pk: ("at_work", "", None)}, at=desk.at
        )  # fmt: skip

    story: list[tuple[str, Callable[[], Any]]] = [
        ("bodies", lambda: desk.body("utrc_in")),
        ("bodies", lambda: desk.seat(post, desk.judge)),
        ("meetings", lambda: desk.does(meetings.plan_by_rule, body_id=known["body"].pk)),
        ("agenda", lambda: desk.does(agenda.fill, meeting_id=meeting.pk)),
        ("agenda", lambda: desk.does(agenda.leave_out, item_id=item().pk, because="no")),
        ("agenda", lambda: desk.does(agenda.bring_back, item_id=item().pk)),
        ("agenda", lambda: desk.does(agenda.add_by_hand, meeting_id=meeting.pk, title="Water", says="")),
        ("papers", lambda: desk.send(meeting)),
        ("papers", link),
        ("meetings", lambda: desk.does(meetings.call_meeting, meeting_id=meeting.pk)),
        ("meetings", lambda: desk.hold(meeting)),
        ("decisions", decide),
        ("decisions", answered),
        ("agenda", lambda: desk.does(agenda.write_said, meeting_id=meeting.pk, said={item().pk: "Heard."})),
        ("decisions", lambda: desk.does(
            decisions.settle_action, action_id=known["action"].pk, version=1, evidence="Order", file=None)),
        ("meetings", lambda: desk.does(meetings.finish_minutes, meeting_id=meeting.pk)),
    ]  # fmt: skip
    for module, do in story:
        before = kept()
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.coordination.{module}.operations.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                do()
        assert kept() == before, f"{module}, interrupted, left something"
        do()
        assert kept() != before

    with pytest.raises(Refused):
        desk.does(agenda.fill, meeting_id=meeting.pk)
