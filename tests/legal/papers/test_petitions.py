"""A petition stays a draft until each fact is confirmed against a paper, and is one again when a fact changes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.utils import timezone
from docx import Document

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.kit.files.store import contents
from rihai.legal.papers.errors import NoSuchPaper, StillDraft
from rihai.legal.papers.models import Petition, PetitionFact
from rihai.legal.papers.operations import confirm_facts, draw_up, file_paper, print_petition
from rihai.people.operations import correct_facts, merge_persons, unmerge_persons
from rihai.people.operations.errors import NoSuchPerson
from tests.legal.papers.cast import CASE, confirm_all, keep_woman, petition_of, standing_of
from tests.people.world import World

pytestmark = pytest.mark.django_db


def _today() -> dict[str, Any]:
    return {"on": timezone.localdate(), "at": timezone.now()}


def _file(petition: Petition, actor: Any) -> Petition:
    today = timezone.localdate()
    return file_paper(
        petition_id=petition.pk, filed_on=today, court="Sessions Court", number="12/2026", actor=actor, **_today()
    )


def test_it_lists_each_fact_it_stands_on_and_is_a_draft_until_all_are_confirmed(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        petition = petition_of(keep_woman(world, lawyer), lawyer)
        found = standing_of(petition.pk, lawyer)
        assert f"cases/{CASE}/arrested_on" in {one.told.path for one in found.lines}
        assert found.is_draft
        with pytest.raises(StillDraft):
            _file(petition, lawyer)

        first, *rest = (one.told.path for one in found.lines)
        confirm_facts(petition_id=petition.pk, papers=dict.fromkeys(rest, ("fir", "1")), actor=lawyer, **_today())
        assert standing_of(petition.pk, lawyer).left == 1
        confirm_facts(petition_id=petition.pk, papers={first: ("the register", "")}, actor=lawyer, **_today())

        assert not standing_of(petition.pk, lawyer).is_draft
        assert _file(petition, lawyer).filed_number == "12/2026"


def test_a_changed_fact_makes_it_a_draft_again(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
        petition = petition_of(person, lawyer)
        confirm_all(petition, lawyer)
        person.refresh_from_db()
        correct_facts(
            person_id=person.pk, version=person.version, raw={}, true_on=timezone.localdate(), actor=lawyer,
            record={"cases": [{"case_id": CASE, "police_station": "Cantt"}]}, at=timezone.now(),
        )  # fmt: skip
        found = standing_of(petition.pk, lawyer)
        changed = [one.told.path for one in found.lines if one.changed]
        kept = PetitionFact.objects.get(path=f"cases/{CASE}/police_station")

    assert changed == [f"cases/{CASE}/police_station"]
    assert found.is_draft
    assert kept.confirmed_at is None
    assert kept.reopened_at is not None


def test_every_page_of_a_draft_says_so_and_a_confirmed_one_does_not(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        petition = petition_of(keep_woman(world, lawyer), lawyer)
        draft = print_petition(petition_id=petition.pk, kind="docx", language="en", actor=lawyer, **_today())
        confirm_all(petition, lawyer)
        whole = print_petition(petition_id=petition.pk, kind="docx", language="en", actor=lawyer, **_today())
        heads = [
            [part.text for part in Document(BytesIO(contents(one.stored))).sections[0].header.paragraphs]
            for one in (draft, whole)
        ]

    assert (draft.number, draft.is_draft, whole.number, whole.is_draft) == (1, True, 2, False)
    assert "DRAFT" in heads[0][0]
    assert "".join(heads[1]) == ""


def test_who_does_not_have_the_class_finds_nothing(world: World) -> None:
    lawyer, chief = world.worker("lawyer", world.province), world.worker("supervisor", world.province)
    other = world.worker("lawyer", world.naya_bagh)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
        petition = petition_of(person, lawyer)
    for actor, error in ((chief, NoSuchPaper), (other, NoSuchPerson)):
        with acting_as(actor), pytest.raises(error):
            petition_of(person, actor)
        with acting_as(actor), pytest.raises(NoSuchPaper):
            print_petition(petition_id=petition.pk, kind="pdf", language="en", actor=actor, **_today())


def test_merged_people_bring_their_petitions_and_take_them_back(world: World) -> None:
    lawyer, clerk = world.worker("lawyer", world.province), world.worker("records_officer", world.province)
    with acting_as(lawyer):
        one, other = keep_woman(world, lawyer), keep_woman(world, lawyer, full_name="Nargis Bibi")
        petition = petition_of(other, lawyer)
    with acting_as(clerk):
        merge = merge_persons(keep_id=one.pk, gone_id=other.pk, actor=clerk, at=timezone.now())
    with as_house():
        assert Petition.objects.get(pk=petition.pk).person_id == one.pk
        assert not PetitionFact.objects.exclude(person=one).exists()
    with acting_as(clerk):
        unmerge_persons(merge_id=merge.pk, actor=clerk, at=timezone.now())
    with as_house():
        assert Petition.objects.get(pk=petition.pk).person_id == other.pk


def test_no_such_template_is_no_paper(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
        with pytest.raises(NoSuchPaper):
            draw_up(
                person_id=person.pk,
                template="common",
                provision="",
                case_id="",
                language="en",
                actor=lawyer,
                **_today(),
            )
