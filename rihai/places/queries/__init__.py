"""Questions about places. They ask for no actor where the answer is the same for all who are signed in: places are of
the class `ordinary`.

People held there are another matter: their lists come by offers from rooms above, which keep need-to-know.
"""

from __future__ import annotations

from rihai.places.queries.figures import Figures, figures_of
from rihai.places.queries.index import (
    Listed,
    ProvinceRow,
    grouped_places,
    listed,
    places_for,
    places_to_post_at,
    places_to_serve_at,
    places_to_stand_in,
    provinces,
)
from rihai.places.queries.permits import PermitDue, permit_for, permits_due
from rihai.places.queries.place import PlacePage, above_of, page_of, permits_of, place_for

__all__ = [
    "Figures", "Listed", "PermitDue", "PlacePage", "ProvinceRow", "above_of", "figures_of", "grouped_places", "listed",
    "page_of", "permit_for", "permits_due", "permits_of", "place_for", "places_for", "places_to_post_at",
    "places_to_serve_at", "places_to_stand_in", "provinces",
]  # fmt: skip
