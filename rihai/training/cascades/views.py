"""The pages of cascades: the tree in counts, who came out of a session."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.cascades import operations
from rihai.training.cascades.forms import TrainedForm
from rihai.training.cascades.models import TrainedIn
from rihai.training.cascades.queries import came_out_of, held, may_have_come_out, sessions_named
from rihai.training.cascades.tree import generations, people_of, roots, tree
from rihai.training.exams.views import crumbs_of, session_asked
from rihai.training.pages import act_page, one_of, told, who
from rihai.training.reach import KEEP, READ, sessions_for
from rihai.training.sessions.models import SessionState

MOST_ROOTS, MOST_LINES = 20, 60


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every session that made trainers, and what hangs on it."""
    known = held()
    trees = [tree(one, known.values()) for one in roots(known.values())[:MOST_ROOTS]]
    named = sessions_named({line.session.key for lines in trees for line in lines[:MOST_LINES]})
    context = {
        "trees": [
            {
                "first": named[lines[0].session.key], "people": people_of([one.session for one in lines]),
                "generations": generations(lines),
                "lines": [(line, named[line.session.key]) for line in lines[:MOST_LINES]],
            }
            for lines in trees
        ],
        "may": actor_of(request).may(KEEP), "most": MOST_ROOTS, "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "training/cascades/index.html", context)


@needs(READ)
@require_GET
def session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The trainers who came out of one session."""
    one = session_asked(request, pk)
    context = {
        "session": one, "rows": came_out_of(pk), "crumbs": crumbs_of(one), "page_class": "ordinary",
        "may": actor_of(request).may(KEEP) and one.state != SessionState.CANCELLED,
    }  # fmt: skip
    return render(request, "training/cascades/session.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that a trainer came out of a session."""
    one = one_of(sessions_for(actor_of(request)), pk)
    form = TrainedForm(request.POST or None, trainers=may_have_come_out(pk))
    return act_page(
        request, form, title=_("A trainer came out of this session"), word=_("Write it down"), crumbs=crumbs_of(one),
        act=lambda: operations.say_trained(session_id=pk, trainer_id=form.cleaned_data["trainer"].pk, **who(request)),
        to=lambda _made: reverse("training:came-out", args=[pk]),
        says=_("It is written down. What they teach from now on hangs on this session."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was wrong."""
    one = one_of(TrainedIn.objects.all(), pk)
    told(request, lambda: operations.unsay_trained(trained_id=pk, **who(request)), _("It is taken out."))
    return redirect("training:came-out", one.session_id)
