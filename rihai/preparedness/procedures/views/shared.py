"""The page of a link: asks for the code, shows what the post is to read, and takes that it was read. No account."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rihai.kit.forms import PinForm
from rihai.kit.gate import public
from rihai.kit.links import HEADERS
from rihai.kit.views.files import download
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.procedures import links
from rihai.preparedness.procedures.forms import ReadForm
from rihai.preparedness.procedures.queries import acknowledge_by


@public
@never_cache
@require_http_methods(["GET", "POST"])
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """A link that is over shows nothing; every look is written down."""
    now = timezone.now()
    if request.method == "POST" and "name" in request.POST:
        return _read(request, secret)
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        pin = form.cleaned_data["pin"]
        seen = links.look(secret=secret, pin=pin, at=now)
        if seen.state == "open" and "file" in request.POST:
            return _file(request, seen)
        if seen.state == "open":
            return _answer(request, "open", 200, seen=seen, form=ReadForm(initial={"pin": pin}))
        if seen.state == "wrong":
            return _answer(request, "wrong", 403, form=PinForm())
    if links.live_link(secret, at=now) is None:
        return _answer(request, "gone", 404)
    return _answer(request, "ask", 400 if form.is_bound else 200, form=form)


def _read(request: HttpRequest, secret: str) -> HttpResponse:
    """The holder says that they have read it."""
    now, form = timezone.now(), ReadForm(request.POST)
    pin = request.POST.get("pin", "")[:20]
    if not form.is_valid():
        seen = links.look(secret=secret, pin=pin, at=now)
        if seen.state == "open":
            return _answer(request, "open", 422, seen=seen, form=form)
    else:
        seen = links.acknowledge_by_link(secret=secret, pin=pin, name=form.cleaned_data["name"], at=now)
        if seen.state == "open":
            return _answer(request, "taken", 200, seen=seen)
    return _answer(request, seen.state, 403 if seen.state == "wrong" else 404, form=PinForm())


def _file(request: HttpRequest, seen: links.Look) -> HttpResponse:
    kept = links.file_of(seen.link, request.POST["file"]) if seen.link else None
    if kept is None:
        raise Http404("file")
    stored, content = kept
    return _closed(download(content, stored.name or "file", stored.media_type))


def _answer(request: HttpRequest, state: str, status: int, **context: object) -> HttpResponse:
    seen = context.get("seen")
    if isinstance(seen, links.Look) and seen.link is not None:
        text = seen.link.edition
        context |= {"text": text, "one": text.procedure, "place": seen.link.place, "by": acknowledge_by(text),
                    "post": PostOf(seen.link.post).label, "said": seen.said}  # fmt: skip
    return _closed(render(request, "preparedness/procedures/shared.html", {"state": state, **context}, status=status))


def _closed(page: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        page.headers[name] = value
    return page
