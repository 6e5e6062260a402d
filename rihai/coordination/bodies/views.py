"""Pages of committees: all of them, one with its law, posts and meetings, and the forms that change it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.accounts.models import Account
from rihai.coordination.bodies import operations
from rihai.coordination.bodies.forms import BodyForm, HolderForm, LeaveForm, PostForm
from rihai.coordination.bodies.models import Body, Post
from rihai.coordination.bodies.queries import quorum_of, seated
from rihai.coordination.decisions.queries import late_actions, open_actions
from rihai.coordination.meetings.models import Meeting, State
from rihai.coordination.meetings.operations import AHEAD_STATES
from rihai.coordination.meetings.queries import meetings_for, times_without
from rihai.coordination.reach import KEEP, bodies_for
from rihai.coordination.scope import READ
from rihai.coordination.views import body_or_404, form_page, found, page_of, told, who
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of

PAGE = 24


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The committees the reader sees, with the next meeting, the last, and what is overdue in each."""
    actor, today = actor_of(request), timezone.localdate()
    of_body = Meeting.objects.filter(body=OuterRef("pk")).order_by()
    coming = of_body.filter(state__in=[State.PLANNED, State.CALLED], on__gte=today).order_by("on")
    held = of_body.filter(state=State.HELD).order_by("-on")
    rows = bodies_for(actor).annotate(
        next_on=Subquery(coming.values("on")[:1]), last_on=Subquery(held.values("on")[:1])
    )  # fmt: skip
    late = dict(late_actions(actor, today).order_by().values_list("body").annotate(n=Count("pk")))
    shown, pages = page_of(request, rows.order_by("name", "pk"), PAGE)
    listed(request, "coordination.bodies", len(shown), {})
    context = {
        "rows": [(one, late.get(one.pk, 0)) for one in shown], "may": actor.may(KEEP), "today": today,
        "page_class": "ordinary", "whole": rows.count(), **pages,
    }  # fmt: skip
    return render(request, "coordination/bodies/index.html", context)


@needs(READ)
@require_GET
def body(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One committee: its next step, its meetings, the times without one, its posts, its law."""
    one, actor, today = body_or_404(request, pk), actor_of(request), timezone.localdate()
    seats = seated(one, today)
    without, times = times_without(one, today)
    rows = meetings_for(actor).filter(body=one).select_related("papers")
    coming = list(rows.filter(state__in=AHEAD_STATES).order_by("on", "number"))
    past, pages = page_of(request, rows.exclude(state__in=AHEAD_STATES), PAGE)
    actions = open_actions(actor).filter(body=one)
    may = actor.may(KEEP) and bodies_for(actor, KEEP).filter(pk=pk).exists()
    context = {
        "one": one, "kind": one.by_law, "seats": seats, "quorum": quorum_of(one, [seat.post for seat in seats]),
        "coming": coming, "past": past, **pages, "without": without, "times": times, "may": may,
        "actions": list(actions[:PAGE]), "open": actions.count(),
        "late": actions.filter(due_on__lt=today).count(), "today": today, "past_law": _sits_less(one),
        "page_class": "personal" if actions.exclude(person=None).exists() else "ordinary",
    }  # fmt: skip
    return render(request, "coordination/bodies/body.html", context)


def _sits_less(one: Body) -> bool:
    """Whether its rule asks for fewer meetings than the law of its kind."""
    asked = one.by_law.every_months
    return asked is not None and (one.every is None or one.every > asked)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a committee down."""
    form = BodyForm(request.POST or None, actor=actor_of(request), today=timezone.localdate())
    made: list[Body] = []

    def begin() -> Body:
        made.append(operations.begin_body(said=form.said(), **who(request)))
        return made[0]

    answer = form_page(
        request, form, act=begin,
        to=reverse("coordination:bodies"), title=_("A committee"), word=_("Write it down"),
        says=_("Written down, with the posts that its law names. Say now who holds them."),
        standfirst=_("Kind, place and rule. The posts that the law names are made along."),
    )  # fmt: skip
    return redirect("coordination:body", made[0].pk) if made else answer


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change its rule, quorum and words."""
    one = body_or_404(request, pk, KEEP)
    form = BodyForm(request.POST or None, actor=actor_of(request), today=timezone.localdate(), record=one)
    return form_page(
        request, form, to=reverse("coordination:body", args=[pk]), title=_("Change the committee"), word=_("Keep it"),
        act=lambda: operations.change_body(body_id=pk, version=form.record_version, said=form.said(), **who(request)),
        body=one, says=_("Kept."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def look_after(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The reader is told from now on what falls due."""
    body_or_404(request, pk, KEEP)
    told(request, lambda: operations.look_after(body_id=pk, **who(request)), _("You look after it from now on."))
    return redirect("coordination:body", pk)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new_post(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another post."""
    one = body_or_404(request, pk, KEEP)
    form = PostForm(request.POST or None)
    return form_page(
        request, form, to=reverse("coordination:body", args=[pk]), title=_("A post"), word=_("Add the post"), body=one,
        act=lambda: operations.add_post(body_id=pk, said=form.cleaned_data, **who(request)), says=_("Added."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def holder(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody holds a post from a day on."""
    post = _post(request, pk)
    accounts = Account.objects.filter(is_active=True).order_by("name")
    form = HolderForm(request.POST or None, accounts=accounts, today=timezone.localdate())
    return form_page(
        request, form, to=reverse("coordination:body", args=[post.body_id]), word=_("Give the post"), body=post.body,
        title=_("Who holds it: %(post)s") % {"post": post.shown}, says=_("Kept; whoever held it before has left it."),
        act=lambda: operations.give_post(post_id=pk, said=form.cleaned_data, **who(request)),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Its holder leaves; the post stays."""
    post = _post(request, pk)
    form = LeaveForm(request.POST or None)
    return form_page(
        request, form, to=reverse("coordination:body", args=[post.body_id]), word=_("The post is empty"),
        title=_("Left: %(post)s") % {"post": post.shown}, says=_("Kept; the post stays."), body=post.body,
        act=lambda: operations.leave_post(post_id=pk, on=form.cleaned_data["on"], **who(request)),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def end_post(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The post sits in the body no more."""
    post = _post(request, pk)
    told(request, lambda: operations.end_post(post_id=pk, **who(request)), _("The post sits no more."))
    return redirect("coordination:body", post.body_id)


def _post(request: HttpRequest, pk: UUID) -> Post:
    keeps = Q(body__in=bodies_for(actor_of(request), KEEP).values("pk"))
    return found(Post.objects.select_related("body__place").filter(keeps, pk=pk, ended_on=None).first(), pk)
