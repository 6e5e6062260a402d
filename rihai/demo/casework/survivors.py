"""What the survivor counsellor of the fictional office has begun: a record under a code, another of a woman; once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.survivors.models import SurvivorRecord
from rihai.casework.survivors.operations import Held, open_record, refer_by_choice, watch, write_session
from rihai.people.models import Person
from rihai.people.queries.people import people_for


@transaction.atomic
def play_survivors(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played."""
    with as_house(at):
        if SurvivorRecord.objects.exists():
            return False
    counsellor, today = Account.objects.get(email="counsellor@rihai.example"), localdate(at)
    with acting_as(counsellor, at):
        record = open_record(
            called="Zaitoon", wishes="Nobody of her family may know. She is reached through the school at noon.",
            review_on=today + timedelta(days=2), actor=counsellor, at=at,
        )  # fmt: skip
        for days, kind, note in (
            (9, "individual", "She told what she wanted to tell. Sleeps badly; the breathing helped."),
            (2, "stress", "Did the breathing by herself. Wants to learn to sew."),
        ):
            held = Held(kind=kind, held_on=today - timedelta(days=days), minutes=45, note=note)
            write_session(record_id=record.pk, held=held, actor=counsellor, at=at)
        refer_by_choice(
            record_id=record.pk, receiver="Sewing class of the women’s centre", told="That she wants to learn to sew.",
            her_word="“Yes, but no word why I am here.”", actor=counsellor, at=at,
        )  # fmt: skip
        woman = _woman(counsellor)
        if woman is not None:
            _named(woman, counsellor, at)
    return True


def _woman(counsellor: Account) -> Person | None:
    """A woman held where the counsellor's unit works."""
    found = people_for(counsellor).filter(sex="female", held_at__isnull=False).exclude(full_name="")
    return found.order_by("-full_name", "-pk").first()


def _named(woman: Person, counsellor: Account, at: datetime) -> None:
    """A record under a name: she wants to hear when an invented man is released."""
    record = open_record(
        called="Chand", wishes="Talks only in the sewing room.", review_on=localdate(at) - timedelta(days=1),
        person_id=woman.pk, actor=counsellor, at=at,
    )  # fmt: skip
    held = Held(kind="safety", held_on=localdate(at) - timedelta(days=5), minutes=60, note="The plan is hers.")
    write_session(record_id=record.pk, held=held, actor=counsellor, at=at)
    watch(record_id=record.pk, name="Shakoor Farzi", father="Ghafoor Farzi", actor=counsellor, at=at)
