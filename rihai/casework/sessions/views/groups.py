"""Groups and who is in them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.casework.cases.capabilities import kept_by, may_keep, read_by
from rihai.casework.services.views.asked import SEES, form_page, keeper_of
from rihai.casework.sessions.forms import GroupForm, JoinForm
from rihai.casework.sessions.models import Group, SessionState
from rihai.casework.sessions.operations import add_member, end_member, make_group
from rihai.casework.sessions.queries import sessions as asks
from rihai.errors import Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, done, places_of


@needs(SEES)
@require_GET
def groups(request: HttpRequest) -> HttpResponse:
    """The groups at the actor's places."""
    actor = actor_of(request)
    rows = asks.groups_listed(actor, on=timezone.localdate())
    return render(request, "casework/sessions/groups.html", {"rows": rows, "may_keep": bool(kept_by(actor))})


@needs(SEES)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A new group."""
    actor, today = keeper_of(request), timezone.localdate()
    places = places_of(request, served=True)
    form = GroupForm(request.POST or None, today=today, actor=actor, places=places, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        made = done(form, lambda: make_group(**form.cleaned_data, actor=actor, at=timezone.now()))
        if made:
            messages.success(request, _("The group is made. Take people in."))
            return redirect("casework:group", made.pk)
    return form_page(request, form, "sessions/group_new")


def _seen(request: HttpRequest, pk: UUID) -> Group:
    found = asks.groups_for(actor_of(request)).select_related("place").filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found


@needs(SEES)
@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One group: who is in it, its sessions, and who could be taken in."""
    actor, found, today = actor_of(request), _seen(request, pk), timezone.localdate()
    if found.data_class not in read_by(actor):
        raise Http404(str(pk))
    form = JoinForm(request.POST or None, rows=asks.could_join(found, actor=actor)[:100])
    if request.method == "POST" and form.is_valid():
        for key in form.cleaned_data["people"]:
            _take_in(request, found, UUID(key))
        return redirect("casework:group", found.pk)
    members = asks.members_of(found, actor=actor)
    listed(request, "casework.group", len(members), {"group": str(pk)})
    held = asks.with_counts(asks.sessions_for(actor).filter(group=found), actor, most=asks.PAGE)
    due = next((one for one in held[::-1] if one.state == SessionState.PLANNED and one.on <= today), None)
    context = {
        "due": due, "group": found, "members": members, "sessions": held, "today": today,
        "may_keep": may_keep(actor, found.data_class), "page_class": found.data_class,
    }  # fmt: skip
    return form_page(request, form, "sessions/group", **context)


def _take_in(request: HttpRequest, found: Group, key: UUID) -> None:
    """One by one, each an act of its own; who may not be together with somebody there is named, and never why."""
    row = asks.could_join(found, actor=actor_of(request)).filter(pk=key).first()
    if row is None:
        return
    try:
        add_member(
            group_id=found.pk, enrolment_id=row.pk, on=timezone.localdate(), actor=actor_of(request), at=timezone.now()
        )
    except Refused as refusal:
        messages.error(request, f"{row.person.full_name}: {refusal}")


@needs(SEES)
@require_POST
def leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody is no longer in a group."""
    member = end_member(member_id=pk, on=timezone.localdate(), actor=keeper_of(request), at=timezone.now())
    messages.success(request, _("They are no longer in the group."))
    return redirect("casework:group", member.group_id)
