"""My lines; the lines nobody touched; who is still inside although; days lost by cause; what stands in the way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.offers import Letter, offered
from rihai.legal.response.causes import NAMES, TO
from rihai.legal.response.forms import ClockForm, NarrowForm, UntouchedForm
from rihai.legal.response.models import State
from rihai.legal.response.operations import did_clock_act
from rihai.legal.response.queries.inside import OnBoard, board, lost_by
from rihai.legal.response.queries.lists import (
    PAGE,
    Mine,
    idle,
    loads,
    my_rows,
    offered_to_me,
    to_tell,
    untouched_page,
)
from rihai.legal.response.queries.obstacles import obstacles
from rihai.legal.response.queries.sight import RESPOND, SUPERVISE
from rihai.legal.response.shown.said import says_of, status_of, word_of
from rihai.people.shown import label
from rihai.people.views.asked import actor_of, places_of, uuid_in
from rihai.screening.law.packs import law_on
from rihai.screening.shown.rows import inside_word, language, rows_of

YEAR = 365
MOST_PAGES = 10_000


@needs(RESPOND)
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """My lines, soonest due first; what is offered to me; whom I have to tell."""
    actor, today = actor_of(request), timezone.localdate()
    ended, page = request.GET.get("by") == "ended", _page(request)
    found = my_rows(actor=actor, today=today, page=page, ended=ended)
    listed(request, "legal.mine", len(found.rows))
    context = {
        "rows": shown(found),
        "ended": ended,
        "open": not ended,
        "offers": shown(Mine(tuple(offered_to_me(actor=actor)))) if not ended else [],
        "tellings": to_tell(actor=actor) if not ended else [],
        "today": today,
        "may_supervise": actor.may(SUPERVISE),
        "may_export": actor.may("exports.make"),
        "page_class": "legal",
        **_neighbours(page, found.has_later, {"by": "ended"} if ended else {}),
    }
    return render(request, "legal/response/mine.html", context)


def shown(found: Mine) -> list[dict[str, Any]]:
    """Answers as lines: who, where, what it is, how it stands."""
    today = timezone.localdate()
    law, said = law_on(today), language()
    return [
        {
            "response": one,
            "title": law.provisions[one.provision].title.of(said) if one.provision in law.provisions else one.provision,
            "word": word_of(one),
            "status": status_of(one, today),
            "says": says_of(one, found.changed.get(one.pk), today),
            "changed": bool(found.changed.get(one.pk)),
        }
        for one in found.rows
    ]


@needs(SUPERVISE)
@require_GET
def untouched(request: HttpRequest) -> HttpResponse:
    """Lines that nobody answered, or that lie idle; and how much each worker has."""
    actor, today, page = actor_of(request), timezone.localdate(), _page(request)
    law, lies = law_on(today), request.GET.get("by") == "idle"
    titles = [(one.id, one.title.of(language())) for one in law.provisions.values() if one.kind == "release"]
    form = UntouchedForm(request.GET or None, places=places_of(request), provisions=titles)
    asked = form.asked()
    said = {name: text for name in form.fields if (text := request.GET.get(name, ""))}
    context: dict[str, Any] = {"form": form, "asked": asked, "loads": loads(actor=actor, today=today), "lies": lies}
    if lies:
        found = idle(asked, actor=actor, today=today, page=page)
        context |= {"idle": shown(found), **_neighbours(page, found.has_later, {**said, "by": "idle"})}
        count = len(found.rows)
    else:
        rows, total, more = untouched_page(asked, actor=actor, today=today, page=page)
        lines = [(row, law.provisions[row.finding.provision].title.of(language())) for row in rows_of(rows, law, today)
                 if row.finding.provision in law.provisions]  # fmt: skip
        context |= {"rows": lines, "count": total, **_neighbours(page, more, said)}
        count = len(rows)
    listed(request, "legal.untouched", count, {"days": asked.days, "place": asked.place or ""})
    tabs = [(f"?{urlencode(said)}", _("Nobody answered"), not lies),
            (f"?{urlencode({**said, 'by': 'idle'})}", _("Taken, then nothing"), lies)]  # fmt: skip
    return render(request, "legal/response/untouched.html", {**context, "tabs": tabs, "page_class": "personal"})


@needs(RESPOND)
@require_GET
def inside(request: HttpRequest) -> HttpResponse:
    """The board of those still inside: why, what the clock asks for, what was done, who has it."""
    actor, today = actor_of(request), timezone.localdate()
    form = NarrowForm(request.GET or None, places=places_of(request))
    place = form.place_id
    found = board(place, actor=actor, today=today, after=uuid_in(request, "after"), before=uuid_in(request, "before"))
    listed(request, "legal.inside", len(found.rows), {"place": place or ""})
    kept = {"place": str(place)} if place else {}
    keys = [one.finding.pk for one in found.rows]
    names = {
        "earlier": f"?{urlencode({**kept, 'before': keys[0]})}" if keys and found.page.has_earlier else "",
        "later": f"?{urlencode({**kept, 'after': keys[-1]})}" if keys and found.page.has_later else "",
    }
    context = {"form": form, "rows": _on_board(found.rows), **names, "page_class": "personal"}
    return render(request, "legal/response/inside.html", context)


def _on_board(rows: tuple[OnBoard, ...]) -> list[dict[str, Any]]:
    today = timezone.localdate()
    law, letters = law_on(today), {one.name for one in offered(Letter)}
    lines = rows_of([one.finding for one in rows], law, today)
    return [
        {
            "one": one,
            "row": row,
            "cause": NAMES.get(one.cause, "") if one.cause else "",
            "to": TO.get(one.to_do.act.to, "") if one.to_do else "",
            "inside": inside_word(one.finding, today),
            "letter": one.to_do.act.letter if one.to_do and one.to_do.act.letter in letters else "",
            "word": word_of(one.response) if one.response and one.response.state != State.OPEN else "",
            "status": status_of(one.response, today) if one.response else "",
        }
        for one, row in zip(rows, lines, strict=True)
    ]


@needs(RESPOND)
@require_POST
def clock_done(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the clock asks for was done, today."""
    form = ClockForm(request.POST)
    try:
        if form.is_valid():
            did_clock_act(
                row_id=pk, cause=form.cleaned_data["cause"], clock=form.cleaned_data["clock"],
                on=timezone.localdate(), actor=actor_of(request), at=timezone.now(),
            )  # fmt: skip
            messages.success(request, _("Kept. The next clock runs."))
    except NotFound as missing:
        raise Http404(str(pk)) from missing
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(reverse("legal:inside"))


