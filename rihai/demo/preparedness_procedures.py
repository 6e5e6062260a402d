"""How the fictional office prepares: procedures, contingency plans, drills and what they showed; all invented.

Everything goes through the operations of the site, by the cast: the programme manager writes, the supervisor approves.
Minutes and telephone numbers are made up for prisons that do not exist.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import DARYA_KOT, GULZAR, NAYA_BAGH
from rihai.places.models import Place
from rihai.preparedness.drills import items, operations, scheduling
from rihai.preparedness.drills.models import Drill
from rihai.preparedness.plans import operations as plans
from rihai.preparedness.plans.models import EntrySort, PlanVersion
from rihai.preparedness.posts.operations import give_post
from rihai.preparedness.procedures import operations as procedures
from rihai.preparedness.procedures.acknowledging import acknowledge
from rihai.preparedness.procedures.models import Procedure

T = TypeVar("T")
DAY = timedelta(days=1)
POSTS = (
    ("superintendent", "Farzana Namoona", "000 0101"), ("deputy", "Tariq Farzi", "000 0102"),
    ("medical", "Dr Bilqis Farzi", "000 0103"), ("duty", "Duty room", "000 0100"),
    ("women", "Shabana Misali", "000 0104"), ("chief_warder", "Anwar Farzi", "000 0105"),
)  # fmt: skip
"""Post, who holds it, the invented number that is answered at night."""
SOPS: tuple[dict[str, Any], ...] = (
    {"sort": "sop", "code": "SOP-04", "title": "A woman who falls ill at night",
     "title_ur": "رات کو بیمار ہونے والی عورت",
     "posts": ["superintendent", "medical", "women", "duty"], "days": 14, "review_months": 12},
    {"sort": "policy", "code": "POL-01", "title": "Keys, and who may hold them",
     "title_ur": "چابیاں، اور کس کے پاس رہیں",
     "posts": ["superintendent", "chief_warder"], "days": 21, "review_months": 24},
)  # fmt: skip
WORDS = {
    "SOP-04": (
        "Whoever hears a call goes to the cell at once.\nThe duty officer opens within ten minutes, together with a "
        "woman officer.\nThe medical officer is called; she decides on the hospital. Nobody waits for a signature.",
        "جو آواز سنے فوراً سیل پر جائے۔\nڈیوٹی افسر دس منٹ کے اندر ایک خاتون افسر کے ساتھ دروازہ کھولے۔\nمیڈیکل آفیسر "
        "کو بلایا جائے؛ ہسپتال کا فیصلہ وہ کرے۔ کسی دستخط کا انتظار نہ کیا جائے۔",
    ),
    "POL-01": (
        "Every lock of a way out has two keys in two places. Both are signed for. No prisoner holds a key.",
        "باہر جانے کے ہر راستے کے تالے کی دو چابیاں دو جگہوں پر ہوں۔ دونوں دستخط سے لی جائیں۔ "
        "کسی قیدی کے پاس چابی نہ ہو۔",
    ),
}  # fmt: skip
PLANS = ((GULZAR, "fire", True), (GULZAR, "outbreak", True), (NAYA_BAGH, "fire", False))
"""Where, for what, and whether it was approved; the last one still waits."""
MINUTES = (1, 2, 3, 5, 8, 10, 12, 15, 20, 30, 45, 60, 120)


class Cast:
    """Who acts in the play, and when."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.writer = Account.objects.get(email="programme@rihai.example")
        self.supervisor = Account.objects.get(email="supervisor@rihai.example")
        self.caseworker = Account.objects.get(email="caseworker@rihai.example")

    def does(self, who: Account, act: Callable[..., T], *, days: int = 0, **said: Any) -> T:
        """An act by one of them, some days ago."""
        at = self.at - DAY * days
        with acting_as(who, at):
            return act(**said, actor=who, at=at)


