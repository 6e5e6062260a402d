"""Of two windows on one sealed record the second is shown the difference, and nothing is overwritten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Unit
from rihai.accounts.operations.house import as_house
from rihai.casework.survivors.models import SurvivorRecord
from tests.casework.survivors.cast import CALLED, WISHES, counsellor, opened
from tests.people.world import World

pytestmark = pytest.mark.django_db


def test_the_second_who_writes_is_shown_what_the_first_wrote(world: World) -> None:
    amna = counsellor(world, "amna", Unit.objects.create(name="Survivor support"))
    with acting_as(amna):
        record = opened(amna)
    client = Client()
    client.force_login(amna)
    address, day = reverse("casework:sealed-review", args=[record.pk]), timezone.localdate() + timedelta(days=7)
    page = {
        "version": "1", "initial-called": CALLED, "initial-wishes": WISHES, "initial-review_on": f"{day:%d/%m/%Y}",
        "called": CALLED, "review_on": f"{day:%d/%m/%Y}",
    }  # fmt: skip
    assert client.post(address, {**page, "wishes": "By letter alone"}).status_code == 302
    second = client.post(address, {**page, "wishes": "Through her aunt"})
    said = second.content.decode()
    assert second.status_code in {409, 422}
    for words in (WISHES, "By letter alone", "Through her aunt"):
        assert words in said
    closing = reverse("casework:sealed-close", args=[record.pk])
    assert client.post(closing, {"version": "1", "closing": "She is well"}).status_code == 409, "of the page before"
    with as_house():
        kept = SurvivorRecord.objects.get()
    assert (kept.wishes, kept.state, kept.version) == ("By letter alone", "open", 2)
