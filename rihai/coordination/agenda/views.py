"""Pages of an agenda: filled, trimmed line by line, added to; what became of those on it; the guarded decided on."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.coordination.agenda import operations
from rihai.coordination.agenda.became import became_of, counted
from rihai.coordination.agenda.forms import AddForm, GuardedForm, LeaveOutForm
from rihai.coordination.agenda.models import AgendaItem
from rihai.coordination.agenda.queries import headed, item_seen
from rihai.coordination.meetings.models import Meeting
from rihai.coordination.meetings.operations import AHEAD_STATES
from rihai.coordination.papers.models import Papers
from rihai.coordination.reach import KEEP
from rihai.coordination.scope import READ
from rihai.coordination.views import form_page, found, keeps, kept_meeting_or_404, meeting_or_404, told, who
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.legal.papers.queries.packs import guarded_among
from rihai.monitoring.pages import act_page
from rihai.people.queries.people import person_seen
from rihai.places.models import Inside


@needs(READ)
@require_GET
def agenda(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The whole agenda, to be trimmed."""
    one, actor = meeting_or_404(request, pk), actor_of(request)
    parts = headed(one, actor=actor)
    listed(request, "coordination.agenda", sum(part.count for part in parts), {"meeting": str(pk)})
    papers = Papers.objects.filter(meeting=one).first()
    mine = keeps(request, one.body_id)
    context = {
        "one": one, "parts": parts, "papers": papers, "today": timezone.localdate(), "page_class": "personal",
        "may": mine and one.is_open and papers is None, "keeps": mine, "count": sum(part.count for part in parts),
    }  # fmt: skip
    return render(request, "coordination/agenda/agenda.html", context)


@needs(KEEP)
@require_POST
def fill(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Bring it up to today's lists."""
    kept_meeting_or_404(request, pk)
    made: tuple[int, int] | None = told(
        request, lambda: operations.fill(meeting_id=pk, **who(request)), _("The agenda is filled from today’s lists.")
    )
    if made:
        messages.info(request, _("New: %(came)s. Gone from their list: %(went)s.") % {"came": made[0], "went": made[1]})
    return redirect("coordination:agenda", pk)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def leave_out(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A line is left out, with why."""
    item = _item(request, pk)
    form = LeaveOutForm(request.POST or None)
    return form_page(
        request, form, to=reverse("coordination:agenda", args=[item.meeting_id]), title=_("Leave it out"),
        word=_("Leave it out"), meeting=item.meeting, page_class="personal", before=item.says,
        before_title=item.title or (item.person.full_name if item.person else ""), says=_("Left out."),
        act=lambda: operations.leave_out(item_id=pk, because=form.cleaned_data["because"], **who(request)),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def bring_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It stands on the agenda again."""
    item = _item(request, pk)
    told(request, lambda: operations.bring_back(item_id=pk, **who(request)), _("It stands on the agenda again."))
    return redirect("coordination:agenda", item.meeting_id)


@needs(KEEP)
@require_POST
def first(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It comes first under its heading."""
    item = _item(request, pk)
    told(request, lambda: operations.put_first(item_id=pk, **who(request)), _("It stands first."))
    return redirect("coordination:agenda", item.meeting_id)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A matter that no list holds."""
    one = kept_meeting_or_404(request, pk)
    form = AddForm(request.POST or None)
    return form_page(
        request, form, to=reverse("coordination:agenda", args=[pk]), title=_("Add a matter"), word=_("Add it"),
        act=lambda: operations.add_by_hand(meeting_id=pk, **form.cleaned_data, **who(request)), meeting=one,
        says=_("Added."),
    )  # fmt: skip


@needs(READ)
@require_GET
def became(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What became of everybody on the agenda since."""
    one, actor = meeting_or_404(request, pk), actor_of(request)
    rows = became_of(one, actor=actor)
    listed(request, "coordination.became", len(rows), {"meeting": str(pk)})
    context = {"one": one, "rows": rows, "counts": counted(rows), "page_class": "personal"}
    return render(request, "coordination/agenda/became.html", context)


@needs(operations.DECIDES_GUARDED)
@require_http_methods(["GET", "POST"])
def guarded(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A guarded person on one agenda, by a named decision."""
    person = found(person_seen(pk, actor=actor_of(request)), pk)
    opened(request, person.pk)
    if person.pk not in guarded_among([person.pk], at=timezone.now()):
        raise Http404(str(pk))
    around = list(Inside.objects.filter(inner=person.held_at_id).values_list("outer_id", flat=True))
    rows = Meeting.objects.filter(state__in=AHEAD_STATES, body__place__in=around, papers=None)
    meetings = rows.exclude(body__secretary=None).select_related("body").order_by("on")
    form = GuardedForm(request.POST or None, meetings=meetings)
    return act_page(
        request, form, title=_("On a committee’s agenda"), word=_("Decide it under my name"),
        act=lambda: operations.decide_guarded(
            meeting_id=form.cleaned_data["meeting"].pk, person_id=person.pk, because=form.cleaned_data["because"],
            says=form.cleaned_data["says"], **who(request),
        ),
        to=lambda _made: reverse("people:person", args=[person.pk]), page_class="personal",
        crumbs=[(reverse("people:person", args=[person.pk]), person.full_name)], template="coordination/act.html",
        says=_("Decided. The secretary of that committee sees her until the meeting is over; the papers name her."),
        standfirst=_("Guarded people stand on no agenda. This puts one on one agenda, under your name and with why."),
    )  # fmt: skip


def _item(request: HttpRequest, pk: UUID) -> AgendaItem:
    item = found(item_seen(pk, actor=actor_of(request)), pk)
    kept_meeting_or_404(request, item.meeting_id)
    return item
