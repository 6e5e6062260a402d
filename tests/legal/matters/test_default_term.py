"""PPC section 69, worked by hand from its illustration: a fine of Rs 100 and four months in default from 1 March."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rihai.legal.matters.default_term import DefaultTerm, day_after, last_day, pays_free, remaining
from tests.legal.matters.office import day

FOUR_MONTHS = DefaultTerm(4, 0, day("2026-03-01"))
HUNDRED = Decimal(100)


@pytest.mark.parametrize(
    ("paid", "paid_on", "ends_on", "why"),
    [
        (0, None, "2026-07-01", "nothing paid: the whole four months"),
        (75, "2026-03-10", "2026-04-01", "75 paid before the first month has gone: when that month has expired"),
        (75, "2026-04-20", "2026-04-20", "75 paid at the time of its expiration or later: immediately"),
        (50, "2026-03-10", "2026-05-01", "50 paid before two months have gone: as soon as two months are completed"),
        (50, "2026-05-09", "2026-05-09", "50 paid later: immediately"),
        (100, "2026-03-05", "2026-03-05", "section 68: it ends whenever the fine is paid"),
        (10, "2026-03-05", "2026-06-19", "nine tenths of four months: 3 months, then 3/5 of June's 30 days = 18"),
    ],
)
def test_the_term_ends_when_what_was_suffered_covers_what_is_unpaid(
    paid: int, paid_on: str | None, ends_on: str, why: str
) -> None:
    found = remaining(
        FOUR_MONTHS, amount=HUNDRED, paid=Decimal(paid), on=day("2026-03-12"), paid_on=day(paid_on) if paid_on else None
    )
    assert found.ends_on == day(ends_on), why
    assert found.unpaid == 100 - paid


def test_on_the_day_itself_it_is_over_and_the_day_before_it_is_not() -> None:
    before, on = (
        remaining(FOUR_MONTHS, amount=HUNDRED, paid=Decimal(75), on=day(one)) for one in ("2026-03-31", "2026-04-01")
    )
    assert (before.days_left, before.is_over, on.days_left, on.is_over) == (1, False, 0, True)
    assert last_day(on) == day("2026-03-31")
    assert day_after(FOUR_MONTHS) == day("2026-07-01")


def test_a_term_in_days_is_rounded_up_against_the_payer_of_a_part_day() -> None:
    # 30 days, two thirds unpaid of 30,000: 20 days; one rupee less paid: 20.001 days, so 21
    term = DefaultTerm(0, 30, day("2026-11-01"))
    assert remaining(term, amount=Decimal(30000), paid=Decimal(10000), on=day("2026-11-02")).ends_on == day(
        "2026-11-21"
    )
    assert remaining(term, amount=Decimal(30000), paid=Decimal(9999), on=day("2026-11-02")).ends_on == day("2026-11-22")


def test_the_least_payment_that_opens_the_gate_today() -> None:
    term = DefaultTerm(0, 30, day("2026-11-01"))
    # on 16 November fifteen days were suffered: half may be unpaid
    assert pays_free(term, amount=Decimal(30000), paid=Decimal(0), on=day("2026-11-16")) == 15000
    assert pays_free(term, amount=Decimal(30000), paid=Decimal(15000), on=day("2026-11-16")) == 0
    with pytest.raises(ValueError, match="nought"):
        remaining(term, amount=Decimal(0), paid=Decimal(0), on=day("2026-11-16"))
