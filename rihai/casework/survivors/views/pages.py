"""A counsellor's own records, one of them, and everything written in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.casework.survivors.forms import (
    AgainForm,
    CloseForm,
    JoinForm,
    NewForm,
    ReferForm,
    ReviewForm,
    SessionForm,
    SettleForm,
    WatchForm,
)
from rihai.casework.survivors.models import RecordState, SurvivorRecord, SurvivorReferral
from rihai.casework.survivors.operations import (
    close_record,
    join_person,
    open_record,
    refer_by_choice,
    reopen_record,
    review_record,
    settle_referral,
    stop_watching,
    watch,
    write_session,
    write_told,
)
from rihai.casework.survivors.plan import plans_of
from rihai.casework.survivors.queries.records import (
    MAY,
    offered_to,
    orphans,
    record_seen,
    records_for,
    untold,
)
from rihai.errors import NotFound
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.models import Person
from rihai.people.views.asked import actor_of, done, person_or_404

FORM = require_http_methods(["GET", "POST"])
MOST = 60
BEGIN = "begin"
"""What the button on her page sends besides her id."""


@needs(MAY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The counsellor's own records by the day of their review, and what waits for an answer."""
    actor, today = actor_of(request), timezone.localdate()
    rows = list(records_for(actor).filter(state=RecordState.OPEN)[:MOST])
    listed(request, "casework.sealed", len(rows), {})
    context = {
        "today": today, "rows": rows, "closed": records_for(actor).filter(state=RecordState.CLOSED)[:20],
        "offered": list(offered_to(actor)), "heard": list(untold(actor)[:20]), "orphans": orphans(actor, on=today),
    }  # fmt: skip
    return render(request, "casework/survivors/index.html", context)


def record_or_404(request: HttpRequest, pk: UUID) -> SurvivorRecord:
    """The counsellor's own record; another's is answered as if there were none."""
    found = record_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    listed(request, "casework.sealed", 1, {"record": pk})
    return found


