"""A concern that was kept its time: kept on, or erased by two people, of whom the second may read nothing of it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from rihai.errors import NotFound, Refused
from rihai.helpline.concerns import operations
from rihai.helpline.concerns.forms import EraseForm, KeepForm
from rihai.helpline.concerns.overdue import DESK, due_for
from rihai.helpline.concerns.views.one import FORM, act_page, concern_or_404
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs, signed_in
from rihai.kit.views.asked import actor_of


@signed_in
@FORM
def keep(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is needed longer."""
    one, at, form = concern_or_404(request, pk), timezone.now(), KeepForm(request.POST or None)

    def act() -> object:
        return operations.keep_on(
            concern_id=pk, version=one.version, actor=actor_of(request), at=at, **form.cleaned_data
        )

    says = _("What is not needed any more endangers whom it names. Say why this still is.")
    return act_page(request, one, form, act, title=_("Keep it longer"), word=_("Keep it"), standfirst=says)


@signed_in
@FORM
def erase(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whoever holds it asks that it is erased; another who holds it agrees."""
    one, at = concern_or_404(request, pk), timezone.now()
    is_asked = one.erase_asked_by_id is not None
    form = EraseForm(request.POST or None, initial={"is_second": is_asked})

    def act() -> object:
        run = operations.agree_to_erase if form.cleaned_data["is_second"] else operations.ask_to_erase
        return run(concern_id=pk, actor=actor_of(request), at=at)

    says = _(
        "All words go, who raised it, and whom it was about. What sort it was, its outcome and its days stay, to be "
        "counted. Whoever is kept from people stays so."
    )
    word = _("Erase it for good") if is_asked else _("Ask a second person to agree")
    return act_page(request, one, form, act, title=_("Erase it"), word=word, standfirst=says)


@needs(DESK)
@FORM
def kept(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For the desk of data protection: its code and days, and whether it agrees; nothing of what it is about."""
    actor, at = actor_of(request), timezone.now()
    found = due_for(actor, timezone.localdate(at), pk=pk)
    if not found:
        raise Http404(str(pk))
    listed(request, "helpline.sealed", 1, {"concern": pk})
    if request.method == "POST":
        try:
            operations.agree_to_erase(concern_id=pk, actor=actor, at=at)
        except NotFound as missing:
            raise Http404(str(missing)) from missing
        except Refused as refusal:
            messages.warning(request, str(refusal))
            return redirect("helpline:concern-kept", pk)
        messages.success(request, _("It is erased."))
        return redirect("accounts:desk")
    one = found[0]
    may_agree = one.erase_asked_by_id not in {None, actor.pk}
    return render(request, "helpline/concerns/desk.html", {"one": one, "may_agree": may_agree})
