"""Who is meant: at most five of the whole record are shown, each look is written down, nobody guarded is ever there.

The house searches, because the line works at no prison. Who was shown stands in the trail under that person's id, so
that her record tells it; who looks oddly often is told to who stands above the line. Matching opens a tie: whoever sees
to the request sees the person, in the classes of their role, until it is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Guarded, Presence
from rihai.accounts.operations import house, notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.helpline.answers.models import Answer
from rihai.helpline.errors import NotSo
from rihai.helpline.matching.following import ask_on, move_sight
from rihai.helpline.matching.models import HerWord, Look, Match
from rihai.helpline.requests.models import HelpRequest
from rihai.helpline.requests.operations.reach import HERE, note, request_for
from rihai.helpline.requests.queries import above_the_line
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.names import meets
from rihai.people.models import Person
from rihai.people.queries.people import age_on
from rihai.people.queries.search import find_people

SHOWN = 5
READ = 40
"""So many of the nearest names are read before the father's name and the prison choose among them."""
ODD_ON_ONE, ODD_IN_A_DAY = 6, 40
"""Searches for one request, and in a day, beyond which somebody above is told."""
ODD = "helpline.odd_looks"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is shown of one who may be meant: name, father's or husband's name, age, prison. Nothing else."""

    person_id: UUID
    name: str
    father: str
    age: tuple[int, int] | None
    prison: str


@transaction.atomic
def look_for(*, request_id: UUID, name: str, father: str, actor: Actor, at: datetime) -> list[Candidate]:
    """Who may be meant, the nearest first; one line in the trail for each who is shown, and one for the search.

    Raises NoSuchRequest, NotSo without a name, or where somebody else sees to the request.
    """
    one = request_for(request_id, actor=actor)
    if one.owner_id != actor.pk:
        raise NotSo(_("Take the request over first: who sees to it looks for the person."))
    if not name.strip():
        raise NotSo(_("Write the name to look for."))
    found = _nearest(one, name.strip(), father.strip(), at)
    with as_house(at):
        rows = [Look(request=one, account_id=actor.pk, person=p, first_person_id=p.pk, at=at) for p in found]
        Look.objects.bulk_create(rows or [Look(request=one, account_id=actor.pk, at=at)])
    _tell_of_odd(one, actor=actor, at=at)
    for person in found:
        append(
            "helpline.candidate.shown", actor=actor, at=at, subject=person.pk, kind="person",
            detail={"request": one.pk},
        )  # fmt: skip
    note(one, "searched", actor=actor, at=at, detail={"shown": len(found)})
    return [_candidate(person, at) for person in found]


def _nearest(one: HelpRequest, name: str, father: str, at: datetime) -> list[Person]:
    """The five nearest by name, father's name and prison among those who are not guarded."""
    with as_house(at):
        near = find_people(name, actor=house(), limit=READ, at=at)
        ids = [person.pk for person in near]
        guarded = set(Guarded.objects.filter(person_id__in=ids, ended_at=None).values_list("person_id", flat=True))
    open_ones = [person for person in near if person.pk not in guarded]
    return sorted(open_ones, key=lambda person: -_likeness(person, name, father, one.place_id))[:SHOWN]


def _likeness(person: Person, name: str, father: str, place_id: int | None) -> float:
    names = [one for one in (person.full_name, person.other_script) if one]
    own = max((meets(name, one).score for one in names), default=0.0)
    fathers = person.father_or_husband_name or ""
    kin = meets(father, fathers).score if father and fathers else 0.0
    return own + 0.6 * kin + (0.3 if place_id and person.held_at_id == place_id else 0.0)


def _candidate(person: Person, at: datetime) -> Candidate:
    where = person.held_at.shown if person.held_at else ""
    names = person.full_name or person.other_script or ""
    return Candidate(
        person.pk, names, person.father_or_husband_name or "", age_on(person, local_day(at)), str(where)
    )  # fmt: skip


def _tell_of_odd(one: HelpRequest, *, actor: Actor, at: datetime) -> None:
    """Somebody above hears once where there are too many searches for one request, or in a day."""
    with as_house(at):
        mine = Look.objects.filter(account=actor.pk)
        here = mine.filter(request=one).values("at").distinct().count()
        today = mine.filter(at__gt=at - timedelta(days=1)).values("at").distinct().count()
    if here == ODD_ON_ONE or today == ODD_IN_A_DAY:
        notify([account.pk for account in above_the_line(at, everywhere=True)], ODD, url=HERE, at=at)


@transaction.atomic
def match(*, request_id: UUID, person_id: UUID, actor: Actor, at: datetime) -> HelpRequest:
    """It is about her: whoever sees to the request sees her from now on, in the classes of their role.

    Raises NoSuchRequest, NotSo for a person whom the actor was not shown for it.
    """
    one = request_for(request_id, actor=actor)
    with as_house(at):
        was_shown = Look.objects.filter(request=one, account=actor.pk, person=person_id).exists()
        if not was_shown or one.owner_id != actor.pk or not _is_open(person_id):
            raise NotSo(_("Look for the person first, and choose among those who are shown."))
        if Match.objects.filter(request=one, ended_at=None).exists():
            raise NotSo(_("This request is matched. Part it first, if it was wrong."))
        Match.objects.create(
            request=one, person_id=person_id, first_person_id=person_id, made_by_id=actor.pk, made_at=at,
            came_at=one.began_at,
        )  # fmt: skip
    ask_on(one, at=at)
    one.matched_at = at
    one.version += 1
    one.save(update_fields=["matched_at", "version"])
    move_sight(one, actor=actor, at=at)
    append("helpline.request.matched", actor=actor, at=at, subject=person_id, kind="person", detail={"request": one.pk})
    return one


def _is_open(person_id: UUID) -> bool:
    """Whether somebody may be matched: not merged into another, not guarded. Neither happens until the act is done."""
    alone = Person.objects.select_for_update(of=("self",)).filter(pk=person_id, merged_into=None).first()
    list(Presence.objects.select_for_update(of=("self",)).filter(person_id=person_id).order_by("pk"))
    return alone is not None and not Guarded.objects.filter(person_id=person_id, ended_at=None).exists()


@transaction.atomic
def unmatch(*, request_id: UUID, actor: Actor, at: datetime) -> HelpRequest:
    """It was somebody else: nobody sees her by it any more, nobody asks her, and what rests on her word is hidden.

    Raises NoSuchRequest, NotSo.
    """
    one = request_for(request_id, actor=actor)
    with as_house(at):
        live = Match.objects.filter(request=one, ended_at=None).first()
        if live is None or one.owner_id != actor.pk:
            raise NotSo(_("This request is not matched, or somebody else sees to it."))
        Match.objects.filter(pk=live.pk).update(ended_at=at)
        HerWord.objects.filter(request=one, state=HerWord.State.WAITING).update(state=HerWord.State.GONE, said_at=at)
        Answer.objects.filter(request=one, rests_on__isnull=False, hidden_at=None).update(hidden_at=at)
    one.matched_at = None
    one.version += 1
    one.save(update_fields=["matched_at", "version"])
    move_sight(one, actor=actor, at=at)
    append(
        "helpline.request.parted", actor=actor, at=at, subject=live.person_id, kind="person",
        detail={"request": one.pk},
    )  # fmt: skip
    return one
