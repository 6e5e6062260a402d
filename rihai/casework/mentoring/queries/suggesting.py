"""Who could be the mentor of a person: the rules of `matching` asked of the volunteers the actor sees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Q, When

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.apart import kept_apart_from
from rihai.casework.mentoring.matching import Mentor, Side, Suggested, case_key, suggest
from rihai.casework.mentoring.models import MentorConcern, MentoringWish, Volunteer, VolunteerState
from rihai.casework.mentoring.models.codes import LIVE
from rihai.casework.mentoring.queries.reach import volunteers_for, wishes_for
from rihai.casework.mentoring.queries.volunteers import held_of
from rihai.kit.actor import Actor
from rihai.people.models import CriminalCase, Person
from rihai.people.queries.people import age_on
from rihai.places.models import Inside

MOST, ADULT = 300, 18


def wish_of(person_id: UUID, *, actor: Actor) -> MentoringWish | None:
    """What the person wishes now, for who asks or matches."""
    return wishes_for(actor).select_related("district").filter(person=person_id).first()


def suggestions_for(person: Person, *, actor: Actor, on: date) -> Suggested:
    """Mentors for a person whom the actor sees, with reasons; a constant number of queries."""
    wish = wish_of(person.pk, actor=actor)
    found = volunteers_for(actor).filter(state=VolunteerState.ACCEPTED)
    around = Inside.objects.filter(inner=person.held_at_id).values_list("outer_id", flat=True)
    near = Case(When(place__in=[person.held_at_id, *around], then=0), default=1)
    keys = list(found.order_by(near, "name", "pk").values_list("pk", flat=True)[:MOST])
    with as_house(asked_at()):
        mentors = mentors_of(keys, on)
        return suggest(side_of(person, wish, on), mentors, apart=kept_apart_from(person.pk, on=on))


def mentors_of(keys: Iterable[UUID], on: date) -> list[Mentor]:
    """Volunteers as the rules see them; asked as the house, since they are with people the actor may not see."""
    rows = (
        Volunteer.objects.filter(pk__in=list(keys))
        .defer("phone")
        .annotate(
            people=Count("matches", filter=Q(matches__state__in=LIVE)),
            is_concern_open=Exists(
                MentorConcern.objects.filter(match__volunteer=OuterRef("pk"), about="mentor", settled_on=None)
            ),
        )
    )
    found = list(rows)
    cases = cases_of(one.person_id for one in found if one.person_id)
    return [_mentor(one, cases, on) for one in found]


def _mentor(one: Volunteer, cases: dict[UUID, frozenset[str]], on: date) -> Mentor:
    own = frozenset(filter(None, (case_key(line) for line in (one.own_cases or "").splitlines())))
    side = Side(
        sex=one.sex, languages=frozenset(one.languages), times=frozenset(one.times), by_phone=one.by_phone,
        with_sex=one.with_sex, faith=one.faith, place=one.place_id, district=one.district_id, person_id=one.person_id,
        cases=own | (cases.get(one.person_id, frozenset()) if one.person_id else frozenset()),
    )  # fmt: skip
    return Mentor(
        key=one.pk, name=one.name, side=side, lacking=held_of(one).lacking(on), people=getattr(one, "people", 0),
        is_concern_open=bool(getattr(one, "is_concern_open", False)),
    )  # fmt: skip


def side_of(person: Person, wish: MentoringWish | None, on: date) -> Side:
    """What the person is and wishes; where nobody has asked, nothing is assumed but her sex and where she is."""
    around = Inside.objects.filter(inner=person.held_at_id).values_list("outer_id", flat=True)
    held = frozenset({person.held_at_id, *around}) if person.held_at_id else frozenset[int]()
    cases = cases_of([person.pk]).get(person.pk, frozenset())
    ages = age_on(person, on)
    is_child = ages is not None and ages[0] < ADULT
    if wish is None:
        return Side(sex=person.sex, around=held, cases=cases, person_id=person.pk, is_child=is_child)
    return Side(
        sex=person.sex, languages=frozenset(wish.languages), times=frozenset(wish.times), by_phone=wish.by_phone,
        with_sex=wish.with_sex, faith=wish.faith, around=held, district=wish.district_id, cases=cases,
        person_id=person.pk, is_child=is_child,
    )  # fmt: skip


def cases_of(person_ids: Iterable[UUID]) -> dict[UUID, frozenset[str]]:
    """The keys of the cases of persons, as `case_key` writes them."""
    found: dict[UUID, set[str]] = {}
    rows = CriminalCase.objects.filter(person__in=list(person_ids))
    for person_id, case_id, fir, station in rows.values_list("person", "case_id", "fir_number", "police_station"):
        texts = (case_id, f"{fir} {station}".strip() if fir else "")
        found.setdefault(person_id, set()).update(filter(None, map(case_key, texts)))
    return {one: frozenset(keys) for one, keys in found.items()}
