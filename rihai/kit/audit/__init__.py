"""The audit trail: who did and saw what, in a chain of lines that nobody can change unseen."""

from __future__ import annotations

from rihai.kit.audit.chain import append

__all__ = ["append"]
