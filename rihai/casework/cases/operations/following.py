"""What cases do when a consent is taken back; in the act's own transaction."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.models import AT_WORK, Case, EventKind, Outcome
from rihai.casework.cases.operations.opening import end
from rihai.casework.cases.operations.reach import finish, write
from rihai.casework.cases.programmes import programme_of
from rihai.casework.cases.queries.eligible import consents_for
from rihai.kit.offers import Done

NO_CONSENT = "casework.no_consent"


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
