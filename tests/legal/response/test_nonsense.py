"""Whatever is written into the forms of a real line: a sentence beside the field, never an error of ours."""

from __future__ import annotations

import pytest
from django.urls import reverse

from rihai.accounts.operations.house import as_house
from rihai.kit.forms.careful import TEXT
from rihai.legal.response.forms.answer import ACTS, ASKS
from rihai.legal.response.models import Telling
from rihai.legal.response.operations import record_refusal
from tests.house.test_fuzz import NASTY
from tests.legal.response.conftest import INSIDE, Office
from tests.legal.response.test_pages import client_of

pytestmark = pytest.mark.django_db
FIELDS = sorted({name for names in ASKS.values() for name in names} | {"note", "version"})
GRAVE = [one for one in NASTY if len(one) < 1000] + ["a" * (TEXT + 1)]


def test_no_nonsense_falls_through_a_form(office: Office) -> None:
    line = office.line(office.woman())
    office.do(office.sana, record_refusal, row_id=line, reason="prison_rule", on=office.today)
    with as_house():
        telling = Telling.objects.get()
    client, chief = client_of(office.sana), client_of(office.chief)
    acts, done = list(ACTS), reverse("legal:clock-done", args=[office.line(office.bailed(), INSIDE)])
    for at, text in enumerate(GRAVE):
        said = {**dict.fromkeys(FIELDS, text), "act": acts[at % len(acts)], "cause": text, "clock": text, "row": text}
        sent = [
            client.post(reverse("legal:respond", args=[line]), said),
            client.post(reverse("legal:telling", args=[telling.pk]), {"how": "told", "on": text, "words": text}),
            client.post(reverse("legal:refer-all"), {**said, "act": "refer", "row": [text, line]}),
            chief.post(reverse("legal:assign-all"), {**said, "act": "assign", "row": [line]}),
            client.post(done, said),
            chief.get(reverse("legal:untouched"), {"days": text, "place": text, "page": text, "provision": text}),
        ]
        assert [one.status_code for one in sent if one.status_code >= 500] == [], repr(text[:40])
