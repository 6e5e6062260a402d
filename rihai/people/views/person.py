"""The page of one person, which answers in ten seconds: who, where, since when, who works with them, what is due."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from rihai.kit.audit.reads import opened
from rihai.kit.charts import custody
from rihai.kit.gate import needs
from rihai.kit.offers import PersonPanel, offered
from rihai.paper.charts import CustodyBar
from rihai.people.models import Person
from rihai.people.queries.page import PersonPage, page_of
from rihai.people.queries.writing import writing
from rihai.people.shown import held_text
from rihai.people.shown.rows import who_text
from rihai.people.views.asked import actor_of

YEAR = 365


@needs("people.see")
@require_GET
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A person's page; the id of one who was merged leads to the one they are."""
    actor, today = actor_of(request), timezone.localdate()
    page = page_of(pk, actor=actor, today=today)
    if page is None:
        raise Http404(str(pk))
    opened(request, page.person.pk)
    if page.person.pk != pk:
        return redirect("people:person", page.person.pk)
    panels = [
        (panel, context)
        for panel in offered(PersonPanel)
        if (context := panel.context(actor, page.person.pk, today)) is not None
    ]
    return render(request, "people/person.html", {"panels": panels, **_context(request, page)})


def _context(request: HttpRequest, page: PersonPage) -> dict[str, Any]:
    actor, today = actor_of(request), timezone.localdate()
    return {
        "page": page,
        "person": page.person,
        "who": who_text(page.person, today),
        "held": held_text(page.person.held_since, today),
        "today": today,
        "writing": writing(page),
        "standing_consents": [one for one in page.consents if one.holds(today, timezone.now())],
        **_bar(page.person, today),
        "may_keep": actor.may("people.keep"),
        "may_link": actor.may("people.link"),
        "may_guard": actor.may("guarded.assign"),
        "may_break": actor.may("glass.break"),
        "page_class": "personal",
    }


def _bar(person: Person, today: date) -> dict[str, Any]:
    """How long the person has been held, drawn; the limit of a law comes with the law's own panel."""
    if person.held_at is None or person.held_since is None or person.held_since > today:
        return {}
    days = (today - person.held_since).days
    longest = max(days, YEAR)
    says = ngettext("%(n)s day held", "%(n)s days held", days) % {"n": days}
    if days < YEAR:
        says = _("%(held)s; the whole width is a year") % {"held": says}
    return {"bar": custody(CustodyBar(days, longest, says), longest, "held"), "bar_says": says}
