"""Story 2, the first half, in the browser: a woman seven months on a charge that is not capital is found by the law."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from tests.browser.chromium import Opener
from tests.people.world import World, make_world
from tests.screening.cast import keep, woman

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def lawyer(transactional_db: None) -> tuple[World, Account]:
    """A lawyer, and a woman held seven months."""
    world, today = make_world(), timezone.localdate()
    who = world.worker("lawyer", world.gulzar)
    with acting_as(who):
        keep(woman(today - timedelta(days=30)), world.gulzar, who)
    return world, who


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Arguable since", "497(1)", "6 months", "Reckoned:", "For the court", "delay", "hardened")),
        ("ur", ("قابلِ بحث", "497(1)", "عدالت")),
    ],
)
def test_she_stands_on_the_list_with_the_proviso_the_sum_and_two_matters_for_the_court(
    lawyer: tuple[World, Account], open_page: Opener, language: str, words: tuple[str, ...]
) -> None:
    _world, who = lawyer
    Account.objects.filter(pk=who.pk).update(language=language)
    page = open_page(language=language, account=who)
    page.goto(reverse("screening:who"))
    row = page.locator("li.entry", has_text="Nargis Farzi").first
    assert row.locator("svg.bar[role=img]").get_attribute("aria-label")
    row.locator(".entry-act a").last.press("Enter")
    page.wait_for_url("**/finding/**")
    text = page.locator("main").inner_text()
    for word in words:
        assert word in text, word
    assert page.locator('.tick[data-status="open"]').count() == 2
