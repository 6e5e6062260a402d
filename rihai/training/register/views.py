"""The pages of the register: entries that may be one person, joined and parted; what is kept told; names let go."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import NotFound
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.pages import act_page, as_file, one_of, status_of, told, who
from rihai.training.reach import KEEP, register_for, trainees_for
from rihai.training.register import joining, letting_go
from rihai.training.register.forms import JoinForm, PartForm, ToldForm
from rihai.training.register.kept_of import tell_what_is_kept
from rihai.training.register.queries import alike_to, due_to_go, is_keeper, pair_of, proposed
from rihai.training.sessions.models import Trainee

FEW = 100


def _crumbs() -> list[tuple[str, str]]:
    return [(reverse("training:twice"), _("Entered twice?"))]


def _said(one: Trainee) -> str:
    said = (one.full_name, one.rank.shown if one.rank else "", one.place.shown if one.place else one.organisation)
    return " · ".join(part for part in (*said, one.number) if part)


@needs(KEEP)
@require_GET
def twice(request: HttpRequest) -> HttpResponse:
    """Entries that may be one person: their names meet, and something besides is the same."""
    rows = proposed(actor_of(request))
    listed(request, "training.twice", len(rows))
    return render(request, "training/register/twice.html", {"rows": rows, "page_class": "personal"})


@needs(KEEP)
@require_GET
def same(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whom an entry may be joined with by hand."""
    actor = actor_of(request)
    one = one_of(register_for(actor), pk)
    rows = alike_to(one, actor)
    listed(request, "training.twice", len(rows), {"trainee": str(pk)})
    context = {"rows": rows, "of": one, "page_class": "personal"}
    return render(request, "training/register/twice.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, pk: UUID, other: UUID) -> HttpResponse:
    """Two entries beside each other; said to be one person."""
    rows = register_for(actor_of(request))
    both = pair_of(one_of(rows, pk), one_of(rows.exclude(pk=pk), other))
    form = JoinForm(request.POST or None, choices=[(str(one.pk), _said(one)) for one in (both.one, both.other)])

    def act() -> Trainee:
        stands, goes = (pk, other) if form.cleaned_data["stands"] == str(pk) else (other, pk)
        said = {"because": form.cleaned_data["because"], "has_paper": form.cleaned_data["has_paper"]}
        return joining.join(one_id=stands, other_id=goes, **said, **who(request))

    return act_page(
        request, form, title=_("Is this one person?"), word=_("Join them"), crumbs=_crumbs(), act=act, both=both,
        entries=(both.one, both.other),
        to=lambda made: reverse("training:trainee", args=[made.pk]), template="training/register/join.html",
        says=_("Both count as one person now. It can be undone on this page."), page_class="personal",
        standfirst=_("Nothing of either is lost or moved. Their courses count together, and they count as one person."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def never(request: HttpRequest, pk: UUID, other: UUID) -> HttpResponse:
    """They are two people, and are proposed no more."""
    told(
        request, lambda: joining.say_never(one_id=pk, other_id=other, **who(request)),
        _("They are two people; this is not asked again."),
    )  # fmt: skip
    return redirect("training:twice")


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Two entries that were joined are two people after all."""
    one = one_of(trainees_for(actor_of(request)).exclude(same_as=None), pk)
    form = PartForm(request.POST or None)
    return act_page(
        request, form, title=_("Part them again"), word=_("Part them"), page_class="personal",
        crumbs=[*_crumbs(), (reverse("training:trainee", args=[pk]), one.full_name)],
        act=lambda: joining.part(other_id=pk, because=form.cleaned_data["because"], **who(request)),
        to=lambda _made: reverse("training:trainee", args=[pk]),
        says=_("They are two people again; each has its own sessions and courses."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is kept of somebody, as one paper for themselves; for who keeps trainings for the whole office."""
    actor = actor_of(request)
    if not is_keeper(actor):
        raise Http404(str(pk))
    one = one_of(register_for(actor), pk)
    form = ToldForm(request.POST or None, initial={"language": (get_language() or "en")[:2]})
    if request.method == "POST" and form.is_valid():
        try:
            paper = tell_what_is_kept(trainee_id=pk, **form.cleaned_data, **who(request))
        except NotFound as missing:
            raise Http404(str(pk)) from missing
        return as_file(paper, "application/pdf", f"kept-{timezone.localdate():%Y-%m-%d}.pdf")
    crumbs = [(reverse("training:trainee", args=[pk]), one.full_name)]
    context = {
        "form": form, "title": _("What is kept of them"), "word": _("Make the paper"), "crumbs": crumbs,
        "back": crumbs[-1][0], "page_class": "personal",
        "says": _("For themselves alone. It is written down that it was given, and how they showed who they are."),
    }  # fmt: skip
    return render(request, "training/act.html", context, status=status_of(form))


@needs(KEEP)
@require_GET
def time_over(request: HttpRequest) -> HttpResponse:
    """Whose names have been kept their time; for who keeps trainings for the whole office."""
    if not is_keeper(actor_of(request)):
        raise Http404("time-over")
    rows = due_to_go(timezone.localdate())
    listed(request, "training.time_over", len(rows))
    context = {"rows": rows[:FEW], "count": len(rows), "page_class": "personal"}
    return render(request, "training/register/time_over.html", context)


@needs(KEEP)
@require_POST
def let_go(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a name out, for good."""
    told(
        request, lambda: letting_go.let_go(trainee_id=pk, **who(request)),
        _("The name is taken out. Counts and the codes of certificates stay."),
    )  # fmt: skip
    return redirect("training:time-over")
