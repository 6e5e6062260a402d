"""Tables that may leave: plans and follow-ups within need-to-know, without who is guarded and without safe ways."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.accounts.models import Guarded
from rihai.casework.aftercare.models import FollowUp, PlanState, PointState, ReleasePlan
from rihai.casework.aftercare.queries.plans import plans_for
from rihai.casework.aftercare.queries.sight import may_read, seen
from rihai.casework.aftercare.tables import points
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column

Asked = Mapping[str, str]
MOST_DAYS = 730


def _guarded() -> Q:
    return Q(person__in=Guarded.objects.filter(ended_at=None).values("person_id"))


def _plans(actor: Actor, asked: Asked) -> QuerySet[ReleasePlan]:
    state = PlanState.AFTER if asked.get("tab") == "after" else PlanState.OPEN
    return plans_for(actor).filter(state=state).exclude(_guarded())


def plans_count(actor: Actor, asked: Asked) -> int:
    """How many plans."""
    return _plans(actor, asked).count()


def plans_sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """One row a plan, and how each point stands; no way to reach anybody, and not who may be told."""
    codes = points()
    rows = (
        _plans(actor, asked).select_related("person", "place").prefetch_related("points").order_by("earliest_on", "pk")
    )
    names = dict(PointState.choices)
    table = []
    for one in rows:
        stands = {row.code: str(names[row.state]) for row in one.points.all()}
        table.append((
            one.person.full_name, one.place.shown if one.place else "", one.planned_on or one.earliest_on, one.left_on,
            one.owner_name, *(stands.get(code, _("not begun")) for code in codes),
        ))  # fmt: skip
    return ExportSheet(
        title=_("Release plans"),
        columns=(
            Column(_("Name"), "text", 26), Column(_("Place"), "text", 26), Column(_("Day reckoned with"), "date"),
            Column(_("Left on"), "date"), Column(_("Whose plan"), "text", 22),
            *(Column(one.title, "text", 18) for one in codes.values()),
        ),
        rows=table,
        note=_("Nobody who is guarded stands here."),
    )  # fmt: skip


def _followups(actor: Actor, _asked: Asked) -> QuerySet[FollowUp]:
    if not may_read(actor):
        return FollowUp.objects.none()
    since = asked_day() - timedelta(days=MOST_DAYS)
    return FollowUp.objects.filter(seen(actor), due_on__gte=since, dropped_at=None).exclude(_guarded())


def followups_count(actor: Actor, asked: Asked) -> int:
    """How many follow-ups of the last two years and to come."""
    return _followups(actor, asked).count()


def followups_sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """One row a follow-up with what came of it, in codes; no word that was said."""
    rows = _followups(actor, asked).select_related("person", "plan").order_by("due_on", "pk")
    return ExportSheet(
        title=_("Follow-ups after release"),
        columns=(
            Column(_("Name"), "text", 26), Column(_("Left on"), "date"), Column(_("When"), "text", 20),
            Column(_("Due on"), "date"), Column(_("On"), "date"), Column(_("What came of it"), "text", 22),
            Column(_("Where they sleep"), "text", 22), Column(_("Enough to live on"), "text", 14),
            Column(_("Feels safe"), "text", 14),
        ),
        rows=[
            (
                one.person.full_name, one.plan.left_on, one.title, one.due_on, one.done_on,
                str(one.get_outcome_display()), str(one.get_roof_display()), str(one.get_money_display()),
                str(one.get_safe_display()),
            )
            for one in rows
        ],
        note=_("Nobody who is guarded stands here."),
    )  # fmt: skip
