"""The day on which a standard determinate sentence ends in release (CRD), under the regime of the day asked.

CJA 2003 ss.243A, 244: one half of the sentence. SI 2024/844: forty per cent from 10 September 2024, unless excluded.
SI 2024/1331: six more exclusions from 16 December 2024. Sentencing Act 2026 s.23: one third, from autumn 2026. Days of
the last and its tranches are those that the Ministry of Justice has configured, not yet those of a commencement order.
Method and tranches: ministryofjustice/calculate-release-dates-api, Crown copyright, MIT.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from rihai.days import add, day_of
from rihai.law.reckon.england.lines import Line
from rihai.law.reckon.england.sentence import Sentence
from rihai.words import mark

HALF, FORTY, THIRD = Fraction(1, 2), Fraction(2, 5), Fraction(1, 3)
_SHARES = {HALF: "1/2", FORTY: "40%", THIRD: "1/3"}

FORTY_FROM = day_of(date(2024, 9, 10))
_FORTY_FOR_LONG = day_of(date(2024, 10, 22))
_EXCLUDED_FROM = day_of(date(2024, 12, 16))
THIRD_FROM = day_of(date(2026, 10, 1))

_NOT_FORTY = frozenset({"sexual", "violent_4_years", "domestic_abuse", "national_security", "terrorism"})
_TRANCHES = (
    (574, THIRD_FROM), (882, day_of(date(2026, 10, 13))), (1162, day_of(date(2026, 11, 10))),
    (1561, day_of(date(2026, 12, 8))), (2121, day_of(date(2027, 1, 12))), (2758, day_of(date(2027, 2, 9))),
    (3283, day_of(date(2027, 3, 9))), (3654, day_of(date(2027, 4, 13))), (4396, day_of(date(2027, 5, 11))),
)  # fmt: skip
_LAST_TRANCHE = day_of(date(2027, 6, 8))

_PART = mark("{share} of {length} days is {part} days, the fraction rounded up: without credits until {day}.")
_CREDITS = mark("{credits} days that count as served are taken off: {day}.")
_FLOOR = mark("Not before the day of the sentence, {day}.")
_EXCLUDED = mark("Excluded from {share} ({law}).")
_FROM = mark("Sentenced on or after {day}: {share} ({law}).")
_STANDS = mark("The date under the earlier rule, {old}, falls before {day} and stands ({law}).")
_LATER = mark("{share} ({law}): the later of {new} and {day}, from which it applies to sentences of this length.")
_SI_844, _SI_1331, _ACT_2026 = "SI 2024/844", "SI 2024/1331", "Sentencing Act 2026 s.23"


class Point(NamedTuple):
    """A share of the sentence: the days it has, the day it ends without and with credits."""

    share: Fraction
    days: int
    unadjusted: int
    on: int


class Release(NamedTuple):
    """The day of release, the share of the sentence it rests on, and the rules that led there."""

    on: int
    point: Point
    rules: tuple[Line, ...] = ()


def point_of(sentence: Sentence, share: Fraction) -> Point:
    """The end of a share of a sentence, rounded up to whole days; credits never reach behind the sentence."""
    days = -(-sentence.days * share.numerator // share.denominator)
    unadjusted = sentence.day + days - 1
    return Point(share, days, unadjusted, max(sentence.day, unadjusted - sentence.credits))


class Change(NamedTuple):
    """A new share, its law, the day it begins, and the day from which it reaches a sentence passed before."""

    share: Fraction
    law: str
    begins: int
    reaches: int


def changes(sentence: Sentence) -> tuple[tuple[Change, ...], tuple[Line, ...]]:
    """The changes since one half that reach a sentence, and what is to be said of those that do not."""
    forty, third = _forty(sentence), _third(sentence)
    found = [one for one in (forty, third) if isinstance(one, Change)]
    return tuple(found), tuple(one for one in (forty, third) if isinstance(one, Line))


def _forty(sentence: Sentence) -> Change | Line | None:
    if sentence.law < FORTY_FROM:
        return None
    if sentence.exclusions & _NOT_FORTY:
        return Line.of(_EXCLUDED, share=_SHARES[FORTY], law=_SI_844)
    long = sentence.ends + 1 >= add(sentence.day, 60)
    change = Change(FORTY, _SI_844, FORTY_FROM, _FORTY_FOR_LONG if long else FORTY_FROM)
    if "added_december_2024" not in sentence.exclusions or sentence.law < _EXCLUDED_FROM:
        return change
    if sentence.day < _EXCLUDED_FROM and _reduced(sentence, _half(sentence), change).on < _EXCLUDED_FROM:
        return change  # due before the exclusion began
    return Line.of(_EXCLUDED, share=_SHARES[FORTY], law=_SI_1331)


def _third(sentence: Sentence) -> Change | Line | None:
    if sentence.law < THIRD_FROM:
        return None
    if sentence.young or "sentencing_act_2026_schedule" in sentence.exclusions:
        return Line.of(_EXCLUDED, share=_SHARES[THIRD], law=_ACT_2026)
    tranche = next((day for days, day in _TRANCHES if sentence.days <= days), _LAST_TRANCHE)
    return Change(THIRD, _ACT_2026, THIRD_FROM, tranche)


def release(sentence: Sentence) -> Release:
    """The day of release under the law of the day asked."""
    found = _half(sentence)
    reaching, said = changes(sentence)
    for change in reaching:
        found = _reduced(sentence, found, change)
    return found._replace(rules=(*found.rules, *said))


def _half(sentence: Sentence) -> Release:
    half = point_of(sentence, HALF)
    return Release(half.on, half)


def _reduced(sentence: Sentence, old: Release, change: Change) -> Release:
    """The date under a new share. An older date before the day on which it reaches the sentence stands."""
    new = point_of(sentence, change.share)
    said = {"share": _SHARES[change.share], "law": change.law}
    if sentence.day >= change.begins:
        return Release(new.on, new, (Line.of(_FROM, days={"day": change.begins}, **said),))
    if old.on < change.reaches:
        stands = Line.of(_STANDS, law=change.law, days={"old": old.on, "day": change.reaches})
        return old._replace(rules=(*old.rules, stands))
    later = Line.of(_LATER, days={"new": new.on, "day": change.reaches}, **said)
    return Release(max(new.on, change.reaches), new, (later,))


def point_lines(sentence: Sentence, point: Point) -> list[Line]:
    """How the end of a share is reckoned."""
    part = {"share": _SHARES[point.share], "part": point.days}
    lines = [Line.of(_PART, days={"day": point.unadjusted}, length=sentence.days, **part)]
    lines += credit_lines(sentence, point.unadjusted - sentence.credits)
    if point.unadjusted - sentence.credits < sentence.day:
        lines.append(Line.of(_FLOOR, days={"day": sentence.day}))
    return lines


def credit_lines(sentence: Sentence, day: int) -> list[Line]:
    """The credits taken off, if any, and the day that leaves."""
    return [Line.of(_CREDITS, credits=sentence.credits, days={"day": day})] if sentence.credits else []


def release_lines(sentence: Sentence) -> list[Line]:
    """The breakdown of the day of release."""
    found = release(sentence)
    return [*point_lines(sentence, found.point), *found.rules]
