"""The page of a receiver's link: asks for the second secret, then shows their part and takes their answers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rihai.coordination.briefing.forms import ByLinkForm
from rihai.coordination.briefing.links import Look, live_link, look, take_answers
from rihai.coordination.briefing.shown import line_shown
from rihai.errors import Refused
from rihai.kit.files import FileRefused
from rihai.kit.forms import PinForm
from rihai.kit.gate import public
from rihai.kit.links import HEADERS


@public
@never_cache
@require_http_methods(["GET", "POST"])
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks for the code, shows the part, takes answers. A link that is over shows nothing."""
    now = timezone.now()
    if request.method == "POST" and "by_name" in request.POST:
        return _taken(request, secret)
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        pin = form.cleaned_data["pin"]
        seen = look(secret=secret, pin=pin, at=now)
        if seen.state == "open":
            return _answer(request, "open", 200, seen=seen, form=ByLinkForm(lines=seen.lines, pin=pin))
        if seen.state == "wrong":
            return _answer(request, "wrong", 403, form=PinForm())
    if live_link(secret, at=now) is None:
        return _answer(request, "gone", 404)
    return _answer(request, "ask", 400 if form.is_bound else 200, form=form)


def _taken(request: HttpRequest, secret: str) -> HttpResponse:
    """The answers that came with the code."""
    now, pin = timezone.now(), request.POST.get("pin", "")[:20]
    seen = look(secret=secret, pin=pin, at=now)
    if seen.state != "open":
        return _answer(request, seen.state, 403 if seen.state == "wrong" else 404, form=PinForm())
    form = ByLinkForm(request.POST, request.FILES, lines=seen.lines, pin=pin)
    if form.is_valid():
        said = form.said()
        try:
            after = take_answers(
                secret=secret, pin=pin, by_name=form.cleaned_data["by_name"], answers=said, at=now
            )  # fmt: skip
            return _answer(request, "taken", 200, seen=after, count=len(said))
        except (Refused, FileRefused) as refusal:
            form.add_error(None, str(refusal))
    return _answer(request, "open", 422, seen=seen, form=form)


def _answer(request: HttpRequest, state: str, status: int, **context: object) -> HttpResponse:
    form, seen = context.get("form"), context.get("seen")
    if isinstance(form, ByLinkForm):
        context["rows"] = [(line_shown(line), fields) for line, fields in form.rows]
    if isinstance(seen, Look) and seen.link is not None:
        context["sending"], context["briefing"] = seen.link.sending, seen.link.sending.briefing
    page = render(request, "coordination/briefing/shared.html", {"state": state, **context}, status=status)
    for name, value in HEADERS.items():
        page.headers[name] = value
    return page
