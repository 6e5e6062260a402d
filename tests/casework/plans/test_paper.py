"""The plan she can be given: one page in her language with pictures; nothing of health on it but on her word."""

from __future__ import annotations

import os
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from pypdf import PdfReader

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.casework.plans.models import Plan, PlanPaper
from rihai.casework.plans.operations import give_paper
from rihai.casework.plans.operations.errors import WrongPlan
from rihai.casework.plans.paper import plan_pdf
from rihai.casework.plans.queries.plans import shown
from rihai.casework.plans.tables import domains, pictures, step_kinds
from tests.casework.plans.office import Desk, client_of

pytestmark = pytest.mark.django_db
SHOTS = os.environ.get("PLAN_SHOTS", "")


def a_plan(desk: Desk, many: int = 0) -> Plan:
    """A plan as one is: two goals and four steps, one of them of health."""
    plan, day = desk.plan(), timedelta(days=1)
    family = desk.goal(plan, "میں ہر ہفتے اپنے بچوں سے بات کرنا چاہتی ہوں", need_id=desk.need(plan).pk)
    papers = desk.goal(plan, "میرا شناختی کارڈ بن جائے", need_id=desk.need(plan, "papers").pk)
    desk.step(family, kind="call", what="ہفتے کی شام، امی کے گھر", owned_by="herself")
    desk.step(family, kind="visit", what="", owned_by="family", owner_name="امی", due_on=desk.today + 9 * day)
    desk.step(papers, kind="papers", what="نادرا کی گاڑی جمعرات کو آتی ہے", due_on=desk.today + 4 * day)
    desk.step(
        papers, kind="home", what="", owned_by="partner", owner_name="Shelter Gulistan", due_on=desk.today + 20 * day
    )
    ill = desk.goal(plan, "insulin every day", desk.health, need_id=desk.need(plan, "health", desk.health).pk)
    desk.step(ill, desk.health, kind="doctor", what="insulin at the clinic")
    for at in range(many):
        desk.step(papers, kind="class", what=f"Sitting {at} of the class, in the room behind the kitchen")
    return plan


def words_of(content: bytes) -> tuple[int, str]:
    read = PdfReader(BytesIO(content))
    return len(read.pages), " ".join(" ".join(one.extract_text() for one in read.pages).split())


@pytest.mark.parametrize(("language", "many"), [("en", 0), ("ur", 20), *([("en", 20), ("ur", 0)] if SHOTS else [])])
def test_it_is_one_page_however_much_stands_in_the_plan(desk: Desk, language: str, many: int) -> None:
    plan = a_plan(desk, many)
    paper = desk.do(give_paper, plan_id=plan.pk, language=language)
    with acting_as(desk.amina):
        content = plan_pdf(shown(plan, actor=desk.amina), paper, day=desk.today)
    pages, words = words_of(content)
    assert pages == 1
    assert "insulin" not in words
    assert "489-F" not in words, "no offence"
    if language == "en":
        assert "Nargis Farzi" in words
        assert "This help is free" in words
        assert many or "Shelter Gulistan" in words
    if SHOTS:
        Path(SHOTS, f"plan.{language}.{many}.pdf").write_bytes(content)


def test_health_stands_on_it_only_on_her_word_and_by_whoever_sees_it(desk: Desk) -> None:
    plan = a_plan(desk)
    with pytest.raises(WrongPlan):
        desk.do(give_paper, plan_id=plan.pk, language="en", besides=["health"], her_word="yes")
    with pytest.raises(WrongPlan, match="write down the answer"):
        desk.do(give_paper, desk.health, plan_id=plan.pk, language="en", besides=["health"])
    client, address = client_of(desk.health), reverse("casework:plan-paper", args=[plan.pk])
    assert client.post(address, {"language": "en", "besides": "health", "her_word": ""}).status_code == 422
    asked = {"language": "en", "besides": "health", "her_word": "Yes, for my sister."}
    answer = client.post(address, asked)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert "insulin" in words_of(answer.content)[1]
    with as_house():
        kept = PlanPaper.objects.get()
    assert (kept.classes, kept.data_class, kept.her_word) == ("personal health", "health", "Yes, for my sister.")
    plain = client.post(address, {"language": "en"})
    assert "insulin" not in words_of(plain.content)[1]


def test_every_domain_and_every_kind_of_step_has_its_picture_and_both_languages() -> None:
    assert len(domains()) == 15
    told = [(one.picture, one.en, one.ur) for one in domains().values()]
    told += [(one.picture, one.en, one.ur) for one in step_kinds().values()]
    for picture, english, urdu in told:
        assert pictures()[picture].startswith("<")
        assert english.isascii()
        assert not urdu.isascii()
