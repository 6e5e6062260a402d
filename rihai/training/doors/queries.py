"""What is asked of doors: the one an address opens, whose code was typed, what is answered, which stand open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from rihai.kit.links import digest_of
from rihai.training.doors.models import Asks, Door
from rihai.training.exams.models import SessionTest, Sitting, TestCode
from rihai.training.levels import said
from rihai.training.sessions.models import Session


def live_door(secret: str, *, at: datetime, lock: bool = False) -> Door | None:
    """The open door of a secret, as it was typed or read; None for none. Asked by the house."""
    rows = Door.objects.filter(digest=digest_of(_plain(secret)), ends_at__gt=at)
    rows = rows.select_related("session__curriculum__course")
    return (rows.select_for_update(of=("self",)) if lock else rows).first()


def code_behind(door: Door, typed: str) -> TestCode | None:
    """The code that was typed, of the door's session. Asked by the house."""
    return TestCode.objects.select_related("session").filter(session=door.session_id, code=_plain(typed)).first()


def has_sat(door: Door, code: TestCode) -> bool:
    """Whether the test of this moment was given under a code already. Asked by the house."""
    return Sitting.objects.filter(code=code, moment=door.asks).exists()


def form_behind(door: Door) -> str | None:
    """The form that is answered behind a door; None where its test is closed. Asked by the house."""
    if door.asks == Asks.SAID:
        return said.FORM
    test = SessionTest.objects.filter(session=door.session_id, closed_at=None).first()
    return test.form_id if test is not None else None


def known_of(door: Door, code: TestCode | None) -> dict[str, Any]:
    """What the page fills in itself, by the names of questions: the code and the moment."""
    return {"participant": code.code, "when": door.asks} if code is not None else {}


def open_doors(session: Session, at: datetime) -> QuerySet[Door]:
    """The doors of a session that stand open; for who is told of it."""
    return session.doors.filter(ends_at__gt=at)


def _plain(typed: str) -> str:
    return "".join(sign for sign in typed.upper() if sign.isalnum())
