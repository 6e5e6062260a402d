"""Forms and their versions: upload with everything that is to be mended, look at it, publish, retire; the files."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import FileUnreadable, NotFound, Refused
from rihai.instruments.errors import FormWrong
from rihai.instruments.filling import FillForm, texts_posted
from rihai.instruments.form import read_form
from rihai.instruments.handling import FILLS
from rihai.instruments.models import InstrumentVersion, VersionState
from rihai.instruments.openrosa.asked import waiting_of
from rihai.instruments.operations import bring_back, drop, publish, retire, take_in
from rihai.instruments.operations.form_files import add_file
from rihai.instruments.operations.versions import MOST_BYTES
from rihai.instruments.queries import drafts_of, instruments, now_published, version_of
from rihai.instruments.reading import Problem
from rihai.instruments.reading.problems import problem_from
from rihai.instruments.words import WHY
from rihai.kit.audit.reads import opened
from rihai.kit.files import FileRefused, read
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.kit.gate import needs, signed_in
from rihai.kit.handling import FormHandler
from rihai.kit.offers import offered
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download
from rihai.words import say

PUBLISHES = "instruments.publish"


class UploadForm(Form):
    """The workbook of a form."""

    workbook = FileField(
        label=gettext_lazy("The form as a workbook (.xlsx)"),
        help_text=gettext_lazy("An XLSForm with the sheets survey, choices and settings."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.ods"}),
    )

    def clean_workbook(self) -> Any:
        """A file of a size a form has."""
        given = self.cleaned_data["workbook"]
        if given.size > MOST_BYTES:
            raise forms.ValidationError(_("A form is smaller than 5 MB. Take the pictures out of the workbook."))
        return given


@needs(PUBLISHES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every form with its newest versions."""
    rows = []
    for one in instruments():
        versions = list(one.versions.all())
        now = next((version for version in versions if version.state == VersionState.PUBLISHED), None)
        draft = next((version for version in versions if version.state == VersionState.DRAFT), None)
        rows.append(
            {"form": one, "now": now, "draft": draft, "shown": now or draft or versions[0] if versions else None}
        )
    return render(request, "instruments/index.html", {"rows": rows, "page_class": "ordinary"})


@needs(PUBLISHES)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Give a form in: a draft comes of it, or everything that is to be mended, by sheet and row."""
    form = UploadForm(request.POST or None, request.FILES or None)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["workbook"]
        try:
            version = take_in(given.read(), name=str(given.name), actor=actor_of(request), at=timezone.now())
            messages.success(request, _("Taken in as a draft. Look at it, then publish it."))
            return redirect("instruments:version", version.pk)
        except FormWrong as wrong:
            problems = wrong.problems
            form.add_error("workbook", str(wrong))
        except FileUnreadable as unreadable:
            form.add_error("workbook", f"{say(unreadable.message, _here())} {say(unreadable.mend, _here())}")
        except (FileRefused, Refused) as refusal:
            form.add_error("workbook", str(refusal))
    status = 400 if form.is_bound and form.errors else 200
    context = {"form": form, "problems": problems, "page_class": "ordinary"}
    return render(request, "instruments/upload.html", context, status=status)


@needs(PUBLISHES)
@require_GET
def version(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One version: what it asks, what to look at, and what comes next."""
    found = _version_or_404(pk)
    others = found.instrument.versions.defer("xform").exclude(pk=found.pk)
    context = {
        "version": found,
        "warnings": [problem_from(one) for one in found.warnings],
        "others": others,
        "facts": sorted(found.facts.items()),
        "page_class": "ordinary",
    }
    return render(request, "instruments/version.html", context)


