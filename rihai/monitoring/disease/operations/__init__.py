"""What can be done with cases, thresholds and alerts: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.monitoring.disease.operations.alerts import acknowledge, close_alert, set_threshold, write_done
from rihai.monitoring.disease.operations.cases import change_case, write_case

__all__ = ["acknowledge", "change_case", "close_alert", "set_threshold", "write_case", "write_done"]
