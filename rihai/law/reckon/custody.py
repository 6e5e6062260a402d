"""Birth, custody and days in court, reckoned from what the record gives."""

from __future__ import annotations

from rihai.days import ALWAYS, NEVER, STILL, UNKNOWN, Span, Stay, born, continuous_since, read_date
from rihai.days.calendar import date_of as calendar_date
from rihai.law.reckon.known import Day, Record, date_of


def reckon_born(person: Record) -> Day:
    """When the person was born: the written day read with its precision, else what a stated age allows."""
    written = date_of(person, "date_of_birth")
    if written != UNKNOWN:
        span = _as_precise_as_it_is(written, person.get("date_of_birth_precision"))
        return Day(span, "" if span.exact else "date_of_birth")
    age, stated = person.get("age_years"), date_of(person, "age_stated_on")
    if age is None:
        return Day(UNKNOWN, "date_of_birth")
    if stated == UNKNOWN:
        return Day(UNKNOWN, "age_stated_on")
    low, high = (int(age["min"]), int(age["max"])) if isinstance(age, dict) else (int(age), int(age))
    return Day(born(low, high, stated), "date_of_birth")


def _as_precise_as_it_is(written: Span, precision: str | None) -> Span:
    """1 January 1985 with precision `year` reads as some day of 1985."""
    if precision not in {"year", "month"} or not written.exact:
        return written
    text = calendar_date(written.earliest).isoformat()
    return read_date(text[:4] if precision == "year" else text[:7]) or written


def stays_of(case: Record) -> list[Stay] | None:
    """Every stay in custody in this case; None when the record gives neither stays nor a day of arrest."""
    periods = case.get("custody")
    if periods is not None:
        return [
            Stay(date_of(one, "from"), date_of(one, "to") if one.get("to") is not None else STILL) for one in periods
        ]
    arrested = date_of(case, "arrested_on")
    return None if arrested == UNKNOWN else [Stay(arrested, STILL)]


def custody_is_reckoned(case: Record) -> bool:
    """Whether the stays are taken from the day of arrest alone."""
    return case.get("custody") is None and case.get("arrested_on") is not None


def _to_ask(case: Record) -> str:
    """The fact that would make the stays exact."""
    periods = case.get("custody")
    if periods is None:
        return "arrested_on"
    if not all(date_of(one, "from").exact for one in periods):
        return "custody.from"
    return "custody" if all(one.get("to") is None or date_of(one, "to").exact for one in periods) else "custody.to"


def reckon_custody_since(case: Record, on: int) -> Day:
    """First day of the unbroken stay that covers `on`; of the next stay when none does but one is still to come."""
    ask, stays = _to_ask(case), stays_of(case)
    if stays is None:
        return Day(UNKNOWN, ask)
    span = continuous_since(stays, on)
    if span == Span(NEVER, NEVER):
        coming = [stay.begins for stay in stays if stay.begins.earliest > on]
        span = min(coming) if coming else span
    return Day(span, "" if span.exact else ask)


def reckon_first_custody(case: Record) -> Day:
    """First day of custody ever in this case."""
    ask, stays = _to_ask(case), stays_of(case)
    if not stays:
        return Day(UNKNOWN, ask)
    span = Span(min(stay.begins.earliest for stay in stays), min(stay.begins.latest for stay in stays))
    return Day(span, "" if span.exact else ask)


def reckon_last_before_court(case: Record) -> Day:
    """The later of the last hearing and the last remand that the record gives."""
    given = [span for fact in ("last_hearing_on", "last_remanded_on") if (span := date_of(case, fact)) != UNKNOWN]
    if not given:
        return Day(UNKNOWN, "last_hearing_on")
    span = Span(max(one.earliest for one in given), max(one.latest for one in given))
    return Day(span, "" if span.exact else "last_hearing_on")


def days_before(case: Record, start: Span) -> Span | None:
    """Fewest and most days in custody in this case before `start`; None when custody is not known."""
    stays = stays_of(case)
    if stays is None or any(stay.begins == UNKNOWN for stay in stays):
        return None
    fewest = sum(max(0, min(stay.ends.earliest, start.earliest) - stay.begins.latest) for stay in stays)
    most = sum(max(0, min(stay.ends.latest, start.latest) - stay.begins.earliest) for stay in stays)
    return Span(fewest, most)


def reckon_counted_from(case: Record, on: int) -> Day:
    """Where the present stay would have begun had every earlier day in custody in this case stood right before it.

    For rules that count the detention undergone, whatever breaks it (BNSS s.479): what has lasted since that day is
    the whole of it. Counted back in days from the day asked; outside custody, from the next stay.
    """
    since = reckon_custody_since(case, on)
    stays = stays_of(case)
    if stays is None or since.span in {UNKNOWN, Span(NEVER, NEVER)}:
        return since
    span = _counted(stays, since.span, on, Span(ALWAYS, ALWAYS))
    return Day(span, "" if span.exact else since.ask or "custody")


def reckon_remand_counted_from(case: Record, on: int) -> Day:
    """The same from the first remand onwards: the police's hours before it do not count (BNSS s.187(3))."""
    first = date_of(case, "first_remanded_on")
    stays, since = stays_of(case), reckon_custody_since(case, on).span
    if first == UNKNOWN:
        return Day(UNKNOWN, "first_remanded_on")
    if stays is None or since in {UNKNOWN, Span(NEVER, NEVER)}:
        return Day(first, "" if first.exact else "first_remanded_on")
    span = _counted(stays, Span(*map(max, since, first)), on, first)
    return Day(span, "" if span.exact else "custody" if first.exact else "first_remanded_on")


def _counted(stays: list[Stay], since: Span, on: int, first: Span) -> Span:
    """`since` moved back by the days in custody between `first` and it: those that are sure, and those that may be."""
    start, latest = (max(on, one) for one in since)
    sure = _days_covered([(stay.begins.latest, stay.ends.earliest) for stay in stays], first.latest, latest)
    thinkable = _days_covered([(stay.begins.earliest, stay.ends.latest) for stay in stays], first.earliest, start)
    earliest = ALWAYS if thinkable >= start - ALWAYS else start - thinkable
    return Span(earliest, NEVER if latest == NEVER else latest - sure)


def _days_covered(periods: list[tuple[int, int]], first: int, before: int) -> int:
    """How many days from `first` to the day before `before` lie in some period, each counted once."""
    days, reached = 0, first
    for begins, ends in sorted(periods):
        days += max(0, min(ends, before) - max(begins, reached))
        reached = max(reached, ends)
    return days


def holds_on(case: Record, on: int) -> bool:
    """Whether a case on record holds the person on a day: not released, and no stay known to have ended before."""
    if case.get("released") is True or case.get("legal_status") == "released" or case.get("bail_furnished") is True:
        return False
    released = date_of(case, "released_on")
    if released != UNKNOWN and released.latest <= on:
        return False
    stays = stays_of(case)
    if stays is None:
        return True
    return any(stay.begins.earliest <= on < stay.ends.latest for stay in stays)
