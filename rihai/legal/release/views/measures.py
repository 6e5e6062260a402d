"""What the work comes to: a page within need-to-know, and the same in controlled figures for who sees no names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.legal.release.forms import PeriodForm
from rihai.legal.release.shown.figures import controlled_table, shown
from rihai.people.views.asked import actor_of

QUARTER = timedelta(days=91)


@needs("exports.make")
@require_GET
def measures(request: HttpRequest) -> HttpResponse:
    """From reached to released, in a period: who may supervise sees all of it, others controlled counts of people."""
    actor, today = actor_of(request), timezone.localdate()
    form = PeriodForm(request.GET or None, initial={"first": today - QUARTER, "last": today})
    first, last = form.period(today)
    listed(request, "legal.measures", 1, {"first": first, "last": last})
    context: dict[str, Any] = {"form": form, "first": first, "last": last, "before": _kept(first, last)}
    end = last + timedelta(days=1)
    if actor.may("legal.supervise"):
        return render(
            request, "legal/release/measures.html",
            {**context, "shown": shown(first, end, actor=actor, today=today)},
        )  # fmt: skip
    heads, rows = controlled_table(first, end)
    return render(
        request, "legal/release/measures.html", {**context, "heads": heads, "rows": rows, "page_class": "ordinary"}
    )


def _kept(first: date, last: date) -> str:
    return f"first={first.isoformat()}&last={last.isoformat()}"
