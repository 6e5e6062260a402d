"""The desk gives a person what is held about her: found by an exact number, counted, printed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from rihai.accounts.asked import Asked
from rihai.accounts.forms.extracts import ExtractForm, SubjectForm
from rihai.accounts.operations.extracts import CAPABILITY, find_subject, give_extract, held_of
from rihai.accounts.views.answers import done, form_page, posted
from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs
from rihai.kit.views.files import download


@needs(CAPABILITY)
@sensitive_post_parameters("number")
@never_cache
@require_http_methods(["GET", "POST"])
def extracts(request: Asked) -> HttpResponse:
    """Find the person who asks."""
    form = SubjectForm(posted(request))
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["number"]
        person_id, found = done(form, lambda: find_subject(number=number, actor=request.user, at=timezone.now()))
        if found and person_id:
            return redirect("accounts:extract", person_id)
    return form_page(request, form, "extracts")


@needs(CAPABILITY)
@never_cache
@require_http_methods(["GET", "POST"])
def extract(request: Asked, pk: UUID) -> HttpResponse:
    """How much each room holds of the person; then the paper."""
    form = ExtractForm(posted(request), initial={"language": get_language()})
    rooms = held_of(pk, actor=request.user, at=timezone.now())
    opened(request, pk)
    if request.method == "POST" and form.is_valid():
        made = give_extract(person_id=pk, actor=request.user, at=timezone.now(), **form.cleaned_data)
        return download(made.content, made.name, made.media_type)
    return form_page(request, form, "extract", rooms=rooms)
