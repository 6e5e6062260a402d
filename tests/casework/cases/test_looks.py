"""The pages of cases in Chromium: accessible, no sideways scroll, in both directions, at the width of a telephone."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Posting
from rihai.casework.cases.models import Case, HandOver
from rihai.casework.cases.operations import note_contact, offer_case, take_in
from rihai.casework.cases.registers.operations import confirm_headings, give_register
from rihai.people.operations import give_consent
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.casework.cases.office import Office, a_case, make_office
from tests.casework.cases.test_registers import _file, worked

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("CASES_SHOTS", "")


@pytest.fixture
def office(transactional_db: None) -> Office:
    """The office with some of everything."""
    made = make_office()
    _history(made)
    return made


def _history(office: Office) -> None:
    now = timezone.now() - timedelta(hours=1)
    today = timezone.localdate(now)  # in the hour after midnight it is the day before
    Posting.objects.create(account=office.worker, role="supervisor", started_on=today - timedelta(days=9))
    told: Any = {"actor": office.worker, "at": now}
    with acting_as(office.worker, now):
        give_consent(
            person_id=office.nargis.pk, purpose="care", recipient="our workers and the shelter home",
            classes=["personal"], given_how="thumb", started_on=today, **told,
        )  # fmt: skip
        case = a_case(office, at=now, asked="میرے بچے نانی کے پاس ہیں، ان سے بات کروا دیں۔", weight=3)
        note_contact(case_id=case.pk, on=today, note="She is well and asks for her children.", reviewed=False, **told)
        other = office.world.enter(office.worker, full_name="Shazia Misali", cnic="9040300000024", prison_id="UTP-7")
        a_case(office, at=now, person=other, opened_on=today - timedelta(days=80))
        a_case(office, at=now, programme="hardship", actor=office.colleague)
        offer_case(case_id=case.pk, account_ids=[office.stranger.pk], note="Her family is in your district.", **told)
        HandOver.objects.create(case=case, code="C-2026-0044", programme="women", to=office.worker, offered_at=now)
        said = {"way": "family", "on": today, "asked": "Somebody to call.", "answer": "waiting", "programme": ""}
        take_in(person_id=other.pk, said=said, **told)
    Case.objects.filter(person=other).update(last_contact_on=today - timedelta(days=50))


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(office: Office, open_page: Opener, language: str) -> None:
    Account.objects.filter(pk=office.worker.pk).update(language=language)
    case = Case.objects.get(code="C-2026-0001")
    page = open_page(language=language, account=office.worker)
    pages = [
        reverse("casework:caseload"), reverse("casework:case", args=[case.pk]),
        reverse("casework:intake", args=[office.nargis.pk]), reverse("casework:supervise"),
    ]  # fmt: skip
    if SHOTS:
        pages += _more(office, case)
    for at, address in enumerate(pages):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)


def _more(office: Office, case: Case) -> list[str]:
    """Pages looked at by hand."""
    now = timezone.now()
    with acting_as(office.worker, now):
        register = give_register(
            content=_file(), name="cases 2025.xlsx", place=office.world.gulzar, programme="women", actor=office.worker,
            at=now,
        )  # fmt: skip
        confirm_headings(register_id=register.pk, mapping={}, actor=office.worker, at=now)
    worked(register, office)
    return [
        reverse("casework:newcomer"), reverse("casework:handovers"), reverse("casework:registers"),
        reverse("casework:register", args=[register.pk]), reverse("casework:register-headings", args=[register.pk]),
        reverse("casework:give") + f"?from={office.worker.pk}", reverse("casework:case-offer", args=[case.pk]),
        reverse("casework:programmes"), reverse("people:person", args=[office.nargis.pk]),
        reverse("casework:intake-start"), reverse("casework:case-close", args=[case.pk]), reverse("home"),
    ]  # fmt: skip