@transaction.atomic
def play_procedures(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        places = {str(one.code): one for one in Place.objects.filter(code__in=[GULZAR, NAYA_BAGH, DARYA_KOT])}
        if Procedure.objects.exists() or len(places) < 3:
            return False
        cast = Cast(at)
    for post, name, phone in POSTS:
        said = {"post": post, "name": name, "phone": phone, "started_on": localdate(at) - DAY * 300}
        said |= {"account": cast.supervisor} if post == "superintendent" else {}
        cast.does(cast.writer, give_post, days=90, place_id=places[GULZAR].pk, said=said)
    for sop in SOPS:
        _procedure(cast, {**sop, "place": places[GULZAR] if sop["sort"] == "sop" else None}, places[GULZAR])
    for code, hazard, is_approved in PLANS:
        _plan(cast, places[code], hazard, is_approved=is_approved)
    _drills(cast, places)
    return True


def _procedure(cast: Cast, said: dict[str, Any], gulzar: Place) -> None:
    one = cast.does(cast.writer, procedures.keep_procedure, days=60, said=said)
    with as_house(cast.at):
        draft = one.versions.get()
    english, urdu = WORDS[one.code]
    text = cast.does(
        cast.writer, procedures.write_text, days=60, edition_id=draft.pk, version=draft.version,
        said={"text_en": english, "text_ur": urdu},
    )  # fmt: skip
    text = cast.does(cast.writer, procedures.ask_approval, days=58, edition_id=text.pk, version=text.version)
    if one.sort == "policy":
        return  # a policy of the whole office waits for somebody whose posting covers it
    until = localdate(cast.at) + DAY * 300
    text = cast.does(
        cast.supervisor, procedures.approve, days=40, edition_id=text.pk, version=text.version, review_on=until
    )
    for post, name in (("medical", "Dr Bilqis Farzi"), ("duty", "Tariq Farzi")):
        cast.does(
            cast.supervisor, acknowledge, days=30, edition_id=text.pk, place_id=gulzar.pk, post=post, name=name,
            on=localdate(cast.at) - DAY * 32,
        )  # fmt: skip


def _plan(cast: Cast, place: Place, hazard: str, *, is_approved: bool) -> PlanVersion:
    begun = cast.does(cast.writer, plans.begin_plan, days=80, place_id=place.pk, hazard=hazard)
    with acting_as(cast.writer, cast.at):
        for step, minutes in zip(begun.steps.all(), MINUTES, strict=False):
            step.minutes = minutes
            step.save(update_fields=["minutes"])
        for at, agency in enumerate(begun.entries.filter(sort=EntrySort.AGENCY)):
            agency.phone = f"000 02{at:02}"
            agency.save(update_fields=["phone"])
    one = cast.does(cast.writer, plans.ask_approval, days=78, edition_id=begun.pk, version=begun.version)
    if is_approved:
        until = localdate(cast.at) + DAY * 280
        one = cast.does(
            cast.supervisor, plans.approve, days=70, edition_id=one.pk, version=one.version, review_on=until
        )
    return one


def _drills(cast: Cast, places: dict[str, Place]) -> None:
    today = localdate(cast.at)
    for code, hazard, days in ((GULZAR, "fire", 50), (NAYA_BAGH, "fire", 50), (GULZAR, "outbreak", -30)):
        rule = {"place": places[code], "hazard": hazard, "every": 6, "started_on": today - DAY * days,
                "basis": "Order of the inspectorate, invented"}  # fmt: skip
        cast.does(cast.writer, scheduling.set_rule, days=65, said=rule)
    with as_house(cast.at):
        held = Drill.objects.get(place=places[GULZAR], hazard="fire")
    with acting_as(cast.caseworker, cast.at):
        edition = plan_steps(held)
    said = {"done_on": today - DAY * 45, "took_part": 164, "led_by": "Tariq Farzi",
            "says": "At night, with eleven officers. The alarm was not heard in the kitchen."}  # fmt: skip
    times: dict[UUID, int | None] = dict(zip(edition, (1, 4, 3, 9, None, 6), strict=False))
    one = cast.does(cast.caseworker, operations.hold, days=44, drill_id=held.pk, said=said, times=times)
    for says, whose, due in (
        ("A siren that is heard in the kitchen", "Electrician", -10),
        ("A second set of keys for ward 3 in the control room", "Chief warder", -20),
    ):
        cast.does(
            cast.caseworker, items.ask_item, days=43, place_id=one.place_id, hazard="fire", drill=one, says=says,
            whose=whose, due_on=today + DAY * due,
        )  # fmt: skip
    with as_house(cast.at):
        item = one.items.get(whose="Chief warder")
    cast.does(
        cast.caseworker,
        items.item_done,
        days=12,
        item_id=item.pk,
        version=item.version,
        says="Hung in the control room, signed for",
    )


def plan_steps(drill: Drill) -> list[UUID]:
    """The steps of the plan in force when a drill was held."""
    rows = PlanVersion.objects.filter(plan__place=drill.place_id, plan__hazard=drill.hazard, state="in_force")
    return [step.pk for one in rows for step in one.steps.all()]
