"""Numbers are drawn by lot from a numbered list: the files to read, the people to ask."""

from __future__ import annotations

import random
import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.errors import NothingSaid
from rihai.monitoring.inspections.models import Draw, State
from rihai.monitoring.inspections.operations.reach import inspection_to_work

TEN = 10
LONGEST_LIST = 50_000


@transaction.atomic
def draw(
    *, inspection_id: UUID, what: str, list_size: int, wanted: int = TEN, actor: Actor, at: datetime, seed: str = ""
) -> Draw:
    """Draw so many numbers from 1 to the length of the list (all of them, where it is shorter), kept in their order.

    The seed is kept, so that anybody can draw the same again. Raises NoSuchInspection, NotNow, NothingSaid.
    """
    inspection = inspection_to_work(inspection_id, actor=actor, states=(State.PLANNED, State.VISITED))
    if not what.strip() or not 1 <= list_size <= LONGEST_LIST or not 1 <= wanted <= 100:
        raise NothingSaid(_("Say which list it is and how many stand in it."))
    seed = seed or secrets.token_hex(16)
    made = Draw.objects.create(
        inspection=inspection, what=what.strip()[:160], list_size=list_size, seed=seed,
        numbers=numbers_of(seed, list_size, wanted), drawn_by_name=actor.name[:120], drawn_at=at,
    )  # fmt: skip
    detail = {"inspection": inspection.pk, "of": list_size, "drawn": len(made.numbers)}
    append("monitoring.sample.drawn", actor=actor, at=at, subject=made.pk, kind="draw", detail=detail)
    return made


def numbers_of(seed: str, list_size: int, wanted: int) -> list[int]:
    """The numbers that a seed draws, each once, from the lowest."""
    lot = random.Random(seed)  # noqa: S311 - the seed is a secret of its own until it is drawn, and kept afterwards
    return sorted(lot.sample(range(1, list_size + 1), min(wanted, list_size)))
