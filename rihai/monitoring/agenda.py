"""Lines for a committee's agenda: recommendations that are repeated or overdue, and alerts of disease that stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.kit.offers import AgendaFor, AgendaRow, AgendaSource
from rihai.kit.templatetags.kit import day
from rihai.monitoring.disease.known import diseases
from rihai.monitoring.disease.models import Alert
from rihai.monitoring.disease.queries import standing_alerts
from rihai.monitoring.recommendations.models import Recommendation
from rihai.monitoring.recommendations.queries import WITH_AUTHORITY, live, recommendations_for
from rihai.places.models import Inside

Rows = tuple[Sequence[AgendaRow], int]


def _owed(actor: Actor, wanted: AgendaFor, on: date) -> Rows:
    """What an authority owes since its day, or was asked for before."""
    late = Q(due_on__lt=on) | Q(times__gt=1)
    rows = live(recommendations_for(actor)).filter(
        late, place__in=_inner(wanted), finding__inspection__state__in=WITH_AUTHORITY
    )
    return [_asked(one) for one in rows.order_by("due_on", "code")[: wanted.most]], rows.order_by().count()


def _asked(one: Recommendation) -> AgendaRow:
    says = _("%(whom)s, by %(day)s.") % {"whom": one.to_whom, "day": day(one.due_on)}
    if one.times > 1:
        says = f"{says} {_('Asked %(n)s times so far.') % {'n': one.times}}"
    return AgendaRow(
        key=str(one.pk), title=f"{one.code}: {one.says}", says=says, place_id=one.place_id, since=one.due_on,
        url=reverse("monitoring:recommendation", args=[one.pk]),
    )  # fmt: skip


def _alerts(actor: Actor, wanted: AgendaFor, _on: date) -> Rows:
    """Thresholds that were crossed and are not closed."""
    rows = standing_alerts(actor).filter(place__in=_inner(wanted))
    return [_alert(one) for one in rows[: wanted.most]], rows.order_by().count()


def _alert(one: Alert) -> AgendaRow:
    known = diseases().get(one.disease)
    says = _("%(n)s cases within %(days)s days; %(state)s.")
    return AgendaRow(
        key=str(one.pk), title=known.title if known else one.disease, place_id=one.place_id, count=one.cases,
        says=says % {"n": one.cases, "days": one.days, "state": one.get_state_display()},
        since=localdate(one.raised_at), url=reverse("monitoring:alert", args=[one.pk]),
    )  # fmt: skip


def _inner(wanted: AgendaFor) -> QuerySet[Inside, int]:
    return Inside.objects.filter(outer=wanted.place_id).values_list("inner_id", flat=True)


SOURCES = (
    AgendaSource(
        name="monitoring.recommendations", title=gettext_lazy("Recommendations repeated or overdue"), rows=_owed,
        order=60,
    ),
    AgendaSource(name="monitoring.alerts", title=gettext_lazy("Alerts of disease"), rows=_alerts, order=70),
)  # fmt: skip
