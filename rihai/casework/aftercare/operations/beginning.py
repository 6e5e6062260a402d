"""Plans begin: by themselves a set time before the earliest day the law names, by hand, or on the day of a release."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.aftercare.models import Because, FollowUp, PlanState, ReleasePlan
from rihai.casework.aftercare.operations.errors import NotNow
from rihai.casework.aftercare.operations.reach import kept_person
from rihai.casework.aftercare.queries.earliest import earliest_day, to_begin, to_move
from rihai.casework.aftercare.tables import begins_before, intervals
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.people.models import CustodyEpisode, MovementKind, Person

CHUNK = 500
MOST = 5_000
BEGUN = "casework.release_plan.begun"


def begin_due(today: date, *, persons: Collection[UUID] | None = None) -> int:
    """Begin a plan for everybody whose earliest day comes within the set time and who has none for this stay.

    Idempotent; as the house, in the caller's transaction. Says how many began: at most `MOST` at once, those whose day
    is nearest; the clock brings the others with its next rounds.
    """
    days = to_begin(today, begins_before(), most=MOST, persons=persons)
    return sum(_begin_part(part) for part in _parts({key: (day, today) for key, day in days.items()}))


def move_earliest(today: date, *, persons: Collection[UUID] | None = None) -> int:
    """Write the earliest day anew in plans whose day has not come; says in how many, at most `MOST`. As the house."""
    moved = to_move(today, begins_before(), most=MOST, persons=persons)
    ReleasePlan.objects.bulk_update(
        [ReleasePlan(pk=key, earliest_on=day) for key, day in moved], ["earliest_on"], batch_size=CHUNK
    )
    return len(moved)


def _parts(days: dict[UUID, tuple[date, date]]) -> Iterable[dict[UUID, tuple[date, date]]]:
    ids = list(days)
    return ({key: days[key] for key in ids[start : start + CHUNK]} for start in range(0, len(ids), CHUNK))


def _begin_part(days: dict[UUID, tuple[date, date]]) -> int:
    """Plans of some people who are held and have none for this stay: by person the earliest day, and today."""
    episodes = CustodyEpisode.objects.filter(person__in=list(days), ended_on=None, ended_by="").select_related("person")
    known = set(ReleasePlan.objects.filter(episode__in=episodes).values_list("episode_id", flat=True))
    made = [
        ReleasePlan(
            person_id=one.person_id, made_for=one.person_id, episode=one, place_id=one.person.held_at_id,
            because=Because.LAW, begun_on=days[one.person_id][1], earliest_on=days[one.person_id][0],
        )
        for one in episodes
        if one.pk not in known and one.person.held_at_id is not None
    ]  # fmt: skip
    ReleasePlan.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


@transaction.atomic
def begin_plan(*, person_id: UUID, actor: Actor, at: datetime) -> ReleasePlan:
    """Begin a plan by hand, for the last time in custody; of who has left already, the follow-ups at once.

    Raises NoSuchPerson, NotNow where nobody was ever held, died or escaped, or a plan stands.
    """
    person = kept_person(person_id, actor=actor, at=at)
    today = local_day(at)
    with as_house(at):
        episode = CustodyEpisode.objects.filter(person=person).order_by("-sequence").first()
        if episode is None or episode.ended_by not in {"", MovementKind.RELEASE}:
            raise NotNow(_("A release plan is made for somebody who is or was in custody."))
        if ReleasePlan.objects.filter(episode=episode).exists():
            raise NotNow(_("A plan for this time in custody stands already."))
        plan = ReleasePlan.objects.create(
            person=person, made_for=person.pk, episode=episode, place_id=person.held_at_id, because=Because.HAND,
            begun_on=today, begun_by_name=actor.name[:120], earliest_on=earliest_day(person.pk, today, begins_before()),
        )  # fmt: skip
        if episode.ended_on is not None:
            let_go(plan, episode.ended_on)
    after(Done(act=BEGUN, actor=actor, at=at, person_ids=(person.pk,), detail={"plan": plan.pk}))
    append(BEGUN, actor=actor, at=at, subject=plan.pk, kind="release_plan")
    return plan


def begin_released(person: Person, episode: CustodyEpisode, place_id: int | None, on: date) -> ReleasePlan:
    """Somebody left before anybody had made a plan: it begins today, with its follow-ups. As the house."""
    plan = ReleasePlan.objects.create(
        person=person, made_for=person.pk, episode=episode, place_id=place_id, because=Because.RELEASED, begun_on=on
    )
    let_go(plan, on)
    return plan


def let_go(plan: ReleasePlan, left_on: date) -> None:
    """The plan goes over into the follow-ups after release. As the house."""
    plan.state, plan.left_on = PlanState.AFTER, left_on
    plan.version += 1
    plan.save(update_fields=["state", "left_on", "version"])
    FollowUp.objects.bulk_create(list(_followups(plan, left_on)), ignore_conflicts=True)


def _followups(plan: ReleasePlan, left_on: date) -> Iterable[FollowUp]:
    for code, one in intervals().items():
        yield FollowUp(
            plan=plan, person_id=plan.person_id, made_for=plan.made_for, interval=code, due_on=one.due_on(left_on),
            owner_id=plan.owner_id,
        )  # fmt: skip
