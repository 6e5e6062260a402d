"""The pages of academies: all ways, a course's own way, a step, an academy."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.academy import operations
from rihai.training.academy.forms import AcademyForm, StepForm, WithdrawForm
from rihai.training.academy.models import Academy, WayStep
from rihai.training.academy.queries import ways, withdrawn
from rihai.training.courses.models import Course
from rihai.training.pages import act_page, one_of, who
from rihai.training.reach import KEEP, READ, places_for


def _crumbs(course: Course | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("training:academies"), _("Into the academies"))]
    return [*rows, (reverse("training:way", args=[course.pk]), course.shown)] if course else rows


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """How far each course has come in each academy."""
    context = {
        "ways": ways(), "academies": list(Academy.objects.all()), "may": actor_of(request).may(KEEP),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "training/academy/index.html", context)


@needs(READ)
@require_GET
def way(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One course's way into the academies, step by step."""
    course = one_of(Course.objects.all(), pk)
    context = {
        "course": course, "ways": ways(pk), "withdrawn": withdrawn(pk), "may": actor_of(request).may(KEEP),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "training/academy/way.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a step down."""
    course = one_of(Course.objects.all(), pk)
    start = {"on": timezone.localdate()}
    form = StepForm(request.POST or None, request.FILES or None, initial=start)
    return act_page(
        request, form, title=_("A step into an academy"), word=_("Write it down"), crumbs=_crumbs(course),
        act=lambda: operations.take_step(course_id=pk, said=form.said(), **who(request)),
        to=lambda _made: reverse("training:way", args=[pk]), says=_("The step is written down."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withdraw a step that was written down wrongly."""
    one = one_of(WayStep.objects.select_related("course", "academy"), pk)
    form = WithdrawForm(request.POST or None)
    return act_page(
        request, form, title=_("Withdraw a step"), word=_("Withdraw it"), crumbs=_crumbs(one.course),
        act=lambda: operations.withdraw_step(step_id=pk, because=form.cleaned_data["because"], **who(request)),
        to=lambda _made: reverse("training:way", args=[one.course_id]), says=_("The step counts no more."),
        before=f"{one.get_step_display()} · {one.source}", before_title=one.academy.shown,
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def academy(request: HttpRequest, pk: UUID | None = None) -> HttpResponse:
    """Write an academy down, or mend it."""
    record = one_of(Academy.objects.all(), pk) if pk else None
    form = AcademyForm(request.POST or None, record=record, places=places_for(actor_of(request), KEEP))
    return act_page(
        request, form, title=record.shown if record else _("An academy"), word=_("Keep it"), crumbs=_crumbs(),
        act=lambda: operations.keep_academy(
            academy_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
        to=lambda _made: reverse("training:academies"), says=_("The academy is kept."),
    )  # fmt: skip
