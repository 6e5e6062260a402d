"""Groups, sessions and who came: each mark once, nothing lost, the right people see it, distinct people counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.casework.services.models import Enrolment
from rihai.casework.services.operations import end_enrolment
from rihai.casework.sessions import operations as act
from rihai.casework.sessions.models import Attendance, Certificate, Group, Member, Remark, Session
from rihai.casework.sessions.panels import apart_rows, of_person, session_rows
from rihai.casework.sessions.paper import certificate_pdf
from rihai.casework.sessions.queries.sessions import sessions_for, sessions_listed, sheet
from rihai.errors import NotFound, Refused
from rihai.kit.audit.models import Event
from rihai.kit.came import Mark
from rihai.kit.ids import new_id
from rihai.kit.offers import Measure, offered
from rihai.people.models import Person
from rihai.people.operations import merge_persons, unmerge_persons
from tests.casework.services.office import Office
from tests.casework.sessions.groups import SAID, a_group, a_session, take_in, women
from tests.people.world import NOON, TODAY

pytestmark = pytest.mark.django_db

UNSEEN = dict.fromkeys(map(ord, "\u202a\u202c\u2066\u2069"))
"""Marks of direction, which whoever takes texts out of a PDF puts between signs."""


def _held(office: Office, many: int = 3) -> tuple[Session, list[Attendance]]:
    group = a_group(office)
    rows = [office.enrolled(one) for one in women(office, many)]
    session = a_session(office, group)
    take_in(office, group, rows)
    with acting_as(office.worker, NOON):
        return session, sheet(session, actor=office.worker)


def _mark(row: Attendance, came: str = "present", ago: int = 0, key: UUID | None = None) -> Mark:
    return Mark(row.pk, came, key or new_id(), NOON - timedelta(seconds=ago))


def _marked(office: Office, session: Session, *marks: Mark) -> int:
    with acting_as(office.worker, NOON):
        return act.mark_attendance(session_id=session.pk, marks=marks, actor=office.worker, at=NOON)


def test_a_mark_sent_twice_counts_once_and_an_older_one_that_comes_late_undoes_nothing(office: Office) -> None:
    session, rows = _held(office)
    first, then = _mark(rows[0], "present", ago=60), _mark(rows[0], "absent", ago=30)
    assert _marked(office, session, first) == 1
    assert _marked(office, session, first) == 0
    assert _marked(office, session, then) == 1
    assert _marked(office, session, first) == 0, "the phone sends again what it was never told had come"
    with as_house(NOON):
        rows[0].refresh_from_db()
        session.refresh_from_db()
        assert (rows[0].came, session.state) == ("absent", "held")
        assert Event.objects.filter(act="casework.attendance.marked").count() == 2


def test_marks_of_another_session_and_nonsense_are_left_aside(office: Office) -> None:
    session, rows = _held(office)
    strange = Mark(new_id(), "present", new_id(), NOON)
    assert _marked(office, session, strange, _mark(rows[0], "perhaps"), _mark(rows[1])) == 1


def test_the_page_takes_a_queue_and_without_script_one_form(office: Office, client: Any) -> None:
    session, rows = _held(office)
    client.force_login(office.worker)
    url, key = reverse("casework:attendance", args=[session.pk]), new_id()
    sent = [
        f"{rows[0].pk}.present.{key}.1500",
        "nonsense",
        f"{rows[1].pk}.present.x.1",
        f"{rows[1].pk}.present.{key}.-1",
    ]
    for changed in (1, 0):
        answer = client.post(url, {"mark": sent})
        assert answer.json() == {"kept": [str(key)], "changed": changed}
    assert client.post(url, {f"came-{rows[1].pk}": "prevented", "all": "yes"}).status_code == 302
    with as_house():
        assert list(Attendance.objects.order_by("person__full_name").values_list("came", flat=True)) == [
            "present", "prevented", "present",
        ]  # fmt: skip
    client.force_login(office.other)
    assert client.get(url).status_code == client.post(url, {"mark": sent}).status_code == 404


def test_a_session_is_planned_changed_and_not_held_by_its_pages(office: Office, client: Any) -> None:
    group = a_group(office)
    client.force_login(office.worker)
    said = {**SAID, "on": str(TODAY), "starts_at": "10:30", "means": "video"}
    url = reverse("casework:session-group", args=[group.pk])
    assert client.post(url, {**said, "starts_at": "", "topic": "a" * 999}).status_code == 422
    assert client.post(url, said).status_code == 302
    session = Session.objects.get()
    change = reverse("casework:session-change", args=[session.pk])
    shown = client.get(change).content.decode()
    assert "10:30" in shown
    first = {**said, **{f"initial-{name}": value for name, value in said.items()}, "version": 1, "minutes": 90}
    assert client.post(change, first).status_code == 302
    clash = client.post(change, {**first, "minutes": 45})
    assert clash.status_code in {409, 422}
    assert "90" in clash.content.decode()
    cancel = {"because": "no line", "version": 2}
    assert client.post(reverse("casework:session-cancel", args=[session.pk]), cancel).status_code == 302
    assert client.get(reverse("casework:session", args=[session.pk])).status_code == 200


def test_a_health_session_is_seen_by_health_alone_and_elsewhere_by_nobody(office: Office) -> None:
    person = office.person()
    group = a_group(office, "addiction")
    take_in(office, group, [office.enrolled(person, "addiction")])
    session = a_session(office, group)
    for actor, sees in ((office.health, True), (office.worker, False), (office.other, False), (office.lawyer, False)):
        with acting_as(actor, NOON):
            assert sessions_for(actor).filter(pk=session.pk).exists() is sees
            rows = (of_person(actor, person.pk, TODAY) or {"rows": []})["rows"]
            assert bool(rows) is sees
    with acting_as(office.worker, NOON), pytest.raises(NotFound):
        act.mark_attendance(session_id=session.pk, marks=[], actor=office.worker, at=NOON)


def test_one_persons_session_is_hidden_from_who_does_not_see_the_person(office: Office) -> None:
    row = office.enrolled(office.person(), "life_skills")
    with acting_as(office.worker, NOON):
        session = act.plan_session(
            enrolment_id=row.pk, said={**SAID, "means": "phone", "on": TODAY - timedelta(days=1)}, actor=office.worker,
            at=NOON,
        )  # fmt: skip
        assert [(one.word, one.url) for one in session_rows(office.worker, TODAY)] == [
            ("Not recorded", reverse("casework:attendance", args=[session.pk]))
        ]
        act.cancel_session(session_id=session.pk, version=1, because="no line", actor=office.worker, at=NOON)
        assert session_rows(office.worker, TODAY) == []
    with acting_as(office.other, NOON):
        assert not sessions_for(office.other).exists()


def test_a_remark_is_read_by_its_class(office: Office) -> None:
    session, rows = _held(office, 1)
    with acting_as(office.worker, NOON):
        act.write_remark(
            attendance_id=rows[0].pk, data_class="personal", text="sews well", actor=office.worker, at=NOON
        )
        with pytest.raises(NotFound):
            act.write_remark(attendance_id=rows[0].pk, data_class="health", text="x", actor=office.worker, at=NOON)
    with as_house(NOON):
        assert [(one.text, one.data_class) for one in Remark.objects.all()] == [("sews well", "personal")]
    assert session.data_class == "personal"


def test_who_ends_a_service_is_in_none_of_its_groups_and_gets_the_certificate_once(office: Office) -> None:
    session, rows = _held(office, 1)
    _marked(office, session, _mark(rows[0]))
    later = a_session(office, Group.objects.get(), TODAY + timedelta(days=7))
    with as_house(NOON):
        enrolment = Enrolment.objects.get()
    given: dict[str, Any] = {
        "enrolment_id": enrolment.pk, "subject": "Tailoring", "subject_ur": "", "trainer": "Yasir", "on": TODAY,
        "actor": office.worker, "at": NOON,
    }  # fmt: skip
    with acting_as(office.worker, NOON):
        with pytest.raises(Refused):
            act.give_certificate(**given)
        end_enrolment(
            enrolment_id=enrolment.pk, version=1, outcome_id="finished", on=TODAY, actor=office.worker, at=NOON
        )
        assert not Member.objects.filter(ended_on=None).exists()
        assert not sheet(later, actor=office.worker)
        made = act.give_certificate(**given)
        assert (made.sessions, len(made.code), made.code[4]) == (1, 9, "-")
        with pytest.raises(Refused):
            act.give_certificate(**given)
        for language in ("en", "ur"):
            page = PdfReader(BytesIO(certificate_pdf(made, language)))
            text = page.pages[0].extract_text()
            assert len(page.pages) == 1
            assert made.code in text.translate(UNSEEN)
            assert "Gulzar" not in text, "nothing on it tells of custody"


def test_merging_carries_attendance_over_and_the_one_person_is_counted_once(office: Office) -> None:
    session, rows = _held(office, 2)
    _marked(office, session, *map(_mark, rows))
    clerk = office.world.worker("records_officer", office.world.province)
    one, other = (row.person_id for row in rows)

    def counted() -> tuple[int, int, int]:
        with acting_as(office.worker, NOON):
            [listed] = sessions_listed(office.worker)
            return _people("casework.sessions.people", office), listed.expected, listed.came

    with acting_as(clerk, NOON):
        merge = merge_persons(keep_id=one, gone_id=other, actor=clerk, at=NOON)
    assert counted() == (1, 1, 1)
    with acting_as(clerk, NOON):
        unmerge_persons(merge_id=merge.pk, actor=clerk, at=NOON)
    assert counted() == (2, 2, 2)


def _people(code: str, office: Office) -> int:
    measure = next(one for one in offered(Measure) if one.code == code)
    rows = measure.counted(office.worker, TODAY - timedelta(days=30), TODAY + timedelta(days=1))
    return len({one["person_id"] for one in rows})


def test_370_women_with_506_enrolments_are_370_people(office: Office) -> None:
    """The founding programme's own figures: 370 women, 506 enrolments in its services."""
    from rihai.accounts.models import Presence

    made: dict[str, Any] = {"made_by": office.worker.pk, "made_by_name": "x", "made_at": NOON}
    with as_house(NOON):
        people = [Person(full_name=f"Farzi {at}", sex="female", made_at=NOON) for at in range(370)]
        Presence.objects.bulk_create(Presence(person_id=one.pk, place=office.world.gulzar) for one in people)
        Person.objects.bulk_create(people)
        again = [("skills_training", one) for one in people[:136]]
        Enrolment.objects.bulk_create(
            Enrolment(
                person=one, first_person=one.pk, service=service, place=office.world.gulzar, started_on=TODAY, **made
            )
            for service, one in [*(("life_skills", one) for one in people), *again]
        )
    with acting_as(office.worker, NOON):
        assert _people("casework.services.people", office) == 370
        acts = next(one for one in offered(Measure) if one.code == "casework.services.enrolments")
        assert len(acts.counted(office.worker, TODAY, TODAY + timedelta(days=1))) == 506
    with acting_as(office.other, NOON):
        assert not acts.counted(office.other, TODAY, TODAY + timedelta(days=1))


