"""The diary of hearings on the screen, on paper and in a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from rihai.accounts.acting import acting_as
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs, public
from rihai.kit.slowed import address
from rihai.kit.views.files import download
from rihai.legal.matters.causelist import cause_list
from rihai.legal.matters.feed import calendar
from rihai.legal.matters.forms.diary import DiaryForm
from rihai.legal.matters.operations import fetch_feed, make_feed, revoke_feed
from rihai.legal.matters.operations.feed import NoSuchFeed, digest, feed_of
from rihai.legal.matters.queries.diary import (
    MOST,
    SPANS,
    DiaryDay,
    Span,
    Window,
    colleagues_of,
    courts_of,
    diary,
    for_feed,
    window,
)
from rihai.legal.matters.views.asked import actor_of

FIRST, LAST = date(1990, 1, 1), date(2200, 12, 31)
FETCHES, MINUTES = 30, 60
"""So often in so many minutes a link is answered, and a machine that guesses links is."""


@dataclass(frozen=True)
class Asked:
    """What the diary is asked for, and what it shows."""

    window: Window
    days: list[DiaryDay]
    form: DiaryForm
    question: dict[str, str]

    @property
    def count(self) -> int:
        """How many hearings."""
        return sum(len(one.hearings) for one in self.days)

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than the page shows."""
        return self.count >= MOST

    def link(self, **other: Any) -> str:
        """The same question about another day or span."""
        return "?" + urlencode({**self.question, **{name: str(value) for name, value in other.items()}})


def _asked(request: HttpRequest) -> Asked:
    actor, today = actor_of(request), timezone.localdate()
    form = DiaryForm(request.GET or None, courts=courts_of(actor), members=colleagues_of(actor))
    form.is_valid()  # what is wrong in one field narrows nothing; the others count
    said = form.cleaned_data if form.is_bound else {}
    span: Span = next((one for one in SPANS if one == request.GET.get("span")), "week")
    on = min(max(said.get("day") or today, FIRST), LAST)
    court, member = said.get("court") or "", said.get("member") or ""
    shown = window(span, on)
    days = diary(shown, actor=actor, court=court, member=UUID(member) if member else None)
    question = {"span": span, "day": on.isoformat()} | {k: v for k, v in (("court", court), ("member", member)) if v}
    listed(request, "legal.diary", sum(len(one.hearings) for one in days), {"span": span, "day": on.isoformat()})
    for one in (hearing for day in days for hearing in day.hearings):
        for client in getattr(one.matter, "clients", ()):
            if client.person is not None:
                opened(request, client.person.pk)
    return Asked(shown, days, form, question)


@needs("legal.matters")
@require_GET
def diary_page(request: HttpRequest) -> HttpResponse:
    """A day, a week or a month of hearings."""
    asked = _asked(request)
    spans = [(one, asked.link(span=one), one == asked.window.span) for one in SPANS]
    context = {
        "asked": asked,
        "spans": spans,
        "today": timezone.localdate(),
        "earlier": asked.link(day=max(asked.window.earlier, FIRST)),
        "later": asked.link(day=min(asked.window.end, LAST)),
        "print_en": reverse("legal:diary-print") + asked.link(language="en"),
        "print_ur": reverse("legal:diary-print") + asked.link(language="ur"),
    }
    return render(request, "legal/matters/diary.html", {**context, "page_class": "legal"})


@needs("legal.matters")
@require_GET
@never_cache
def diary_print(request: HttpRequest) -> HttpResponse:
    """The same as a cause list to print."""
    asked = _asked(request)
    wanted = request.GET.get("language", "")
    language = wanted if wanted in dict(settings.LANGUAGES) else get_language() or "en"
    title = _("Cause list") if language == get_language() else _title(language)
    content = cause_list(asked.days, title=title, language=language, day=timezone.localdate(), office=settings.OFFICE)
    return download(content, f"cause-list-{asked.window.first.isoformat()}.pdf", "application/pdf")


def _title(language: str) -> str:
    from django.utils.translation import override

    with override(language):
        return _("Cause list")


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
@never_cache
def feed_page(request: HttpRequest) -> HttpResponse:
    """The link for a calendar: made and shown once, or taken back."""
    actor, secret = actor_of(request), ""
    if request.method == "POST" and request.POST.get("end"):
        revoke_feed(actor=actor, at=timezone.now())
        messages.success(request, _("The link is taken back; calendars that have it see nothing any more."))
        return redirect("legal:feed")
    if request.method == "POST":
        secret = make_feed(actor=actor, at=timezone.now())
    link = settings.SITE + reverse("legal:feed-fetch", args=[secret]) if secret else ""
    context = {"feed": feed_of(actor.pk), "link": link}
    return render(request, "legal/matters/feed.html", context)


@public
@require_safe
@never_cache
def feed_fetch(request: HttpRequest, secret: str) -> HttpResponse:
    """What a calendar fetches with the secret of a link; nothing else is asked of it."""
    at = timezone.now()
    if _too_often(f"feed-from-{address(request)}") or _too_often(f"feed-{digest(secret)}"):
        return HttpResponse(_("Too often. Try again in an hour."), status=429, content_type="text/plain; charset=utf-8")
    try:
        account = fetch_feed(secret, at=at)
    except NoSuchFeed as missing:
        return HttpResponse(str(missing), status=404, content_type="text/plain; charset=utf-8")
    with acting_as(account, at):
        content = calendar(for_feed(account, timezone.localdate(at)))
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="hearings.ics"'
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _too_often(key: str) -> bool:
    """Whether it was asked more often than is answered; counted for an hour."""
    cache.add(key, 0, MINUTES * 60)
    try:
        return cache.incr(key) > FETCHES
    except ValueError:  # it ended between the two
        return False
