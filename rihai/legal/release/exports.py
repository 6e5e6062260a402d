"""Tables that may leave: releases within need-to-know without who is guarded; measures through disclosure control."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.accounts.models import Guarded
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.legal.release.models import Release, ReleaseKind
from rihai.legal.release.queries.measures import STEPS
from rihai.legal.release.queries.releases import Filters, narrowed
from rihai.legal.release.shown.figures import sheet
from rihai.paper.table import Column

Asked = Mapping[str, str]


def releases_count(actor: Actor, asked: Asked) -> int:
    """How many releases."""
    return _releases(actor, asked).count()


def releases_sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """The releases, newest first; no note of ours stands on it."""
    rows = _releases(actor, asked).select_related("person", "place").order_by("-released_on", "-pk")
    return ExportSheet(
        title=_("Releases"),
        columns=(
            Column(_("Name"), "text", 26), Column(_("Place"), "text", 26), Column(_("Left on"), "date"),
            Column(_("Released by"), "text", 22), Column(_("On the order of"), "text", 20),
            Column(_("Which court or office"), "text", 26), Column(_("Number of the order"), "text", 18),
            Column(_("Day of the order"), "date"), Column(_("Day on which the order reached the prison"), "date"),
            Column(_("In error"), "text", 10),
        ),
        rows=[
            (
                one.person.full_name, one.place.shown if one.place else "", one.released_on,
                str(one.get_kind_display()), str(one.get_authority_display()), one.court, one.order_number,
                one.ordered_on, one.arrived_on, _("yes, in error") if one.error_on else "",
            )
            for one in rows
        ],
        note=_("Nobody who is guarded stands here."),
    )  # fmt: skip


def _releases(actor: Actor, asked: Asked) -> QuerySet[Release]:
    place, kind = asked.get("place", ""), asked.get("kind", "")
    filters = Filters(
        place=int(place) if place.isascii() and place.isdigit() and len(place) < 10 else None,
        kind=kind if kind in ReleaseKind.values else "",
    )
    guarded = Guarded.objects.filter(ended_at=None).values("person_id")
    return narrowed(filters, actor=actor).exclude(person__in=guarded)


def measures_count(_actor: Actor, _asked: Asked) -> int:
    """One row a step."""
    return len(STEPS)


def measures_sheet(_actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """People at each step in a period, in controlled figures; the whole office, whoever asks."""
    today = asked_day()
    last = _day(asked.get("last", "")) or today
    first = _day(asked.get("first", "")) or last - timedelta(days=91)
    return sheet(min(first, last), last + timedelta(days=1))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
