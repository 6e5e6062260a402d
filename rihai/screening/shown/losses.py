"""Days lost as a table has them: by prison, by the provision that opens the gate, by court."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.screening.law.packs import law_on
from rihai.screening.queries.sums import Lost, days_lost, days_lost_by
from rihai.screening.shown.rows import language

LOST_BY = {"place": gettext_lazy("By prison"), "provision": gettext_lazy("By cause"), "court": gettext_lazy("By court")}


@dataclass(frozen=True, slots=True)
class LostLine:
    """A line: its name, what its list is narrowed by, and the days."""

    name: str
    filters: str
    lost: Lost


def lost_lines(by: str, today: date, *, actor: Actor, place: int | None = None) -> list[LostLine]:
    """The lines, most days first."""
    if by == "place":
        return [LostLine(at.shown, f"place={at.pk}", one) for at, one in days_lost(today, actor=actor, place=place)]
    law = law_on(today)
    found = days_lost_by(by, today, actor=actor, place=place)
    if by == "court":
        return [LostLine(str(one.key) or _("No court on record"), "", one) for one in found]
    titles = {name: one.title.of(language()) for name, one in law.provisions.items()}
    other = _("Rests on facts of another class")
    return [
        LostLine(titles.get(str(one.key), str(one.key) or other), f"provision={one.key}" if one.key else "", one)
        for one in found
    ]
