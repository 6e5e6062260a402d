"""The health worker's page, and the health of one person."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rihai.casework.health.models import DutyLine
from rihai.casework.health.operations.reach import told_before
from rihai.casework.health.queries.care import (
    babies_inside,
    chart_of,
    doses_of,
    expecting,
    is_late,
    needs_to_review,
    open_appointments,
    open_ones,
    reviews,
    unanswered,
    unbooked,
)
from rihai.casework.health.views.asked import MAY, patient_or_404
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of

ROWS = 25
SOON = timedelta(days=7)


@needs(MAY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What the day brings: appointments, reviews, answers that are late, births, doses, and needs nobody booked for."""
    actor, today = actor_of(request), timezone.localdate()
    open_needs = open_ones(actor).count()
    context = {
        "today": today,
        "appointments": open_appointments(actor, today + SOON)[:ROWS],
        "reviews": reviews(actor, today + timedelta(days=1))[:ROWS],
        "late": unanswered(actor, today)[:ROWS],
        "again": needs_to_review(actor, today + SOON)[:ROWS],
        "expecting": expecting(actor)[:ROWS],
        "babies": [one for one in doses_of(list(babies_inside(actor)[:100]), today) if one.due][:ROWS],
        "unbooked": unbooked(actor)[:ROWS],
        "open_needs": open_needs,
    }
    listed(request, "casework.health", open_needs, {})
    return render(request, "casework/health/index.html", context)


@needs(MAY)
@require_GET
def health(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The health of one person: needs, appointments, referrals, the support plan, mother and child."""
    person, today = patient_or_404(request, pk), timezone.localdate()
    chart = chart_of(person.pk, actor=actor_of(request), on=today)
    line = DutyLine.objects.filter(plan_id=chart.plan.pk, ended_at=None).first() if chart.plan else None
    context = {
        "person": person,
        "today": today,
        "chart": chart,
        "line": line,
        "late": bool(line and is_late(line, timezone.now())),
        "looks": line.looks.all()[:5] if line else [],
        "reviewed": told_before(chart.plan.reviews)[:3] if chart.plan else [],
    }
    return render(request, "casework/health/health.html", context)
