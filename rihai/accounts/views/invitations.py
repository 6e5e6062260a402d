"""Inviting people, and taking an invitation up."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from rihai.accounts.asked import Asked
from rihai.accounts.forms.people import AcceptForm, InviteForm
from rihai.accounts.models import Account
from rihai.accounts.operations import accept_invitation, invite, open_invitation, revoke_invitation
from rihai.accounts.operations.invitations import InvitationOver
from rihai.accounts.queries.here import invitation_for
from rihai.accounts.views.answers import done, form_page, posted
from rihai.kit.forms import Form
from rihai.kit.gate import needs, public
from rihai.kit.spoken import keep_in_browser


@needs("accounts.invite")
@require_http_methods(["GET", "POST"])
def new(request: Asked) -> HttpResponse:
    """Invite somebody; the link is shown this once, and sent where the office sends e-mail."""
    initial = {"started_on": timezone.localdate(), "language": settings.LANGUAGE_CODE}
    form = InviteForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        made, kept = done(form, lambda: invite(actor=request.user, at=timezone.now(), **form.cleaned_data))
        if kept and made:
            invitation, link = made
            return render(
                request, "accounts/link.html", {"link": link, "name": invitation.name, "mailed": settings.MAIL}
            )
    return form_page(request, form, "invite")


@needs("accounts.invite")
@require_http_methods(["GET", "POST"])
def revoke(request: Asked, pk: UUID) -> HttpResponse:
    """Take an invitation back."""
    invitation = invitation_for(request.user, pk)
    form = Form(posted(request))
    if request.method == "POST" and form.is_valid():
        act = lambda: revoke_invitation(invitation=invitation, actor=request.user, at=timezone.now())  # noqa: E731
        _nothing, kept = done(form, act)
        if kept:
            messages.success(request, _("The invitation is taken back; its link no longer works."))
            return redirect("accounts:index")
    return form_page(request, form, "revoke", invitation=invitation)


@public
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind an invitation's link."""
    at = timezone.now()
    try:
        invitation = open_invitation(token, at=at)
    except InvitationOver as over:
        return render(request, "accounts/invitation_over.html", {"message": str(over)}, status=409)
    translation.activate(invitation.language)
    account = invitation.account or Account(email=invitation.email, name=invitation.name)
    form = AcceptForm(posted(request), account=account, initial={"name": invitation.name})
    if request.method == "POST" and form.is_valid():
        name, password = form.cleaned_data.get("name", account.name), form.cleaned_data["password"]
        _made, kept = done(form, lambda: accept_invitation(token=token, name=name, password=password, at=at))
        if kept:
            messages.success(request, _("Your password is kept. Sign in with it."))
            response = redirect("account_login")
            keep_in_browser(response, invitation.language)
            return response
    return form_page(request, form, "accept", invitation=invitation)
