"""The pages of releases, slips, the law and the measures: what they show and to whom, and what they refuse."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.legal.release.models import ProvisionWord, Release, Slip, SlipText
from rihai.legal.release.operations import make_slip, record_release, record_told
from rihai.legal.release.paper import slip_pdf
from rihai.people.models import Person, Statement
from rihai.people.queries.records import said_about
from rihai.people.record import believed
from rihai.people.shown import source_text
from rihai.screening.models import Finding
from tests.legal.release.cast import bail
from tests.people.world import World
from tests.screening.cast import keep, woman

pytestmark = pytest.mark.django_db
NASTY = ("x" * 5000, "a\x00b", "\u202eevil", "9" * 2000)


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[1])
    return client


def _held(world: World, role: str = "lawyer") -> tuple[Account, Person]:
    actor = world.worker(role, world.gulzar)
    with acting_as(actor):
        return actor, keep(woman(timezone.localdate()), world.gulzar, actor)


def _form(**more: Any) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return {"kind": "bail", "authority": "court", "court": "Sessions Court", "released_on": today, "version": 1, **more}


def test_a_release_is_recorded_corrected_and_taken_back_on_its_pages(world: World) -> None:
    lawyer, person = _held(world)
    client = client_of(lawyer)
    assert "Record a release" in client.get(reverse("people:person", args=[person.pk])).content.decode()
    answer = client.post(reverse("legal:release-record", args=[person.pk]), _form(), follow=True)
    assert "The days lost have stopped" in answer.content.decode()
    with as_house():
        release = Release.objects.get()
    page = reverse("legal:release-correct", args=[release.pk])
    hidden = {f"initial-{name}": value for name, value in (("kind", "bail"), ("court", "Sessions Court"))}
    answer = client.post(page, _form(kind="acquitted", why="read the order", **hidden), follow=True)
    assert "What stood before is kept" in answer.content.decode()
    answer = client.post(page, _form(kind="bail", why="mine", **hidden))
    assert "Somebody changed this while you wrote" in answer.content.decode()
    answer = client.post(
        reverse("legal:release-undo", args=[release.pk]), {"why": "another", "version": 2}, follow=True
    )
    assert "held as before" in answer.content.decode()
    with as_house():
        assert Person.objects.get().held_at == world.gulzar


@pytest.mark.parametrize("text", NASTY)
def test_what_nobody_means_to_write_is_refused_beside_the_field(world: World, text: str) -> None:
    lawyer, person = _held(world)
    client = client_of(lawyer)
    for name in ("court", "order_number", "note", "released_on", "released_time", "kind", "version"):
        answer = client.post(reverse("legal:release-record", args=[person.pk]), _form(**{name: text}))
        assert answer.status_code in {409, 422}, name
    for address, form in (
        (reverse("legal:slip-new", args=[person.pk]), {"asked": "leave", "by_whom": text, "whom_to_tell": text}),
        (reverse("legal:unlawful", args=[person.pk]), {"ground": "order", "from_on": text, "why": text}),
        (reverse("legal:provision", args=["pakistan", "crpc_496_bailable"]), {"kind": "objection", "note": text}),
    ):
        assert client.post(address, form).status_code == 422, address
    for address in ("releases", "measures", "held-past", "law"):
        asked = dict.fromkeys(("first", "last", "place", "kind", "after", "state"), text)
        assert client.get(reverse(f"legal:{address}"), asked).status_code == 200, address


def test_who_works_elsewhere_finds_nothing(world: World) -> None:
    lawyer, person = _held(world)
    with acting_as(lawyer):
        release = record_release(
            person_id=person.pk, version=1, said=bail(timezone.localdate()), actor=lawyer, at=timezone.now()
        )
    stranger = client_of(world.worker("lawyer", world.naya_bagh))
    for name, pk in (("release", release.pk), ("release-undo", release.pk), ("release-record", person.pk)):
        assert stranger.get(reverse(f"legal:{name}", args=[pk])).status_code == 404
    assert person.full_name not in stranger.get(reverse("legal:releases")).content.decode()


def test_the_slip_is_made_read_to_her_and_what_she_corrects_is_looked_at(world: World) -> None:
    lawyer, person = _held(world)
    client, today = client_of(lawyer), timezone.localdate().isoformat()
    told = {
        "about": "request", "asked": "leave", "by_whom": "Sana Farzi", "whom_to_tell": "Amna, box at the gate",
        "due_on": today, "next_on": today,
    }  # fmt: skip
    answer = client.post(reverse("legal:slip-new", args=[person.pk]), told, follow=True)
    assert "Print the slip" in answer.content.decode()
    with as_house():
        slip = Slip.objects.get()
    paper = client.get(reverse("legal:slip-paper", args=[slip.pk]))
    assert (paper.status_code, paper.headers["Content-Type"]) == (200, "application/pdf")
    form = {"answer": "told", "told_on": today, "version": 1, "kept": "no", "correction": "My brother has a shop."}
    assert client.post(reverse("legal:slip-told", args=[slip.pk]), form).status_code == 422, "in which language?"
    answer = client.post(reverse("legal:slip-told", args=[slip.pk]), {**form, "in_language": "pa"}, follow=True)
    assert "My brother has a shop." in answer.content.decode()
    assert "Punjabi" in answer.content.decode()
    work = client.get(reverse("legal:to-tell")).content.decode()
    assert "My brother has a shop." in work
    answer = client.post(
        reverse("legal:slip-correction", args=[slip.pk]), {"how": "surety found", "version": 2}, follow=True
    )
    assert "surety found" in answer.content.decode()
    with as_house():
        assert Event.objects.filter(act="legal.slip.answered").count() == 1


def test_what_she_corrects_is_written_as_her_own_word_in_one_act(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    lawyer, person = _held(world)
    text = SlipText("leave", "Sana Farzi", "Amna, box at the gate")
    with acting_as(lawyer):
        slip = make_slip(person_id=person.pk, text=text, due_on=timezone.localdate(), actor=lawyer, at=timezone.now())
        record_told(
            slip_id=slip.pk, version=1, answer="told", told_on=timezone.localdate(), in_language="pa",
            correction="I have two children with me.", actor=lawyer, at=timezone.now(),
        )  # fmt: skip
    client, page = client_of(lawyer), reverse("legal:slip-correction", args=[slip.pk])
    said = {"fact": "children_in_prison", "value": "2", "true_on": timezone.localdate().isoformat(), "version": "2"}
    for wrong in ({"value": "a few of them"}, {"fact": "\x00"}, {"fact": "cases/none/court"}, {"value": "9" * 2000}):
        assert client.post(page, {**said, **wrong}).status_code == 422, wrong

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    def kept() -> tuple[Any, ...]:
        with as_house():
            return Statement.objects.count(), Slip.objects.get().corrected_at, Person.objects.get(pk=person.pk).version

    before = kept()
    with monkeypatch.context() as broken:
        broken.setattr("rihai.legal.release.operations.slips.append", power_cut)
        with pytest.raises(KeyboardInterrupt):
            client.post(page, said)
    assert kept() == before

    answer = client.post(page, said, follow=True).content.decode()
    assert "Written into the record" in answer
    with acting_as(lawyer):
        found = {one.path.fact: one for one in believed(said_about(person.pk, actor=lawyer, at=timezone.now()))}
        assert found["children_in_prison"].value == 2
        assert source_text(found["children_in_prison"].said).startswith("Said by the person, when the slip was read")
    assert client.post(page, {**said, "version": "3"}).status_code == 409, "it is looked at once"


@pytest.mark.parametrize("length", [1, 40])
def test_a_slip_is_one_page_in_both_languages_and_names_no_case(length: int) -> None:
    slip = Slip(
        person=Person(full_name="Nargis Farzi", other_script="نرگس فرضی"), asked="easier", more="آپ سنیں " * length,
        by_whom=("Sana " * length)[:100], whom_to_tell=("Amna " * length)[:140], next_on=date(2026, 12, 3),
        case_id="51/26 Saddar", provision="crpc_497_delay_general",
    )  # fmt: skip
    pages = PdfReader(BytesIO(slip_pdf(slip, day=date(2026, 11, 26)))).pages
    text = pages[0].extract_text()
    assert len(pages) == 1
    assert "This help is free" in text
    assert "a smaller sum" in text
    assert "51/26" not in text
    assert "497" not in text


def test_a_word_on_the_law_stands_on_every_finding_until_it_is_settled(world: World) -> None:
    lawyer, person = _held(world)
    chief = world.worker("supervisor", world.gulzar)
    client, other = client_of(lawyer), client_of(chief)
    page, today = reverse("legal:provision", args=["pakistan", "crpc_497_1_prohibitory"]), timezone.localdate()
    with acting_as(lawyer):
        finding = Finding.objects.filter(person=person, provision__startswith="crpc_497").first()
    assert finding is not None
    page = reverse("legal:provision", args=["pakistan", finding.provision])
    word = {"kind": "objection", "on": today.isoformat(), "note": "The proviso changed in 2011."}
    assert client.post(page, {**word, "note": ""}).status_code == 422
    client.post(page, word)
    shown = client.get(reverse("screening:finding", args=[finding.pk])).content.decode()
    assert "The proviso changed in 2011." in shown
    with as_house():
        objection = ProvisionWord.objects.get()
    settle = reverse("legal:objection", args=[objection.pk])
    assert client.post(settle, {"how": "stands", "note": "x"}).status_code == 422, "nobody answers their own"
    other.post(settle, {"how": "stands", "note": "checked with the gazette"})
    client.post(page, {"kind": "reviewed", "on": today.isoformat(), "note": ""})
    shown = client.get(reverse("screening:finding", args=[finding.pk])).content.decode()
    assert "The proviso changed in 2011." not in shown
    assert "Reviewed by" in shown
    history = client.get(page).content.decode()
    assert "checked with the gazette" in history


def test_a_person_without_names_sees_controlled_figures_alone(world: World) -> None:
    lawyer, person = _held(world)
    with acting_as(lawyer):
        record_release(person_id=person.pk, version=1, said=bail(timezone.localdate()), actor=lawyer, at=timezone.now())
    manager = world.worker("programme_manager", None)
    text = client_of(manager).get(reverse("legal:measures")).content.decode()
    assert "withheld: so few people" in text
    chief = client_of(world.worker("supervisor", world.gulzar)).get(reverse("legal:measures")).content.decode()
    assert "withheld: so few people" not in chief
    export = client_of(manager).post(reverse("kit_export", args=["legal.measures"]), {"kind": "xlsx", "language": "en"})
    assert export.status_code == 200
