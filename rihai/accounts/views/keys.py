"""Keys to the API: one's own, making one, ending one; and for administrators the list of all."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rihai.accounts.asked import Asked
from rihai.accounts.forms.keys import KeyForm
from rihai.accounts.operations import end_key, make_key
from rihai.accounts.queries.keys import all_keys, key_for, own_keys
from rihai.accounts.views.answers import done, form_page, posted
from rihai.kit.forms import Form
from rihai.kit.gate import needs, signed_in
from rihai.kit.scopes import USE

SHOWN = 100


@needs(USE)
@require_safe
def keys(request: Asked) -> HttpResponse:
    """My keys."""
    now = timezone.now()
    rows = [(one, one.works_at(now)) for one in own_keys(request.user)[:SHOWN]]
    return render(request, "accounts/keys.html", {"keys": rows})


@needs("accounts.manage")
@require_safe
def everybodys(request: Asked) -> HttpResponse:
    """Everybody's keys, without their secrets, which nobody has."""
    now = timezone.now()
    rows = [(one, one.works_at(now)) for one in all_keys(request.user)[: SHOWN * 5]]
    return render(request, "accounts/all_keys.html", {"keys": rows})


@needs(USE)
@never_cache
@require_http_methods(["GET", "POST"])
def new(request: Asked) -> HttpResponse:
    """Make a key; its secret is shown on this one page and never again."""
    form = KeyForm(posted(request), account=request.user, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        act = lambda: make_key(  # noqa: E731
            second_factor=with_second_factor(request), actor=request.user, at=timezone.now(), **form.cleaned_data
        )
        made, kept = done(form, act)
        if kept and made:
            return render(request, "accounts/key_made.html", {"key": made[0], "secret": made[1]})
    return form_page(request, form, "new_key")


@signed_in
@require_http_methods(["GET", "POST"])
def end(request: Asked, pk: UUID) -> HttpResponse:
    """End a key, after a page that says what that means."""
    key = key_for(request.user, pk)
    form, is_own = Form(posted(request)), key.account_id == request.user.pk
    if request.method == "POST" and form.is_valid():
        _nothing, kept = done(form, lambda: end_key(key=key, actor=request.user, at=timezone.now()))
        if kept:
            messages.success(request, _("The key is ended; it opens nothing any more."))
            return redirect(_back(request, is_own=is_own))
    return form_page(request, form, "end_key", key=key, back=reverse(_back(request, is_own=is_own)))


def _back(request: Asked, *, is_own: bool) -> str:
    """The list the key stands on, for whoever may open it."""
    if not is_own:
        return "accounts:all-keys"
    return "accounts:keys" if request.user.may(USE) else "accounts:me"


def with_second_factor(request: Asked) -> bool:
    """Whether this session was begun with more than a password."""
    ways = request.session.get("account_authentication_methods", [])
    return any(isinstance(one, dict) and one.get("method") == "mfa" for one in ways)
