"""The pages of forms: upload, publish, fill in with and without script, correct; what they refuse and to whom."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.instruments.models import Answer, Draft, Instrument, InstrumentVersion
from rihai.instruments.operations import give
from rihai.kit.audit.models import Event, Opening
from rihai.kit.handling import FormHandler
from rihai.kit.offers import offered
from rihai.people.models import Person
from tests.instruments.books import EN, book, form, rules
from tests.instruments.handlers import Room, taking
from tests.instruments.test_versions import taken_in
from tests.people.world import NOON, World

pytestmark = pytest.mark.django_db
ASKS = rules(
    ("select_one yn", "any", "Any children?", "بچے؟", "", "", "yes"),
    ("integer", "many", "How many?", "کتنے؟", "${any} = 'yes'", ". > 0", "yes"),
    ("note", "told", "So there are ${many}.", "یعنی ${many}۔", "${many} > 0"),
    ("begin repeat", "kids", "Child", "بچہ", "${any} = 'yes'"),
    ("text", "called", "Name", "نام"),
    ("end repeat",),
)
FILL = "/instruments/fill/tests.room/test_form/plan-1/"


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


@pytest.fixture
def worker(world: World) -> Account:
    taken_in(world, ASKS)
    return world.worker("caseworker", world.gulzar)


def upload(client: Client, content: bytes, name: str = "form.xlsx") -> Any:
    return client.post(reverse("instruments:upload"), {"workbook": SimpleUploadedFile(name, content)}, follow=True)


def test_a_form_is_given_in_looked_at_published_and_retired_by_its_pages(world: World) -> None:
    client = signed_in(world.worker("administrator", None))
    page = upload(client, form(("text", "a", "Words", "الفاظ")))
    assert "Test form" in page.content.decode()
    version = InstrumentVersion.objects.get()
    tried = client.post(reverse("instruments:try", args=[version.pk]), {"q~a": "x"})
    assert "It would be given so" in tried.content.decode()
    for act, says in (("publish", "Published"), ("retire", "Retired"), ("bring_back", "filled in again")):
        page = client.post(reverse("instruments:act", args=[version.pk]), {"act": act}, follow=True)
        assert says in page.content.decode()
    assert client.get(reverse("instruments:xlsx", args=[version.pk])).content[:2] == b"PK"
    assert client.get(reverse("instruments:xform", args=[version.pk])).content.startswith(b"<?xml")
    assert "test_form" in client.get(reverse("instruments:index")).content.decode()


def test_a_form_named_by_its_file_is_taken_with_a_remark_and_never_in_the_place_of_another(world: World) -> None:
    client = signed_in(world.worker("administrator", None))
    nameless, changed = (book({"survey": [["type", "name", EN], ["text", name, "A"]]}) for name in ("a", "b"))
    page = upload(client, nameless, "My visit.xlsx")
    assert page.status_code == 200
    assert "“my_visit” was taken from the file&#x27;s name" in page.content.decode()
    kept = InstrumentVersion.objects.get()
    house = next(one.forms[0] for one in offered(FormHandler) if one.forms)
    for name in ("My visit.xlsx", "my_visit-1.xlsx", "my_visit-1 (2).xlsx", "at_risk_screening.xlsx", f"{house}.xlsx"):
        page = upload(client, changed, name)
        assert (page.status_code, "No form_id stands here" in page.content.decode()) == (400, True), name
    assert (InstrumentVersion.objects.get(), Instrument.objects.count()) == (kept, 1)
    named = book({"survey": [["type", "name", EN], ["text", "b", "B"]], "settings": [["form_id"], ["my_visit"]]})
    assert upload(client, named, "another.xlsx").status_code == 200
    assert InstrumentVersion.objects.get().instrument.form_id == "my_visit"


def test_a_wrong_workbook_is_answered_with_every_row_to_mend(world: World) -> None:
    client = signed_in(world.worker("programme_manager", None))
    page = upload(client, form(("txt", "a", "A", "ا"), ("integer", "2b", "B", "ب")))
    said = page.content.decode()
    assert page.status_code == 400
    assert "is no type of question" in said
    assert "cannot be a name" in said
    assert not InstrumentVersion.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("form.xlsx", b"\0\0"),
        ("form.xlsx", b"PK\x03\x04"),
        ("form.docx", form(("text", "a", "A", "ا"))),
        ("x.xlsx", b"a,b"),
    ],
)
def test_what_is_no_workbook_is_refused_beside_its_field(world: World, name: str, content: bytes) -> None:
    client = signed_in(world.worker("administrator", None))
    page = upload(client, content, name)
    assert page.status_code == 400
    assert "invalid-feedback" in page.content.decode()
    assert not InstrumentVersion.objects.exists()


def test_filling_in_without_script_saves_says_what_is_wrong_and_gives(worker: Account) -> None:
    room = Room(lets={worker.pk})
    client = signed_in(worker)
    with taking(room):
        assert "Any children?" in client.get(FILL).content.decode()
        client.post(FILL, {"q~any": "yes", "act": "later"})
        again = client.get(FILL).content.decode()
        assert "You began this before" in again
        wrong = client.post(FILL, {"q~any": "yes", "q~many": "few", "act": "give"})
        assert wrong.status_code == 400
        assert "Write a whole number in figures" in wrong.content.decode()
        assert "few" in wrong.content.decode()
        more = client.post(
            FILL, {"q~any": "yes", "q~many": "2", "q~kids#": "1", "q~kids:1~called": "Ali", "more": "q~kids"}
        )
        assert more.status_code == 302
        both = client.get(FILL).content.decode()
        assert "q~kids:2~called" in both
        less = {"q~any": "yes", "q~many": "2", "q~kids#": "2", "q~kids:1~called": "Ali", "q~kids:2~called": "Sana"}
        client.post(FILL, {**less, "less": "q~kids:1"})
        one = client.get(FILL).content.decode()
        assert "Sana" in one
        assert "Ali" not in one
        sent = {"q~any": "yes", "q~many": "۲", "q~kids#": "1", "q~kids:1~called": "Sana", "act": "give"}
        assert client.post(FILL, sent).status_code == 302
    assert room.given[0].values == {"any": "yes", "many": 2, "kids": [{"called": "Sana"}]}


def test_the_page_is_told_what_is_asked_now_as_it_is_saved(worker: Account) -> None:
    client = signed_in(worker)
    with taking(Room(lets={worker.pk})):
        answer = client.post(FILL, {"q~any": "no", "act": "save"}, headers={"Accept": "application/json"}).json()
        assert {"q~many", "q~told", "q~kids"} <= set(answer["off"])
        answer = client.post(
            FILL, {"q~any": "yes", "q~many": "3", "act": "save"}, headers={"Accept": "application/json"}
        ).json()
        assert "q~many" not in answer["off"]
        assert "So there are 3." in answer["changed"]["q~told"]
    with as_house(NOON):
        assert Draft.objects.get().saves == 1


def test_the_same_page_sent_twice_gives_one_answer(worker: Account) -> None:
    room = Room(lets={worker.pk})
    client = signed_in(worker)
    with taking(room):
        instance = client.get(FILL).context["instance"]
        for _time in range(2):
            assert client.post(FILL, {"q~any": "no", "act": "give", "instance": instance}).status_code == 302
    assert len(room.given) == 1
    with as_house(NOON):
        assert (Answer.objects.count(), Draft.objects.count()) == (1, 0)


def test_an_answer_is_read_in_the_words_of_the_form_and_corrected(worker: Account) -> None:
    client = signed_in(worker)
    with taking(Room(lets={worker.pk})):
        with acting_as(worker, NOON):
            answer = give(
                form_id="test_form", handler="tests.room", subject="plan-1", values={"any": "yes", "many": 2},
                actor=worker, at=NOON,
            )  # fmt: skip
        page = client.get(reverse("instruments:answer", args=[answer.pk])).content.decode()
        assert "How many?" in page
        address = reverse("instruments:correct", args=[answer.pk])
        base = client.get(address).context["base"]
        assert client.post(address, {"q~any": "no", "act": "give", "base": base}).status_code == 302
        stale = client.post(address, {"q~any": "yes", "q~many": "9", "act": "give", "base": base})
        assert stale.status_code == 409
        assert "Somebody corrected this meanwhile" in stale.content.decode()
        client.cookies["language"] = "ur"
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ur"
        assert "بچے؟" in client.get(reverse("instruments:answer", args=[answer.pk])).content.decode()


def test_of_a_sealed_form_the_log_names_the_record_and_never_the_person(world: World, worker: Account) -> None:
    with acting_as(worker, NOON):
        person = world.enter(worker)
    with taking(Room(lets={worker.pk}, person_id=person.pk, data_class="sealed")):
        assert signed_in(worker).get(FILL).status_code == 200
    with as_house(NOON):
        assert not Opening.objects.filter(person_id=person.pk).exists()
        assert Event.objects.filter(act="kit.list.read").count() == 1


def test_ugly_input_is_answered_with_a_sentence_or_not_found(worker: Account) -> None:
    client = signed_in(worker)
    ugly = ("\0", "\u202eabc", "9" * 5_000, "x" * 20_000, "' OR 1=1", "<script>", "۹" * 40, "\ud7ff", "../..")
    with taking(Room(lets={worker.pk})):
        for text in ugly:
            for act in ("save", "give", "later", text[:20]):
                sent = {
                    "q~any": text,
                    "q~many": text,
                    "q~kids#": text,
                    f"q~{text[:50]}": text,
                    "act": act,
                    "base": text,
                }
                assert client.post(FILL, {**sent, "instance": text}).status_code < 500
            for button in ("more", "less"):
                assert client.post(FILL, {"q~kids#": text, button: text}).status_code < 500
            assert client.get(f"/instruments/fill/tests.room/test_form/{text[:30]}/").status_code in {404, 400}


def test_whoever_may_not_finds_no_page(world: World, worker: Account) -> None:
    with taking(Room(lets={worker.pk})):
        for account, address in (
            (world.worker("records_officer", world.gulzar), FILL),
            (world.worker("caseworker", world.naya_bagh), FILL),
            (worker, reverse("instruments:index")),
            (worker, reverse("instruments:upload")),
            (worker, reverse("instruments:answer", args=[uuid4()])),
            (world.worker("records_officer", world.gulzar), reverse("instruments:mine")),
        ):
            assert signed_in(account).get(address).status_code == 404


def test_a_person_s_page_offers_her_forms_and_shows_her_answers(world: World) -> None:
    taken_in(world, form(("text", "a", "A", "ا"), form_id="prisoner_profile"))
    worker = world.worker("caseworker", world.gulzar)
    with acting_as(worker, NOON):
        person: Person = world.enter(worker)
    client = signed_in(worker)
    page = client.get(reverse("people:person", args=[person.pk])).content.decode()
    begin = reverse("instruments:begin", args=[person.pk])
    assert begin in page
    address = reverse("instruments:fill", args=["people.person", "prisoner_profile", person.pk])
    assert address in client.get(begin).content.decode()
    client.post(address, {"q~a": "said", "act": "give"})
    with as_house(NOON):
        answer = Answer.objects.get()
    assert answer.person_id == person.pk
    assert (
        reverse("instruments:answer", args=[answer.pk])
        in client.get(reverse("people:person", args=[person.pk])).content.decode()
    )
    stranger = signed_in(world.worker("caseworker", world.naya_bagh))
    assert stranger.get(begin).status_code == stranger.get(address).status_code == 404
    assert stranger.get(reverse("instruments:answer", args=[answer.pk])).status_code == 404


def test_the_queries_of_the_pages_do_not_grow_with_their_rows(world: World, worker: Account) -> None:
    client, admin = signed_in(worker), signed_in(world.worker("administrator", None))

    def counted(asks: Client, address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert asks.get(address).status_code == 200
        return len(queries)

    with acting_as(worker, NOON):
        person = world.enter(worker)
    with taking(Room(lets={worker.pk}, person_id=person.pk, forms=("test_form", "f1", "f2", "f3"))):
        pages = [
            (client, reverse("people:person", args=[person.pk])),
            (client, reverse("instruments:mine")),
            (admin, reverse("instruments:index")),
        ]
        given: dict[str, Any] = {"handler": "tests.room", "subject": "plan-1", "actor": worker, "at": NOON}
        with acting_as(worker, NOON):
            give(form_id="test_form", values={"any": "no"}, **given)
        for asks, address in pages:
            asks.get(address)
        few = [counted(*one) for one in pages]
        for name in ("f1", "f2", "f3"):
            taken_in(world, form(("text", "a", "A", "ا"), form_id=name))
        with acting_as(worker, NOON):
            for name in ("f1", "f2", "f3"):
                give(form_id=name, values={"a": "x"}, **given)
        assert [counted(*one) for one in pages] == few
