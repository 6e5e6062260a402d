"""The invented places of the demonstration: districts that are on no map, laid in real divisions for their law."""

from __future__ import annotations

from rihai.demo.world.districts import DISTRICTS, InventedDistrict, InventedPrison
from rihai.demo.world.leaves import LEAVES, InventedLeave

__all__ = ["DISTRICTS", "LEAVES", "InventedDistrict", "InventedLeave", "InventedPrison"]
