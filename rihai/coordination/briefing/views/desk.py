"""The desk of briefings: all of them, one with its parts, what is done to it, and the paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.coordination.briefing import operations
from rihai.coordination.briefing.forms import AnswerForm, LineForm, MakeForm, SendForm
from rihai.coordination.briefing.links import close_link
from rihai.coordination.briefing.models import Briefing, BriefingLine, BriefingLink, To
from rihai.coordination.briefing.paper import MEDIA, as_file, method
from rihai.coordination.briefing.queries import FIRST, beside, briefings_for, sections, stands, to_brief
from rihai.coordination.briefing.shown import line_shown, shown
from rihai.coordination.pages import act_page
from rihai.coordination.refusals import NotThere
from rihai.coordination.scope import PLAN, READ, SIGN, places_for
from rihai.errors import Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of


def _briefing(request: HttpRequest, pk: UUID, capability: str = READ) -> Briefing:
    found = briefings_for(actor_of(request), capability).filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found


def _title(briefing: Briefing) -> str:
    return f"{briefing.place.shown}, {briefing.census_on:%d/%m/%Y}"


def _crumbs(briefing: Briefing | None = None) -> list[tuple[str, str]]:
    rows = [(reverse("coordination:briefings"), _("Briefings"))]
    return [*rows, (_to(briefing), _title(briefing))] if briefing else rows


def _to(briefing: Briefing) -> str:
    return reverse("coordination:briefing", args=[briefing.pk])


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every briefing, the newest first; above them the lists that nobody has briefed on."""
    actor = actor_of(request)
    rows = list(briefings_for(actor)[:200])
    listed(request, "coordination.briefings", len(rows), {})
    context = {"rows": rows, "waiting": to_brief(actor), "may_plan": actor.may(PLAN), "page_class": "ordinary"}
    return render(request, "coordination/briefing/index.html", context)


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Make a briefing of a place after its newest lists."""
    actor = actor_of(request)
    form = MakeForm(request.POST or None, places=places_for(actor, PLAN), initial={"place": request.GET.get("place")})
    return act_page(
        request, form, title=_("Make a briefing"), word=_("Make it"), crumbs=_crumbs(), to=_to,
        act=lambda: operations.make_briefing(
            place_id=form.cleaned_data["place"].pk, actor=actor, at=timezone.now()
        ),
        says=_("The briefing is made. Somebody else signs it before it leaves."),
        standfirst=_("What the law says in numbers after the newest list of prisoners, for each who can act."),
    )  # fmt: skip


@needs(READ)
@require_GET
def briefing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One briefing: for each actor what comes first, every figure then and now, to whom it was sent, the answers."""
    actor, one = actor_of(request), _briefing(request, pk)
    before, after = beside(one)
    parts = [shown(section, FIRST) for section in sections(one)]
    context = {
        "one": one, "parts": parts, "before": before, "after": after, "stands": stands(one), "method": method(),
        "may_plan": actor.may(PLAN), "page_class": "ordinary", "today": timezone.localdate(),
        "may_sign": actor.may(SIGN) and one.signed_at is None and one.made_by != actor.pk,
        "may_export": actor.may("exports.make"),
    }  # fmt: skip
    return render(request, "coordination/briefing/briefing.html", context)


def _told(request: HttpRequest, act: Any, kept: str) -> None:
    """Do an act that has no form; a refusal is told on the next page."""
    try:
        act()
        messages.success(request, kept)
    except NotThere as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.warning(request, str(refusal))


@needs(PLAN)
@require_POST
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make it anew from today's figures, while nobody has signed it."""
    one = _briefing(request, pk, PLAN)
    _told(
        request,
        lambda: operations.make_briefing(place_id=one.place_id, actor=actor_of(request), at=timezone.now()),
        _("The figures are those of the last screening now."),
    )
    return redirect("coordination:briefing", pk)


