"""Delay in words and drawings: causes as bars, by whose act, courts and prisons by name and never by number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from rihai.coordination.delay.hearings import Delay, Listed, Row
from rihai.coordination.delay.instead import Used
from rihai.coordination.delay.late import Late
from rihai.legal.matters.delay import by_text, why_text
from rihai.legal.matters.models.codes import NotProduced
from rihai.paper.charts import BarChart
from rihai.paper.table import NOT_COLLECTED, SUPPRESSED, Bar, Column, Table, Value
from rihai.places.models import Place
from rihai.profile.disclosure import RULE
from rihai.screening.law.packs import Law


def cause_text(code: str) -> str:
    """Why a hearing was adjourned."""
    return why_text(code) if code else _("not recorded")


def act_text(code: str) -> str:
    """By whose act."""
    return by_text(code)


def absent_text(code: str) -> str:
    """Why somebody was not produced."""
    return str(NotProduced(code).label) if code in NotProduced.values else _("not recorded")


def causes_chart(delay: Delay) -> BarChart | None:
    """A bar for each cause; None where no hearing was adjourned."""
    if not delay.by_cause:
        return None
    bars = [Bar(_capital(cause_text(row.key)), row.hearings) for row in delay.by_cause]
    says = _("%(n)s hearings were adjourned of %(all)s that were written down.") % {
        "n": delay.adjourned.hearings, "all": delay.hearings,
    }  # fmt: skip
    return BarChart(_("Adjourned hearings by cause"), says, _("Cause"), _("Hearings"), bars)


def rows_table(title: str, head: str, rows: Sequence[Row], words: Any) -> Table:
    """Hearings, people and days under each heading."""
    columns = (
        Column(head, "text", 34), Column(_("Hearings"), "number", 10), Column(_("People"), "number", 10),
        Column(_("Days put off"), "number", 12), Column(_("No next day fixed"), "number", 12),
    )  # fmt: skip
    found = [(_capital(words(row.key)), row.hearings, len(row.people), row.days, row.undated) for row in rows]
    return Table(title, columns, found)


def absent_table(rows: Sequence[Row]) -> Table:
    """Hearings at which the person was not produced, by the reason given."""
    columns = (
        Column(_("Reason given"), "text", 34), Column(_("Hearings"), "number", 10), Column(_("People"), "number", 10),
    )  # fmt: skip
    found = [(_capital(absent_text(row.key)), row.hearings, len(row.people)) for row in rows]
    return Table(_("Not produced"), columns, found)


def listed_table(title: str, head: str, rows: Sequence[Listed], names: Mapping[Any, str]) -> Table:
    """Courts or prisons by name."""
    columns = (
        Column(head, "text", 34), Column(_("Hearings written down"), "number", 12),
        Column(_("Adjourned"), "number", 10), Column(_("Not produced"), "number", 10),
    )  # fmt: skip
    named = sorted((names.get(row.key) or _("not known"), row) for row in rows)
    return Table(title, columns, [(name, row.hearings, row.adjourned, row.not_produced) for name, row in named])


def prison_names(rows: Sequence[Listed]) -> dict[Any, str]:
    """The names of the prisons of a table."""
    return {one.pk: one.shown for one in Place.objects.filter(pk__in=[row.key for row in rows if row.key])}


def late_table(rows: Sequence[Late], law: Law, language: str) -> Table:
    """The law's own clocks: people and days."""
    columns = (
        Column(_("What has run out"), "text", 40), Column(_("People"), "number", 10),
        Column(_("Days since"), "number", 12),
    )  # fmt: skip
    found = []
    for row in rows:
        provision = law.provisions.get(row.provision)
        found.append((provision.title.of(language) if provision else row.provision, row.people, row.days))
    return Table(_("Clocks of the law that have run out"), columns, found)


def instead_table(rows: Sequence[Used]) -> Table:
    """Measures possible and used; sensitive ones of few people are withheld, and what no record tells apart is not
    collected."""
    columns = (
        Column(_("Measure"), "text", 40), Column(_("Possible today"), "number", 12),
        Column(_("of them met"), "number", 12),
        Column(_("Granted"), "number", 12), Column(_("Released by it"), "number", 12),
        Column(_("Refused"), "number", 12),
        Column(_("by law"), "number", 12), Column(_("in practice"), "number", 12),
    )  # fmt: skip
    found = []
    for row in rows:
        numbers = (row.possible, row.met, row.granted, row.released, row.refused, row.by_law, row.by_practice)
        shown = [_shown(number, is_sensitive=row.kind.is_sensitive) for number in numbers]
        found.append((row.kind.title, *shown))
    return Table(_("Possible and used"), columns, found)


def _shown(number: int | None, *, is_sensitive: bool) -> Value:
    if number is None:
        return NOT_COLLECTED
    return SUPPRESSED if is_sensitive and 0 < number < RULE.sensitive else number


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
