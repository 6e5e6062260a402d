"""One's phones: let one in, shut one out; and a code for what one works on, to be written into a form on the phone."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.accounts.asked import Asked
from rihai.accounts.views.keys import with_second_factor
from rihai.errors import Refused
from rihai.instruments.handling import FILLS, about
from rihai.instruments.openrosa.asked import devices_of
from rihai.instruments.openrosa.codes import shown as code_shown
from rihai.instruments.openrosa.settings_code import settings_picture
from rihai.instruments.operations.codes import code_for
from rihai.instruments.operations.devices import let_in, shut_out
from rihai.instruments.queries import published
from rihai.instruments.views.reads import shown
from rihai.kit.forms import Form
from rihai.kit.gate import needs, signed_in


class PhoneForm(Form):
    """What the phone is called."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=80, help_text=gettext_lazy("So that you know it again: My old Nokia.")
    )


@needs(FILLS)
@require_GET
def phones(request: Asked) -> HttpResponse:
    """My phones."""
    return render(request, "instruments/phones.html", {"phones": devices_of(request.user), "page_class": "ordinary"})


@needs(FILLS)
@never_cache
@require_http_methods(["GET", "POST"])
def let_phone_in(request: Asked) -> HttpResponse:
    """Let a phone in; its key is shown on this one page and never again."""
    form = PhoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            device, key = let_in(
                name=form.cleaned_data["name"], second_factor=with_second_factor(request), actor=request.user,
                at=timezone.now(),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            address = settings.SITE + reverse("instruments:openrosa-list").removesuffix("/formList")
            picture = settings_picture(address=address, name=device.called, key=key, called=settings.OFFICE or "Rihai")
            spaced = " ".join(key[at : at + 5] for at in range(0, len(key), 5))
            context = {"device": device, "key": spaced, "address": address, "picture": picture}
            return render(request, "instruments/phone_let_in.html", {**context, "page_class": "ordinary"})
    status = 409 if form.non_field_errors() else 400 if form.is_bound and form.errors else 200
    return render(request, "instruments/phone_new.html", {"form": form, "page_class": "ordinary"}, status=status)


@signed_in
@require_POST
def shut_phone_out(request: Asked, pk: UUID) -> HttpResponse:
    """Shut a phone out."""
    try:
        shut_out(device_id=pk, actor=request.user, at=timezone.now())
        messages.success(request, _("The phone is shut out: it gets and sends nothing any more."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("instruments:phones" if request.user.may(FILLS) else "accounts:me")


@needs(FILLS)
@never_cache
@require_POST
def code(request: Asked, handler: str, form_id: str, subject: str) -> HttpResponse:
    """The code for a subject, to be written on paper or read out: it tells nobody who it is about."""
    offer, asked = about(handler, form_id, subject, actor=request.user)
    made = code_for(form_id=form_id, handler=handler, subject=subject, actor=request.user, at=timezone.now())
    shown(request, person_id=asked.person_id, data_class=offer.data_class, handler=handler, subject=subject)
    version = published(form_id)
    phones = [one for one in devices_of(request.user) if not one.ended_at]
    context = {
        "about": asked, "code": code_shown(made.code), "title": version.title if version else form_id,
        "is_sealed": offer.data_class == "sealed", "phones": phones,
        "back": reverse("instruments:fill", args=[handler, form_id, subject]), "page_class": offer.data_class,
    }  # fmt: skip
    return render(request, "instruments/code.html", context)