@needs(SIGN)
@require_POST
def sign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Sign it off."""
    _told(
        request, lambda: operations.sign_briefing(briefing_id=pk, actor=actor_of(request), at=timezone.now()),
        _("It is signed and stands. It can be sent now."),
    )  # fmt: skip
    return redirect("coordination:briefing", pk)


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add what is asked of an actor by hand."""
    one = _briefing(request, pk, PLAN)
    form = LineForm(request.POST or None)
    return act_page(
        request, form, title=_("Ask something of an actor"), word=_("Add it"), crumbs=_crumbs(one),
        act=lambda: operations.add_line(
            briefing_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        to=lambda _made: _to(one), says=_("It is added to their part."),
    )  # fmt: skip


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, pk: UUID, to: str) -> HttpResponse:
    """Write down that a part was sent; by link, the secrets are shown once."""
    one = _briefing(request, pk, PLAN)
    if to not in To.values:
        raise Http404(to)
    form = SendForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            said = {**form.cleaned_data, "to": to}
            made, secrets = operations.send_part(
                briefing_id=pk, said=said, actor=actor_of(request), at=timezone.now()
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if secrets is None:
                messages.success(request, _("It is written down that this part was sent."))
                return redirect("coordination:briefing", pk)
            url = request.build_absolute_uri(reverse("coordination:briefing-shared", args=[secrets.secret]))
            context = {"one": one, "made": made, "url": url, "pin": secrets.pin, "page_class": "ordinary"}
            return render(request, "coordination/briefing/link.html", context)
    status = 200 if not form.errors else 409 if form.non_field_errors() else 422
    context = {
        "form": form, "title": _("Send the part for %(whom)s") % {"whom": To(to).label}, "word": _("Write it down"),
        "crumbs": _crumbs(one), "back": _to(one), "page_class": "ordinary",
        "says": _("Print it, hand it over, or give a link; then write down here to whom it went."),
    }  # fmt: skip
    return render(request, "coordination/act.html", context, status=status)


@needs(PLAN)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what an actor answered."""
    row = BriefingLine.objects.filter(pk=pk).first()
    if row is None:
        raise Http404(str(pk))
    one = _briefing(request, row.briefing_id, PLAN)
    form = AnswerForm(request.POST or None, request.FILES or None)
    told = line_shown(row)
    return act_page(
        request, form, title=_("What do they answer?"), word=_("Write it down"), crumbs=_crumbs(one),
        act=lambda: operations.record_answer(
            line_id=pk, said=form.said(), actor=actor_of(request), at=timezone.now()
        ),
        to=lambda _made: _to(one), says=_("The answer is kept beside the line."), before=told.asks or told.says,
        before_title=told.says,
    )  # fmt: skip


@needs(PLAN)
@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A link opens nothing from now on."""
    link = BriefingLink.objects.filter(pk=pk).select_related("sending").first()
    if link is None:
        raise Http404(str(pk))
    _told(
        request, lambda: close_link(link_id=pk, actor=actor_of(request), at=timezone.now()),
        _("The link opens nothing any more."),
    )  # fmt: skip
    return redirect("coordination:briefing", link.sending.briefing_id)


@needs("exports.make")
@require_GET
def paper(request: HttpRequest, pk: UUID, kind: str, language: str) -> HttpResponse:
    """The briefing, or one actor's part, as PDF or Word in English or Urdu; a signed one, since what leaves is kept in
    mind when the next figures are controlled, and a draft is not."""
    one, to = _briefing(request, pk), request.GET.get("to", "")
    if one.signed_at is None or kind not in MEDIA or language not in {"en", "ur"} or (to and to not in To.values):
        raise Http404(kind)
    content = as_file(one, kind=kind, language=language, on=timezone.localdate(), to=to)
    listed(request, "coordination.briefing.paper", 1, {"briefing": pk, "to": to, "format": kind})
    answer = HttpResponse(content, content_type=MEDIA[kind])
    name = "-".join(["briefing", f"{one.census_on:%Y-%m-%d}", *([to] if to else []), language])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
