"""The line list of a prison: its curve, its thresholds, its cases."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.accounts.queries.sight import sight_of
from rihai.kit.audit.reads import listed, opened
from rihai.kit.classes import DataClass
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.disease import operations
from rihai.monitoring.disease.forms import CaseForm, StateForm, ThresholdForm
from rihai.monitoring.disease.known import diseases, title_of
from rihai.monitoring.disease.models import COUNTED
from rihai.monitoring.disease.queries import DISEASE, case_seen, curve, limit_at, list_of
from rihai.monitoring.disease.shown import curve_chart
from rihai.monitoring.pages import act_page, person_asked
from rihai.monitoring.reach import places_for
from rihai.monitoring.views import found
from rihai.places.models import Place

FORM = require_http_methods(["GET", "POST"])
MOST = 200
WEEKS = 12


@needs(DISEASE)
@require_http_methods(["GET"])
def line_list(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of one prison, of one disease or all."""
    actor, today = actor_of(request), timezone.localdate()
    place = _place(request, pk)
    disease = request.GET.get("disease", "")
    disease = disease if disease in diseases() else ""
    cases = list_of(place, disease, actor=actor)
    rows = list(cases[:MOST])
    listed(request, "line_list", len(rows), {"place": place.pk, "disease": disease})
    weeks = curve(cases, today - timedelta(weeks=WEEKS), today + timedelta(days=1))
    title = title_of(disease) if disease else _("All diseases")
    limit, own = limit_at(place.pk, disease) if disease else (None, None)
    context = {
        "place": place, "rows": [(one, title_of(one.disease)) for one in rows], "disease": disease, "title": title,
        "tabs": [(one.code, one.title) for one in diseases().values()], "limit": limit, "own": own,
        "chart": curve_chart(weeks, title, get_language() or "en"),
        "ill": sum(one.status in COUNTED and one.outcome in {"ill", "hospital", "treated"} for one in rows),
        "no_room": sum(one.isolation == "no_room" for one in rows), "known": diseases().get(disease),
    }  # fmt: skip
    return render(request, "monitoring/disease/list.html", context)


@needs(DISEASE)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Write a case into the list."""
    actor, person = actor_of(request), person_asked(request)
    if person is not None and DataClass.HEALTH not in sight_of(actor, person.pk).seen:
        raise Http404("person")
    place = request.GET.get("place", "")
    form = CaseForm(
        request.POST or None, places=places_for(actor, DISEASE), person=person, today=timezone.localdate(),
        disease=request.GET.get("disease", ""),
        initial={"place": int(place)} if place.isascii() and place.isdigit() and len(place) < 10 else {},
    )  # fmt: skip
    back = reverse("monitoring:disease")
    name = person.full_name or _("Name not known") if person else ""
    return act_page(
        request, form, title=_("A case of disease"), word=_("Write it into the list"), crumbs=[(back, _("Disease"))],
        standfirst=name, says=_("The case stands in the list."),
        to=lambda row: reverse("monitoring:line-list", args=[row.place_id]) + f"?disease={row.disease}",
        act=lambda: operations.write_case(
            said=form.cleaned_data, person_id=person.pk if person else None, actor=actor, at=timezone.now()
        ),
    )  # fmt: skip


@needs(DISEASE)
@FORM
def case(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A case as it is now; what stood before is below."""
    one = found(case_seen(pk, actor=actor_of(request)), pk)
    if one.person_id:
        opened(request, one.person_id)
    form = StateForm(request.POST or None, record=one)
    if one.person_id:
        del form.fields["code"]
    back = reverse("monitoring:line-list", args=[one.place_id]) + f"?disease={one.disease}"
    name = (one.person.full_name or _("Name not known")) if one.person else one.code
    return act_page(
        request, form, title=title_of(one.disease), word=_("Keep it"), standfirst=f"{name}, {one.place.shown}",
        crumbs=[(reverse("monitoring:disease"), _("Disease")), (back, one.place.shown)], to=lambda _row: back,
        act=lambda: operations.change_case(
            case_id=one.pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
    )  # fmt: skip


@needs(DISEASE)
@FORM
def threshold(request: HttpRequest, pk: int, disease: str) -> HttpResponse:
    """Set the threshold of a prison and disease."""
    place = _place(request, pk)
    if disease not in diseases():
        raise Http404(disease)
    limit, _own = limit_at(place.pk, disease)
    first = {"cases": limit.cases, "per_thousand": limit.per_thousand, "days": limit.days} if limit else {}
    form = ThresholdForm(request.POST or None, initial=first)
    back = reverse("monitoring:line-list", args=[place.pk]) + f"?disease={disease}"
    return act_page(
        request, form, title=_("Threshold: %(disease)s") % {"disease": title_of(disease)}, word=_("Set it"),
        crumbs=[(back, place.shown)], to=lambda _row: back, says=_("It holds from now on."),
        act=lambda: operations.set_threshold(
            place=place, disease=disease, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
    )  # fmt: skip


def _place(request: HttpRequest, pk: int) -> Place:
    return found(places_for(actor_of(request), DISEASE).filter(pk=pk).first(), pk)
