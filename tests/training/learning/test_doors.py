"""By their own phones: participants answer without an account, and nobody learns whose answers they are, or when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.instruments.filling import PREFIX
from rihai.instruments.models import Answer, Edition
from rihai.kit.audit.models import Event
from rihai.training.doors.models import Door
from rihai.training.doors.operations import open_door, shut_door
from rihai.training.errors import NotSo, NotThere
from rihai.training.exams import operations as exams
from rihai.training.exams.models import Sitting
from rihai.training.exams.offers import may_see
from rihai.training.exams.queries import key_of, marked_of
from rihai.training.levels.models import Reaction
from rihai.training.levels.queries import levels_of
from tests.training.learning.world import NOW, RIGHT, Desk, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_was_slowed() -> None:
    cache.clear()


def test_a_test_is_given_by_a_phone_once_under_a_code_and_opened_by_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(minutes=20))
    session = desk.session()
    asma, bilal = desk.enrol(session, "Asma Farzi", "Bilal Farzi")
    with pytest.raises(NotSo, match="Lay one down"):
        desk.does(open_door, session_id=session.pk, asks="before", hours=2)
    desk.tested(session)
    with pytest.raises(NotThere):
        desk.does(open_door, by=desk.judge, session_id=session.pk, asks="before", hours=2)
    desk.does(open_door, by=desk.trainer, session_id=session.pk, asks="before", hours=2)
    opened = desk.does(open_door, by=desk.trainer, session_id=session.pk, asks="before", hours=99)
    assert Door.objects.filter(session=session, ends_at__gt=NOW).count() == 1, "one door for each at a time"
    assert opened.door.ends_at == NOW + timedelta(hours=12)
    code = desk.code_of(asma)
    address, phone = reverse("training:door", args=[opened.secret]), Client(enforce_csrf_checks=False)

    first = phone.get(address)
    assert first["X-Robots-Tag"].startswith("noindex")
    assert "Nobody in this session" in phone.post(address, {"code": "ZZZZZ"}).content.decode()
    page = phone.post(address, {"code": code.code.lower()}).content.decode()
    assert "Asma" not in page
    names = set(re.findall(rf'name="({PREFIX}[^"]+)"', page))
    assert len(names) == len(RIGHT), "neither the code nor the moment is asked again"
    texts = {name: RIGHT[name.rpartition("~")[2]] for name in names}
    missing = phone.post(address, {**texts, f"{PREFIX}rules~q1": "", "code": code.code, "give": "yes"})
    assert missing.status_code == 422
    assert not Sitting.objects.exists()
    forged = {**texts, f"{PREFIX}participant": desk.code_of(bilal).code, "code": code.code, "give": "yes"}
    assert "Thank you" in phone.post(address, forged).content.decode()
    assert "once" in phone.post(address, {**texts, "code": code.code, "give": "yes"}).content.decode()

    sat = Sitting.objects.get()
    assert (sat.code_id, sat.moment, sat.by_phone, sat.at) == (code.pk, "before", True, NOW)
    assert len(sat.right) == len(RIGHT)
    assert set(Answer.objects.values_list("given_at", flat=True)) == {NOW}
    assert set(Edition.objects.values_list("given_at", "ended_at")) == {(NOW, NOW)}
    assert desk.asks(desk.trainer, may_see, desk.trainer, [key_of(code, "before")]) == []
    teacher = signed_in(desk.trainer)
    watched = teacher.get(reverse("training:test", args=[session.pk])).content.decode()
    assert code.code not in watched
    assert 'id="gain"' not in watched, "figures that move by one sheet tell whose it was"
    assert teacher.get(reverse("instruments:correct", args=[sat.answer_id])).status_code == 404
    desk.does(shut_door, by=desk.trainer, door_id=opened.door.pk)
    assert code.code in teacher.get(reverse("training:test", args=[session.pk])).content.decode()
    assert phone.post(address, {"code": code.code}).status_code == 404
    assert marked_of(session.pk, 70).only_before[0].code == code.code
    assert not [one for one in Event.objects.all() if code.code in str(one.detail) or opened.secret in str(one.detail)]

    closing = desk.does(open_door, by=desk.trainer, session_id=session.pk, asks="after", hours=1)
    desk.sit(code, "after", 10)
    desk.does(exams.close_test, session_id=session.pk)
    assert phone.get(reverse("training:door", args=[closing.secret])).status_code == 404


def test_what_people_say_at_the_end_bears_neither_name_nor_code_and_ends_with_the_seats(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    session = desk.session()
    desk.enrol(session, "Asma Farzi", "Bilal Farzi")
    made = signed_in(desk.trainer).post(reverse("training:doors", args=[session.pk]), {"asks": "said", "hours": "1"})
    secret = re.search(r"/training/door/(\w+)/", made.content.decode())
    assert secret is not None
    assert b"data:image/svg+xml" in made.content
    address, phone = reverse("training:door", args=[secret[1]]), Client()
    page = phone.get(address).content.decode()
    names = set(re.findall(rf'name="({PREFIX}[^"]+)"', page))
    assert names
    sheet = {**dict.fromkeys(names, "5"), "give": "yes"}

    assert [phone.post(address, sheet).status_code for _sheet in range(3)] == [200, 200, 409]
    with as_house():
        assert [set(one.points.values()) for one in Reaction.objects.all()] == [{5}, {5}]
    with acting_as(desk.trainer, NOW):
        (open_still,) = levels_of([session], NOW.date())
    levels = reverse("training:levels", args=[session.pk])
    assert (open_still.sheets, replace(open_still, sheets=99).is_said_shown) == (2, False)
    assert "told once that is over" in signed_in(desk.trainer).get(levels).content.decode()
    monkeypatch.setattr("rihai.training.doors.views.MOST", 1)
    assert phone.get(address).status_code == 429
    with acting_as(desk.trainer, NOW + timedelta(hours=1)):
        (shut,) = levels_of([session], NOW.date())
    assert replace(shut, sheets=99).is_said_shown
