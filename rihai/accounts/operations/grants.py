"""Leave to see one person, opened and closed by the act that causes it, in that act's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Grant, Ground
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sight_of
from rihai.errors import NotFound
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass


@transaction.atomic
def grant(
    *,
    account_id: UUID,
    person_id: UUID,
    classes: Iterable[str],
    ground: str,
    ground_id: UUID | None,
    until: datetime | None = None,
    actor: Actor | None,
    at: datetime,
) -> None:
    """Let an account see these classes of a person, and personal always, until the ground ends or a moment comes.

    The act that calls this has decided that it may; asking twice for one ground changes nothing. What the account's
    roles do not have stays withheld, unless the ground is break-glass.
    The trail names the person, unless the ground is sealed matter of an act: then it would tell who has some.
    """
    wanted = {DataClass.PERSONAL, *(DataClass(one) for one in classes)} - {DataClass.ORDINARY}
    with as_house(at):
        held = Grant.objects.filter(
            Q(ended_at__isnull=True) | Q(ended_at__gt=at),
            account=account_id, person_id=person_id, ground=ground, ground_id=ground_id,
        )  # fmt: skip
        missing = sorted(wanted - set(held.values_list("data_class", flat=True)))
        Grant.objects.bulk_create(
            Grant(
                account_id=account_id,
                person_id=person_id,
                data_class=one,
                ground=ground,
                ground_id=ground_id,
                started_at=at,
                ended_at=until,
                given_by_id=actor.pk if actor else None,
            )
            for one in missing
        )
    if missing:
        detail = {"account": account_id, "classes": missing, "ground": ground, "ground_id": ground_id}
        subject = person_id if not _is_silent(missing, ground) else None
        append("accounts.grant.given", actor=actor, at=at, subject=subject, kind="person", detail=detail)


@transaction.atomic
def end_grants(*, ground: str, ground_id: UUID, actor: Actor | None, at: datetime) -> int:
    """End what was given on one ground; says how many grants."""
    with as_house(at):
        held = Grant.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at), ground=ground, ground_id=ground_id)
        persons = sorted(set(held.values_list("person_id", flat=True)))
        silent = _is_silent(held.values_list("data_class", flat=True), ground)
        ended = held.update(ended_at=at)
    if ended:
        detail = {"ground": ground, "ground_id": ground_id, "grants": ended}
        subject = persons[0] if len(persons) == 1 and not silent else None
        append("accounts.grant.ended", actor=actor, at=at, subject=subject, kind="person", detail=detail)
    return ended


def _is_silent(classes: Iterable[str], ground: str) -> bool:
    """Whether a line in the trail would tell that there is sealed matter; who opens by break-glass is named always."""
    return DataClass.SEALED in set(classes) and ground != Ground.GLASS


def assign_to_guarded(*, account: Account, person_id: UUID, classes: Iterable[str], actor: Actor, at: datetime) -> None:
    """A supervisor names who works with a guarded person. Raises NotFound when they do not see that person."""
    if not actor.may("guarded.assign") or DataClass.PERSONAL not in sight_of(actor, person_id, at=at).seen:
        raise NotFound(_("There is no such person."))
    grant(
        account_id=account.pk,
        person_id=person_id,
        classes=classes,
        ground=Ground.ASSIGNMENT,
        ground_id=None,
        actor=actor,
        at=at,
    )