@needs(MAY)
@require_GET
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One record: wishes, safety plan, sessions, referrals, and of whom she wants to hear."""
    found = record_or_404(request, pk)
    context = {
        "record": found, "today": timezone.localdate(), "plans": plans_of(found, actor=actor_of(request)),
        "sessions": found.sessions.all()[:30], "referrals": found.referrals.all()[:20],
        "watched": found.watched.filter(ended_on=None), "heard": found.heard.select_related("watched")[:10],
        "offer": found.passings.filter(state="offered").select_related("receiver").first(),
        "is_open": found.state == RecordState.OPEN,
    }  # fmt: skip
    return render(request, "casework/survivors/record.html", context)


def form_page(
    request: HttpRequest, form: BaseForm, *, title: Any, word: Any, act: Callable[[], Any], says: Any,
    found: SurvivorRecord | None = None, standfirst: Any = "", to: Callable[[Any], Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """A page with its form; once the act is done, the record with a word. 409 refused, 422 written wrongly."""
    if request.method == "POST" and form.is_valid() and (made := done(form, act)):
        messages.success(request, says)
        return redirect("casework:sealed-record", to(made) if to else found.pk if found else made.pk)
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    given = {"form": form, "record": found, "title": title, "word": word, "standfirst": standfirst}
    return render(request, "casework/survivors/form.html", given, status=status)


def _hers(request: HttpRequest) -> Person | None:
    """The person on whose page the counsellor stood, from the body of what was sent; None for none."""
    try:
        pk = UUID(request.POST.get("person", ""))
    except ValueError:
        return None
    return person_or_404(request, pk)


def _sent(request: HttpRequest) -> QueryDict | None:
    """The form as it was sent; None where its page is asked for, which is sent too, by the button of her page."""
    return request.POST if request.POST and BEGIN not in request.POST else None


@needs(MAY)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Open a record: of a person on whose page the counsellor stood, or under its code alone."""
    person = _hers(request)
    form = NewForm(_sent(request), today=timezone.localdate(), initial={"person": person.pk if person else None})
    return form_page(
        request, form, title=_("Open a sealed record"), word=_("Open it"),
        standfirst=_("For the person you came from.") if person else _("Under a code alone: joined to nobody."),
        says=_("The record is open. You alone see it."),
        act=lambda: open_record(
            called=form.cleaned_data["called"], wishes=form.cleaned_data.get("wishes", ""),
            review_on=form.cleaned_data["review_on"], person_id=person.pk if person else None,
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What she is called and wishes now."""
    found = record_or_404(request, pk)
    form = ReviewForm(request.POST or None, today=timezone.localdate(), record=found)
    return form_page(
        request, form, title=_("What she wishes"), word=_("Keep it"), found=found, says=_("It is as you wrote it."),
        act=lambda: review_record(
            record_id=found.pk, version=form.record_version, called=form.cleaned_data["called"],
            wishes=form.cleaned_data.get("wishes", ""), review_on=form.cleaned_data["review_on"],
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a session down."""
    found = record_or_404(request, pk)
    form = SessionForm(request.POST or None, today=timezone.localdate())
    return form_page(
        request, form, title=_("A session"), word=_("Write it down"), found=found, says=_("The session is written."),
        act=lambda: write_session(record_id=found.pk, held=form.held, actor=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@needs(MAY)
@FORM
def refer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She chose to be helped by somebody else too."""
    found = record_or_404(request, pk)
    form = ReferForm(request.POST or None)
    return form_page(
        request, form, title=_("A referral, by her choice"), word=_("Write it down"), found=found,
        says=_("Written down. Tell them what stands in it, and no more."),
        act=lambda: refer_by_choice(
            record_id=found.pk, receiver=form.cleaned_data["receiver"], told=form.cleaned_data["told"],
            her_word=form.cleaned_data["her_word"], actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of a referral, or that she took it back."""
    mine = records_for(actor_of(request)).values("pk")
    one = SurvivorReferral.objects.filter(pk=pk, record__in=mine).select_related("record").first()
    if one is None:
        raise Http404(str(pk))
    form = SettleForm(request.POST or None, initial={"version": one.version})
    return form_page(
        request, form, title=one.receiver, word=_("Write it down"), found=one.record, standfirst=one.told,
        says=_("Written down. Where she took it back, tell them at once."),
        act=lambda: settle_referral(
            referral_id=one.pk, version=form.cleaned_data["version"], state=form.cleaned_data["state"],
            answer=form.cleaned_data.get("answer", ""), actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She wants to hear when somebody is released."""
    found = record_or_404(request, pk)
    form = WatchForm(request.POST or None)
    return form_page(
        request, form, title=_("Of whose release she wants to hear"), word=_("Keep it"), found=found,
        standfirst=_("When somebody of that name and father, or with that number, is released, you are told."),
        says=_("You are told when it happens, and tell her."),
        act=lambda: watch(
            record_id=found.pk, name=form.cleaned_data["name"], father=form.cleaned_data.get("father", ""),
            number=form.cleaned_data.get("number", ""), actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@require_POST
def ask_no_more(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She does not want to hear of them any more."""
    return _short(lambda: stop_watching(watched_id=pk, actor=actor_of(request), at=timezone.now()))


@needs(MAY)
@require_POST
def told(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She was told today."""
    today = timezone.localdate()
    return _short(lambda: write_told(heard_id=pk, told_on=today, actor=actor_of(request), at=timezone.now()))


def _short(act: Callable[[], Any]) -> HttpResponse:
    """An act of one tap, and back to the record. Raises Http404 for what is not the counsellor's."""
    try:
        one = act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    return redirect("casework:sealed-record", one.record_id)


@needs(MAY)
@FORM
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The support ends."""
    found = record_or_404(request, pk)
    form = CloseForm(request.POST or None, initial={"version": found.version})
    return form_page(
        request, form, title=_("Close the record"), word=_("Close it"), found=found, says=_("The record is closed."),
        act=lambda: close_record(
            record_id=found.pk, version=form.cleaned_data["version"], closing=form.cleaned_data["closing"],
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She has come back."""
    found = record_or_404(request, pk)
    form = AgainForm(request.POST or None, initial={"version": found.version, "review_on": timezone.localdate()})
    return form_page(
        request, form, title=_("She has come back"), word=_("Open it again"), found=found,
        says=_("The record is open again."),
        act=lambda: reopen_record(
            record_id=found.pk, version=form.cleaned_data["version"], review_on=form.cleaned_data["review_on"],
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def join(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She wishes the record to be under her name; the person is the one whose page was open."""
    found, person = record_or_404(request, pk), _hers(request)
    if person is None:
        raise Http404(str(pk))
    form = JoinForm(_sent(request), initial={"version": found.version, "person": person.pk})
    return form_page(
        request, form, title=_("Join it to her"), word=_("Join it"), found=found,
        standfirst=_("By her word alone. Others still see nothing."), says=_("The record is hers by name now."),
        act=lambda: join_person(
            record_id=found.pk, version=form.cleaned_data["version"], person_id=person.pk,
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip
