"""Pages stay light on a slow line: 150 KB for the first visit without fonts, 25 KB for each later page, compressed."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, Response

from rihai.accounts.models import Account
from tests.browser.chromium import Opener

pytestmark = pytest.mark.django_db(transaction=True)
FIRST, LATER = 150_000, 25_000
PAGES = ("/account/login/", "/", "/see/", "/kit/", "/help/", "/account/2fa/")


def weighed(page: Page, address: str) -> tuple[int, int, list[str]]:
    """Bytes of an address as compressed: all but fonts, the document alone; and what was fetched."""
    heard: list[Response] = []

    def listen(response: Response) -> None:
        heard.append(response)

    page.on("response", listen)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", listen)
    weighty = [one for one in heard if one.status == 200 and not one.url.endswith((".woff2", ".ttf"))]
    sizes = {response.url: len(gzip.compress(response.body())) for response in weighty}
    return sum(sizes.values()), sizes.get(page.url, 0), sorted(sizes)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_pages_are_light(open_page: Opener, worker: Account, language: str) -> None:
    page = open_page(language=language, account=worker)
    first, _, fetched = weighed(page, "/")
    later = {address: weighed(page, address)[1] for address in PAGES}
    print(f"{language}: first visit {first / 1000:.1f} KB in {len(fetched)} requests; later pages, KB:")
    print({address: round(size / 1000, 1) for address, size in later.items()})

    assert first <= FIRST, fetched
    assert {address: size for address, size in later.items() if size > LATER} == {}


def test_pages_are_sent_compressed(open_page: Opener, worker: Account) -> None:
    response = open_page(account=worker).goto("/see/")

    assert response is not None
    assert response.headers["content-encoding"] == "gzip"
