"""The pages of matters in Chromium: accessible, no sideways scroll, in both directions; a conflict as a journey."""

from __future__ import annotations

import os
from datetime import time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Posting
from rihai.accounts.operations.house import as_house
from rihai.legal.matters.models import BailOrder, Matter, MatterHearing
from rihai.legal.matters.operations import (
    ask_for_paper,
    keep_surety,
    keep_vakalatnama,
    list_hearing,
    note_time,
    record_bail,
    record_hearing,
    record_order,
    record_payment,
)
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.legal.matters.office import Office, make_office

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("MATTERS_SHOTS", "")


@pytest.fixture
def office(transactional_db: None) -> Office:
    """The office with a matter that has some of everything."""
    made = make_office()
    _history(made)
    return made


def _history(office: Office) -> Matter:
    today, actor = timezone.localdate(), office.lawyer
    now = timezone.now() - timedelta(hours=1)
    matter = office.open(
        at=now, counsel="Adv. Sana Misali", panel="District Legal Empowerment Committee Gulistan",
        number_in_court="Crl. Misc. 77/2026",
        others=[{"side": "complainant", "name": "Rashid Namoona", "number": "9040300000032"}],
    )  # fmt: skip
    party = office.client(matter)
    with acting_as(actor):
        for back, by, why in ((40, "prosecution", "witness_absent"), (20, "court", "judge_absent")):
            listed = {
                "listed_on": today - timedelta(days=back),
                "purpose": "evidence",
                "court_name": "Sessions Court Gulistan",
            }
            hearing = MatterHearing.objects.filter(matter=matter, recorded_at=None).first() or list_hearing(
                matter_id=matter.pk, said=listed, actor=actor, at=now
            )
            said = {
                "produced": "no", "not_produced_why": "escort", "outcome": "adjourned", "adjourned_by": by,
                "adjourned_why": why, "next_on": today - timedelta(days=back - 20),
            }  # fmt: skip
            record_hearing(hearing_id=hearing.pk, version=hearing.version, said=said, actor=actor, at=now)
        bail = {
            "listed_on": today + timedelta(days=5),
            "listed_at": time(9, 30),
            "purpose": "bail",
            "court_name": "Sessions Court Gulistan",
        }
        list_hearing(matter_id=matter.pk, said=bail, actor=actor, at=now)
        signed = {
            "signed_on": today - timedelta(days=30),
            "signed_how": "thumb",
            "attested_on": today - timedelta(days=28),
            "attested_by": "Deputy Superintendent",
        }
        keep_vakalatnama(matter_id=matter.pk, party_id=party.pk, version=0, said=signed, actor=actor, at=now)
        paper = {
            "asked_of": "Superintendent, Women’s Prison Gulzar",
            "asked_on": today - timedelta(days=9),
            "due_on": today - timedelta(days=2),
        }
        ask_for_paper(
            matter_id=matter.pk, party_id=party.pk, kind="custody_certificate", said=paper, actor=actor, at=now
        )
        granted = {
            "granted_on": today - timedelta(days=9),
            "amount": Decimal(200000),
            "sureties_needed": 2,
            "reduced_to": Decimal(50000),
            "reduced_on": today - timedelta(days=4),
            "court_name": "Sessions Court Gulistan",
            "conditions": "to attend on every date",
        }
        order = record_bail(matter_id=matter.pk, party_id=party.pk, said=granted, actor=actor, at=now)
        surety = {"name": "Zahid Farzi", "number": "90403-0000004-8", "missing": "land papers, two photographs"}
        keep_surety(order_id=order.pk, surety_id=None, said=surety, actor=actor, at=now)
        fine = {
            "kind": "fine",
            "amount": Decimal(50000),
            "ordered_on": today - timedelta(days=200),
            "default_months": 6,
            "default_from": today - timedelta(days=30),
        }
        owed = record_order(matter_id=matter.pk, party_id=party.pk, said=fine, actor=actor, at=now)
        paid = {
            "amount": Decimal(20000),
            "paid_on": today - timedelta(days=3),
            "paid_by": "fund",
            "payer": "Women in Distress and Detention Fund",
            "challan": "0077",
        }
        record_payment(order_id=owed.pk, said=paid, actor=actor, at=now)
        note_time(
            matter_id=matter.pk,
            on=today,
            minutes=90,
            what="Read the order sheets",
            cost=Decimal(300),
            cost_for="copies",
            actor=actor,
            at=now,
        )
    return matter


def _conflict(office: Office) -> Matter:
    with acting_as(office.other):
        rashid = office.world.enter(
            office.other, office.world.naya_bagh, full_name="Rashid Namoona", cnic="9040300000032"
        )
    return office.open(office.other, rashid, at=timezone.now())


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(office: Office, open_page: Opener, language: str) -> None:
    second = _conflict(office)
    Account.objects.filter(pk=office.lawyer.pk).update(language=language)
    with as_house():
        # whoever decides conflicts and works on matters of others: one page opens everything
        today = timezone.localdate() - timedelta(days=9)
        Posting.objects.create(account=office.lawyer, role="supervisor", place=office.world.gulzar, started_on=today)
        matter, check = Matter.objects.exclude(pk=second.pk).get(), second.conflicts.get()
        coming = MatterHearing.objects.filter(matter=matter).latest("listed_on")
        been = MatterHearing.objects.filter(matter=matter).earliest("listed_on")
        order = BailOrder.objects.get()
    page = open_page(language=language, account=office.lawyer)
    pages = [
        reverse("legal:matters"), reverse("legal:matter", args=[matter.pk]),
        reverse("legal:hearing-record", args=[been.pk]), reverse("legal:conflict", args=[check.pk]),
        reverse("legal:diary") + f"?span=month&day={coming.listed_on}", reverse("legal:feed"),
    ]  # fmt: skip
    if SHOTS:
        pages += [
            reverse("legal:matter-open") + f"?person={office.nargis.pk}", reverse("legal:bail", args=[order.pk]),
            reverse("legal:conflicts"), reverse("people:person", args=[office.nargis.pk]),
        ]  # fmt: skip
    for at, address in enumerate(pages):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)
