"""A story from her words to its last place taken down: leave, checks, decisions, who sees what, what cameras write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.publications import operations as publications
from rihai.advocacy.stories import telling, using, work
from rihai.advocacy.stories.models import (
    RecognitionCheck,
    Story,
    StoryConsent,
    StoryPerson,
    StoryPicture,
    StoryUse,
    StoryWords,
    UseState,
)
from rihai.advocacy.stories.pictures import plain_picture
from rihai.advocacy.stories.queries import may_read_words, stories_for
from rihai.advocacy.stories.shown import extract
from rihai.kit.audit.models import Event
from rihai.kit.files import FileRefused
from rihai.kit.files.store import contents, may_read
from rihai.people.models import Consent
from rihai.people.operations import guard_person, merge_persons, unmerge_persons, withdraw_consent
from tests.advocacy.voice.world import ALL_HOLDS, DAY, PDF, TODAY, WORDS, Desk, photograph, signed_in


def seen(desk: Desk, who: Account) -> list[tuple[str, bool]]:
    """What somebody sees of stories, and whether with their words."""
    with acting_as(who, desk.at):
        return [(one.code, may_read_words(one)) for one in stories_for(who)]


def works(desk: Desk, who: Account) -> list[str]:
    """What stands in somebody's My work of stories."""
    with acting_as(who, desk.at):
        return [str(one.act) for one in work.rows(who, TODAY)]


def refused(act: Callable[[], Any], says: str) -> None:
    """The act is refused with these words in it."""
    with pytest.raises(NotSo, match=says):
        act()


def show(desk: Desk, use: StoryUse) -> Any:
    """It goes into use, if it may."""
    version = StoryUse.objects.get(pk=use.pk).version
    return desk.does(using.show_use, use_id=use.pk, version=version, on=TODAY, link="")


def test_a_story_is_used_only_with_her_leave_and_every_place_is_cleared_when_she_takes_it_back(desk: Desk) -> None:
    person = desk.person()
    story = desk.story(person)
    assert seen(desk, desk.keeper) == [], "nobody but who knows her sees what she has allowed nobody"
    leave = desk.leave(story)
    record = Consent.objects.get(person=person)
    assert record.pk == leave.consent_id
    assert (record.person_id, record.purpose, record.ended_on) == (person.pk, "publicity", leave.ended_on)
    assert seen(desk, desk.keeper) == [("ST-001", True)]
    for stranger in (desk.elsewhere, desk.analyst, desk.world.worker("records_officer", desk.world.gulzar)):
        assert seen(desk, stranger) == [], "wrong roles and other prisons see nothing"

    use = desk.use(leave)
    assert not use.needs_decision, "a grown woman, not guarded, no survivor"
    refused(lambda: show(desk, use), "Two people")
    desk.check(use, desk.keeper)
    refused(lambda: desk.check(use, desk.keeper), "somebody else")
    assert works(desk, desk.caseworker) == ["Check"]
    desk.check(use, desk.caseworker, answers={**ALL_HOLDS, "family": False}, says="Four daughters")
    refused(lambda: show(desk, use), "could be recognised")

    said = {**WORDS, "says": "Nobody told me the day."}
    desk.does(telling.change_words, by=desk.caseworker, story_id=story.pk, version=1, said=said)
    refused(lambda: show(desk, use), "read to her again")
    desk.does(telling.read_again, by=desk.caseworker, consent_id=leave.pk, on=TODAY)
    shown = desk.shown(use)
    assert (shown.state, shown.due_on) == (UseState.SHOWN, leave.ended_on)
    planned = desk.use(leave, place="A second page")

    told = [pair for _code, rows in extract(person.pk) for pair in rows]
    assert ("Her words, as they may be told", said["says"]) in told, "she is given what is held of her"
    desk.does(withdraw_consent, by=desk.caseworker, consent_id=leave.consent_id)
    use, planned = StoryUse.objects.get(pk=use.pk), StoryUse.objects.get(pk=planned.pk)
    assert (use.state, use.due_on, planned.state) == (UseState.SHOWN, localdate(desk.at), UseState.CANCELLED)
    assert seen(desk, desk.keeper) == [("ST-001", False)], "there to be cleared, its words gone"
    assert works(desk, desk.keeper) == ["Take it down"]
    assert Notification.objects.filter(account=desk.keeper, kind="advocacy.leave_taken_back").count() == 1
    refused(lambda: desk.use(leave), "does not hold")
    desk.does(using.take_down, use_id=use.pk, version=3, on=TODAY, why="The page is gone; a cache may keep it a week")
    assert seen(desk, desk.keeper) == []
    assert works(desk, desk.keeper) == []


