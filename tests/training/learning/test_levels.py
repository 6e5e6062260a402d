"""The four levels: sheets without names, superiors of the own places, figures before and after and no more said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.urls import reverse

from rihai.accounts.operations.house import as_house
from rihai.instruments.models import Answer
from rihai.instruments.operations import give
from rihai.instruments.queries import answer_seen
from rihai.monitoring.incidents.operations import write_incident
from rihai.training.errors import NotSo
from rihai.training.levels import figures, job, offers, said
from rihai.training.levels.models import Judgement, Reaction
from rihai.training.levels.queries import levels_of
from rihai.training.sessions.models import SessionState
from tests.training.learning.world import NOW, TODAY, Desk, signed_in

pytestmark = pytest.mark.django_db
FULL = {"useful": "5", "clear": "5", "practice": "3", "language": "4", "respected": "5"}
SEEN = dict.fromkeys(("by_name", "explains", "calms", "reports", "complaints", "health"), "yes")


def test_sheets_at_the_end_are_nobody_s_and_few_of_them_are_not_told(desk: Desk) -> None:
    session = desk.session()
    page = reverse("training:levels", args=[session.pk])

    def sheet(**more: str) -> Answer:
        about = {"form_id": said.FORM, "handler": said.HANDLER, "subject": str(session.pk)}
        return desk.does(give, by=desk.trainer, values={**FULL, **more}, **about)

    first = sheet()
    for _n in range(3):
        sheet(clear="1")
    assert desk.asks(desk.trainer, answer_seen, first.pk, actor=desk.trainer) is None, "not even by who typed it in"
    client = signed_in(desk.judge)
    assert "nobody is known by what they said" in client.get(page).content.decode()
    sheet(clear="2")
    (found,) = levels_of([session], TODAY)
    assert (found.sheets, found.points["clear"], found.points["practice"]) == (5, Fraction(2), Fraction(3))
    shown = client.get(page).content.decode()
    assert "It was explained so that I understood it." in shown
    assert not {"author_id", "by_id", "at"} & {one.name for one in Reaction._meta.get_fields()}


def test_superiors_of_their_own_places_are_asked_three_and_six_months_later(desk: Desk) -> None:
    session = desk.session(on=date(2026, 8, 20), state=SessionState.FINISHED)
    asma, bilal = desk.enrol(session, "Asma Farzi", "Bilal Farzi")
    done = desk.finish(asma, date(2026, 8, 21))
    desk.finish(bilal, date(2026, 9, 30))

    def waits(on: date) -> list[tuple[str, date | None]]:
        return [(one.who, one.due_on) for one in desk.asks(desk.judge, offers.rows, desk.judge, on)]

    assert waits(date(2026, 11, 1)) == []
    assert waits(TODAY) == [("Asma Farzi", date(2026, 11, 21))]
    assert desk.asks(desk.other_judge, offers.rows, desk.other_judge, TODAY) == [], "of another prison"
    about = {"form_id": job.FORM, "handler": job.HANDLER, "subject": f"{done.pk}.3"}
    for wrong in (desk.other_judge, desk.trainer):
        with pytest.raises(Exception, match="no such form"):
            desk.does(give, by=wrong, values={**SEEN, "registers": "no", "shares": "unseen"}, **about)
    with pytest.raises(NotSo):
        desk.does(give, by=desk.judge, values=dict.fromkeys((*SEEN, "registers", "shares"), "unseen"), **about)
    given = desk.does(give, by=desk.judge, values={**SEEN, "registers": "no", "shares": "unseen"}, **about)
    assert list(Judgement.objects.values_list("months", "seen", "of")) == [(3, 6, 7)]
    assert waits(TODAY) == []
    assert ("Asma Farzi", date(2027, 2, 21)) in waits(date(2027, 2, 20))
    assert desk.asks(desk.judge, answer_seen, given.pk, actor=desk.judge) is not None
    assert desk.asks(desk.manager, answer_seen, given.pk, actor=desk.manager) is None, "the course gets the sum"
    (found,) = levels_of([session], TODAY)
    assert [(one.months, one.due, one.judged, one.is_shown) for one in found.job] == [
        (3, 1, 1, False),
        (6, 0, 0, False),
    ]
    page = signed_in(desk.judge).get(reverse("training:on-the-job")).content.decode()
    assert "Nobody is to be judged now" in page


def test_a_figure_before_and_after_is_counted_where_the_asker_sees_it_and_when_its_days_are_over(desk: Desk) -> None:
    session, early = desk.session(on=TODAY - timedelta(days=40)), desk.session(on=TODAY - timedelta(days=5))
    inspector = desk.world.worker("monitor", None)
    happened = {"basis": "seen", "precision": "unknown", "happened": "The pump stands still", "sub": "E1.1"}
    desk.at = NOW - timedelta(days=60)
    desk.does(write_incident, by=inspector, said={**happened, "place": desk.world.gulzar})
    desk.at = NOW - timedelta(days=20)
    for place in (desk.world.gulzar, desk.world.gulzar, desk.world.naya_bagh):
        desk.does(write_incident, by=inspector, said={**happened, "place": place})
    desk.at = NOW
    asked = {"place": desk.world.gulzar, "months": 1, "measure": "monitoring.incidents"}
    one = desk.does(figures.add_figure, session_id=session.pk, said=asked)
    assert (one.before, one.after) == (1, 2)
    later = desk.does(figures.add_figure, session_id=early.pk, said=asked)
    assert (later.before, later.after) == (2, None), "its month is not over"
    refusals: list[Callable[[], Any]] = [
        lambda: desk.does(figures.count_again, figure_id=later.pk),
        lambda: desk.does(figures.add_figure, by=desk.trainer, session_id=session.pk, said=asked),
        lambda: desk.does(figures.add_figure, session_id=session.pk, said={**asked, "measure": ""}),
    ]
    for refused in refusals:
        with pytest.raises(NotSo):
            refused()
    elsewhere = {
        "title": "Beds",
        "source": "The register",
        "before": 4,
        "after": 3,
        "place": desk.world.gulzar,
        "months": 6,
    }
    desk.does(figures.add_figure, by=desk.trainer, session_id=session.pk, said=elsewhere)
    shown = signed_in(desk.manager).get(reverse("training:levels", args=[session.pk])).content.decode()
    assert "Incidents" in shown
    assert "no such figure can show" in shown
    desk.does(figures.drop_figure, figure_id=one.pk)
    with as_house():
        assert session.figures.count() == 1
