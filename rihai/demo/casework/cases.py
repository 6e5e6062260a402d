"""What the caseworkers of the fictional office have done: people taken in, cases opened, handed over, closed; once.

Everything goes through the operations of the site, by the cast, on people of the invented lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case, Intake
from rihai.casework.cases.operations import (
    close_case,
    decide_case,
    note_contact,
    offer_case,
    open_case,
    take_in,
    take_in_newcomer,
)
from rihai.casework.cases.queries import cases_for
from rihai.demo.cast import GULZAR
from rihai.people.models import Person
from rihai.people.operations import give_consent
from rihai.people.queries.people import people_for
from rihai.places.models import Place

WOMEN = 9
ASKED = (
    "میرے بچے نانی کے پاس ہیں، ان سے بات کروا دیں۔",
    "A sewing machine, so that I can work when I am out.",
    "میں پڑھنا سیکھنا چاہتی ہوں۔",
    "Somebody to tell my sister where I am.",
    "وکیل چاہیے، پیشی پر کوئی نہیں آتا۔",
)


@transaction.atomic
def play_cases(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played or too few women are known."""
    worker, chief = (_member(one) for one in ("caseworker", "supervisor"))
    with as_house(at):
        if Case.objects.exists():
            return False
        gulzar = Place.objects.get(code=GULZAR)
    with acting_as(worker, at):
        found = people_for(worker).filter(held_at=gulzar, sex="female").exclude(full_name="")
        women = list(found.order_by("full_name", "pk")[:WOMEN])
        if len(women) < WOMEN:
            return False
        cases = [_opened(one, number, worker, at) for number, one in enumerate(women[:6])]
        _contacts(cases, worker, at)
        _others(women, gulzar, worker, at)
        offer_case(
            case_id=cases[4].pk, account_ids=[_member("small-office").pk], actor=worker, at=at,
            note="Her family lives in your district; she leaves in spring.",
        )  # fmt: skip
        close_case(
            case_id=cases[5].pk, version=1, outcome="done", reason="Home with her sister, and working.",
            on=localdate(at), actor=worker, at=at,
        )  # fmt: skip
    with acting_as(chief, at):
        waiting = list(cases_for(chief).filter(state="waiting").order_by("code"))
        decide_case(case_id=waiting[0].pk, version=1, approve=True, reason="", actor=chief, at=at)
    return True


def _member(key: str) -> Account:
    return Account.objects.get(email=f"{key}@rihai.example")


def _opened(woman: Person, number: int, worker: Account, at: datetime) -> Case:
    """A case under the founding programme, opened some weeks ago; two of three women gave their consent."""
    today = localdate(at)
    if number % 3:
        give_consent(
            person_id=woman.pk, purpose="care", recipient="our workers and the women’s shelter", classes=["personal"],
            given_how="read to her, thumb print on the sheet", started_on=today, actor=worker, at=at,
        )  # fmt: skip
    said = {
        "asked": ASKED[number % len(ASKED)], "goes_on": "Seen and spoken with.",
        "opened_on": today - timedelta(days=70 - 11 * number),
    }  # fmt: skip
    return open_case(person_id=woman.pk, programme="women", said=said, actor=worker, at=at)


def _contacts(cases: Sequence[Case], worker: Account, at: datetime) -> None:
    """Three were seen of late; the first and the last but two wait for longer than they should."""
    today = localdate(at)
    for days, case in enumerate(cases[1:4], 2):
        note_contact(
            case_id=case.pk, on=today - timedelta(days=days), note="ملاقات ہوئی، ہمت میں ہے۔", reviewed=days == 3,
            actor=worker, at=at,
        )  # fmt: skip


def _others(women: Sequence[Person], gulzar: Place, worker: Account, at: datetime) -> None:
    """The hardship fund asked twice; somebody who waits for an answer; one sent on; a woman who was never held."""
    today = localdate(at)
    for one in women[6:8]:
        said = {"asked": "Rent for the children’s room.", "goes_on": "The family was visited."}
        open_case(person_id=one.pk, programme="hardship", said=said, actor=worker, at=at)
    waits = {"way": "family", "on": today - timedelta(days=3), "asked": ASKED[3], "programme": "", "answer": "waiting"}
    take_in(person_id=women[8].pk, said=waits, actor=worker, at=at)
    sent = {
        **waits, "way": "self", "asked": ASKED[4], "answer": Intake.Answer.REFERRED,
        "reason": "Legal aid takes it up at once.", "sent_to": "our lawyer",
    }  # fmt: skip
    take_in(person_id=women[0].pk, said=sent, actor=worker, at=at)
    take_in_newcomer(
        place=gulzar, is_held=False, record={"full_name": "Rabia Namoona", "sex": "female", "age_years": 31},
        raw={"full_name": "Rabia Namoona"}, actor=worker, at=at,
        said={
            "way": "family", "on": today, "asked": "She left her husband’s house and has nowhere to go.",
            "answer": "case", "programme": "prevention", "setting": "community", "goes_on": "Her age is as she says.",
        },
    )  # fmt: skip
