"""The pages of matters: what they show, to the team alone, how they refuse, how many queries they ask."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.legal.matters.models import (
    BailOrder,
    Matter,
    MatterHearing,
    MoneyOrder,
    PaperNeeded,
    Party,
    Surety,
    TeamMember,
    Vakalatnama,
)
from tests.legal.matters.office import CASE, Office

pytestmark = pytest.mark.django_db
PAPER = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def _text(client: Client, address: str, status: int = 200, **data: Any) -> str:
    response = client.post(address, data) if data else client.get(address)
    assert response.status_code == status, response.content.decode()[:3000]
    return response.content.decode()


def _at(name: str, key: Any) -> str:
    return reverse(f"legal:{name}", args=[key])


@pytest.fixture
def matter(office: Office) -> Matter:
    return office.open(others=[{"side": "complainant", "name": "Rashid Namoona", "number": "9040300000032"}])


def test_a_matter_is_opened_from_the_person_and_its_page_says_everything(office: Office) -> None:
    client = signed_in(office.lawyer)
    assert "Open a matter" in _text(client, reverse("people:person", args=[office.nargis.pk]))
    _text(
        client, reverse("legal:matter-open") + f"?person={office.nargis.pk}", 302, kind="aid", stage="bail",
        ground="delay", case_id=CASE, complainant="Rashid Namoona", co_accused="Gul Farzi 90403-0000002-4\n\nZainab",
        court_name="Sessions Court Gulistan",
    )  # fmt: skip
    with acting_as(office.lawyer):
        made = Matter.objects.get()
        named = {one.name: (one.side, one.number) for one in Party.objects.filter(matter=made)}
    assert named["Gul Farzi"] == ("co_accused", "90403-0000002-4")
    assert named["Zainab"] == ("co_accused", None)
    text = _text(client, _at("matter", made.pk))
    for word in ("M-20", "Nargis Farzi", "Rashid Namoona", "Zainab", "Sessions Court Gulistan", "Not filed", CASE):
        assert word in text


def test_to_everybody_outside_the_team_there_is_one_word(office: Office, matter: Matter) -> None:
    near = office.world.worker("lawyer", office.world.province)
    for account in (near, office.caseworker, office.chief):
        client = signed_in(account)
        text = _text(client, reverse("people:person", args=[office.nargis.pk]))
        assert "Represented: yes" in text
        for word in (matter.code, "Rashid", "Sessions Court Gulistan"):
            assert word not in text
        for name in ("matter", "matter-change", "matter-party", "matter-close", "hearing-new", "bail-new", "money-new"):
            _text(client, _at(name, matter.pk), 404)
    found = signed_in(near).post(reverse("search"), {"q": matter.code}).content.decode()
    assert str(matter.pk) not in found
    with as_house():
        assert Event.objects.filter(act="kit.page.refused", subject=str(matter.pk), actor_id=near.pk).count() == 7


def test_the_team_finds_it_by_its_code_and_sees_it_on_the_person_and_in_my_work(office: Office, matter: Matter) -> None:
    client = signed_in(office.lawyer)
    found = client.post(reverse("search"), {"q": matter.code.lower()}).content.decode()
    assert _at("matter", matter.pk) in found
    assert matter.code in _text(client, reverse("people:person", args=[office.nargis.pk]))
    assert _at("vakalatnama", office.client(matter).pk) in _text(client, "/")


def test_a_colleague_taken_into_the_team_sees_it_and_no_longer_when_she_leaves(office: Office, matter: Matter) -> None:
    client, theirs = signed_in(office.lawyer), signed_in(office.other)
    _text(theirs, _at("matter", matter.pk), 404)
    _text(client, _at("matter-member", matter.pk), 302, account_id=str(office.other.pk), role="counsel")
    assert "Nargis Farzi" in _text(theirs, _at("matter", matter.pk))
    _text(theirs, reverse("people:person", args=[office.nargis.pk]))
    with as_house():
        row = TeamMember.objects.get(account=office.other)
        lead = TeamMember.objects.get(account=office.lawyer)
    _text(theirs, _at("member-end", row.pk), 404, yes="1")
    assert client.post(_at("member-end", lead.pk)).status_code == 302
    assert client.post(_at("member-end", row.pk)).status_code == 302
    with as_house():
        assert TeamMember.objects.filter(ended_at=None).get() == lead, "the last lead stays"
    _text(theirs, _at("matter", matter.pk), 404)
    _text(theirs, reverse("people:person", args=[office.nargis.pk]), 404)


def test_the_vakalatnama_goes_step_by_step_and_its_file_is_read_by_the_team_alone(
    office: Office, matter: Matter
) -> None:
    client, party = signed_in(office.lawyer), office.client(matter)
    address = _at("vakalatnama", party.pk)
    wrong = {"signed_on": "20/11/2026", "attested_on": "19/11/2026", "signed_how": "thumb"}
    assert "not in the order" in _text(client, address, 409, **wrong)
    file = SimpleUploadedFile("vakalatnama.pdf", PAPER)
    right = {"signed_on": "20/11/2026", "signed_how": "thumb", "attested_on": "21/11/2026", "file": file}
    _text(client, address, 302, **right)
    with acting_as(office.lawyer):
        kept = Vakalatnama.objects.select_related("file").get()
    assert kept.file is not None
    assert "Thumb-printed 20 Nov 2026" in _text(client, _at("matter", matter.pk))
    assert client.get(reverse("kit_file", args=[kept.file.stored_id])).content == PAPER
    for account in (office.caseworker, office.world.worker("lawyer", office.world.province)):
        _text(signed_in(account), reverse("kit_file", args=[kept.file.stored_id]), 404)
    notes = SimpleUploadedFile("a.exe", b"MZ\x00\x01")
    assert "This kind of file" in _text(client, address, 400, version="2", file=notes)


def test_a_paper_is_asked_for_falls_due_and_comes(office: Office, matter: Matter) -> None:
    client = signed_in(office.lawyer)
    today = timezone.localdate()
    said = {"kind": "fir", "asked_of": "SHO Saddar", "asked_on": f"{today:%d/%m/%Y}", "due_on": f"{today:%d/%m/%Y}"}
    _text(client, _at("paper-ask", matter.pk), 302, **said)
    assert "copy of the FIR, asked of SHO Saddar" in _text(client, "/")
    with acting_as(office.lawyer):
        paper = PaperNeeded.objects.get()
    words = {**said, "version": "1", "done_on": f"{today:%d/%m/%Y}"}
    _text(client, _at("matter-paper", paper.pk), 302, **words)
    assert "Has come" in _text(client, _at("matter", matter.pk))


def test_two_editors_are_shown_the_difference_and_nothing_is_overwritten(office: Office, matter: Matter) -> None:
    client = signed_in(office.lawyer)
    said = {"kind": "aid", "stage": "trial", "ground": "delay", "court_name": "Sessions Court Gulistan"}
    first = {**said, "version": "1", "initial-stage": "bail", "initial-kind": "aid", "initial-ground": "delay",
             "initial-court_name": "Sessions Court Gulistan"}  # fmt: skip
    _text(client, _at("matter-change", matter.pk), 302, **first)
    text = _text(client, _at("matter-change", matter.pk), 409, **{**first, "stage": "appeal"})
    assert "Somebody changed this while you wrote" in text
    with acting_as(office.lawyer):
        assert Matter.objects.get().stage == "trial"


def test_hearing_bail_surety_fine_and_payment_by_their_forms(office: Office, matter: Matter) -> None:
    client, party = signed_in(office.lawyer), office.client(matter)
    yesterday = timezone.localdate() - timedelta(days=1)
    on, coming = f"{yesterday:%d/%m/%Y}", f"{yesterday + timedelta(days=8):%d/%m/%Y}"
    _text(client, _at("hearing-new", matter.pk), 302, listed_on=on, listed_at="09:30", purpose="bail", court_name="DSJ")
    with acting_as(office.lawyer):
        hearing = MatterHearing.objects.get()
    assert "Not recorded" in _text(client, "/")
    record = {"produced": "no", "not_produced_why": "escort", "outcome": "adjourned", "version": "1", "next_on": coming}
    assert "by whose act" in _text(client, _at("hearing-record", hearing.pk), 400, **record)
    record |= {"adjourned_by": "prosecution", "adjourned_why": "not_produced", "delay_view": "no"}
    _text(client, _at("hearing-record", hearing.pk), 302, **record)
    assert "2 days lost" not in _text(client, _at("matter", matter.pk))

    _text(
        client,
        _at("bail-new", matter.pk),
        302,
        party_id=str(party.pk),
        granted_on=on,
        amount="1,00,000",
        sureties_needed="1",
    )
    with acting_as(office.lawyer):
        order = BailOrder.objects.get()
    assert order.amount == 100_000
    _text(client, _at("surety-new", order.pk), 302, name="Zahid Farzi", number="90403-0000004-8", missing="land papers")
    with acting_as(office.lawyer):
        surety = Surety.objects.get()
    _text(client, _at("surety", surety.pk), 302, name="Zahid Farzi", furnished_on=on, version="1")
    assert "Order not arrived" in _text(client, _at("matter", matter.pk))

    said = {
        "party_id": str(party.pk),
        "kind": "fine",
        "amount": "50000",
        "ordered_on": on,
        "default_months": "6",
        "default_from": on,
    }
    _text(client, _at("money-new", matter.pk), 302, **said)
    with acting_as(office.lawyer):
        fine = MoneyOrder.objects.get()
    assert "Penal Code, section 69" in _text(client, _at("matter", matter.pk))
    pay = {"amount": "50001", "paid_on": on, "paid_by": "fund", "payer": "WDDF", "challan": "7"}
    assert "more than is left" in _text(client, _at("payment", fine.pk), 409, **pay)
    _text(client, _at("payment", fine.pk), 302, **{**pay, "amount": "50000"})
    text = _text(client, _at("matter", matter.pk))
    assert "Rs 50,000 paid, Rs 0 left" in text
    case = office.case(at=timezone.now())
    assert (case["fine_paid"], case["bail_furnished"], case["delay_attributed_to_accused"]) == (True, True, False)


def test_closed_it_is_read_and_opened_again_by_its_lead(office: Office, matter: Matter) -> None:
    client = signed_in(office.lawyer)
    today = timezone.localdate()
    _text(
        client,
        _at("matter-close", matter.pk),
        302,
        outcome="refused",
        reason="The court refused bail.",
        on=f"{today:%d/%m/%Y}",
    )
    assert "The court refused bail." in _text(client, _at("matter", matter.pk))
    text = _text(client, _at("hearing-new", matter.pk), 409, listed_on="1/12/2026", purpose="bail")
    assert "This matter is closed" in text
    assert "Represented: yes" not in _text(
        signed_in(office.caseworker), reverse("people:person", args=[office.nargis.pk])
    )
    _text(client, _at("matter-reopen", matter.pk), 302, reason="Fresh ground")
    with acting_as(office.lawyer):
        assert Matter.objects.get().state == "open"


def test_a_conflict_is_decided_on_its_page_by_codes_alone(office: Office, matter: Matter) -> None:
    with acting_as(office.other):
        rashid = office.world.enter(
            office.other, office.world.naya_bagh, full_name="Rashid Namoona", cnic="9040300000032"
        )
    second = office.open(office.other, rashid, at=timezone.now())
    assert second.state == "checking"
    theirs = _text(signed_in(office.other), _at("matter", second.pk))
    assert "the panel lead must decide" in theirs
    assert matter.code not in theirs
    client = signed_in(office.chief)
    assert "a conflict is possible" in _text(client, "/").lower()
    text = _text(client, reverse("legal:conflicts"))
    with as_house():
        check = second.conflicts.get()
    text += _text(client, _at("conflict", check.pk))
    assert matter.code in text
    for word in ("Rashid", "Nargis", "9040300000032"):
        assert word not in text
    _text(client, _at("conflict", check.pk), 400, decision="go_on", reason="")
    _text(client, _at("conflict", check.pk), 302, decision="decline", reason="He complains against our client.")
    _text(signed_in(office.other), _at("matter", second.pk), 404)


@pytest.mark.parametrize(
    ("name", "field"), [("matter-party", "name"), ("matter-time", "what"), ("paper-ask", "asked_of")]
)
@pytest.mark.parametrize("nasty", ["a\x00b", "\u202eabc", "x" * 20_000, ""])
def test_what_no_person_means_to_write_is_refused_beside_its_field(
    office: Office, matter: Matter, name: str, field: str, nasty: str
) -> None:
    client = signed_in(office.lawyer)
    said = {
        "side": "witness",
        "kind": "fir",
        "on": "1/11/2026",
        "minutes": "99999999999999999999",
        "asked_on": "31/02/2026",
    }
    text = _text(client, _at(name, matter.pk), 400, **{**said, field: nasty})
    assert "is-invalid" in text


def test_strategic_litigation_has_many_clients_and_only_public_facts_are_told(office: Office) -> None:
    client = signed_in(office.lawyer)
    with acting_as(office.lawyer):
        gul = office.world.enter(office.lawyer, full_name="Gul Farzi", cnic="9040300000024")
    matter = office.open(kind="strategic", at=timezone.now())
    _text(client, _at("matter-client", matter.pk), 302, number="90403-0000002-4")
    with acting_as(office.lawyer):
        assert set(Party.objects.filter(matter=matter).values_list("person_id", flat=True)) == {
            office.nargis.pk,
            gul.pk,
        }
    said = {"title": "Women held beyond a year", "says": "Whether the proviso reaches them.", "filed_on": "1/11/2026"}
    _text(client, _at("matter-public", matter.pk), 302, **said)
    text = _text(signed_in(office.caseworker), reverse("legal:strategic"))
    assert "Women held beyond a year" in text
    assert "Nargis" not in text
    assert matter.code not in text
