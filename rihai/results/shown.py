"""How figures are drawn on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from rihai.paper.charts import BarChart
from rihai.paper.table import Bar
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


def parts_of(detail: Detail) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """A figure by district, sex and age, each adding up to it: an id, a title, and the parts in words."""
    named: Sequence[tuple[str, str, Mapping[str, int]]] = (
        ("district", _("By district"), detail.districts), ("sex", _("By sex"), detail.sexes),
        ("age", _("By age"), detail.ages),
    )  # fmt: skip
    return [(key, title, [(_word(name), n) for name, n in parts.items()]) for key, title, parts in named if parts]


def _word(code: str) -> str:
    words = {
        "": _("not said"), "female": _("women and girls"), "male": _("men and boys"),
        "transgender": _("transgender people"),
    }  # fmt: skip
    return words.get(code, code)
