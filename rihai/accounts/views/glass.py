"""Break-glass: asking, one's own accesses, standing beside somebody, and the review."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rihai.accounts.asked import Asked
from rihai.accounts.forms.desk import GlassForm, ReviewForm
from rihai.accounts.operations import ask_to_open, confirm_second, end_opening, refuse_second, review_opening
from rihai.accounts.queries import accounts_who_may
from rihai.accounts.queries.glass import (
    is_overdue,
    of_others_to_review,
    opening_of,
    openings_of,
    review_for,
    reviewed,
    second_awaited,
    seconds_awaited,
    to_review,
)
from rihai.accounts.views.answers import done, form_page, posted
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.offers import FindsPerson, offered

PAGE = 50


@needs("glass.break")
@require_safe
def glass(request: Asked) -> HttpResponse:
    """My accesses for a stated reason."""
    now = timezone.now()
    rows = [(one, one.is_open(now), _page_of(one.person_id)) for one in openings_of(request.user)[:PAGE]]
    return render(request, "accounts/glass.html", {"openings": rows})


@needs("glass.break")
@sensitive_post_parameters("number", "reason")
@require_http_methods(["GET", "POST"])
def ask(request: Asked) -> HttpResponse:
    """Ask to open one person."""
    seconds = accounts_who_may("glass.second", on=timezone.localdate()).exclude(pk=request.user.pk)
    form = GlassForm(posted(request), seconds=seconds)
    if request.method == "POST" and form.is_valid():
        made, kept = done(form, lambda: ask_to_open(actor=request.user, at=timezone.now(), **form.cleaned_data))
        if kept and made:
            waits = _("The second person was told. It opens when they confirm.")
            messages.success(
                request, waits if made.waits_for_second else _("It is open, for its time. It will be reviewed.")
            )
            return redirect("accounts:glass")
    return form_page(request, form, "ask", hours=-(-settings.BREAK_GLASS_MINUTES // 60))


@needs("glass.break")
@require_POST
def end_glass(request: Asked, pk: UUID) -> HttpResponse:
    """End an access before its time."""
    end_opening(glass=opening_of(request.user, pk), actor=request.user, at=timezone.now())
    messages.success(request, _("The access is ended."))
    return redirect("accounts:glass")


@needs("glass.second")
@require_safe
def seconds(request: Asked) -> HttpResponse:
    """What waits for my word as second named person."""
    rows = seconds_awaited(request.user, at=timezone.now())
    return render(request, "accounts/seconds.html", {"askings": rows})


@needs("glass.second")
@require_http_methods(["GET", "POST"])
def second(request: Asked, pk: UUID) -> HttpResponse:
    """Confirm or refuse one asking."""
    at = timezone.now()
    found = second_awaited(request.user, pk, at=at)
    form = Form(posted(request))
    if request.method == "POST" and form.is_valid():
        act = confirm_second if "confirm" in request.POST else refuse_second
        _nothing, kept = done(form, lambda: act(glass=found, actor=request.user, at=at))
        if kept:
            messages.success(request, _("Your answer is kept, and they are told."))
            return redirect("accounts:seconds")
    return form_page(request, form, "second", asking=found)


@needs("glass.review")
@require_safe
def reviews(request: Asked) -> HttpResponse:
    """What is to be reviewed, and what was."""
    today = timezone.localdate()
    waiting = [(one, is_overdue(one, today)) for one in to_review(request.user)[:PAGE]]
    others = of_others_to_review(request.user)
    context = {"waiting": waiting, "others": others, "reviewed": reviewed(request.user)[:PAGE]}
    return render(request, "accounts/reviews.html", context)


@needs("glass.review")
@require_http_methods(["GET", "POST"])
def review(request: Asked, pk: UUID) -> HttpResponse:
    """Review one access."""
    found = review_for(request.user, pk)
    form = ReviewForm(posted(request))
    if request.method == "POST" and form.is_valid():
        act = lambda: review_opening(glass=found, actor=request.user, at=timezone.now(), **form.cleaned_data)  # noqa: E731
        _nothing, kept = done(form, act)
        if kept:
            messages.success(request, _("The review is kept, and they are told."))
            return redirect("accounts:reviews")
    return form_page(request, form, "review", opening=found, may_log=request.user.may("audit.read"))


def _page_of(person_id: UUID) -> str:
    """Where the person is opened, when a room offers such a page."""
    return next((offer.page(person_id) for offer in offered(FindsPerson) if offer.page), "")
