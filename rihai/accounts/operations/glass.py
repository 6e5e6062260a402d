"""Break-glass: opening one person for a stated reason, for a time; sealed matter with a second; then the review."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID, Account, BreakGlass, Grant, Ground, SecondSays, Verdict
from rihai.accounts.operations.grants import grant
from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.queries import accounts_who_may, is_guarded, sight_of
from rihai.accounts.queries.glass import WAITS
from rihai.accounts.standing import local_day
from rihai.errors import NotAllowed, NotFound, Refused
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.offers import FindsPerson, offered

SHORTEST_REASON = 20
REVIEW_DAYS = 3


class CannotOpen(Refused):
    """Nobody is found by the number, or nobody whom the asker could be told of: the sentence is one and the same."""


class GlassRefused(Refused):
    """A rule of break-glass says no."""


class OwnAct(Refused):
    """Nobody confirms or reviews what they asked for themselves, nor reviews what they stood beside."""


def ask_to_open(
    *, number: str, data_class: str, reason: str, second: Account | None, actor: Account, at: datetime
) -> BreakGlass:
    """Open a person known by an exact number, in one class, for a reason of at least 20 characters.

    Sealed matter waits for `second`. Raises CannotOpen for a number by which nobody is opened: also for a guarded
    person, whose supervisors are told, and the asker not. Raises GlassRefused with its reason, NotAllowed.
    """
    _check_asking(actor, data_class, reason, second)
    person_id = _found(number)
    sight = sight_of(actor, person_id, at=at) if person_id else None
    if person_id is None or sight is None or (DataClass.PERSONAL not in sight.seen and is_guarded(person_id)):
        _write_not_opened(person_id, data_class, actor, at)
        raise CannotOpen(_("Nobody can be opened by that number. Look at the number again; the attempt is in the log."))
    if data_class in sight.seen:
        raise GlassRefused(_("You see this already. Find the person by the search; nothing was opened."))
    return _asked(person_id, data_class, reason, second, actor, at)


@transaction.atomic
def _asked(
    person_id: UUID, data_class: str, reason: str, second: Account | None, actor: Account, at: datetime
) -> BreakGlass:
    if _waits(person_id, data_class, actor, at):
        raise GlassRefused(_("You asked for this already, and the second person has not answered yet."))
    glass = BreakGlass.objects.create(
        account=actor,
        person_id=person_id,
        data_class=data_class,
        reason=reason.strip(),
        asked_at=at,
        second=second if data_class == DataClass.SEALED else None,
    )
    if glass.second is not None:
        notify([glass.second.pk], "glass.second_awaited", url=reverse("accounts:second", args=[glass.pk]), at=at)
        _write("accounts.glass.asked", glass, actor, at, second=glass.second.pk)
    else:
        _open(glass, actor, at)
        _write("accounts.glass.opened", glass, actor, at, ends_at=glass.ends_at and glass.ends_at.isoformat())
    return glass


@transaction.atomic
def confirm_second(*, glass: BreakGlass, actor: Account, at: datetime) -> None:
    """The second named person says yes, and the matter opens for its time. Raises NotFound, GlassRefused."""
    glass = _for_second(glass, actor, at)
    glass.second_said, glass.second_at = SecondSays.CONFIRMED, at
    _open(glass, actor, at)
    notify([glass.account_id], "glass.confirmed", url=reverse("accounts:glass"), at=at)
    _write("accounts.glass.confirmed", glass, actor, at, ends_at=glass.ends_at and glass.ends_at.isoformat())


@transaction.atomic
def refuse_second(*, glass: BreakGlass, actor: Account, at: datetime) -> None:
    """The second named person says no, and nothing opens. Raises NotFound, GlassRefused."""
    glass = _for_second(glass, actor, at)
    glass.second_said, glass.second_at = SecondSays.REFUSED, at
    glass.save(update_fields=["second_said", "second_at"])
    notify([glass.account_id], "glass.refused", url=reverse("accounts:glass"), at=at)
    _write("accounts.glass.refused", glass, actor, at)


@transaction.atomic
def end_opening(*, glass: BreakGlass, actor: Account, at: datetime) -> None:
    """The asker is done before the time is up. Raises NotFound for somebody else's, GlassRefused when it is over."""
    glass = _locked(glass)
    if glass.account_id != actor.pk:
        raise NotFound(_("There is no such access."))
    if not glass.is_open(at):
        raise GlassRefused(_("This access has ended already."))
    glass.ends_at = at
    glass.save(update_fields=["ends_at"])
    with as_house(at):
        Grant.objects.filter(ground=Ground.GLASS, ground_id=glass.pk).update(ended_at=at)
    _write("accounts.glass.ended", glass, actor, at)


