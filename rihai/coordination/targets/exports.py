"""Targets as a table that leaves: people under trial as disclosure control lets them through."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from rihai.coordination.targets.queries import courses, targets_for
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.kit.exports.sheet import Given
from rihai.paper.table import Column
from rihai.profile.disclosure import RULE, Figures, Key


def count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many targets stand at the actor's places."""
    return targets_for(actor).filter(ended_on=None).count()


def sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row a target: where it began, the newest list, what the path allows, the target and its day."""
    figures, rows = Figures(), list[list[Given]]()
    for course in courses(targets_for(actor).filter(ended_on=None)):
        one, latest = course.target, course.latest
        series = f"under trial/{one.place_id}"
        keys: dict[str, Key] = {}
        for on, number in ((one.baseline_on, one.baseline), *([(latest.on, latest.number)] if latest else [])):
            key = Key(on.isoformat(), series)
            if key not in figures.counts:
                figures.add(key, number, RULE.threshold(number))
            keys[on.isoformat()] = key
        rows.append([
            one.place.shown, one.baseline_on, keys[one.baseline_on.isoformat()], latest.on if latest else None,
            keys[latest.on.isoformat()] if latest else None, latest.expected if latest else None, one.goal, one.due_on,
        ])  # fmt: skip
    columns = (
        Column(_("Place"), "text", 34), Column(_("Began on"), "date", 12), Column(_("Under trial then"), "number", 12),
        Column(_("Newest list"), "date", 12), Column(_("Under trial"), "number", 12),
        Column(_("The path allows"), "number", 12), Column(_("Target"), "number", 12), Column(_("By when"), "date", 12),
    )  # fmt: skip
    note = _("An empty target is not known: nobody has set one.")
    return ExportSheet(_("Targets for people under trial"), columns, rows, note, figures)
