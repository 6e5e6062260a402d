"""The page of an export: in which form and language, then the file or the job that makes it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rihai.kit.classes import DataClass
from rihai.kit.exports.forms import ExportForm
from rihai.kit.exports.job import ask_for
from rihai.kit.exports.make import export_named, is_small, make
from rihai.kit.gate import signed_in
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, name: str) -> HttpResponse:
    """Ask how, then give the file; a large one is made as a job. What filters the rows stands in the address."""
    actor, filters = actor_of(request), request.GET.dict()
    offer = export_named(name, actor)
    form = ExportForm(request.POST or None, initial={"kind": "xlsx", "language": get_language()})
    if request.method == "POST" and form.is_valid():
        kind, language = form.cleaned_data["kind"], form.cleaned_data["language"]
        at = timezone.now()
        if is_small(offer, actor, filters, kind):
            made = make(offer, actor=actor, at=at, filters=filters, kind=kind, language=language)
            return download(made.content, made.name, made.media_type)
        return redirect("kit_job", ask_for(name, actor=actor, at=at, filters=filters, kind=kind, language=language).pk)
    shown = {
        "offer": offer,
        "form": form,
        "rows": offer.count(actor, filters),
        "word": DataClass(offer.data_class).label,
    }
    return render(request, "kit/export.html", shown)
