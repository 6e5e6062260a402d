"""Answers to the shipped forms become assessments and talks, by class; what is of health stays with health."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.casework.plans.handlers import FIRST_DAYS, FIRST_DAYS_FORM, NEEDS, NEEDS_FORM, take_needs_answer
from rihai.casework.plans.models import Assessed, AtOnce, FirstDays, FirstDaysHealth, Step
from rihai.casework.plans.queries.assessed import assessments_of, compared
from rihai.instruments.errors import NoSuchForm
from rihai.instruments.operations import give, install_shipped
from rihai.instruments.queries import answers_of, published
from rihai.kit.handling import GivenAnswer
from tests.casework.plans.office import Desk, client_of

pytestmark = pytest.mark.django_db
DOMAINS = (
    "accommodation", "attitudes", "family", "substances", "work", "money", "health", "papers", "legal", "safety",
    "community", "disability", "children",
)  # fmt: skip
TALK: dict[str, Any] = {
    "has_children": "yes", "children_outside": 2, "who_tonight": "ان کی خالہ", "children_safe": "unknown",
    "called": "no", "family_told": "no", "not_to_call": "his brother", "takes_medicine": "yes", "medicine": "insulin",
    "hurt": "no", "needs_today": ["sanitary"], "self_harm": "yes", "helps": "her sister", "afraid": "no",
    "first_thing": "find out about the children",
}  # fmt: skip


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The office with the forms that are shipped."""
    with as_house():
        install_shipped(at=timezone.now() - timedelta(days=2))
    return desk


def needs(**levels: str) -> dict[str, Any]:
    values: dict[str, Any] = {"occasion": "admission", "with_her": "yes", **{f"{one}_level": "0" for one in DOMAINS}}
    return {**values, **{f"{name}_level": level for name, level in levels.items()}}


def test_an_answered_assessment_is_compared_and_its_health_is_for_health(desk: Desk) -> None:
    key = str(desk.nargis.pk)
    first = desk.do(give, form_id=NEEDS_FORM, handler=NEEDS, subject=key, values=needs(family="3", health="2"))
    desk.do(give, form_id=NEEDS_FORM, handler=NEEDS, subject=key, values=needs(family="1"))
    with acting_as(desk.amina):
        rows = {
            one.domain: one
            for one in compared(assessments_of(desk.nargis.pk, actor=desk.amina)[::-1], actor=desk.amina)
        }
    assert [cell.said.level if cell.said else None for cell in rows["family"].cells] == [3, 1]
    assert "health" not in rows
    with as_house():
        form = published(NEEDS_FORM)
        assert form is not None
        assert "abuse" not in form.xform, "what is sealed is asked in the survivor's own form alone"
    again = GivenAnswer(
        id=first.pk, form_id=NEEDS_FORM, version_id=first.version_id, number=2, handler=NEEDS, subject=key,
        person_id=desk.nargis.pk, data_class="health", values=needs(family="2"), actor=desk.amina, at=timezone.now(),
    )  # fmt: skip
    with acting_as(desk.amina):
        take_needs_answer(again)
    with as_house():
        assert sorted(Assessed.objects.filter(domain="family").values_list("level", flat=True)) == [1, 2]
    page = client_of(desk.amina).get(reverse("casework:assessments", args=[desk.nargis.pk])).content.decode()
    assert "Ask again" in page
    assert "less than before" in page


def test_the_talk_of_the_first_days_comes_in_by_class_and_calls_somebody_at_once(desk: Desk) -> None:
    desk.do(give, form_id=FIRST_DAYS_FORM, handler=FIRST_DAYS, subject=str(desk.nargis.pk), values=TALK)
    with as_house():
        first, health = FirstDays.objects.get(), FirstDaysHealth.objects.get()
        steps = set(Step.objects.values_list("kind", "data_class"))
        assert AtOnce.objects.count() == 1
    assert (first.children_home, first.children_tonight, first.call_home) == (2, "unknown", "wanted")
    assert (first.not_to_call, first.clothing, first.sanitary) == ("his brother", "enough", "needs")
    assert (health.medicine, health.medicine_which, health.self_harm) == ("needs", "insulin", "yes")
    personal = {(one, "personal") for one in ("children", "call", "washing")}
    assert steps == personal | {("medicine", "health")}
    with acting_as(desk.health):
        assert len(answers_of(desk.nargis.pk, FIRST_DAYS_FORM, actor=desk.health)) == 1
    with acting_as(desk.bina):
        assert not answers_of(desk.nargis.pk, FIRST_DAYS_FORM, actor=desk.bina)
    page = client_of(desk.bina).get(reverse("casework:first-days-of", args=[desk.nargis.pk])).content.decode()
    assert "his brother" in page
    assert "insulin" not in page
    assert "her sister" not in page


def test_nobody_asks_a_person_they_do_not_see(desk: Desk) -> None:
    with pytest.raises(NoSuchForm):
        desk.do(give, desk.stranger, form_id=NEEDS_FORM, handler=NEEDS, subject=str(desk.nargis.pk), values=needs())
    with pytest.raises(NoSuchForm):
        desk.do(give, form_id=NEEDS_FORM, handler=NEEDS, subject="nobody", values=needs())
