"""Alerts: which stand, what was done about them; and the definitions they rest on."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rihai.errors import Refused
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.disease import operations
from rihai.monitoring.disease.forms import CloseForm, DoneForm
from rihai.monitoring.disease.known import diseases, title_of
from rihai.monitoring.disease.models import Alert
from rihai.monitoring.disease.queries import DISEASE, alert_seen, alerts_for, may_act, standing_alerts
from rihai.monitoring.pages import Crumbs, act_page
from rihai.monitoring.reach import READ, places_for
from rihai.monitoring.views import found

FORM = require_http_methods(["GET", "POST"])


@needs(READ)
@require_http_methods(["GET"])
def index(request: HttpRequest) -> HttpResponse:
    """Alerts that stand, those that are over, and the prisons with a line list."""
    actor = actor_of(request)
    standing = [(one, title_of(one.disease)) for one in standing_alerts(actor)[:50]]
    over = [(one, title_of(one.disease)) for one in alerts_for(actor).filter(state="closed")[:20]]
    context = {
        "standing": standing, "over": over, "may_list": actor.may(DISEASE),
        "places": places_for(actor, DISEASE) if actor.may(DISEASE) else [],
    }  # fmt: skip
    return render(request, "monitoring/disease/index.html", context)


@needs(READ)
@require_http_methods(["GET"])
def definitions(request: HttpRequest) -> HttpResponse:
    """What counts as a case, and from how many an alert is raised."""
    return render(request, "monitoring/disease/definitions.html", {"rows": diseases().values()})


@needs(READ)
@require_http_methods(["GET"])
def alert(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One alert."""
    actor = actor_of(request)
    one = found(alert_seen(pk, actor=actor), pk)
    context = {
        "one": one, "disease": diseases().get(one.disease), "title": title_of(one.disease), "steps": one.steps.all(),
        "may": may_act(actor), "may_list": actor.may(DISEASE),
    }  # fmt: skip
    return render(request, "monitoring/disease/alert.html", context)


@needs(READ)
@require_POST
def acknowledge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody sees to it."""
    try:
        operations.acknowledge(alert_id=pk, actor=actor_of(request), at=timezone.now())
        messages.success(request, _("You see to it. Write down what is done."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("monitoring:alert", pk)


@needs(READ)
@FORM
def done_about(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was done."""
    one = found(alert_seen(pk, actor=actor_of(request)), pk)
    form = DoneForm(request.POST or None)
    return act_page(
        request, form, title=_("What was done"), word=_("Write it down"), crumbs=_crumbs(one),
        to=lambda _row: _page(one), says=_("It is written down."),
        act=lambda: operations.write_done(
            alert_id=one.pk, says=form.cleaned_data["says"], actor=actor_of(request), at=timezone.now()
        ),
    )  # fmt: skip


@needs(READ)
@FORM
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is over."""
    one = found(alert_seen(pk, actor=actor_of(request)), pk)
    form = CloseForm(request.POST or None, initial={"on": timezone.localdate()})
    known = diseases().get(one.disease)
    says = (
        _("Two incubation times of this disease are %(days)s days.") % {"days": known.incubation * 2} if known else ""
    )
    return act_page(
        request, form, title=_("Close the alert"), word=_("Close it"), crumbs=_crumbs(one), standfirst=says,
        to=lambda _row: _page(one), says=_("The alert is closed. Only later cases raise another."),
        act=lambda: operations.close_alert(
            alert_id=one.pk, on=form.cleaned_data["on"], why=form.cleaned_data["why"], actor=actor_of(request),
            at=timezone.now(),
        ),
    )  # fmt: skip


def _page(one: Alert) -> str:
    return reverse("monitoring:alert", args=[one.pk])


def _crumbs(one: Alert) -> Crumbs:
    return [(reverse("monitoring:disease"), _("Disease")), (_page(one), title_of(one.disease))]
