"""One's own pages: name, language, ways of signing in, postings, notices; and the page of all roles."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rihai.accounts.asked import Asked
from rihai.accounts.capabilities import CAPABILITIES
from rihai.accounts.forms.keys import SignOutForm
from rihai.accounts.forms.people import NameForm
from rihai.accounts.models import Account
from rihai.accounts.operations import mend_account, read_notices, sign_out_everywhere
from rihai.accounts.queries.here import notices_for, postings_of, unread_notices
from rihai.accounts.roles import GIVEN
from rihai.accounts.views.answers import done, form_page, posted
from rihai.kit.classes import DataClass
from rihai.kit.gate import signed_in
from rihai.kit.scopes import USE

NOTICES = 50


@signed_in
@require_http_methods(["GET", "POST"])
def me(request: Asked) -> HttpResponse:
    """My account."""
    account = Account.objects.get(pk=request.user.pk)  # the form changes its own copy, not who asks
    form = NameForm(posted(request), account=account, otherwise=translation.get_language())
    if request.method == "POST" and form.is_valid():
        said, version = form.cleaned_data, form.record_version
        act = lambda: mend_account(account=account, version=version, actor=account, at=timezone.now(), **said)  # noqa: E731
        _nothing, kept = done(form, act)
        if kept:
            translation.activate(said["language"])
            messages.success(request, _("Your name and language are kept."))
            return redirect("accounts:me")
    today = timezone.localdate()
    return form_page(
        request, form, "me",
        account=request.user,
        postings=[(one, one.holds_on(today)) for one in postings_of(request.user)],
        sight=_sight(request.user),
        unread=unread_notices(request.user),
        out=SignOutForm(),
        may_keys=request.user.may(USE),
    )  # fmt: skip


@signed_in
@require_POST
def sign_out(request: Asked) -> HttpResponse:
    """Sign out everywhere, here too."""
    form = SignOutForm(request.POST)
    keys_too = form.is_valid() and form.cleaned_data["keys_too"]
    ended = sign_out_everywhere(account=request.user, actor=request.user, at=timezone.now(), keys_too=keys_too)
    logout(request)
    says = ngettext(
        "You are signed out everywhere: %(n)s session ended.",
        "You are signed out everywhere: %(n)s sessions ended.",
        ended,
    )
    messages.success(request, says % {"n": ended})
    return redirect("account_login")


@signed_in
@require_http_methods(["GET", "POST"])
def notices(request: Asked) -> HttpResponse:
    """My notices; reading them all is one act."""
    if request.method == "POST":
        read_notices(actor=request.user, at=timezone.now())
        return redirect("accounts:notices")
    rows = list(notices_for(request.user)[:NOTICES])
    unread = sum(1 for one in rows if one.read_at is None)
    return render(request, "accounts/notices.html", {"notices": rows, "unread": unread})


@signed_in
@require_safe
def roles(request: Asked) -> HttpResponse:
    """What each role may do and see."""
    mine = {post.role for post in request.user.standing.posts}
    shown = [
        (role, role.key in mine, [CAPABILITIES[one] for one in sorted(role.capabilities)], _classes(role.by_place),
         _classes(role.classes - role.by_place), _classes(role.outlines))
        for role in GIVEN.values()
    ]  # fmt: skip
    return render(request, "accounts/roles.html", {"roles": shown})


def _classes(classes: frozenset[DataClass]) -> list[DataClass]:
    return [one for one in DataClass if one in classes]


def _sight(account: Account) -> list[tuple[DataClass, str]]:
    standing = account.standing
    by_place = [one for one in DataClass if standing.reach(one).everywhere or standing.reach(one).places]
    return [
        (one, "place" if one in by_place else "granted" if one in standing.classes else "outline")
        for one in DataClass
        if one in standing.classes | standing.outlines
    ]
