"""What can be done in matters: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.legal.matters.operations.bail import change_bail, keep_surety, record_bail
from rihai.legal.matters.operations.conflicts import decide_conflict
from rihai.legal.matters.operations.feed import fetch_feed, make_feed, revoke_feed
from rihai.legal.matters.operations.hearings import list_hearing, move_hearing, record_hearing
from rihai.legal.matters.operations.money import change_order, record_order, record_payment
from rihai.legal.matters.operations.opening import (
    add_client,
    add_party,
    change_matter,
    close_matter,
    open_matter,
    reopen_matter,
)
from rihai.legal.matters.operations.papers import Given, ask_for_paper, change_paper, keep_vakalatnama, note_time
from rihai.legal.matters.operations.public import publish_facts
from rihai.legal.matters.operations.team import add_member, end_member

__all__ = [
    "Given", "add_client", "add_member", "add_party", "ask_for_paper", "change_bail", "change_matter", "change_order",
    "change_paper", "close_matter", "decide_conflict", "end_member", "fetch_feed", "keep_surety", "keep_vakalatnama",
    "list_hearing", "make_feed", "move_hearing", "note_time", "open_matter", "publish_facts", "record_bail",
    "record_hearing", "record_order", "record_payment", "reopen_matter", "revoke_feed",
]  # fmt: skip
