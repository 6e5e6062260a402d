"""The steps as a table that may leave: within need-to-know, of personal rows alone, without who is guarded."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.models import Guarded
from rihai.casework.plans.models import Step
from rihai.casework.plans.queries.sight import rows_for
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column


def steps_count(actor: Actor, _asked: Mapping[str, str]) -> int:
    """How many steps."""
    return _steps(actor).count()


def steps_sheet(actor: Actor, _asked: Mapping[str, str], _language: str) -> ExportSheet:
    """The steps, what is due first; what they are in kind, not in her words."""
    rows = _steps(actor).select_related("person", "person__held_at").order_by("due_on", "pk")
    return ExportSheet(
        title=_("Steps of plans"),
        columns=(
            Column(_("Name"), "text", 26), Column(_("Place"), "text", 26), Column(_("What"), "text", 24),
            Column(_("Who does it"), "text", 24), Column(_("By when"), "date"), Column(_("Ended on"), "date"),
            Column(_("What came of it"), "text", 24),
        ),
        rows=[
            (
                one.person.full_name, one.person.held_at.shown if one.person.held_at else "", one.kind_says,
                one.owner_name or str(one.get_owned_by_display()), one.due_on, one.done_on,
                str(one.get_outcome_display()),
            )
            for one in rows
        ],
        note=_("Nobody who is guarded stands here, and nothing of health."),
    )  # fmt: skip


def _steps(actor: Actor) -> QuerySet[Step]:
    guarded = Guarded.objects.filter(ended_at=None).values("person_id")
    return rows_for(Step, actor).filter(data_class=DataClass.PERSONAL).exclude(person__in=guarded)
