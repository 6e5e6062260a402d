"""The pages of papers in Chromium: accessible, without sideways scroll, in both directions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.legal.papers.operations import Basis, hand_over, make_link
from rihai.legal.papers.receivers import CONSENT
from tests.browser.chromium import Opener
from tests.browser.looking import look_at, look_over
from tests.legal.papers.cast import consent_of, delay_finding, keep_woman, pack_for, petition_of, put
from tests.people.world import make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("PAPERS_SHOTS", "")


@pytest.fixture
def furnished(transactional_db: None) -> tuple[Account, list[str], str]:
    """A lawyer with a petition, a pack in preparation and one handed over, the addresses of all pages, the last one by
    a link, and the second secret of that link."""
    world = make_world()
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        person = keep_woman(world, lawyer, full_name="نرگس فرضی")
        consent, petition = consent_of(person, lawyer), petition_of(person, lawyer)
        waiting, sent = pack_for("committee", lawyer), pack_for("court", lawyer)
        for pack in (waiting, sent):
            put(pack, person, Basis(CONSENT, consent.pk) if pack == sent else Basis("legal_duty", says="s. 5"), lawyer)
        hand_over(pack_id=sent.pk, on=timezone.localdate(), actor=lawyer, at=timezone.now())
        made = make_link(pack_id=sent.pk, days=7, actor=lawyer, at=timezone.now())
        finding = delay_finding(person)
    by_petition = [reverse(f"legal:petition{name}", args=[petition.pk]) for name in ("", "-confirm", "-word", "-filed")]
    return lawyer, [
        reverse("legal:papers"), reverse("legal:draw", args=[finding.pk]), *by_petition, reverse("legal:packs"),
        f"{reverse('legal:pack-new')}?row={finding.pk}", reverse("legal:pack", args=[waiting.pk]),
        reverse("legal:pack", args=[sent.pk]), f"{reverse('legal:pack-people', args=[waiting.pk])}?row={finding.pk}",
        reverse("legal:sharing"), reverse("legal:monthly-list"), reverse("people:person", args=[person.pk]),
        reverse("legal:shared", args=[made.secret]),
    ], made.pin  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_is_accessible_in_both_languages(
    furnished: tuple[Account, list[str], str], open_page: Opener, language: str
) -> None:
    lawyer, addresses, pin = furnished
    Account.objects.filter(pk=lawyer.pk).update(language=language)
    page = open_page(language=language, account=lawyer)
    for at, address in enumerate(addresses):
        look_at(page, address, language=language)
        for width in (1280, 375) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(SHOTS) / f"{at:02}.{language}.{width}.png"), full_page=True)

    page.locator("input[name=pin]").fill(pin)
    page.locator("input[name=pin]").press("Enter")
    page.get_by_text("نرگس فرضی").wait_for()
    look_over(page, language=language)
