"""Administrators' pages: who works here, their postings, stopping an account, links for a new password."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rihai.accounts.asked import Asked
from rihai.accounts.forms.people import EndForm, LinkForm, NameForm
from rihai.accounts.forms.where import PostingForm
from rihai.accounts.operations import end_posting, give_posting, make_password_link, mend_account, stop_account
from rihai.accounts.queries.here import account_for, accounts_for, invitations_for, posting_for, postings_of
from rihai.accounts.queries.keys import keys_of
from rihai.accounts.views.answers import done, form_page, posted
from rihai.kit.forms import Form
from rihai.kit.forms.typed import plain
from rihai.kit.gate import needs

PAGE = 50


@needs("accounts.manage")
@require_safe
def index(request: Asked) -> HttpResponse:
    """Who works here."""
    now = timezone.now()
    words = plain(request.GET.get("q", ""))[:100]
    after = _whole(request.GET.get("from", ""))
    rows = list(accounts_for(request.user, words=words, on=timezone.localdate())[after : after + PAGE + 1])
    context = {
        "accounts": rows[:PAGE],
        "q": words,
        "later": after + PAGE if len(rows) > PAGE else None,
        "earlier": max(after - PAGE, 0) if after else None,
        "invitations": invitations_for(request.user, at=now)[:PAGE],
    }
    return render(request, "accounts/index.html", context)


@needs("accounts.manage")
@require_safe
def account(request: Asked, pk: UUID) -> HttpResponse:
    """One account with its postings."""
    found = account_for(request.user, pk)
    today = timezone.localdate()
    postings = [(one, one.holds_on(today), today < one.started_on) for one in postings_of(found)]
    now = timezone.now()
    keys = [(one, one.works_at(now)) for one in keys_of(found, actor=request.user)[:PAGE]]
    context = {"account": found, "postings": postings, "is_own": found.pk == request.user.pk, "keys": keys}
    return render(request, "accounts/account.html", context)


@needs("accounts.manage")
@require_http_methods(["GET", "POST"])
def change(request: Asked, pk: UUID) -> HttpResponse:
    """Change the name and the language of an account."""
    found = account_for(request.user, pk)
    form, named = NameForm(posted(request), account=found, otherwise=settings.LANGUAGE_CODE), found.name
    if request.method == "POST" and form.is_valid():
        said, version = form.cleaned_data, form.record_version
        act = lambda: mend_account(account=found, version=version, actor=request.user, at=timezone.now(), **said)  # noqa: E731
        _nothing, kept = done(form, act)
        if kept:
            messages.success(request, _("Name and language are kept."))
            return redirect("accounts:account", pk)
    return form_page(request, form, "change", account=found, named=named)


@needs("accounts.manage")
@require_http_methods(["GET", "POST"])
def post(request: Asked, pk: UUID) -> HttpResponse:
    """Give a posting."""
    found = account_for(request.user, pk)
    form = PostingForm(posted(request), initial={"started_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        act = lambda: give_posting(account=found, actor=request.user, at=timezone.now(), **form.cleaned_data)  # noqa: E731
        _posting, kept = done(form, act)
        if kept:
            messages.success(request, _("The posting is given; they see what it covers from its first day."))
            return redirect("accounts:account", pk)
    return form_page(request, form, "post", account=found)


@needs("accounts.manage")
@require_http_methods(["GET", "POST"])
def end(request: Asked, pk: UUID) -> HttpResponse:
    """End a posting."""
    posting = posting_for(request.user, pk)
    form = EndForm(posted(request), initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        _nothing, kept = done(form, lambda: end_posting(posting=posting, on=on, actor=request.user, at=timezone.now()))
        if kept:
            messages.success(request, _("The posting ends on that day."))
            return redirect("accounts:account", posting.account_id)
    return form_page(request, form, "end_posting", posting=posting)


@needs("accounts.manage")
@require_http_methods(["GET", "POST"])
def stop(request: Asked, pk: UUID) -> HttpResponse:
    """Stop an account, after a page that says what that means."""
    found = account_for(request.user, pk)
    form = Form(posted(request))
    if request.method == "POST" and form.is_valid():
        _nothing, kept = done(form, lambda: stop_account(account=found, actor=request.user, at=timezone.now()))
        if kept:
            messages.success(request, _("The account is stopped. What they did stays under their name."))
            return redirect("accounts:account", pk)
    return form_page(request, form, "stop", account=found)


@needs("accounts.manage")
@require_http_methods(["GET", "POST"])
def password_link(request: Asked, pk: UUID) -> HttpResponse:
    """Make a link for a new password, shown this once."""
    found = account_for(request.user, pk)
    form = LinkForm(posted(request))
    if request.method == "POST" and form.is_valid():
        too = form.cleaned_data["factors_too"]
        act = lambda: make_password_link(account=found, actor=request.user, at=timezone.now(), factors_too=too)  # noqa: E731
        link, kept = done(form, act)
        if kept:
            return render(request, "accounts/link.html", {"link": link, "name": found.name, "account": found})
    return form_page(request, form, "password_link", account=found)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
