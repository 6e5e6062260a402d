"""Tests before and after: who teaches sees answers and no names, who keeps the session names and no answers."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from rihai.instruments.queries import answer_seen
from rihai.training.errors import NotSo, NotThere
from rihai.training.exams import operations as exams
from rihai.training.exams.models import CodeHolder, Sitting, TestCode
from rihai.training.exams.queries import codes_seen, holders_of, marked_of
from rihai.training.sessions.models import Attendance, Enrolment, SessionState
from rihai.training.sessions.operations import enrolling, planning
from rihai.training.sessions.reckoning import outcomes
from tests.training.learning.world import Desk, signed_in

pytestmark = pytest.mark.django_db
NAMES = ("Asma Farzi", "Bilal Farzi", "Dua Farzi")


def test_tests_are_matched_by_code_and_nobody_sees_names_with_answers(desk: Desk) -> None:
    session = desk.session()
    asma, bilal, dua = desk.enrol(session, *NAMES)
    desk.tested(session)
    codes = {name: desk.code_of(one) for name, one in zip(NAMES, (asma, bilal, dua), strict=True)}
    assert len({one.code for one in codes.values()}) == 3
    typed = desk.sit(codes["Asma Farzi"], "before", 4)
    desk.sit(codes["Asma Farzi"], "after", 7)
    desk.sit(codes["Bilal Farzi"], "before", 10)
    desk.sit(codes["Bilal Farzi"], "after", 9)
    desk.sit(codes["Dua Farzi"], "before", 2)
    found = marked_of(session.pk, 70)
    assert (found.people, [one.code for one in found.only_before]) == (2, [codes["Dua Farzi"].code])
    assert (found.mean_gain, found.mean_normalised, found.had_all) == (Fraction(1), Fraction(1, 2), 1)
    assert (found.passed_before, found.passed_after) == (1, 2)
    assert [one.name for one in found.worse] == ["q10"]

    assert desk.asks(desk.trainer, answer_seen, typed.pk, actor=desk.trainer) is not None
    assert len(desk.asks(desk.trainer, codes_seen, session.pk, actor=desk.trainer)) == 3
    assert desk.asks(desk.trainer, holders_of, session.pk, actor=desk.trainer) == []
    assert desk.asks(desk.manager, codes_seen, session.pk, actor=desk.manager) == []
    assert desk.asks(desk.manager, answer_seen, typed.pk, actor=desk.manager) is None
    assert [one.enrolment.trainee.full_name for one in desk.asks(
        desk.manager, holders_of, session.pk, actor=desk.manager)] == list(NAMES)  # fmt: skip

    if connection.vendor == "postgresql":  # the bare tables, without any filter of ours
        assert desk.asks(desk.trainer, CodeHolder.objects.count) == desk.asks(desk.manager, Sitting.objects.count) == 0
        assert desk.asks(desk.judge, TestCode.objects.count) == 0
        assert (desk.asks(desk.manager, CodeHolder.objects.count), desk.asks(desk.trainer, Sitting.objects.count)) == (
            3,
            5,
        )

    page, sheet = reverse("training:test", args=[session.pk]), reverse("training:test-codes", args=[session.pk])
    teaching, keeping = signed_in(desk.trainer), signed_in(desk.manager)
    seen = teaching.get(page).content.decode()
    assert all(one.code in seen for one in codes.values())
    assert not any(name in seen for name in NAMES)
    assert teaching.get(sheet).status_code == 404
    held = keeping.get(sheet).content.decode()
    assert all(name in held and one.code in held for name, one in codes.items())
    assert not any(one.code in keeping.get(page).content.decode() for one in codes.values())
    told_no_more = signed_in(desk.judge).get(page).content.decode()
    assert "Fewer than 5" in told_no_more
    assert "Normalised" not in told_no_more

    with pytest.raises(NotThere):
        desk.does(exams.close_test, by=desk.trainer, session_id=session.pk)
    assert desk.does(exams.close_test, session_id=session.pk) == 2
    passed = dict(Enrolment.objects.filter(session=session).values_list("trainee__full_name", "has_passed"))
    assert passed == {"Asma Farzi": True, "Bilal Farzi": True, "Dua Farzi": None}
    assert not Enrolment.objects.exclude(mark=None).exists(), "a mark beside a name would say whose sheet it was"
    marks = {one.enrolment.trainee.full_name: one.mark for one in CodeHolder.objects.filter(session=session)}
    assert marks == {"Asma Farzi": 70, "Bilal Farzi": 90, "Dua Farzi": None}
    assert ">90<" in keeping.get(sheet).content.decode()
    assert teaching.get(sheet).status_code == 404
    assert desk.asks(desk.trainer, answer_seen, typed.pk, actor=desk.trainer) is None, "marks have names now"
    with pytest.raises(NotSo):
        desk.does(exams.close_test, session_id=session.pk)


def test_what_a_closed_test_says_of_somebody_is_overwritten_by_nobody(desk: Desk) -> None:
    desk.curriculum.pass_mark = 70
    desk.curriculum.save()
    session = desk.session()
    asma, bilal, dua = desk.enrol(session, *NAMES)
    for day in session.days.all()[1:]:
        for one in (asma, bilal, dua):
            Attendance.objects.create(
                session=session, enrolment=one, day=day, came="present", key=one.pk, said_at=desk.at
            )  # fmt: skip
    desk.tested(session)
    page = reverse("training:session", args=[session.pk])
    teaching, keeping = signed_in(desk.trainer), signed_in(desk.manager)
    desk.does(enrolling.write_marks, session_id=session.pk, marks={asma.pk: 95})
    for one, right in ((asma, 5), (bilal, 7)):
        desk.sit(desk.code_of(one), "before", right - 2)
        desk.sit(desk.code_of(one), "after", right)
    shown = teaching.get(reverse("training:test", args=[session.pk])).context["codes"]
    assert {one["gain"] for one in shown} == {2, None}
    assert "Close the tests first" in keeping.get(page).content.decode()
    with pytest.raises(NotSo, match="closes them first"):
        desk.does(planning.finish_session, session_id=session.pk)
    with pytest.raises(NotSo, match="closed first"):
        desk.does(enrolling.write_marks, session_id=session.pk, marks={asma.pk: 95})
    desk.does(exams.close_test, session_id=session.pk)
    desk.does(
        enrolling.write_marks, by=desk.trainer, session_id=session.pk, marks={asma.pk: 95, bilal.pk: 0, dua.pk: 80}
    )
    assert [one.has_finished for one in outcomes(session)] == [False, True, True]
    seen = teaching.get(page).content.decode()
    assert "below the mark of the test" in seen
    assert desk.does(planning.finish_session, session_id=session.pk) == 2


def test_nobody_changes_sides_while_tests_are_open(desk: Desk) -> None:
    session = desk.tested(desk.session(state=SessionState.PLANNED))
    said = {
        "kind": session.kind, "title": "", "departments": "", "on": session.on, "until": session.until, "seats": 30,
        "starts_at": None, "language": "ur", "place": session.place,
    }  # fmt: skip
    keeper, other = desk.taught("The keeper", desk.manager), desk.taught("Ustani Misali")
    change = partial(desk.does, planning.change_session, session_id=session.pk)
    with pytest.raises(NotSo, match="teach it"):
        change(version=1, said={**said, "trainers": [keeper]})
    change(version=1, said={**said, "trainers": [other]})
    assert "Nobody can type the tests in" in (
        signed_in(desk.manager).get(reverse("training:test", args=[session.pk])).content.decode()
    )


def test_form_and_pass_mark_stay_once_somebody_sat_the_test_and_a_wrong_sheet_counts_nowhere(desk: Desk) -> None:
    session = desk.session()
    (asma,) = desk.enrol(session, "Asma Farzi")
    desk.tested(session, 60)
    assert desk.tested(session, 70).test.pass_mark == 70
    code = desk.code_of(asma)
    wrongs: list[dict[str, Any]] = [{"participant": "OTHER"}, {"when": "after"}]
    for wrong in wrongs:
        with pytest.raises(NotSo):
            desk.sit(code, "before", 4, **wrong)
    desk.sit(code, "before", 4)
    with pytest.raises(NotSo):
        desk.sit(code, "before", 5)
    with pytest.raises(NotSo):
        desk.tested(session, 50)
    assert [len(one.right) for one in code.sittings.all()] == [4]
    desk.enrol(session, "Bilal Farzi")
    assert desk.does(exams.make_codes, session_id=session.pk) == 1
    desk.curriculum.pass_mark = 80
    desk.curriculum.save()
    second = desk.session()
    assert desk.tested(second, 10).test.pass_mark == 80, "the curriculum lays it down"
    with pytest.raises(NotSo):
        desk.does(exams.set_test, session_id=second.pk, form_id="needs_assessment", pass_mark=70)
