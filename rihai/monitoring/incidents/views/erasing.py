"""Two people of the team erase an incident: one asks, another agrees; either may say that it stays."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.incidents import operations
from rihai.monitoring.incidents.forms import AgreeForm, EraseForm
from rihai.monitoring.incidents.views.asked import FORM, MAY, incident_or_404, under

GOES = gettext_lazy(
    "Words, people, steps, examinations and files go. That it was, where, of which class and how soon somebody acted"
    " stay, to be counted; of a sealed one not even these. Files outside, in a packet or on paper, stay."
)


@needs(MAY)
@FORM
def erase(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask that it is erased."""
    one = incident_or_404(request, pk)
    form = EraseForm(request.POST or None, incident=one)
    return under(
        request, one, form, title=_("Erase it"), word=_("Ask a colleague to agree"),
        says=_("Your team was told. It is erased when one of them agrees."),
        standfirst=GOES,
        act=lambda: operations.ask_to_erase(
            incident_id=one.pk, why=form.cleaned_data["why"], actor=actor_of(request), at=timezone.now()
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Agree, and it is gone."""
    one = incident_or_404(request, pk)
    form = AgreeForm(request.POST or None)
    needed = _("Is a court, a complaint or the person herself still in need of it? Then let it stay.")
    return under(
        request, one, form, title=_("Erase it for good"), word=_("Erase it for good"), says=_("It is erased."),
        standfirst=f"{GOES} {needed}",
        act=lambda: operations.erase_incident(incident_id=one.pk, actor=actor_of(request), at=timezone.now()),
    )  # fmt: skip
