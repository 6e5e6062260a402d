"""The table of places that may leave the house, with the figures of each and where they come from."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.kit.exports.sheet import Given
from rihai.paper.table import Column
from rihai.places.kinds import Kind
from rihai.places.models import HeldCount, Place
from rihai.places.queries import Figures, figures_of, places_for
from rihai.places.queries.place import places_within
from rihai.profile.disclosure import RULE, Key
from rihai.profile.disclosure import Figures as Guarded


def count(_actor: Actor, filters: Mapping[str, str]) -> int:
    """How many places the filter leaves: `kind`, `province` (a key)."""
    return _asked(filters).count()


def sheet(_actor: Actor, filters: Mapping[str, str], _language: str) -> ExportSheet:
    """Places with their figures.

    A count with a public address leaves as it was published; any other counts people we were told of, and leaves
    through disclosure control. Occupancy is left out: it would give a withheld count away.
    """
    places = list(_asked(filters).select_related("prison").order_by("kind", "name", "pk"))
    keys = [place.pk for place in places]
    figures, above, guarded = figures_of(keys), places_within(keys), Guarded()
    return ExportSheet(
        title=_("Places"),
        columns=_columns(),
        rows=[_row(place, above[place.pk], figures[place.pk], guarded) for place in places],
        note=_("Each figure stands as its source gives it; an empty cell is not known."),
        figures=guarded,
    )


def _asked(filters: Mapping[str, str]) -> QuerySet[Place]:
    province = filters.get("province", "")
    within = Place.objects.filter(pk=int(province)).first() if province.isascii() and province.isdigit() else None
    kind = filters.get("kind", "")
    return places_for(kind=kind if kind in Kind.values else "", within=within).filter(invented=False)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), "text", 36), Column(_("Name in Urdu"), "text", 28), Column(_("Kind"), "text", 20),
        Column(_("Type of prison"), "text", 20), Column(_("District"), "text", 20), Column(_("Province"), "text", 20),
        Column(_("Official capacity"), "number"), Column(_("As of"), "text", 12), Column(_("Source"), "text", 40),
        Column(_("People held"), "number"), Column(_("As of"), "text", 12), Column(_("Source"), "text", 40),
    )  # fmt: skip


def _row(place: Place, above: list[Place], figures: Figures, guarded: Guarded) -> tuple[Given, ...]:
    prison = getattr(place, "prison", None)
    named = {one.kind: one.shown for one in above}
    capacity, held = figures.capacity, figures.held
    return (
        place.name, place.name_ur, str(Kind(place.kind).label), str(prison.get_type_display()) if prison else "",
        named.get(Kind.DISTRICT, ""), named.get(Kind.PROVINCE, ""),
        capacity.places if capacity else None, capacity.when if capacity else "", capacity.source if capacity else "",
        _held(place, held, guarded), held.when if held else "", held.source if held else "",
    )  # fmt: skip


def _held(place: Place, held: HeldCount | None, guarded: Guarded) -> int | Key | None:
    if held is None or held.total is None:
        return None
    if held.url:
        return held.total
    key = Key(held.as_of.isoformat() if held.as_of else "", f"held:{place.pk}")
    return guarded.add(key, held.total, RULE.threshold(held.total))
