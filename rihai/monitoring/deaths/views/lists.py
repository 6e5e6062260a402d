"""The list of deaths, and their rates with what each is compared with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.deaths.forms import ComparisonForm, PeriodForm
from rihai.monitoring.deaths.models import Cause, Comparison
from rihai.monitoring.deaths.operations import keep_comparison
from rihai.monitoring.deaths.queries import deaths_for, deceased_of
from rihai.monitoring.deaths.queries.rates import rates
from rihai.monitoring.pages import act_page
from rihai.monitoring.reach import INSPECT, READ

MOST = 100


@needs(INSPECT)
@require_http_methods(["GET"])
def index(request: HttpRequest) -> HttpResponse:
    """Open files first, or closed ones."""
    actor, tab = actor_of(request), request.GET.get("tab", "open")
    rows = deaths_for(actor).filter(closed_at__isnull=tab != "closed")
    place = request.GET.get("place", "")
    if place.isascii() and place.isdigit() and len(place) < 10:
        rows = rows.filter(place=int(place))
    shown = list(rows[:MOST])
    whose = deceased_of(shown, actor=actor)
    listed(request, "deaths", len(shown), {"tab": tab})
    pairs = [(one, whose.get(one.pk)) for one in shown]
    return render(request, "monitoring/deaths/index.html", {"rows": pairs, "tab": tab})


@needs(READ)
@require_http_methods(["GET"])
def rates_page(request: HttpRequest) -> HttpResponse:
    """Deaths per thousand person-years."""
    actor = actor_of(request)
    form = PeriodForm(request.GET or None, today=timezone.localdate())
    found = rates(actor, *form.days())
    words = dict(Cause.choices)
    context = {
        "form": form, "found": found, "comparisons": Comparison.objects.all()[:10],
        "rows": [(row, [(words[code], number) for code, number in row.causes]) for row in found.rows],
        "may_inspect": actor.may(INSPECT), "may_export": actor.may("exports.make"),
    }  # fmt: skip
    return render(request, "monitoring/deaths/rates.html", context)


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def comparison(request: HttpRequest) -> HttpResponse:
    """Write down a published rate."""
    form = ComparisonForm(request.POST or None)
    back = reverse("monitoring:death-rates")
    return act_page(
        request, form, title=_("A published rate"), word=_("Keep it"), crumbs=[(back, _("Death rates"))],
        to=lambda _row: back, says=_("It stands beside our rates from now on, with its source."),
        act=lambda: keep_comparison(said=form.cleaned_data, actor=actor_of(request), at=timezone.now()),
    )  # fmt: skip