@transaction.atomic
def review_opening(*, glass: BreakGlass, verdict: str, note: str, actor: Account, at: datetime) -> None:
    """Say whether it was justified. Raises OwnAct, GlassRefused when it is reviewed already or nothing was opened."""
    glass = _locked(glass)
    if not actor.may("glass.review"):
        raise NotAllowed(_("Reviews are made by the data protection officer."))
    if actor.pk in {glass.account_id, glass.second_id}:
        raise OwnAct(_("Nobody reviews their own act. Another reviewer has to look at this one."))
    if glass.reviewed_at is not None or glass.granted_at is None:
        raise GlassRefused(_("There is nothing to review here: it was reviewed already, or nothing was opened."))
    glass.verdict, glass.note = Verdict(verdict), note.strip() or None
    glass.reviewed_by, glass.reviewed_at = actor, at
    glass.save(update_fields=["verdict", "note", "reviewed_by", "reviewed_at"])
    notify([glass.account_id], "glass.reviewed", url=reverse("accounts:glass"), at=at)
    _write("accounts.glass.reviewed", glass, actor, at, verdict=glass.verdict)


def _check_asking(actor: Account, data_class: str, reason: str, second: Account | None) -> None:
    if not actor.may("glass.break"):
        raise NotAllowed(_("Your roles do not open people for a stated reason."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise GlassRefused(_("Say in a sentence why you need it now; somebody will review it."))
    if data_class != DataClass.SEALED:
        return
    if second is None:
        raise GlassRefused(_("Sealed matter opens only with a second named person; choose one."))
    if second.pk == actor.pk:
        raise OwnAct(_("The second person is somebody else than you."))
    if not second.may("glass.second"):
        raise GlassRefused(_("This person cannot stand beside you in this; choose another."))


def _found(number: str) -> UUID | None:
    """The person whom some room knows by the number, asked by the house because the asker may not see them."""
    if not number.strip():
        return None
    with as_house():
        return next((found for offer in offered(FindsPerson) if (found := offer.find(number.strip()))), None)


@transaction.atomic
def _write_not_opened(person_id: UUID | None, data_class: str, actor: Account, at: datetime) -> None:
    """The log knows whom it would have been; supervisors who see a guarded person are told that somebody asked."""
    if person_id is not None:
        with acting_as(SYSTEM_ID, at):
            told = [
                one.pk
                for one in accounts_who_may("guarded.assign", on=local_day(at))
                if DataClass.PERSONAL in sight_of(one, person_id, at=at).seen
            ]
        notify(told, "glass.guarded", at=at)
    append(
        "accounts.glass.not_opened",
        actor=actor, at=at, subject=person_id, kind="person" if person_id else "", detail={"class": data_class},
    )  # fmt: skip


def _waits(person_id: UUID, data_class: str, actor: Account, at: datetime) -> bool:
    waiting = BreakGlass.objects.filter(granted_at=None, second_said="", asked_at__gt=at - WAITS)
    return waiting.filter(account=actor, person_id=person_id, data_class=data_class).exists()


def _open(glass: BreakGlass, actor: Account, at: datetime) -> None:
    """Grant it for its time, and call the reviewers."""
    glass.granted_at = at
    glass.ends_at = at + timedelta(minutes=settings.BREAK_GLASS_MINUTES)
    glass.review_by = local_day(at) + timedelta(days=REVIEW_DAYS)
    glass.save(update_fields=["granted_at", "ends_at", "review_by", "second_said", "second_at"])
    grant(
        account_id=glass.account_id,
        person_id=glass.person_id,
        classes=[glass.data_class],
        ground=Ground.GLASS,
        ground_id=glass.pk,
        until=glass.ends_at,
        actor=actor,
        at=at,
    )
    own = {glass.account_id, glass.second_id}
    reviewers = [one.pk for one in accounts_who_may("glass.review", on=local_day(at)) if one.pk not in own]
    notify(reviewers, "glass.to_review", url=reverse("accounts:review", args=[glass.pk]), at=at)


def _for_second(glass: BreakGlass, actor: Account, at: datetime) -> BreakGlass:
    glass = _locked(glass)
    if glass.second_id != actor.pk or not actor.may("glass.second"):
        raise NotFound(_("There is no such asking."))
    if not glass.waits_for_second:
        raise GlassRefused(_("This was answered already."))
    if at > glass.asked_at + WAITS:
        raise GlassRefused(_("This asking is older than a day and has lapsed; they can ask again."))
    return glass


def _locked(glass: BreakGlass) -> BreakGlass:
    return BreakGlass.objects.select_for_update(of=("self",)).select_related("account", "second").get(pk=glass.pk)


def _write(act: str, glass: BreakGlass, actor: Account, at: datetime, **more: object) -> None:
    detail = {"glass": glass.pk, "class": glass.data_class, "reason_length": len(glass.reason or ""), **more}
    append(act, actor=actor, at=at, subject=glass.person_id, kind="person", detail=detail)
