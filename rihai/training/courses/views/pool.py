"""The pages of topics and ranks, of what is mandatory, and of the pool of trainers."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.courses import pool
from rihai.training.courses.forms import MandatoryForm, QualificationForm, RankForm, TopicForm, TrainerForm
from rihai.training.courses.models import Language, Rank, Topic, Trainer
from rihai.training.courses.queries import accounts_that_keep, rules_listed, trainers_for
from rihai.training.courses.views.courses import crumbs
from rihai.training.pages import act_page, one_of, told, who
from rihai.training.reach import KEEP, READ, is_everywhere, places_for


@needs(READ)
@require_GET
def topics(request: HttpRequest) -> HttpResponse:
    """Topics and ranks: what modules are made of, and by what a course is mandatory."""
    context = {
        "topics": list(Topic.objects.all()), "ranks": list(Rank.objects.all()), "may_keep": actor_of(request).may(KEEP),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "training/courses/topics.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def topic(request: HttpRequest, pk: UUID | None = None) -> HttpResponse:
    """A new topic, or one to mend."""
    one = one_of(Topic.objects.all(), pk) if pk else None
    form = TopicForm(request.POST or None, record=one)
    return act_page(
        request, form, title=one.shown if one else _("A new topic"), word=_("Keep it"),
        crumbs=[*crumbs(), (reverse("training:topics"), _("Topics and ranks"))],
        act=lambda: pool.keep_topic(topic_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)),
        to=lambda _made: reverse("training:topics"), says=_("The topic is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def rank(request: HttpRequest, pk: UUID | None = None) -> HttpResponse:
    """A new rank, or one to mend."""
    one = one_of(Rank.objects.all(), pk) if pk else None
    form = RankForm(request.POST or None, record=one)
    return act_page(
        request, form, title=one.shown if one else _("A new rank"), word=_("Keep it"),
        crumbs=[*crumbs(), (reverse("training:topics"), _("Topics and ranks"))],
        act=lambda: pool.keep_rank(rank_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)),
        to=lambda _made: reverse("training:topics"), says=_("The rank is kept."),
    )  # fmt: skip


@needs(READ)
@require_GET
def mandatory(request: HttpRequest) -> HttpResponse:
    """What is mandatory for whom, by which order."""
    actor = actor_of(request)
    context = {"rows": list(rules_listed(actor)), "may_keep": actor.may(KEEP), "page_class": "ordinary"}
    return render(request, "training/courses/mandatory.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def mandatory_new(request: HttpRequest) -> HttpResponse:
    """Lay down that a rank must have a course."""
    actor = actor_of(request)
    form = MandatoryForm(
        request.POST or None, places=places_for(actor, KEEP), whole=is_everywhere(actor, KEEP),
        initial={"started_on": timezone.localdate()},
    )  # fmt: skip
    return act_page(
        request, form, title=_("Make a course mandatory"), word=_("Lay it down"),
        crumbs=[(reverse("training:mandatory"), _("Mandatory courses"))],
        act=lambda: pool.make_mandatory(said=form.cleaned_data, **who(request)),
        to=lambda _made: reverse("training:mandatory"), says=_("It is mandatory. Who is overdue is shown by prison."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def mandatory_end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is mandatory no more."""
    told(
        request, lambda: pool.end_mandatory(rule_id=pk, on=timezone.localdate(), **who(request)),
        _("It is mandatory no more."),
    )  # fmt: skip
    return redirect("training:mandatory")


@needs(READ)
@require_GET
def trainers(request: HttpRequest) -> HttpResponse:
    """The pool of trainers."""
    actor = actor_of(request)
    rows = list(trainers_for(actor)[:300])
    context = {"rows": rows, "may_keep": actor.may(KEEP), "today": timezone.localdate(), "page_class": "ordinary"}
    return render(request, "training/courses/trainers.html", context)


def _trainer_crumbs(one: Trainer | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("training:trainers"), _("Trainers"))]
    return [*rows, (reverse("training:trainer", args=[one.pk]), one.full_name)] if one else rows


@needs(READ)
@require_GET
def trainer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One trainer: what they may teach, and their sessions."""
    actor = actor_of(request)
    one = one_of(trainers_for(actor), pk)
    names = dict(Language.choices)
    context = {
        "one": one, "qualifications": list(one.qualifications.all()), "today": timezone.localdate(),
        "languages": [names[code] for code in one.languages if code in names], "may_keep": actor.may(KEEP),
        "sessions": list(one.sessions.select_related("place", "curriculum__course")[:24]), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "training/courses/trainer.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def trainer_edit(request: HttpRequest, pk: UUID | None = None) -> HttpResponse:
    """A new trainer, or one to mend."""
    one = one_of(trainers_for(actor_of(request)), pk) if pk else None
    form = TrainerForm(
        request.POST or None, record=one, places=places_for(actor_of(request), KEEP), accounts=accounts_that_keep()
    )
    return act_page(
        request, form, title=one.full_name if one else _("A new trainer"), word=_("Keep it"),
        crumbs=_trainer_crumbs(one),
        act=lambda: pool.keep_trainer(
            trainer_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
        to=lambda made: reverse("training:trainer", args=[made.pk]), says=_("The trainer is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def qualification(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add what allows a trainer to teach."""
    one = one_of(trainers_for(actor_of(request)), pk)
    form: forms.Form = QualificationForm(request.POST or None)
    return act_page(
        request, form, title=_("What allows them to teach"), word=_("Add it"), crumbs=_trainer_crumbs(one),
        act=lambda: pool.add_qualification(trainer_id=pk, said=form.cleaned_data, **who(request)),
        to=lambda _made: reverse("training:trainer", args=[pk]), says=_("It is added."),
    )  # fmt: skip
