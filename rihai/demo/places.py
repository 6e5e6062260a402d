"""Lays the invented places into the real provinces, with their figures, contacts and our leave to work; once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from rihai.demo.world import DISTRICTS, LEAVES, InventedDistrict, InventedLeave
from rihai.kit import audit
from rihai.places.kinds import Kind
from rihai.places.models import Capacity, Caseload, Court, CourtSort, HeldCount, HeldPart, Permit, Place, PlaceContact
from rihai.places.operations import seed
from rihai.places.operations.seed import keep_places
from rihai.places.seed import SeedPlace

QUARTER = 91  # days between two returns of a prison
RETURN = "Quarterly return of the prison department (invented)"
SORTS = {
    "court-of-sessions": ("Sessions Court {}", "سیشن کورٹ {}"),
    "juvenile-court": ("Juvenile Court {}", "جووینائل کورٹ {}"),
}


@transaction.atomic
def make_places(*, at: datetime) -> int:
    """Make the invented places if they are not there; says how many were new. Needs no call of `seed` before."""
    seed(actor=None, at=at)
    new = keep_places((place for district in DISTRICTS for place in _places(district)), invented=True)
    if new:
        today = localdate(at)
        places = {place.code: place for place in Place.objects.filter(invented=True) if place.code}
        for district in DISTRICTS:
            _keep_figures(district, places, today)
            _keep_contacts(district, places)
        _keep_courts(places)
        _keep_leaves(places, today)
        audit.append("demo.places.made", actor=None, at=at, kind="places", detail={"places": new})
    return new


def _places(district: InventedDistrict) -> Iterator[SeedPlace]:
    key, name, urdu = district.key, district.name, district.name_ur
    home, prison, station = f"demo-district-{key}", f"demo-prison-{key}", f"demo-station-{key}"

    def place(code: str, kind: Kind, within: str, english: str, in_urdu: str, **more: Any) -> SeedPlace:
        return SeedPlace(code=code, kind=kind, name=english, name_ur=in_urdu, within=within, **more)

    yield place(home, Kind.DISTRICT, f"division:{district.division}", name, urdu)
    inside = district.prison
    yield place(prison, Kind.PRISON, home, inside.name, inside.name_ur, prison_type=inside.type, holds=inside.holds)
    for number, (english, in_urdu) in enumerate(inside.units, 1):
        yield place(f"demo-unit-{key}-{number}", Kind.PRISON_UNIT, prison, english, in_urdu)
    for sort, (english, in_urdu) in SORTS.items():
        yield place(
            f"demo-{sort}-{key}", Kind.COURT, home, english.format(name), in_urdu.format(urdu), level="district"
        )
    yield place(station, Kind.POLICE_STATION, home, f"Police Station {name}", f"تھانہ {urdu}")
    yield place(
        f"demo-lock-up-{key}", Kind.LOCK_UP, station, f"Lock-up, Police Station {name}", f"حوالات، تھانہ {urdu}"
    )
    if district.shelter:
        yield place(f"demo-shelter-{key}", Kind.SHELTER_HOME, home, f"Darul Aman {name}", f"دارالامان {urdu}")
    if district.probation:
        yield place(
            f"demo-probation-{key}", Kind.PROBATION_OFFICE, home, f"Probation Office {name}", f"پروبیشن آفس {urdu}"
        )
        yield place(
            f"demo-body-{key}",
            Kind.PARTNER_BODY,
            home,
            f"District Bar Legal Aid {name}",
            f"ضلعی بار قانونی امداد {urdu}",
        )


def _keep_figures(district: InventedDistrict, places: dict[str, Place], today: date) -> None:
    prison, place = district.prison, places[f"demo-prison-{district.key}"]
    if prison.capacity:
        first = today - timedelta(days=QUARTER * 9)
        Capacity.objects.create(place=place, places=prison.capacity, as_of=first, source=RETURN)
    for age, total in enumerate(reversed(prison.held)):
        day = today - timedelta(days=QUARTER * age + 25)
        count = HeldCount.objects.create(place=place, total=total, as_of=day, source=RETURN)
        if age == 0 and prison.convicted:
            _keep_parts(district, count)
    office = places.get(f"demo-probation-{district.key}")
    if office:
        Caseload.objects.create(
            place=office, officers=2 + len(district.key) % 3, people=140 + 11 * len(district.key), as_of=today,
            source="The office by telephone (invented)",
        )  # fmt: skip


def _keep_parts(district: InventedDistrict, count: HeldCount) -> None:
    prison, total = district.prison, count.total or 0
    women, juveniles = prison.women, prison.juveniles
    rows = {
        ("men", ""): max(total - women - juveniles, 0),
        ("women", ""): women,
        ("juveniles", ""): juveniles,
        ("", "convicted"): prison.convicted,
        ("", "condemned"): prison.condemned,
        # One return leaves nine people in no row, as returns do.
        ("", "under_trial"): total - prison.convicted - prison.condemned - (9 if district.key == "darya-kot" else 0),
    }
    if district.key == "gulzar":
        rows[("children", "")] = 17
    HeldPart.objects.bulk_create(
        HeldPart(count=count, who=who, status=status, persons=persons) for (who, status), persons in rows.items()
    )


def _keep_contacts(district: InventedDistrict, places: dict[str, Place]) -> None:
    place = places[f"demo-prison-{district.key}"]
    number = sum(map(ord, district.key)) % 900 + 100
    PlaceContact.objects.create(place=place, post="Superintendent’s office", phone=f"000-90000{number}")
    body = places.get(f"demo-body-{district.key}")
    if body:
        email = f"{district.key}@bar.example"
        PlaceContact.objects.create(place=body, post="Secretary", name="Rashid Namoona", email=email)


def _keep_courts(places: dict[str, Place]) -> None:
    for code in SORTS:
        sort = CourtSort.objects.get(code=code)
        keys = [place.pk for name, place in places.items() if name.startswith(f"demo-{code}-")]
        Court.objects.filter(place_id__in=keys).update(sort=sort, level=sort.level)


def _keep_leaves(places: dict[str, Place], today: date) -> None:
    made: list[Permit] = []
    for leave in LEAVES:
        permit = _leave(leave, places[f"demo-prison-{leave.prison}"], today)
        permit.renews = made[leave.renews] if leave.renews is not None else None
        permit.save()
        made.append(permit)


def _leave(leave: InventedLeave, place: Place, today: date) -> Permit:
    def day(before: int | None) -> date | None:
        return None if before is None else today - timedelta(days=before)

    return Permit(
        place=place, kind=leave.kind, covers=leave.covers, asked_of="Inspectorate General of Prisons (invented)",
        asked_on=today - timedelta(days=leave.asked), answered_on=day(leave.answered), expires_on=day(leave.ends),
        state=leave.state, reference=leave.reference, reason=leave.reason, owner_name="Kamran Namoona",
    )  # fmt: skip
