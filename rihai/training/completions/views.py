"""The pages of lists from elsewhere: all of them, giving one in, settling its lines."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.errors import Unreadable
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.completions import operations
from rihai.training.completions.forms import ListForm, SettleForm
from rihai.training.completions.models import Became, FinishedList
from rihai.training.completions.queries import became, lists_for, settled_in, waiting_in
from rihai.training.errors import NotSo
from rihai.training.pages import act_page, one_of, page_of, status_of, told, who
from rihai.training.reach import KEEP

PAGE, MOST_LISTS, MOST_SETTLED = 50, 100, 200
BUTTON = "numbers"


def _crumbs() -> list[tuple[str, str]]:
    return [(reverse("training:finished-lists"), _("Finished elsewhere"))]


@needs(KEEP)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The lists the reader gave in."""
    rows = list(lists_for(actor_of(request))[:MOST_LISTS])
    return render(request, "training/completions/index.html", {"rows": rows, "page_class": "ordinary"})


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """Give a list in; nothing of it counts yet."""
    form = ListForm(request.POST or None, request.FILES or None)

    def act() -> FinishedList:
        said, file = form.cleaned_data, form.cleaned_data["file"]
        given = {"content": file.read(), "name": file.name, **who(request)}
        try:
            return operations.give_list(course_id=said["course"].pk, provider=said["provider"], **given)
        except Unreadable as unread:
            raise NotSo(str(unread)) from unread

    return act_page(
        request, form, title=_("A list of who finished elsewhere"), word=_("Give it in"), crumbs=_crumbs(), act=act,
        to=lambda made: reverse("training:finished-list", args=[made.pk]),
        says=_("Every line was read. Nobody counts before you say who it is."),
        standfirst=_("Every line is kept, read or not. Who it may be is proposed; you decide."), page_class="personal",
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One list: what became of each line, and those that wait for somebody to say who it is."""
    found = one_of(lists_for(actor_of(request)), pk)
    waiting = waiting_in(found)
    rows, pages = page_of(request, waiting, PAGE)
    form = SettleForm(request.POST if request.method == "POST" else None, rows=rows)
    if request.method == "POST" and form.is_valid():
        told(
            request,
            lambda: operations.settle_lines(
                list_id=pk, choices=form.choices(), all_numbers=BUTTON in request.POST, **who(request)
            ),
            _("The lines are settled."),
        )
        return redirect("training:finished-list", pk)
    listed(request, "training.finished_list", len(rows), {"list": str(pk)})
    context = {
        "found": found, "form": form, "lines": form.lines(), "page_class": "personal",
        "settled": list(settled_in(found)[:MOST_SETTLED]),
        "became": [(Became(code).label, n) for code, n in became(found).items() if n],
        "same": waiting.filter(is_same_number=True).count(), "most": MOST_SETTLED, "crumbs": _crumbs(), **pages,
    }  # fmt: skip
    return render(request, "training/completions/list.html", context, status=status_of(form))
