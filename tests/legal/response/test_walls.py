"""PostgreSQL shows of answers what Python’s filter shows, also where it is forgotten; only the house writes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.legal.response.models import ClockAct, Response, State, Step, StepNote, Telling
from rihai.legal.response.operations import did_clock_act, record_refusal, take
from rihai.legal.response.queries.sight import (
    clock_acts_for,
    notes_for,
    responses_for,
    steps_for,
    tellings_for,
)
from tests.legal.response.conftest import DELAY, INSIDE, Office
from tests.screening.cast import keep, woman

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="walls stand on PostgreSQL alone"),
]
ROLES = ("caseworker", "lawyer", "health_worker", "supervisor", "records_officer", "administrator")
TABLES: tuple[tuple[type[models.Model], Any], ...] = (
    (Response, responses_for),
    (Step, steps_for),
    (StepNote, notes_for),
    (Telling, tellings_for),
    (ClockAct, clock_acts_for),
)


@pytest.fixture
def answered(office: Office) -> Office:
    """Answers of class personal and of class legal in two prisons."""
    for role in ROLES:
        office.world.worker(role, None if role == "administrator" else office.world.gulzar)
    told = woman(office.today, full_name="Zubaida Misali")
    told["cases"][0]["delay_attributed_to_accused"] = False
    for place in (office.world.gulzar, office.world.naya_bagh):
        for record in (told, woman(office.today)):
            with acting_as(office.sana):
                person = keep(record, place, office.sana)
            office.do(office.sana, record_refusal, row_id=office.line(person, DELAY), reason="court_merits",
                      on=office.today, level="high", words="secret")  # fmt: skip
    bailed = office.bailed()
    office.do(office.sana, did_clock_act, row_id=office.line(bailed, INSIDE), cause="bail_not_furnished", clock=1,
              on=office.today)  # fmt: skip
    return office


@pytest.mark.parametrize("role", ROLES)
def test_a_forgotten_filter_shows_nothing_more(answered: Office, role: str) -> None:
    who = answered.world.worker(role, None if role == "administrator" else answered.world.gulzar)
    with acting_as(who):
        for model, filtered in TABLES:
            bare = set(model._default_manager.values_list("pk", flat=True))
            assert bare == set(filtered(who).values_list("pk", flat=True)), model
        if role in {"caseworker", "supervisor"}:
            assert set(Response.objects.values_list("data_class", flat=True)) == {"personal"}
            assert not StepNote.objects.exists()
        if role == "lawyer":
            assert "legal" in set(Response.objects.values_list("data_class", flat=True))
            assert StepNote.objects.exists()


def test_nobody_but_the_house_writes_past_an_operation(answered: Office) -> None:
    office = answered
    line = office.line(office.woman())
    office.do(office.sana, take, row_id=line)
    with acting_as(office.sana):
        assert Response.objects.update(state=State.CLOSED) == 0
        found = Response.objects.all()[0]
        with pytest.raises(DatabaseError), transaction.atomic():
            Response.objects.create(
                person_id=found.person_id, provision="x", data_class="personal", touched_at=timezone.now()
            )
