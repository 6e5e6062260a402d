"""What the survivor counsellor of the fictional office has begun: one record under a code, with two sessions; once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.survivors.models import SurvivorRecord
from rihai.casework.survivors.operations import Held, open_record, refer_by_choice, write_session


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
    return True
