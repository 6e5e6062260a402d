"""Whom a concern is about is kept from people until it is decided: through the acts of the rooms below, as the house.

Their matches are paused "for another reason", which tells their coordinator nothing; what they were granted of persons
ends, and so do their postings, so that they see nobody. It is taken back by giving postings anew and by going on with a
match, which are both refused while they are suspended.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Grant, Posting
from rihai.accounts.operations import house
from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.postings import end_posting
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.models import MatchState, MentorMatch, Pausing, Volunteer
from rihai.casework.mentoring.operations.running import pause
from rihai.errors import Refused
from rihai.helpline.concerns.models import Concern, ConcernAbout, Whose
from rihai.helpline.concerns.operations.errors import NotSo
from rihai.helpline.concerns.operations.reach import concern_for, note
from rihai.kit.actor import Actor
from rihai.kit.offers import Done


def suspend_named(concern: Concern, *, actor: Actor, at: datetime) -> None:
    """Keep everybody it is about from people, within the act of a step."""
    with as_house(at):
        for about in concern.about.filter(is_suspended=False):
            matches = _pause_matches(about, at)
            postings = _end_postings(about, actor, at)
            about.is_suspended = True
            about.done = _("Matches paused: %(matches)s. Postings ended: %(postings)s.") % {
                "matches": matches, "postings": postings,
            }  # fmt: skip
            about.save(update_fields=["is_suspended", "done"])


def _pause_matches(about: ConcernAbout, at: datetime) -> int:
    """The matches that run, of the volunteer or of the account; the house pauses them, and says no reason."""
    mine = Q(volunteer=about.subject) if about.kind == Whose.VOLUNTEER else Q(mentor=about.subject)
    running = list(MentorMatch.objects.select_for_update().filter(mine, state=MatchState.RUNNING))
    for match in running:
        pause(match, version=match.version, why=Pausing.OTHER, words="", actor=house(), at=at)
    return len(running)


def _end_postings(about: ConcernAbout, actor: Actor, at: datetime) -> int:
    """What their account sees of people ends today. Raises NotSo for one's own, which `concern_for` never lets in."""
    account_id = _account_of(about)
    if account_id is None:
        return 0
    if account_id == actor.pk:
        raise NotSo(_("Nobody decides about themselves."))
    Account.objects.select_for_update(no_key=True).filter(pk=account_id).first()  # nobody posts them meanwhile
    Grant.objects.filter(Q(ended_at=None) | Q(ended_at__gt=at), account=account_id).update(ended_at=at)
    today = local_day(at)
    held = list(Posting.objects.filter(Q(ended_on=None) | Q(ended_on__gt=today), account=account_id))
    for posting in held:  # also those that begin later
        end_posting(posting=posting, on=today, actor=house(), at=at)
    return len(held)


def _account_of(about: ConcernAbout) -> UUID | None:
    if about.kind == Whose.ACCOUNT:
        return UUID(about.subject or "")
    return Volunteer.objects.filter(pk=about.subject or "").values_list("account_id", flat=True).first()


@transaction.atomic
def let_back(*, concern_id: UUID, about_id: UUID, actor: Actor, at: datetime) -> ConcernAbout:
    """They may be among people again, also once it is closed; postings are given and matches gone on with by whoever
    does that. Raises NoSuchConcern, NotSo."""
    one = concern_for(concern_id, actor=actor, live=False)
    found = one.about.filter(pk=about_id, is_suspended=True).first()
    if found is None:
        raise NotSo(_("They are not kept from people."))
    found.is_suspended = False
    found.save(update_fields=["is_suspended"])
    note(one, "let_back", actor=actor, at=at)
    return found


def nobody_suspended(done: Done) -> None:
    """Raises Refused where a match would begin or go on whose mentor is kept from people; without saying why."""
    with as_house(done.at):
        if _are_kept_away(Volunteer.objects.filter(pk__in=[done.detail.get("volunteer")])):
            raise Refused(_("This match cannot go on now. Ask whoever safeguards here."))


def nobody_posted(done: Done) -> None:
    """Raises Refused where somebody would be posted who is kept from people; without saying why."""
    account_id = done.detail["account"]
    with as_house(done.at):
        if _are_kept_away(Volunteer.objects.filter(account=account_id), account_id):
            raise Refused(_("This posting cannot be given now. Ask whoever safeguards here."))


def _are_kept_away(volunteers: Iterable[Volunteer], *accounts: UUID) -> bool:
    """Whether any of these is kept from people, as a volunteer or by their account."""
    ids = [str(pk) for pk in accounts] + [str(pk) for one in volunteers for pk in (one.pk, one.account_id) if pk]
    return ConcernAbout.objects.filter(subject_index__in=ids, is_suspended=True).exists()
