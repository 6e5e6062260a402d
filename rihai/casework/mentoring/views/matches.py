"""Matches: the list, people who wish for a mentor, suggestions with reasons, one match and each act on it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.casework.mentoring import operations as acts
from rihai.casework.mentoring.forms import (
    AnswerForm,
    CallForm,
    ConcernForm,
    EndForm,
    PauseForm,
    SettleForm,
    WishForm,
)
from rihai.casework.mentoring.matching import REASONS
from rihai.casework.mentoring.models import MatchState
from rihai.casework.mentoring.queries.matches import STATES, list_matches, proposals_of, waiting_for_mentor
from rihai.casework.mentoring.queries.reach import (
    concerns_for,
    match_to_worry_about,
    oversees,
    proposals_for,
    without_coordinator,
)
from rihai.casework.mentoring.queries.suggesting import suggestions_for, wish_of
from rihai.casework.mentoring.views.asked import (
    act_or_say,
    entry,
    match_or_404,
    overseer_of,
    posted,
)
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, person_or_404

MAY = "people.see"


@needs(MAY)
@require_GET
def matches(request: HttpRequest) -> HttpResponse:
    """Matches in one state, above them those that nobody coordinates."""
    actor, today = overseer_of(request), timezone.localdate()
    asked = request.GET.get("state", "")
    state = asked if asked in STATES else MatchState.RUNNING
    rows, counts = list_matches(state, actor=actor)
    listed(request, "casework.matches", len(rows), {"state": str(state)})
    tabs = [(str(one), one.label, counts[one], one == state) for one in STATES]
    context = {
        "rows": [(row, row.is_late(today)) for row in rows], "tabs": tabs, "state": str(state),
        "orphans": without_coordinator(actor), "waiting": len(waiting_for_mentor(actor)),
    }  # fmt: skip
    return render(request, "casework/mentoring/matches.html", context)


@needs(MAY)
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """People who wish for a mentor and have none."""
    actor = overseer_of(request)
    rows = waiting_for_mentor(actor)
    listed(request, "casework.mentor_wishes", len(rows), {})
    return render(request, "casework/mentoring/waiting.html", {"rows": rows, "may": actor.may("casework.match")})


@needs(MAY)
@require_http_methods(["GET", "POST"])
def wish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What a person says of a mentor."""
    actor, person = actor_of(request), person_or_404(request, pk)
    if not (oversees(actor) or actor.may("casework.keep")):
        raise Http404(str(pk))
    opened(request, person.pk)
    found = wish_of(person.pk, actor=actor)
    form = WishForm(posted(request), today=timezone.localdate(), record=found)
    is_matching = actor.may("casework.match")
    suggestions = reverse("casework:mentor-suggestions", args=[person.pk])
    page = reverse("people:person", args=[person.pk])
    return entry(
        request, form,
        lambda said: acts.keep_wish(
            person_id=person.pk, version=form.record_version, said=said, actor=actor, at=timezone.now()
        ),
        title=_("Wishes for a mentor"), word=_("Keep the wishes"), kept=_("The wishes are kept."), back=page,
        then=suggestions if is_matching and form.data.get("wants") == "yes" else "", about=person.full_name,
        says=_("Ask; suppose nothing. They may say no, and change their mind."),
    )  # fmt: skip


@needs("casework.match")
@require_GET
def suggestions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who could be the mentor, with every reason; and who could not, with why."""
    actor, person = actor_of(request), person_or_404(request, pk)
    opened(request, person.pk)
    found = suggestions_for(person, actor=actor, on=timezone.localdate())
    context = {"person": person, "wish": wish_of(person.pk, actor=actor), "found": found}
    return render(request, "casework/mentoring/suggestions.html", context)


@needs("casework.match")
@require_POST
def propose(request: HttpRequest, pk: UUID, volunteer: UUID) -> HttpResponse:
    """Propose one."""
    person = person_or_404(request, pk)
    return act_or_say(
        request,
        lambda: acts.propose_match(
            person_id=person.pk, volunteer_id=volunteer, actor=actor_of(request), at=timezone.now()
        ),
        _("Proposed. Ask the person and the mentor; with two yeses it begins."),
        reverse("casework:mentoring") + "?state=proposed",
    )  # fmt: skip


@needs(MAY)
@require_GET
def match(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One match: in full to whoever oversees it, to its mentor the person in outline and what was written."""
    actor = actor_of(request)
    page = match_or_404(request, pk)
    reasons = [REASONS[code, fits] for code, fits in page.match.reasons if (code, fits) in REASONS]
    context = {
        "page": page, "match": page.match, "reasons": reasons, "today": timezone.localdate(),
        "late": page.row.is_late(timezone.localdate()), "may_match": actor.may("casework.match"),
    }  # fmt: skip
    return render(request, "casework/mentoring/match.html", context)


