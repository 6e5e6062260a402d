"""What can be done with people: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.people.operations.custody import (
    admit_person,
    end_custody,
    note_absence,
    place_in_unit,
    take_back_end,
    transfer_person,
)
from rihai.people.operations.entering import correct_facts, decide_difference, enter_person
from rihai.people.operations.merging import decide_link, merge_persons, unmerge_persons
from rihai.people.operations.stating import Source, by_hand, state, statements_from
from rihai.people.operations.ties import (
    add_relationship,
    end_relationship,
    give_consent,
    guard_person,
    say_safe,
    unguard_person,
    withdraw_consent,
)

__all__ = [
    "Source", "add_relationship", "admit_person", "by_hand", "correct_facts", "decide_difference", "decide_link",
    "end_custody", "end_relationship", "enter_person", "give_consent", "guard_person", "merge_persons", "note_absence",
    "place_in_unit", "say_safe", "state", "statements_from", "take_back_end", "transfer_person", "unguard_person",
    "unmerge_persons", "withdraw_consent",
]  # fmt: skip
