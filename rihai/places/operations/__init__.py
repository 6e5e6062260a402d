"""The acts of the room: each one transaction with one line in the audit trail, appended last."""

from __future__ import annotations

from rihai.places.operations.seed import Seeded, seed

__all__ = ["Seeded", "seed"]
