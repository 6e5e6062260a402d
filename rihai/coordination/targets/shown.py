"""How a target is drawn: the line of its lists with the path beside it, and the same as a table."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rihai.coordination.targets.queries import Course, expected, steps_of
from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.charts import Beside, LineChart, Point
from rihai.paper.table import Column, Table


def chart(course: Course) -> LineChart | None:
    """The lists as a line, the path and the arithmetic ahead as dashed ones; None where no list counts yet."""
    if not course.points:
        return None
    target = course.target
    beside = []
    if target.goal is not None and target.due_on is not None:
        days = [target.baseline_on, *(one.on for one in steps_of(target)), target.due_on]
        path = [Point(day, value) for day in dict.fromkeys(days) if (value := expected(target, day)) is not None]
        beside.append(Beside(_("the path"), path, is_step=bool(steps_of(target))))
    if course.ahead is not None:
        last = course.points[-1]
        ends = [Point(last.on, last.number), Point(course.ahead.on, course.ahead.number)]
        beside.append(Beside(_("arithmetic, no promise"), ends))
    points = [Point(one.on, one.number) for one in course.points]
    return LineChart(
        _("People under trial"), says(course), _("List of"), _("Under trial"), points, beside=beside
    )  # fmt: skip


def says(course: Course) -> str:
    """What the chart says, in one sentence."""
    latest = course.latest
    if latest is None:
        return _("No list of prisoners counts yet.")
    told = {"n": latest.number, "day": day_text(latest.on), "path": latest.expected, "began": course.target.baseline}
    if latest.expected is None:
        return _("%(n)s under trial by the list of %(day)s; %(began)s when it began. No target is known.") % told
    return _("%(n)s under trial by the list of %(day)s; the path allows %(path)s; %(began)s when it began.") % told


def table(course: Course) -> Table:
    """Every list with what the path allowed on its day."""
    columns = (
        Column(_("List of"), "date", 13), Column(_("Under trial"), "number", 12),
        Column(_("The path allows"), "number", 12), Column(_("Beyond it"), "number", 12),
    )  # fmt: skip
    rows = [(one.on, one.number, one.expected, one.beyond) for one in course.points]
    return Table(_("People under trial, list by list"), columns, rows)
