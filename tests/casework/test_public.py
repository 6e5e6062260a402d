"""What anybody may open: an offer to be a mentor is kept for its coordinator alone; a code says that it was given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.models import Volunteer, VolunteerState
from rihai.casework.mentoring.queries.reach import volunteers_for
from rihai.casework.mentoring.views.public import MOST
from rihai.casework.services.operations import end_enrolment
from rihai.casework.sessions.models import Certificate
from rihai.casework.sessions.operations import give_certificate
from tests.casework.services.office import make_office
from tests.people.world import NOON, TODAY, make_world

pytestmark = pytest.mark.django_db
OFFER = "/casework/mentoring/offer/"
SAID: dict[str, Any] = {
    "name": "Parveen Misali", "phone": "0300 0000000", "sex": "female", "languages": ["ur"], "motive": "I was helped.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def nobody_has_asked() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def test_an_offer_from_outside_is_kept_for_whoever_coordinates_there(client: Any) -> None:
    world = make_world()
    assert client.get(OFFER).status_code == 404, "where nobody would read it there is no page"
    near = world.worker("mentor_coordinator", world.gulzar)
    far = world.worker("mentor_coordinator", world.naya_bagh)
    page = client.get(OFFER).content.decode()
    assert "Women’s Prison Gulzar" in page
    said = {**SAID, "place": world.gulzar.pk}
    assert client.post(OFFER, {**said, "website": "https://spam.example"}).status_code == 302
    with as_house(NOON):
        assert not Volunteer.objects.exists(), "a machine is thanked, and nothing is kept"
    assert client.post(OFFER, {**said, "place": world.province.pk, "phone": ""}).status_code == 422
    answer = client.post(OFFER, said, follow=True)
    assert "Somebody of our office will ring you" in answer.content.decode()
    with acting_as(near, NOON):
        made = volunteers_for(near).get()
        assert (made.name, made.phone, made.state) == (SAID["name"], SAID["phone"], VolunteerState.APPLIED)
        assert (made.vetted_until, made.account_id, made.person_id) == (None, None, None)
    with acting_as(far, NOON):
        assert not volunteers_for(far).exists()
    statuses = [client.post(OFFER, said).status_code for _again in range(MOST)]
    assert statuses == [302] * (MOST - 1) + [429]
    with as_house(NOON):
        assert Volunteer.objects.count() == MOST


def test_a_code_says_that_a_certificate_was_given_and_names_nobody(client: Any) -> None:
    office = make_office()
    person = office.person()
    enrolment = office.enrolled(person, "skills_training")
    who: dict[str, Any] = {"actor": office.worker, "at": NOON}
    with acting_as(office.worker, NOON):
        end_enrolment(enrolment_id=enrolment.pk, version=1, outcome_id="finished", on=TODAY, **who)
        made = give_certificate(
            enrolment_id=enrolment.pk, subject="Tailoring", subject_ur="سلائی", trainer="Ustani", on=TODAY, **who
        )
    url = reverse("casework:certificate-check")
    shown = client.get(url, {"code": made.code.lower().replace("-", " ")}).content.decode()
    assert "It was given by us" in shown
    assert "Tailoring" in shown
    assert "Farzi" not in shown
    assert "Gulzar" not in shown
    for name, says in (("Nargis Farzee", "is the one on it"), ("Gul Misali", "is not the one on it")):
        assert says in client.post(url, {"code": made.code, "name": name}).content.decode()
    assert "No certificate has this code" in client.get(url, {"code": "AAAA-AAAA"}).content.decode()
    with as_house(NOON):
        Certificate.objects.update(data_class="health")
    shown = client.get(url, {"code": made.code}).content.decode()
    assert "It was given by us" in shown
    assert "Tailoring" not in shown
    answers = [client.get(url, {"code": "AAAA-AAAA"}).status_code for _again in range(26)]
    assert answers[-1] == 429
