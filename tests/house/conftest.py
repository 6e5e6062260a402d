"""What the tests that go over every address share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound


@pytest.fixture
def plain_404(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Once called, the page of what is not found is a word: it knows nothing of what was asked, and is drawn often."""

    def plain(request: HttpRequest, exception: Exception) -> HttpResponse:
        return HttpResponseNotFound("not found")

    return lambda: monkeypatch.setattr("tests.urls.handler404", plain, raising=False)
