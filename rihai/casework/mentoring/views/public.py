"""The page on which anybody may offer to be a mentor: no account, a dozen kilobytes, few askings from one address."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.casework.mentoring.forms.public import PublicForm
from rihai.casework.mentoring.operations.outside import apply_from_outside, places_asked
from rihai.kit.gate import public
from rihai.kit.slowed import too_often

MOST = 5
"""Applications from one address in an hour: a family or a village may share a telephone."""


@public
@require_http_methods(["GET", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    """The form; whoever fills in what people do not see is thanked, and nothing is kept."""
    at = timezone.now()
    places = places_asked(at=at)
    if not places.exists():
        raise Http404
    form = PublicForm(request.POST or None, places=places)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and not form.cleaned_data["website"] and too_often(request, "apply", MOST):
            form.add_error(None, _("So many applications came from here in this hour. Try again later, or ring us."))
            status = 429
        elif form.is_valid():
            if not form.cleaned_data["website"]:
                apply_from_outside(said=form.cleaned_data, at=at)
            return redirect(reverse("casework:mentor-offer") + "?thanks=1")
    context = {"form": form, "thanks": request.method == "GET" and bool(request.GET.get("thanks"))}
    return render(request, "casework/mentoring/offer.html", context, status=status)