def test_a_child_a_survivor_a_guarded_person_never_without_a_named_decision(desk: Desk) -> None:
    child = desk.person(full_name="Farzi Bachi", date_of_birth="2012-01-01", cnic="9040300000016", prison_id="UTP-1")
    guarded = desk.person(full_name="Farzi Chhupi", cnic="9040300000024", prison_id="UTP-2")
    unknown = desk.person(full_name="Farzi Anjani", date_of_birth=None, cnic="9040300000032", prison_id="UTP-3")
    uses = [desk.use(desk.leave(desk.story(one))) for one in (child, unknown)]
    uses.append(desk.use(desk.leave(desk.story(guarded))))
    desk.does(guard_person, by=desk.director, person_id=guarded.pk, ground="threat")
    outside: dict[str, Any] = {"name": "Farzi Azad", "contact": "0300 9000000"}
    uses.append(desk.use(desk.leave(desk.story(None, is_survivor=True, **outside))))
    uses.append(desk.use(desk.leave(desk.story(None, **outside), is_named=True)))
    for use in uses:
        desk.check(use, desk.keeper)
        desk.check(use, desk.director)
        refused(partial(show, desk, use), "supervisor")
    with pytest.raises(NotThere):
        desk.does(using.decide_use, use_id=uses[0].pk, is_allowed=True, reason="I keep it")
    desk.does(using.decide_use, by=desk.director, use_id=uses[0].pk, is_allowed=False, reason="Her school knows")
    refused(lambda: show(desk, uses[0]), "supervisor")
    desk.does(using.decide_use, by=desk.director, use_id=uses[3].pk, is_allowed=True, reason="Nothing tells of her")
    assert show(desk, uses[3]).state == UseState.SHOWN


def test_who_comes_into_danger_later_is_decided_on_anew_and_comes_down_until_then(desk: Desk) -> None:
    person = desk.person()
    shown = desk.shown(desk.use(desk.leave(desk.story(person))))
    planned = desk.use(shown.consent, place="A second page")
    for who in (desk.keeper, desk.caseworker):
        desk.check(planned, who)
    assert works(desk, desk.director) == []
    desk.does(guard_person, by=desk.director, person_id=person.pk, ground="threat")
    assert sorted(works(desk, desk.director)) == ["Decide", "Decide"]
    assert works(desk, desk.keeper) == ["Take it down"]
    assert Notification.objects.filter(account=desk.keeper, kind="advocacy.use_to_be_decided").count() == 1
    page = signed_in(desk.director).get(reverse("advocacy:use", args=[shown.pk])).content.decode()
    assert reverse("advocacy:use-decide", args=[shown.pk]) in page
    keeps = signed_in(desk.keeper).get(reverse("advocacy:use", args=[shown.pk])).content.decode()
    assert "guarded" not in keeps
    refused(partial(show, desk, planned), "supervisor")
    desk.does(using.decide_use, by=desk.director, use_id=shown.pk, is_allowed=True, reason="It tells nothing of her")
    stays = StoryUse.objects.get(pk=shown.pk)
    assert (stays.state, stays.due_on) == (UseState.SHOWN, shown.consent.ended_on)
    assert (works(desk, desk.director), works(desk, desk.keeper)) == (["Decide"], [])
    StoryUse.objects.filter(pk=shown.pk).update(decide_since=desk.at + DAY)
    desk.does(withdraw_consent, by=desk.director, consent_id=shown.consent.consent_id)
    refused(
        partial(desk.does, using.decide_use, by=desk.director, use_id=shown.pk, is_allowed=True, reason="It may stay"),
        "not planned any more",
    )
    assert StoryUse.objects.get(pk=shown.pk).due_on == localdate(desk.at), (
        "no decision outlives the leave she took back"
    )


