"""Release plans: the list, one of them, its points, the gate, the meeting, whose it is; and the page for her."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.casework.aftercare.forms import EndForm, GateForm, GiveForm, MeetingForm, MetForm, PointForm
from rihai.casework.aftercare.forms.plan import ABSENT, ROLES
from rihai.casework.aftercare.models import ReleasePlan
from rihai.casework.aftercare.operations import (
    begin_plan,
    end_plan,
    give_plan,
    record_meeting,
    record_met,
    set_gate,
    set_point,
)
from rihai.casework.aftercare.operations.reach import cares_for
from rihai.casework.aftercare.paper import today_pdf
from rihai.casework.aftercare.queries.plans import (
    LIVE,
    hearings_after,
    last_numbers,
    list_plans,
    page_of,
    point_of,
)
from rihai.casework.aftercare.queries.sight import may_follow, may_keep
from rihai.casework.aftercare.tables import points
from rihai.casework.aftercare.views.asked import FOLDER, form_page, plan_or_404
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.files import download
from rihai.people.views.asked import actor_of, done, person_or_404, uuid_in

KEEP = "casework.keep"


@needs("people.see")
@require_GET
def plans(request: HttpRequest) -> HttpResponse:
    """Plans being made, those that are nobody's, mine, and people after release."""
    actor = actor_of(request)
    tabs = {"open": _("Being made"), "nobody": _("Nobody’s yet"), "mine": _("Mine"), "after": _("After release")}
    tab = request.GET.get("tab", "open")
    tab = tab if tab in tabs else "open"
    found = list_plans(tab, actor=actor, after=uuid_in(request, "after"))
    listed(request, "casework.plans", len(found.rows), {"tab": tab})
    context = {
        "tab": tab, "found": found, "number_of_points": len(points()), "may_export": actor.may("exports.make"),
        "tabs": [(f"?tab={code}", title, code == tab) for code, title in tabs.items()],
        "later": f"?tab={tab}&after={found.later}" if found.later else "",
        "first": f"?tab={tab}" if "after" in request.GET else "",
    }  # fmt: skip
    return render(request, f"{FOLDER}plans.html", context)


@needs("people.see")
@require_GET
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One plan: what is settled, what is next, the gate, and what comes after it."""
    actor, shown = actor_of(request), plan_or_404(request, pk)
    page = page_of(shown, actor=actor)
    meetings = [
        (one, [(ROLES.get(role, role), ABSENT.get(said["why"], said["why"])) for role, said in one.attendance.items()])
        for one in page.meetings
    ]
    context = {
        "plan": shown, "person": shown.person, "page": page, "meetings": meetings, "today": timezone.localdate(),
        "may": may_keep(actor) and shown.state in LIVE, "may_follow": may_follow(actor),
        "cares": shown.state in LIVE and cares_for(shown.person_id, actor=actor), "came": shown.handed_up_on,
        "is_mine": shown.owner_id == actor.pk,
        "may_give": may_keep(actor) and (shown.owner_id == actor.pk or actor.may("casework.supervise")),
    }  # fmt: skip
    return render(request, f"{FOLDER}plan.html", context)


@needs(KEEP)
@require_POST
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin a plan by hand."""
    person = person_or_404(request, pk)
    form = EndForm()
    made = done(form, lambda: begin_plan(person_id=person.pk, actor=actor_of(request), at=timezone.now()))
    if made is None:
        messages.error(request, " ".join(str(one) for one in form.non_field_errors()))
        return redirect("people:person", person.pk)
    messages.success(request, _("The plan has begun. Go through the points with the person."))
    return redirect("casework:release-plan", made.pk)


