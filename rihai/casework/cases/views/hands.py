"""From one hand to another: offering a case, the inbox of what is offered to me, and the supervisor's view."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.accounts.models import Account
from rihai.casework.cases.forms import GiveForm, OfferForm, RefuseForm
from rihai.casework.cases.operations import (
    accept_case,
    give_cases,
    offer_case,
    refuse_offer,
    take_back_offers,
    take_case,
)
from rihai.casework.cases.programmes import programme_of
from rihai.casework.cases.queries.caseload import UNASSIGNED, Asked, list_cases, loads, tab_counts, waiting_for
from rihai.casework.cases.queries.hands import MANY, colleagues_for, keepers_of
from rihai.casework.cases.queries.reach import offers_to
from rihai.casework.cases.views.asked import case_or_404, done, entry, keeps_cases, posted, status_of, told
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, uuid_in

GIVEN_AT_ONCE = 500


@keeps_cases
@require_http_methods(["GET", "POST"])
def offer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Offer a case to colleagues."""
    one = case_or_404(request, pk)
    form = OfferForm(posted(request), colleagues=colleagues_for(one, at=timezone.now()))
    return entry(
        request, one, form,
        lambda said: offer_case(
            case_id=pk, account_ids=[UUID(key) for key in said["to"]], note=said["note"], actor=actor_of(request),
            at=timezone.now(),
        ),
        title=_("Hand the case over"), word=_("Ask them"),
        kept=_("They are asked. Until somebody accepts, you have it."),
        says=_("The first who accepts has it and sees the person from then on; by this case you do no longer."),
    )  # fmt: skip


@keeps_cases
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask nobody any more."""
    case_or_404(request, pk)
    told(
        request,
        lambda: take_back_offers(case_id=pk, actor=actor_of(request), at=timezone.now()),
        _("Nobody is asked any more."),
    )
    return redirect("casework:case", pk)


@keeps_cases
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a case that nobody has; opened as a page it leads to the case, where the button is."""
    case_or_404(request, pk)
    if request.method == "POST":
        told(
            request, lambda: take_case(case_id=pk, actor=actor_of(request), at=timezone.now()), _("You have this case.")
        )
    return redirect("casework:case", pk)


@keeps_cases
@require_GET
def handovers(request: HttpRequest) -> HttpResponse:
    """The cases offered to the reader, by code and programme; nothing of the person before they accept."""
    offers = [(one, programme_of(one.programme)) for one in offers_to(actor_of(request))[:100]]
    return render(request, "casework/cases/handovers.html", {"offers": offers, "page_class": "ordinary"})


@keeps_cases
@require_POST
def accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The case is the reader's; its page opens."""
    case_id = offers_to(actor_of(request)).filter(pk=pk).values_list("case_id", flat=True).first()
    act = lambda: accept_case(offer_id=pk, actor=actor_of(request), at=timezone.now())  # noqa: E731
    if told(request, act, _("You have this case now.")) and case_id:
        return redirect("casework:case", case_id)
    return redirect("casework:handovers")


@keeps_cases
@require_http_methods(["GET", "POST"])
def refuse(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say why the reader cannot take it."""
    one = offers_to(actor_of(request)).filter(pk=pk).first()
    if one is None:
        raise Http404(str(pk))
    form = RefuseForm(posted(request))
    if (
        request.method == "POST"
        and form.is_valid()
        and done(
            form,
            lambda said: refuse_offer(offer_id=pk, reason=said["reason"], actor=actor_of(request), at=timezone.now()),
        )
    ):
        return redirect("casework:handovers")
    context = {"offer": one, "programme": programme_of(one.programme), "form": form, "page_class": "ordinary"}
    return render(request, "casework/cases/refuse.html", context, status=status_of(form))


@needs("casework.supervise")
@require_GET
def supervise(request: HttpRequest) -> HttpResponse:
    """The load of each worker, and what needs a supervisor: with nobody, waiting, untouched, overdue."""
    actor, today = actor_of(request), timezone.localdate()
    counts = tab_counts(actor=actor, today=today)
    found = loads(actor=actor, today=today)
    waiting = [(one, programme_of(one.programme)) for one in waiting_for(actor, most=20)]
    nobody = list_cases(Asked(UNASSIGNED), actor=actor, today=today)
    listed(request, "casework.loads", len(found), {})
    heaviest = max((one.weight for one in found), default=1)
    context = {
        "counts": counts, "loads": found, "waiting": waiting, "nobody": nobody, "today": today, "heaviest": heaviest,
        "form": GiveForm(colleagues=_keepers()),
    }  # fmt: skip
    return render(request, "casework/cases/supervise.html", context)


@needs("casework.supervise")
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """Cases of one worker, or of nobody, are ticked and given to another, all or none."""
    actor, today = actor_of(request), timezone.localdate()
    from_id = uuid_in(request, "from")
    form = GiveForm(posted(request), colleagues=_keepers(but=from_id))
    chosen = request.POST.getlist("case")[:GIVEN_AT_ONCE]
    if request.method == "POST" and form.is_valid():
        ids = [one for text in chosen if (one := _uuid(text))]
        count: list[int] = []
        if done(
            form,
            lambda said: count.append(
                give_cases(case_ids=ids, account_id=UUID(said["to"]), note=said["note"], actor=actor, at=timezone.now())
            ),
        ):
            says = ngettext("%(n)d case was given.", "%(n)d cases were given.", count[0]) % {"n": count[0]}
            messages.success(request, says)
            return redirect("casework:supervise")
    asked = Asked("all", worker=from_id) if from_id else Asked(UNASSIGNED)
    found = list_cases(asked, actor=actor, today=today, size=GIVEN_AT_ONCE)
    listed(request, "casework.to_give", len(found.rows), {"from": from_id} if from_id else {})
    worker = Account.objects.filter(pk=from_id).first() if from_id else None
    context = {
        "found": found,
        "form": form,
        "worker": worker,
        "from_id": from_id,
        "chosen": set(chosen),
        "today": today,
    }
    return render(request, "casework/cases/give.html", context, status=status_of(form))


def _keepers(*, but: UUID | None = None) -> list[tuple[str, str]]:
    """Who may work in ordinary cases; a health case goes by its own page."""
    found = keepers_of("personal", at=timezone.now())[:MANY]
    return [(str(one.pk), one.name) for one in found if one.pk != but]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
