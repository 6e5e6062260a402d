"""The caseload, a tab at a time; and the programmes as they stand in their files."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rihai.accounts.models import Account
from rihai.casework.cases.capabilities import opened_by
from rihai.casework.cases.programmes import programmes
from rihai.casework.cases.queries.caseload import (
    ALL,
    CLOSED,
    MINE,
    OVERDUE,
    TABS,
    UNASSIGNED,
    UNTOUCHED,
    WAITING,
    Asked,
    list_cases,
    tab_counts,
)
from rihai.casework.cases.queries.reach import offers_to
from rihai.casework.cases.shown import since_text
from rihai.casework.cases.views.asked import page_number, reads_cases
from rihai.kit.audit.reads import listed
from rihai.kit.gate import signed_in
from rihai.people.views.asked import actor_of, uuid_in


@reads_cases
@require_GET
def caseload(request: HttpRequest) -> HttpResponse:
    """The cases of a tab; without one those the reader has."""
    actor, today, page = actor_of(request), timezone.localdate(), page_number(request)
    tab = request.GET.get("tab", "")
    tab = tab if tab in TABS else MINE
    programme = request.GET.get("programme", "")
    asked = Asked(tab, uuid_in(request, "worker"), programme if programme in programmes() else "")
    found = list_cases(asked, actor=actor, today=today, page=page)
    kept = {"tab": tab, "worker": asked.worker, "programme": asked.programme}
    listed(request, "casework.cases", len(found.rows), {name: value for name, value in kept.items() if value})
    counts = tab_counts(actor=actor, today=today)
    said = urlencode({name: value for name, value in kept.items() if value})
    context = {
        "rows": [(row, since_text(row.case, today)) for row in found.rows], "tab": tab, "page": page,
        "tabs": [(key, word, counts.get(key)) for key, word in _words() if key in _shown(counts)],
        "earlier": f"?{said}&page={page - 1}" if page > 1 else "",
        "later": f"?{said}&page={page + 1}" if found.has_later else "",
        "asked": asked, "programmes": list(programmes().values()), "today": today,
        "worker": Account.objects.filter(pk=asked.worker).first() if asked.worker else None,
        "offers": offers_to(actor).count(), "may_keep": opened_by(actor), "may_export": actor.may("exports.make"),
        "export": urlencode({name: value for name, value in kept.items() if value}),
    }  # fmt: skip
    return render(request, "casework/cases/caseload.html", context)


@signed_in
@require_GET
def catalogue(request: HttpRequest) -> HttpResponse:
    """The programmes: for whom, what they ask, their stages."""
    return render(
        request, "casework/cases/programmes.html",
        {"programmes": list(programmes().values()), "page_class": "ordinary"},
    )  # fmt: skip


def _words() -> list[tuple[str, str]]:
    return [
        (MINE, _("My cases")), (UNTOUCHED, _("Without contact")), (OVERDUE, _("Review overdue")),
        (UNASSIGNED, _("With nobody")), (WAITING, _("Wait for approval")), (ALL, _("All at work")),
        (CLOSED, _("Closed")),
    ]  # fmt: skip


def _shown(counts: dict[str, int]) -> set[str]:
    """The tabs that hold something, and always one's own, all, and the closed."""
    return {MINE, ALL, CLOSED, *(tab for tab, n in counts.items() if n)}