@needs("people.see")
@require_http_methods(["GET", "POST"])
def point(request: HttpRequest, pk: UUID, code: str) -> HttpResponse:
    """How one point stands; those of health for whoever cares for the person's health too."""
    shown, asked = plan_or_404(request, pk), points().get(code)
    actor = actor_of(request)
    if asked is None or not (may_keep(actor) or (asked.is_health and cares_for(shown.person_id, actor=actor))):
        raise Http404(code)
    row = point_of(shown, code)
    form = PointForm(request.POST or None, today=timezone.localdate(), point=asked, record=row)

    def act() -> Any:
        said = form.cleaned_data
        return set_point(
            plan_id=shown.pk, code=code, version=form.record_version, state=said["state"], evidence=said["evidence"],
            owner=said["owner"], due_on=said["due_on"], care=said.get("care") or "", actor=actor, at=timezone.now(),
        )  # fmt: skip

    return _one(
        request, shown, form, act, title=asked.title, says=asked.hint, word=_("Keep it"), kept=_("It is written down.")
    )


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def gate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The day, the gate, and how the person can be reached when out."""
    shown = plan_or_404(request, pk)
    fill = {} if shown.call_number else last_numbers(actor_of(request))
    form = GateForm(request.POST or None, today=timezone.localdate(), record=shown)
    for name, value in fill.items():
        form.initial[name] = form.initial.get(name) or value
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}

    def act() -> Any:
        return set_gate(
            plan_id=shown.pk, version=form.record_version, said=said, actor=actor_of(request), at=timezone.now()
        )

    return _one(
        request, shown, form, act, title=_("The day and the gate"), word=_("Keep it"), kept=_("It is written down."),
        says=_("Who waits at the gate, and how the person can be reached safely afterwards."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The hand-over meeting."""
    shown, today = plan_or_404(request, pk), timezone.localdate()
    form = MeetingForm(request.POST or None, today=today, initial={"held_on": today, "came_herself": "yes"})

    def act() -> Any:
        said = form.cleaned_data
        return record_meeting(
            plan_id=shown.pk, held_on=said["held_on"], where=said["where"], attendance=form.attendance,
            decisions=said["decisions"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _one(
        request, shown, form, act, title=_("Hand-over meeting"), word=_("Keep the meeting"),
        kept=_("The meeting is written down."),
        says=_("Those who go on with the person sit together before the gate opens."),
    )  # fmt: skip


@needs("people.see")
@require_http_methods(["GET", "POST"])
def met(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whether the person was met."""
    shown = plan_or_404(request, pk)
    if not may_follow(actor_of(request)):
        raise Http404(str(pk))
    form = MetForm(request.POST or None, today=timezone.localdate(), record=shown)

    def act() -> Any:
        said = form.cleaned_data
        return record_met(
            plan_id=shown.pk, version=form.record_version, met=said["met"], note=said["met_note"],
            actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _one(request, shown, form, act, title=_("At the gate"), word=_("Keep it"), kept=_("It is written down."))


@needs(KEEP)
@require_POST
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a plan that is nobody's."""
    shown, actor, form = plan_or_404(request, pk), actor_of(request), EndForm()
    taken = done(
        form,
        lambda: give_plan(plan_id=shown.pk, version=shown.version, to=actor.pk, actor=actor, at=timezone.now()),
    )
    if taken:
        messages.success(request, _("The plan is yours. You see the person until it ends, wherever they are."))
    else:
        messages.error(request, " ".join(str(one) for one in form.non_field_errors()))
    return redirect("casework:release-plan", shown.pk)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand the plan on."""
    shown = plan_or_404(request, pk)
    form = GiveForm(request.POST or None, today=timezone.localdate(), initial={"version": shown.version})

    def act() -> Any:
        said = form.cleaned_data
        return give_plan(
            plan_id=shown.pk, version=said["version"], to=said["to"].pk, actor=actor_of(request), at=timezone.now()
        )

    return _one(
        request, shown, form, act, title=_("Hand the plan on"), word=_("Hand it on"), kept=_("The plan is handed on."),
        says=_("Whoever has the plan sees the person until it ends; the one before sees them no longer by it."),
        to_list=True,
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nobody works by the plan any more."""
    shown = plan_or_404(request, pk)
    form = EndForm(request.POST or None, initial={"version": shown.version})

    def act() -> Any:
        said = form.cleaned_data
        return end_plan(
            plan_id=shown.pk, version=said["version"], why=said["why"], actor=actor_of(request), at=timezone.now()
        )

    return _one(
        request, shown, form, act, title=_("End the plan"), word=_("End it"), kept=_("The plan is ended."),
        says=_("Follow-ups that wait are asked no more. What was written stays."), to_list=True,
    )  # fmt: skip


@needs("people.see")
@never_cache
@require_GET
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The one page she takes along: what to do first, the papers, the next days, whom to call."""
    shown, today = plan_or_404(request, pk), timezone.localdate()
    if not may_follow(actor_of(request)):
        raise Http404(str(pk))
    page = page_of(shown, actor=actor_of(request))
    content = today_pdf(page, day=today, next_hearing=hearings_after(shown.person_id, today))
    return download(content, f"plan-{str(shown.pk)[:8]}.pdf", "application/pdf")


def _one(
    request: HttpRequest, shown: ReleasePlan, form: Any, act: Any, *, title: Any, word: Any, kept: Any, says: Any = "",
    to_list: bool = False,
) -> HttpResponse:  # fmt: skip
    """A form about a plan: the act when it is whole, and back to the plan."""
    back = reverse("casework:release-plan", args=[shown.pk])
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, kept)
        return redirect("casework:release-plans") if to_list else redirect(back)
    return form_page(request, form, person=shown.person, title=title, word=word, back=back, says=says)
