"""What can be done with forms and answers: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.instruments.operations.answers import Sent, correct, give
from rihai.instruments.operations.drafts import put_aside, save_draft
from rihai.instruments.operations.shipped import install_shipped
from rihai.instruments.operations.versions import bring_back, drop, publish, retire, take_in

__all__ = [
    "Sent", "bring_back", "correct", "drop", "give", "install_shipped", "publish", "put_aside", "retire", "save_draft",
    "take_in",
]  # fmt: skip
