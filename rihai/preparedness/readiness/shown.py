"""The readiness of prisons elsewhere: on a prison's page, and as a table that leaves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column
from rihai.preparedness.reach import READ, places_for
from rihai.preparedness.readiness.queries import readiness

ROWS = 6
FIRST = ("plans",)
"""What a prison's page shows of it."""


def on_place(actor: Actor, place_id: int, on: date) -> dict[str, Any] | None:
    """The plans a prison lacks; the rest stands behind the link, so that a prison's page stays quick."""
    if not actor.may(READ):
        return None
    place = places_for(actor, READ).filter(pk=place_id).first()
    if place is None:
        return None
    (row,) = readiness([place], actor=actor, on=on, names=FIRST)
    return {"row": row, "lacks": row.lacks[:ROWS], "more": max(0, len(row.lacks) - ROWS)}


def count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many prisons."""
    return places_for(actor, READ).count() if actor.may(READ) else 0


def sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row for each thing that a prison lacks; a prison that lacks nothing has a row that says so."""
    columns = (
        Column(_("Prison"), "text", 30), Column(_("What was looked at"), "text", 26),
        Column(_("What it lacks"), "text", 70), Column(_("First to mend"), "text", 12),
    )  # fmt: skip
    rows: list[tuple[str, str, str, str]] = []
    places = list(places_for(actor, READ)) if actor.may(READ) else []
    for one in readiness(places, actor=actor, on=asked_day()):
        missing = [
            (one.place.shown, str(title), str(lack.says), _("yes") if lack.is_grave else "")
            for title, lacks in one.found
            for lack in lacks
        ]
        rows += missing or [(one.place.shown, "", _("Nothing is missing."), "")]
    return ExportSheet(_("Readiness of prisons"), columns, rows)
