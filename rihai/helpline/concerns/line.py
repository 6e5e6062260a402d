"""Who must not read a concern: whom it is about, whoever stands above them in their work, whose name may be meant.

*Their line* are supervisors posted where they work (or worked within a year) and coordinators of the mentors there. Who
supervises the whole office stands above everybody: that is the head, who is in the line only of those who themselves
work for the whole office, and hears a concern only where no safeguarding lead may.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.models import Account, Posting
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.standing import holding_on
from rihai.casework.mentoring.models import MentorMatch, Volunteer
from rihai.helpline.concerns.models import Aim, Said
from rihai.names import commonness, key, keys_for_search
from rihai.names.letters import fold, is_arabic
from rihai.places.models import Inside

SAFEGUARD = "helpline.safeguard"
SUPERVISES, COORDINATES = "supervisor", "mentor_coordinator"
A_YEAR = timedelta(days=365)
COMMON, SHORTEST = 0.7, 3
"""Words of a name that are commoner or shorter than this tell nobody (Muhammad, Bibi, Khan)."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where somebody works: places, units, or the whole office; `mentors` whether as a mentor or volunteer."""

    places: frozenset[int]
    units: frozenset[UUID]
    office: bool = False
    mentors: bool = False


def safeguards(on: date) -> list[Account]:
    """Whoever sees to concerns."""
    return list(accounts_who_may(SAFEGUARD, on=on))


def heads(on: date) -> list[Account]:
    """Whoever supervises the whole office."""
    posts = Posting.objects.filter(holding_on(on), role=SUPERVISES, place=None, unit=None).values("account_id")
    return list(Account.objects.filter(pk__in=posts, is_active=True).order_by("name", "pk"))


def where_of(account_id: UUID, on: date) -> Where:
    """Where an account works, or worked within a year."""
    posts = Posting.objects.filter(account=account_id).filter(Q(ended_on=None) | Q(ended_on__gt=on - A_YEAR))
    rows = list(posts.values_list("role", "place_id", "unit_id", "unit__at__place_id"))
    return Where(
        places=frozenset(one for _role, place, _unit, at in rows for one in (place, at) if one),
        units=frozenset(unit for _role, _place, unit, _at in rows if unit),
        office=posts.filter(place=None, unit=None).exists(),
        mentors=any(role == "mentor" for role, *_rest in rows),
    )


def where_of_volunteer(volunteer: Volunteer, on: date) -> Where:
    """Where a volunteer mentors, and works with us besides."""
    own = where_of(volunteer.account_id, on) if volunteer.account_id else Where(frozenset(), frozenset())
    return Where(own.places | {volunteer.place_id}, own.units, own.office, True)


def line_over(where: Where, on: date) -> set[UUID]:
    """Whoever stands above somebody who works there."""
    roles = [SUPERVISES, COORDINATES] if where.mentors else [SUPERVISES]
    posts = Posting.objects.filter(holding_on(on), role__in=roles)
    around = Inside.objects.filter(inner__in=where.places).values("outer_id")
    found = Q(place__in=around) | Q(unit__at__place__in=around) | Q(unit__in=where.units)
    if where.office:
        found |= Q(place=None, unit=None)
    return set(posts.filter(found).values_list("account_id", flat=True))


def coordinators_of(volunteer: Volunteer) -> set[UUID]:
    """Whoever coordinates, or coordinated, a match of theirs."""
    return set(MentorMatch.objects.filter(volunteer=volunteer).values_list("coordinator_id", flat=True))


def meant(
    said: Said, recipients: Iterable[Account], *, known: Iterable[str], later: Iterable[str] = ()
) -> list[Account]:  # fmt: skip
    """Those of some accounts whom the words may mean. `known` are the names of everybody it may be about, `later` is
    what who raised it wrote afterwards.

    A given name means its bearer. A family name means everybody who has it, unless it stands beside the given name of
    somebody known: *Mr Misali* may be the lead herself, *Parveen Misali* is not.
    """
    text = " ".join((said.who, said.what, said.where, said.fears, *later))
    heard, read = keys_for_search(said.who) if said.who.strip() else frozenset(), _words(text)

    def stands(word: str) -> bool:
        return bool(keys_for_search(word) & heard) or any(_is_same(word, one) for one in read)

    explained: set[str] = set()
    for name in known:
        telling = _telling(name)
        if telling and stands(telling[0]):
            explained |= {fold(word) for word in telling[1:]}
    found = []
    for account in recipients:
        telling = _telling(account.name)
        if any(stands(word) for word in telling[:1]) or any(
            fold(word) not in explained and stands(word) for word in telling[1:]
        ):
            found.append(account)
    return found


def aimed_at(said: Said, on: date) -> list[Account]:
    """Whom the role means that was ticked."""
    if said.aim == Aim.LEAD:
        return safeguards(on)
    return heads(on) if said.aim == Aim.HEAD else []


def _telling(name: str) -> list[str]:
    return [word for word in name.split() if len(word) >= SHORTEST and commonness(word) < COMMON]


def _words(text: str) -> list[str]:
    cut = "".join(letter if letter.isalnum() else " " for letter in text)
    return [word for word in cut.split() if len(word) >= SHORTEST]


def _is_same(word: str, read: str) -> bool:
    """The same word; or one in Urdu letters and one in Latin that sound alike."""
    return fold(word) == fold(read) or (is_arabic(word) != is_arabic(read) and key(word) == key(read))


def accounts_to_name() -> QuerySet[Account]:
    """Everybody who works here, to be chosen as whom it is about."""
    return Account.objects.filter(is_active=True, postings__isnull=False).distinct().order_by("name", "pk")
