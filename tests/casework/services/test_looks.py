"""The pages of services in Chromium: accessible, without sideways scroll, in both languages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.casework.services.operations import Ground, give_help, send_referral
from rihai.people.operations import withdraw_consent
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.casework.services.office import make_office
from tests.casework.services.test_serving import HELP
from tests.people.world import NOON, TODAY

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("SERVICES_SHOTS", "")


@pytest.fixture
def pages(transactional_db: None) -> tuple[Account, list[str], list[str]]:
    """The catalogue, a person's page with a referral whose consent was taken back, that referral, the form to refer."""
    office = make_office()
    person = office.person()
    row = office.enrolled(person)
    who: dict[str, Any] = {"actor": office.worker, "at": NOON}
    consent = office.consent(person)
    with acting_as(office.worker, NOON):
        sent = send_referral(
            person_id=person.pk, partner_id=office.partner.pk, asked="بچوں کے لیے جگہ", fields=["name"],
            ground=Ground("consent", consent.pk), on=TODAY, **who,
        )  # fmt: skip
        give_help(person_id=person.pk, said=HELP, **who)
        withdraw_consent(consent_id=consent.pk, **who)
    refer = reverse("casework:refer", args=[person.pk])
    looked = [
        reverse("casework:services"), reverse("people:person", args=[person.pk]),
        reverse("casework:referral", args=[sent.pk]), f"{refer}?partner={office.partner.pk}",
    ]  # fmt: skip
    seen = [
        reverse("casework:service", args=["addiction"]), reverse("casework:enrolment", args=[row.pk]),
        reverse("casework:partners"), reverse("casework:help-given"), reverse("casework:help-new", args=[person.pk]),
        reverse("casework:partner", args=[office.partner.pk]), refer, reverse("casework:referrals"),
    ]  # fmt: skip
    return office.worker, looked, seen


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(
    pages: tuple[Account, list[str], list[str]], open_page: Opener, language: str
) -> None:
    worker, looked, seen = pages
    Account.objects.filter(pk=worker.pk).update(language=language)
    page = open_page(language=language, account=worker)
    for at, address in enumerate([*looked, *(seen if SHOTS else ())]):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)
