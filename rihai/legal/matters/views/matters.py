"""The list of matters, the page of one, and how it is opened, changed, closed and opened again."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs, signed_in
from rihai.legal.matters.forms import CloseForm, MatterForm, OpenForm, PublicForm, ReopenForm, TimeForm
from rihai.legal.matters.models import Kind, PublicFacts, State
from rihai.legal.matters.operations import (
    change_matter,
    close_matter,
    note_time,
    open_matter,
    publish_facts,
    reopen_matter,
)
from rihai.legal.matters.operations.opening import FIELDS
from rihai.legal.matters.queries.matters import list_matters, page_of
from rihai.legal.matters.queries.public import public_cases
from rihai.legal.matters.views.asked import actor_of, entry, matter_or_404, posted
from rihai.people.models import CriminalCase
from rihai.people.views.asked import person_or_404, uuid_in

LAST_PAGE = 10_000


@needs("legal.matters")
@require_GET
def matters(request: HttpRequest) -> HttpResponse:
    """The actor's matters in one state."""
    state = request.GET.get("state", "")
    state = state if state in State.values else State.OPEN
    number = request.GET.get("page", "1")
    page = min(max(int(number), 1), LAST_PAGE) if number.isdecimal() and len(number) < 6 else 1
    found = list_matters(state, actor=actor_of(request), today=timezone.localdate(), page=page)
    listed(request, "legal.matters", len(found.rows), {"state": str(state)})
    order = (State.OPEN, State.CHECKING, State.CLOSED, State.DECLINED)
    tabs = [(str(one), one.label, found.counts[one]) for one in order]
    context = {"found": found, "state": state, "tabs": tabs, "page": page, "page_class": "legal"}
    return render(request, "legal/matters/list.html", context)


@needs("legal.matters")
@require_GET
def matter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything of one matter."""
    today = timezone.localdate()
    page = page_of(pk, actor=actor_of(request), today=today)
    if page is None:
        raise Http404(str(pk))
    for one in page.clients:
        if one.person is not None:
            opened(request, one.person.pk)
    vakalatnamas = [(one, page.vakalatnamas.get(one.pk)) for one in page.clients]
    context = {"page": page, "matter": page.matter, "vakalatnamas": vakalatnamas, "today": today}
    public = PublicFacts.objects.filter(matter=page.matter).first()
    return render(request, "legal/matters/matter.html", {**context, "public": public, "page_class": "legal"})


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def open_one(request: HttpRequest) -> HttpResponse:
    """A new matter for a person; every party is looked for first."""
    named = uuid_in(request, "person")
    if named is None:
        return render(request, "legal/matters/open.html", {})
    person = person_or_404(request, named)
    rows = CriminalCase.objects.filter(person=person).values_list("case_id", "court")
    cases = [(case_id, " · ".join(filter(None, (case_id, court)))) for case_id, court in rows]
    start = {"kind": Kind.AID, "case_id": rows[0][0] if rows else "", "court_name": rows[0][1] if rows else ""}
    form = OpenForm(posted(request), today=timezone.localdate(), cases=cases, initial=start)
    opened(request, person.pk)
    if request.method == "POST" and form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name in FIELDS}
        clients = [(person.pk, form.cleaned_data["case_id"])]
        made = open_matter(
            clients=clients, others=form.others(), said=said, actor=actor_of(request), at=timezone.now()
        )  # fmt: skip
        return redirect("legal:matter", made.pk)
    context = {"form": form, "person": person, "cases": cases}
    return render(request, "legal/matters/open.html", context, status=400 if form.errors else 200)


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what is written of a matter."""
    one = matter_or_404(request, pk)
    form = MatterForm(posted(request), today=timezone.localdate(), record=one)
    return entry(
        request, one, form,
        lambda said: change_matter(
            matter_id=pk, version=form.record_version, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Change the matter"), word=_("Keep it"), kept=_("The change is kept."),
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close it with what came of it."""
    one = matter_or_404(request, pk)
    today = timezone.localdate()
    form = CloseForm(posted(request), today=today, initial={"on": today})
    return entry(
        request, one, form,
        lambda said: close_matter(
            matter_id=pk, version=one.version, outcome=said["outcome"], reason=said["reason"], on=said["on"],
            actor=actor_of(request), at=timezone.now(),
        ),
        title=_("Close the matter"), word=_("Close it"), kept=_("The matter is closed. It can be opened again."),
        says=_("A court’s refusal ends a petition, not our care: tell the person first, face to face."),
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open it again."""
    one = matter_or_404(request, pk)
    form = ReopenForm(posted(request), today=timezone.localdate())
    return entry(
        request, one, form,
        lambda said: reopen_matter(
            matter_id=pk, version=one.version, reason=said["reason"], actor=actor_of(request), at=timezone.now()
        ),
        title=_("Open it again"), word=_("Open it again"), kept=_("The matter is open."),
        says=_("Everybody in it is looked for again, because other matters were opened since."),
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def time(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Time and money spent."""
    one = matter_or_404(request, pk)
    today = timezone.localdate()
    form = TimeForm(posted(request), today=today, initial={"on": today})
    return entry(
        request, one, form,
        lambda said: note_time(matter_id=pk, actor=actor_of(request), at=timezone.now(), **said),
        title=_("Time and costs"), word=_("Write it down"), kept=_("It is written down."), place="time",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def public_facts(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What may be said in public of strategic litigation."""
    one = matter_or_404(request, pk)
    facts = PublicFacts.objects.filter(matter=one).first()
    form = PublicForm(posted(request), today=timezone.localdate(), record=facts)
    return entry(
        request, one, form,
        lambda said: publish_facts(
            matter_id=pk, version=form.record_version, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Public facts"), word=_("Keep them"), kept=_("The public facts are kept."),
    )  # fmt: skip


@signed_in
@require_GET
def strategic(request: HttpRequest) -> HttpResponse:
    """Strategic litigation as everybody who works here may know it."""
    cases = list(public_cases()[:200])
    return render(request, "legal/matters/strategic.html", {"cases": cases, "page_class": "ordinary"})
