"""What is kept about the people who work here, and by what each sees whom."""

from __future__ import annotations

from rihai.accounts.models.access import Grant, Ground, Guarded, Presence
from rihai.accounts.models.account import SYSTEM_ID, Account, Accounts
from rihai.accounts.models.demand import Demand, Outcome
from rihai.accounts.models.glass import BreakGlass, SecondSays, Verdict
from rihai.accounts.models.invitation import Invitation
from rihai.accounts.models.key import ApiKey
from rihai.accounts.models.notification import Notification
from rihai.accounts.models.posting import Posting, Unit, UnitPlace

__all__ = [
    "SYSTEM_ID",
    "Account",
    "Accounts",
    "ApiKey",
    "BreakGlass",
    "Demand",
    "Grant",
    "Ground",
    "Guarded",
    "Invitation",
    "Notification",
    "Outcome",
    "Posting",
    "Presence",
    "SecondSays",
    "Unit",
    "UnitPlace",
    "Verdict",
]
