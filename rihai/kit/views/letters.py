"""The page of a letter: in which form and language, then the file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rihai.kit.exports.forms import LetterForm
from rihai.kit.gate import signed_in
from rihai.kit.letters.make import letter_named, make, text_of
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, name: str, subject: str) -> HttpResponse:
    """Ask how, then give the letter about the subject."""
    actor = actor_of(request)
    offer = letter_named(name, actor)
    text = text_of(offer, actor, subject, get_language() or "en")
    form = LetterForm(request.POST or None, initial={"kind": "docx", "language": get_language()})
    if request.method == "POST" and form.is_valid():
        how = form.cleaned_data
        made = make(offer, actor=actor, at=timezone.now(), subject=subject, kind=how["kind"], language=how["language"])
        return download(made.content, made.name, made.media_type)
    return render(request, "kit/letter.html", {"offer": offer, "form": form, "text": text})
