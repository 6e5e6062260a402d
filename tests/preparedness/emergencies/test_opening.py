"""Where an emergency is opened: at a whole prison unless one says otherwise; in a part of it by the prison’s plan."""

from __future__ import annotations

from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place
from rihai.preparedness.emergencies.queries import likely_place, open_places
from tests.preparedness.emergencies.world import Desk, signed_in


def part_of(prison: Place) -> Place:
    """A barrack of a prison."""
    made = Place.objects.create(
        kind=Kind.PRISON_UNIT, name="Barrack 1", sought="barrack 1", within=prison, invented=True
    )  # fmt: skip
    outer: Place | None = made
    while outer is not None:
        Inside.objects.create(outer=outer, inner=made)
        outer = outer.within
    return made


def test_smoke_in_a_barrack_starts_the_plan_of_its_prison_and_no_place_is_guessed_wrongly(desk: Desk) -> None:
    plan, barrack = desk.plan(), part_of(desk.prison)

    with acting_as(desk.supervisor):
        mine = open_places(desk.supervisor)
        assert (list(mine), likely_place(mine)) == ([desk.prison, barrack], desk.prison)
        assert likely_place(open_places(desk.above)) is None, "of two prisons none is guessed"
    page = signed_in(desk.supervisor).get(reverse("preparedness:emergency-new")).content.decode()
    assert f'<option value="{desk.prison.pk}" selected>' in page
    assert "Barrack 1, District Prison Naya Bagh" in page

    opened = desk.opened(place=barrack, says="")

    assert (opened.plan, opened.steps.count(), opened.where) == (plan, 3, "Barrack 1, District Prison Naya Bagh")
