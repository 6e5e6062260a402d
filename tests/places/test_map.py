"""The map: which districts a shape stands for, another file, no file, and a file that is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings

from rihai.config.env import read
from rihai.kit.map import read_outlines
from rihai.places.mapping import OURS, map_page
from rihai.places.models import Place
from rihai.places.queries.districts import by_shape, district_rows
from rihai.places.seed import rows

pytestmark = pytest.mark.django_db
OWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}<path id="lahore" d="M0 0h9v9z"/></svg>'


def given(path: object) -> override_settings:
    return override_settings(ENV=read({"RIHAI_MAP": str(path)}))


def shapes() -> list[str]:
    return [shape.name for shape in read_outlines(OURS).shapes]


def test_our_drawing_shows_144_shapes_and_every_one_belongs_to_a_district(seeded: None) -> None:
    lying = by_shape(district_rows(shapes()))

    assert len(shapes()) == 144
    assert set(lying) == set(shapes())


def test_every_district_is_drawn_or_said_not_to_be(seeded: None) -> None:
    page = map_page("prisons")

    drawn = {row.district.name for row in page.rows if row.shapes}
    undrawn = {row.district.name for row in page.undrawn}
    assert len(drawn) + len(undrawn) == 175
    assert undrawn == {"Allai", "Central Dir", "Talagang", "Torghar", "Upper Swat"}


def test_the_table_names_only_shapes_that_are_there() -> None:
    named = {shape.strip() for row in rows("districts.csv") for shape in row["drawn_as"].split(";") if shape.strip()}

    assert named == set(shapes())


def test_one_shape_is_shaded_by_all_the_districts_it_stands_for(seeded: None) -> None:
    page = map_page("prisons")

    assert page.map is not None
    in_karachi = sum(row.prisons for row in page.rows if "karachi" in row.shapes)
    assert in_karachi > 1
    assert page.map.values["karachi"] == in_karachi


def test_a_district_whose_occupancy_is_not_known_is_left_blank_and_not_taken_for_nought(seeded: None) -> None:
    page = map_page("occupancy")

    assert page.map is not None
    assert "mianwali" not in page.map.values
    assert page.map.shade("mianwali") == "kn"


def test_invented_places_stand_on_no_map(seeded: None) -> None:
    before = [(row.district.name, row.prisons) for row in map_page("prisons").rows]
    lahore = Place.objects.get(code="district:Lahore")
    Place.objects.filter(outer_pairs__outer=lahore, kind="prison").update(invented=True)

    after = {row.district.name: row.prisons for row in map_page("prisons").rows}

    assert dict(before)["Lahore"] == 2
    assert after["Lahore"] == 0


def test_the_office_can_turn_the_map_off_and_keeps_the_table(reading: Client, seeded: None) -> None:
    with given("off"):
        text = reading.get("/places/map/").content.decode()

    assert "<path" not in text
    assert "Hyderabad" in text
    assert "turned the map off" in text


def test_the_office_can_give_its_own_file_and_only_outlines_are_taken(
    reading: Client, seeded: None, tmp_path: Path
) -> None:
    own = tmp_path / "own.svg"
    own.write_text(OWN.format("<script>alert(1)</script><style>path{}</style><image href='http://x.example/'/>"))

    with given(own):
        text = reading.get("/places/map/").content.decode()

    assert text.count(' d="M0 0h9v9z"') == 1
    assert text.count('class="k') < 9
    assert "alert(1)" not in text
    assert "x.example" not in text


@pytest.mark.parametrize("content", ["", "not xml", "<svg/>", '<!DOCTYPE x [<!ENTITY a "b">]>' + OWN.format("&a;")])
def test_a_file_that_is_no_map_leaves_the_table_and_says_so(
    reading: Client, seeded: None, tmp_path: Path, content: str
) -> None:
    wrong = tmp_path / "wrong.svg"
    wrong.write_text(content)

    with given(wrong):
        answer = reading.get("/places/map/")

    assert answer.status_code == 200
    assert "The map is not drawn" in answer.content.decode()
    assert str(tmp_path) not in answer.content.decode()


def test_a_map_that_is_not_there_leaves_the_table(reading: Client, seeded: None, tmp_path: Path) -> None:
    with given(tmp_path / "none.svg"):
        assert reading.get("/places/map/").status_code == 200


def test_the_drawing_lies_in_no_folder_that_is_served() -> None:
    assert "static" not in OURS.parts
    assert str(OURS) not in str(settings.STATIC_ROOT)
