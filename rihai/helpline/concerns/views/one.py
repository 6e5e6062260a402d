"""The page of a concern, for whoever holds it, and the acts on it; for anybody else there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.models import Volunteer
from rihai.errors import NotFound, Refused
from rihai.helpline.concerns import operations
from rihai.helpline.concerns.clocks import may_stop, word_of
from rihai.helpline.concerns.forms import ClockForm, DecideForm, NameForm, ResultForm, RiskForm, SayForm, StepForm
from rihai.helpline.concerns.line import accounts_to_name
from rihai.helpline.concerns.models import Bar, Concern, ConcernClock, ConcernStep
from rihai.helpline.concerns.queries import concern_seen, whole
from rihai.kit.audit.reads import listed
from rihai.kit.gate import signed_in
from rihai.kit.views.asked import actor_of

FORM = require_http_methods(["GET", "POST"])


def concern_or_404(request: HttpRequest, pk: UUID) -> Concern:
    """A concern the reader holds, with a line in the log of reads. Raises Http404 for anybody else."""
    found = concern_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    listed(request, "helpline.sealed", 1, {"concern": pk})
    return found


@signed_in
@require_GET
def concern(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One concern: what was told, what is due, what was done, what was said to who raised it."""
    one, now = concern_or_404(request, pk), timezone.now()
    parts = whole(one)
    barred = [(each, Bar(each.because or "").label, name) for each, name in _named(parts.pop("barred"))]
    clocks = [(clock, word_of(clock.what), may_stop(clock.what, clock.due_at, now)) for clock in parts.pop("clocks")]
    return render(request, "helpline/concerns/concern.html", {
        "one": one, "said": one.said, "now": now, "today": timezone.localdate(now), "barred": barred, "clocks": clocks,
        "may_decide": one.raised_by != str(actor_of(request).pk), "is_due": one.is_due(timezone.localdate(now)),
        "may_erase": one.is_due(timezone.localdate(now)) and one.erase_asked_by_id != actor_of(request).pk, **parts,
    })  # fmt: skip


def _named(barred: list[Any]) -> list[tuple[Any, str]]:
    names = {str(pk): name for pk, name in Account.objects.filter(
        pk__in=[one.account for one in barred]
    ).values_list("pk", "name")}  # fmt: skip
    return [(one, names.get(one.account, "")) for one in barred]


def act_page(
    request: HttpRequest, one: Concern, form: BaseForm, act: Callable[[], object], *, title: Any, word: Any,
    standfirst: Any = "", anchor: str = "",
) -> HttpResponse:  # fmt: skip
    """A form under a concern; after its act the concern again, or the list where the actor holds it no more."""
    home = reverse("helpline:concern", args=[one.pk])
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                act()
            except NotFound as missing:
                raise Http404(str(missing)) from missing
            except Refused as refusal:
                form.add_error(None, str(refusal))
                status = 409
            else:
                if concern_seen(one.pk, actor=actor_of(request)) is None:
                    messages.info(request, _("It is kept from you from now on. Whoever may, goes on with it."))
                    return redirect("helpline:concerns")
                return redirect(home + anchor)
    context = {"form": form, "title": title, "word": word, "says": standfirst, "one": one, "back": home}
    return render(request, "helpline/concerns/act.html", context, status=status)


