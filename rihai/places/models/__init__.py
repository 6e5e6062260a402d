"""What is kept about places."""

from __future__ import annotations

from rihai.places.models.contact import PlaceContact
from rihai.places.models.court import Court, CourtSort
from rihai.places.models.figures import Capacity, Caseload, HeldCount, HeldPart
from rihai.places.models.permit import Permit
from rihai.places.models.place import Inside, Place, Prison

__all__ = [
    "Capacity", "Caseload", "Court", "CourtSort", "HeldCount", "HeldPart", "Inside", "Permit", "Place", "PlaceContact",
    "Prison",
]  # fmt: skip