@needs(PUBLISHES)
@require_POST
def act(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Publish a version, drop a draft, retire its form, bring it back."""
    found, actor, now = _version_or_404(pk), actor_of(request), timezone.now()
    form_id = found.instrument.form_id
    asked = request.POST.get("act", "")
    try:
        if asked == "publish":
            publish(version_id=pk, actor=actor, at=now)
            messages.success(request, _("Published. From now on the form is filled in so."))
        elif asked == "drop":
            drop(version_id=pk, actor=actor, at=now)
            messages.success(request, _("The draft was taken away."))
            return redirect("instruments:index")
        elif asked == "retire":
            retire(form_id=form_id, actor=actor, at=now)
            messages.success(request, _("Retired. Nobody begins it any more; its answers stay."))
        elif asked == "bring_back":
            bring_back(form_id=form_id, actor=actor, at=now)
            messages.success(request, _("The form is filled in again."))
        else:
            raise NotFound(asked[:20])
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("instruments:version", pk)


@needs(PUBLISHES)
@require_POST
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a file that belongs to a draft: a picture in a question."""
    given = request.FILES.get("file")
    try:
        if given is None or getattr(given, "is_too_large", False):
            raise FileRefused(_("Choose a file, smaller than a page of this house takes."))
        name = str(given.name or "")
        add_file(version_id=pk, name=name, content=given.read(), actor=actor_of(request), at=timezone.now())
        messages.success(request, _("The file belongs to the form. Phones fetch it with the form."))
    except (FileRefused, Refused) as refusal:
        messages.error(request, str(refusal))
    return redirect("instruments:version", pk)


@needs(PUBLISHES)
@require_GET
def workbook(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The workbook as it was given, to be changed and given in again."""
    found = _version_or_404(pk)
    if found.workbook is None:
        raise Http404(str(pk))
    content = read(found.workbook, actor=actor_of(request), at=timezone.now())
    return download(content, f"{found.instrument.form_id}-{found.number}.xlsx", found.workbook.media_type)


@needs(PUBLISHES)
@require_GET
def xform(_request: HttpRequest, pk: UUID) -> HttpResponse:
    """The XForm made of it, as other programs of the same family take it."""
    found = _version_or_404(pk)
    return download(found.xform.encode(), f"{found.instrument.form_id}-{found.number}.xml", "application/xml")


@signed_in
@require_http_methods(["GET", "POST"])
def tried(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form as whoever fills it in sees it; nothing that is written here is kept."""
    actor = actor_of(request)
    found = _version_or_404(pk)
    may = actor.may(PUBLISHES) or (actor.may(FILLS) and found.state == VersionState.PUBLISHED)
    if not may:
        raise Http404(str(pk))
    is_sent = request.method == "POST"
    form = FillForm(
        read_form(found.xform), texts_posted(request.POST) if is_sent else {},
        now=timezone.localtime().replace(tzinfo=None), language=_here(), problems=is_sent,
    )  # fmt: skip
    context = {"form": form, "parts": form.parts(), "version": found, "sent": is_sent, "page_class": "ordinary"}
    return render(request, "instruments/tried.html", context, status=400 if is_sent and form.errors else 200)


@needs(FILLS)
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """What the reader began and has not given, and the forms there are."""
    actor = actor_of(request)
    found = [one for one in instruments() if not one.retired_at]
    now = [next((v for v in one.versions.all() if v.state == VersionState.PUBLISHED), None) for one in found]
    waiting = [(one, one.says or WHY.get(one.why, "")) for one in waiting_of(actor)]
    context = {
        "drafts": drafts_of(actor),
        "waiting": waiting,
        "versions": [one for one in now if one],
        "page_class": "personal",
    }
    return render(request, "instruments/mine.html", context)


@needs(FILLS)
@require_GET
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The forms that begin on a person's page and that the reader may fill in about her."""
    actor = actor_of(request)
    asked = [(one, one.subject(actor, str(pk))) for one in offered(FormHandler) if one.of_person]
    found = [(one, subject) for one, subject in asked if subject is not None]
    if not found:
        raise Http404(str(pk))
    opened(request, pk)
    titles = now_published({form for one, _subject in found for form in one.forms})
    begun = {(one.handler, one.version.instrument.form_id, one.subject) for one in drafts_of(actor)}
    forms = [
        {
            "title": titles[form],
            "url": reverse("instruments:fill", args=[one.name, form, pk]),
            "begun": (one.name, form, str(pk)) in begun,
        }
        for one, _subject in found
        for form in one.forms
        if form in titles
    ]
    context = {"about": found[0][1], "forms": forms, "page_class": "personal"}
    return render(request, "instruments/begin.html", context)


def _here() -> str:
    return (get_language() or "en")[:2]


def _version_or_404(pk: UUID) -> InstrumentVersion:
    found = version_of(pk)
    if found is None:
        raise Http404(str(pk))
    return found
