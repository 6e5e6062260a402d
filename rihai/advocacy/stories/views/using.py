"""The list of stories, one with its leave and its uses, and each use from plan to taking down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.advocacy.pages import act_page
from rihai.advocacy.scope import KEEP, SIGN, STORIES, TELL
from rihai.advocacy.stories import using
from rihai.advocacy.stories.checklist import QUESTIONS
from rihai.advocacy.stories.forms import CheckForm, DecideForm, DownForm, ReasonForm, ShowForm, UseForm
from rihai.advocacy.stories.models import Story, StoryConsent, StoryPerson, StoryUse, UseState
from rihai.advocacy.stories.queries import may_read_words, stories_for, uses_for
from rihai.advocacy.stories.standing import may_be_decided, missing, must_be_decided, waits_for_decision
from rihai.advocacy.stories.views.shared import crumbs, story_or_404, to_use, use_or_404
from rihai.kit.audit.reads import listed, opened
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of

MOST = 200


@needs(STORIES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Stories the reader sees, and uses that must come down."""
    actor, today = actor_of(request), timezone.localdate()
    rows = list(stories_for(actor)[:MOST])
    listed(request, "advocacy.stories", len(rows), {})
    shown = list(uses_for(actor).filter(state=UseState.SHOWN)[:MOST])
    context = {
        "rows": rows, "shown": shown, "today": today, "may_tell": actor.may(TELL), "page_class": "personal",
    }  # fmt: skip
    return render(request, "advocacy/stories/index.html", context)


