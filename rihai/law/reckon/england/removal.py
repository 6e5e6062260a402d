"""The first day of removal from the country before release (ERS), and of day release for resettlement (ROTL)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from rihai.days import add, day_of
from rihai.law.reckon.england.release import HALF, Point, changes, point_of, release
from rihai.law.reckon.england.sentence import Sentence

_EARLIER_FROM = day_of(date(2025, 9, 23))


def removal_from(sentence: Sentence) -> int:
    """The first day of the early removal scheme (CJA 2003 s.260).

    A day reckoned from an earlier share of the sentence stands where it falls before the new share reaches the
    sentence, as with release.
    """
    found = _removal_at(sentence, point_of(sentence, HALF))
    for change in changes(sentence)[0]:
        new = _removal_at(sentence, point_of(sentence, change.share))
        if sentence.day >= change.begins:
            found = new
        elif found >= change.reaches:
            found = max(new, change.reaches)
    return found


def _removal_at(sentence: Sentence, custody: Point) -> int:
    """The later of a share of the custodial part and its end less a time.

    30 per cent and four years from 23 September 2025, one half and 544 days before. A day before that change stands;
    else the new one, not before the change.
    """
    older = _later(sentence, custody, Fraction(1, 2), custody.on - 544)
    if sentence.law < _EARLIER_FROM:
        return older
    newer = _later(sentence, custody, Fraction(3, 10), add(custody.on, -48))
    if sentence.day >= _EARLIER_FROM:
        return newer
    return older if older < _EARLIER_FROM else max(newer, _EARLIER_FROM)


def _later(sentence: Sentence, custody: Point, share: Fraction, latest_start: int) -> int:
    served = -(-custody.days * share.numerator // share.denominator)
    least = min(sentence.day + served - sentence.credits, custody.on)
    return max(least, latest_start, sentence.day)


def day_release_from(sentence: Sentence) -> int:
    """The first resettlement day release: the later of 24 months before release and half the custodial part.

    Half the days on remand are taken off that half (release on temporary licence policy framework).
    """
    found = release(sentence)
    half = sentence.day + -(-(found.point.days - sentence.remand) // 2)
    return max(add(found.on, -24), half, sentence.day)
