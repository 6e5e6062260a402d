"""What a version would change, as a table: without guarded people, without what rests on health facts."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.models import Guarded
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column
from rihai.screening.trying.models import LawChange, LawTrial
from rihai.screening.trying.queries import changes_for, narrowed, trial_of
from rihai.screening.trying.shown import cite_in, lines_of

Filters = Mapping[str, str]


def count(actor: Actor, filters: Filters) -> int:
    """How many changes."""
    trial = _trial(filters)
    return _rows(trial, actor, filters).count() if trial else 0


def sheet(actor: Actor, filters: Filters, _language: str) -> ExportSheet:
    """The changes, one row an answer."""
    trial = _trial(filters)
    rows = lines_of(_rows(trial, actor, filters).select_related("person", "place"), trial) if trial else []
    return ExportSheet(
        title=_("What a new version would change"),
        columns=(
            Column(_("Name"), "text", 26), Column(_("Place"), "text", 26), Column(_("Case"), "text", 18),
            Column(_("Provision"), "text", 34), Column(_("Act and section"), "text", 26),
            Column(_("What changes"), "text", 18), Column(_("It says now"), "text", 24),
            Column(_("It would say"), "text", 24), Column(_("Because of"), "text", 60),
        ),
        rows=[
            (
                one.change.person.full_name, one.change.place.shown, one.change.case_id, one.title,
                cite_in(trial, one.change.provision) if trial else "", str(one.change.get_kind_display()), one.was,
                one.will, one.because,
            )
            for one in rows
        ],
        note=_("A trial alone: nothing of what anybody is told has changed."),
    )  # fmt: skip


def _trial(filters: Filters) -> LawTrial | None:
    try:
        return trial_of(UUID(filters.get("trial", "")))
    except ValueError:
        return None


def _rows(trial: LawTrial, actor: Actor, filters: Filters) -> QuerySet[LawChange]:
    provision = filters.get("provision", "")
    found = narrowed(changes_for(trial, actor), provision if provision in trial.words else "", filters.get("kind", ""))
    guarded = Guarded.objects.filter(ended_at=None).values("person_id")
    return found.exclude(data_class=DataClass.HEALTH).exclude(person__in=guarded).order_by("provision", "pk")
