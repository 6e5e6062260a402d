"""A request goes on to casework, a lawyer or a monitor."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.helpline.handing import operations
from rihai.helpline.handing.forms import HandForm, IncidentHandForm, MatterHandForm
from rihai.helpline.handing.models import Room
from rihai.helpline.requests.views.asked import act_page, crumbs_of, request_or_404
from rihai.helpline.requests.views.desk import Line
from rihai.kit.views.asked import actor_of

FORMS: dict[str, type[HandForm]] = {
    Room.CASEWORK: HandForm, Room.LEGAL: MatterHandForm, Room.MONITORING: IncidentHandForm,
}  # fmt: skip


@Line
@require_http_methods(["GET", "POST"])
def hand_on(request: HttpRequest, pk: UUID, room: str) -> HttpResponse:
    """The form of the room it goes to; one act."""
    one, now = request_or_404(request, pk), timezone.now()
    if room not in FORMS:
        raise Http404(room)
    form = FORMS[room](request.POST or None, one=one, leads=operations.leads_for(room, now))

    def act() -> object:
        to = form.cleaned_data.get("to")
        return operations.hand_on(
            request_id=pk, room=room, said=form.cleaned_data, to=UUID(to) if to else None, actor=actor_of(request),
            at=now,
        )  # fmt: skip

    return act_page(
        request, form, act=act, to=reverse("helpline:request", args=[pk]) + "#handed", title=Room(room).label,
        word=_("Hand it on"), crumbs=crumbs_of(one), says=_("It is in their hands, whole."),
        standfirst=_("One act: either they have all of it, or nothing was done."),
    )  # fmt: skip
