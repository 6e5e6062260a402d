"""The typed tables as the statements have them now: worked out anew for one person or for a hundred thousand."""

from __future__ import annotations

from rihai.people.projection.project import project

__all__ = ["project"]
