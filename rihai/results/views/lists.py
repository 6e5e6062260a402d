"""Lists of sessions: given in, looked at, counted, undone, and the own file back with what to mend."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.kit.views.files import download
from rihai.results import operations
from rihai.results.forms import ListForm
from rihai.results.models import ServedFile
from rihai.results.queries.lists import file_back, preview_of, reading_of, sums_of, wrong_rows
from rihai.results.reach import KEEP, projects_for
from rihai.results.views.asked import done, form_page, project_or_404, told

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a list in; nothing of it counts before it was looked at."""
    project = project_or_404(request, pk, KEEP)
    form = ListForm(request.POST or None, request.FILES or None)

    def act() -> ServedFile:
        given = form.cleaned_data["file"]
        return operations.give_list(
            project_id=pk, content=given.read(), name=str(given.name), actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and (made := done(form, act)):
        return redirect("kit_job", made.job_id) if made.job_id else redirect("results:list", made.pk)
    back = reverse("results:project", args=[pk])
    says = _("You see every row and what is wrong with it before anything counts.")
    return form_page(
        request, form, title=_("Give a list of sessions in"), word=_("Read it"), back=back, project=project, says=says
    )  # fmt: skip


@needs(KEEP)
@require_GET
def one_list(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One list: every row accounted for, what it would count, what to mend."""
    one = _mine(request, pk)
    sums, wrong = sums_of(one), wrong_rows(one, get_language() or "en")
    listed(request, "results.list", sum(n for _code, _word, n in sums), {"list": str(one.pk)})
    context = {
        "list": one, "project": one.project, "sums": sums, "whole": sum(n for _code, _word, n in sums), "wrong": wrong,
        "preview": preview_of(one), "reading": reading_of(one), "page_class": "personal",
    }  # fmt: skip
    return render(request, "results/list.html", context)


@needs(KEEP)
@require_POST
def take_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Its rows count from now on."""
    one = _mine(request, pk)
    kept = _("The list is counted.")
    if told(request, lambda: operations.take_in(file_id=pk, actor=actor_of(request), at=timezone.now()), kept):
        return redirect("results:project", one.project_id)
    return redirect("results:list", pk)


@needs(KEEP)
@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Its rows count no more."""
    _mine(request, pk)
    kept = _("The list counts no more; everything is as it was before.")
    told(request, lambda: operations.undo(file_id=pk, actor=actor_of(request), at=timezone.now()), kept)
    return redirect("results:list", pk)


@needs(KEEP)
@require_GET
def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The reader's own file, with a column that says what to mend."""
    one = _mine(request, pk)
    name, content = file_back(one, actor=actor_of(request), at=timezone.now(), language=get_language() or "en")
    return download(content, name, XLSX)


def _mine(request: HttpRequest, pk: UUID) -> ServedFile:
    mine = projects_for(actor_of(request), KEEP).values("pk")
    found = ServedFile.objects.select_related("project", "stored").filter(pk=pk, project__in=mine).first()
    if found is None:
        raise Http404(str(pk))
    return found