def test_the_story_of_a_survivor_and_new_words_are_seen_by_nobody_who_was_not_told(desk: Desk) -> None:
    person = desk.person()
    story = desk.story(person, is_survivor=True)
    beside = desk.world.worker("lawyer", desk.world.gulzar)
    assert seen(desk, desk.caseworker) == [("ST-001", True)]
    assert seen(desk, beside) == [], "what is sealed elsewhere is not told by her story"
    desk.leave(story)
    assert seen(desk, beside) == []
    assert "ST-001" not in Consent.objects.get(person=person).recipient, "many read the record"
    page = signed_in(desk.director).get(reverse("people:person", args=[person.pk])).content.decode()
    assert "ST-001" not in page, "who reads the words once she allows it does not learn whose they are"
    assert seen(desk, desk.keeper) == [("ST-001", True)]
    desk.does(telling.change_words, by=desk.caseworker, story_id=story.pk, version=1, said=WORDS)
    assert seen(desk, desk.keeper) == [], "she has not heard the new words"
    outside = desk.story(None, name="Farzi Azad")
    back = desk.leave(outside)
    page = signed_in(desk.caseworker).get(reverse("advocacy:story-edit", args=[outside.pk])).content.decode()
    assert "is_survivor" in page
    use = desk.use(back)
    assert not use.needs_decision
    said = {**WORDS, "is_survivor": True}
    desk.does(telling.change_words, by=desk.caseworker, story_id=outside.pk, version=1, said=said)
    assert StoryUse.objects.get(pk=use.pk).needs_decision, "what comes out later asks for a supervisor too"
    desk.does(telling.take_back, by=desk.director, consent_id=back.pk)
    assert not StoryConsent.objects.filter(pk=back.pk, withdrawn_at=None), "also when who wrote it down has left"


def test_a_photograph_keeps_nothing_that_its_camera_wrote(desk: Desk) -> None:
    from PIL import Image

    story = desk.story(desk.person())
    given = photograph()
    picture = desk.does(
        telling.add_picture, by=desk.caseworker, story_id=story.pk, file=("nargis at gulzar.jpg", given), says="A gate"
    )
    kept = contents(picture.file)
    assert b"Farzi Phone" in given
    assert b"Gulzar" in given
    for told in (b"Farzi", b"Gulzar", b"Exif", b"yard"):
        assert told not in kept
    with Image.open(BytesIO(kept)) as image:
        assert (image.size, dict(image.getexif()), image.info.get("comment")) == ((40, 60), {}, None), "turned upright"
        red = image.crop((30, 20, 40, 40)).resize((1, 1)).tobytes()[0]
    assert red > 200, "what was above in the file stands on the right now"
    assert picture.file.name == "ST-001-1.jpg", "nor does its name tell"
    story.refresh_from_db()
    assert story.version == 2, "leave and checks are asked anew"
    with acting_as(desk.caseworker, desk.at):
        assert may_read(picture.file, desk.caseworker)
    with acting_as(desk.keeper, desk.at):
        assert not may_read(picture.file, desk.keeper), "she has allowed nothing"
    for other in (b"%PDF-1.4\n%%EOF", b"GIF89a", given[:40], b""):
        with pytest.raises(FileRefused):
            plain_picture(other)


def test_whose_story_it_is_stands_on_no_page_of_who_publishes(desk: Desk) -> None:
    person = desk.person()
    story = desk.story(person)
    use = desk.use(desk.leave(story))
    desk.check(use, desk.keeper)
    page = reverse("advocacy:story", args=[story.pk])
    pages = [page, reverse("advocacy:stories"), reverse("advocacy:use", args=[use.pk]),
             reverse("advocacy:use-check", args=[use.pk])]  # fmt: skip
    keeper: Client = signed_in(desk.keeper)
    for address in pages[:3]:
        body = keeper.get(address).content.decode()
        assert "ST-001" in body
        assert "Nargis" not in body
        assert str(person.pk) not in body
    knows = signed_in(desk.caseworker)
    assert "Nargis" in knows.get(page).content.decode()
    assert Event.objects.filter(act="people.person.opened").exists() or Event.objects.filter(subject=str(person.pk))
    assert "ST-001" in knows.get(reverse("people:person", args=[person.pk])).content.decode()
    for stranger in (desk.elsewhere, desk.analyst):
        client = signed_in(stranger)
        assert [client.get(address).status_code for address in (page, *pages[2:])] == [404, 404, 404]
    assert keeper.get(reverse("advocacy:story-edit", args=[story.pk])).status_code == 404
    assert keeper.post(reverse("advocacy:leave-back", args=[use.consent_id])).status_code == 404
    assert knows.post(reverse("advocacy:leave-back", args=[use.consent_id])).status_code == 302
    assert keeper.get(reverse("advocacy:use", args=[use.pk])).status_code == 404, "cancelled, and nothing to clear"


