"""The pages for one of us: where a concern is raised, and, for whoever holds some, which wait."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from rihai.accounts.models import Account
from rihai.errors import Refused
from rihai.helpline.concerns.clocks import IN_DANGER, WITHIN, What, in_words
from rihai.helpline.concerns.forms import OurForm
from rihai.helpline.concerns.line import accounts_to_name
from rihai.helpline.concerns.operations import raise_concern
from rihai.helpline.concerns.queries import concerns_for
from rihai.helpline.concerns.views.public import shown as numbers
from rihai.kit.actor import Actor
from rihai.kit.audit.reads import listed
from rihai.kit.gate import signed_in
from rihai.kit.views.asked import actor_of

MOST = 60


@signed_in
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """How a concern is raised; and those the reader holds, if any. For everybody else the page is always the same."""
    rows, now = list(concerns_for(actor_of(request))[:MOST]), timezone.now()
    if rows:
        listed(request, "helpline.sealed", len(rows))
    within = [
        (what.label, in_words(IN_DANGER[what]), in_words(WITHIN[what])) for what in (What.READ, What.STEP, What.DECIDE)
    ]
    return render(request, "helpline/concerns/index.html", {"rows": rows, "now": now, "within": within})


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Raise one, for oneself or for whoever tells it; after it code and PIN. No log says who opened or sent this."""
    actor, at = actor_of(request), timezone.now()
    form = OurForm(request.POST or None, colleagues=colleagues_of(actor))
    template, status = "helpline/concerns/new.html", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            about = Account.objects.filter(pk__in=[form.cleaned_data.get("chosen") or None]).first()
            try:
                given = raise_concern(
                    said=form.said(form.cleaned_data["way"]), key=form.cleaned_data["key"], about=about, actor=actor,
                    at=at,
                )  # fmt: skip
            except Refused as refusal:
                form.add_error(None, str(refusal))
                status = 409
            else:
                return render(request, "helpline/concerns/kept.html", numbers(given))
    return render(request, template, {"form": form}, status=status)


def colleagues_of(actor: Actor) -> list[tuple[str, str]]:
    """Whom one of us may choose from: who works here but themselves. A partner is told nobody’s name."""
    if not accounts_to_name().filter(pk=actor.pk).exists():
        return []
    return [(str(one.pk), one.name) for one in accounts_to_name() if one.pk != actor.pk]
