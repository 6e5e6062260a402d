"""Birth, custody and days in court, reckoned from what the record gives."""

from __future__ import annotations

from rihai.days import NEVER, STILL, UNKNOWN, Span, Stay, born, continuous_since, read_date
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


def reckon_custody_since(case: Record, on: int) -> Day:
    """First day of the unbroken stay that covers `on`; of the next stay when none does but one is still to come."""
    ask = "arrested_on" if case.get("custody") is None else "custody"
    stays = stays_of(case)
    if stays is None:
        return Day(UNKNOWN, ask)
    span = continuous_since(stays, on)
    if span == Span(NEVER, NEVER):
        coming = [stay.begins for stay in stays if stay.begins.earliest > on]
        span = min(coming) if coming else span
    return Day(span, "" if span.exact else ask)


def reckon_first_custody(case: Record) -> Day:
    """First day of custody ever in this case."""
    ask = "arrested_on" if case.get("custody") is None else "custody"
    stays = stays_of(case)
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
