"""What a partner sees by a link: nothing but the least data of one pack, after the second secret, for a time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rihai.kit.forms import PinForm
from rihai.kit.gate import public
from rihai.kit.links import HEADERS
from rihai.legal.papers.operations.links import live, look
from rihai.legal.papers.receivers import FIELDS, RECEIVERS


@public
@never_cache
@require_http_methods(["GET", "POST"])
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks for the second secret, then shows the pack. A link that is over, or never was, shows the same nothing."""
    now = timezone.now()
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        seen = look(secret=secret, pin=form.cleaned_data["pin"], at=now)
        if seen.state == "open" and seen.pack:
            columns = [(name, FIELDS[name].label) for name in RECEIVERS[seen.pack.receiver].fields]
            people = [[(label, row[name]) for name, label in columns if row.get(name)] for row in seen.rows]
            return _answer(request, "open", 200, pack=seen.pack, people=people)
        if seen.state == "wrong":
            return _answer(request, "wrong", 403, form=PinForm())
    if live(secret, at=now) is None:
        return _answer(request, "gone", 404)
    return _answer(request, "ask", 400 if form.is_bound else 200, form=form)


def _answer(request: HttpRequest, state: str, status: int, **context: object) -> HttpResponse:
    answer = render(request, "legal/papers/shared.html", {"state": state, **context}, status=status)
    for name, value in HEADERS.items():
        answer.headers[name] = value
    return answer
