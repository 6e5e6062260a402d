"""What can be done with complaints: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.monitoring.complaints.operations.answering import acknowledge, answer, answer_appeal, appeal, say_satisfied
from rihai.monitoring.complaints.operations.escalating import escalate
from rihai.monitoring.complaints.operations.writing import write_complaint

__all__ = ["acknowledge", "answer", "answer_appeal", "appeal", "escalate", "say_satisfied", "write_complaint"]
