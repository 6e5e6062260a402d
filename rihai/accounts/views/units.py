"""Units and the places they work at."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rihai.accounts.asked import Asked
from rihai.accounts.forms.people import EndForm, UnitForm
from rihai.accounts.operations import end_unit, make_unit, mend_unit
from rihai.accounts.queries.here import unit_for, units_for
from rihai.accounts.views.answers import done, form_page, posted
from rihai.kit.gate import needs


@needs("accounts.manage")
@require_safe
def units(request: Asked) -> HttpResponse:
    """Every unit."""
    return render(request, "accounts/units.html", {"units": units_for(request.user)})


@needs("accounts.manage")
@require_http_methods(["GET", "POST"])
def new_unit(request: Asked) -> HttpResponse:
    """Add a unit."""
    form = UnitForm(posted(request))
    if request.method == "POST" and form.is_valid():
        _made, kept = done(form, lambda: make_unit(actor=request.user, at=timezone.now(), **form.values()))
        if kept:
            messages.success(request, _("The unit is there; people can be posted to it."))
            return redirect("accounts:units")
    return form_page(request, form, "unit")


@needs("accounts.manage")
@require_http_methods(["GET", "POST"])
def unit(request: Asked, pk: UUID) -> HttpResponse:
    """Change a unit."""
    found = unit_for(request.user, pk)
    form, named = UnitForm(posted(request), unit=found), found.name
    if request.method == "POST" and form.is_valid():
        version, at = form.record_version, timezone.now()
        act = lambda: mend_unit(unit=found, version=version, actor=request.user, at=at, **form.values())  # noqa: E731
        _nothing, kept = done(form, act)
        if kept:
            messages.success(request, _("The unit is changed; what its postings see follows at once."))
            return redirect("accounts:units")
    return form_page(request, form, "unit", unit=found, named=named)


@needs("accounts.manage")
@require_http_methods(["GET", "POST"])
def end_of_unit(request: Asked, pk: UUID) -> HttpResponse:
    """Close a unit and end its postings."""
    found = unit_for(request.user, pk)
    form = EndForm(posted(request), initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        _ended, kept = done(form, lambda: end_unit(unit=found, on=on, actor=request.user, at=timezone.now()))
        if kept:
            messages.success(request, _("The unit ends on that day, and its postings with it."))
            return redirect("accounts:units")
    return form_page(request, form, "end_unit", unit=found)
