"""Tables of deaths that may leave: counts and rates by prison, through disclosure control; a rate follows its count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.monitoring.deaths.queries.rates import Rates, rates
from rihai.paper.table import Column
from rihai.profile.disclosure import RULE, Figures, Key

Asked = Mapping[str, str]


def count(actor: Actor, asked: Asked) -> int:
    """How many rows: the prisons, and all of them."""
    found = rates(actor, *_period(asked))
    return len(found.rows) + 1 if found.rows else 0


def sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """Deaths and person-years by prison. Rates are left out: with the years beside it a rate would give its count."""
    found = rates(actor, *_period(asked))
    figures = Figures()
    rows = _controlled(found, figures)
    return ExportSheet(
        title=_("Deaths in custody"),
        columns=(
            Column(_("Prison"), "text", 30), Column(_("Deaths"), "number", 12),
            Column(_("Person-years of custody, to the nearest ten"), "number", 16),
        ),
        rows=rows,
        note=_("From %(first)s up to %(end)s, the last day not included. Nothing is adjusted for age or sex.")
        % {"first": found.first.isoformat(), "end": found.end.isoformat()},
        figures=figures,
    )  # fmt: skip


def _controlled(found: Rates, figures: Figures) -> list[tuple[str, Key, int]]:
    period = f"{found.first}/{found.end}"
    whole = found.whole.deaths
    total = figures.add(Key(period, "monitoring.deaths"), whole, RULE.threshold(whole, is_sensitive=True))
    keys = [
        figures.add(
            Key(period, f"monitoring.deaths.{row.place.pk}"), row.own.deaths,
            RULE.threshold(row.own.deaths, is_sensitive=True),
        )
        for row in found.rows
    ]  # fmt: skip
    if keys:
        figures.add_sum(total, keys)
    rows = [(row.place.shown, key, _tens(row.own.years)) for row, key in zip(found.rows, keys, strict=True)]
    return [*rows, (_("All"), total, _tens(found.whole.years))]


def _tens(years: float) -> int:
    return round(years / 10) * 10


def _period(asked: Asked) -> tuple[date, date]:
    today = asked_day()
    try:
        first, end = date.fromisoformat(asked.get("first", "")), date.fromisoformat(asked.get("end", ""))
    except ValueError:
        return today - timedelta(days=364), today + timedelta(days=1)
    return (first, end) if first < end else (today - timedelta(days=364), today + timedelta(days=1))
