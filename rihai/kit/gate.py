"""Who may enter a page: each view says so itself, and one that does not say is closed.

    @public                    anybody, signed in or not
    @signed_in                 anybody who works here
    @needs("places.edit")      whoever has the capability; others get 404, and the attempt is written down
    @by_key("api.use")         a program with a key of somebody who has the capability; never a browser's session

`Gate` is the middleware that enforces it, also for views of libraries, which are named in `OPENED_FOR`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found

from rihai.errors import NotAllowed, NotFound, Refused, RihaiError, Unreadable
from rihai.kit.once import remembering

View = TypeVar("View", bound=Callable[..., Any])
SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Entry:
    """The rule of a page: `public`, else signed in (or `by_key`), and with the capability when one is named."""

    public: bool = False
    capability: str = ""
    by_key: bool = False

    def admits(self, request: HttpRequest) -> bool:
        """Whether the request may enter."""
        if self.public:
            return True
        if not request.user.is_authenticated:
            return False
        return not self.capability or bool(request.user.may(self.capability))


def public(view: View) -> View:
    """Anybody may open it, without signing in."""
    return _with(view, Entry(public=True))


def signed_in(view: View) -> View:
    """Anybody who works here may open it; what they see in it is the queries' matter."""
    return _with(view, Entry())


def needs(capability: str) -> Callable[[View], View]:
    """Only who has the capability may open it; for others it does not exist."""
    return lambda view: _with(view, Entry(capability=capability))


def by_key(capability: str) -> Callable[[View], View]:
    """Only a program whose key belongs to somebody with the capability; without a key 401, without it 404."""
    return lambda view: _with(view, Entry(capability=capability, by_key=True))


def entry_of(view: Callable[..., Any]) -> Entry | None:
    """The rule a view declares; None when it declares none and is therefore closed."""
    found = getattr(view, "entry", None)
    return found if isinstance(found, Entry) else None


def _with(view: View, entry: Entry) -> View:
    view.entry = entry  # type: ignore[attr-defined]
    return view


class Gate:
    """The middleware that asks each view for its rule, and turns our errors into answers.

    A view without a rule is closed to everybody. Views of libraries cannot carry one: `settings.OPENED_FOR` names the
    addresses that are open, `public` or `signed_in`. Who is not signed in is asked to; who may not enter gets 404, and
    the trail keeps the attempt (`kit.audit.middleware`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with remembering() if request.method in SAFE else nullcontext():
            return self._get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_given: object) -> HttpResponseBase | None:
        """Nothing for who may enter; else the way to the sign-in page. Raises Http404 for who may not."""
        entry = entry_of(view) or opened_for(request)
        if entry is None:
            raise Http404
        if entry.by_key and getattr(request, "key", None) is None:
            return _asks_for_a_key(request)
        if entry.admits(request):
            return None
        if request.user.is_authenticated:
            raise Http404
        return _to_sign_in(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """The answer to one of our errors, with its sentence; anything else is a bug and stays one."""
        if isinstance(error, NotFound | NotAllowed) and not getattr(error, "shown", False):
            return page_not_found(request, Http404(), template_name="404.html")
        for kind, (status, template) in ANSWERS.items():
            if isinstance(error, kind):
                return render(request, template, {"message": str(error)}, status=status)
        return None


ANSWERS: dict[type[RihaiError], tuple[int, str]] = {
    NotAllowed: (403, "403.html"),
    Refused: (409, "409.html"),
    Unreadable: (400, "400.html"),
}
"""What each error answers. `NotAllowed` is 404, as if there were nothing, unless its class says `shown = True`."""


def opened_for(request: HttpRequest) -> Entry | None:
    """The rule of a library's view, by the name of its address."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    return _LIBRARY.get(settings.OPENED_FOR.get(name, ""))


_LIBRARY = {"public": Entry(public=True), "signed_in": Entry()}


def _asks_for_a_key(request: HttpRequest) -> HttpResponse:
    """401, or what refused the key that came; `request.key_refused` is put there by whoever looks keys up."""
    refused = getattr(request, "key_refused", None)
    says, status = (refused.says, refused.status) if refused else (_("Send a key: Authorization: Bearer …"), 401)
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {"Retry-After": "60"}
    return HttpResponse(str(says), status=status, content_type="text/plain; charset=utf-8", headers=headers)


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """The sign-in page, which leads back; a fragment is told to load it as a page."""
    answer = redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": answer.url})
    return answer
