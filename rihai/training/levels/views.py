"""The pages of the four levels: of a session, of a course, what a superior is asked, and figures before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.instruments.handling import FILLS
from rihai.kit.actor import Actor
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.courses.models import Course
from rihai.training.exams.marking import mean
from rihai.training.exams.queries import FEWEST_SHOWN, questions_of
from rihai.training.exams.views import crumbs_of, session_asked
from rihai.training.levels import figures, said
from rihai.training.levels.forms import FigureForm
from rihai.training.levels.job import asked_of, to_ask
from rihai.training.levels.models import Figure
from rihai.training.levels.queries import Levels, figures_told, levels_of, sessions_of
from rihai.training.pages import act_page, one_of, page_of, told, who
from rihai.training.reach import JUDGE, KEEP, READ, is_told, places_for, told_sessions
from rihai.training.sessions.models import SessionState

PAGE = 50
MOST_SESSIONS = 40


@needs(READ)
@require_GET
def session_levels(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One session at its four levels."""
    actor, session = actor_of(request), session_asked(request, pk)
    (found,) = levels_of([session], timezone.localdate())
    is_own = is_told(actor, session)
    words = questions_of(said.FORM, (get_language() or "en")[:2])
    context = {
        "session": session, "found": found, "crumbs": crumbs_of(session), "is_own": is_own,
        "marked": found.marked, "points": [(words.get(name, name), one) for name, one in found.points.items()],
        "figures": _shown(found.figures, actor), "fewest": FEWEST_SHOWN,
        "page_class": "ordinary",
        "say": _say_url(session.pk) if is_own and actor.may(FILLS) and _has_begun(session.state) else "",
    }  # fmt: skip
    return render(request, "training/levels/session.html", context)


def _has_begun(state: str) -> bool:
    return state in {SessionState.HELD, SessionState.FINISHED}


def _say_url(pk: UUID) -> str:
    return reverse("instruments:fill", args=[said.HANDLER, said.FORM, pk])


def _shown(rows: Sequence[Figure], actor: Actor) -> list[dict[str, Any]]:
    """The figures with their titles; what the house counted is told to whoever reads it of that place too."""
    known = figures.measures()
    told_of = figures.told_places(actor, {one.place_id for one in rows if one.measure})
    return [
        {
            "one": one,
            "title": known[one.measure].title if one.measure in known else one.title or one.measure,
            "is_told": not one.measure or one.place_id in told_of,
        }
        for one in rows
    ]


@needs(READ)
@require_GET
def course_levels(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A course at its four levels: its sessions, the newest first, and all of them together."""
    course = one_of(Course.objects.all(), pk)
    found = levels_of(list(sessions_of(course, actor_of(request))[:MOST_SESSIONS]), timezone.localdate())
    context = {
        "course": course, "rows": found, "whole": _together(found), "fewest": FEWEST_SHOWN, "most": MOST_SESSIONS,
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "training/levels/course.html", context)


def _together(found: Sequence[Levels]) -> dict[str, Any]:
    """All sessions as one: sheets, who sat both tests, the mean of their normalised gains, who was judged."""
    marked = [one.marked for one in found if one.marked is not None]
    shares = [share for one in marked for pair in one.pairs if (share := pair.normalised(one.most)) is not None]
    people = sum(one.people for one in marked)
    return {
        "sheets": sum(one.sheets for one in found), "people": people,
        "normalised": mean(shares) if people >= FEWEST_SHOWN else None,
        "passed": sum(one.passed_after for one in marked) if people >= FEWEST_SHOWN else None,
        "judged": sum(job.judged for one in found for job in one.job),
        "due": sum(job.due for one in found for job in one.job),
        "finished": sum(one.finished for one in found),
    }  # fmt: skip


@needs(JUDGE)
@require_GET
def on_the_job(request: HttpRequest) -> HttpResponse:
    """What the reader is asked about people of their own places, the longest due first."""
    today = timezone.localdate()
    rows, pages = page_of(request, to_ask(actor_of(request), today), PAGE)
    listed(request, "training.on_the_job", len(rows), {})
    context = {
        "rows": asked_of(rows, today), "today": today, "may": actor_of(request).may(FILLS), "page_class": "personal",
        **pages,
    }  # fmt: skip
    return render(request, "training/levels/on_the_job.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def add_figure(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set a figure of a place before and after a session."""
    actor = actor_of(request)
    session = one_of(told_sessions(actor).select_related("curriculum__course"), pk)
    form = FigureForm(
        request.POST or None, places=places_for(actor, KEEP), place=session.place_id, counts=actor.may(figures.SEES)
    )  # fmt: skip
    return act_page(
        request, form, title=_("A figure before and after"), word=_("Set it"), crumbs=crumbs_of(session),
        act=lambda: figures.add_figure(session_id=pk, said=form.cleaned_data, **who(request)),
        to=lambda _made: reverse("training:levels", args=[pk]), says=_("The figure is set."),
        standfirst=_("Before and after stand beside each other. That the training did it, no such figure can show."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def count_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Count a figure anew."""
    one = _figure(request, pk)
    told(request, lambda: figures.count_again(figure_id=pk, **who(request)), _("The figure is counted anew."))
    return redirect("training:levels", one.session_id)


@needs(KEEP)
@require_POST
def drop_figure(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a figure out."""
    one = _figure(request, pk)
    told(request, lambda: figures.drop_figure(figure_id=pk, **who(request)), _("The figure is taken out."))
    return redirect("training:levels", one.session_id)


def _figure(request: HttpRequest, pk: UUID) -> Figure:
    return one_of(figures_told(actor_of(request)), pk)
