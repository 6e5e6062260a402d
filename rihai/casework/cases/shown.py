"""What is said of a case in words: who, why, since when, what is due, and the next obvious step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.casework.cases.models import Case, CaseState
from rihai.casework.cases.panels import DueLine
from rihai.casework.cases.programmes import programme_of
from rihai.casework.cases.programmes.programme import said
from rihai.people.models import Person

STATUS = {
    CaseState.WAITING: "waiting", CaseState.OPEN: "accepted", CaseState.REFUSED: "rejected", CaseState.CLOSED: "done",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """The next obvious step: a sentence why, what the button says, and where it leads."""

    says: str
    word: str
    url: str


def name_of(person: Person | None) -> str:
    """The name of a person whom the actor sees."""
    return (person.full_name if person else "") or _("Name not known")


def review_line(case: Case) -> DueLine | None:
    """The review of an open case."""
    if case.state != CaseState.OPEN or case.review_on is None:
        return None
    return DueLine(due_on=case.review_on, says=_("Review of the case"), url=reverse("casework:contact", args=[case.pk]))


def since_text(case: Case, today: date) -> str:
    """For how long we have not seen or spoken with her."""
    if case.last_contact_on is None:
        return _("no contact yet")
    days = (today - case.last_contact_on).days
    return _("contact today") if days <= 0 else ngettext(
        "%(n)d day without contact", "%(n)d days without contact", days
    ) % {"n": days}  # fmt: skip


def stage_text(case: Case) -> str:
    """The stage it stands at; empty where the programme has none."""
    return programme_of(case.programme).stage_shown(case.stage) if case.stage else ""


def answers_of(case: Case) -> list[tuple[str, str]]:
    """Each rule as it stood when the case was opened: the reason in words and the answer."""
    return [(said(one), str(one.get("answer", "unknown"))) for one in case.eligibility if one.get("en")]


def next_step(case: Case, *, is_mine: bool, missing: list[Any], lines: list[DueLine], today: date) -> Step | None:
    """What is to be done first: a consent to ask for, what is overdue, a contact after a long silence."""
    if case.state != CaseState.OPEN:
        return None
    if case.worker_id is None:
        return Step(_("Nobody has this case."), _("Take it"), reverse("casework:take", args=[case.pk]))
    if not is_mine:
        return None
    if missing:
        says = _("Consent has not been asked for yet, or does not hold.")
        return Step(says, _("Ask for consent"), reverse("people:consents", args=[case.person_id]))
    late = next((one for one in lines if one.due_on <= today), None)
    if late is not None and late.url:
        return Step(str(late.says), _("Do it now"), late.url)
    return Step(since_text(case, today), _("Write down a contact"), reverse("casework:contact", args=[case.pk]))
