"""Who asks in a request, how long somebody stays signed in, and who needs more than a password."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from rihai.accounts.acting import acting_as
from rihai.accounts.keyed import key_of
from rihai.kit.scopes import API

_BEGAN = "began"
_OPEN_WITHOUT = ("mfa_", "account_logout", "account_reauthenticate", "language", "health", "help")


class Keys:
    """The middleware that finds the key of a request to the API, before anybody is said to ask.

    It answers nothing itself: the gate refuses what has no key, with the sentence kept here (`request.key_refused`).
    A session is worth nothing under these addresses, so that no other site can make a browser ask them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(API):
            key, refused = key_of(request, timezone.now())
            request.user = key.account if key else AnonymousUser()
            setattr(request, "key", key)  # noqa: B010 - HttpRequest knows no such names
            setattr(request, "key_refused", refused)  # noqa: B010
        return self._get_response(request)


class Acting:
    """The middleware that says who asks and when; it stands after the one that knows who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with acting_as(request.user if request.user.is_authenticated else None, timezone.now()):
            return self._get_response(request)


class Unkept:
    """The middleware that lets no browser keep a page of somebody signed in: Back, after signing out, shows nothing.

    Office machines are shared, and the cache of a browser lies unsealed on their disks.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        signed_in = request.user.is_authenticated
        response = self._get_response(request)
        if signed_in or request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response


class Timeouts:
    """The middleware that ends a session after RIHAI_SESSION_HOURS, whatever was clicked in it.

    The idle limit is the session's own age (RIHAI_IDLE_MINUTES), renewed by each request. A key has no session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated and not _has_key(request):
            now = int(timezone.now().timestamp())
            began = request.session.setdefault(_BEGAN, now)
            if now - began >= settings.SESSION_SECONDS:
                logout(request)
                messages.info(request, _("You were signed out because your day’s session is over. Sign in again."))
                return redirect(settings.LOGIN_URL)
        return self._get_response(request)


class SecondFactor:
    """The middleware that leads whoever needs a second factor and has none to the page where it is set up.

    Who needs one is told by their roles; the demo asks nobody (settings.SECOND_FACTOR). Of a key it was asked when the
    key was found.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponseBase | None:
        """Redirect, except on the pages that are needed for it."""
        if not settings.SECOND_FACTOR or not request.user.is_authenticated or not request.resolver_match:
            return None
        if _has_key(request):
            return None
        if request.resolver_match.view_name.startswith(_OPEN_WITHOUT) or not request.user.standing.second_factor:
            return None
        if Authenticator.objects.filter(user=request.user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            return None
        messages.warning(request, _("Your role needs more than a password. Add a passkey or one-time codes to go on."))
        return redirect("mfa_index")


def _has_key(request: HttpRequest) -> bool:
    return getattr(request, "key", None) is not None
