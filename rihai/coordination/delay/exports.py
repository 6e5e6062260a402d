"""Delay and measures as tables that leave: every count through disclosure control, and no days beside one withheld."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.coordination.delay.hearings import Row, delay_at
from rihai.coordination.delay.instead import instead_at
from rihai.coordination.delay.shown import act_text, cause_text
from rihai.coordination.delay.span import span_of
from rihai.coordination.scope import READ, is_everywhere, places_for
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.kit.exports.sheet import Given
from rihai.paper.table import Column
from rihai.profile.disclosure import RULE, Figures, Key


def _asked(actor: Actor, filters: Mapping[str, str]) -> tuple[int | None, date, date] | None:
    """The place and the days; None where the actor may read of no such place."""
    today = asked_day()
    first, last = span_of(filters, today)
    named = filters.get("place", "")
    if not named:
        return (None, first, last) if is_everywhere(actor, READ) else None
    found = places_for(actor, READ).filter(pk=int(named)).first() if named.isdecimal() and len(named) < 10 else None
    return (found.pk, first, last) if found else None


def count(actor: Actor, filters: Mapping[str, str]) -> int:
    """Some tens of rows at most."""
    return 30 if _asked(actor, filters) else 0


def delay_sheet(actor: Actor, filters: Mapping[str, str], _language: str) -> ExportSheet:
    """Adjourned hearings by cause and by whose act; guarded as if they were people."""
    figures, rows, asked = Figures(), list[list[Given]](), _asked(actor, filters)
    if asked is not None:
        place, first, last = asked
        found = delay_at(place, first, last + timedelta(days=1))
        period, where = f"{first}..{last}", f"at {place or 'all'}"
        whole = found.adjourned.hearings
        total = figures.add(Key(period, f"adjourned {where}"), whole, RULE.threshold(whole))
        rows.append([_("Adjourned hearings"), "", total])
        parts: tuple[tuple[str, list[Row], Callable[[str], str]], ...] = (
            (_("By cause"), found.by_cause, cause_text), (_("By whose act"), found.by_act, act_text),
        )  # fmt: skip
        for title, of, words in parts:
            keys = []
            for row in of:
                key = Key(period, f"adjourned {where}/{title}/{row.key}")
                keys.append(figures.add(key, row.hearings, RULE.threshold(whole)))
                rows.append([title, words(row.key), key])
            if keys:
                figures.add_sum(total, keys)
    columns = (Column(_("Table"), "text", 22), Column(_("Heading"), "text", 40), Column(_("Hearings"), "number", 12))
    note = _("Hearings of people whom the office acts for. What is small is withheld.")
    return ExportSheet(_("Delay by cause"), columns, rows, note, figures)


def instead_sheet(actor: Actor, filters: Mapping[str, str], _language: str) -> ExportSheet:
    """Measures possible and used; each count of people stands alone, since people may be reached by several."""
    figures, rows, asked = Figures(), list[list[Given]](), _asked(actor, filters)
    if asked is not None:
        place, first, last = asked
        period, where = f"{first}..{last}", f"at {place or 'all'}"
        for one in instead_at(place, first, last + timedelta(days=1)):
            row: list[Given] = [one.kind.title]
            numbers = {
                "possible": one.possible, "granted": one.granted, "released": one.released, "refused": one.refused,
                "law": one.by_law, "practice": one.by_practice,
            }  # fmt: skip
            for name, number in numbers.items():
                if number is None:
                    row.append(None)
                    continue
                key = Key(period, f"{one.kind.code}/{name} {where}")
                threshold = RULE.threshold(number, is_sensitive=one.kind.is_sensitive)
                row.append(figures.add(key, number, threshold))
            rows.append(row)
    heads = (_("Possible today"), _("Granted"), _("Released by it"), _("Refused"), _("by law"), _("in practice"))
    columns = (Column(_("Measure"), "text", 40), *(Column(str(one), "number", 12) for one in heads))
    return ExportSheet(_("Measures other than prison"), columns, rows, _("People, each once in a cell."), figures)
