"""Measures as tables: within need-to-know with names of provisions and places, or controlled for who sees no names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rihai.accounts.operations import house
from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.legal.release.queries.measures import STEPS, Measured, Row, measured
from rihai.paper.table import Column
from rihai.people.models import Sex
from rihai.places.models import Place
from rihai.profile.disclosure import RULE, Figures, Key, control
from rihai.screening.law.packs import Law, law_on
from rihai.screening.shown.rows import language


def step_words() -> dict[str, Any]:
    """What the steps are called."""
    return {
        "reached": _("Reached"), "taken": _("Taken"), "filed": _("Filed"), "granted": _("Granted"),
        "released": _("Released"),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the funnel: its name, and for each step lines, people and the median of days."""

    name: str
    cells: tuple[tuple[str, int, int, float | None], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The measures of a period in words."""

    measured: Measured
    whole: ShownRow
    tables: tuple[tuple[str, str, tuple[ShownRow, ...]], ...]
    grounds: tuple[tuple[str, int, int, int], ...]


def shown(first: date, last: date, *, actor: Actor, today: date) -> Shown:
    """What the actor sees of a period."""
    found, law = measured(first, last, actor=actor), law_on(today)
    places = {place.pk: str(place.shown) for place in Place.objects.filter(pk__in=[row.key for row in found.by_place])}
    sexes = {**dict(Sex.choices), "": _("not known")}
    titles = {row.key: title(row.key, law) for row in found.by_provision}
    tables = (
        ("provision", _("By provision"), _named(found.by_provision, titles)),
        ("sex", _("By sex"), _named(found.by_sex, sexes)),
        ("place", _("By prison"), _named(found.by_place, places)),
    )  # fmt: skip
    grounds = tuple(
        (title(one.provision, law), one.granted, one.refused, round(100 * one.share)) for one in found.grounds
    )
    return Shown(found, _one(_("In all"), found.whole), tables, grounds)


def title(provision: Any, law: Law) -> str:
    """The title of a provision; its id where no pack has it."""
    one = law.provisions.get(provision)
    return one.title.of(language()) if one else str(provision)


def _named(rows: Iterable[Row], names: Any) -> tuple[ShownRow, ...]:
    return tuple(_one(str(names.get(row.key) or _("not known")), row) for row in rows)


def _one(name: str, row: Row) -> ShownRow:
    words = step_words()
    return ShownRow(
        name, tuple((str(words[step]), row.counts[step], row.people[step], row.medians[step]) for step in STEPS)
    )


def controlled(first: date, last: date) -> tuple[Figures, list[tuple[str, list[Key]]]]:
    """People at each step in the whole office, and by sex, as figures that leave through disclosure control."""
    with as_house():
        found = measured(first, last, actor=house())
    figures, period, words = Figures(), f"{first}/{last}", step_words()
    rows: list[tuple[str, list[Key]]] = []
    groups = [(row.key, row) for row in found.by_sex]
    for step in STEPS:
        parts = [one.people[step] for _key, one in groups]
        threshold = RULE.threshold(sum(parts), is_sensitive=True)
        whole = figures.add(Key(period, f"legal.{step}"), sum(parts), threshold)
        keys = [
            figures.add(Key(period, f"legal.{step}.{key or 'unknown'}"), number, threshold)
            for (key, _row), number in zip(groups, parts, strict=True)
        ]
        if keys:
            figures.add_sum(whole, keys)
        rows.append((str(words[step]), [whole, *keys]))
    return figures, rows


def controlled_table(first: date, last: date) -> tuple[list[str], list[tuple[str, list[Any]]]]:
    """The same as it may be shown: headings, and rows of printed figures."""
    figures, rows = controlled(first, last)
    release = control(figures, base=RULE.base).release
    series = [key.series.rpartition(".")[2] for key in (rows[0][1][1:])]
    sexes = {**dict(Sex.choices), "unknown": _("not known")}
    heads = [_("In all"), *(str(sexes.get(one, one)) for one in series)]
    return heads, [(name, [release.printed(key) for key in keys]) for name, keys in rows]


def sheet(first: date, last: date) -> ExportSheet:
    """The controlled measures as a table that leaves."""
    figures, rows = controlled(first, last)
    sexes = {**dict(Sex.choices), "unknown": _("not known")}
    keys: Sequence[Key] = rows[0][1][1:]
    names = [str(sexes.get(key.series.rpartition(".")[2], key.series)) for key in keys]
    return ExportSheet(
        title=_("From reached to released"),
        columns=[Column(_("Step"), "text", 24), *(Column(name, "number", 16) for name in (_("People"), *names))],
        rows=[(name, *found) for name, found in rows],
        note=_("People at each step from %(first)s up to %(last)s, the last day not included.")
        % {"first": first.isoformat(), "last": last.isoformat()},
        figures=figures,
    )
