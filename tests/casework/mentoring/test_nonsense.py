"""No page of mentoring answers 500 whatever is sent to it, with real rows behind every address."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Posting
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring import operations as act
from rihai.casework.mentoring.models import MentorConcern
from rihai.casework.mentoring.urls import urlpatterns
from tests.casework.mentoring.office import NOON, Office, client_of, key, met
from tests.house.test_fuzz import NASTY, fields_of

pytestmark = pytest.mark.django_db


def _keys(office: Office) -> dict[str, Any]:
    """A key that is there, by the name of the address."""
    one = office.volunteer(account=office.mentor)
    running, proposed = office.match(one), office.propose(one, office.gul)
    with acting_as(office.coordinator, NOON):
        meeting = act.record_meeting(
            match_id=running.pk, key=key(), said=met(risk=True, worry="w"), actor=office.coordinator, at=NOON
        )
        reference = act.ask_reference(
            volunteer_id=one.pk, name="Ustad", relation="teacher", actor=office.coordinator, at=NOON
        )
    with as_house(NOON):
        concern = MentorConcern.objects.get()
    of_name = {
        "mentor-wish": office.nargis, "mentor-suggestions": office.nargis, "mentor-propose": office.nargis,
        "mentor-answer": proposed, "mentor-meeting-correct": meeting, "mentor-settle": concern,
        "mentor-reference-answer": reference,
    }  # fmt: skip
    found = {}
    for pattern in urlpatterns:
        default = running if "matches/" in str(pattern.pattern) else one
        found[str(pattern.name)] = of_name.get(str(pattern.name), default).pk
    return {**found, "volunteer": one.pk}


def test_no_page_of_mentoring_answers_500_whatever_is_sent(office: Office) -> None:
    for role in ("supervisor", "mentor"):
        Posting.objects.create(
            account=office.coordinator, role=role, place=office.world.gulzar,
            started_on=timezone.localdate() - timedelta(days=9),
        )  # fmt: skip
    keys = _keys(office)
    client, nasty = client_of(office.coordinator), cycle(NASTY)
    for pattern in urlpatterns:
        takes = {"pk": keys[str(pattern.name)], "side": "mentor", "volunteer": keys["volunteer"]}
        given = {name: takes[name] for name in pattern.pattern.converters}
        path = reverse(f"casework:{pattern.name}", kwargs=given)
        fields = fields_of(client.get(path, {"tab": next(nasty), "state": next(nasty)}))
        sent = {
            name: values[-1] if values and at % 2 else next(nasty) for at, (name, values) in enumerate(fields.items())
        }
        with transaction.atomic():
            assert client.post(path, sent).status_code < 500, (path, sent)
            transaction.set_rollback(True)


@pytest.mark.parametrize("text", ["x" * 5000, "a\x00b", "\u202eevil"])
def test_what_nobody_means_to_write_is_refused_beside_the_field(office: Office, text: str) -> None:
    office.propose(office.volunteer(account=office.mentor))
    answer = client_of(office.coordinator).post(
        reverse("casework:mentor-wish", args=[office.nargis.pk]),
        {"wants": "yes", "with_sex": "any", "faith": "no_matter", "not_wanted": text},
    )
    assert answer.status_code == 422
    assert 'id="id_not_wanted_error"' in answer.content.decode()
