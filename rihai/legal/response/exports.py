"""My lines as a table that leaves the house: no note, no word of a court, nobody who is guarded."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.accounts.models import Guarded
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.exports import ExportSheet
from rihai.legal.response.models import ENDED, Receiver, Response
from rihai.legal.response.panels import title_of
from rihai.legal.response.queries.sight import responses_for
from rihai.legal.response.tables import reasons
from rihai.paper.table import Column, Value

Filters = Mapping[str, str]


def _rows(actor: Actor, filters: Filters) -> QuerySet[Response]:
    """Without guarded people, and without answers that rest on health facts."""
    rows = responses_for(actor).filter(owner_id=actor.pk).exclude(data_class=DataClass.HEALTH)
    rows = rows.filter(state__in=ENDED) if filters.get("by") == "ended" else rows.exclude(state__in=ENDED)
    return rows.exclude(person__in=Guarded.objects.filter(ended_at=None).values("person_id"))


def count_of(actor: Actor, filters: Filters) -> int:
    """How many lines."""
    return _rows(actor, filters).count()


def sheet_of(actor: Actor, filters: Filters, _language: str) -> ExportSheet:
    """The lines, one row each."""
    found = _rows(actor, filters).select_related("person", "person__held_at").order_by("due_on", "pk")
    columns = (
        Column(_("Name"), "text", 26), Column(_("Place"), "text", 26), Column(_("Case"), "text", 18),
        Column(_("Provision"), "text", 34), Column(_("State"), "text", 14), Column(_("Look again on"), "date"),
        Column(_("Referred to"), "text", 24), Column(_("Court"), "text", 24), Column(_("Number"), "text", 14),
        Column(_("Filed on"), "date"), Column(_("Refused on"), "date"), Column(_("Reason"), "text", 34),
        Column(_("Last day of the next remedy"), "date"), Column(_("Granted on"), "date"),
    )  # fmt: skip
    note = _("Notes and the words of courts are privileged and are not here.")
    return ExportSheet(title=_("My lines"), columns=columns, rows=[_line(one) for one in found], note=note)


def _line(one: Response) -> tuple[Value, ...]:
    why = reasons().get(one.reason)
    receiver = one.receiver_name or (str(Receiver(one.receiver).label) if one.receiver else "")
    return (
        one.person.full_name, one.person.held_at.shown if one.person.held_at else "", one.case_id,
        title_of(one.provision, asked_day()), str(one.get_state_display()), one.due_on, receiver, one.court,
        one.number, one.filed_on, one.refused_on, why.says if why and why.by != "court" else "", one.remedy_last_on,
        one.granted_on,
    )  # fmt: skip
