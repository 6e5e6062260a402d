"""A contingency plan: from its template to a page on the wall; approved by somebody else, frozen, changed anew."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import guard
from rihai.kit.audit.models import Event, Opening
from rihai.kit.classes import DataClass
from rihai.people.models import Person
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.plans import operations, rows
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.models import PlanVersion
from rihai.preparedness.plans.templates_known import templates
from rihai.preparedness.plans.work import rows as work
from rihai.preparedness.posts.operations import give_post
from rihai.screening.models import AtRisk
from tests.paper.seen import pdf_text
from tests.preparedness.procedures.world import TODAY, Office, signed_in


def test_each_hazard_has_a_template_in_both_languages_without_numbers_of_ours() -> None:
    assert set(templates()) == set(Hazard.values)
    for one in templates().values():
        lines = [*one.roles, *one.steps, *one.entries]
        assert all(line.en and line.ur for line in lines)
        assert not [line for line in lines if any(sign.isdigit() for sign in line.en + line.ur + line.more_en)]
        assert all(words["en"] and words["ur"] for words in one.texts.values())
        assert one.sources


def test_a_plan_is_in_force_once_it_says_all_and_somebody_else_approved_it(office: Office) -> None:
    begun = office.does(operations.begin_plan, place_id=office.prison.pk, hazard="fire")
    with pytest.raises(NotSo, match="minutes for each step; a number for each agency"):
        office.does(operations.ask_approval, edition_id=begun.pk, version=begun.version)
    with acting_as(office.writer, office.at):
        begun.steps.update(minutes=5)
        begun.entries.filter(sort="agency").update(phone="000")
    said = {"says": "Open the tank", "says_ur": "", "post": "water", "minutes": 3}
    one = office.does(rows.keep_row, edition_id=begun.pk, sort="step", said=said)
    with pytest.raises(NotSo, match="in Urdu"):
        office.does(operations.ask_approval, edition_id=begun.pk, version=one.version)
    tank = one.steps.get(says="Open the tank")
    _two_change_it(office, one, tank.pk)
    office.does(rows.keep_row, edition_id=one.pk, sort="step", row_id=tank.pk, said={**said, "says_ur": "ٹینک کھولیں"})
    one = office.does(rows.move_row, edition_id=one.pk, sort="step", row_id=tank.pk)
    assert list(one.steps.all())[-2].pk == tank.pk
    one = office.does(operations.ask_approval, edition_id=one.pk, version=one.version)
    with pytest.raises(NotSo, match="frozen"):
        office.does(rows.drop_row, edition_id=one.pk, sort="step", row_id=tank.pk)
    with pytest.raises(NotSo, match="Somebody else has to approve"):
        office.does(operations.approve, edition_id=one.pk, version=one.version, review_on=date(2027, 11, 1))
    with pytest.raises(NotThere):
        office.does(operations.approve, by=office.caseworker, edition_id=one.pk, version=one.version,
                    review_on=date(2027, 11, 1))  # fmt: skip
    assert not work(office.writer, TODAY)
    assert [row.word for row in work(office.approver, TODAY)] == ["To approve"]

    client = signed_in(office.approver)
    answer = client.post(
        reverse("preparedness:plan-approve", args=[one.pk]),
        {"review_on": localdate() + timedelta(days=300), "version": one.version},
    )
    assert answer.status_code == 302, answer.context and answer.context["form"].errors
    one.refresh_from_db()
    assert (one.state, one.approved_by_name) == ("in_force", office.approver.name)
    assert [row.word for row in work(office.writer, localdate() + timedelta(days=301))] == ["Expired"]

    two = office.does(operations.begin_version, plan_id=one.plan_id)
    assert [step.says for step in two.steps.all()] == [step.says for step in one.steps.all()]
    two = office.does(
        operations.write_texts, edition_id=two.pk, version=two.version,
        said={**{name: getattr(two, name) for name in operations.TEXTS}, "triggers": "Smoke, or a smell of burning.",
              "changes": "Nobody waits for flames"},
    )  # fmt: skip
    page = client.get(reverse("preparedness:plan-changes", args=[two.pk])).content.decode()
    assert "<del>" in page
    assert "<ins>" in page
    assert 'dir="ltr"' in page
    two = office.does(operations.ask_approval, edition_id=two.pk, version=two.version)
    back = office.does(operations.send_back, by=office.approver, edition_id=two.pk, version=two.version, why="Say who")
    two = office.does(operations.ask_approval, edition_id=two.pk, version=back.version)
    office.does(operations.approve, by=office.approver, edition_id=two.pk, version=two.version,
                review_on=date(2027, 11, 1))  # fmt: skip
    assert dict(PlanVersion.objects.values_list("number", "state")) == {1: "replaced", 2: "in_force"}


def _two_change_it(office: Office, one: PlanVersion, step: UUID) -> None:
    """The second to write is shown what the first wrote; nothing is overwritten."""
    address = reverse("preparedness:plan-row", args=[one.pk, "step", step])
    first, second = signed_in(office.writer), signed_in(office.writer)
    form = second.get(address).context["form"]
    was = {f"initial-{name}": form.initial[name] or "" for name in form.fields}
    said = {**{name: form.initial[name] or "" for name in form.fields}, **was, "version": form.record_version}
    assert first.post(address, {**said, "minutes": 4}).status_code == 302
    late = second.post(address, {**said, "minutes": 9})
    assert [row.name for row in late.context["form"].differences] == ["minutes"]
    assert one.steps.get(pk=step).minutes == 4


def test_the_plan_goes_on_paper_in_both_languages_and_names_nobody_who_is_held(office: Office) -> None:
    nargis = office.world.enter(office.world.worker("records_officer", office.prison), days_ago=1)
    one = office.in_force()
    since = TODAY - timedelta(days=1)
    office.does(give_post, place_id=office.prison.pk,
                said={"post": "superintendent", "name": "Farzana Namoona", "phone": "000 111", "started_on": since},
                )  # fmt: skip
    client = signed_in(office.caseworker)
    for language, word in (("en", "The steps, in this order"), ("ur", "")):
        content = client.get(reverse("preparedness:plan-paper", args=[one.pk, language])).content
        text = pdf_text(content)
        assert content.startswith(b"%PDF")
        assert word in text
        assert nargis.full_name not in text
        assert "Farzana Namoona" in text
    assert Event.objects.filter(act="preparedness.edition.printed").count() == 2


def _in_need(office: Office, code: str, people: list[Person], data_class: str) -> None:
    AtRisk.objects.bulk_create(
        [AtRisk(person=one, place=office.prison, data_class=data_class, code=code, outcome="met") for one in people]
    )


def test_who_needs_help_is_named_to_who_may_see_them_and_counted_for_others(office: Office) -> None:
    records, doctor = (office.world.worker(role, office.prison) for role in ("records_officer", "health_worker"))
    people = [
        office.world.enter(records, days_ago=1, full_name=f"Farzi {n}", cnic=f"90403{n:08}", prison_id=f"U-{n}")
        for n in range(4)
    ]
    Person.objects.bulk_create(more := [
        Person(full_name=f"Zaid {n}", sex="female", held_at=office.prison, made_at=office.at) for n in range(10)
    ])  # fmt: skip
    AtRisk.objects.all().delete()
    _in_need(office, "children_inside", people[:2], DataClass.PERSONAL)
    _in_need(office, "disability", people[:2], DataClass.HEALTH)
    _in_need(office, "infection", people[:1], DataClass.HEALTH)
    _in_need(office, "pregnant", [*people[1:], *more], DataClass.HEALTH)
    with acting_as(office.writer, office.at):
        guard(person_id=people[3].pk, ground="threat", actor=office.writer, at=office.at)

    def page(who: Account) -> str:
        return signed_in(who).get(reverse("preparedness:helped", args=[office.prison.pk])).content.decode()

    seen = page(office.caseworker)
    named = [n for n in range(4) if f"Farzi {n}" in seen]
    assert named == [0, 1], "mothers are seen by who works there; nobody is named in the class health"
    assert "so few that their number is not told" in seen, "two with a disability are not counted for her"
    assert "12 people more, whose names you may not see" in seen, "the guarded one is in no number"
    seen = page(doctor)
    assert "Farzi 2" in seen
    assert "Farzi 3" not in seen
    assert page(office.world.worker("trainer", office.prison)).count("Farzi") == 0
    assert signed_in(office.world.worker("caseworker", office.world.naya_bagh)).get(
        reverse("preparedness:helped", args=[office.prison.pk])
    ).status_code == 404  # fmt: skip
    assert Opening.objects.filter(person_id=people[2].pk, actor_id=doctor.pk).exists(), "who was shown is written down"
    content = (
        signed_in(office.caseworker).get(reverse("preparedness:helped-paper", args=[office.prison.pk, "en"])).content
    )
    text = pdf_text(content)
    assert "Farzi 0" in text
    assert "Farzi 2" not in text
    assert Event.objects.get(act="preparedness.helped.printed").detail["people"] == 2
    paper = signed_in(doctor).get(reverse("preparedness:helped-paper", args=[office.prison.pk, "en"])).content
    text = pdf_text(paper)
    assert ("Ill" in text, "HIV" in text, "Farzi 2" in text) == (True, False, True), "no illness is named on paper"
