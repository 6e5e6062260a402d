"""Two entries are said to be one person, or never to be; what was joined is parted again. Nothing moves in either."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.training.errors import NotSo, NotThere
from rihai.training.reach import KEEP, register_for, trainees_for
from rihai.training.register.agreeing import is_backed
from rihai.training.register.models import Twins
from rihai.training.register.queries import stands_for
from rihai.training.sessions.models import Attendance, Came, Enrolment, Seat, Trainee
from rihai.training.sessions.operations.planning import OPEN


@transaction.atomic
def join(
    *, one_id: UUID, other_id: UUID, because: str, has_paper: bool = False, actor: Actor, at: datetime
) -> Trainee:  # fmt: skip
    """`one` stands for both from now on: whatever counts people counts them once, courses of both count for `one`.

    Never by the name alone: what else is the same backs it (`is_backed`), or a paper that names the person was seen
    (`has_paper`). Two who were present on one day of one session are two people. Raises NotThere, NotSo.
    """
    one, other = _both(one_id, other_id, actor)
    if not because.strip():
        raise NotSo(_("Say what shows that they are one person."))
    if not is_backed(one, other) and not has_paper:
        raise NotSo(_("Too little besides the name is the same. See a paper that names the person, and say which."))
    if other.entries.exists():
        raise NotSo(_("Another entry was joined with this one. Join it the other way round, or part those first."))
    with as_house(at):
        _may_be_one(one, other)
    other.same_as = one
    other.save(update_fields=["same_as"])
    _say(one, other, is_same=True, because=because, actor=actor, at=at)
    detail = {"with": one.pk, "by_paper": has_paper}
    append("training.trainee.joined", actor=actor, at=at, subject=other.pk, kind="trainee", detail=detail)
    return one


def _both(one_id: UUID, other_id: UUID, actor: Actor) -> tuple[Trainee, Trainee]:
    """Both entries, held until the act is done; neither is joined with another, nor without a name. Raises NotThere."""
    if not actor.may(KEEP) or one_id == other_id:
        raise NotThere(str(other_id))
    ids = register_for(actor).filter(pk__in=(one_id, other_id)).values("pk")
    held = Trainee.objects.select_for_update(of=("self",))  # asked again of what another act wrote meanwhile
    rows = {one.pk: one for one in held.filter(pk__in=ids, same_as=None, let_go_on=None).order_by("pk")}
    if len(rows) != 2:
        raise NotThere(str(other_id))
    return rows[one_id], rows[other_id]


def _may_be_one(one: Trainee, other: Trainee) -> None:
    """Raises NotSo where what they did says that they are two."""
    came = Attendance.objects.filter(came=Came.PRESENT).order_by()
    mine = came.filter(Q(enrolment__trainee=one) | Q(enrolment__trainee__same_as=one))
    if came.filter(enrolment__trainee=other, day__in=mine.values("day_id")).exists():
        raise NotSo(
            _("Both were present on one day of one session: they are two people. If not, correct who came first.")
        )
    seats = Enrolment.objects.exclude(seat=Seat.GIVEN_UP).filter(session__state__in=OPEN).order_by()
    if seats.filter(trainee=other, session__in=seats.filter(trainee=one).values("session_id")).exists():
        raise NotSo(_("Both hold or await a seat in one session. One of them gives it up first."))


@transaction.atomic
def say_never(*, one_id: UUID, other_id: UUID, actor: Actor, at: datetime) -> None:
    """They are two people, for good: they are proposed no more. Raises NotThere."""
    one, other = _both(one_id, other_id, actor)
    _say(one, other, is_same=False, because="", actor=actor, at=at)
    append("training.trainees.kept_apart", actor=actor, at=at, subject=other.pk, kind="trainee")


@transaction.atomic
def part(*, other_id: UUID, because: str, actor: Actor, at: datetime) -> tuple[Trainee, Trainee]:
    """They are two people after all: each has its own sessions and courses again. Raises NotThere, NotSo."""
    ids = trainees_for(actor).filter(pk=other_id).exclude(same_as=None).values("pk")
    other = Trainee.objects.select_for_update(of=("self",)).filter(pk__in=ids).first() if actor.may(KEEP) else None
    one = stands_for(other, actor) if other is not None else None
    if other is None or one is None or other.let_go_on is not None:
        raise NotThere(str(other_id))
    if not because.strip():
        raise NotSo(_("Say why they are two people after all."))
    other.same_as = None
    other.save(update_fields=["same_as"])
    _say(one, other, is_same=False, because=because, actor=actor, at=at)
    append("training.trainee.parted", actor=actor, at=at, subject=other.pk, kind="trainee", detail={"with": one.pk})
    return one, other


def _say(one: Trainee, other: Trainee, *, is_same: bool, because: str, actor: Actor, at: datetime) -> None:
    """What was said of two entries, once, whichever way round it was said before."""
    Twins.objects.filter(one=other, other=one).delete()
    said = {"is_same": is_same, "because": because.strip()[:200], "by_name": actor.name[:120], "at": at}
    Twins.objects.update_or_create(one=one, other=other, defaults=said)
