"""The pages that differ most, in Chromium: accessible, in both languages, at three widths; and the invented play."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.models import Account
from rihai.demo.cast import DARYA_KOT, GULZAR, NAYA_BAGH
from rihai.demo.preparedness_procedures import play_procedures
from rihai.places.models import Inside, Place
from rihai.preparedness.models import AfterAction, ContingencyPlan, Drill, Procedure
from rihai.preparedness.plans import operations as plans
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.preparedness.procedures.world import Office, make_office, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def played(office: Office) -> None:
    """The play of the demonstration, in three invented prisons, by three of its cast."""
    darya = Place.objects.create(kind="prison", name="Darya Kot", sought="darya kot", invented=True, code=DARYA_KOT)
    Inside.objects.create(outer=darya, inner=darya)
    for place, code in ((office.prison, GULZAR), (office.world.naya_bagh, NAYA_BAGH)):
        Place.objects.filter(pk=place.pk).update(code=code)
    for key, who in (("programme", office.manager), ("supervisor", office.approver), ("caseworker", office.caseworker)):
        Account.objects.filter(pk=who.pk).update(email=f"{key}@rihai.example")
    assert play_procedures(at=timezone.now())
    assert not play_procedures(at=timezone.now())


def test_the_pages_are_accessible_and_the_play_is_alive(
    transactional_db: None, open_page: Opener
) -> None:  # fmt: skip
    office = make_office()
    played(office)
    assert {one.state for one in Drill.objects.all()} == {"held", "planned"}
    assert {one.state for one in AfterAction.objects.all()} == {"open", "done"}
    plan = ContingencyPlan.objects.get(place__code=GULZAR, hazard="fire")
    two = office.does(plans.begin_version, plan_id=plan.pk)
    said = {name: getattr(two, name) for name in plans.TEXTS} | {"triggers": "Smoke.", "triggers_ur": "دھواں۔"}
    office.does(plans.write_texts, edition_id=two.pk, version=two.version, said=said)
    written = reverse("preparedness:plan", args=[plan.pk]) + f"?version={two.number}"
    sop = reverse("preparedness:procedure", args=[Procedure.objects.get(code="SOP-04").pk])
    for language, address in (("ur", written), ("en", sop)):
        Account.objects.update(language=language)
        look_at(open_page(language=language, account=office.writer), address, language=language)
    page = signed_in(office.writer).get(reverse("home")).content.decode()
    assert reverse("preparedness:drill", args=[Drill.objects.get(state="held").pk]) in page
