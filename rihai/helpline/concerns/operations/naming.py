"""Whom a concern is about is said, which keeps them and their line away; a name that was not meant is let in again."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.models import Volunteer
from rihai.helpline.concerns.models import Bar, Concern, ConcernAbout, Whose
from rihai.helpline.concerns.operations.errors import NoSuchConcern, NotSo
from rihai.helpline.concerns.operations.holding import bar_line_of, settle_holders, tell_unheard
from rihai.helpline.concerns.operations.reach import concern_for, note
from rihai.kit.actor import Actor


@transaction.atomic
def name_about(*, concern_id: UUID, who: object, actor: Actor, at: datetime) -> ConcernAbout:
    """Say whom it is about: an account or a volunteer. They and their line hold it no more, also where the actor is one
    of them. Raises NoSuchConcern, NotSo."""
    one = concern_for(concern_id, actor=actor)
    with as_house(at):
        made = name_them(one, who, on=local_day(at))
        if not settle_holders(one, at=at):
            tell_unheard(at=at)
    note(one, "named", actor=actor, at=at)
    return made


def name_them(concern: Concern, who: object, *, on: date) -> ConcernAbout:
    """The row itself, within an act that has its own line; asked by the house. Raises NotSo."""
    if not isinstance(who, Account | Volunteer):
        raise NotSo(_("Choose whom it is about."))
    kind = Whose.ACCOUNT if isinstance(who, Account) else Whose.VOLUNTEER
    if concern.about.filter(subject_index=str(who.pk)).exists():
        raise NotSo(_("It is known to be about them."))
    made = ConcernAbout.objects.create(concern=concern, kind=kind, name=who.name, subject=str(who.pk))
    bar_line_of(made, on)
    return made


@transaction.atomic
def lift_bar(*, concern_id: UUID, bar_id: UUID, actor: Actor, at: datetime) -> None:
    """Somebody whose name was only like it is not meant: they may hold it again. Raises NoSuchConcern, NotSo."""
    one = concern_for(concern_id, actor=actor)
    with as_house(at):
        found = one.barred.filter(pk=bar_id).first()
        if found is None:
            raise NoSuchConcern(_("There is no such concern."))
        if found.because != Bar.MEANT:
            raise NotSo(_("Whom it is about, and their line, never read it."))
        if not one.about.exists():
            raise NotSo(_("Say first whom it is about."))
        found.delete()
        settle_holders(one, at=at)
    note(one, "let_in", actor=actor, at=at)
