"""Mothers and children: pregnancies, births, doses."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.casework.health.forms import BabyForm, BirthForm, DosesForm, LeftForm, PregnancyForm
from rihai.casework.health.models import Baby, Pregnancy
from rihai.casework.health.operations import (
    baby_left,
    change_pregnancy,
    end_pregnancy,
    give_doses,
    write_baby,
    write_pregnancy,
)
from rihai.casework.health.queries.care import doses_of
from rihai.casework.health.vaccines import schedule, vaccine
from rihai.casework.health.views.asked import MAY, form_page, patient_or_404, row_or_404
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of

FORM = require_http_methods(["GET", "POST"])


@needs(MAY)
@FORM
def new_pregnancy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A pregnancy is known."""
    person, today = patient_or_404(request, pk), timezone.localdate()
    form = PregnancyForm(request.POST or None, today=today, initial={"known_on": today})
    return form_page(
        request, form, "pregnancy", person=person, says=_("The pregnancy is written down."),
        act=lambda: write_pregnancy(person_id=person.pk, said=form.said, actor=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@needs(MAY)
@FORM
def pregnancy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is known of a pregnancy now."""
    found = row_or_404(request, Pregnancy, pk)
    form = PregnancyForm(request.POST or None, today=timezone.localdate(), pregnancy=found)
    return form_page(
        request, form, "pregnancy", person=found.person, pregnancy=found, says=_("The pregnancy is as you wrote it."),
        act=lambda: change_pregnancy(
            pregnancy_id=found.pk, version=form.record_version, said=form.said, actor=actor_of(request),
            at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def birth(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She gave birth, or the pregnancy ended otherwise."""
    found = row_or_404(request, Pregnancy, pk)
    form = BirthForm(request.POST or None, today=timezone.localdate(), pregnancy=found)
    return form_page(
        request, form, "birth", person=found.person, pregnancy=found, says=_("It is written down."),
        act=lambda: end_pregnancy(
            pregnancy_id=found.pk, version=form.cleaned_data["version"], ended_on=form.cleaned_data["ended_on"],
            ending=form.cleaned_data["ending"], babies=form.babies, actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def new_baby(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A small child of hers."""
    person = patient_or_404(request, pk)
    form = BabyForm(request.POST or None, today=timezone.localdate())
    return form_page(
        request, form, "baby", person=person, says=_("The child is written down; write which doses it had."),
        act=lambda: write_baby(person_id=person.pk, born=form.born, actor=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@needs(MAY)
@FORM
def doses(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which doses a child had and who gave them, what is missing, what comes; and the ones given now."""
    found, today = row_or_404(request, Baby, pk), timezone.localdate()
    chart = doses_of([found], today)[0]
    given = {one.code for one in chart.given}
    past = [one for one in schedule() if one.code not in given and one.is_past(found.born_on, today)]
    form = DosesForm(
        request.POST or None, today=today, baby=found, open_ones=[one for one in schedule() if one.code not in given],
        initial={"codes": [one.code for one in chart.missing]} if request.GET.get("all") else {},
    )  # fmt: skip
    return form_page(
        request, form, "doses", person=found.person, baby=found, chart=chart, past=past,
        given=[(vaccine(one.code), one) for one in chart.given], says=_("The doses are written down."),
        act=lambda: give_doses(
            baby_id=found.pk, codes=form.cleaned_data["codes"], given_on=form.cleaned_data["given_on"],
            given_by=form.cleaned_data["given_by"], given_where=form.cleaned_data["given_where"],
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def left(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A child lives inside no more."""
    found = row_or_404(request, Baby, pk)
    form = LeftForm(request.POST or None, initial={"version": found.version, "left_on": timezone.localdate()})
    return form_page(
        request, form, "left", person=found.person, baby=found, says=_("The child lives outside."),
        act=lambda: baby_left(
            baby_id=found.pk, version=form.cleaned_data["version"], left_on=form.cleaned_data["left_on"],
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip
