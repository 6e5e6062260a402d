"""What can be done with findings and recommendations: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.monitoring.recommendations.operations.answering import answer_finding, respond
from rihai.monitoring.recommendations.operations.links import close_link, look, make_link, take_answers
from rihai.monitoring.recommendations.operations.sending import make_final, send_draft
from rihai.monitoring.recommendations.operations.verifying import verify, withdraw
from rihai.monitoring.recommendations.operations.writing import change_finding, recommend, write_finding

__all__ = [
    "answer_finding", "change_finding", "close_link", "look", "make_final", "make_link", "recommend", "respond",
    "send_draft", "take_answers", "verify", "withdraw", "write_finding",
]  # fmt: skip
