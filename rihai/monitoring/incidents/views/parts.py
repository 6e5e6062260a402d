"""The pages of the parts of an incident: whom it happened to, by whom, who said so; what was done; consent; team."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rihai.errors import Refused
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.incidents import operations
from rihai.monitoring.incidents.forms import (
    ActForm,
    ConsentForm,
    MemberForm,
    PerpetratorForm,
    SourceForm,
    VictimForm,
)
from rihai.monitoring.incidents.models import IncidentConsent
from rihai.monitoring.incidents.queries import colleagues, leads
from rihai.monitoring.incidents.views.asked import FORM, MAY, incident_or_404, tapped, under


@needs(MAY)
@FORM
def victim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody else it happened to."""
    one = incident_or_404(request, pk)
    form = VictimForm(request.POST or None)
    return under(
        request, one, form, title=_("Whom it happened to"), word=_("Write down"), anchor="#whom",
        act=lambda: operations.add_victim(
            incident_id=one.pk, whom=form.whom, actor=actor_of(request), at=timezone.now()
        ),
    )  # fmt: skip


@needs(MAY)
@require_POST
def join(request: HttpRequest, pk: UUID) -> HttpResponse:
    """They wish to stand under their name: the person is the one whose page was open, named in the body alone."""
    try:
        person = UUID(request.POST.get("person", ""))
    except ValueError as wrong:
        raise Http404(str(pk)) from wrong

    def act() -> Any:
        return operations.join_person(victim_id=pk, person_id=person, actor=actor_of(request), at=timezone.now())

    try:
        return tapped(act, lambda made: made.incident_id, "#whom")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("monitoring:incidents")


@needs(MAY)
@FORM
def perpetrator(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who is said to have done it."""
    return _part(
        request, pk, PerpetratorForm(request.POST or None), operations.add_perpetrator,
        title=_("Who is said to have done it"), anchor="#by",
        standfirst=_("Presumed innocent. Seen by the team alone, and in nothing that leaves."),
    )  # fmt: skip


@needs(MAY)
@FORM
def source(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who said so."""
    return _part(
        request, pk, SourceForm(request.POST or None), operations.add_source, title=_("Who said so"),
        anchor="#sources", standfirst=_("In their own words, with quotation marks. Seen by the team alone."),
    )  # fmt: skip


@needs(MAY)
@FORM
def act(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was done."""
    one = incident_or_404(request, pk)
    form = ActForm(request.POST or None, incident=one)

    def write() -> Any:
        said = {**form.cleaned_data}
        for name in ("victim", "perpetrator"):
            said[name] = said[name].pk if said.get(name) else None
        return operations.add_act(incident_id=one.pk, said=said, actor=actor_of(request), at=timezone.now())

    return under(request, one, form, write, title=_("What was done"), word=_("Write down"), anchor="#team-alone")


def _part(request: HttpRequest, pk: UUID, form: Any, write: Any, **how: Any) -> HttpResponse:
    one = incident_or_404(request, pk)
    return under(
        request, one, form, word=_("Write down"),
        act=lambda: write(incident_id=one.pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()),
        **how,
    )  # fmt: skip


@needs(MAY)
@FORM
def consent(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A yes or a no, for one purpose."""
    one = incident_or_404(request, pk)
    form = ConsentForm(request.POST or None, incident=one)
    return under(
        request, one, form, title=_("Consent, for one purpose"), word=_("Write the answer down"), anchor="#consent",
        standfirst=_("Alone, without an officer. Nothing they get depends on it, and a no is as good as a yes."),
        act=lambda: operations.record_consent(
            incident_id=one.pk, said=form.said, actor=actor_of(request), at=timezone.now()
        ),
    )  # fmt: skip


@needs(MAY)
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """They take it back: one tap, at once."""
    return tapped(
        lambda: operations.withdraw_consent(consent_id=_known(pk), actor=actor_of(request), at=timezone.now()),
        lambda made: made.incident_id, "#consent",
    )  # fmt: skip


def _known(pk: UUID) -> UUID:
    """The id of a consent that holds; a second tap finds nothing to take back."""
    found = IncidentConsent.objects.filter(pk=pk).first()
    if found is None or not found.holds:
        raise Http404(str(pk))
    return pk


@needs(MAY)
@FORM
def team(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let a colleague in."""
    one = incident_or_404(request, pk)
    if not leads(actor_of(request), one):
        raise Http404(str(pk))
    form = MemberForm(request.POST or None, colleagues=colleagues(one, on=timezone.localdate()))
    return under(
        request, one, form, title=_("Let a colleague in"), word=_("Let them in"), anchor="#team",
        standfirst=_("They read all of it from now on. As few as can do the work."),
        act=lambda: operations.add_member(
            incident_id=one.pk, account_id=form.cleaned_data["account"].pk, lead=form.cleaned_data["lead"],
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip
