"""The page that shows every component, held to what every page is held to."""

from __future__ import annotations

import pytest

from tests.browser.chromium import Opener
from tests.browser.looking import look_at

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_component_passes_in_both_directions(open_page: Opener, language: str) -> None:
    page = open_page(language=language)
    look_at(page, "/kit/", language=language)

    assert page.locator(".status").count() >= 10
