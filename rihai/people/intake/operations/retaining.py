"""What of a finished census is taken away with time: its staged rows, and the mended files that were made of it.

The file stays, and so does all that was said of people. A census that can still be undone keeps its rows.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from rihai.accounts.operations.house import as_house
from rihai.kit.audit import append
from rihai.kit.files import StoredFile, erase
from rihai.people.intake.models import Census, CensusState
from rihai.people.intake.operations.mending import MENDED
from rihai.people.intake.operations.uploading import clear_staged

MENDED_DAYS = timedelta(days=7)


def clear_old(at: datetime) -> int:
    """Take away what has had its time by a moment; says of how many censuses and files. Each is an act of its own."""
    with as_house(at):
        old = list(_finished(at - timedelta(days=settings.STAGED_DAYS)))
        files = list(StoredFile.objects.filter(owner=MENDED, kept_at__lt=at - MENDED_DAYS))
        for census in old:
            _clear(census, at)
        for stored in files:
            erase(stored, actor=None, at=at, reason="a mended file is kept for seven days")
    return len(old) + len(files)


def _finished(before: datetime) -> QuerySet[Census]:
    """Censuses undone, or taken in with a newer one of their place upon them, before a moment."""
    newer = Census.objects.filter(
        place=OuterRef("place"), state=CensusState.TAKEN_IN, taken_in_at__gt=OuterRef("taken_in_at")
    )
    over = Q(state=CensusState.UNDONE, undone_at__lt=before)
    built_on = Q(Exists(newer), state=CensusState.TAKEN_IN, taken_in_at__lt=before)
    return Census.objects.filter(over | built_on, rows_cleared_at=None).order_by(F("made_at"))


@transaction.atomic
def _clear(census: Census, at: datetime) -> None:
    clear_staged(census)
    Census.objects.filter(pk=census.pk).update(rows_cleared_at=at)
    append("people.census.rows_cleared", actor=None, at=at, subject=census.pk, kind="census")
