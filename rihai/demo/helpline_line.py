"""What the line of the fictional office heard: a mother in the night, a letter, a brother whose word is asked for.

Everything goes through the operations of the site, by the cast; numbers that ring back nowhere, nobody in it is real.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import GULZAR
from rihai.helpline.answers.operations import answer
from rihai.helpline.calls.operations import write_missed
from rihai.helpline.matching import operations as matching
from rihai.helpline.models import HelpRequest
from rihai.helpline.requests import operations
from rihai.helpline.requests.models import Said, Way
from rihai.people.models import Person
from rihai.people.queries.people import people_for
from rihai.places.models import Place

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@transaction.atomic
def play_line(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if HelpRequest.objects.exists():
            return False
        who = {key: Account.objects.get(email=f"{key}@rihai.example") for key in ("helpline", "supervisor")}
        gulzar = Place.objects.get(code=GULZAR)
    _mother(who["helpline"], who["supervisor"], gulzar, at - 20 * HOUR)
    _brother(who["helpline"], who["supervisor"], gulzar, at - 2 * DAY)
    _letter(who["helpline"], at - 5 * HOUR)
    _unread(at - 10 * HOUR)
    for number, minutes in (("0300 9000011", 50), ("0300 9000012", 130)):
        with acting_as(who["helpline"], at):
            rang_at = at - timedelta(minutes=minutes)
            write_missed(number=number, rang_at=rang_at, actor=who["helpline"], at=at)
    return True


def _mother(actor: Account, second: Account, gulzar: Place, at: datetime) -> None:
    """Story 6: danger in the night; the duty officer does not answer, the nurse does; somebody saw her."""
    with acting_as(actor, at):
        one = operations.begin(
            way=Way.CALL, actor=actor, at=at, topic="hurt", place=gulzar,
            said=Said(
                name="Nazia Misali", father="Bashir Misali", prison="Gulzar", signs=("dying",), relation="mother",
                what="“She said goodbye to the children on the telephone this evening.”", caller="Amna Misali",
                phone="0300 9000010", times=("night", "morning"), word="pomegranate", may_tell="name",
                wants="That somebody sits with her tonight.",
            ),
        )  # fmt: skip
        steps = (
            ("duty", False, "", "", 4),
            ("health", True, "Nurse on duty, log 118", "Goes to her now, with a second officer.", 9),
            ("counsellor", True, "Zainab Namoona", "Visits first thing in the morning.", 20),
            ("caller", True, "", "Told that those who can act have been told.", 40),
            ("seen", True, "", "Sat with her for an hour; she is in the sick ward, not alone.", 12 * 60),
        )
        for told, reached, whom, words, minutes in steps:
            operations.note_step(
                request_id=one.pk, told=told, reached=reached, with_whom=whom, words=words, actor=actor,
                at=at + timedelta(minutes=minutes),
            )  # fmt: skip
    with acting_as(second, at):
        operations.read_over(request_id=one.pk, actor=second, at=at + timedelta(minutes=30))
    with acting_as(actor, at):
        answer(
            request_id=one.pk, kind="seen", actor=actor, at=at + 13 * HOUR,
            danger="She spoke of dying; her mother must know that she is not alone.",
        )  # fmt: skip


def _brother(actor: Account, supervisor: Account, gulzar: Place, at: datetime) -> None:
    """Somebody who was found in the record, and whose word is to be asked for."""
    with acting_as(supervisor, at):
        held = people_for(supervisor).filter(held_at=gulzar).exclude(full_name="").exclude(full_name=None)
        person: Person | None = held.order_by("full_name", "pk").first()
    name = person.full_name if person and person.full_name else ""
    with acting_as(actor, at):
        one = operations.begin(
            way=Way.CALL, actor=actor, at=at, topic="news", place=gulzar,
            said=Said(
                name=name, signs=("moved",), what="“No letter since summer. Is she alive?”", caller="Waqar Namoona",
                relation="brother", phone="0300 9000013", may_tell="kin",
            ),
        )  # fmt: skip
        found = matching.look_for(request_id=one.pk, name=name, father="", actor=actor, at=at) if name else []
        if found:
            matching.match(request_id=one.pk, person_id=found[0].person_id, actor=actor, at=at)
            matching.ask_word(request_id=one.pk, actor=actor, at=at)


def _letter(actor: Account, at: datetime) -> None:
    with acting_as(actor, at):
        said = Said(name="Bilal Farzi", what="“Money is asked of us for a visit.”", signs=("extortion",), no_call=True)
        operations.begin(way=Way.LETTER, said=said, topic="money", actor=actor, at=at)


def _unread(at: datetime) -> None:
    """By the form, in the night; nobody has read it yet."""
    said = Said(name="Sajida Namoona", prison="do not know", what="Where is my sister?", no_call=True)
    operations.send(token="", said=said, topic="news", language="ur", at=at)
