"""What can be done with a census: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.people.intake.operations.deciding import decide_match
from rihai.people.intake.operations.mapping import agree_headings
from rihai.people.intake.operations.taking_in import ask_to_take_in, take_in
from rihai.people.intake.operations.undoing import ask_to_undo, undo
from rihai.people.intake.operations.uploading import Upload, lay_aside, read_again, upload

__all__ = [
    "Upload", "agree_headings", "ask_to_take_in", "ask_to_undo", "decide_match", "lay_aside", "read_again", "take_in",
    "undo", "upload",
]  # fmt: skip
