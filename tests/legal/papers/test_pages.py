"""The pages of papers: from a line to a filed petition, from a pack to a partner's look, and what is refused kindly."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.legal.papers.models import Pack, Petition, PetitionFile
from rihai.legal.papers.monthly import sheet
from rihai.legal.papers.operations import Basis, hand_over
from rihai.legal.papers.receivers import CONSENT
from rihai.legal.papers.wording import templates
from tests.legal.papers.cast import confirm_all, consent_of, delay_finding, keep_woman, pack_for, petition_of, put
from tests.people.world import World

pytestmark = pytest.mark.django_db
NONSENSE = "\x00\u202e" + "۹" * 400


def client_of(actor: Account) -> Client:
    client = Client()
    client.force_login(actor, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def test_from_a_finding_to_a_filed_petition(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        finding = delay_finding(keep_woman(world, lawyer))
    client = client_of(lawyer)
    drawn = client.post(reverse("legal:draw", args=[finding.pk]), {"template": "bail_statutory", "language": "ur"})
    with as_house():
        petition = Petition.objects.get()
    page = reverse("legal:petition", args=[petition.pk])
    assert drawn.headers["Location"] == page
    printed = client.post(reverse("legal:petition-print", args=[petition.pk]), {"kind": "pdf", "language": "ur"})
    assert printed.content.startswith(b"%PDF")

    confirm = reverse("legal:petition-confirm", args=[petition.pk])
    fields = re.findall(r'<select name="(f\d+)"', client.get(confirm).content.decode())
    refused = client.post(confirm, {fields[0]: "other"})
    assert refused.status_code == 400
    assert client.post(confirm, dict.fromkeys(fields, "fir")).status_code == 302
    word = reverse("legal:petition-word", args=[petition.pk])
    said = {
        "version": "1",
        "language": "ur",
        "court": "سیشن جج گلستان",
        "counsel": "Sana",
        "added": "یہ کہ بچے چھوٹے ہیں۔",
    }
    assert client.post(word, said).status_code == 302
    assert "یہ کہ بچے چھوٹے ہیں۔" in client.get(page).content.decode()

    filed = reverse("legal:petition-filed", args=[petition.pk])
    wrong = client.post(filed, {"filed_on": "2099-01-01", "court": "x"})
    assert wrong.status_code == 400
    assert (
        client.post(filed, {"filed_on": timezone.localdate(), "court": "Sessions", "number": "12"}).status_code == 302
    )
    with as_house():
        assert Petition.objects.get().filed_number == "12"
        assert PetitionFile.objects.get().is_draft


def test_two_lawyers_on_one_petition_see_the_difference(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        petition = petition_of(keep_woman(world, lawyer), lawyer)
    client, word = client_of(lawyer), reverse("legal:petition-word", args=[petition.pk])
    first = {"version": "1", "language": "ur", "court": "one", "counsel": "", "added": "", "initial-court": ""}
    assert client.post(word, first).status_code == 302
    second = client.post(word, {**first, "court": "two"})
    assert second.status_code in {400, 409}
    with as_house():
        assert Petition.objects.get().court == "one"


def test_a_draft_cannot_be_recorded_as_filed(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        petition = petition_of(keep_woman(world, lawyer), lawyer)
    answer = client_of(lawyer).post(
        reverse("legal:petition-filed", args=[petition.pk]), {"filed_on": timezone.localdate(), "court": "Sessions"}
    )
    assert answer.status_code == 409
    assert "draft" in answer.content.decode()


def test_a_file_is_brought_back_and_what_is_none_is_refused(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        petition = petition_of(keep_woman(world, lawyer), lawyer)
    client, back = client_of(lawyer), reverse("legal:petition-back", args=[petition.pk])
    assert client.post(back).status_code == 400
    wrong = client.post(back, {"file": SimpleUploadedFile("a.docx", b"not a word file")})
    assert wrong.status_code in {400, 409}
    right = client.post(back, {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4\n%%EOF")})
    assert right.status_code == 302
    with as_house():
        assert not PetitionFile.objects.get().is_ours


@pytest.mark.parametrize("name", ["draw", "petition-word", "petition-filed", "petition-confirm"])
def test_nonsense_is_answered_beside_the_field(world: World, name: str) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
        petition = petition_of(person, lawyer)
    key = person.pk if name == "draw" else petition.pk
    fields = ("template", "language", "court", "counsel", "added", "filed_on", "number", "f0", "f0-page", "other")
    answer = client_of(lawyer).post(reverse(f"legal:{name}", args=[key]), dict.fromkeys(fields, NONSENSE))
    assert answer.status_code == 400


def test_a_pack_from_ticked_lines_to_the_register_and_a_partners_look(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
        consent = consent_of(person, lawyer)
        finding = delay_finding(person)
    client, today = client_of(lawyer), timezone.localdate()
    ticked = client.post(reverse("legal:pack-new"), {"row": str(finding.pk)})
    assert ticked.status_code == 200
    assert str(finding.pk) in ticked.content.decode()
    begun = client.post(
        reverse("legal:pack-new"),
        {"receiver": "court", "receiver_name": "Sessions", "purpose": "bail", "language": "ur", "use_until": today,
         "row": str(finding.pk)},
    )  # fmt: skip
    bases = begun.headers["Location"]
    key = f"p{finding.pk.hex}"
    assert key in client.get(bases).content.decode()
    assert client.post(bases, {"row": str(finding.pk), key: "court_order"}).status_code == 400
    assert client.post(bases, {"row": str(finding.pk), key: f"consent:{consent.pk}"}).status_code == 302
    with as_house():
        pack = Pack.objects.get()
    assert client.post(reverse("legal:pack-over", args=[pack.pk])).status_code == 302
    assert "Nargis Farzi" in client.get(reverse("legal:sharing")).content.decode()
    with as_house():
        pack.refresh_from_db()
    assert client.get(reverse("kit_file", args=[pack.sheet_id])).status_code == 200

    shown = client.post(reverse("legal:pack-link", args=[pack.pk]), {"days": "7"}).content.decode()
    address = re.findall(r"/legal/shared/[\w-]+/", shown)[0]
    pin = re.findall(r"<strong><bdi dir=\"ltr\">(\w{8})</bdi>", shown)[0]
    partner = Client()
    asked = partner.get(address)
    assert "noindex" in asked.headers["X-Robots-Tag"]
    assert "Nargis" not in asked.content.decode()
    assert partner.post(address, {"pin": "WRONG234"}).status_code == 403
    assert "Nargis Farzi" in partner.post(address, {"pin": pin}).content.decode()
    assert partner.post(address, {"pin": NONSENSE}).status_code == 400
    assert partner.get("/legal/shared/none/").status_code == 404


def test_a_letter_for_each_cause_says_that_help_is_free(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
    client = client_of(lawyer)
    for one in templates().values():
        if one.form == "letter":
            address = reverse("kit_letter", args=[one.offer, person.pk])
            assert client.get(address).status_code == 200, one.name
    made = client.post(address, {"kind": "docx", "language": "ur"})
    assert made.status_code == 200
    assert all(one.is_free for one in templates().values() if one.form == "letter")
    assert client.get(reverse("kit_letter", args=["legal.letter.sentence_over", "nobody"])).status_code == 404


def test_the_monthly_list_of_a_prison_is_made_from_its_own_people(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        keep_woman(world, lawyer)
    client = client_of(lawyer)
    assert "Gulzar" in client.get(reverse("legal:monthly-list")).content.decode()
    address = f"{reverse('kit_export', args=['legal.rule395'])}?at={world.gulzar.pk}"
    for kind in ("xlsx", "pdf", "csv"):
        made = client.post(address, {"kind": kind, "language": "en"})
        assert made.status_code == 200
    assert "Nargis Farzi" in made.content.decode()
    assert "51/2026" in made.content.decode()
    with acting_as(lawyer):
        assert "Our help is free" in sheet(lawyer, {"at": str(world.gulzar.pk)}, "en").note


def test_the_person_s_page_says_to_whom_her_data_went(world: World) -> None:
    lawyer, chief = world.worker("lawyer", world.province), world.worker("supervisor", world.province)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer)
        petition = petition_of(person, lawyer)
        confirm_all(petition, lawyer)
        pack = pack_for("court", lawyer)
        put(pack, person, Basis(CONSENT, consent_of(person, lawyer).pk), lawyer)
        hand_over(pack_id=pack.pk, on=timezone.localdate(), actor=lawyer, at=timezone.now())
    address = reverse("people:person", args=[person.pk])
    mine, hers = (client_of(one).get(address).content.decode() for one in (lawyer, chief))
    assert reverse("legal:petition", args=[petition.pk]) in mine
    assert reverse("legal:petition", args=[petition.pk]) not in hers, "privileged"
    assert "Sessions Court Gulistan" in hers