ACTS: dict[str, str] = {"made": "grouping", "taken in": "grouping", "planned": "meeting", "marked": "meeting"}


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    office: Office, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    session, rows = _held(office, 1)
    group, more = Group.objects.get(), office.enrolled(office.person(full_name="Farzi 99"))
    acts: dict[str, Callable[[], object]] = {
        "made": lambda: a_group(office),
        "taken in": lambda: take_in(office, group, [more]),
        "planned": lambda: a_session(office, group),
        "marked": lambda: _marked(office, session, _mark(rows[0])),
    }
    do = acts[name]

    def kept() -> list[str]:
        with as_house(NOON):
            models: tuple[Any, ...] = (Group, Member, Session, Attendance, Certificate, Event)
            return [str(sorted(map(str, model.objects.values()))) for model in models]

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    with monkeypatch.context() as broken:
        broken.setattr(f"rihai.casework.sessions.operations.{ACTS[name]}.append", power_cut)
        with pytest.raises(KeyboardInterrupt):
            do()
    assert kept() == before
    do()
    assert kept() != before


def test_the_worklists_of_who_keeps_no_casework_are_empty(office: Office) -> None:
    _held(office, 1)
    with acting_as(office.lawyer, timezone.now()):
        assert session_rows(office.lawyer, TODAY) == apart_rows(office.lawyer, TODAY) == []
