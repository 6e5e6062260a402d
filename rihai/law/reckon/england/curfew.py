"""The first day on which home detention curfew may begin (HDCED), CJA 2003 s.246.

At most 180 days before release; 365 from 3 June 2025 (SI 2024/1331 art.2): which of them holds turns on the day
reckoned, not on the day asked. For adults the scheme ends on 2 September 2026 (Sentencing Act 2026 s.26).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rihai.days import NEVER, day_of
from rihai.law.reckon.england.lines import Line
from rihai.law.reckon.england.release import FORTY, HALF, Point, changes, credit_lines, point_of, release
from rihai.law.reckon.england.sentence import Sentence
from rihai.words import mark

_LONGER_FROM = day_of(date(2025, 6, 3))
_ADULTS_UNTIL = day_of(date(2026, 9, 2))
_SHORTEST_CUSTODY = 42
_AT_LEAST, _ON_CURFEW_AT_LEAST = 28, 14

_BARRED = mark("None: shut out by statute (CJA 2003 s.246(4)).")
_SHORT = mark("None: the custodial part, {part} days, is shorter than {least} days.")
_TOO_LATE = mark("None: release comes within {least} days of the sentence.")
_PASSED = mark("None: release on {day} does not come after it.")
_ENDED = mark("None: home detention curfew of adults ends on {day} (Sentencing Act 2026 s.26).")
_HALF_OF_IT = mark("Half of the custodial part of {part} days, and at least {least} days: {served} days.")
_BEFORE_END = mark("{longest} days before the end of the custodial part of {part} days.")
_NOT_BEFORE = mark("Not before {least} days from the sentence: {day}.")
_RAISED = mark("The longest curfew of 365 days applies from {day} only (SI 2024/1331).")
_KEPT = mark("The date under the earlier rule, {old}, falls before {day} and stands ({law}).")
_FORTY_ONLY_FROM = mark("At 40% only from {day} (SI 2024/844).")


class Curfew(NamedTuple):
    """The first day of curfew, NEVER where there is none, and how it came about."""

    on: int
    lines: tuple[Line, ...]


def curfew(sentence: Sentence) -> Curfew:
    """The first day of home detention curfew under the law of the day asked."""
    if sentence.barred:
        return Curfew(NEVER, (Line.of(_BARRED),))
    found = _in_transition(sentence)
    ends = release(sentence).on
    if found.on == NEVER:
        return found
    if ends <= found.on:
        return _none(found, Line.of(_PASSED, days={"day": ends}))
    if sentence.law >= _ADULTS_UNTIL and found.on >= _ADULTS_UNTIL and not sentence.young:
        return _none(found, Line.of(_ENDED, days={"day": _ADULTS_UNTIL}))
    return found


def _none(found: Curfew, line: Line) -> Curfew:
    return Curfew(NEVER, (*found.lines, line))


def _in_transition(sentence: Sentence) -> Curfew:
    """At one half or at forty per cent; a date at one half before forty per cent reached the sentence stands."""
    half = _of_point(sentence, point_of(sentence, HALF))
    forty = next((change for change in changes(sentence)[0] if change.share == FORTY), None)
    if forty is None:
        return half
    reduced = _of_point(sentence, point_of(sentence, FORTY))
    if sentence.day >= forty.begins:
        return reduced
    if half.on < forty.reaches:
        kept = Line.of(_KEPT, days={"old": half.on, "day": forty.reaches}, law=forty.law)
        return Curfew(half.on, (*half.lines, kept))
    if reduced.on < forty.reaches:
        return Curfew(forty.reaches, (*reduced.lines, Line.of(_FORTY_ONLY_FROM, days={"day": forty.reaches})))
    return reduced


def _of_point(sentence: Sentence, custody: Point) -> Curfew:
    if custody.days < _SHORTEST_CUSTODY:
        return Curfew(NEVER, (Line.of(_SHORT, part=custody.days, least=_SHORTEST_CUSTODY),))
    if custody.on < sentence.day + _ON_CURFEW_AT_LEAST:
        return Curfew(NEVER, (Line.of(_TOO_LATE, least=_ON_CURFEW_AT_LEAST),))
    shorter = _at_most(sentence, custody, 180)
    if shorter.on < _LONGER_FROM:
        return shorter
    longer = _at_most(sentence, custody, 365)
    if longer.on >= _LONGER_FROM:
        return longer
    return Curfew(_LONGER_FROM, (*longer.lines, Line.of(_RAISED, days={"day": _LONGER_FROM})))


def _at_most(sentence: Sentence, custody: Point, longest: int) -> Curfew:
    """The first day of a curfew of at most `longest` days; of half the custody where that is shorter."""
    if custody.days < 2 * longest:
        served = max(_AT_LEAST, -(-custody.days // 2))
        line = Line.of(_HALF_OF_IT, part=custody.days, least=_AT_LEAST, served=served)
    else:
        served = custody.days - longest
        line = Line.of(_BEFORE_END, part=custody.days, longest=longest)
    day, least = sentence.day + served - sentence.credits, sentence.day + _ON_CURFEW_AT_LEAST
    lines = [line, *credit_lines(sentence, day)]
    if day <= least:
        lines.append(Line.of(_NOT_BEFORE, least=_ON_CURFEW_AT_LEAST, days={"day": least}))
    return Curfew(max(day, least), tuple(lines))
