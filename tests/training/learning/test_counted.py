"""What a project counts of training: different people and attendances apart, at its places, in its days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rihai.results.counting import Span
from rihai.training.certificates.models import Certificate
from rihai.training.sessions.models import Attendance, Came, SessionState
from tests.results.world import Desk as Projects
from tests.training.learning.world import TODAY, Desk

pytestmark = pytest.mark.django_db
COUNTED = {
    "trained": "training.people", "came": "training.people_came", "attendances": "training.attendances",
    "sessions": "training.sessions", "hours": "training.hours", "certificates": "training.certificates",
}  # fmt: skip


def test_a_project_counts_different_people_and_attendances_apart(desk: Desk) -> None:
    first, second = desk.session(), desk.session(state=SessionState.FINISHED)
    desk.session(state=SessionState.PLANNED)
    asma, _bilal = desk.enrol(first, "Asma Farzi", "Bilal Farzi")
    (again,) = desk.enrol(second, "Asma Farzi")
    for came, day in ((Came.PRESENT, 1), (Came.ABSENT, 0)):
        Attendance.objects.filter(enrolment=again, day=second.days.all()[0]).update(came=Came.PRESENT)
        Attendance.objects.update_or_create(
            session=first, enrolment=asma, day=first.days.all()[day],
            defaults={"came": came, "key": asma.pk, "said_at": desk.at},
        )  # fmt: skip
    done = [desk.finish(one, TODAY - timedelta(days=2)) for one in (asma, again)]
    for n, one in enumerate(done):
        Certificate.objects.create(
            completion=one, code=f"CODE-{n}", full_name="A", title="T", issued_on=TODAY, issued_by_name="m",
            withdrawn_on=TODAY if n else None,
        )  # fmt: skip
    office = Projects(desk.world, desk.manager, desk.world.worker("supervisor", None), at=desk.at)
    project = office.project(with_founding=False, places=[desk.world.gulzar], women_only=False)
    for code, measure in COUNTED.items():
        unit = "people" if code in {"trained", "came"} else "acts"
        office.indicator(project, code, basis="measure", measure=measure, unit=unit)
    month = Span(date(2026, 11, 1), date(2026, 12, 1))
    assert office.figures(project, month) == {
        "trained": 1, "came": 2, "attendances": 3, "sessions": 2, "hours": 20, "certificates": 1,
    }  # fmt: skip
    assert set(office.figures(project, Span(date(2026, 10, 1), date(2026, 11, 1))).values()) == {0}
    elsewhere = office.project(code="NB", name="Elsewhere", with_founding=False, places=[desk.world.naya_bagh])
    office.indicator(elsewhere, "came", basis="measure", measure=COUNTED["came"], unit="people")
    assert office.figures(elsewhere, month) == {"came": 0}
