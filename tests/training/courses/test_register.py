"""Who came is corrected afterwards, two entries are one person, names go in time: what follows from each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.kit.audit.models import Event
from rihai.kit.certified import verify
from rihai.kit.editing import Changed
from rihai.training.certificates import operations as certifying
from rihai.training.certificates.models import Certificate, Completion
from rihai.training.counted import came, finished
from rihai.training.errors import NotSo, NotThere
from rihai.training.overdue.queries import named
from rihai.training.register import joining
from rihai.training.register.agreeing import is_backed
from rihai.training.register.letting_go import let_go
from rihai.training.register.queries import due_to_go, for_the_desk, proposed
from rihai.training.sessions.models import Enrolment, SessionDay, Trainee
from rihai.training.sessions.operations import planning
from rihai.training.sessions.operations.correcting import Restated, correct_day
from rihai.training.sessions.operations.enrolling import change_trainee, enrol
from tests.training.courses.world import NOW, TODAY, School, signed_in

pytestmark = pytest.mark.django_db


def _people(school: School, ask: Any) -> int:
    with acting_as(school.manager, NOW):
        rows = ask(school.manager, date(2020, 1, 1), date(2030, 1, 1))
        return len({row["person_id"] for row in rows})


def test_who_came_is_corrected_with_a_reason_and_what_was_reckoned_from_it_follows(school: School) -> None:
    session = school.finished()
    rukhsana, shahid, nasreen = Enrolment.objects.filter(session=session).order_by("made_at", "pk")
    day = SessionDay.objects.filter(session=session).order_by("on").first()
    assert day is not None
    code = Certificate.objects.get(completion__enrolment=rukhsana).code

    def correct(**marks: str) -> Restated:
        rows = {"r": rukhsana.pk, "s": shahid.pk, "n": nasreen.pk}
        return school.does(
            correct_day, day_id=day.pk, version=day.corrections.count() + 1, because="The paper list says otherwise",
            marks={rows[who]: came for who, came in marks.items()},
        )  # fmt: skip

    with pytest.raises(NotSo, match="stands already"):
        correct(r="present")
    with pytest.raises(NotThere):
        school.does(correct_day, by=school.other_trainer, day_id=day.pk, version=1, marks={}, because="x")
    with pytest.raises(Changed):
        school.does(correct_day, day_id=day.pk, version=7, marks={rukhsana.pk: "absent"}, because="x")
    with pytest.raises(NotSo, match="Say why"):
        school.does(correct_day, day_id=day.pk, version=1, marks={rukhsana.pk: "absent"}, because=" ")

    assert correct(r="absent") == Restated(marks=1, finished=0, undone=1, withdrawn=1)
    told = verify(code, "", language="en", at=NOW)
    assert told is not None
    assert told.withdrawn_on == TODAY
    assert _people(school, finished) == 1
    with pytest.raises(NotSo, match="has a certificate"):
        school.does(certifying.give_certificates, session_id=session.pk)

    assert correct(r="present") == Restated(marks=1, finished=1, undone=0, withdrawn=0)
    told = verify(code, "", language="en", at=NOW)
    assert told is not None
    assert told.withdrawn_on is None, "what a correction withdrew, a correction gives back"

    held = Certificate.objects.get(code=code)
    school.does(certifying.withdraw, certificate_id=held.pk, version=held.version, because="Never sat the test")
    correct(r="absent")
    correct(r="present")
    assert Certificate.objects.get(code=code).withdrawn_on == TODAY, "what somebody withdrew by hand stays withdrawn"

    second = SessionDay.objects.filter(session=session).order_by("on").last()
    assert second is not None
    assert correct(n="present").finished == 0
    other = school.does(
        correct_day, day_id=second.pk, version=1, marks={nasreen.pk: "present"}, because="She signed the list"
    )
    assert other.finished == 1
    assert school.does(certifying.give_certificates, session_id=session.pk) == 1
    line = Event.objects.filter(act="training.attendance.corrected").order_by("-pk").first()
    assert line is not None
    assert "Nasreen" not in str(line.detail)

    client = signed_in(school.manager)
    page = client.get(f"/training/days/{day.pk}/came/").content.decode()
    assert "The paper list says otherwise" in page
    form = {
        f"came-{rukhsana.pk}": "present", f"came-{shahid.pk}": "absent", f"came-{nasreen.pk}": "present",
        f"initial-came-{rukhsana.pk}": "present", f"initial-came-{shahid.pk}": "present",
        f"initial-came-{nasreen.pk}": "present", "version": day.corrections.count() + 1, "because": "He left at ten",
    }  # fmt: skip
    answer = client.post(f"/training/days/{day.pk}/correct/", form, follow=True).content.decode()
    assert "1 certificate is withdrawn." in answer
    assert signed_in(school.other_trainer).get(f"/training/days/{day.pk}/correct/").status_code == 404


def test_two_entries_of_one_officer_count_once_can_be_parted_and_the_name_goes_in_time(school: School) -> None:
    school.mandatory(months=None)
    session = school.session(seats=9)
    first = school.does(enrol, session_id=session.pk, said=school.officer("Rukhsana Parveen", number="B-7"))
    school.came(session, [first])
    school.does(planning.finish_session, session_id=session.pk)
    school.does(certifying.give_certificates, session_id=session.pk)
    later = school.session(seats=9)
    again, like, alike = (
        school.does(enrol, session_id=later.pk, said=school.officer(name, number=number))
        for name, number in (("Ruksana Parvin", "b 7"), ("Rukhsana Parveen", "B-99"), ("Rukhsana Parveen", ""))
    )
    one, other = Trainee.objects.get(pk=first.trainee_id), Trainee.objects.get(pk=again.trainee_id)
    namesake, third = Trainee.objects.get(pk=like.trainee_id), Trainee.objects.get(pk=alike.trainee_id)
    school.came(later, [again])

    found = school.asks(school.manager, proposed, school.manager)
    assert [(pair.one.pk, pair.other.pk) for pair in found] == [(one.pk, other.pk)], "never by the name alone"
    assert _people(school, came) == 2
    with pytest.raises(NotSo, match="Too little besides the name"):
        school.does(joining.join, one_id=one.pk, other_id=third.pk, because="Sounds the same")
    third.number, third.full_name = "B-7", "Shahid Mehmood"
    assert not is_backed(one, third), "a number that two names share joins nobody"
    with pytest.raises(NotThere):
        school.does(joining.join, by=school.judge, one_id=one.pk, other_id=other.pk, because="x")

    overdue = {line.trainee.pk for line in school.asks(school.judge, named, school.judge, TODAY)}
    assert other.pk in overdue
    school.does(joining.join, one_id=one.pk, other_id=other.pk, because="The same belt number, and she says so")
    assert _people(school, came) == 1
    overdue = {line.trainee.pk for line in school.asks(school.judge, named, school.judge, TODAY)}
    assert not overdue & {one.pk, other.pk}, "what she finished under the other entry counts"
    page = signed_in(school.manager).get(f"/training/trainees/{one.pk}/").content.decode()
    assert f"/training/trainees/{other.pk}/" in page
    assert page.count(str(later.pk)) == 1, "her sessions stand together"
    with pytest.raises(NotSo, match="another entry"):
        school.does(enrol, session_id=later.pk, trainee_id=one.pk)
    school.came(later, [like])
    with pytest.raises(NotSo, match="two people"):
        school.does(joining.join, one_id=one.pk, other_id=namesake.pk, because="x", has_paper=True)
    with pytest.raises(NotSo, match="very name"):
        school.does(enrol, session_id=later.pk, said=school.officer("Rukhsana Parveen", number="B-99"))

    school.does(joining.part, other_id=other.pk, because="Two sisters")
    assert _people(school, came) == 3
    assert school.asks(school.manager, proposed, school.manager) == [], "what was parted is proposed no more"
    school.does(joining.join, one_id=one.pk, other_id=other.pk, because="One person all the same")

    with pytest.raises(NotSo, match="not run out"):
        school.does(let_go, trainee_id=one.pk)
    said = {**school.officer("Rukhsana Parveen", number="B-7"), "left_on": date(2026, 11, 25)}
    school.does(change_trainee, trainee_id=one.pk, version=one.version, said=said)
    over = date(2031, 11, 26)
    assert [row[0].pk for row in due_to_go(over)] == [one.pk]
    assert [row.code for row in for_the_desk(school.manager, over)] == [f"#{one.pk.hex[-8:]}"]
    school.at = NOW + timedelta(days=6 * 366)
    with pytest.raises(NotThere):
        school.does(let_go, by=school.trainer, trainee_id=one.pk)
    paper = signed_in(school.manager).post(
        f"/training/trainees/{one.pk}/kept/", {"shown_by": "Service card seen here", "language": "en"}
    )
    assert paper["Content-Type"] == "application/pdf"
    assert signed_in(school.trainer).get(f"/training/trainees/{one.pk}/kept/").status_code == 404
    Certificate.objects.filter(completion__trainee=one).update(withdrawn_because="Rukhsana was not there")
    school.does(let_go, trainee_id=one.pk)
    rows = Trainee.objects.filter(pk__in=(one.pk, other.pk))
    assert not [row for row in rows if "Par" in row.full_name or row.number or row.contact]
    held = Certificate.objects.get(completion__trainee=one)
    told = verify(held.code, "Rukhsana Parveen", language="en", at=school.at)
    assert told is not None
    assert (told.course, told.is_hers, told.is_name_gone) == ("Nelson Mandela Rules", None, True)
    assert "none can be compared" in Client().get(f"/certificates/?code={held.code}").content.decode()
    assert (held.full_name, held.withdrawn_because) == ("", "")
    assert Completion.objects.filter(trainee=one).count() == 1