@signed_in
@FORM
def name(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say whom it is about."""
    one, at = concern_or_404(request, pk), timezone.now()
    form = NameForm(request.POST or None, people=_people())

    def act() -> object:
        return operations.name_about(
            concern_id=pk, who=_chosen(form.cleaned_data["who"]), actor=actor_of(request), at=at
        )

    return act_page(request, one, form, act, title=_("Whom it is about"), word=_("It is about them"), anchor="#about")


def _people() -> list[Any]:
    with as_house():
        volunteers = [(f"v-{one.pk}", one.name) for one in Volunteer.objects.order_by("name")]
    ours = [(f"a-{one.pk}", one.name) for one in accounts_to_name()]
    groups = [(_("Who works here"), ours), (_("Mentors and volunteers"), volunteers)]
    return [(title, people) for title, people in groups if people]


def _chosen(key: str) -> object:
    with as_house():
        kind: Any = Account if key.startswith("a-") else Volunteer
        return kind.objects.filter(pk=key[2:]).first()


@signed_in
@require_POST
def let_in(request: HttpRequest, pk: UUID, bar: UUID) -> HttpResponse:
    """Somebody whose name was only like it is not meant."""
    return _tap(
        request, pk, lambda: operations.lift_bar(concern_id=pk, bar_id=bar, actor=actor_of(request), at=timezone.now())
    )


@signed_in
@require_POST
def back(request: HttpRequest, pk: UUID, about: UUID) -> HttpResponse:
    """They may be among people again."""
    return _tap(
        request, pk,
        lambda: operations.let_back(concern_id=pk, about_id=about, actor=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@signed_in
@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It ends."""
    one = concern_or_404(request, pk)
    return _tap(
        request, pk,
        lambda: operations.close(concern_id=pk, version=one.version, actor=actor_of(request), at=timezone.now()),
    )  # fmt: skip


def _tap(request: HttpRequest, pk: UUID, act: Callable[[], object]) -> HttpResponse:
    """An act of one tap; what refused it stands above the page."""
    concern_or_404(request, pk)
    try:
        act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("helpline:concern", pk)


@signed_in
@FORM
def say(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write to who raised it."""
    one, at, form = concern_or_404(request, pk), timezone.now(), SayForm(request.POST or None)

    def act() -> object:
        return operations.say(concern_id=pk, text=form.cleaned_data["text"], actor=actor_of(request), at=at)

    return act_page(
        request, one, form, act, title=_("Write to who raised it"), word=_("Let them read it"), anchor="#words"
    )


@signed_in
@FORM
def step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Plan a step."""
    one, at, form = concern_or_404(request, pk), timezone.now(), StepForm(request.POST or None)

    def act() -> object:
        return operations.plan_step(concern_id=pk, said=form.cleaned_data, actor=actor_of(request), at=at)

    says = _("Keeping somebody from people pauses their matches and ends what they see of persons, when it is taken.")
    return act_page(
        request, one, form, act, title=_("Plan a step"), word=_("Plan it"), standfirst=says, anchor="#steps"
    )


def _step(request: HttpRequest, pk: UUID) -> tuple[Concern, ConcernStep]:
    found = ConcernStep.objects.filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return concern_or_404(request, found.concern_id), found


@signed_in
@FORM
def risk(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The question of reprisal for a step, before it is taken."""
    (one, found), at = _step(request, pk), timezone.now()
    form = RiskForm(request.POST or None, step=found)

    def act() -> object:
        return operations.answer_risk(
            step_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request), at=at
        )

    return act_page(request, one, form, act, title=_("Ask about reprisal"), word=_("Keep the answer"), anchor="#steps")


@signed_in
@FORM
def result(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A step was taken, or is left."""
    (one, found), at, form = _step(request, pk), timezone.now(), ResultForm(request.POST or None)

    def act() -> object:
        said = form.cleaned_data
        kept = operations.take_step if said["taken"] == "yes" else operations.leave_step
        return kept(step_id=pk, version=found.version, result=said["result"], actor=actor_of(request), at=at)

    return act_page(request, one, form, act, title=found.kind_word, word=_("Keep it"), anchor="#steps")


@signed_in
@FORM
def clock(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was done in the time of a clock."""
    found = ConcernClock.objects.filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    one, at, form = concern_or_404(request, found.concern_id), timezone.now(), ClockForm(request.POST or None)

    def act() -> object:
        return operations.stop_clock(clock_id=pk, says=form.cleaned_data["says"], actor=actor_of(request), at=at)

    return act_page(request, one, form, act, title=word_of(found.what), word=_("Keep it"), anchor="#clocks")


@signed_in
@FORM
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Decide it, with what who raised it reads."""
    one, at, form = concern_or_404(request, pk), timezone.now(), DecideForm(request.POST or None)

    def act() -> object:
        said = form.cleaned_data
        return operations.decide(
            concern_id=pk, version=one.version, outcome=said["outcome"], why=said["why"], tells=said["tells"],
            actor=actor_of(request), at=at,
        )  # fmt: skip

    return act_page(request, one, form, act, title=_("Decide"), word=_("It is decided"))
