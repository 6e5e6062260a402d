"""How figures are drawn on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from rihai.paper.charts import BarChart
from rihai.paper.table import Bar, Column, Table
from rihai.results.counting import Figure
from rihai.results.counting.figures import Detail


def people_chart(figures: Sequence[Figure]) -> BarChart | None:
    """A bar for each figure of people that was counted, the whole ones dark; None where there is none."""
    bars = [
        Bar(one.indicator.shown, one.value, one.indicator.part_of_id is None)
        for one in figures
        if one.indicator.is_people and one.value is not None
    ]
    if not any(bar.amount for bar in bars):
        return None
    says = _("One bar for each figure of people; the lighter ones are parts of the dark ones and overlap.")
    return BarChart(_("People, each once"), says, _("Indicator"), _("People"), bars)


def parts_tables(detail: Detail, value: int) -> list[Table]:
    """A figure by district, sex and age; each adds up to it, as the total row says."""
    named: Sequence[tuple[str, Mapping[str, int]]] = (
        (_("By district"), detail.districts), (_("By sex"), detail.sexes), (_("By age"), detail.ages),
    )  # fmt: skip
    found = []
    for title, parts in named:
        if parts:
            rows = [(_word(name), number) for name, number in parts.items()]
            columns = (Column(title, "text", 30), Column(_("People"), "number", 10))
            found.append(Table(title, columns, rows, total_row=(_("Together"), value)))
    return found


def _word(code: str) -> str:
    words = {
        "": _("not said"),
        "female": _("women and girls"),
        "male": _("men and boys"),
        "transgender": _("transgender people"),
    }
    return words.get(code, code)
