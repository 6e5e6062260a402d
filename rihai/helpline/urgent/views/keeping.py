"""The pages by which what families read is kept: what to check next, one place, one fact, a poster."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import NotFound, Refused
from rihai.helpline.urgent.forms import CheckForm, FactForm
from rihai.helpline.urgent.models import HelpFact, Topic
from rihai.helpline.urgent.operations import check_fact, take_away, write_fact
from rihai.helpline.urgent.poster import LANGUAGES, poster_of
from rihai.helpline.urgent.queries import KEEP, directory, history_of, kept, kept_place, own_rows, prison_of, said_of
from rihai.kit.editing import Changed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download
from rihai.places.kinds import Kind
from rihai.places.models import Place


def _place(pk: int) -> Place:
    found = kept_place(pk)
    if found is None:
        raise Http404(str(pk))
    return found


def _topic(topic: str) -> Topic:
    if topic not in Topic.values:
        raise Http404(topic)
    return Topic(topic)


@needs(KEEP)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every place with a page, what is old first."""
    rows = kept(actor_of(request), on=timezone.localdate())
    return render(request, "helpline/urgent/index.html", {
        "old": [one for one in rows if one.old], "told": [one for one in rows if one.facts and not one.old],
        "empty": directory(but={one.place.pk for one in rows if one.facts}),
        "above": [one.place for one in rows if not one.facts and one.place.kind != Kind.PRISON],
        "without": sum(not one.facts for one in rows),
    })  # fmt: skip


@needs(KEEP)
@require_GET
def facts(request: HttpRequest, pk: int) -> HttpResponse:
    """What is kept of one place, topic by topic."""
    place = _place(pk)
    rows = own_rows(place, on=timezone.localdate())
    context = {"place": place, "rows": rows, "said": said_of(rows), "is_prison": place.kind == "prison"}
    return render(request, "helpline/urgent/facts.html", {**context, "check": CheckForm(), "posters": LANGUAGES})


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def fact(request: HttpRequest, pk: int, topic: str) -> HttpResponse:
    """Write one fact; below it what it said before."""
    place, asked = _place(pk), _topic(topic)
    found = HelpFact.objects.filter(place=place, topic=asked).first()
    form = FactForm(request.POST or None, fact=found, initial={"checked_on": timezone.localdate()})
    status = 200
    if request.method == "POST":
        if form.is_valid() and _done(form, request, place, asked, found.version if found else 0):
            messages.success(request, _("Families read it from now on."))
            return redirect("helpline:facts", pk)
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    context = {
        "form": form,
        "place": place,
        "topic": asked,
        "fact": found,
        "before": list(history_of(place, asked)[:20]),
    }
    return render(request, "helpline/urgent/fact.html", context, status=status)


def _done(form: FactForm, request: HttpRequest, place: Place, topic: Topic, version: int) -> bool:
    try:
        write_fact(
            place=place, topic=topic, version=version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@needs(KEEP)
@require_POST
def still(request: HttpRequest, pk: int, topic: str) -> HttpResponse:
    """It was looked into today and is still so."""
    place, asked = _place(pk), _topic(topic)
    form = CheckForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Say how you know that it is still so. Nothing was changed."))
        return redirect("helpline:facts", pk)
    try:
        check_fact(place=place, topic=asked, **form.cleaned_data, actor=actor_of(request), at=timezone.now())
    except Changed as changed:
        messages.warning(request, str(changed))
    else:
        messages.success(request, _("Checked today."))
    return redirect("helpline:facts", pk)


@needs(KEEP)
@require_POST
def away(request: HttpRequest, pk: int, topic: str) -> HttpResponse:
    """It is not so any more: the page says that it is not checked."""
    place, asked = _place(pk), _topic(topic)
    found = HelpFact.objects.filter(place=place, topic=asked).first()
    if found is None:
        raise Http404(topic)
    take_away(place=place, topic=asked, version=found.version, actor=actor_of(request), at=timezone.now())
    messages.success(request, _("Taken away. What it said is kept in its history."))
    return redirect("helpline:facts", pk)


@needs(KEEP)
@require_GET
def poster(_request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """The page of a prison on one sheet, to be hung where families wait."""
    found = prison_of(pk)
    if found is None or language not in dict(LANGUAGES):
        raise Http404(str(pk))
    content = poster_of(found, language, on=timezone.localdate())
    return download(content, f"prison-{pk}-{language}.pdf", "application/pdf")
