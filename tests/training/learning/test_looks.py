"""The pages of learning that differ most, in Chromium: accessible, without sideways scroll, in both languages."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.timezone import now

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.training.completions.operations import give_list
from rihai.training.doors.operations import open_door
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.training.learning.world import Desk, make_desk

pytestmark = pytest.mark.django_db(transaction=True)
LIST = b"Name,Completed on,Certificate\nAsma Farzi,01/11/2026,UN-1\nDua Farzi,never,UN-2\n"


def _furnished() -> tuple[Desk, list[str]]:
    desk = make_desk()
    session = desk.session()
    asma, _bilal = desk.enrol(session, "Asma Farzi", "Bilal Farzi")
    desk.tested(session)
    code = desk.code_of(asma)
    desk.sit(code, "before", 4)
    desk.sit(code, "after", 7)
    found = desk.does(give_list, course_id=desk.course.pk, provider="E", name="list.csv", content=LIST)
    with acting_as(desk.trainer, now()):
        opened = open_door(session_id=session.pk, asks="said", hours=1, actor=desk.trainer, at=now())
    return desk, [
        reverse("training:test", args=[session.pk]), reverse("training:finished-list", args=[found.pk]),
        reverse("training:door", args=[opened.secret]),
    ]  # fmt: skip


def test_tests_and_lists_are_accessible_in_both_languages(transactional_db: None, open_page: Opener) -> None:
    desk, (tests, lines, door) = _furnished()
    for language, who, path in (("ur", desk.trainer, tests), ("en", desk.manager, lines)):
        Account.objects.filter(pk=who.pk).update(language=language)
        look_at(open_page(language=language, account=who), path, language=language)
    look_at(open_page(language="ur"), door, language="ur")
