"""A course from its plan to a certificate that anybody verifies; lists, seats, taps, and who is overdue."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from rihai.accounts.operations.house import as_house
from rihai.coordination.challenges.models import Challenge, Proposal
from rihai.errors import NotFound, Refused
from rihai.kit.came import Mark
from rihai.kit.ids import new_id
from rihai.training.certificates import operations as certifying
from rihai.training.certificates.models import Certificate, Completion
from rihai.training.certificates.paper import certificate_pdf
from rihai.training.courses import operations as courses
from rihai.training.courses.models import Course, CourseVersion, Module, Topic
from rihai.training.courses.shipping import keep_up, shipped
from rihai.training.overdue.models import Reminder
from rihai.training.overdue.queries import by_place, named
from rihai.training.overdue.reckoning import Rule, Standing, stand
from rihai.training.overdue.shown import remind, rows
from rihai.training.sessions.models import ArrivingRow, Attendance, Enrolment, Seat, Trainee
from rihai.training.sessions.operations import attending, enrolling, planning
from tests.paper.seen import pdf_text
from tests.training.courses.world import BEGAN, NOW, OFFICERS, TODAY, School, signed_in


def test_a_course_goes_from_plan_to_a_certificate_that_anybody_verifies(school: School) -> None:
    session = school.finished()
    assert Completion.objects.filter(enrolment__session=session).count() == 2, "the third was never there"
    one = Certificate.objects.get(full_name=OFFICERS[0])
    client = signed_in(school.trainer)
    page = client.get(reverse("training:session", args=[session.pk])).content.decode()
    assert "Not there enough" in page
    for language, word in (("en", "Nelson Mandela Rules"), ("ur", one.code)):
        text = pdf_text(certificate_pdf(one, language))
        assert word in text
        assert one.code in text
    printed = client.get(reverse("training:certificates-print", args=[session.pk]))
    assert sorted(ZipFile(BytesIO(printed.content)).namelist()) == sorted(
        f"{each.code}.pdf" for each in Certificate.objects.all()
    )
    anybody, url = Client(), reverse("certificate-check")
    shown = anybody.get(url, {"code": one.code.lower().replace("-", " ")}).content.decode()
    assert "It was given by us" in shown
    assert "Nelson Mandela Rules" in shown
    assert "Rukhsana" not in shown, "no name is told"
    for name, says in (("Rukhsana Parvin", "is the one on it"), ("Gul Misali", "is not the one on it")):
        answer = anybody.post(url, {"code": one.code, "name": name}).content.decode()
        assert says in answer
        assert OFFICERS[0] not in answer
    school.does(certifying.withdraw, certificate_id=one.pk, version=1, because="The mark was wrong")
    gone = anybody.get(url, {"code": one.code}).content.decode()
    assert "It was withdrawn" in gone
    assert "Nelson Mandela Rules" not in gone
    assert "mark was wrong" not in gone
    assert "No certificate has this code" in anybody.get(url, {"code": "AAAA-AAAA"}).content.decode()
    assert client.get(reverse("training:certificate-paper", args=[one.pk])).status_code == 404


def test_what_ships_comes_once_and_what_the_office_changed_stays(school: School) -> None:
    assert sum(one["minutes"] for one in shipped()["topics"][:13]) == 57 * 60
    with as_house():
        assert Course.objects.count() == len(shipped()["courses"]) == 9
        Topic.objects.filter(code="integrity").update(title="Honesty")
        Course.objects.filter(code="dynamic-security").delete()
        assert keep_up(NOW) == 1
        assert keep_up(NOW) == 0
        assert Topic.objects.get(code="integrity").title == "Honesty"
        assert Course.objects.get(code="dynamic-security").versions.get().modules.count() == 2
        empty = CourseVersion.objects.filter(course__code__in=("advocacy-skills", "social-work-methods"))
        empty.update(state="draft")
        Module.objects.filter(curriculum__in=empty).delete()
        school.does(courses.keep_module, curriculum_id=empty[0].pk, said={"title": "Ours"}, by=school.manager)
        Topic.objects.filter(code="social-work-family").delete()
        assert keep_up(NOW) == 1, "what nobody touched is given its modules"
        assert sorted(one.modules.count() for one in empty.all()) == [1, 5]


def test_a_curriculum_that_is_taught_stays_and_a_draft_takes_its_place(school: School) -> None:
    first = CourseVersion.objects.get(course=school.course)
    with pytest.raises(Refused, match="stays as it is"):
        school.does(courses.keep_module, curriculum_id=first.pk, said={"title": "More"})
    draft = school.does(courses.begin_draft, course_id=school.course.pk)
    school.does(courses.keep_module, curriculum_id=draft.pk, said={"topic": Topic.objects.get(code="integrity")})
    session = school.session()
    school.does(courses.bring_into_use, curriculum_id=draft.pk)
    first.refresh_from_db()
    assert (first.state, first.modules.count(), draft.modules.count()) == ("retired", 5, 6)
    assert session.curriculum_id == first.pk, "a session keeps the version it was planned with"
    assert school.session().curriculum_id == draft.pk
    page = signed_in(school.judge).get(reverse("training:curriculum", args=[draft.pk])).content.decode()
    assert "Takes nothing and says what is seen." in page, "what a module teaches stands with it"
    with pytest.raises(Refused, match="Somebody else looks after"):
        school.does(courses.begin_draft, by=school.trainer, course_id=school.course.pk)
    alone = Course.objects.get(code="dynamic-security")
    with pytest.raises(Refused, match="whole office"):
        school.does(courses.look_after, by=school.trainer, course_id=alone.pk)
    assert school.does(courses.look_after, course_id=alone.pk).kept_by_id == school.manager.pk


def test_seats_are_held_who_waits_moves_up_and_a_tap_counts_once(school: School) -> None:
    session = school.session(seats=2)
    held, second, waits = school.enrolled(session)
    assert [one.seat for one in (held, second, waits)] == [Seat.HELD, Seat.HELD, Seat.WAITING]
    with pytest.raises(Refused, match="in this session already"):
        school.does(enrolling.enrol, session_id=session.pk, trainee_id=held.trainee_id)
    assert school.does(enrolling.give_up, enrolment_id=held.pk)[1] == 1
    waits.refresh_from_db()
    assert waits.seat == Seat.HELD
    day = session.days.all()[0]
    tap = Mark(second.pk, "present", new_id(), NOW)
    late = Mark(second.pk, "absent", new_id(), NOW - timedelta(minutes=5))
    strange = Mark(held.pk, "present", new_id(), NOW)
    for marks, changed in (([tap, strange], 1), ([tap, late], 0)):
        assert school.does(attending.mark_day, by=school.trainer, day_id=day.pk, marks=marks) == changed
    assert Attendance.objects.get().came == "present"
    client, address = signed_in(school.trainer), reverse("training:attendance", args=[day.pk])
    answer = client.post(address, {"mark": f"{second.pk}.absent.{(key := new_id())}.10"}).json()
    assert answer == {"kept": [str(key)], "changed": 1}
    assert client.post(address, {f"came-{waits.pk}": "present"}).status_code == 302, "without script it is one form"
    assert dict(Attendance.objects.values_list("enrolment", "came")) == {second.pk: "absent", waits.pk: "present"}
    with pytest.raises(Refused, match="marked on one of its days"):
        school.does(enrolling.give_up, enrolment_id=waits.pk)


def test_a_list_is_read_proposed_and_never_joined_by_itself(school: School) -> None:
    earlier = school.session()
    (known,) = school.enrolled(earlier, ["Shahid Mehmood"], number="9-114")
    session, client = school.session(seats=10), signed_in(school.manager)
    text = (
        "Prison list,,,,,\nName,Designation,Posting,Belt No.,Gender,Mobile\n"
        "Shahid Mahmood,Warder,Women’s Prison Gulzar,9-114,male,0300-0000000\n"
        "Nasreen Akhtar,Warder,Women’s Prison Gulzar,9-200,female,\n"
        "Naya Aadmi,Chief Gardener,Nowhere,,,\n"
    )
    address = reverse("training:session-list", args=[session.pk])
    assert client.post(address, {"file": _file(b"a,b\n1,2\n")}).status_code == 409, "no heading for names"
    assert client.post(address, {"file": _file(text.encode())}).status_code == 302
    lines = list(ArrivingRow.objects.order_by("number"))
    assert [one.alike_id for one in lines] == [known.trainee_id, None, None]
    assert (lines[1].rank, lines[1].place, lines[1].sex) == (school.rank, school.world.gulzar, "woman")
    assert "Chief Gardener" in lines[2].problem
    assert session.enrolments.count() == 0, "nobody is enrolled before somebody says who they are"
    page = client.get(reverse("training:session-settle", args=[session.pk])).content.decode()
    assert "Shahid Mehmood" in page
    answers = {f"row-{lines[0].pk}": "same", f"row-{lines[1].pk}": "new", f"row-{lines[2].pk}": "odd"}
    client.post(reverse("training:session-settle", args=[session.pk]), answers)
    assert set(session.enrolments.values_list("trainee__full_name", flat=True)) == {"Shahid Mehmood", "Nasreen Akhtar"}
    assert list(ArrivingRow.objects.values_list("full_name", flat=True)) == ["Naya Aadmi"]
    assert Trainee.objects.count() == 2


def _file(content: bytes) -> BytesIO:
    held = BytesIO(content)
    held.name = "list.csv"
    return held


def test_somebody_typed_twice_is_asked_about_before_anything_is_written(school: School) -> None:
    session, client = school.session(), signed_in(school.manager)
    (known,) = school.enrolled(school.session(), ["Bashir Ahmed"])
    address = reverse("training:session-enrol", args=[session.pk])
    said = {"full_name": "Basheer Ahmad", "audience": "officer", "place": school.world.gulzar.pk}
    asked = client.post(address, said)
    assert asked.status_code == 422
    assert "Bashir Ahmed" in asked.content.decode()
    assert session.enrolments.count() == 0
    assert client.post(address, {**said, "who": "new"}).status_code == 302
    assert Trainee.objects.filter(full_name="Basheer Ahmad").exists()
    assert client.post(address, {**said, "who": str(known.trainee_id)}).status_code == 302
    assert session.enrolments.filter(trainee=known.trainee_id).exists()


@pytest.mark.parametrize(
    ("months", "last", "joined", "standing", "by"),
    [
        (24, None, None, Standing.NEVER, date(2025, 4, 1)),
        (24, None, date(2026, 10, 1), Standing.DUE, date(2026, 12, 30)),
        (24, date(2024, 11, 25), None, Standing.EXPIRED, TODAY),
        (24, date(2024, 11, 26), None, Standing.DUE, date(2026, 11, 26)),
        (24, date(2026, 1, 31), None, Standing.IN_ORDER, date(2028, 1, 31)),
        (None, date(1999, 1, 1), None, Standing.IN_ORDER, None),
    ],
)
def test_the_day_on_which_a_course_is_due_again(
    months: int | None, last: date | None, joined: date | None, standing: Standing, by: date | None
) -> None:
    found = stand(Rule(months, 90, date(2025, 1, 1)), last, joined, TODAY)
    assert (found.standing, found.by) == (standing, by)


def test_a_prisons_overdue_officers_are_named_to_its_supervisor_and_counted_for_others(school: School) -> None:
    school.mandatory()
    session = school.finished()
    school.does(
        enrolling.enrol, session_id=school.session().pk, said=school.officer("Dur Afsar", place=school.world.naya_bagh)
    )
    late = school.asks(school.judge, named, school.judge, TODAY)
    assert [one.trainee.full_name for one in late] == [OFFICERS[2]]
    assert [one.trainee.full_name for one in school.asks(school.other_judge, named, school.other_judge, TODAY)] == [
        "Dur Afsar"
    ]
    assert school.asks(school.manager, named, school.manager, TODAY) == []
    (row,) = school.asks(school.judge, rows, school.judge, TODAY)
    assert str(row.why) == "1 officer is overdue for a mandatory course."
    counted = {
        one.place.pk: (one.people, one.overdue) for one in school.asks(school.manager, by_place, school.manager, TODAY)
    }
    assert counted == {school.world.gulzar.pk: (3, 1), school.world.naya_bagh.pk: (1, 1)}
    place = reverse("training:overdue-place", args=[school.world.gulzar.pk])
    page = signed_in(school.judge).get(place).content.decode()
    assert OFFICERS[2] in page
    assert OFFICERS[0] not in page
    assert [signed_in(who).get(place).status_code for who in (school.manager, school.other_judge)] == [404, 404]
    seen = signed_in(school.manager).get(reverse("training:overdue")).content.decode()
    assert OFFICERS[2] not in seen
    assert remind(NOW) == 2
    assert remind(NOW) == 0
    assert set(Reminder.objects.values_list("account", flat=True)) == {school.judge.pk, school.other_judge.pk}
    first = Certificate.objects.filter(completion__enrolment__session=session)[0]
    school.does(certifying.withdraw, certificate_id=first.pk, version=1, because="x")
    late = school.asks(school.judge, named, school.judge, TODAY)
    assert {one.trainee.full_name for one in late} == {OFFICERS[2], first.full_name}, "what is withdrawn does not count"


def test_what_a_workshop_finds_hard_waits_at_the_register_of_challenges(school: School) -> None:
    said = school.said(kind="workshop", course=None, title="Bail after the order", departments="prison, prosecution")
    workshop = school.does(planning.plan_session, by=school.trainer, said={**said, "trainers": []})
    client = signed_in(school.trainer)
    hard = {"title": "Bonds come late", "problem": "Nobody carries them to the prison."}
    assert client.post(reverse("training:session-hard", args=[workshop.pk]), hard).status_code == 302
    analyst = signed_in(school.world.worker("research_analyst", None))
    shown = analyst.get(reverse("coordination:challenges")).content.decode()
    assert "Bonds come late" in shown
    assert Challenge.objects.count() == 0, "it is no challenge before somebody judged it"
    one = Proposal.objects.get()
    judged = {**hard, "severity": 4, "feasibility": 5, "counted": "unknown", "review_on": "2027-02-01"}
    form = analyst.get(reverse("coordination:proposal", args=[one.pk])).context["form"]
    assert form.initial["title"] == "Bonds come late"
    taken = analyst.post(reverse("coordination:proposal", args=[one.pk]), judged)
    assert taken.status_code == 302
    made = Challenge.objects.get()
    assert "Bail after the order" in made.evidence.get().about
    assert "Bonds come late" not in str(analyst.get(reverse("coordination:challenges")).context["proposals"])
    school.does(planning.say_hard, by=school.trainer, session_id=workshop.pk, title="Two", problem="x")
    other = Proposal.objects.get(settled_at=None)
    analyst.post(reverse("coordination:proposal-leave", args=[other.pk]), {"because": "Said already"})
    assert Proposal.objects.get(pk=other.pk).left_because == "Said already"


def test_who_learns_is_told_to_the_people_of_the_session_alone(school: School) -> None:
    session = school.finished()
    name, address = OFFICERS[0], reverse("training:session", args=[session.pk])
    sees = {
        who.name: name in signed_in(who).get(address).content.decode()
        for who in (school.manager, school.trainer, school.other_trainer, school.judge)
    }
    assert list(sees.values()) == [True, True, False, False]
    day = session.days.all()[0]
    assert signed_in(school.other_trainer).get(reverse("training:attendance", args=[day.pk])).status_code == 404
    if connection.vendor == "postgresql":  # the bare tables, without any filter of ours
        bare = {
            who.name: school.asks(
                who, lambda: [one.objects.count() for one in (Trainee, Enrolment, Attendance, Completion)]
            )
            for who in (school.manager, school.trainer, school.judge, school.other_trainer, school.other_judge)
        }
        told = [3, 3, 4, 2]
        assert list(bare.values()) == [told, told, [3, 0, 0, 2], [0, 0, 0, 0], [0, 0, 0, 0]]
    one = Certificate.objects.get(full_name=name)
    certificate = reverse("training:certificate", args=[one.pk])
    answers = [
        signed_in(who).get(certificate).status_code
        for who in (school.manager, school.judge, school.other_judge, school.other_trainer)
    ]
    assert answers == [200, 200, 404, 404]
    lawyer = signed_in(school.world.worker("lawyer", school.world.gulzar))
    assert [lawyer.get(reverse(f"training:{page}")).status_code for page in ("courses", "sessions", "overdue")] == [
        404
    ] * 3
    with pytest.raises(NotFound):
        school.does(planning.cancel_session, by=school.other_trainer, session_id=session.pk, because="x")
    ahead = school.session(on=TODAY + timedelta(days=3), until=TODAY + timedelta(days=3))
    with pytest.raises(Refused, match="still to come"):
        school.does(attending.mark_day, by=school.trainer, day_id=ahead.days.all()[0].pk, marks=[])
    assert session.on == BEGAN
