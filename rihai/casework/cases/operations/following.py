"""What cases do when persons are merged or parted, and when a consent is taken back; in the act's own transaction."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.models import AT_WORK, Case, EventKind, Intake, Outcome
from rihai.casework.cases.operations.opening import end
from rihai.casework.cases.operations.reach import finish, write
from rihai.casework.cases.programmes import programme_of
from rihai.casework.cases.queries.eligible import consents_for
from rihai.casework.cases.registers.models import RegisterRow
from rihai.errors import Refused
from rihai.kit.offers import Done
from rihai.people.models import Person

PART = 500
"""People asked of at once: a query has so many gaps and no more."""
MOVED = (Case, Intake, RegisterRow)
NO_CONSENT = "casework.no_consent"


def follow_merge(done: Done) -> None:
    """Cases of the one that is gone are of the one that is kept; grants were moved with the person."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for model in MOVED:
            model._default_manager.filter(person=gone).update(person=keep)


def follow_parting(done: Done) -> None:
    """They were two after all: what was opened for the other goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        theirs = everybody_in(gone)
        for model in MOVED:
            model._default_manager.filter(person=keep, first_person_id__in=theirs).update(person=gone)


def nothing_is_built(done: Done) -> None:
    """Raises Refused where a case was opened for people whom an undone list would take away."""
    ids = list(done.person_ids)
    with as_house(done.at):
        parts = [ids[start : start + PART] for start in range(0, len(ids), PART)]
        if any(model._default_manager.filter(person__in=part).exists() for part in parts for model in (Case, Intake)):
            raise Refused(_("We work with people of this list. Correct what is wrong person by person."))


def follow_withdrawal(done: Done) -> None:
    """A consent was taken back: a case that rested on it, and on no other, is closed, and its worker told."""
    purpose, today = done.detail["purpose"], local_day(done.at)
    for person_id in done.person_ids:
        with as_house(done.at):
            rows = list(Case.objects.filter(person=person_id, state__in=AT_WORK, rests_on_consent=True))
        for case in rows:
            rules = programme_of(case.programme)
            if purpose not in rules.consents or consents_for(person_id, rules, on=today, at=done.at)[purpose]:
                continue
            on, why = max(today, case.opened_on), _("The consent this case rested on was taken back.")
            end(case, outcome=Outcome.NO_CONSENT, reason=why, on=on, version=case.version, actor=done.actor, at=done.at)
            write(case, EventKind.NO_CONSENT, actor=done.actor, at=done.at, on=on)
            if case.worker_id:
                notify([case.worker_id], NO_CONSENT, at=done.at)
            finish(case, "casework.case.closed", actor=done.actor, at=done.at, detail={"outcome": Outcome.NO_CONSENT})


def everybody_in(person_id: UUID) -> set[UUID]:
    """A person and everybody who was merged into them before."""
    found, new = {person_id}, {person_id}
    while new:
        new = set(Person.objects.filter(merged_into__in=new).values_list("pk", flat=True)) - found
        found |= new
    return found
