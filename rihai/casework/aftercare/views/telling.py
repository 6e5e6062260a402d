"""Who may be told the day: by her word alone."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rihai.casework.aftercare.forms import TellForm
from rihai.casework.aftercare.operations import let_tell, record_day_told, take_back_telling
from rihai.casework.aftercare.queries.family import family_of
from rihai.casework.aftercare.views.asked import form_page, plan_or_404
from rihai.errors import NotFound, Refused
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, done, uuid_in

KEEP = "casework.keep"


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def may_tell(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The person lets somebody know the day."""
    shown, today, actor = plan_or_404(request, pk), timezone.localdate(), actor_of(request)
    hers = [one.relationship for one in family_of(shown.person_id, actor=actor).hers]
    form = TellForm(request.POST or None, today=today, hers=hers, initial={"said_on": today})
    back = reverse("casework:release-plan", args=[shown.pk])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kept = done(
            form,
            lambda: let_tell(
                plan_id=shown.pk, who=said["who"], relationship_id=UUID(said["tie"]) if said["tie"] else None,
                said_how=said["said_how"], said_on=said["said_on"], actor=actor, at=timezone.now(),
            ),
        )  # fmt: skip
        if kept:
            messages.success(request, _("Their word is kept. It can be taken back at any time."))
            return redirect(back)
    return form_page(
        request, form, person=shown.person, title=_("Who may be told the day"), word=_("Keep their word"), back=back,
        says=_("Ask alone, with nobody listening. Without their word nobody is told the day, not even the family."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def told(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody was told, or the word is taken back (`pk`: the telling)."""
    is_back = "back" in request.POST
    act = take_back_telling if is_back else record_day_told
    try:
        row = act(telling_id=pk, actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refused:
        messages.error(request, str(refused))
        plan_id = uuid_in(request, "plan")
        return redirect("casework:release-plan", plan_id) if plan_id else redirect("casework:release-plans")
    messages.success(request, _("Taken back. Nobody is told any more.") if is_back else _("It is written down."))
    return redirect("casework:release-plan", row.plan_id)
