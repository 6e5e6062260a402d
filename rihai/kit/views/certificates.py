"""The page on which anybody asks whether a certificate was given: by its code, without an account.

It says that the certificate was given, for which course, on which day; never to whom. Whoever holds the paper knows the
name and may type it to have it compared; whoever guesses a code learns none. A certificate that was withdrawn says so,
with the day and without the reason: who asks holds the paper, and would else trust it. An unknown code is told from it,
because codes are too many to be tried (`kit/certified.py`) and an address may ask thirty in an hour.
"""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rihai.kit.certified import verify
from rihai.kit.forms import Form
from rihai.kit.gate import public
from rihai.kit.slowed import too_often

MOST = 30
"""Askings from one address in an hour."""


class CodeForm(Form):
    """The code, and the name on the paper where the asker wants it compared."""

    code = forms.CharField(
        label=gettext_lazy("Code"), max_length=20, widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )  # fmt: skip
    name = forms.CharField(
        label=gettext_lazy("Name on the certificate"), max_length=120, required=False,
        help_text=gettext_lazy("To have it compared. No name is shown here."),
    )  # fmt: skip


@public
@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Asks for a code, or answers the one an address carries; a name is never part of an address."""
    code = request.GET.get("code", "")[:20]
    form = CodeForm(request.POST) if request.method == "POST" else CodeForm({"code": code} if code else None)
    found, asked, status = None, form.is_bound and form.is_valid(), 422 if form.is_bound else 200
    if asked and too_often(request, "certificate", MOST):
        form.add_error(None, _("So many codes were asked from here in this hour. Try again later, or ask the office."))
        asked, status = False, 429
    elif asked:
        said = form.cleaned_data
        found = verify(said["code"], said["name"], language=get_language() or "en", at=timezone.now())
        status = 200
    answer = render(request, "kit/certificate.html", {"form": form, "found": found, "asked": asked}, status=status)
    answer["X-Robots-Tag"] = "noindex"
    return answer
