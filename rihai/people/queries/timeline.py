"""One line from the FIR to today: what the record says happened, what was done, and where nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from rihai.days import date_of, read_date
from rihai.kit.offers import Happening
from rihai.kit.templatetags.kit import day as day_text
from rihai.people.models import Consent, Movement
from rihai.people.record import Belief
from rihai.people.shown import SAYS_HAPPENED, apart, source_text

GAP = timedelta(days=45)
"""From so many days without a word on, a line says that nothing is recorded."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing: the day it is sorted by, the day as it is written, what happened, from where, which kind of dot."""

    on: date
    day: date | str
    says: str
    source: str = ""
    kind: str = "done"
    url: str = ""

    @property
    def day_text(self) -> str:
        """The day as people write it; a day known in part as the record has it."""
        return day_text(self.day) if isinstance(self.day, date) else self.day


def timeline(
    beliefs: Iterable[Belief],
    movements: Iterable[Movement],
    consents: Iterable[Consent],
    *,
    today: date,
    others: Iterable[Happening] = (),
) -> list[Moment]:
    """Every dated thing, oldest first, with today among it and the long silences before it; `others` is of rooms."""
    found = [*_of_facts(beliefs, today), *_of_movements(movements), *_of_consents(consents), *_of_rooms(others)]
    found.append(Moment(today, today, _("Today"), kind="today"))
    ordered = sorted(found, key=lambda one: (one.on, one.kind == "today"))
    return list(_with_gaps(ordered, today))


def _of_facts(beliefs: Iterable[Belief], today: date) -> Iterator[Moment]:
    for belief in beliefs:
        says = SAYS_HAPPENED.get(belief.path.fact)
        span = read_date(belief.value) if says else None
        if says is None or span is None:
            continue
        first = date_of(span.earliest)
        shown: date | str = first if span.exact else str(belief.value)[:10] if isinstance(belief.value, str) else first
        case = f" ({apart(belief.path.case_id)})" if belief.path.case_id else ""
        kind = "coming" if first > today else "done"
        yield Moment(first, shown, f"{says}{case}", source_text(belief.said), kind)


def _of_movements(movements: Iterable[Movement]) -> Iterator[Moment]:
    for one in movements:
        if one.on is None:
            continue
        place = one.to_place or one.from_place
        says = _("%(what)s: %(place)s") % {"what": one.get_kind_display(), "place": place} if place else ""
        yield Moment(one.on, one.on, says or one.get_kind_display(), one.reason or one.recorded_by_name)


def _of_rooms(happenings: Iterable[Happening]) -> Iterator[Moment]:
    for one in happenings:
        yield Moment(one.on, one.on, str(one.says), str(one.source), one.kind, one.url)


def _of_consents(consents: Iterable[Consent]) -> Iterator[Moment]:
    told = {(one.started_on, one.purpose, one.recipient): one for one in consents}  # one act has a row for each class
    for one in told.values():
        says = _("Consent given: %(purpose)s, for %(who)s") % {
            "purpose": one.get_purpose_display(), "who": one.recipient,
        }  # fmt: skip
        yield Moment(one.started_on, one.started_on, says, one.given_how)


def _with_gaps(ordered: Sequence[Moment], today: date) -> Iterator[Moment]:
    last: date | None = None
    for one in ordered:
        if last is not None and one.on - last > GAP and one.on <= today:
            yield Moment(
                last, "", _("%(days)s days: nothing recorded") % {"days": (one.on - last).days}, kind="unknown"
            )
        last = one.on
        yield one
