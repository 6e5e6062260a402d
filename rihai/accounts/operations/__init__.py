"""What can be done with accounts and access: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.accounts.operations.accounts import (
    choose_language,
    house,
    make_account,
    mend_account,
    sign_out_everywhere,
    stop_account,
)
from rihai.accounts.operations.demands import decide_demand, propose_answer, record_demand, send_back
from rihai.accounts.operations.glass import (
    ask_to_open,
    confirm_second,
    end_opening,
    refuse_second,
    review_opening,
)
from rihai.accounts.operations.grants import assign_to_guarded, end_grants, grant
from rihai.accounts.operations.guarding import guard, unguard
from rihai.accounts.operations.invitations import (
    accept_invitation,
    invite,
    make_password_link,
    open_invitation,
    revoke_invitation,
)
from rihai.accounts.operations.keys import KeyRefused, admit, end_key, make_key
from rihai.accounts.operations.notices import notify, read_notices, take_notices_away
from rihai.accounts.operations.postings import end_posting, give_posting
from rihai.accounts.operations.presence import (
    Moved,
    erase_person,
    forget,
    hold,
    leave,
    move_back,
    move_person,
    seen_again,
)
from rihai.accounts.operations.units import end_unit, make_unit, mend_unit

__all__ = [
    "KeyRefused",
    "Moved",
    "accept_invitation",
    "admit",
    "ask_to_open",
    "assign_to_guarded",
    "choose_language",
    "confirm_second",
    "decide_demand",
    "end_grants",
    "end_key",
    "end_opening",
    "end_posting",
    "end_unit",
    "erase_person",
    "forget",
    "give_posting",
    "grant",
    "guard",
    "hold",
    "house",
    "invite",
    "leave",
    "make_account",
    "make_key",
    "make_password_link",
    "make_unit",
    "mend_account",
    "mend_unit",
    "move_back",
    "move_person",
    "notify",
    "open_invitation",
    "propose_answer",
    "read_notices",
    "record_demand",
    "refuse_second",
    "review_opening",
    "revoke_invitation",
    "seen_again",
    "send_back",
    "sign_out_everywhere",
    "stop_account",
    "take_notices_away",
    "unguard",
]