@needs(STORIES)
@require_GET
def story(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One story: its words while they may be read, leave, uses."""
    actor, now = actor_of(request), timezone.now()
    one = story_or_404(request, pk)
    whose = _whose(request, one)
    reads = may_read_words(one)
    consents = list(one.consents.all()[:MOST])
    context = {
        "one": one, "whose": whose, "reads": reads,
        "pictures": list(one.pictures.select_related("file")) if reads else [],
        "consents": [(row, row.holds(timezone.localdate(), now), row.of_version == one.version) for row in consents],
        "uses": list(uses_for(actor).filter(story=one)[:MOST]), "today": timezone.localdate(),
        "may_use": actor.may(KEEP) and reads, "knows": whose is not None, "page_class": "personal",
    }  # fmt: skip
    return render(request, "advocacy/stories/story.html", context)


def _whose(request: HttpRequest, one: Story) -> StoryPerson | None:
    """Whose story it is, for who knows her; opening her is written down."""
    if not getattr(one, "knows", False):
        return None
    found = StoryPerson.objects.select_related("person").filter(story=one).first()
    if found and found.person_id:
        opened(request, found.person_id)
    return found


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Plan a use."""
    one, today, now = story_or_404(request, pk), timezone.localdate(), timezone.now()
    if not may_read_words(one):
        raise Http404(str(pk))
    live = [row.pk for row in one.consents.all() if row.holds(today, now)]
    form = UseForm(request.POST or None, consents=StoryConsent.objects.filter(pk__in=live))
    return act_page(
        request, form, title=_("Where is it to be used?"), word=_("Plan it"), crumbs=crumbs(one),
        act=lambda: using.plan_use(
            consent_id=form.cleaned_data["consent"].pk, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda made: to_use(made.pk), says=_("Planned. Two people check now whether she could be recognised."),
    )  # fmt: skip


@needs(STORIES)
@require_GET
def use(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One use: what it still needs, who checked, who decided."""
    actor, now = actor_of(request), timezone.now()
    one = use_or_404(request, pk)
    planned = one.state == UseState.PLANNED
    seen = story_or_404(request, one.story_id)
    current = [row for row in one.checks.all() if row.of_version == one.story.version]
    reads = may_read_words(seen)
    may_check = planned and reads and all(row.by != actor.pk for row in current)
    context = {
        "one": one, "missing": missing(one, now, alone=may_check) if planned else [], "planned": planned,
        "page_class": "personal",
        "checks": [(row, [QUESTIONS[code] for code, held in row.answers.items() if not held and code in QUESTIONS])
                   for row in one.checks.all()],
        "may_check": may_check, "tells": reads and not may_check,
        "may_keep": actor.may(KEEP), "today": timezone.localdate(), "reads": reads,
        "may_decide": may_be_decided(one, actor, now), "needs": needs_decision(one, now),
        "open_again": waits_for_decision(one),
    }  # fmt: skip
    return render(request, "advocacy/stories/use.html", context)


def needs_decision(one: StoryUse, now: datetime) -> bool:
    """Whether a supervisor decides this use; what was found out of her since it was planned counts too."""
    planned = one.state == UseState.PLANNED
    return one.needs_decision or (planned and must_be_decided(one.story, one.consent, now))


def _act(
    request: HttpRequest, pk: UUID, form: Form, act: Callable[[int], Any], *, title: Any, word: Any, says: Any,
    standfirst: Any = "", shows_words: bool = False,
) -> HttpResponse:  # fmt: skip
    """One act on a use."""
    one = use_or_404(request, pk)
    readable = shows_words and may_read_words(story_or_404(request, one.story_id))
    if shows_words and not readable:
        raise Http404(str(pk))
    return act_page(
        request, form, title=title, word=word, crumbs=[*crumbs(one.story), (to_use(pk), one.place)], says=says,
        act=lambda: act(one.version), to=lambda _made: to_use(pk), standfirst=standfirst, page_class="personal",
        **({"before": one.story.words.says, "before_title": one.story.code} if readable else {}),
    )  # fmt: skip


@needs(STORIES)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer the checklist."""
    form = CheckForm(request.POST if request.method == "POST" else None)
    return _act(
        request, pk, form,
        lambda _version: using.check_use(
            use_id=pk, answers=form.answers(), says=form.cleaned_data["says"], actor=actor_of(request),
            at=timezone.now(),
        ),
        title=_("Could she be recognised?"), word=_("This is my answer"), says=_("Your answer is kept."),
        standfirst=_("Tick what holds. Think of her neighbours, her prison, and those who harmed her."),
        shows_words=True,
    )  # fmt: skip


@needs(SIGN)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A supervisor decides."""
    form = DecideForm(request.POST or None)
    return _act(
        request, pk, form,
        lambda _version: using.decide_use(
            use_id=pk, is_allowed=form.cleaned_data["is_allowed"] == "yes", reason=form.cleaned_data["reason"],
            actor=actor_of(request), at=timezone.now(),
        ),
        title=_("May this use be made?"), word=_("I decide so"), says=_("Your decision is kept, with your name."),
        standfirst=_("A child, a survivor, somebody in danger, or somebody who wishes to be known: you answer for it."),
        shows_words=True,
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is in use."""
    form = ShowForm(request.POST or None, initial={"on": timezone.localdate()})
    return _act(
        request, pk, form,
        lambda version: using.show_use(
            use_id=pk, version=version, on=form.cleaned_data["on"], link=form.cleaned_data["link"],
            actor=actor_of(request), at=timezone.now(),
        ),
        title=_("It is in use"), word=_("Write it down"), says=_("Written down. It comes down when her leave ends."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def down(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It has come down."""
    form = DownForm(request.POST or None, initial={"on": timezone.localdate()})
    return _act(
        request, pk, form,
        lambda version: using.take_down(
            use_id=pk, version=version, on=form.cleaned_data["on"], why=form.cleaned_data["why"],
            actor=actor_of(request), at=timezone.now(),
        ),
        title=_("It has come down"), word=_("Write it down"), says=_("It is written down."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is not used after all."""
    form = ReasonForm(request.POST or None)
    return _act(
        request, pk, form,
        lambda version: using.cancel_use(
            use_id=pk, version=version, why=form.cleaned_data["why"], actor=actor_of(request), at=timezone.now()
        ),
        title=_("Not used"), word=_("Do not use it"), says=_("It is written down."),
    )  # fmt: skip
