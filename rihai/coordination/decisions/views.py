"""Pages of decisions: written down, actions, one action with its answers, settled with evidence."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.coordination.agenda.queries import item_seen
from rihai.coordination.decisions import operations
from rihai.coordination.decisions.forms import ActionForm, AnswerForm, DecisionForm, DropForm, SettleForm, given_file
from rihai.coordination.decisions.models import Action, ActionState
from rihai.coordination.decisions.operations import action_of_owner
from rihai.coordination.decisions.queries import action_seen, actions_for, decisions_for, late_actions, open_actions
from rihai.coordination.reach import KEEP
from rihai.coordination.scope import READ
from rihai.coordination.views import form_page, found, keeps, kept_meeting_or_404, page_of, who
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs, signed_in
from rihai.kit.views.asked import actor_of
from rihai.monitoring.pages import act_page

PAGE = 60
TABS = ("open", "late", "done")


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The actions of the committees the reader sees."""
    actor, today = actor_of(request), timezone.localdate()
    tab = request.GET.get("tab", "open")
    tab = tab if tab in TABS else "open"
    rows = {
        "open": open_actions(actor), "late": late_actions(actor, today),
        "done": actions_for(actor).exclude(state=ActionState.OPEN).order_by("-done_on", "pk"),
    }[tab]  # fmt: skip
    shown, pages = page_of(request, rows, PAGE)
    listed(request, "coordination.actions", len(shown), {"tab": tab})
    context = {
        "rows": shown, "tab": tab, "today": today, "page_class": "personal", "may_export": actor.may("exports.make"),
        "whole": rows.count(), **pages,
    }  # fmt: skip
    return render(request, "coordination/decisions/index.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the meeting decided, on a line of its agenda (`item`) or beside it."""
    one = kept_meeting_or_404(request, pk)
    named = str(request.GET.get("item", ""))
    item = _item(request, named, pk) if named else None
    form = DecisionForm(request.POST or None, body=one.body)
    about = (item.title or (item.person.full_name if item.person else "")) if item else ""
    return form_page(
        request, form, to=reverse("coordination:meeting", args=[pk]), title=_("A decision"), word=_("Write it down"),
        meeting=one, says=_("Written down."), before=item.says if item else "", before_title=about,
        page_class="personal" if item and item.person else "ordinary",
        act=lambda: operations.decide(
            meeting_id=pk, item_id=item.pk if item else None, said=form.cleaned_data, **who(request)
        ),
    )  # fmt: skip


def _item(request: HttpRequest, named: str, meeting: UUID) -> Any:
    try:
        item = item_seen(UUID(named), actor=actor_of(request))
    except ValueError:
        item = None
    return found(item if item and item.meeting_id == meeting else None, named)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new_action(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One more action of a decision."""
    decision = found(decisions_for(actor_of(request)).filter(pk=pk).first(), pk)
    kept_meeting_or_404(request, decision.meeting_id)
    form = ActionForm(request.POST or None, body=decision.meeting.body)
    return form_page(
        request, form, to=reverse("coordination:meeting", args=[decision.meeting_id]), title=_("An action"),
        word=_("Ask for it"), meeting=decision.meeting, before=decision.says, before_title=_("The decision"),
        act=lambda: operations.add_action(decision_id=pk, said=form.cleaned_data, **who(request)), says=_("Kept."),
        page_class=decision.data_class,
    )  # fmt: skip


@needs(READ)
@require_GET
def action(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One action with what was answered and what shows that it is done."""
    one = found(action_seen(pk, actor=actor_of(request)), pk)
    context = {
        "one": one, "answers": list(one.answers.select_related("file")), "today": timezone.localdate(),
        "may": one.state == ActionState.OPEN and keeps(request, one.body_id),
        "page_class": one.data_class,
    }  # fmt: skip
    return render(request, "coordination/decisions/action.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What its owner told the secretary."""
    one = _kept(request, pk)
    form = AnswerForm(request.POST or None, request.FILES or None)
    return form_page(
        request, form, to=_address(one), title=_("What its owner says"), word=_("Write it down"), body=one.body,
        before=one.says, before_title=one.whose, says=_("Written down."), page_class=one.data_class,
        act=lambda: operations.answer_action(action_id=pk, **form.said(), **who(request)),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is done, and this shows it."""
    one = _kept(request, pk)
    form = SettleForm(request.POST or None, request.FILES or None, record=one)

    def act() -> Any:
        return operations.settle_action(
            action_id=pk, version=form.record_version, evidence=form.cleaned_data["evidence"],
            file=given_file(form.cleaned_data.get("file")), **who(request),
        )  # fmt: skip

    return form_page(
        request, form, act=act, to=_address(one), title=_("It is done"), word=_("It is done"), body=one.body,
        before=one.says, before_title=one.whose, says=_("Kept, with what shows it."), page_class=one.data_class,
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is asked no more."""
    one = _kept(request, pk)
    form = DropForm(request.POST or None)
    return form_page(
        request, form, to=_address(one), title=_("Ask it no more"), word=_("Ask it no more"), body=one.body,
        before=one.says, before_title=one.whose, says=_("Kept."), page_class=one.data_class,
        act=lambda: operations.drop_action(action_id=pk, because=form.cleaned_data["because"], **who(request)),
    )  # fmt: skip


@signed_in
@require_http_methods(["GET", "POST"])
def own(request: HttpRequest, pk: UUID) -> HttpResponse:
    """An action of the reader's own: what it asks, and the answer to it."""
    actor = actor_of(request)
    one = action_of_owner(pk, actor=actor, at=timezone.now())
    if one is None and actor.may(READ):
        return redirect(_address(found(action_seen(pk, actor=actor), pk)))
    mine = found(one, pk)
    form = AnswerForm(request.POST or None, request.FILES or None)
    back = reverse("home")
    return act_page(
        request, form, to=lambda _made: back, title=_("An action of yours"), word=_("Give this answer"),
        act=lambda: operations.answer_action(action_id=pk, **form.said(), **who(request)),
        crumbs=[(back, _("My work"))], before=mine.says, before_title=mine.body.shown, page_class=mine.data_class,
        says=_("Your answer is kept; the secretary settles whether it is done."), template="coordination/act.html",
    )  # fmt: skip


def _kept(request: HttpRequest, pk: UUID) -> Action:
    one = found(action_seen(pk, actor=actor_of(request)), pk)
    return found(one if keeps(request, one.body_id) else None, pk)


def _address(one: Action) -> str:
    return reverse("coordination:action", args=[one.pk])
