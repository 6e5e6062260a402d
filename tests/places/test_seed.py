"""The published places and figures, taken in once however often they are asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from rihai.kit.audit.models import Event
from rihai.places import closure
from rihai.places.kinds import Kind
from rihai.places.models import Capacity, CourtSort, HeldCount, HeldPart, Inside, Place, Prison
from rihai.places.operations import seed
from rihai.places.reference import page
from rihai.places.seed import rows
from tests.house.files import ROOT

AT = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def counted(kind: Kind) -> int:
    return Place.objects.filter(kind=kind).count()


def test_every_published_place_is_taken_in() -> None:
    seed(actor=None, at=AT)

    assert counted(Kind.PRISON) == 123 == Prison.objects.count()
    assert counted(Kind.DISTRICT) == 175
    assert counted(Kind.PROVINCE) == 7
    assert counted(Kind.COURT) == 30
    assert CourtSort.objects.count() == 16
    assert counted(Kind.TEHSIL) == len(rows("tehsils.csv"))


def test_the_second_time_nothing_is_new_and_nothing_is_written_down() -> None:
    seed(actor=None, at=AT)
    Place.objects.filter(code="district:Lahore").update(note="a person wrote this")
    lines = Event.objects.count()

    again = seed(actor=None, at=AT)

    assert not again.anything
    assert Event.objects.count() == lines
    assert Place.objects.get(code="district:Lahore").note == "a person wrote this"


def test_it_leaves_one_line_in_the_audit_trail() -> None:
    seed(actor=None, at=AT)

    assert list(Event.objects.values_list("act", flat=True)) == ["places.seed.taken_in"]


def test_what_stands_in_what_agrees_with_the_tree_worked_out_anew() -> None:
    seed(actor=None, at=AT)

    assert set(Inside.objects.values_list("outer_id", "inner_id")) == closure.expected()


def test_a_province_covers_its_prisons_and_no_other() -> None:
    seed(actor=None, at=AT)

    inside = Place.objects.filter(kind=Kind.PRISON, outer_pairs__outer__code="province:Sindh")

    assert inside.count() == 26
    assert set(inside.values_list("code", flat=True)) == {
        f"prison:{row['prison']}" for row in rows("prisons.csv") if row["province"] == "Sindh"
    }


def test_every_capacity_and_count_names_its_source() -> None:
    seed(actor=None, at=AT)

    assert not Capacity.objects.filter(source="").exists()
    assert not HeldCount.objects.filter(source="").exists()
    assert Capacity.objects.filter(place__kind=Kind.PRISON).count() == sum(
        bool(r["capacity"]) for r in rows("prisons.csv")
    )


def test_no_published_figure_of_people_held_is_lost() -> None:
    seed(actor=None, at=AT)
    published = [row for row in rows("figures.csv") if row["indicator"] not in {"prisoners", "capacity"}]

    assert HeldPart.objects.count() == len(published)
    assert sum(HeldPart.objects.values_list("persons", flat=True)) == sum(int(row["value"]) for row in published)


def test_an_undated_figure_has_no_day() -> None:
    seed(actor=None, at=AT)

    assert Capacity.objects.get(place__code="prison:District Jail Muzaffargarh").as_of is None
    assert HeldCount.objects.get(place__code="province:Punjab", code__contains="2025/26").as_of is None


def test_a_prison_whose_district_the_source_does_not_say_stands_in_its_division() -> None:
    seed(actor=None, at=AT)

    place = Place.objects.get(code="prison:Sub Jail South Waziristan")

    assert place.within is not None
    assert (place.within.kind, place.within.name) == (Kind.DIVISION, "Dera Ismail Khan")


def test_the_page_about_the_published_places_is_up_to_date() -> None:
    written = (ROOT / "docs" / "reference" / "places.md").read_text(encoding="utf-8")

    assert written == page(), "run: python -m rihai.places.reference"


def test_the_command_says_how_many_were_new(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("places", "seed")
    call_command("places", "seed")

    first, second = capsys.readouterr().out.splitlines()
    said = (ROOT / "docs" / "how-to" / "places-and-the-map.md").read_text(encoding="utf-8")
    assert first in said
    assert second.startswith("0 places, 0 sorts of court, 0 capacities and 0 counts")
