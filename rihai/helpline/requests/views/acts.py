"""The acts on a request: taken, a step, a level, read over, a paper, a new PIN, closed and opened again."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rihai.helpline.codes import in_groups
from rihai.helpline.errors import NotSo
from rihai.helpline.requests import operations
from rihai.helpline.requests.forms.sheet import CloseForm, LevelForm, PaperForm, StepForm
from rihai.helpline.requests.models import Clock, HelpRequest
from rihai.helpline.requests.triage import Told
from rihai.helpline.requests.views.asked import act_page, crumbs_of, request_or_404, tapped
from rihai.helpline.requests.views.desk import Line
from rihai.kit.files import FileRefused
from rihai.kit.gate import signed_in
from rihai.kit.views.asked import actor_of

FORM = require_http_methods(["GET", "POST"])


def _home(one: HelpRequest, anchor: str = "") -> str:
    return reverse("helpline:request", args=[one.pk]) + anchor


@Line
@require_POST
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The actor sees to it."""
    one = request_or_404(request, pk)
    return tapped(
        request, lambda: operations.take(request_id=pk, actor=actor_of(request), at=timezone.now()), to=_home(one),
        says=_("You see to it now."),
    )  # fmt: skip


@Line
@FORM
def step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who was told, or did not answer."""
    one = request_or_404(request, pk)
    asked = request.GET.get("told", "")
    form = StepForm(request.POST or None, initial={"told": asked if asked in Told.values else None})

    def act() -> object:
        return operations.note_step(request_id=pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)

    return act_page(
        request, form, act=act, to=_home(one, "#steps"), title=_("Who was told"), word=_("Write it down"),
        crumbs=crumbs_of(one), standfirst=_("No answer stops no clock: ring the next one."),
    )  # fmt: skip


@signed_in
@FORM
def level(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Graver, or less so."""
    one = request_or_404(request, pk)
    form = LevelForm(request.POST or None, initial={"level": one.level})

    def act() -> object:
        return operations.change_level(
            request_id=pk, level=form.cleaned_data["level"], actor=actor_of(request), at=timezone.now()
        )

    return act_page(
        request, form, act=act, to=_home(one), title=_("How soon"), word=_("Change it"), crumbs=crumbs_of(one),
        standfirst=_("Danger to life is lowered by a second person, never by who sees to it."),
    )  # fmt: skip


@signed_in
@require_POST
def read_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A second person has read it."""
    one = request_or_404(request, pk)
    return tapped(
        request, lambda: operations.read_over(request_id=pk, actor=actor_of(request), at=timezone.now()),
        to=_home(one), says=_("It is written down that you read it over."),
    )  # fmt: skip


@Line
@require_POST
def no_need(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A clock that is not needed any more."""
    clock = Clock.objects.filter(pk=pk).first()
    if clock is None:
        raise Http404(str(pk))
    one = request_or_404(request, clock.request_id)
    return tapped(
        request, lambda: operations.no_need(clock_id=pk, actor=actor_of(request), at=timezone.now()),
        to=_home(one, "#clocks"),
    )  # fmt: skip


@Line
@FORM
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It ends."""
    one = request_or_404(request, pk)
    form = CloseForm(request.POST or None)

    def act() -> object:
        return operations.close(
            request_id=pk, ending=form.cleaned_data["ending"], actor=actor_of(request), at=timezone.now()
        )

    return act_page(
        request, form, act=act, to=reverse("helpline:requests"), title=_("Close the request"), word=_("Close it"),
        crumbs=crumbs_of(one), says=_("It is closed. Its code goes on answering for 30 days."),
        standfirst=_("What was told is erased 30 days later, or three years where others go on with it."),
    )  # fmt: skip


@Line
@require_POST
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """There is more to do."""
    one = request_or_404(request, pk)
    return tapped(
        request, lambda: operations.open_again(request_id=pk, actor=actor_of(request), at=timezone.now()),
        to=_home(one),
    )  # fmt: skip


@Line
@require_POST
@never_cache
def pin(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A new PIN, shown once, to be said to who asked."""
    one = request_or_404(request, pk)
    given = operations.renew_pin(request_id=pk, actor=actor_of(request), at=timezone.now())
    context = {"one": one, "code": one.code_shown, "pin": in_groups(given.pin)}
    return render(request, "helpline/requests/pin.html", context)


@Line
@FORM
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A letter is kept."""
    one = request_or_404(request, pk)
    form = PaperForm(request.POST or None, request.FILES or None)

    def act() -> object:
        given = form.cleaned_data["paper"]
        try:
            return operations.add_paper(
                request_id=pk, content=given.read(), name=given.name, actor=actor_of(request), at=timezone.now()
            )
        except FileRefused as refusal:
            raise NotSo(str(refusal)) from refusal

    return act_page(
        request, form, act=act, to=_home(one), title=_("Keep a letter"), word=_("Keep it"), crumbs=crumbs_of(one)
    )
