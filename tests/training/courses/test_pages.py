"""The pages of courses and sessions: nonsense is told beside its field, queries stay, and they can be looked at."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.training.certificates.models import Certificate
from rihai.training.courses import operations as courses
from rihai.training.courses.models import Topic, Trainer
from rihai.training.sessions.models import SessionDay
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.training.courses.world import OFFICERS, TODAY, School, make_school, signed_in

NONSENSE = ("a\x00b", "é" * 5000, "18446744073709551616", "9999-12-31")
WRONG = 2
"""The first of them are no words at all, in whatever field; tests of the house throw more at every address."""
SHOTS = os.environ.get("TEST_SHOTS", "")


def test_nonsense_is_told_beside_its_field_and_nothing_is_kept(school: School) -> None:
    draft = school.does(courses.begin_draft, course_id=school.course.pk)
    finished, session = school.finished(), school.session()
    (row,) = school.enrolled(session, OFFICERS[3:])
    certificate = Certificate.objects.filter(completion__enrolment__session=finished)[0]
    forms: tuple[tuple[str, list[Any]], ...] = (
        ("course-new", []), ("course-edit", [school.course.pk]), ("course-keeper", [school.course.pk]),
        ("curriculum-edit", [draft.pk]), ("module-new", [draft.pk]), ("module-edit", [draft.modules.all()[0].pk]),
        ("material-new", [draft.pk]), ("topic-new", []), ("topic-edit", [Topic.objects.all()[0].pk]), ("rank-new", []),
        ("mandatory-new", []), ("trainer-new", []), ("trainer-edit", [school.teacher.pk]),
        ("qualification-new", [school.teacher.pk]), ("session-new", []), ("session-edit", [session.pk]),
        ("session-cancel", [session.pk]), ("session-hard", [session.pk]), ("session-enrol", [session.pk]),
        ("session-list", [session.pk]), ("session-marks", [session.pk]), ("trainee-edit", [row.trainee_id]),
        ("trainee-finished", [row.trainee_id]), ("certificate-withdraw", [certificate.pk]),
    )  # fmt: skip
    client = signed_in(school.manager)
    client.raise_request_exception = False
    kept, fell = set(), []
    for name, args in forms:
        address = reverse(f"training:{name}", args=args)
        fields = list(client.get(address).context["form"].fields)
        for nonsense in NONSENSE:
            status = client.post(address, dict.fromkeys(fields, nonsense)).status_code
            fell += [(name, nonsense[:12], status)] if status >= 500 else []
            kept |= {nonsense} if status == 302 and name != "session-cancel" else set()
    assert fell == []
    assert not kept & set(NONSENSE[:WRONG]), "words that anybody may write are words; these are none"
    marks = {"mark": ["x", "..", f"{row.pk}.present.{row.pk}.1e9", f"{row.pk}.gone.{row.pk}.{'9' * 40}"]}
    day = session.days.all()[0]
    assert client.post(reverse("training:attendance", args=[day.pk]), marks).status_code in {200, 409}
    assert not day.attendances.exists()
    for address in ("/training/sessions/?page=99999999999&tab=x", "/training/overdue/99999999999999999999/"):
        assert client.get(address).status_code in {200, 404}


def _posted(page: str, **said: Any) -> dict[str, Any]:
    """What a browser sends along with what was typed: the version, and what stood there when the page was made."""
    hidden: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and name[1].startswith(("initial-", "version")):
            hidden.setdefault(name[1], []).append(value[1] if value else "")
    return {**hidden, **said}


def test_two_who_change_a_session_or_a_trainer_at_once_are_shown_what_differs(school: School) -> None:
    session = school.session()
    first, second = signed_in(school.manager), signed_in(school.trainer)
    address = reverse("training:session-edit", args=[session.pk])
    pages = [each.get(address).content.decode() for each in (first, second)]
    said = {
        "title": "", "departments": "", "place": session.place_id, "on": "2026-11-22", "until": "2026-11-23",
        "starts_at": "", "language": "ur", "trainers": [str(school.teacher.pk)],
    }  # fmt: skip
    assert second.post(address, _posted(pages[1], **said, seats=9)).status_code == 302
    clash = first.post(address, _posted(pages[0], **said, seats=12))
    assert clash.status_code == 409
    assert [one.name for one in clash.context["form"].differences] == ["seats"]
    session.refresh_from_db()
    assert session.seats == 9, "nothing is written over"
    address = reverse("training:trainer-edit", args=[school.teacher.pk])
    typed = {"full_name": "Ustani Misali", "organisation": "College", "account": str(school.trainer.pk), "place": "",
             "languages": ["ur", "pa"], "reached": "", "ended_on": ""}  # fmt: skip
    assert first.post(address, _posted(first.get(address).content.decode(), **typed)).status_code == 302
    assert Trainer.objects.get(pk=school.teacher.pk).languages == ["ur", "pa"]


def test_a_page_asks_as_much_for_many_as_for_few(school: School) -> None:
    school.mandatory()
    session = school.session(seats=60)
    school.came(session, school.enrolled(session, OFFICERS))
    day = SessionDay.objects.filter(session=session)[0]
    pages = [
        (school.manager, reverse("training:courses")), (school.manager, reverse("training:sessions")),
        (school.manager, reverse("training:session", args=[session.pk])),
        (school.manager, reverse("training:trainers")), (school.manager, reverse("training:twice")),
        (school.manager, reverse("training:doors", args=[session.pk])),
        (school.trainer, reverse("training:attendance", args=[day.pk])),
        (school.judge, reverse("training:overdue")), (school.manager, reverse("training:mandatory")),
        (school.judge, reverse("training:overdue-place", args=[school.world.gulzar.pk])),
    ]  # fmt: skip
    clients = {who.pk: signed_in(who) for who, _address in pages}

    def asked() -> dict[str, int]:
        found = {}
        for who, address in pages:
            clients[who.pk].get(address)
            with CaptureQueriesContext(connection) as queries:
                clients[who.pk].get(address)
            found[address] = len(queries)
        return found

    few = asked()
    school.came(
        session, school.enrolled(session, [f"Farzi {name}" for name in OFFICERS] + [f"Misali {n}" for n in "ABCD"])
    )
    for number in range(4):
        school.session(on=TODAY, until=TODAY)
        Trainer.objects.create(full_name=f"Ustad {number}", languages=["ur"])
        school.mandatory(course=_course(school, number))
    assert asked() == few
    assert max(few.values()) < 60, few


def _course(school: School, number: int) -> Any:
    said = {
        "title": f"Own {number}",
        "title_ur": "",
        "kind": "rights",
        "objective": "",
        "objective_ur": "",
        "source": "",
    }
    return school.does(courses.keep_course, said={**said, "is_open": True})


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_pages_used_most_are_accessible_in_both_languages(
    transactional_db: None, open_page: Opener, language: str
) -> None:
    school = make_school()
    session = school.session()
    school.enrolled(session)
    with as_house():
        day = SessionDay.objects.filter(session=session)[0]
    Account.objects.update(language=language)
    page = open_page(language=language, account=school.trainer)
    for name, address in (
        ("session", reverse("training:session", args=[session.pk])),
        ("came", reverse("training:attendance", args=[day.pk])),
    ):
        look_at(page, address, language=language)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{name}-{language}.png", full_page=True)
