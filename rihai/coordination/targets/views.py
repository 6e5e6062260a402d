"""The pages of targets: all of them, one with its chart, and what is done to it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.coordination.pages import act_page
from rihai.coordination.scope import PLAN, READ, places_for
from rihai.coordination.targets import operations, shown
from rihai.coordination.targets.forms import EndForm, ReviseForm, SetForm
from rihai.coordination.targets.models import Target
from rihai.coordination.targets.queries import KINDS, baselines, courses, targets_for
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of


def _target(request: HttpRequest, pk: UUID, capability: str = READ) -> Target:
    found = targets_for(actor_of(request), capability).filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found


def _crumbs(target: Target | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("coordination:targets"), _("Targets"))]
    if target is not None:
        rows.append((reverse("coordination:target", args=[target.pk]), target.place.shown))
    return rows


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every target that stands, with how far it has come; those that have ended below."""
    actor = actor_of(request)
    rows = list(targets_for(actor).order_by("place__name")[:200])
    standing = courses([one for one in rows if one.ended_on is None])
    listed(request, "coordination.targets", len(rows), {})
    context = {
        "rows": [(one, shown.says(one)) for one in standing], "ended": [one for one in rows if one.ended_on],
        "may_plan": actor.may(PLAN), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "coordination/targets/index.html", context)


@needs(READ)
@require_GET
def target(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One target: its chart and table, whose lists count, the arithmetic ahead, what it was before."""
    one = _target(request, pk)
    (course,) = courses([one])
    context = {
        "one": one, "course": course, "chart": shown.chart(course), "table": shown.table(course),
        "says": shown.says(course), "revisions": list(one.revisions.all()), "may_plan": actor_of(request).may(PLAN),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "coordination/targets/target.html", context)


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose a prison or a district, then set its target."""
    actor = actor_of(request)
    places = places_for(actor, PLAN, KINDS)
    chosen = str(request.GET.get("place", ""))
    place = places.filter(pk=int(chosen)).first() if chosen.isdecimal() and len(chosen) < 10 else None
    if place is None:
        taken = set(Target.objects.filter(ended_on=None).values_list("place_id", flat=True))
        rows = [one for one in places if one.pk not in taken]
        return render(request, "coordination/targets/choose.html", {"rows": rows, "page_class": "ordinary"})
    form = SetForm(request.POST or None, lists=baselines(place))
    return act_page(
        request, form, title=_("A target for %(place)s") % {"place": place.shown}, word=_("Set the target"),
        act=lambda: operations.set_target(place_id=place.pk, said=form.said(), actor=actor, at=timezone.now()),
        to=lambda made: reverse("coordination:target", args=[made.pk]), crumbs=_crumbs(),
        says=_("The target stands. Every list of prisoners that is taken in is counted against it."),
        standfirst=_("How many people under trial are to be held there at most, and by when."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def revise(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change it with a reason."""
    one = _target(request, pk, PLAN)
    form = ReviseForm(request.POST or None, target=one)
    return act_page(
        request, form, title=_("Change the target"), word=_("Change it"), crumbs=_crumbs(one),
        act=lambda: operations.revise_target(
            target_id=pk, version=form.record_version, said=form.cleaned_data, reason=form.cleaned_data["reason"],
            actor=actor_of(request), at=timezone.now(),
        ),
        to=lambda made: reverse("coordination:target", args=[made.pk]),
        says=_("The target is changed; what it was stands below it."),
        standfirst=_("The beginning stays. What the target was, and why it was changed, can be read by everybody."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End it with a reason."""
    one = _target(request, pk, PLAN)
    if one.ended_on is not None:
        return redirect("coordination:target", pk)
    form = EndForm(request.POST or None)
    return act_page(
        request, form, title=_("End the target"), word=_("End it"), crumbs=_crumbs(one),
        act=lambda: operations.end_target(
            target_id=pk, why=form.cleaned_data["why"], actor=actor_of(request), at=timezone.now()
        ),
        to=lambda made: reverse("coordination:target", args=[made.pk]), says=_("The target has ended."),
    )  # fmt: skip
