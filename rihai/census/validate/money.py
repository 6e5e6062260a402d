"""People whom, by the look of the row, only money keeps in: a fine, diyat, or a surety."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_MONEY = frozenset({"fine_default", "diyat_default"})


def only_money_holds(case: Mapping[str, Any], *, over: bool) -> bool:
    """Whether only money seems to hold the person in this case; `over` says that the sentence itself has run out.

    Bail granted without bond or surety, a ground of detention that is money, or money unpaid behind a sentence that is
    over.
    """
    if case.get("detention_ground") in _MONEY or case.get("bail_granted_not_furnished") is True:
        return True
    if case.get("bail_granted") is True and case.get("bail_furnished") is False:
        return True
    unpaid = case.get("fine") and case.get("fine_paid") is not True
    compensation = any(
        item.get("amount") and item.get("paid_amount") != item.get("amount") for item in case.get("compensation") or ()
    )
    return over and bool(unpaid or compensation)
