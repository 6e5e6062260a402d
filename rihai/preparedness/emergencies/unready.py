"""Lines for a committee's agenda: prisons that lack something grave to be ready."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import AgendaFor, AgendaRow
from rihai.places.models import Inside
from rihai.preparedness.reach import READ, places_for
from rihai.preparedness.readiness.queries import Ready, readiness


def rows(actor: Actor, wanted: AgendaFor, on: date) -> tuple[Sequence[AgendaRow], int]:
    """The prisons of a committee's place that lack something grave, those that lack most first."""
    if not actor.may(READ):
        return [], 0
    inner = Inside.objects.filter(outer=wanted.place_id).values("inner_id")
    places = list(places_for(actor, READ).filter(pk__in=inner))
    found = [one for one in readiness(places, actor=actor, on=on) if one.graves]
    found.sort(key=lambda one: (-one.graves, one.place.name))
    return [_line(one) for one in found[: wanted.most]], len(found)


def _line(one: Ready) -> AgendaRow:
    grave = [str(lack.says) for lack in one.lacks if lack.is_grave]
    return AgendaRow(
        key=str(one.place.pk), title=one.place.shown, place_id=one.place.pk, count=len(one.lacks),
        says=_("Lacks %(n)s things to be ready; first: %(what)s") % {"n": len(one.lacks), "what": grave[0]},
        url=reverse("preparedness:readiness"),
    )  # fmt: skip
