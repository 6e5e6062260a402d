"""The pages of the challenges register: all by rank, one with what shows it, its reviews, the weights."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.coordination.challenges import operations
from rihai.coordination.challenges.forms import ChallengeForm, EvidenceForm, LeaveForm, ReviewForm, WeightsForm
from rihai.coordination.challenges.linked import addresses, choices
from rihai.coordination.challenges.models import ENDED, Challenge, ChallengeCriteria, ChallengeEvidence, Counted
from rihai.coordination.challenges.proposed import leave, proposals_for, take_up
from rihai.coordination.challenges.queries import challenges_for, ranked, weights
from rihai.coordination.pages import act_page
from rihai.coordination.scope import PLAN, READ, is_everywhere, places_for
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.profile.flags import FLAGS
from rihai.screening.law.packs import law_on
from rihai.words import say


def _challenge(request: HttpRequest, pk: UUID, capability: str = READ) -> Challenge:
    found = challenges_for(actor_of(request), capability).filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found


def _crumbs(one: Challenge | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("coordination:challenges"), _("Challenges"))]
    return [*rows, (reverse("coordination:challenge", args=[one.pk]), one.title)] if one else rows


def _counted_in_words(one: Challenge) -> str:
    """What is counted, and how."""
    language = get_language() or "en"
    if one.counted == Counted.FINDING:
        provision = law_on(timezone.localdate()).provisions.get(one.counts)
        title = provision.title.of(language) if provision else one.counts
        return _("held there now and reached by “%(title)s”, met or arguable, each once") % {"title": title}
    if one.counted == Counted.RISK:
        group = FLAGS.get(one.counts)
        title = say(group.title, language) if group else one.counts
        return _("held there now and of the group “%(title)s”, each once") % {"title": title}
    return one.method


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The register: what is open by rank, what has ended below."""
    actor = actor_of(request)
    rows = list(challenges_for(actor)[:300])
    listed(request, "coordination.challenges", len(rows), {})
    context = {
        "rows": ranked([one for one in rows if one.state not in ENDED]),
        "ended": [one for one in rows if one.state in ENDED], "held": weights(),
        "proposals": list(proposals_for(actor)[:60]),
        "criteria": ChallengeCriteria.objects.first(), "today": timezone.localdate(), "may_plan": actor.may(PLAN),
        "may_weigh": is_everywhere(actor, PLAN), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "coordination/challenges/index.html", context)


@needs(READ)
@require_GET
def challenge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One challenge: the problem, whom it touches, what shows it, what is done, how it ranks and why."""
    one = _challenge(request, pk)
    (row,) = ranked([one])
    evidence = list(one.evidence.select_related("file"))
    pages = addresses(evidence)
    context = {
        "one": one, "row": row, "counted": _counted_in_words(one), "today": timezone.localdate(),
        "evidence": [(each, pages.get(each.pk, "")) for each in evidence], "reviews": list(one.reviews.all()),
        "may_plan": actor_of(request).may(PLAN), "has_ended": one.state in ENDED, "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "coordination/challenges/challenge.html", context)


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a challenge down."""
    actor = actor_of(request)
    form = ChallengeForm(
        request.POST or None, places=places_for(actor, PLAN), whole=is_everywhere(actor, PLAN),
        on=timezone.localdate(),
    )  # fmt: skip
    return act_page(
        request, form, title=_("A new challenge"), word=_("Write it down"), crumbs=_crumbs(),
        act=lambda: operations.keep_challenge(said=form.cleaned_data, actor=actor, at=timezone.now()),
        to=lambda made: reverse("coordination:challenge", args=[made.pk]),
        says=_("The challenge is written down. What shows it comes next."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a challenge."""
    one = _challenge(request, pk, PLAN)
    form = ChallengeForm(request.POST or None, places=None, whole=True, on=timezone.localdate(), record=one)
    return act_page(
        request, form, title=_("Change the challenge"), word=_("Keep it"), crumbs=_crumbs(one),
        act=lambda: operations.keep_challenge(
            challenge_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda made: reverse("coordination:challenge", args=[made.pk]), says=_("The challenge is kept."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add what shows a challenge."""
    one = _challenge(request, pk, PLAN)
    form = EvidenceForm(request.POST or None, request.FILES or None, linked=choices(actor_of(request)))

    def act() -> ChallengeEvidence:
        return operations.add_evidence(
            challenge_id=pk, said=form.said(), actor=actor_of(request), at=timezone.now()
        )  # fmt: skip

    return act_page(
        request, form, title=_("What shows it?"), word=_("Add it"), crumbs=_crumbs(one), act=act,
        to=lambda _made: reverse("coordination:challenge", args=[pk]), says=_("It is added."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what a review found."""
    one = _challenge(request, pk, PLAN)
    form = ReviewForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Look at it again"), word=_("Write it down"), crumbs=_crumbs(one),
        act=lambda: operations.review_challenge(
            challenge_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda _made: reverse("coordination:challenge", args=[pk]), says=_("The review is written down."),
        before=one.problem, before_title=one.title,
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def criteria(request: HttpRequest) -> HttpResponse:
    """The weights, with their history; changed by whoever plans for the whole office."""
    if not is_everywhere(actor_of(request), PLAN):
        raise Http404("criteria")
    form = WeightsForm(request.POST or None, held=weights())
    return act_page(
        request, form, title=_("How challenges are ranked"), word=_("Change the weights"), crumbs=_crumbs(),
        act=lambda: operations.set_weights(
            said=form.cleaned_data, reason=form.cleaned_data["reason"], actor=actor_of(request), at=timezone.now()
        ),
        to=lambda _made: reverse("coordination:challenges"), says=_("The weights are changed; every rank follows."),
        standfirst=_("Rank = severity, people and feasibility, from 1 to 5, each times its weight. No more."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def proposal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take up what another room found hard: it is judged here before it is a challenge."""
    actor = actor_of(request)
    one = proposals_for(actor).filter(pk=pk).first()
    if one is None:
        raise Http404(str(pk))
    form = ChallengeForm(
        request.POST or None, places=places_for(actor, PLAN), whole=is_everywhere(actor, PLAN),
        on=timezone.localdate(), initial={"title": one.title, "problem": one.problem, "place": one.place_id},
    )  # fmt: skip
    return act_page(
        request, form, title=_("Take it up"), word=_("Write it down"), crumbs=_crumbs(),
        act=lambda: take_up(proposal_id=pk, said=form.cleaned_data, actor=actor, at=timezone.now()),
        to=lambda made: reverse("coordination:challenge", args=[made.pk]), before=one.problem,
        before_title=one.says_who, says=_("It is a challenge now."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def proposal_leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Leave what another room found hard."""
    actor = actor_of(request)
    one = proposals_for(actor).filter(pk=pk).first()
    if one is None:
        raise Http404(str(pk))
    form = LeaveForm(request.POST or None)
    return act_page(
        request, form, title=_("Leave it"), word=_("Leave it"), crumbs=_crumbs(), before=one.problem,
        before_title=one.title, to=lambda _made: reverse("coordination:challenges"),
        act=lambda: leave(proposal_id=pk, because=form.cleaned_data["because"], actor=actor, at=timezone.now()),
        says=_("It becomes no challenge. The reason is kept."),
    )  # fmt: skip
