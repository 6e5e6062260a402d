"""The public site attacked: by its pages, drawings, files, from release to release; nobody few is found out.

The reader of these tests holds everything ever published, knows what adds up, how it was rounded, and which topics are
held to be sensitive, and asks between what each withheld figure must lie. The sums are written down here anew.
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rihai.advocacy.figures.control import EXPORT, controlled, figures_of
from rihai.advocacy.figures.found import visited_by
from rihai.advocacy.figures.models import FigureRelease
from rihai.errors import Refused
from rihai.kit.exports.models import PublishedFigures
from rihai.monitoring.inspections.models import Inspection
from rihai.places.models import Place
from rihai.profile.disclosure import RULE, Controlled, Count, Key, Release, Sum, as_json, attack
from tests.advocacy.figures.world import DAY, SIZES, Desk, cause, count, people

CUTS = ("sex", "age", "standing", "time_under_trial", "offence", "home_district", "prison", "nationality")
NUMBER = re.compile(r"[\d,]*\d|\bc\b|\.\.")


def read(number: int, client: Client) -> tuple[Release, dict[str, Any]]:
    """What anybody can fetch of a release: its figures by our keys, and the sums that everybody can see."""
    told = client.get(reverse("advocacy:figures-json", args=[number])).json()
    kept = FigureRelease.objects.get(number=number)
    cells: dict[Key, int | None] = {}
    sums: list[Sum] = []
    tables = {one["table"]: {row["row"]: row["figures"] for row in one["rows"]} for one in told["tables"]}

    def add(series: str, value: Any) -> Key:
        key = Key(kept.period, series)
        if value != "..":
            number = None if value == "c" else value
            assert cells.setdefault(key, number) == number, f"{series} stands twice and differs"
        return key

    persons = add("persons", tables["standing"]["total"]["persons"])
    for code in CUTS:
        rows = {row: one["persons"] for row, one in tables[code].items()}
        whole = add("standing/under_trial" if code == "time_under_trial" else "persons", rows.pop("total"))
        keys = [add(f"{code}/{row}", value) for row, value in rows.items() if value != ".."]
        sums += [Sum(whole, tuple(keys))] if keys else []
    groups = [add(row, one["persons"]) for row, one in tables["groups"].items()]
    rests = [key for key in groups if key.series.startswith("groups/") and key in cells]
    sums += [Sum(persons, (key, Key(kept.period, f"rest of {key.series}"))) for key in rests]
    for outer, inner in (("sex/female", "groups/pregnant"), ("children", "groups/children_inside")):
        if {Key(kept.period, outer), Key(kept.period, inner)} <= cells.keys():
            others = Key(kept.period, f"others of {outer}")
            sums.append(Sum(Key(kept.period, outer), (Key(kept.period, inner), others)))
    for part in ("met", "open"):
        follow = [one[f"{part}_days"] for one in tables["lost"].values() if one[part] == "c"]
        assert set(follow) <= {"c"}, "where people are withheld their days are"
        rows = {row: one[part] for row, one in tables["lost"].items()}
        total = add(f"lost/{part}", rows.pop("total"))
        parts = tuple(add(f"lost/{row}/{part}", value) for row, value in rows.items())
        sums += [Sum(total, parts), Sum(persons, (*parts, Key(kept.period, f"rest of {part}")))]
    named = {}
    for row in tables["lost"].keys() - {"total"}:
        whole = Key(kept.period, f"everybody of {row}")
        sums.append(Sum(whole, tuple(Key(kept.period, f"lost/{row}/{part}") for part in ("met", "open"))))
        named[whole] = 1 if row == "smaller" else RULE.ordinary
    adds_up = (
        "may not add up" not in client.get(reverse("advocacy:figures-release", args=["en", number])).content.decode()
    )
    base = RULE.base if "rounded to" in _page(client, number) else 1
    return Release(cells, tuple(sums), base, adds_up, named), told


def _page(client: Client, number: int) -> str:
    return client.get(reverse("advocacy:figures-release", args=["en", number])).content.decode()


def found_out(truth: dict[Key, Count], releases: list[Release]) -> dict[Key, str]:
    """What a reader of the releases learns too much of: any small count, any withheld one, any small change."""
    found: dict[Key, str] = {}
    between = attack(releases)
    for release in releases:
        for key, number in release.cells.items():
            low, high = between[key] if number is None else release.reader_knows(key, 0)
            count = truth[key]
            if not low <= count.number <= high:
                found[key] = f"{count.number} is said to lie from {low} to {high}"
            elif (number is None or count.is_small) and high - low < count.threshold:
                found[key] = f"known to lie from {low} to {high}"
    return found | _changes(truth, releases)


def _changes(truth: dict[Key, Count], releases: list[Release]) -> dict[Key, str]:
    """Changes of fewer than the threshold that two releases tell together."""
    found = {}
    for n, one in enumerate(releases):
        for other in releases[n + 1 :]:
            for key, was in one.cells.items():
                later = next((k for k in other.cells if k.series == key.series), None)
                if later is None or was is None or other.cells[later] is None:
                    continue
                a, b = one.reader_knows(key, 0), other.reader_knows(later, 0)
                changed, width = truth[later].number - truth[key].number, (b[1] - a[0]) - (b[0] - a[1])
                if 0 < abs(changed) < truth[key].threshold and width < truth[key].threshold:
                    found[later] = f"changed by {b[0] - a[1]} to {b[1] - a[0]} since {key.period}"
    return found


def publish(desk: Desk) -> list[int]:
    """Three releases: a first one; four weeks later, of which few people came and went; the same day mended."""
    first = desk.published()
    desk.at += 28 * DAY
    on = desk.at.date()
    records = people(on)
    gone, came = records.pop(3), people(on, {"2": 2, "3": 1}, seed=1)
    changed = [*records, *({**one, "id": f"n{n}", "sex": "female"} for n, one in enumerate(came))]
    assert gone["sex"] == "female"
    second = desk.published(count(on, changed, causes={"bail": cause("Bail", 44, 26), "fine": cause("Fine", 4, 2)}))
    why = {"en": "Prison 5 was counted twice.", "ur": "جیل ۵ دو بار گنی گئی۔"}
    third = desk.published(count(on, people(on, {**SIZES, "5": 7})), replaces=second.pk, why=why)
    return [first.number, second.number, third.number]


def truth_of(desk: Desk, numbers: list[int]) -> dict[Key, Count]:
    periods = [FigureRelease.objects.get(number=number).period for number in numbers]
    return {
        key: one for counted, period in zip(desk.truth, periods, strict=True)
        for key, one in figures_of(counted, period).counts.items()
    }  # fmt: skip


def test_nobody_few_is_found_out_by_everything_that_was_ever_published(desk: Desk, client: Client) -> None:
    numbers = publish(desk)
    releases = [read(number, client)[0] for number in numbers]

    assert sum(value is None for one in releases for value in one.cells.values()) > 6, "there is something to attack"
    assert found_out(truth_of(desk, numbers), releases) == {}


def test_the_attack_finds_people_where_control_is_switched_off(
    desk: Desk, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare(counted: Any, period: str, _earlier: Any) -> Controlled:
        figures = figures_of(counted, period)
        cells = {key: one.number for key, one in figures.counts.items() if one.shown}
        return Controlled(Release(cells, tuple(figures.sums)), ())

    def alone(counted: Any, period: str, _earlier: Any) -> Controlled:
        figures = figures_of(counted, period)
        cells = {key: None if one.is_small else one.number for key, one in figures.counts.items() if one.shown}
        return Controlled(Release(cells, tuple(figures.sums)), ())

    for switched_off, finds in ((bare, "groups/pregnant"), (alone, "lost/smaller/open")):
        desk.truth.clear()
        FigureRelease.objects.all().delete()
        monkeypatch.setattr("rihai.advocacy.figures.operations.controlled", switched_off)
        number = desk.published().number
        found = found_out(truth_of(desk, [number]), [read(number, client)[0]])
        assert finds in {key.series for key in found}, found


def test_what_would_betray_somebody_beside_what_left_before_is_not_made(desk: Desk) -> None:
    before = Release({Key("2026-10-01", "sex/male"): 371, Key("2026-10-01", "persons"): 400}, (), 1)
    PublishedFigures.objects.create(export=EXPORT, release=as_json(before), released_at=desk.at - DAY)

    with pytest.raises(Refused, match="published already"):
        desk.prepared()

    assert not FigureRelease.objects.exists()


def test_what_was_withheld_stays_withheld_in_a_release_of_the_same_weeks() -> None:
    on = date(2026, 10, 1)
    first = controlled(count(on), on.isoformat(), []).release
    grown = {"bail": cause("Bail", 43, 27), "appeal": cause("Appeal", 12, 14), "fine": cause("Fine", 3, 0)}
    for days, stays in ((2, True), (40, False)):
        day = on + days * DAY
        then = controlled(count(day, causes=grown), day.isoformat(), [first]).release
        hidden = {key.series for key, number in first.cells.items() if number is None}
        assert "lost/smaller/open" in hidden
        shown = {key.series for key, number in then.cells.items() if number is not None}
        assert hidden.isdisjoint(shown) is stays, days


def test_no_prison_inspected_since_is_marked_by_what_two_releases_differ_by(desk: Desk) -> None:
    Place.objects.create(kind="prison", name="A sixth")
    places, on = list(Place.objects.order_by("pk")[:6]), desk.at.date()

    def inspected(place: Place, day: date) -> str:
        """A final inspection of a place."""
        made = Inspection.objects.create(
            number=Inspection.objects.count() + 1, place=place, form_id="x", round="full", planned_on=day,
            state="final", made_by=desk.director.pk, made_by_name="x", made_at=desk.at,
        )  # fmt: skip
        return str(made.pk)

    first = {inspected(place, on - n * DAY) for n, place in enumerate(places[:3])}
    assert set(visited_by(on).keys) == first
    desk.published(replace(count(on), visited=visited_by(on)))
    later = on + 30 * DAY
    second = {inspected(place, later) for place in places[3:5]}
    assert (set(visited_by(later).keys), visited_by(later).to) == (first, on), "of two places it would tell"
    second.add(inspected(places[5], later))
    assert set(visited_by(later).keys) == first | second
    assert set(visited_by(on + 364 * DAY).keys) == first, "nor is one taken away alone"
    assert set(visited_by(on + 380 * DAY).keys) == second


def test_pages_drawings_and_files_print_the_same_figures_and_no_others(desk: Desk, client: Client) -> None:
    number = publish(desk)[-1]
    _release, told = read(number, client)
    for language in ("en", "ur"):
        page = client.get(reverse("advocacy:figures-release", args=[language, number])).content.decode()
        for table in told["tables"]:
            rows = {row["row"]: row["figures"] for row in table["rows"]}
            found = client.get(reverse("advocacy:figures-csv", args=[number, table["table"]])).content
            lines = list(csv.DictReader(found.decode("utf-8-sig").splitlines()))
            printed = {one["row"]: {name: one[name] for name in rows[one["row"]]} for one in lines}
            assert printed == {row: {name: str(v) for name, v in values.items()} for row, values in rows.items()}
            section = page.partition(f'<section id="{table["table"]}">')[2].partition("</section>")[0]
            allowed = {f"{v:,}" if isinstance(v, int) else v for values in rows.values() for v in values.values()}
            drawn = re.findall(r"<text[^>]*text-anchor=\"(?:end|start)\"[^>]*>(?:<tspan[^>]*>)?([^<]*)<", section)
            told_there = {text for text in drawn if NUMBER.fullmatch(text)}
            assert told_there <= allowed, (language, table["table"], told_there - allowed)
            assert not re.search(r"\d", "".join(re.findall(r"<desc[^>]*>([^<]*)<", section))), "nor words for the ear"
