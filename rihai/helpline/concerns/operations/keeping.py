"""How long a concern is kept: looked at again when its time is over, kept on with a reason, or erased by two people.

Whoever holds it asks that it is erased. Another who holds it agrees, or whoever sees to data protection, who reads no
more of it than its code and its days. What is counted stays: what sort it was, its outcome, its moments; and who is
kept from people stays kept from them, until somebody who may says otherwise.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.days import anniversary
from rihai.helpline.codes import NO_PIN
from rihai.helpline.concerns.models import Concern, Said
from rihai.helpline.concerns.operations.errors import NoSuchConcern, NotSo
from rihai.helpline.concerns.operations.reach import HERE, NOTICE, concern_for, note
from rihai.helpline.concerns.overdue import DESK, due_for
from rihai.kit.actor import Actor
from rihai.kit.editing import save_if_unchanged

OVER = "helpline.sealed_kept_its_time"
"""The notice to who sees to data protection: a second person is asked."""
LONGEST_MONTHS = 120


def kept_until(at: datetime) -> date:
    """The day on which one that closes at a moment is looked at again."""
    return anniversary(local_day(at), settings.CONCERN_MONTHS)


@transaction.atomic
def keep_on(*, concern_id: UUID, version: int, until: date, because: str, actor: Actor, at: datetime) -> Concern:
    """It is needed longer: until a day, with the reason; whoever asked that it is erased asked in vain.

    Raises NoSuchConcern, NotSo, Changed.
    """
    one = _closed(concern_id, actor)
    today = local_day(at)
    if not because.strip() or not today < until <= anniversary(today, LONGEST_MONTHS):
        raise NotSo(_("Say why, and choose a day to come, ten years off at most. It is looked at again then."))
    one.keep_until, one.keep_because, one.erase_asked_by_id = until, because.strip(), None
    save_if_unchanged(one, version=version, fields=["keep_until", "keep_because", "erase_asked_by"])
    note(one, "kept_longer", actor=actor, at=at)
    return one


@transaction.atomic
def ask_to_erase(*, concern_id: UUID, actor: Actor, at: datetime) -> Concern:
    """It is needed no more; nothing is gone before a second person agrees. Raises NoSuchConcern, NotSo."""
    one = _closed(concern_id, actor)
    if not one.is_due(local_day(at)):
        raise NotSo(_("It is kept until a day that has not come."))
    if one.erase_asked_by_id is not None:
        raise NotSo(_("Somebody asked for it already."))
    one.erase_asked_by_id = actor.pk
    one.version += 1
    one.save(update_fields=["erase_asked_by", "version"])
    others = one.holders.filter(until=None).exclude(account=actor.pk).values_list("account_id", flat=True)
    notify(list(others), NOTICE, url=HERE, at=at)
    desk = [each for each in accounts_who_may(DESK, on=local_day(at)) if each.pk != actor.pk]
    notify(
        [each.pk for each in desk if due_for(each, local_day(at), pk=one.pk)], OVER, url=reverse("accounts:desk"), at=at
    )
    note(one, "erasure_asked", actor=actor, at=at)
    return one


@transaction.atomic
def agree_to_erase(*, concern_id: UUID, actor: Actor, at: datetime) -> Concern:
    """A second person agrees, and it is gone. Raises NoSuchConcern for whoever neither holds it nor keeps the desk, or
    is kept away from it; NotSo where nobody asked, or the actor did."""
    with as_house(at):
        one = Concern.objects.select_for_update(of=("self",)).filter(pk=concern_id).first()
        is_held = one is not None and one.holders.filter(account=actor.pk, until=None).exists()
        if one is None or not (is_held or due_for(actor, local_day(at), pk=one.pk)):
            raise NoSuchConcern(_("There is no such concern."))
        if not one.is_due(local_day(at)) or one.erase_asked_by_id in {None, actor.pk}:
            raise NotSo(_("Somebody else who holds it asks first: nobody erases alone."))
        _empty(one, at)
    note(one, "erased", actor=actor, at=at)
    return one


def _closed(pk: UUID, actor: Actor) -> Concern:
    one = concern_for(pk, actor=actor, live=False)
    if one.keep_until is None or one.erased_at is not None:
        raise NotSo(_("It is not closed, or it is erased."))
    return one


def _empty(one: Concern, at: datetime) -> None:
    """Take away what says something of somebody; whoever is kept from people stays so, by a name under the seal."""
    said = one.said
    one.text = Said(way=said.way, kind=said.kind, danger=said.danger, who="").written()
    one.raised_by = one.why = one.keep_because = None
    one.key, one.pin, one.erased_at = str(one.pk), NO_PIN, at
    one.version += 1
    one.save()
    one.words.all().delete()
    one.barred.all().delete()
    one.about.filter(is_suspended=False).delete()
    one.about.update(done=None)
    one.clocks.update(says=None)
    for step in one.steps.all():
        step.says, step.by_name, step.owner_id = "", "", None
        step.result = step.risk_says = step.risk_done = None
        step.save()
