"""Who of those we know may be meant by a name, with a rank, a number and a place: proposed, never taken for granted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rihai.names import keys_for_search, meets
from rihai.training.sessions.models import Trainee

MOST = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody on a list, or typed in."""

    full_name: str
    number: str = ""
    organisation: str = ""
    place_id: int | None = None


class Known:
    """Those we know, found by the sounds of their names and by their numbers, however many there are."""

    def __init__(self, trainees: Iterable[Trainee]) -> None:
        self._by_sound: dict[str, list[Trainee]] = {}
        self._by_number: dict[str, list[Trainee]] = {}
        for one in trainees:
            for sound in keys_for_search(one.full_name):
                self._by_sound.setdefault(sound, []).append(one)
            if one.number:
                self._by_number.setdefault(one.number.casefold().strip(), []).append(one)

    def alike(self, asked: Asked, *, was_posted: bool = False) -> list[Trainee]:
        """Those who may be the one asked for, the likeliest first: the same number, or a name that meets.

        Another number of the same organisation means somebody else, whatever the name; not where they may have been
        given another with a posting (`was_posted`).
        """
        near = {one.pk: one for sound in keys_for_search(asked.full_name) for one in self._by_sound.get(sound, ())}
        near |= {one.pk: one for one in self._by_number.get(asked.number.casefold().strip(), ())}
        found = [(score, one) for one in near.values() if (score := _score(asked, one, was_posted=was_posted))]
        return [one for _score_of, one in sorted(found, key=lambda pair: (-pair[0], pair[1].full_name))[:MOST]]


def _score(asked: Asked, one: Trainee, *, was_posted: bool) -> int:
    house = _same(asked.organisation, one.organisation)
    if asked.number and one.number and house and (not was_posted or _same(asked.number, one.number)):
        return 4 if _same(asked.number, one.number) else 0
    if not meets(asked.full_name, one.full_name).meets:
        return 0
    if asked.place_id and one.place_id:
        return 3 if asked.place_id == one.place_id else 1
    return 2 if house else 1


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
