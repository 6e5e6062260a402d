"""Volunteers: the list, one file, and each step of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.casework.mentoring import operations as acts
from rihai.casework.mentoring.forms import (
    AccountForm,
    AgreementForm,
    CheckForm,
    DeclineForm,
    LeaveForm,
    RecordForm,
    ReferenceAnswerForm,
    ReferenceForm,
    SupervisionForm,
    TrainingForm,
    VolunteerForm,
)
from rihai.casework.mentoring.models import Language, MentorReference, Time
from rihai.casework.mentoring.operations.errors import WrongWord
from rihai.casework.mentoring.operations.volunteering import accounts_to_choose
from rihai.casework.mentoring.queries.reach import volunteers_for
from rihai.casework.mentoring.queries.volunteers import TABS, list_volunteers, mentors_in_force
from rihai.casework.mentoring.standing import MOST_MENTORS
from rihai.casework.mentoring.views.asked import (
    Said,
    act_or_say,
    done,
    entry,
    overseer_of,
    posted,
    status_of,
    volunteer_or_404,
)
from rihai.casework.mentoring.wording import LACKING, TAB_WORDS, UNTIL, WANTED
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.queries.search import find_by_number
from rihai.people.views.asked import actor_of, places_of

MAY = "people.see"


@needs(MAY)
@require_GET
def volunteers(request: HttpRequest) -> HttpResponse:
    """Volunteers under one tab."""
    actor, today = overseer_of(request), timezone.localdate()
    asked = request.GET.get("tab", "")
    tab = asked if asked in TABS else "applied"
    rows, counts = list_volunteers(tab, actor=actor, on=today)
    listed(request, "casework.volunteers", len(rows), {"tab": tab})
    tabs = [(one, TAB_WORDS[one], counts[one], one == tab) for one in TABS]
    context = {
        "rows": [(row, [LACKING[one] for one in row.lacking]) for row in rows], "tabs": tabs, "tab": tab,
        "today": today, "may_add": actor.may("casework.match"),
        "too_many": mentors_in_force(actor, today) > MOST_MENTORS,
    }  # fmt: skip
    return render(request, "casework/mentoring/volunteers.html", context)


@needs(MAY)
@require_GET
def volunteer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One volunteer's file, with what is wanted next."""
    page = volunteer_or_404(request, pk)
    found = page.volunteer
    wanted = [(one, WANTED[one.code], reverse(f"casework:{one.page}", args=[found.pk])) for one in page.wanted]
    context = {
        "page": page, "volunteer": found, "wanted": wanted, "today": timezone.localdate(),
        "next": next((row for row in wanted if not row[0].done), None),
        "is_own": found.account_id == actor_of(request).pk, "lacking": [LACKING[one] for one in page.lacking],
        "languages": [Language(code).label for code in found.languages],
        "times": [Time(code).label for code in found.times],
        "running_out": [(UNTIL[name], until) for name, until in page.running_out],
    }  # fmt: skip
    return render(request, "casework/mentoring/volunteer.html", context)


@needs("casework.match")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """An application typed in."""
    form = VolunteerForm(posted(request), today=timezone.localdate(), places=places_of(request, served=True))
    made: list[Any] = []

    def act(said: Said) -> None:
        made.append(acts.apply_to_mentor(said=said, actor=actor_of(request), at=timezone.now()))

    answer = entry(
        request, form, act, title=_("Somebody wants to be a mentor"), word=_("Keep the application"),
        back=reverse("casework:mentor-volunteers"), kept=_("The application is kept. Ask two references next."),
        says=_("People once inside are welcome. A record alone does not exclude."),
    )  # fmt: skip
    if made:
        answer["Location"] = reverse("casework:mentor-volunteer", args=[made[0].pk])
    return answer


