"""Who could be whose mentor, by rules that anybody can read; no score, and a reason for everything.

What is never done comes first (`hindrance`); then each wish of both sides is said to fit or not. Suggestions are shown
by how many wishes fit, which can be counted on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

FEMALE, ANY, ASK = "female", "any", "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one of the two is and wishes: languages and times as codes, the place and the district as keys."""

    sex: str = ""
    languages: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    by_phone: bool = False
    with_sex: str = ANY
    faith: str = ""
    place: int | None = None
    around: frozenset[int] = frozenset()
    district: int | None = None
    cases: frozenset[str] = frozenset()
    person_id: UUID | None = None
    is_child: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """A volunteer as the rules see her: her side, what does not hold today, with how many people she is."""

    key: UUID
    name: str
    side: Side
    lacking: tuple[str, ...] = ()
    people: int = 0
    is_concern_open: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """One wish, and whether it fits: a code, and whether yes, no, or to be asked (None)."""

    code: str
    fits: bool | None

    @property
    def says(self) -> Any:
        """The sentence."""
        return REASONS[(self.code, self.fits)]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mentor with the reasons for and against her, or with why she is not suggested (a code of HINDRANCES)."""

    mentor: Mentor
    fits: tuple[Fit, ...] = ()
    hindrance: str = ""

    @property
    def fitting(self) -> int:
        """How many wishes fit."""
        return sum(one.fits is True for one in self.fits)

    @property
    def why_not(self) -> Any:
        """Why she is not suggested."""
        return HINDRANCES.get(self.hindrance, "")


@dataclass(frozen=True, slots=True)
class Suggested:
    """Those who could be the mentor, most wishes fitting first; and those who cannot now, with why."""

    fitting: tuple[Suggestion, ...] = field(default=())
    hindered: tuple[Suggestion, ...] = field(default=())


REASONS: dict[tuple[str, bool | None], Any] = {
    ("language", True): _("they speak a language together"),
    ("language", False): _("no language in common is known"),
    ("language", None): _("ask which languages each speaks"),
    ("sex", True): _("of the sex both wish for"),
    ("sex", False): _("one of them wished otherwise"),
    ("time", True): _("both have time at the same hours"),
    ("time", False): _("they named no time in common"),
    ("time", None): _("ask when they have time"),
    ("place", True): _("mentors where the person is held"),
    ("place", False): _("mentors at another place"),
    ("district", True): _("lives in the district where the person will live"),
    ("district", False): _("lives in another district than where the person will live"),
    ("phone", True): _("both are content with the telephone"),
    ("phone", False): _("one of them does not wish to telephone"),
    ("child", None): _("under 18: they meet only with two adults there"),
    ("faith", True): _("faith does not matter to either"),
    ("faith", None): _("faith matters to one of them: ask both"),
}  # fmt: skip
HINDRANCES: dict[str, Any] = {
    "vetted": _("not vetted, or to be vetted again"),
    "trained": _("the training is not whole, or too long ago"),
    "agreed": _("no agreement in force"),
    "full": _("has two people already"),
    "paused": _("no new match for now"),
    "women": _("women are matched with women"),
    "together": _("not together"),
    "herself": _("not together"),
}
"""What hinders a match. Why two are not put together is never said: it would tell of a case, or of a fear."""


def hindrance(person: Side, mentor: Mentor, *, apart: Iterable[UUID] = ()) -> str:
    """The code of what forbids it, the gravest last asked; empty where nothing does.

    `apart` are the persons she is kept apart from.
    """
    side = mentor.side
    if mentor.lacking:
        return mentor.lacking[0]
    if mentor.is_concern_open:
        return "paused"
    if person.sex == FEMALE and side.sex != FEMALE:
        return "women"
    if any(_same_case(one, other) for one in person.cases for other in side.cases):
        return "together"
    if side.person_id is not None and (side.person_id == person.person_id or side.person_id in set(apart)):
        return "together"
    return "full" if mentor.people >= 2 else ""


def fits(person: Side, mentor: Side) -> tuple[Fit, ...]:
    """Each wish of the two, one after the other."""
    return (
        Fit("language", _common(person.languages, mentor.languages)),
        Fit("sex", _wished(person.with_sex, mentor.sex) and _wished(mentor.with_sex, person.sex)),
        Fit("time", _common(person.times, mentor.times)),
        *([Fit("place", mentor.place in person.around)] if person.around else []),
        *([Fit("district", person.district == mentor.district)] if person.district and mentor.district else []),
        Fit("phone", person.by_phone and mentor.by_phone),
        *([Fit("child", None)] if person.is_child else []),
        Fit("faith", None if ASK in (person.faith, mentor.faith) else True),
    )


def suggest(person: Side, mentors: Sequence[Mentor], *, apart: Iterable[UUID] = ()) -> Suggested:
    """All of them in two lists; with the same number of fitting wishes, whoever has fewer people comes first."""
    kept_apart = frozenset(apart)
    rows = [Suggestion(one, fits(person, one.side), hindrance(person, one, apart=kept_apart)) for one in mentors]
    could = [one for one in rows if not one.hindrance]
    could.sort(key=lambda one: (-one.fitting, one.mentor.people, one.mentor.name, one.mentor.key))
    cannot = sorted((one for one in rows if one.hindrance), key=lambda one: (one.mentor.name, one.mentor.key))
    return Suggested(tuple(could), tuple(cannot))


def case_key(text: str) -> str:
    """A case's number as it is compared: figures and letters alone, with the year in two figures.

    "FIR 51/2026, Saddar" and "51/26 Saddar" are one; empty for a text without a figure.
    """
    words = [word for word in re.findall(r"\w+", text.casefold()) if word not in {"fir", "no", "ps"}]
    if len(words) > 1 and re.fullmatch(r"20\d\d", words[1]):
        words[1] = words[1][2:]
    return " ".join(words[:3]) if any(char.isdigit() for char in text) else ""


def _same_case(one: str, other: str) -> bool:
    """Whether two keys name one case; a number without its police station may be any station's."""
    return bool(one and other) and (f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} "))


def _common(one: frozenset[str], other: frozenset[str]) -> bool | None:
    return bool(one & other) if one and other else None


def _wished(wish: str, sex: str) -> bool:
    return wish in {ANY, sex}
