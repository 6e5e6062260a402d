"""The public page in Chromium: accessible, in both languages, at three widths."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.advocacy.figures.world import make_desk
from tests.browser.chromium import Opener
from tests.browser.looking import look_at

pytestmark = pytest.mark.django_db(transaction=True)


def test_public_figures_are_accessible_in_both_languages(transactional_db: None, open_page: Opener) -> None:
    make_desk().published()
    page = open_page(language="en")
    for language in ("en", "ur"):
        look_at(page, reverse("advocacy:figures-newest", args=[language]), language=language)
