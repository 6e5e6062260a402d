"""What families of the fictional office read of its invented prisons, and concerns about its own people.

Everything goes through the operations of the site, by the cast; no real prison is touched, and nobody in it is real.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import DARYA_KOT, GULZAR, NAYA_BAGH
from rihai.helpline.concerns import operations as concerns
from rihai.helpline.concerns.models import Concern, Said
from rihai.helpline.urgent.models import HelpFact
from rihai.helpline.urgent.operations import write_fact
from rihai.places.models import Place

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
Words = tuple[str, str, str, str, int]
"""A topic, what it says in English and Urdu, how it is known, and how many days ago it was checked."""
FACTS: dict[str, tuple[Words, ...]] = {
    GULZAR: (
        ("days", "Tuesdays and Saturdays; on holidays of the state never.",
         "منگل اور ہفتہ؛ سرکاری تعطیل کے دن کبھی نہیں۔", "rang", 6),
        ("hours", "From 9 to 13. Be there before 11, or it may be too late.",
         "صبح 9 سے 1 بجے تک۔ 11 بجے سے پہلے پہنچیں، ورنہ دیر ہو سکتی ہے۔", "seen", 20),
        ("who", "Three adults, and children. Each shows an identity card, a married woman also her husband’s number.",
         "تین بالغ افراد اور بچے۔ ہر ایک شناختی کارڈ دکھائے؛ شادی شدہ خاتون شوہر کا نمبر بھی۔", "notice", 20),
        ("bring", "Dry food, soap, cotton, books in Urdu, clothes for a child. Medicine only with the doctor’s paper.",
         "خشک خوراک، صابن، روئی، اردو کتابیں، بچے کے کپڑے۔ دوا صرف ڈاکٹر کے پرچے کے ساتھ۔", "seen", 20),
        ("not_bring", "No telephone, no cooked food, nothing of glass or metal, no cash.",
         "موبائل فون نہیں، پکا ہوا کھانا نہیں، شیشے یا دھات کی کوئی چیز نہیں، نقدی نہیں۔", "seen", 20),
        ("money", "At the window of the accounts office, against a receipt. Give nobody money in the yard.",
         "اکاؤنٹس کے دفتر کی کھڑکی پر، رسید کے ساتھ۔ احاطے میں کسی کو پیسے نہ دیں۔", "family", 40),
        ("ask", "The welfare officer, in the room left of the gate: 0000 100 200.",
         "ویلفیئر افسر، گیٹ کے بائیں طرف کے کمرے میں: 0000 100 200۔", "rang", 6),
        ("numbers", "Gate: 0000 100 201. Health: 0000 100 202.", "گیٹ: 0000 100 201۔ صحت: 0000 100 202۔", "rang", 6),
    ),
    NAYA_BAGH: (
        ("days", "Mondays for those under trial, Thursdays for those sentenced.",
         "پیر کو زیرِ سماعت قیدیوں سے، جمعرات کو سزا یافتہ قیدیوں سے۔", "notice", 30),
        ("bring", "Dry food and clothes.", "خشک خوراک اور کپڑے۔", "family", 140),
        ("numbers", "Gate: 0000 100 301.", "گیٹ: 0000 100 301۔", "rang", 120),
    ),
    DARYA_KOT: (("days", "Wednesdays.", "", "family", 15),),
}  # fmt: skip


@transaction.atomic
def play_care(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if HelpFact.objects.exists() or Concern.objects.exists():
            return False
        who = {
            key: Account.objects.get(email=f"{key}@rihai.example") for key in ("helpline", "safeguarding", "caseworker")
        }
    _facts(who["helpline"], at - DAY)
    _letters(who["safeguarding"], who["caseworker"], at - 4 * DAY)
    _new(at - 3 * HOUR)
    return True


def _facts(actor: Account, at: datetime) -> None:
    """What was checked at three prisons; some of it long ago."""
    with acting_as(actor, at):
        for code, facts in FACTS.items():
            place = Place.objects.get(code=code)
            for topic, says, says_ur, source, days in facts:
                said = {"says": says, "says_ur": says_ur, "source": source, "checked_on": localdate(at) - days * DAY}
                write_fact(place=place, topic=topic, version=0, said=said, actor=actor, at=at)


def _letters(lead: Account, caseworker: Account, at: datetime) -> None:
    """Money asked for carrying letters: read, the first step taken after the question of reprisal, told back."""
    said = Said(
        way="inside", who="The young man who brings the letters", aim="mentor", kind="money", where="On Tuesdays",
        what="“He wants two hundred rupees for each letter, and says that all of us pay.”",
        wants="That he stops, and that it is not known from whom you have it.",
        fears="He may leave the letters of the whole barrack.",
    )  # fmt: skip
    with acting_as(caseworker, at):
        concerns.raise_concern(said=said, key=f"demonstration-{at:%Y%m%d}-letters", actor=caseworker, at=at)
    with as_house(at):
        one = Concern.objects.get()
    act: dict[str, Any] = {"actor": lead, "at": at + 2 * HOUR}
    with acting_as(lead, at + 2 * HOUR):
        concerns.say(concern_id=one.pk, text="We have read it. Nobody will learn it from us.", **act)
        step = concerns.plan_step(
            concern_id=one.pk, **act,
            said={"kind": "witness", "says": "Ask in three barracks what letters cost", "due_on": localdate(at + DAY)},
        )  # fmt: skip
        risk = {
            "risk": "some",
            "risk_says": "She was asked alone",
            "risk_done": "Three barracks, so that none stands out",
        }
        step = concerns.answer_risk(step_id=step.pk, version=step.version, said=risk, **act)
        concerns.take_step(step_id=step.pk, version=step.version, result="Two of three say the same.", **act)
        concerns.plan_step(
            concern_id=one.pk, **act,
            said={"kind": "hear", "says": "Hear him, with a second person", "due_on": localdate(at + 6 * DAY)},
        )  # fmt: skip


def _new(at: datetime) -> None:
    """One that came by the public form, and waits to be read."""
    said = Said(
        way="form", who="Somebody of your office who came to our house", aim="worker", kind="close",
        what="He rang at night and asked my daughter to meet him alone.", danger=False, reach="In the mornings only",
    )  # fmt: skip
    concerns.raise_concern(said=said, key=f"demonstration-{at:%Y%m%d}-new", actor=None, at=at)