@needs(MAY)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: UUID, side: str) -> HttpResponse:
    """What the person, or the mentor, says to a proposal."""
    actor = actor_of(request)
    own = side == "mentor" and proposals_for(actor).filter(pk=pk).exists()
    if side not in {"person", "mentor"} or not (own or oversees(actor)):
        raise Http404(str(pk))
    if own:
        back, about, outline = reverse("casework:mentor-mine"), "", _outline(request, pk)
    else:
        found = match_or_404(request, pk, overseen=True).match
        back, outline = reverse("casework:mentor-match", args=[pk]), ""
        about = found.person.full_name if side == "person" else found.mentor_name
    return entry(
        request, AnswerForm(posted(request), today=timezone.localdate(), side=side),
        lambda said: acts.answer_match(match_id=pk, side=side, actor=actor, at=timezone.now(), **said),
        title=_("Your answer") if own else _("The person’s answer") if side == "person" else _("The mentor’s answer"),
        word=_("Keep the answer"), back=back, about=about, notice=outline, then=back,
    )  # fmt: skip


def _outline(request: HttpRequest, pk: UUID) -> str:
    """What a mentor is told before she answers, in one line."""
    for one in proposals_of(actor_of(request)):
        if one.match.pk == pk:
            return " · ".join(filter(None, (one.sex, one.place)))
    return ""


@needs(MAY)
@require_http_methods(["GET", "POST"])
def pause(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Pause the match."""
    found = match_or_404(request, pk, overseen=True).match
    return entry(
        request, PauseForm(posted(request), today=timezone.localdate()),
        lambda said: acts.pause_match(
            match_id=pk, version=found.version, why=said["why"], words=said["reason"], actor=actor_of(request),
            at=timezone.now(),
        ),
        title=_("Pause the match"), word=_("Pause it"), kept=_("It is paused. The mentor does not see the person now."),
        back=reverse("casework:mentor-match", args=[pk]), about=found.person.full_name,
        says=_("Tell both why, and until when. While it is paused the mentor does not see the person."),
    )  # fmt: skip


@needs(MAY)
@require_POST
def resume(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on with it."""
    found = match_or_404(request, pk, overseen=True).match
    return act_or_say(
        request,
        lambda: acts.resume_match(match_id=pk, version=found.version, actor=actor_of(request), at=timezone.now()),
        _("It goes on, and the mentor sees the person again."), reverse("casework:mentor-match", args=[pk]),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End it safely."""
    found = match_or_404(request, pk, overseen=True).match
    today = timezone.localdate()
    return entry(
        request, EndForm(posted(request), today=today, initial={"on": today}),
        lambda said: acts.end_match(
            match_id=pk, version=found.version, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("A safe ending"), word=_("End the match"),
        kept=_("It has ended. The mentor does not see the person now."),
        back=reverse("casework:mentor-match", args=[pk]), about=found.person.full_name, danger=True,
        says=_("Four weeks’ notice, a last meeting to look back together, and somebody who is there from now on."),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def call(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The person was called after an ending nobody planned."""
    found = match_or_404(request, pk, overseen=True).match
    today = timezone.localdate()
    return entry(
        request, CallForm(posted(request), today=today, initial={"on": today}),
        lambda said: acts.record_call(
            match_id=pk, version=found.version, actor=actor_of(request), at=timezone.now(), **said
        ),
        title=_("Called after the ending"), word=_("Keep it"), back=reverse("casework:mentor-match", args=[pk]),
        about=found.person.full_name,
    )  # fmt: skip


@needs("casework.match")
@require_POST
def take_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Coordinate a match that nobody coordinates any more."""
    return act_or_say(
        request, lambda: acts.take_over(match_id=pk, actor=actor_of(request), at=timezone.now()),
        _("You coordinate this match now."), reverse("casework:mentor-match", args=[pk]),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def concern(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What worries somebody who works with the person, or the mentor."""
    actor = actor_of(request)
    found = match_to_worry_about(pk, actor=actor)
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    full = oversees(actor) or found.mentored_by(actor.pk)
    back = reverse("casework:mentor-match", args=[pk]) if full else reverse("people:person", args=[found.person_id])
    return entry(
        request, ConcernForm(posted(request), today=timezone.localdate()),
        lambda said: acts.raise_concern(match_id=pk, actor=actor, at=timezone.now(), **said),
        title=_("Something worries me"), word=_("Tell the coordinator"), back=back, about=found.person.full_name,
        kept=_("It is kept. The coordinator and the supervisor read it, and nobody else."),
        notice=_(
            "If life is in danger, telephone first and write afterwards. About the mentor: raise it under Act, a "
            "concern about one of us. It goes sealed to whoever safeguards, and the coordinator does not read it."
        ),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was done about a concern."""
    found = concerns_for(overseer_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    return entry(
        request, SettleForm(posted(request), today=timezone.localdate()),
        lambda said: acts.settle_concern(concern_id=pk, actor=actor_of(request), at=timezone.now(), **said),
        title=_("A concern"), word=_("It is settled"), back=reverse("casework:mentor-match", args=[found.match_id]),
        about=found.get_about_display(), notice=found.what,
    )  # fmt: skip