@needs("people.see")
@require_GET
def lost(request: HttpRequest) -> HttpResponse:
    """Days lost by people held now: by cause, by prison, by court."""
    actor, today = actor_of(request), timezone.localdate()
    form = NarrowForm(request.GET or None, places=places_of(request))
    found = lost_by(form.place_id, actor=actor, today=today)
    listed(request, "legal.days_lost", len(found.place), {"place": form.place_id or ""})
    context = {
        "form": form,
        "tables": [
            (_("By cause"), "cause", [(NAMES.get(key, key), one) for key, one in found.cause.items()]),
            (_("By prison"), "prison", [(place.shown, one) for place, one in found.place.items()]),
            (_("By court"), "court", [(key or _("court not known"), one) for key, one in found.court.items()]),
        ],
        "any": bool(found.cause),
    }
    return render(request, "legal/response/lost.html", context)


@needs(RESPOND)
@require_GET
def hindrances(request: HttpRequest) -> HttpResponse:
    """What stands in the way, counted from the refusals of the last year."""
    actor, today = actor_of(request), timezone.localdate()
    form = NarrowForm(request.GET or None, places=places_of(request))
    until = today + timedelta(days=1)
    found = obstacles(until - timedelta(days=YEAR), until, actor=actor, place=form.place_id)
    listed(request, "legal.obstacles", sum(map(len, found.by_feed.values())), {"place": form.place_id or ""})
    law = law_on(today).provisions
    context = {
        "form": form,
        "tables": [(_FEEDS[name](), rows) for name, rows in found.by_feed.items() if rows],
        "provisions": [(law[key].title.of(language()) if key in law else key, n) for key, n in found.provisions],
        "doubtful": [(str(label(key)), n) for key, n in found.doubtful],
    }
    return render(request, "legal/response/obstacles.html", context)


_FEEDS: dict[str, Any] = {
    "law": lambda: _("Obstacles of law"),
    "practice": lambda: _("Obstacles of practice"),
    "open_issue": lambda: _("Where courts read the law otherwise"),
    "cannot_tell": lambda: _("Facts that are not known"),
}


def _page(request: HttpRequest) -> int:
    text = request.GET.get("page", "")
    return min(int(text), MOST_PAGES) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _neighbours(page: int, more: bool, kept: dict[str, str]) -> dict[str, Any]:
    earlier = f"?{urlencode({**kept, 'page': page - 1})}" if page else ""
    return {"earlier": earlier, "later": f"?{urlencode({**kept, 'page': page + 1})}" if more else "", "size": PAGE}
