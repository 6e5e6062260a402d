"""A petition drawn up for a matter is seen by the matter's team alone, wherever petitions show."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.legal.matters.models import Matter
from rihai.legal.matters.operations import add_member, open_matter
from rihai.legal.papers.errors import NoSuchPaper, WhichMatter
from rihai.legal.papers.models import Petition, PetitionFact, PetitionFile
from rihai.legal.papers.operations import draw_up, file_paper, print_petition
from rihai.legal.papers.panels import happened, may_read, of_person, to_confirm
from rihai.legal.papers.queries.petitions import listed, petition_seen
from rihai.people.models import Person
from tests.legal.papers.cast import CASE, confirm_all, keep_woman, petition_of
from tests.legal.papers.test_pages import client_of
from tests.people.world import World

pytestmark = pytest.mark.django_db
ROWS: tuple[Any, ...] = (Petition, PetitionFact, PetitionFile)


def matter_of(person: Person, actor: Account, **said: Any) -> Matter:
    """An open matter of hers, led by the actor."""
    words = {"kind": "aid", "stage": "bail", "ground": "delay", "court_name": "Sessions Court Gulistan", **said}
    with acting_as(actor):
        return open_matter(clients=[(person.pk, CASE)], others=(), said=words, actor=actor, at=timezone.now())


def drawn_for(person: Person, actor: Account, matter_id: UUID | None) -> Petition:
    """A petition of a named matter."""
    return draw_up(
        person_id=person.pk, template="bail_statutory", provision="crpc_497_delay_general", case_id=CASE,
        language="en", on=timezone.localdate(), actor=actor, at=timezone.now(), matter_id=matter_id,
    )  # fmt: skip


def filed_by(person: Person, lawyer: Account) -> tuple[Petition, PetitionFile]:
    """A petition confirmed, printed and filed, and its file."""
    petition = petition_of(person, lawyer)
    confirm_all(petition, lawyer)
    who: dict[str, Any] = {"on": timezone.localdate(), "actor": lawyer, "at": timezone.now()}
    file = print_petition(petition_id=petition.pk, kind="docx", language="en", **who)
    file_paper(petition_id=petition.pk, filed_on=timezone.localdate(), court="Sessions Court", number="1", **who)
    return petition, file


def shows(actor: Account, person: Person, petition: Petition, file: PetitionFile) -> list[bool]:
    """Whether a petition is shown to somebody: in lists, on the person's page and timeline, as a file, as bare rows."""
    panel = of_person(actor, person.pk, timezone.localdate()) or {}
    seen = [
        petition_seen(petition.pk, actor=actor) is not None,
        bool(listed(actor, mine=False, filed=True, most=9)),
        bool(panel.get("petitions")),
        any(one.url.endswith(f"{petition.pk}/") for one in happened(actor, person.pk)),
        may_read(actor, file.stored),
    ]
    bare = [model._default_manager.exists() for model in ROWS] if connection.vendor == "postgresql" else []
    return seen + bare


def test_the_team_sees_it_and_a_colleague_with_the_same_sight_of_her_does_not(world: World) -> None:
    lawyer, near = world.worker("lawyer", world.province), world.worker("lawyer", world.gulzar)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
    matter = matter_of(person, lawyer)
    with acting_as(lawyer):
        petition, file = filed_by(person, lawyer)
        assert petition.matter_id == matter.pk
        assert set(shows(lawyer, person, petition, file)) == {True}
        assert not to_confirm(lawyer, timezone.localdate())
    with as_house():
        about = Event.objects.filter(act__startswith="legal.petition.").values_list("kind", "subject")
        assert set(about) == {("matter", str(matter.pk))}, "the trail of the person names no paper"
    with acting_as(near):
        assert set(shows(near, person, petition, file)) == {False}
    for address in ("legal:petition", "legal:petition-confirm", "kit_file"):
        key = file.stored_id if address == "kit_file" else petition.pk
        assert client_of(near).get(reverse(address, args=[key])).status_code == 404
    with acting_as(lawyer):
        add_member(matter_id=matter.pk, account_id=near.pk, role="helps", actor=lawyer, at=timezone.now())
    with acting_as(near):
        assert set(shows(near, person, petition, file)) == {True}


def test_who_is_of_no_team_draws_up_a_paper_of_the_class(world: World) -> None:
    lawyer, near = world.worker("lawyer", world.province), world.worker("lawyer", world.gulzar)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
    matter = matter_of(person, lawyer)
    with acting_as(near):
        with pytest.raises(NoSuchPaper):
            drawn_for(person, near, matter.pk)
        assert petition_of(person, near).matter_id is None
    with acting_as(lawyer):
        assert len(listed(lawyer, mine=False, filed=False, most=9)) == 1


def test_of_several_open_matters_one_is_asked_for(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
    one, other = matter_of(person, lawyer), matter_of(person, lawyer, kind="counselling")
    with acting_as(lawyer), pytest.raises(WhichMatter):
        petition_of(person, lawyer)
    client, page = client_of(lawyer), reverse("legal:draw", args=[person.pk])
    asked = client.get(page).content.decode()
    assert one.code in asked
    assert other.code in asked
    said = {"template": "bail_statutory", "language": "en"}
    assert client.post(page, said).status_code == 400
    assert client.post(page, {**said, "matter": "\x00"}).status_code == 400
    answer = client.post(page, {**said, "matter": str(other.pk)})
    with as_house():
        assert Petition.objects.get().matter_id == other.pk
    shown = client.get(answer.headers["Location"]).content.decode()
    assert other.code in shown
    assert "the team of this matter alone" in shown
