"""People held over time, as a chart with its table."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from rihai.paper.blocks import Chart
from rihai.paper.charts import BarChart, LineChart, Point
from rihai.paper.table import Bar
from rihai.places.models import HeldCount
from rihai.places.models.figures import Precision


def trend_chart(counts: Sequence[HeldCount]) -> Chart | None:
    """A line where every day is known, else a bar for each figure; None for fewer than two.

    Figures of one year that disagree each keep their bar: nothing is averaged.
    """
    known = [(count, count.as_of, count.total) for count in counts if count.as_of and count.total is not None]
    if len(known) < 2:
        return None
    says = _("From %(first)s to %(last)s people held, over %(count)s counts.") % {
        "first": known[0][2], "last": known[-1][2], "count": len(known),
    }  # fmt: skip
    title, people = _("People held over time"), _("People")
    if all(count.precision == Precision.DAY for count, _day, _total in known):
        points = [Point(day, total) for _count, day, total in known]
        return LineChart(title, says, _("Day"), people, points)
    bars = [Bar(str(day.year), total, count is known[-1][0]) for count, day, total in known]
    return BarChart(title, says, _("Year"), people, bars)
