"""The list of incidents, one of them, and how it is written down, changed, opened and closed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rihai.errors import Refused
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.evidence.queries import evidence_of
from rihai.monitoring.examinations.queries import examinations_of, protocols_of
from rihai.monitoring.incidents import operations
from rihai.monitoring.incidents.classes import class_of
from rihai.monitoring.incidents.forms import ChangeForm, CloseForm, KeepForm, NewForm, QuestionsForm, TwiceForm
from rihai.monitoring.incidents.models import Incident, State
from rihai.monitoring.incidents.queries import (
    LIVE,
    by_clock,
    incidents_for,
    leads,
    live_codes,
    ran_out,
    steps_due,
    to_agree,
    whole,
    works_on,
)
from rihai.monitoring.incidents.queries.keeping import chains_of, erasure_of, to_erase
from rihai.monitoring.incidents.queries.response import response
from rihai.monitoring.incidents.views.asked import FORM, MAY, incident_or_404, tapped, under
from rihai.monitoring.pages import act_page
from rihai.monitoring.reach import TO_BE_SEEN
from rihai.people.models import Person
from rihai.people.queries.people import person_seen
from rihai.places.models import Place

MOST = 60
YEAR = timedelta(days=365)
BEGIN = "begin"
TABS = {"live": LIVE, "closed": (State.CLOSED, State.DUPLICATE, State.ERASED)}


@needs(MAY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What the actor sees, in the order of the clocks; what waits for an answer first."""
    actor, now = actor_of(request), timezone.now()
    tab = request.GET.get("tab", "live")
    tab = tab if tab in TABS else "live"
    rows = list(by_clock(incidents_for(actor).filter(state__in=TABS[tab]))[:MOST])
    listed(request, "monitoring.incidents", len(rows), {"tab": tab})
    return render(request, "monitoring/incidents/index.html", {
        "rows": rows, "tab": tab, "now": now, "late": list(ran_out(actor, now)[:12]),
        "agree": list(to_agree(actor).select_related("incident")[:12]),
        "response": response(actor, now - YEAR, now),
        "erase": list(to_erase(actor)[:12]),
        "steps": list(steps_due(actor, timezone.localdate(now))[:12]),
    })  # fmt: skip


def places() -> Any:
    """Where incidents happen: every open place in which people are held or sheltered."""
    return Place.objects.filter(kind__in=TO_BE_SEEN, closed_on=None).order_by("name", "pk")


def _person(request: HttpRequest) -> Person | None:
    """The person on whose page the actor stood, from the body of what was sent; None for none."""
    try:
        pk = UUID(request.POST.get("person", ""))
    except ValueError:
        return None
    found = person_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    opened(request, pk)
    return found


def sent(request: HttpRequest) -> QueryDict | None:
    """The form as it was sent; None where its page is asked for, by the button of a person's page."""
    return request.POST if request.POST and BEGIN not in request.POST else None


@needs(MAY)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Write an incident down."""
    person, now = _person(request), timezone.now()
    first = {"person": person.pk, "place": person.held_at_id, "called": person.full_name} if person else {}
    form = NewForm(sent(request), places=places(), initial=first)
    home = reverse("monitoring:incidents")

    def act() -> Incident:
        said = form.cleaned_data
        return operations.write_incident(said=said, whom=form.whom, actor=actor_of(request), at=now)

    return act_page(
        request, form, act=act, to=lambda made: reverse("monitoring:incident", args=[made.pk]),
        title=_("Write an incident down"), word=_("Keep it"), crumbs=((home, _("Incidents")),),
        says=_("It is kept. Its clocks run: see what has to be done first."),
        standfirst=_("No talk is better than one that harms. Who will know of it? Is there danger from this talk?"),
    )  # fmt: skip


@needs(MAY)
@require_GET
def incident(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One incident: what is due, what is known, whom it concerns, what was done."""
    one, actor, now = incident_or_404(request, pk, team=False), actor_of(request), timezone.now()
    on_team = works_on(actor, one)
    if one.is_erased:
        return render(request, "monitoring/incidents/erased.html", {
            "one": one, "said": one.said, "erasure": erasure_of(one) if on_team else None,
            "chains": chains_of(one) if on_team else [],
        })  # fmt: skip
    parts = whole(one, on_team=on_team)
    victims = [(each, _seen_as(each, actor)) for each in parts.pop("victims")]
    place = Place.objects.filter(pk__in=[one.said.place_id]).first()
    team = {
        "evidence": evidence_of(one), "examinations": examinations_of(one),
        "protocols": protocols_of(actor, on=timezone.localdate(now)), "leads": leads(actor, one),
        "erasure": erasure_of(one),
    } if on_team else {}  # fmt: skip
    return render(request, "monitoring/incidents/incident.html", {
        "one": one, "said": one.said, "place": place, "now": now, "today": timezone.localdate(now), "me": actor.pk,
        "on_team": on_team, "victims": victims, "is_mine": one.made_by_id == actor.pk,
        "anchor": class_of(one.said.sub).anchor, **parts, **team,
    })  # fmt: skip


