"""Invented matter for the specimen page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from rihai.kit.charts import custody
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.kit.map import DistrictMap, Outlines, Shape
from rihai.paper.charts import BarChart, CustodyBar, LineChart, Part, Point, StackedChart
from rihai.paper.table import SUPPRESSED, Amount, Bar, Column, Table

STATUS_WORDS = {
    "met": _("Met"), "arguable": _("Arguable"), "cannot_tell": _("Cannot tell: day of arrest"),
    "not_yet": _("Coming 12 Dec"), "not_met": _("Not met"), "not_applicable": _("Does not apply"),
    "overdue": _("Overdue, 2 days"), "still_inside": _("Still inside, 9 days"), "waiting": _("Waiting for the prison"),
    "done": pgettext_lazy("status", "Done"), "released": _("Released"), "verified": _("Verified"),
    "accepted": _("Accepted"), "warning": _("Warning"), "critical": _("Critical failure"),
    "rejected": _("Rejected"), "draft": _("Draft"),
}  # fmt: skip
INKS = (
    ("paper", "#f7f3ea"), ("sheet", "#fffdf8"), ("band", "#ede7da"), ("rule", "#d6cebe"), ("edge", "#857c6d"),
    ("ink", "#1f1b1e"), ("accent", "#5b1e4a"), ("go", "#1d5a3b"), ("weigh", "#754a00"), ("stop", "#98221a"),
    ("wait", "#22507a"), ("unknown", "#57514f"),
)  # fmt: skip


class InviteForm(Form):
    """Every kind of control."""

    name = forms.CharField(
        label=_("Name as on the warrant"), help_text=_("In the script of the warrant."), max_length=80
    )
    arrested_on = forms.DateField(label=_("Day of arrest"), help_text=_("Day first, for example 25/11/2026."))
    people = forms.IntegerField(label=_("People in the ward"), required=False, min_value=0, max_value=20_000)
    prison = forms.ChoiceField(label=_("Prison"), choices=[("", _("Choose")), ("g", _("Women’s Prison Gulzar"))])
    ground = forms.ChoiceField(
        label=_("Why do you ask?"),
        widget=forms.RadioSelect,
        choices=[("duty", _("I am on duty")), ("family", _("The family asked")), ("court", _("The court asked"))],
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("One sentence. It is read at the review."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    order = forms.FileField(
        label=_("Order of the court"), required=False, help_text=_("PDF or photograph, 40 MB at most.")
    )
    agreed = forms.BooleanField(label=_("She agrees that the court sees this"), required=False)


def wrong_form() -> InviteForm:
    """The form after somebody wrote what cannot be."""
    typed = {
        "name": "نرگس فرضی",
        "arrested_on": "31/02/2027",
        "people": "9" * 30,
        "prison": "g",
        "reason": "abc\u202edef",
    }
    return InviteForm(typed, auto_id="wrong_%s")


class PrisonForm(Versioned, Form):
    """A record that two people changed at once."""

    capacity = forms.IntegerField(label=_("Official capacity"))
    counted_on = forms.DateField(label=_("Counted on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.watch(version=8)


def conflict() -> PrisonForm:
    """The form as the second of them sees it."""
    typed = {
        "version": "7", "capacity": "1250", "initial-capacity": "1200",
        "counted_on": "1/7/2025", "initial-counted_on": "2025-07-01",
    }  # fmt: skip
    now = {"capacity": 1310, "counted_on": date(2025, 9, 30)}
    return PrisonForm(typed, initial=now, auto_id="clash_%s")


def charts() -> dict[str, Any]:
    """One of each kind."""
    weeks = (118, 124, 131, 127, 140, 146, 139, 133, 120, 112, 97, 84)
    days = [date(2026, 8, 31) + timedelta(weeks=week) for week in range(len(weeks))]
    return {
        "bars": BarChart(
            gettext("People held, by prison"), gettext("Darya Kot holds most, 1,284; Gulzar is withheld."),
            gettext("Prison"), gettext("People"),
            [Bar(gettext("Central Prison Darya Kot"), 1284, True), Bar(gettext("District Prison Naya Bagh"), 611),
             Bar(gettext("Women’s Prison Gulzar"), SUPPRESSED)],
        ),
        "line": LineChart(
            gettext("Days lost, by week"), gettext("Days lost fell from 146 to 84 a week."),
            gettext("Week of"), gettext("Days lost"),
            [Point(day, amount) for day, amount in zip(days, weeks, strict=True)],
        ),
        "stacked": StackedChart(
            gettext("What the law says of 41 people"), gettext("For 9 all conditions are met."), gettext("List"),
            [gettext("Met"), gettext("Arguable"), gettext("Cannot tell")],
            [Part(gettext("Census of November"), (9, 14, 18))], ("go", "weigh", "dots"),
        ),
    }  # fmt: skip


def custody_bars() -> list[tuple[str, str]]:
    """Bars of one list, on one scale."""
    found = (
        (218, 184, gettext("Held 7 months 5 days; limit 6 months passed on 21 Oct.")),
        (120, 184, gettext("Held 4 months; limit 6 months comes on 23 Jan.")),
        (None, 184, gettext("The day of arrest is not known; limit 6 months.")),
    )
    bars = [CustodyBar(held, limit, words) for held, limit, words in found]
    longest = max(bar.length for bar in bars)
    return [(bar.says, custody(bar, longest, f"custody-{place}")) for place, bar in enumerate(bars)]


def invented_map() -> DistrictMap:
    """Six districts of nowhere."""
    corners = [(x, y) for y in (0, 100) for x in (0, 100, 200)]
    shapes = tuple(
        Shape(f"d{place}", f"M{x} {y}l60 -12 40 12 -8 50 8 50 -50 10 -50 -10 10 -50z")
        for place, (x, y) in enumerate(corners)
    )
    return DistrictMap(
        outlines=Outlines("-10 -20 330 240", shapes),
        title=gettext("People held, by home district"),
        says=gettext("Most come from Naya Bagh; one district is withheld, one was not collected."),
        values={"d0": 12, "d1": 240, "d2": 64, "d3": 510, "d4": None},
        steps=(50, 200, 400),
    )


def map_table() -> Table:
    """The figures of the map."""
    names = [gettext("Rahat Pur"), gettext("Sehrabad"), gettext("Kot Misal"), gettext("Naya Bagh"), gettext("Gul Dera")]
    figures = (12, 240, 64, 510, SUPPRESSED)
    rows: list[tuple[str, Amount]] = list(zip(names, figures, strict=True))
    return Table(
        gettext("People held, by home district"),
        (Column(gettext("District")), Column(gettext("People"), "number")),
        rows,
    )


def jobs() -> list[tuple[str, SimpleNamespace]]:
    """Long work in each of its states."""
    made: Callable[..., SimpleNamespace] = SimpleNamespace
    return [
        (gettext("Making 41 petitions"), made(pk=1, state="running", done=18, whole=41)),
        (gettext("Reading the census of Darya Kot"), made(pk=2, state="waiting", done=0, whole=0)),
        (gettext("Backup"), made(pk=3, state="done", done=7, whole=7)),
    ]
