"""What sessions put into My work: days to mark, sessions to finish, lists to settle; for whoever is told them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.training.reach import KEEP
from rihai.training.sessions.models import Session
from rihai.training.sessions.queries import to_record

ROWS = 12


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Sessions that began and are not finished."""
    return [_row(one, on) for one in to_record(actor, on)[:ROWS]] if actor.may(KEEP) else []


def _row(one: Session, on: date) -> WorkRow:
    is_over = one.until < on
    return WorkRow(
        who=one.shown, url=reverse("training:session", args=[one.pk]), where=one.place.shown,
        why=_("It is over: mark who came and finish it.") if is_over else _("It is being held: mark who came."),
        due_on=one.until, status="overdue" if is_over else "waiting", act=_("Open"),
        word=_("To finish") if is_over else _("Being held"),
    )  # fmt: skip