def _seen_as(victim: Any, actor: Any) -> Person | None:
    """The person behind, for whoever sees that person too."""
    pk = victim.person_id or (UUID(victim.subject) if victim.subject else None)
    return person_seen(pk, actor=actor) if pk else None


@needs(MAY)
@FORM
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Other words."""
    one = incident_or_404(request, pk)
    form = ChangeForm(request.POST or None, incident=one, places=places())
    return under(
        request, one, form, title=_("What happened"), word=_("Keep it"), says=_("It is as you wrote it."),
        act=lambda: operations.change_incident(
            incident_id=one.pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def questions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The questions of its class."""
    one = incident_or_404(request, pk)
    form = QuestionsForm(request.POST or None, incident=one)
    return under(
        request, one, form, title=one.said.title, word=_("Keep the answers"), anchor="#questions",
        standfirst=_("Ask only what helps. Not to know is an answer."),
        act=lambda: operations.write_answers(
            incident_id=one.pk, version=form.record_version, answers=form.answers, actor=actor_of(request),
            at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@require_POST
def move(request: HttpRequest, pk: UUID, to: str) -> HttpResponse:
    """An act of one tap: send to review, open, join, leave, open again, let it stay."""
    one = incident_or_404(request, pk, team=to != "join")
    acts: dict[str, Any] = {
        "review": operations.send_to_review, "open": operations.open_incident, "join": operations.join_team,
        "leave": operations.leave_team, "stay": operations.keep_after_all,
    }  # fmt: skip
    more: dict[str, Any] = {}
    if to == "again":
        acts, more = {"again": operations.reopen_incident}, {"version": one.version}
    if to not in acts:
        raise Http404(to)
    try:
        acts[to](incident_id=one.pk, actor=actor_of(request), at=timezone.now(), **more)
    except Refused as refusal:
        messages.error(request, str(refusal))
    if to == "leave":
        return redirect("monitoring:incidents")
    return tapped(lambda: one, lambda made: made.pk)


@needs(MAY)
@FORM
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It ends."""
    one = incident_or_404(request, pk)
    form = CloseForm(request.POST or None, initial={"version": one.version})
    return under(
        request, one, form, title=_("Close the incident"), word=_("Close it"), says=_("The incident is closed."),
        act=lambda: operations.close_incident(
            incident_id=one.pk, version=form.cleaned_data["version"], closing=form.cleaned_data["closing"],
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def keep(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is needed longer."""
    one = incident_or_404(request, pk)
    form = KeepForm(request.POST or None, initial={"version": one.version})
    return under(
        request, one, form, title=_("Keep it longer"), word=_("Keep it"), says=_("It is kept until that day."),
        standfirst=_("What is not needed any more endangers whom it names. Say why this still is."),
        act=lambda: operations.keep_on(
            incident_id=one.pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def twice(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was written down before."""
    one = incident_or_404(request, pk)
    form = TwiceForm(request.POST or None, others=live_codes(actor_of(request), one), initial={"version": one.version})
    return under(
        request, one, form, title=_("It was written down before"), word=_("It is the same"),
        standfirst=_("This one is put aside; the other goes on."),
        act=lambda: operations.settle_duplicate(
            incident_id=one.pk, version=form.cleaned_data["version"], of=form.cleaned_data["of"].pk,
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip
