"""The pages of evidence: taking it in, its log and its check, the file itself, and the packet to verify it by."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download
from rihai.monitoring.evidence import operations
from rihai.monitoring.evidence.forms import HandleForm, TakeInForm, TakeOutForm
from rihai.monitoring.evidence.models import EvidenceItem
from rihai.monitoring.evidence.papers import name_of
from rihai.monitoring.evidence.queries import item_seen, problems_of
from rihai.monitoring.incidents.views.asked import FORM, MAY, incident_or_404, under
from rihai.monitoring.views import done, found


@needs(MAY)
@FORM
def take_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a file in."""
    one = incident_or_404(request, pk)
    form = TakeInForm(request.POST or None, request.FILES or None)

    def act() -> EvidenceItem:
        given = form.cleaned_data["file"]
        return operations.take_in(
            incident_id=one.pk, content=given.read(), name=given.name, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip

    return under(
        request, one, form, act, title=_("Take evidence in"), word=_("Take it in"), anchor="#evidence",
        says=_("It is taken in as it is, sealed, and its digest is kept."),
        standfirst=_("The original is never changed. Photographs only with their consent."),
    )  # fmt: skip


@needs(MAY)
@FORM
def item(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One item: whether it is as it came, its log, and one more line for it."""
    row = found(item_seen(pk, actor=actor_of(request)), pk)
    one = incident_or_404(request, row.incident_id)
    form = HandleForm(request.POST or None)
    return under(
        request, one, form, title=f"{row}: {row.what}", word=_("Add the line"),
        to=lambda _made: reverse("monitoring:evidence", args=[row.pk]), template="monitoring/evidence/item.html",
        act=lambda: operations.handle(item_id=row.pk, **_said(form), actor=actor_of(request), at=timezone.now()),
        item=row, lines=list(row.custody.all()), problems=problems_of(row), form_title=_("One more line"),
    )  # fmt: skip


def _said(form: HandleForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("kind", "who", "says")}


@needs(MAY)
@require_POST
@never_cache
def file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The file itself, as it came; its log says that it was viewed. By a button, not a link: it changes the log."""
    row = found(item_seen(pk, actor=actor_of(request)), pk)
    incident_or_404(request, row.incident_id)
    one, content = operations.open_file(item_id=row.pk, actor=actor_of(request), at=timezone.now())
    return download(content, name_of(one), one.media_type)


@needs(MAY)
@FORM
@never_cache
def take_out(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The packet by which somebody outside can verify it."""
    one = incident_or_404(request, pk)
    if not one.evidence.exists():
        raise Http404(str(pk))
    form = TakeOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = done(form, lambda: operations.take_out(
            incident_id=one.pk, why=form.cleaned_data["why"], actor=actor_of(request), at=timezone.now()
        ))  # fmt: skip
        if made is not None:
            return download(made[1], f"evidence-{one.code}.zip", "application/zip")
    return under(
        request, one, form, lambda: None, title=_("Take evidence out, to be verified"), word=_("Make the packet"),
        standfirst=_("Originals, their digests, the log of custody, and how to verify them. Keep it as safe as these."),
    )  # fmt: skip
