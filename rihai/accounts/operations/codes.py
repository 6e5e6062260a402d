"""A one-time code opens one door once, whichever process of the site it is shown to."""

from __future__ import annotations

from rihai.accounts.models import Account


def use_code(*, account: Account, period: int) -> bool:
    """Use up the code of a period, and those before it; False for one that was used already.

    One statement, so that of two browsers at the same moment one is let in (RFC 6238, section 5.2). Signing in is the
    act that stands in the trail.
    """
    return Account.objects.filter(pk=account.pk, code_period__lt=period).update(code_period=period) == 1


def begin_codes(*, account: Account, period: int) -> None:
    """The code that proved a new set-up is used up by it; what codes of an earlier set-up did no longer counts."""
    Account.objects.filter(pk=account.pk).update(code_period=period)
