"""What overdue courses show elsewhere: rows of My work, a table that may leave, and the reminder of each month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.accounts.acting import asked_day
from rihai.accounts.models import Account, Posting
from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.roles import ROLES
from rihai.accounts.standing import holding_on, local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.exports import ExportSheet
from rihai.kit.offers import WorkRow
from rihai.paper.table import Column
from rihai.training.overdue.models import Reminder
from rihai.training.overdue.queries import Line, named
from rihai.training.overdue.reckoning import OVERDUE, Standing
from rihai.training.reach import JUDGE

ROWS = 12
OVERDUE_NOTICE = "training.overdue"


def words() -> dict[str, str]:
    """What each standing is called."""
    return {
        Standing.NEVER: _("never finished"), Standing.EXPIRED: _("run out"),
        Standing.DUE: _("due within 60 days"), Standing.IN_ORDER: _("in order"),
    }  # fmt: skip


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who judges: a row for each of their places at which somebody is overdue."""
    if not actor.may(JUDGE):
        return []
    by_place: dict[int, list[Line]] = defaultdict(list)
    for one in named(actor, on, shown=OVERDUE):
        by_place[one.trainee.place_id or 0].append(one)
    found = sorted(by_place.items(), key=lambda pair: -len(pair[1]))[:ROWS]
    return [_row(place_id, late) for place_id, late in found]


def _row(place_id: int, late: list[Line]) -> WorkRow:
    people = len({one.trainee.pk for one in late})
    place = late[0].trainee.place
    return WorkRow(
        who=place.shown if place else "", url=reverse("training:overdue-place", args=[place_id]),
        why=ngettext(
            "%(n)d officer is overdue for a mandatory course.", "%(n)d officers are overdue for a mandatory course.",
            people,
        ) % {"n": people},
        due_on=late[0].stand.by, status="overdue", word=_("Overdue"), act=_("See who"),
    )  # fmt: skip


def _asked(actor: Actor, asked: Mapping[str, str]) -> list[Line]:
    place = asked.get("place", "")
    return named(actor, asked_day(), place_id=int(place) if place.isdecimal() and len(place) < 10 else None)


def count(actor: Actor, asked: Mapping[str, str]) -> int:
    """How many lines the table has."""
    return len(_asked(actor, asked))


def sheet(actor: Actor, asked: Mapping[str, str], _language: str) -> ExportSheet:
    """Who is overdue or soon will be, by name, where the actor judges."""
    said = words()
    kept = [
        (
            one.trainee.place.shown if one.trainee.place else "", one.trainee.full_name, one.rule.rank.shown,
            one.trainee.number, one.rule.course.shown, said[one.stand.standing], one.stand.by,
        )
        for one in _asked(actor, asked)
    ]  # fmt: skip
    columns = (
        Column(_("Posted at"), "text", 28), Column(_("Name"), "text", 26), Column(_("Service rank"), "text", 22),
        Column(_("Service or belt number"), "text", 14), Column(_("Course"), "text", 30),
        Column(_("How they stand"), "text", 20), Column(_("Due by"), "date", 12),
    )  # fmt: skip
    return ExportSheet(title=_("Overdue for mandatory courses"), columns=columns, rows=kept)


def remind(at: datetime) -> int:
    """Once a month, tell who judges that somebody at their places is overdue; says how many were told."""
    today = local_day(at)
    month = today.replace(day=1)
    roles = [key for key, role in ROLES.items() if JUDGE in role.capabilities]
    with as_house(at):
        told = Reminder.objects.filter(month=month).values("account_id")
        held = Posting.objects.filter(holding_on(today), role__in=roles).values("account_id")
        posted = Account.objects.filter(pk__in=held, is_active=True).exclude(pk__in=told)
        found = [one for one in posted if any(True for _line in named(one, today, shown=OVERDUE))]
    return sum(_tell(one, month, at) for one in found)


@transaction.atomic
def _tell(account: Account, month: date, at: datetime) -> int:
    with as_house(at):
        _made, is_new = Reminder.objects.get_or_create(account=account, month=month, defaults={"at": at})
    if not is_new:
        return 0
    notify([account.pk], OVERDUE_NOTICE, url=reverse("training:overdue"), at=at)
    append("training.overdue.reminded", actor=None, at=at, subject=account.pk, kind="account")
    return 1
