"""How long imprisonment in default of a fine still runs, once a part is paid: Penal Code 1860 ss. 68 and 69.

Section 68: it ends whenever the fine is paid. Section 69: it ends when such a proportion is paid "that the term of
imprisonment suffered in default of payment is not less than proportional to the part of the fine still unpaid". Its
illustration: a fine of Rs 100 and four months in default; with Rs 75 paid before the first month has gone, the person
leaves when that month has expired, with Rs 75 paid later at once; with Rs 50 paid, when two months are completed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from rihai.days import date_of, day_of, fraction_of


@dataclass(frozen=True, slots=True)
class DefaultTerm:
    """The term in default: its months and days, and its first day."""

    months: int
    days: int
    starts_on: date


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is left: the unpaid part, the first day on which nothing holds the person any more, days from a day to it.

    `ends_on` counts the first day of the term as served: of a month from 1 March it is 1 April.
    """

    unpaid: Decimal
    ends_on: date
    days_left: int

    @property
    def is_over(self) -> bool:
        """Whether the imprisonment in default shall have ended."""
        return self.days_left <= 0


def remaining(term: DefaultTerm, *, amount: Decimal, paid: Decimal, on: date, paid_on: date | None = None) -> Remaining:
    """What remains on a day of a term in default of `amount`, of which `paid` was paid, the last part on `paid_on`.

    The share of the term is taken in months first and then in days, rounded up (`rihai.days`, as the provision
    `ppc_69_proportional`). A payment that comes after the day it would have given ends the term on the day of payment.
    Raises ValueError for an amount that is not positive.
    """
    if amount <= 0:
        raise ValueError("A fine is more than nought.")
    unpaid = max(amount - paid, Decimal(0))
    share = Fraction(unpaid) / Fraction(amount)
    reached = date_of(fraction_of(day_of(term.starts_on), term.months, term.days, share.numerator, share.denominator))
    ends_on = max(reached, paid_on) if paid > 0 and paid_on is not None else reached
    return Remaining(unpaid, ends_on, (ends_on - on).days)


def pays_free(term: DefaultTerm, *, amount: Decimal, paid: Decimal, on: date) -> Decimal:
    """The least sum, in whole rupees, that paid on a day ends the imprisonment in default on that day.

    Nought where it is over already. Found by the rule itself, since a month is not a number of days.
    """
    low, high = 0, int(max(amount - paid, Decimal(0)).to_integral_value(rounding="ROUND_CEILING"))
    while low < high:
        middle = (low + high) // 2
        if remaining(term, amount=amount, paid=paid + middle, on=on).ends_on <= on:
            high = middle
        else:
            low = middle + 1
    return Decimal(low)


def day_after(term: DefaultTerm) -> date:
    """The first day after the whole term, when nothing is paid."""
    return date_of(fraction_of(day_of(term.starts_on), term.months, term.days, 1, 1))


def last_day(found: Remaining) -> date:
    """The last day inside."""
    return found.ends_on - timedelta(days=1)
