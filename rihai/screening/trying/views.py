"""The pages of trying law: versions at hand, a comparison, putting one into force, going back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.jobs import Job, JobState
from rihai.people.views.asked import actor_of, uuid_in
from rihai.screening.law.packs import law_on
from rihai.screening.trying.drafts import draft_in, folders, home
from rihai.screening.trying.forms import ReasonForm
from rihai.screening.trying.models import ChangeKind, LawTrial, LivePack
from rihai.screening.trying.operations import MAY, go_back, put_in_force, try_law
from rihai.screening.trying.queries import changes, sums, trial_of, trials
from rihai.screening.trying.shown import cite_in, lines_of, title_in


@needs(MAY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The versions in force, those laid by to be tried, and what was compared."""
    today = timezone.localdate()
    live = {one.pack: one for one in LivePack.objects.select_related("kept")}
    context = {
        "packs": [(pack, live.get(pack.id)) for pack in law_on(today).packs],
        "drafts": [draft_in(name) for name in folders()],
        "home": home().name,
        "trials": trials(),
    }
    return render(request, "screening/trying/index.html", context)


@needs(MAY)
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Start a comparison."""
    try:
        made = try_law(folder=request.POST.get("folder", "")[:80], actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("screening:trying")
    return redirect("screening:trial", made.pk)


@needs(MAY)
@require_GET
@never_cache
def trial(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One comparison: how far it is; then who changes and why."""
    found, actor = _trial(pk), actor_of(request)
    job = Job.objects.filter(pk=found.job_id).first() if found.job_id else None
    context: dict[str, Any] = {
        "trial": found,
        "job": job,
        "has_failed": job is not None and job.state == JobState.FAILED,
    }
    if found.ended_at:
        provision, kind = request.GET.get("provision", "")[:80], request.GET.get("kind", "")
        if provision not in found.words:
            provision = ""
        rows, more = changes(found, actor=actor, provision=provision, kind=kind, after=uuid_in(request, "after"))
        listed(request, "screening.trial", len(rows), {"trial": found.pk, "provision": provision})
        later = request.GET.copy()
        if more:
            later["after"] = str(rows[-1].pk)
        context |= {
            "sums": [
                (one, title_in(found, one.provision), cite_in(found, one.provision)) for one in sums(found, actor)
            ],
            "rows": lines_of(rows, found),
            "provision": provision,
            "kind": kind,
            "kinds": ChangeKind.choices,
            "later": f"?{later.urlencode()}" if more else "",
            "may_export": actor.may("exports.make"),
            "is_current": found.against_digest == law_on(timezone.localdate()).digest,
        }
    return render(request, "screening/trying/trial.html", context)


@needs(MAY)
@require_http_methods(["GET", "POST"])
def force(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put the version that was tried into force, for a stated reason."""
    found = _trial(pk)

    def act(reason: str) -> None:
        put_in_force(trial_id=found.pk, reason=reason, actor=actor_of(request), at=timezone.now())

    return _reasoned(request, act, "force", {"trial": found})


@needs(MAY)
@require_http_methods(["GET", "POST"])
def back(request: HttpRequest, pack: str) -> HttpResponse:
    """Go back to the version of the settings, for a stated reason."""
    live = LivePack.objects.select_related("kept").filter(pk=pack[:40]).first() if pack.isprintable() else None
    if live is None:
        raise Http404(pack)

    def act(reason: str) -> None:
        go_back(pack=live.pack, reason=reason, actor=actor_of(request), at=timezone.now())

    return _reasoned(request, act, "back", {"live": live})


def _reasoned(request: HttpRequest, act: Any, template: str, context: dict[str, Any]) -> HttpResponse:
    form, status = ReasonForm(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                act(form.cleaned_data["reason"])
                messages.success(request, _("Everybody is being screened again."))
                return redirect("screening:trying")
            except NotFound as missing:
                raise Http404(str(missing)) from missing
            except Refused as refusal:
                form.add_error(None, str(refusal))
                status = 409
    return render(request, f"screening/trying/{template}.html", {"form": form, **context}, status=status)


def _trial(pk: UUID) -> LawTrial:
    found = trial_of(pk)
    if found is None:
        raise Http404(str(pk))
    return found
