"""Parties and team of a matter, and the conflicts a panel lead decides."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import NotFound, Refused
from rihai.kit.gate import needs
from rihai.legal.matters.forms import ClientForm, DecisionForm, MemberForm, PartyForm
from rihai.legal.matters.models import TeamMember
from rihai.legal.matters.operations import add_client, add_member, add_party, decide_conflict, end_member
from rihai.legal.matters.operations.errors import WrongParty
from rihai.legal.matters.queries.conflicts import conflict_to_decide, conflicts_to_decide
from rihai.legal.matters.queries.team import colleagues_for
from rihai.legal.matters.views.asked import Said, actor_of, entry, matter_or_404, of_my_matters, posted
from rihai.people.models import CriminalCase
from rihai.people.queries.search import find_by_number


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def party(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody else in the matter; looked for over all matters."""
    one = matter_or_404(request, pk)
    form = PartyForm(posted(request), today=timezone.localdate())
    return entry(
        request, one, form,
        lambda said: add_party(matter_id=pk, actor=actor_of(request), at=timezone.now(), **said),
        title=_("Add a party"), word=_("Add them"), kept=_("They are added, and were looked for in all matters."),
        place="parties", says=_("Names and numbers stand sealed. They are looked for in all matters of the office."),
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def client(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One more client of strategic litigation, by her exact number."""
    one = matter_or_404(request, pk)
    form = ClientForm(posted(request))

    def act(said: Said) -> None:
        found = find_by_number(said["number"], actor=actor_of(request))
        if len(found) != 1:
            raise WrongParty(_("Nobody whom you see has this number, or two have. Look at the record first."))
        case = CriminalCase.objects.filter(person=found[0]).values_list("case_id", flat=True).first()
        add_client(matter_id=pk, person_id=found[0].pk, case_id=case or "", actor=actor_of(request), at=timezone.now())

    return entry(
        request, one, form, act, title=_("Add a client"), word=_("Add the client"), place="parties",
        kept=_("The person is a client of this matter."),
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def member(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A colleague for the team."""
    one = matter_or_404(request, pk)
    form = MemberForm(posted(request), today=timezone.localdate(), colleagues=colleagues_for(one, at=timezone.now()))
    return entry(
        request, one, form,
        lambda said: add_member(
            matter_id=pk, account_id=UUID(said["account_id"]), role=said["role"], actor=actor_of(request),
            at=timezone.now(),
        ),
        title=_("Add to the team"), word=_("Add them"), kept=_("They see the matter from now on."), place="team",
        says=_("Whoever is in the team sees everything of the matter and its clients."),
    )  # fmt: skip


@needs("legal.matters")
@require_POST
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody leaves the team."""
    row = of_my_matters(request, TeamMember, pk)
    try:
        end_member(member_id=pk, actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.warning(request, str(refusal))
    if row.account_id == actor_of(request).pk:
        return redirect("legal:matters")
    return redirect("legal:matter", row.matter_id)


@needs("legal.supervise")
@require_GET
def conflicts(request: HttpRequest) -> HttpResponse:
    """Possible conflicts that wait for the panel lead."""
    rows = list(conflicts_to_decide(actor_of(request))[:100])
    return render(request, "legal/matters/conflicts.html", {"rows": rows, "page_class": "legal"})


@needs("legal.supervise")
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The panel lead's word on one."""
    check = conflict_to_decide(pk, actor=actor_of(request))
    if check is None:
        raise Http404(str(pk))
    form = DecisionForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            decide_conflict(check_id=pk, actor=actor_of(request), at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The decision is kept, and the team reads it."))
            return redirect("legal:conflicts")
    context = {"check": check, "form": form, "page_class": "legal"}
    return render(request, "legal/matters/decide.html", context, status=400 if form.errors else 200)
