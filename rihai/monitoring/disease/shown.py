"""What disease shows elsewhere: on the pages of a prison and a person, on the timeline, in My work, for herself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.sight import sight_of
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import Happening, WorkRow
from rihai.monitoring.disease.known import title_of
from rihai.monitoring.disease.models import AlertState, DiseaseCase
from rihai.monitoring.disease.queries import DISEASE, cases_for, may_act, pending, standing_alerts
from rihai.monitoring.reach import READ
from rihai.paper.blocks import Chart
from rihai.paper.charts import BarChart
from rihai.paper.table import Bar, short_day

ROWS = 12
RESULT = timedelta(days=7)
LEAST = 4
"""So many weeks a curve shows at least; before the first case it begins no earlier."""


def work(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Alerts that stand, for who sees to them; tests whose result is late, for who works on health."""
    rows = []
    if may_act(actor):
        rows = [
            WorkRow(
                who=one.place.shown, url=reverse("monitoring:alert", args=[one.pk]),
                why=_("Alert: %(disease)s, a threshold was crossed.") % {"disease": title_of(one.disease)},
                due_on=local_day(one.raised_at), status="overdue" if one.state == AlertState.RAISED else "waiting",
                word=_("Alert"), act=_("See to it") if one.state == AlertState.RAISED else _("Open"),
            )
            for one in standing_alerts(actor)[:ROWS]
        ]  # fmt: skip
    rows += [
        WorkRow(
            who=_name(one), url=reverse("monitoring:disease-case", args=[one.pk]), where=one.place.shown,
            why=_("The result of a test is missing."), due_on=one.seen_on + RESULT, status="waiting", word=_("Result"),
            act=_("Open"), person_id=one.person_id,
        )
        for one in pending(actor, on - RESULT)[:ROWS]
    ]  # fmt: skip
    return rows


def _name(one: DiseaseCase) -> str:
    return (one.person.full_name or _("Name not known")) if one.person else one.code


def of_place(actor: Actor, place_id: int, _on: date) -> dict[str, Any] | None:
    """Alerts that stand at a prison, and the way to its line list."""
    if not actor.may(READ):
        return None
    alerts = [(one, title_of(one.disease)) for one in standing_alerts(actor).filter(place=place_id)]
    may_list = actor.may(DISEASE)
    return {"alerts": alerts, "may_list": may_list, "place_id": place_id} if alerts or may_list else None


def of_person(actor: Actor, person_id: UUID, _on: date) -> dict[str, Any] | None:
    """Lines of this person, for who sees health; that there is something is said by the panel of health."""
    if not actor.may(DISEASE) or DataClass.HEALTH not in sight_of(actor, person_id).seen:
        return None
    rows = [(one, title_of(one.disease)) for one in cases_for(actor).filter(person=person_id)[:6]]
    return {"rows": rows, "person_id": person_id}


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """Diseases by the day on which they began; for who sees health."""
    return [
        Happening(
            on=one.counted_on, says=f"{title_of(one.disease)}: {one.get_status_display()}", source=one.by_name,
            url=reverse("monitoring:disease-case", args=[one.pk]),
        )
        for one in cases_for(actor).filter(person=person_id)[:50]
    ]  # fmt: skip


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What line lists hold of her, for herself."""
    with as_house():
        rows = list(DiseaseCase.objects.filter(person=person_id).select_related("place"))
    return [
        (title_of(one.disease), [
            (_("Prison"), one.place.shown), (_("How sure it is"), one.get_status_display()),
            (_("Began on"), one.onset_on), (_("Seen on"), one.seen_on), (_("Test"), one.test),
            (_("Result"), one.get_result_display()), (_("Barrack"), one.barrack),
            (_("Kept apart for health"), one.get_isolation_display()),
            (_("What became of it"), one.get_outcome_display()), (_("Note"), one.note),
        ])
        for one in rows
    ]  # fmt: skip


def curve_chart(weeks: Sequence[tuple[date, int]], title: str, language: str) -> Chart | None:
    """The curve of an outbreak: a bar for each week since the first case, none left out; None without a case."""
    total = sum(number for _week, number in weeks)
    if not total:
        return None
    weeks = weeks[min(next(at for at, (_week, number) in enumerate(weeks) if number), max(len(weeks) - LEAST, 0)) :]
    highest = max(number for _week, number in weeks)
    says = _("%(total)s cases in %(weeks)s weeks; most in one week: %(most)s.") % {
        "total": total, "weeks": len(weeks), "most": highest,
    }  # fmt: skip
    bars = [Bar(short_day(week, language), number, number == highest) for week, number in weeks]
    return BarChart(title, says, _("Week that begins on"), _("Cases"), bars)
