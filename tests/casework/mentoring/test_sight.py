"""A mentor who signs in sees her match and nobody else; others learn that there is a mentor, and not what was said."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring import operations as act
from rihai.casework.mentoring.models import MentorMatch
from rihai.casework.mentoring.urls import urlpatterns
from rihai.casework.mentoring.work import mine
from tests.casework.mentoring.office import NOON, TODAY, Office, client_of, key

pytestmark = pytest.mark.django_db
LIVED = "Nargis Farzi"


def test_a_mentor_sees_one_person_on_every_page_there_is(office: Office) -> None:
    theirs = office.match(office.volunteer("Farida Misali", office.other_mentor), office.gul)
    ours = office.match()
    client = client_of(office.mentor)

    people = client.get(reverse("people:index")).content.decode()
    assert (LIVED in people, "Gul Farzi" in people) == (True, False)
    searched = "".join(
        client.get("/search/", {"q": words}).content.decode() for words in ("Gul Farzi", "9040300000016")
    )
    assert "UTP-119" not in searched
    assert reverse("people:person", args=[office.gul.pk]) not in searched
    assert client.get(reverse("people:person", args=[office.gul.pk])).status_code == 404
    assert client.get("/api/people", {"q": "Gul"}).status_code in {401, 403, 404}
    for pattern in urlpatterns:
        path = str(pattern.pattern)
        if "pk" in pattern.pattern.converters:
            pk = theirs.pk if "matches/" in path else office.gul.pk if "people/" in path else theirs.volunteer_id
            takes = {"pk": pk, "side": "person", "volunteer": theirs.volunteer_id}
            address = reverse(
                f"casework:{pattern.name}", kwargs={name: takes[name] for name in pattern.pattern.converters}
            )
            assert {client.get(address).status_code, client.post(address).status_code} <= {404, 405}, address
    own = client.get(reverse("casework:mentor-match", args=[ours.pk])).content.decode()
    assert LIVED in own
    assert "Why these two" not in own


def test_what_only_coordinators_do_is_not_there_for_the_mentor_of_the_match(office: Office) -> None:
    match = office.match()
    client = client_of(office.mentor)
    for name in ("pause", "end", "resume", "call", "take-over"):
        address = reverse(f"casework:mentor-{name}", args=[match.pk])
        assert {client.get(address).status_code, client.post(address).status_code} <= {404, 405}, name
    for address in ("mentoring", "mentor-waiting", "mentor-volunteers", "mentor-new"):
        assert client.get(reverse(f"casework:{address}")).status_code == 404


def test_a_proposal_tells_the_mentor_nothing_by_which_she_could_be_known(office: Office) -> None:
    office.wish(not_wanted="Nobody from Chak 9.")
    proposed = office.propose(office.volunteer(account=office.mentor))
    client = client_of(office.mentor)
    pages = [reverse("casework:mentor-mine"), reverse("casework:mentor-answer", args=[proposed.pk, "mentor"])]
    for page in pages:
        text = client.get(page).content.decode()
        assert "Women’s Prison Gulzar" in text
        assert [word for word in (LIVED, "UTP-118", "381", "Chak 9") if word in text] == []
    with acting_as(office.mentor, NOON):
        assert [row.who for row in mine(office.mentor, TODAY)] == ["Somebody"]
    assert client.get(reverse("casework:mentor-match", args=[proposed.pk])).status_code == 404


def test_when_it_has_ended_the_mentor_is_shown_nothing_any_more(office: Office) -> None:
    match = office.match()
    client, page = client_of(office.mentor), reverse("casework:mentor-match", args=[match.pk])
    assert client.get(page).status_code == 200
    with acting_as(office.coordinator):
        act.pause_match(
            match_id=match.pk, version=match.version, why="she_wishes", actor=office.coordinator, at=timezone.now()
        )
    assert client.get(page).status_code == 404
    assert LIVED not in client.get(reverse("casework:mentor-mine")).content.decode()


def said_of_her(account: Account, office: Office) -> str:
    """The person's page, as an account sees it."""
    return client_of(account).get(reverse("people:person", args=[office.nargis.pk])).content.decode()


def test_others_learn_that_there_is_a_mentor_and_who_works_on_her_case_who_it_is(office: Office) -> None:
    office.match()
    lawyer = office.world.worker("lawyer", office.world.gulzar)
    told = said_of_her(lawyer, office)
    assert ("Has a mentor: yes." in told, "Parveen Misali" in told) == (True, False)
    assert "Parveen Misali" in said_of_her(office.caseworker, office)
    with as_house(NOON):
        match = MentorMatch.objects.get()
    for account in (lawyer, office.caseworker, office.far):
        assert client_of(account).get(reverse("casework:mentor-match", args=[match.pk])).status_code == 404


def test_a_caseworker_can_say_what_worries_her_and_does_not_read_it_afterwards(office: Office) -> None:
    match = office.match()
    client, page = client_of(office.caseworker), reverse("casework:mentor-concern", args=[match.pk])
    refused = client.post(page, {"about": "mentor", "what": "He asked for her number."})
    assert refused.status_code == 422, "about a mentor it goes sealed to who safeguards, and not to the coordinator"
    assert "a concern about one of us" in refused.content.decode()
    told = client.post(page, {"about": "other", "what": "He asked for her number."}, follow=True).content.decode()
    assert ("nobody else" in told, "asked for her number" in told) == (True, False)
    text = client_of(office.chief).get(reverse("casework:mentor-match", args=[match.pk])).content.decode()
    assert "He asked for her number." in text


def test_a_meeting_is_written_in_a_minute_and_corrected_by_who_wrote_it(office: Office) -> None:
    match = office.match()
    client = client_of(office.mentor)
    page = reverse("casework:mentor-meeting", args=[match.pk])
    today = timezone.localdate().isoformat()
    said: dict[str, Any] = {"outcome": "met", "on": today, "how": "visit", "minutes": "45", "key": str(key())}
    with as_house(NOON):
        MentorMatch.objects.update(started_on=timezone.localdate())
    assert client.post(page, {**said, "risk": "on"}).status_code == 422, "a worry has words"
    answer = client.post(page, said, follow=True).content.decode()
    assert "45 minutes" in answer
    with acting_as(office.mentor):
        meeting = MentorMatch.objects.get().meetings.get()
    correct = reverse("casework:mentor-meeting-correct", args=[meeting.pk])
    answer = client.post(correct, {**said, "minutes": "60", "version": 1}, follow=True).content.decode()
    assert "60 minutes" in answer
