"""What can be asked of accounts and access, within need-to-know."""

from __future__ import annotations

from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.queries.log import who_opened
from rihai.accounts.queries.sight import LookedUp, is_guarded, sees, sight_of, sights_of, standing

__all__ = ["LookedUp", "accounts_who_may", "is_guarded", "sees", "sight_of", "sights_of", "standing", "who_opened"]