def test_behind_the_wall_whose_story_it_is_is_there_for_who_knows_her_alone(desk: Desk) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no walls")
    story = desk.story(desk.person())
    desk.story(None, name="Farzi Azad")
    leave = desk.leave(story)
    desk.does(telling.add_picture, by=desk.caseworker, story_id=story.pk, file=("a.jpg", photograph()), says="A gate")
    desk.does(telling.read_again, by=desk.caseworker, consent_id=leave.pk, on=TODAY)
    desk.shown(desk.use(leave))

    def there() -> dict[str, tuple[int, bool, bool, bool, bool]]:
        found = {}
        for name in ("caseworker", "keeper", "director", "elsewhere", "analyst"):
            with acting_as(getattr(desk, name), desk.at):
                tables: list[Any] = [Story, StoryWords, StoryPicture, StoryUse]
                told, words, pictures, uses = (one.objects.exists() for one in tables)
                found[name] = (StoryPerson.objects.count(), told, words, pictures, uses)
        return found

    strangers = {"elsewhere": (0, False, False, False, True), "analyst": (0, False, False, False, False)}
    assert there() == {
        "caseworker": (2, True, True, True, True), "keeper": (0, True, True, True, True),
        "director": (2, True, True, True, True), **strangers,
    }, "words that name nobody for who has to do with stories; whose they are by need to know"  # fmt: skip
    desk.does(telling.take_back, by=desk.caseworker, consent_id=leave.pk)
    desk.at += DAY / 24
    after = there()
    assert after["keeper"] == (0, True, False, False, True), "a number to be cleared, and not a word of it"
    for name, tells in (("keeper", False), ("elsewhere", False), ("caseworker", True)):
        with acting_as(getattr(desk, name), desk.at):
            assert RecognitionCheck.objects.exists() is tells, "who checked says how she might be known"
    assert after["caseworker"] == (2, True, True, True, True)
    assert {name: after[name] for name in strangers} == strangers


def test_of_two_stories_written_in_one_instant_each_has_a_number(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = desk.story(None, name="Farzi Azad")
    late = iter([0, 0, first.number])
    monkeypatch.setattr(telling, "_last_number", lambda _at: next(late))
    assert desk.story(None, name="Farzi Bano").number == first.number + 1, "twice the other one was not seen yet"
    monkeypatch.setattr(telling, "_last_number", lambda _at: 0)
    refused(lambda: desk.story(None, name="Farzi Chaudhry"), "same instant")
    assert (Story.objects.count(), StoryWords.objects.count(), StoryPerson.objects.count()) == (2, 2, 2)


def test_a_publication_with_a_story_is_signed_by_somebody_else_once_the_story_may_be_used(desk: Desk) -> None:
    one = desk.does(
        publications.keep_publication, said={"title": "Delay", "kind": "report", "embargo_at": desk.at + DAY}
    )
    leave = desk.leave(desk.story(desk.person()), channel="report")
    use = desk.use(leave, publication=one)
    desk.does(publications.add_file, publication_id=one.pk, language="en", file=PDF)
    desk.does(publications.ask_to_sign, publication_id=one.pk)
    with pytest.raises(NotThere):
        desk.does(publications.sign, publication_id=one.pk)
    sign: dict[str, Any] = {"by": desk.director, "publication_id": one.pk}
    refused(lambda: desk.does(publications.sign, **sign), "ST-001: Two people")
    desk.check(use, desk.keeper)
    desk.check(use, desk.director)
    signed = desk.does(publications.sign, **sign)
    sent: dict[str, Any] = {"publication_id": one.pk, "kind": "sent", "on": TODAY, "who": "The press", "says": ""}
    assert not signed.is_out(desk.at)
    assert StoryUse.objects.get(pk=use.pk).state == UseState.SHOWN, "it is in print"
    refused(lambda: desk.does(publications.note, **sent), "embargo")
    desk.at += 2 * DAY
    desk.does(publications.note, **sent)
    desk.does(publications.note, **{**sent, "kind": "correction", "says": "Table 2 counts days, not people."})
    desk.does(telling.take_back, by=desk.caseworker, consent_id=leave.pk)
    refused(lambda: desk.does(publications.note, **sent), "must come down")
    page = signed_in(desk.keeper).get(reverse("advocacy:publication", args=[one.pk])).content.decode()
    assert "Table 2 counts days" in page


def test_stories_follow_a_merge_and_go_back_when_it_is_undone(desk: Desk) -> None:
    one, other = desk.person(), desk.person(full_name="Nargis Farzi Bibi", cnic="9040300000040", prison_id="UTP-9")
    story = desk.story(other)
    merge = desk.does(merge_persons, by=desk.director, keep_id=one.pk, gone_id=other.pk)
    assert StoryPerson.objects.get(story=story).person_id == one.pk
    desk.does(unmerge_persons, by=desk.director, merge_id=merge.pk)
    assert StoryPerson.objects.get(story=story).person_id == other.pk
    assert Story.objects.count() == 1
    assert not StoryConsent.objects.exists()
