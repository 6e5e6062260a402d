"""What the fictional prisons keep for bad days: stores, crisis money, an emergency that goes on, one that is over.

Everything goes through the operations of the site, by the cast; all of it is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import DARYA_KOT, GULZAR
from rihai.places.models import Place
from rihai.preparedness.emergencies import operations as emergencies
from rihai.preparedness.emergencies.models import Emergency
from rihai.preparedness.materials import operations as materials
from rihai.preparedness.money import operations as money
from rihai.preparedness.stores import operations as stores
from rihai.preparedness.stores.models import Item, Store

T = TypeVar("T")
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ITEMS: tuple[tuple[str, str, str, int, int, int | None], ...] = (
    ("Surgical masks, adult", "protection", "pieces", 500, 420, 300),
    ("Gloves, medium", "protection", "pairs", 200, 340, 40),
    ("Oral rehydration salts", "medical", "sachets", 100, 160, -5),
    ("Water purification tablets", "hygiene", "strips", 50, 90, 200),
    ("Fire extinguishers, 6 kg", "fire", "pieces", 8, 9, None),
    ("Lamps with batteries", "light", "pieces", 20, 22, None),
)
"""Name, for what, counted in, how many there must be, how many came, days from now until it expires."""
MATERIALS = (
    ("Wash your hands", "poster", "health", "Provincial health department", "2025", ("ur", "en")),
    ("Signs of tuberculosis", "leaflet", "un", "Country office", "2", ("ur", "ps")),
    ("Your family can find you", "poster", "red_cross", "National society", "2023", ("ur", "en")),
)
"""Title, form, whose, publisher, edition, languages; the last is withdrawn and still hangs."""


class Cast:
    """Who acts in the play, and when."""

    def __init__(self, at: datetime) -> None:
        self.at, self.today = at, localdate(at)
        names = ("supervisor", "caseworker", "health", "programme")
        self.supervisor, self.caseworker, self.health, self.programme = (
            Account.objects.get(email=f"{key}@rihai.example") for key in names
        )

    def does(
        self, who: Account, act: Callable[..., T], *, ago: timedelta = timedelta(), **said: Any
    ) -> T:  # fmt: skip
        """An act by one of them, some time ago."""
        at = self.at - ago
        with acting_as(who, at):
            return act(**said, actor=who, at=at)

    def day(self, days: int) -> date:
        """A day from now."""
        return self.today + DAY * days


@transaction.atomic
def play_emergencies(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if Store.objects.exists():
            return False
        cast = Cast(at)
        gulzar, darya_kot = (Place.objects.get(code=code) for code in (GULZAR, DARYA_KOT))
    masks = _store(cast, gulzar)
    _money(cast, gulzar)
    _over(cast, darya_kot)
    _goes_on(cast, gulzar, masks)
    _materials(cast, gulzar)
    return True


def _store(cast: Cast, place: Place) -> Item:
    """A store with what came sixty days ago; salts are past their day, masks are low."""
    said = {"place": place, "name": "Emergency store", "kept_by": "Store keeper", "note": "Beside the gate"}
    store = cast.does(cast.supervisor, stores.keep_store, ago=DAY * 60, said=said)
    made = []
    for name, sort, unit, least, came, days in ITEMS:
        item = {"name": name, "sort": sort, "unit": unit, "minimum": least}
        one = cast.does(cast.supervisor, stores.keep_item, ago=DAY * 60, store_id=store.pk, said=item)
        got = {"number": came, "whom": "Health department", "paper": "Voucher 90/26",
               "expires_on": cast.day(days) if days is not None else None}  # fmt: skip
        cast.does(cast.supervisor, stores.receive, ago=DAY * 60, item_id=one.pk, said=got)
        made.append(one)
    given = {"number": 12, "whom": "Women’s ward"}
    cast.does(cast.caseworker, stores.issue, ago=DAY * 20, item_id=made[1].pk, said=given)
    return made[0]


def _money(cast: Cast, place: Place) -> None:
    """A fund of the year; fuel was paid from it, a pump waits for a decision."""
    said = {
        "place": place, "name": "Crisis fund", "funder": "Home Department", "amount": Decimal(300000),
        "started_on": cast.day(-120), "ended_on": cast.day(245), "paper": "Order 9/2026",
    }  # fmt: skip
    line = cast.does(cast.programme, money.keep_line, ago=DAY * 120, said=said)
    fuel = {"amount": Decimal(60000), "what": "Fuel for the generator"}
    asked = cast.does(cast.caseworker, money.ask, ago=DAY * 30, line_id=line.pk, said=fuel)
    cast.does(cast.supervisor, money.decide, ago=DAY * 29, request_id=asked.pk, said={"approved": True})
    paid = {"amount": Decimal(41500), "on": cast.day(-28), "paid_to": "Depot", "what": "Diesel",
            "no_receipt": "The depot gave a stamped voucher, kept in the office"}  # fmt: skip
    cast.does(cast.caseworker, money.spend, ago=DAY * 28, request_id=asked.pk, said=paid)
    pump = {"amount": Decimal(85000), "what": "A hand pump for the women’s ward"}
    cast.does(cast.caseworker, money.ask, ago=DAY * 2, line_id=line.pk, said=pump)


def _over(cast: Cast, place: Place) -> None:
    """The water ran out a month ago; it was closed and reviewed."""
    said = {"place": place, "hazard": "water", "says": "The tube well stands still since the night"}
    one = cast.does(cast.supervisor, emergencies.open_emergency, ago=DAY * 33, said=said)
    _tick(cast, cast.supervisor, one, DAY * 33 - MINUTE * 9, most=4)
    figures = {"says": "Tankers bring water twice a day.", "held": 310, "affected": 310, "ill": 4, "died": 0}
    cast.does(cast.supervisor, emergencies.issue_report, ago=DAY * 32, emergency_id=one.pk, said=figures)
    over = {"emergency_id": one.pk, "closing": "The pump was mended; water runs in every ward."}
    cast.does(cast.supervisor, emergencies.close_emergency, ago=DAY * 31, **over)
    item = {"says": "A second pump, tried every month", "whose": "Deputy superintendent", "due_on": cast.day(20)}
    cast.does(
        cast.supervisor, emergencies.review_emergency, ago=DAY * 29, emergency_id=one.pk, items=[item],
        went_well="Tankers came within three hours.", to_mend="Nobody had the number of the water agency at night.",
    )  # fmt: skip


def _goes_on(cast: Cast, place: Place, masks: Item) -> None:
    """The power failed half an hour ago at Gulzar: two steps are done, some are late, lamps and masks went out."""
    said = {"place": place, "hazard": "power", "says": "No power in the whole prison; the generator does not start"}
    one = cast.does(cast.supervisor, emergencies.open_emergency, ago=MINUTE * 35, said=said)
    _tick(cast, cast.caseworker, one, MINUTE * 31, most=2)
    cast.does(
        cast.health, emergencies.write_log, ago=MINUTE * 20, emergency_id=one.pk,
        says="Vaccines were carried to the hospital’s fridge.",
    )  # fmt: skip
    given = {"item": masks, "number": 20, "whom": "Health unit"}
    cast.does(cast.health, emergencies.issue_stock, ago=MINUTE * 12, emergency_id=one.pk, said=given)


def _tick(cast: Cast, who: Account, one: Emergency, ago: timedelta, *, most: int) -> None:
    with acting_as(who, cast.at):
        first = list(one.steps.all()[:most])
    for nth, step in enumerate(first):
        cast.does(who, emergencies.tick, ago=ago - MINUTE * nth, step_id=step.pk)


def _materials(cast: Cast, place: Place) -> None:
    """Three materials: sent, received and posted; one translation waits to be checked, one poster is out of date."""
    made = []
    for title, form, body, publisher, edition, languages in MATERIALS:
        said = {"title": title, "form": form, "body": body, "publisher": publisher, "edition": edition}
        one = cast.does(cast.programme, materials.keep_material, ago=DAY * 50, said=said)
        made.append(one)
        for language in languages:
            text = {"language": language, "translated_by": "N. Farzi" if language == "ps" else ""}
            kept = cast.does(cast.programme, materials.keep_text, ago=DAY * 50, material_id=one.pk, said=text)
            if language != "ur":
                continue
            to = {"place": place, "number": 40}
            went = cast.does(cast.programme, materials.send, ago=DAY * 45, text_id=kept.pk, said=to)
            if title == MATERIALS[1][0]:
                continue
            came = {"received": 38, "received_by": "Librarian"}
            cast.does(cast.caseworker, materials.receive, ago=DAY * 40, sending_id=went.pk, said=came)
            hangs = {"where": "Visitors’ room"}
            cast.does(cast.caseworker, materials.post, ago=DAY * 39, sending_id=went.pk, said=hangs)
    gone = {"why": "The number to call has changed", "replaced_by": None}
    cast.does(cast.programme, materials.withdraw, ago=DAY * 3, material_id=made[-1].pk, said=gone)
