"""Finds people by name across scripts and spellings, and by the exact number of an authority; within need-to-know.

Names are found by rows of keys compared with `=`: PostgreSQL's walls let no other operator use an index. The keys of
the words that tell most are looked up together, until few enough people are left to be compared by ear.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet

from rihai.accounts.acting import asked_at, reads
from rihai.accounts.models import Grant, Presence
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import LookedUp
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.names import meets
from rihai.names.units import Unit, units
from rihai.names.weights import weight
from rihai.people.models import Identifier, NameKey, Person
from rihai.people.projection.rows import keys_of
from rihai.people.queries.people import my_places, people_for

COMPARED = 60
"""People whose names are compared by ear; beyond them nobody reads on."""
WORDS = 4
"""Words of a name that are looked up; the ones that tell most."""
RARE = 0.6
"""From this weight on a word is borne by few."""
LEFT = 5_000
"""People who left the actor's places; so many are sooner gone through than everybody who has a name."""
_CNIC = 13
_SURE = 1.0


def find_people(words: str, *, actor: Actor, limit: int = 20, at: datetime | None = None) -> list[Person]:
    """People whose number it is, else whose name sounds so, the nearest first."""
    if any(letter.isdecimal() for letter in words):
        return find_by_number(words, actor=actor, at=at)[:limit]
    near = list(_candidates(words, actor, at))
    scored = sorted(
        ((_nearness(words, person), person) for person in near), key=lambda one: (-one[0], one[1].full_name)
    )
    return [person for _score, person in scored[:limit]]


def find_by_number(number: str, *, actor: Actor, at: datetime | None = None) -> list[Person]:
    """The people the actor sees who have exactly this number."""
    known = Identifier.objects.filter(number_index__in=_forms(number)).values("person_id")
    return list(
        people_for(actor, at=at).select_related("held_at").filter(pk__in=known).order_by("full_name", "pk")[:20]
    )


def person_by_number(number: str) -> UUID | None:
    """Whose number it is, outside every filter: break-glass asks it. None when it is nobody's, or two persons'."""
    with as_house():
        known = Identifier.objects.filter(number_index__in=_forms(number))
        found = list(known.values_list("person_id", flat=True).distinct()[:2])
    return found[0] if len(found) == 1 else None


def _forms(number: str) -> list[str]:
    """The ways a number is kept: an identity card as its digits alone, anything else as written."""
    digits = "".join(str(int(letter)) for letter in number if letter.isdecimal())
    return [one for one in dict.fromkeys((number, digits if len(digits) == _CNIC else "")) if one.strip()]


def _candidates(words: str, actor: Actor, at: datetime | None) -> Iterable[Person]:
    """People written exactly so; and those whose names share a key with every word that tells people apart.

    Where nobody does, with fewer of them.
    """
    keys, joined = keys_asked(words)
    rare = any(_telling(unit) >= RARE for unit in units(words))
    exactly = people_for(actor, at=at).filter(_held_there(actor, at), full_name=words).order_by("pk")
    ids = list(exactly.values_list("pk", flat=True)[:COMPARED])
    ids += _with_keys([joined], actor, at, rare=True) if joined else []
    for count in range(len(keys), 0, -1):
        if found := _with_keys(keys[:count], actor, at, rare=rare):
            ids += found
            break
    return people_for(actor, at=at).select_related("held_at").filter(pk__in=set(ids)) if ids else ()


def keys_asked(words: str) -> tuple[list[list[str]], list[str]]:
    """The keys of each word to look up, what tells most first; and those of neighbours that somebody wrote as one."""
    said = sorted(units(words), key=lambda unit: -_telling(unit))[:WORDS]
    keys = [sorted(found) for unit in said if (found := keys_of([unit.text]) | _compound(unit))]
    joined = keys_of([words]).difference(*keys)
    return keys, sorted(joined)


def _telling(unit: Unit) -> float:
    return weight(unit.text) + (0.4 if unit.kind else 0.0)


def _compound(unit: Unit) -> frozenset[str]:
    """A compound's own key: abd-gfr for the heart of Abdul Ghafoor."""
    return frozenset(f"{unit.kind}-{key}" for key in keys_of([unit.text])) if unit.kind else frozenset()


def _with_keys(keys: Sequence[Sequence[str]], actor: Actor, at: datetime | None, *, rare: bool) -> list[UUID]:
    """At most COMPARED people who share a key with each of the words; the first word tells most.

    Those held where the actor works come first, then those who left or are granted. `rare`: few people have the first
    word; where many left they are gone through, else those who left are. Without it those who left are asked only where
    nobody held there has the name. Whoever asks shows of them only whom the actor sees: that is not looked up for each
    of them here.
    """
    found = NameKey.objects.filter(key__in=keys[0])
    for others in keys[1:]:
        found = found.filter(LookedUp(NameKey.objects.filter(person=OuterRef("person"), key__in=others)))
    mine = my_places(actor, at=at)
    if mine is None:
        return _few(found)
    held = _few(found.filter(place__in=mine.values("pk")))
    if len(held) == COMPARED or (held and not rare):
        return held
    granted = Grant.objects.filter(account=actor.pk).values("person_id")
    former = Presence.objects.filter(place__in=mine.values("pk"), seen_until__gt=local_day(at or asked_at()))
    many_left = rare and _many(former, actor)
    left = (
        found.filter(LookedUp(former.filter(person_id=OuterRef("person"))))
        if many_left
        else found.filter(person__in=former.values("person_id"))
    )
    return list(dict.fromkeys([*held, *_few(found.filter(person__in=granted)), *_few(left)]))[:COMPARED]


def _many(former: QuerySet[Presence], actor: Actor) -> bool:
    """Whether many people left the actor's places; counted once in a request."""
    key, kept = ("many_left", actor.pk), reads()
    if key not in kept:
        kept[key] = former[: LEFT + 1].count() > LEFT
    return bool(kept[key])


def _held_there(actor: Actor, at: datetime | None) -> Q:
    """The people held where the actor works; everybody for who works everywhere."""
    mine = my_places(actor, at=at)
    return Q() if mine is None else Q(held_at__in=mine.values("pk"))


def _few(found: QuerySet[NameKey]) -> list[UUID]:
    return list(dict.fromkeys(found.values_list("person_id", flat=True)[: COMPARED * 2]))[:COMPARED]


def _nearness(words: str, person: Person) -> float:
    """How near the name typed is to one of the person's; with more words than the name has, the father's counts too."""
    names = [name for name in (person.full_name, person.other_script) if name]
    if words.casefold() in (name.casefold() for name in names):
        return _SURE * 2
    asked, father = len(units(words)), person.father_or_husband_name
    whole = [f"{name} {father}" for name in names if father and asked > len(units(name))]
    return max((meets(words, name).score for name in (*names, *whole)), default=0.0)