@needs(MAY)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what is written of a volunteer."""
    found = volunteer_or_404(request, pk).volunteer
    form = VolunteerForm(
        posted(request), today=timezone.localdate(), record=found, places=places_of(request, served=True)
    )
    return _step(
        request, pk, form,
        lambda said: acts.change_volunteer(
            volunteer_id=pk, version=form.record_version, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Change what is written"), word=_("Keep it"), kept=_("The change is kept."),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def reference(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask somebody who knows the volunteer."""
    return _step(
        request, pk, ReferenceForm(posted(request), today=timezone.localdate()),
        lambda said: acts.ask_reference(volunteer_id=pk, actor=actor_of(request), at=timezone.now(), **said),
        title=_("Ask a reference"), word=_("Keep the reference"), kept=_("The reference is kept."),
        says=_("Two who speak for them are needed, and no relatives."),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def reference_answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What a reference said."""
    mine = volunteers_for(overseer_of(request))
    row = MentorReference.objects.filter(pk=pk, volunteer__in=mine).first()
    if row is None:
        raise Http404(str(pk))
    return _step(
        request, row.volunteer_id, ReferenceAnswerForm(posted(request), today=timezone.localdate(), record=row),
        lambda said: acts.answer_reference(reference_id=pk, actor=actor_of(request), at=timezone.now(), **said),
        title=_("What the reference said"), word=_("Keep the answer"), about=row.name,
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Identity, interview, police certificate, code of conduct."""
    today = timezone.localdate()
    return _step(
        request, pk, CheckForm(posted(request), today=today, initial={"on": today}),
        lambda said: acts.record_check(volunteer_id=pk, actor=actor_of(request), at=timezone.now(), **said),
        title=_("What was looked at"), word=_("Keep it"), kept=_("It is kept in the file."),
        notice=_("A record alone does not exclude. Write that there is one, and not what it is."),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept, with one button where nothing is wanted; or decline, on a ground that is not a record."""
    page = volunteer_or_404(request, pk)
    form = DeclineForm(posted(request), today=timezone.localdate())
    wanted = [WANTED[one.code] for one in page.wanted if not one.done and one.code not in AFTER_DECIDING]
    back = reverse("casework:mentor-volunteer", args=[pk])
    if request.method == "POST" and form.is_valid():
        version = page.volunteer.version
        if done(
            form,
            lambda said: acts.decline_volunteer(
                volunteer_id=pk, version=version, actor=actor_of(request), at=timezone.now(), **said
            ),
        ):
            return redirect(back)
    context = {"page": page, "volunteer": page.volunteer, "form": form, "wanted": wanted, "back": back}
    return render(request, "casework/mentoring/decide.html", context, status=status_of(form))


AFTER_DECIDING = {"decision", "training", "agreement"}


@needs(MAY)
@require_POST
def accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept the volunteer."""
    page = volunteer_or_404(request, pk)
    return act_or_say(
        request,
        lambda: acts.accept_volunteer(
            volunteer_id=pk, version=page.volunteer.version, actor=actor_of(request), at=timezone.now()
        ),
        _("Accepted for two years. Training and the agreement come next."),
        reverse("casework:mentor-volunteer", args=[pk]),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def training(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hours taught."""
    today = timezone.localdate()
    return _step(
        request, pk, TrainingForm(posted(request), today=today, initial={"on": today}),
        lambda said: acts.record_training(volunteer_id=pk, said=said, actor=actor_of(request), at=timezone.now()),
        title=_("Training"), word=_("Keep the training"), kept=_("The training is kept."),
        says=_("Twelve hours before the first meeting, and six in every year after."),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def agreement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The agreement is signed."""
    today = timezone.localdate()
    return _step(
        request, pk, AgreementForm(posted(request), today=today, initial={"signed_on": today}),
        lambda said: acts.sign_agreement(volunteer_id=pk, actor=actor_of(request), at=timezone.now(), **said),
        title=_("The agreement"), word=_("Keep the agreement"), kept=_("The agreement holds for a year."),
        says=_("No money, gifts, lodging or private number; no meeting alone at home; every contact is written down."),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def supervision(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A time of supervision."""
    today = timezone.localdate()
    return _step(
        request, pk, SupervisionForm(posted(request), today=today, initial={"on": today}),
        lambda said: acts.record_supervision(volunteer_id=pk, actor=actor_of(request), at=timezone.now(), **said),
        title=_("Supervision"), word=_("Keep it"), kept=_("The supervision is kept."),
        says=_("Once a month each mentor who is with somebody."),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest, pk: UUID) -> HttpResponse:
    """By which account the volunteer signs in."""
    page = volunteer_or_404(request, pk)
    form = AccountForm(
        posted(request), today=timezone.localdate(), accounts=accounts_to_choose(page.volunteer, at=timezone.now())
    )
    return _step(
        request, pk, form,
        lambda _said: acts.let_sign_in(
            volunteer_id=pk, account_id=form.account, actor=actor_of(request), at=timezone.now()
        ),
        title=_("How they sign in"), word=_("Use this account"), kept=_("They sign in by this account."),
        says=_("An administrator makes the account, in the role of mentor. They see their match and nobody else."),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The volunteer's own record with us, by its number."""

    def act(said: Said) -> None:
        found = find_by_number(said["number"], actor=actor_of(request)) if said["number"] else []
        if said["number"] and len(found) != 1:
            raise WrongWord(_("Nobody whom you see has this number, or two have. Look at the record first."))
        person = found[0].pk if found else None
        acts.name_record(volunteer_id=pk, person_id=person, actor=actor_of(request), at=timezone.now())

    return _step(
        request, pk, RecordForm(posted(request), today=timezone.localdate()), act,
        title=_("Their own record with us"), word=_("Keep it"), kept=_("It is kept."),
        says=_("Only with their leave: so that they are never matched within their own case."),
    )  # fmt: skip


@needs(MAY)
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The volunteer stops."""
    today = timezone.localdate()
    return _step(
        request, pk, LeaveForm(posted(request), today=today, initial={"on": today}),
        lambda said: acts.leave(volunteer_id=pk, actor=actor_of(request), at=timezone.now(), **said),
        title=_("Stops being a volunteer"), word=_("Write it down"), danger=True,
        kept=_("It is written down. Thank them."),
    )  # fmt: skip


def _step(request: HttpRequest, pk: UUID, form: Any, act: Any, **words: Any) -> HttpResponse:
    """One step in a volunteer's file, then back to it."""
    page = volunteer_or_404(request, pk)
    words.setdefault("about", page.volunteer.name)
    return entry(request, form, act, back=reverse("casework:mentor-volunteer", args=[pk]), **words)
