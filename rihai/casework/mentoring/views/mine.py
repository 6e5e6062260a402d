"""The mentor's own pages: her match, a meeting in a minute, her application."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.mentoring import operations as acts
from rihai.casework.mentoring.forms import CorrectMeetingForm, MeetingForm, OwnForm, VolunteerForm
from rihai.casework.mentoring.models import How, Language, Time
from rihai.casework.mentoring.queries.matches import match_of_meeting, own_page
from rihai.casework.mentoring.queries.reach import own_volunteer
from rihai.casework.mentoring.queries.volunteers import held_of
from rihai.casework.mentoring.views.asked import entry, match_or_404, posted
from rihai.casework.mentoring.wording import LACKING, hours_of
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.kit.ids import new_id
from rihai.people.views.asked import actor_of
from rihai.places.kinds import SERVED_AT
from rihai.places.models import Place


@needs("casework.mentor")
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Whom the mentor is with, what she is asked, and until when her papers hold."""
    today = timezone.localdate()
    page = own_page(actor_of(request))
    for row in page.rows:
        opened(request, row.match.person_id)
    listed(request, "casework.own_matches", len(page.rows), {})
    proposals = [
        (one, [Language(code).label for code in one.languages], [Time(code).label for code in one.times])
        for one in page.proposals
    ]
    lacking = [LACKING[one] for one in held_of(page.volunteer).lacking(today)] if page.volunteer else []
    context = {
        "page": page, "volunteer": page.volunteer, "rows": [(row, row.is_late(today)) for row in page.rows],
        "proposals": proposals, "lacking": lacking, "hours": hours_of(page.minutes),
    }  # fmt: skip
    return render(request, "casework/mentoring/mine.html", context)


@needs("casework.mentor")
@require_http_methods(["GET", "POST"])
def apply(request: HttpRequest) -> HttpResponse:
    """The mentor's own application, or what she wrote in it."""
    actor, today = actor_of(request), timezone.localdate()
    found = own_volunteer(actor)
    back = reverse("casework:mentor-mine")
    if found is not None:
        form = OwnForm(posted(request), today=today, record=found)
        return entry(
            request, form,
            lambda said: acts.change_volunteer(
                volunteer_id=found.pk, version=form.record_version, said=said, actor=actor, at=timezone.now()
            ),
            title=_("What you wrote of yourself"), word=_("Keep it"), kept=_("The change is kept."), back=back,
        )  # fmt: skip
    places = Place.objects.filter(kind__in=SERVED_AT, closed_on=None).order_by("name")
    return entry(
        request, VolunteerForm(posted(request), today=today, places=places, initial={"name": actor.name}),
        lambda said: acts.apply_to_mentor(said=said, actor=actor, at=timezone.now()),
        title=_("I would like to be a mentor"), word=_("Send the application"),
        kept=_("Thank you. The coordinator will ring you."), back=back,
        says=_("People once inside are welcome. A record alone does not exclude."),
    )  # fmt: skip


@needs("people.see")
@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A meeting, in a minute. The key made with the page lets it be sent twice and kept once."""
    page = match_or_404(request, pk)
    today = timezone.localdate()
    start = {
        "on": today, "key": new_id(), "outcome": "met",
        "how": How.VISIT if page.match.person.held_at_id else How.PHONE,
    }  # fmt: skip
    form = MeetingForm(posted(request), today=today, initial=start)
    return entry(
        request, form,
        lambda said: acts.record_meeting(
            match_id=pk, key=form.sent_key, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Write a meeting down"), word=_("Keep this meeting"), kept=_("The meeting is kept."),
        back=reverse("casework:mentor-match", args=[pk]), about=page.match.person.full_name,
        says=_("A heading is enough; no intimate detail, and no money or gifts."),
    )  # fmt: skip


@needs("people.see")
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write what was really so."""
    found = match_of_meeting(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    form = CorrectMeetingForm(posted(request), today=timezone.localdate(), record=found)
    return entry(
        request, form,
        lambda said: acts.correct_meeting(
            meeting_id=pk, version=form.record_version, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Correct a meeting"), word=_("Keep it"), kept=_("The meeting is corrected."),
        back=reverse("casework:mentor-match", args=[found.match_id]), about=found.match.person.full_name,
    )  # fmt: skip
