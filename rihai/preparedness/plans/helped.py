"""Who needs help in an emergency at a prison, made fresh from the record, within need-to-know.

Whom the actor sees, also in the class of the need, is named; of the others a number is told where it is not so small
that somebody could be recognised. Guarded people stand among those who see them, and are in no number for others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rihai.accounts.models import Guarded
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.sight import sees
from rihai.kit.actor import Actor
from rihai.people.models import Person
from rihai.places.models import Inside
from rihai.profile.disclosure import RULE
from rihai.profile.flags import FLAGS
from rihai.screening.models import AtRisk, Outcome
from rihai.screening.queries.sight import risks_for
from rihai.words import say

NEEDS = ("children_inside", "pregnant", "disability", "mental_illness", "infection", "over_60", "juvenile")
ILL = "ill"
ON_PAPER = {"mental_illness": ILL, "infection": ILL}
"""Whoever leads people out with the page in hand needs to know who is ill, and of what nobody."""


@dataclass(frozen=True, slots=True)
class Need:
    """One need: the people whom the actor sees in it, and of how many more only the number is told (None: too few)."""

    code: str
    people: tuple[Person, ...]
    others: int | None

    @property
    def title(self) -> str:
        """The need in words."""
        if self.code == ILL:
            return _("Ill")
        return say(FLAGS[self.code].title, get_language() or "en")

    @property
    def is_small(self) -> bool:
        """Whether there are others, so few that their number is withheld."""
        return self.others is None

    @property
    def is_empty(self) -> bool:
        """Whether nobody at all is known to have it."""
        return not self.people and self.others == 0


def needs_at(place_id: int, *, actor: Actor, on_paper: bool = False) -> list[Need]:
    """The needs of the people held at a prison now; on paper no illness is called by its name."""
    told = {code: ON_PAPER.get(code, code) if on_paper else code for code in NEEDS}
    inside = list(Inside.objects.filter(outer=place_id).values_list("inner_id", flat=True))
    rows = risks_for(actor).filter(sees(actor), code__in=NEEDS, outcome=Outcome.MET, person__held_at__in=inside)
    rows = rows.select_related("person__held_at").order_by("person__full_name", "person_id")
    named: defaultdict[str, dict[UUID, Person]] = defaultdict(dict)
    of_code: defaultdict[str, set[UUID]] = defaultdict(set)
    for row in rows:
        named[told[row.code]][row.person_id] = row.person
        of_code[row.code].add(row.person_id)
    everybody = _everybody(inside)
    unnamed = {code: everybody[code] - of_code[code] for code in NEEDS}
    return [
        Need(need, tuple(named[need].values()), _together([unnamed[code] for code in NEEDS if told[code] == need]))
        for need in dict.fromkeys(told.values())
    ]


def _everybody(inside: list[int]) -> defaultdict[str, set[UUID]]:
    """Who has each need, as the house knows it; without those whom being known can kill."""
    found: defaultdict[str, set[UUID]] = defaultdict(set)
    with as_house():
        guarded = Guarded.objects.filter(ended_at=None).values("person_id")
        rows = AtRisk.objects.filter(code__in=NEEDS, outcome=Outcome.MET, person__held_at__in=inside)
        for code, person_id in rows.exclude(person__in=guarded).values_list("code", "person_id"):
            found[code].add(person_id)
    return found


def _together(groups: list[set[UUID]]) -> int | None:
    """How many are in some groups; withheld where one of them is, which could be reckoned back otherwise."""
    return None if any(_others(ids) is None for ids in groups) else len(set[UUID]().union(*groups))


def _others(ids: set[UUID]) -> int | None:
    number = len(ids)
    return None if 0 < number < RULE.threshold(number, is_sensitive=True) else number


def names_of(needs: list[Need]) -> set[UUID]:
    """Everybody who is named in them, each once: the page says whom it showed."""
    return {person.pk for need in needs for person in need.people}
