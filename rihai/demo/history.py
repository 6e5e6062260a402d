"""A little of what has happened in the fictional office, done by its cast through the operations of the site; once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Demand, Unit
from rihai.accounts.operations import (
    decide_demand,
    give_posting,
    invite,
    propose_answer,
    read_notices,
    record_demand,
)
from rihai.demo.cast import GULZAR, LINE, NAYA_BAGH
from rihai.places.models import Place


@dataclass(frozen=True, slots=True)
class InventedDemand:
    """A paper of an invented authority, how many days ago it came, and what was answered; empty while it is open."""

    authority: str
    reference: str
    came: int
    due_in: int
    asked: str
    basis: str = ""
    outcome: str = ""
    given: str = ""
    grounds: str = ""
    is_decided: bool = False


DEMANDS = (
    InventedDemand(
        "Sessions Court Gulzar (invented)", "SC-G/88", 34, 20,
        "Whether we hold a record of visits to one woman in Barrack 4, and the notes of those visits.",
        "Production of documents, section 94 CrPC",
        "partly", "The dates of three visits. No notes.",
        "The paper names dates as what is needed. Notes of a counsellor are sealed; the court was asked to say why it "
        "needs them and did not answer.",
        is_decided=True,
    ),
    InventedDemand(
        "District Intelligence Committee Naya Bagh (invented)", "DIC/2/1174", 9, 2,
        "A list of all families who called the helpline since January, with numbers and addresses.",
    ),
    InventedDemand(
        "Health Department, Darya Kot (invented)", "HD-DK/19", 5, 9,
        "How many people in the prison are on treatment for tuberculosis.",
        "Notifiable diseases, provincial rules",
        "given", "One figure: how many, of the whole prison, as of the first of the month.",
        "A figure names nobody, and the department plans its medicine by it.",
    ),
)  # fmt: skip


@transaction.atomic
def play(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it has been played already."""
    cast = {one.email.partition("@")[0]: one for one in Account.objects.filter(email__endswith="@rihai.example")}
    with acting_as(cast["protection"], at):  # PostgreSQL shows the register to nobody else
        if Demand.objects.exists():
            return False
    for demand in DEMANDS:
        _demand(demand, cast, at)
    _posting(cast["administrator"], cast["trainer"], at)
    _invitations(cast["administrator"], at)
    with acting_as(cast["programme"], at):
        read_notices(actor=cast["programme"], at=at)
    return True


def _demand(one: InventedDemand, cast: dict[str, Account], at: datetime) -> None:
    officer, chief, lead = cast["protection"], cast["supervisor"], cast["safeguarding"]
    came = at - timedelta(days=one.came)
    received_on = localdate(came)
    with acting_as(officer, came):
        kept = record_demand(
            authority=one.authority, reference=one.reference, received_on=received_on,
            due_on=received_on + timedelta(days=one.came + one.due_in) if not one.is_decided else None,
            asked=one.asked, basis=one.basis, actor=officer, at=came,
        )  # fmt: skip
    if not one.outcome:
        return
    proposed, decided = came + timedelta(days=2), came + timedelta(days=3)
    with acting_as(chief, proposed):
        propose_answer(demand=kept, outcome=one.outcome, given=one.given, grounds=one.grounds, actor=chief, at=proposed)
    if one.is_decided:
        with acting_as(lead, decided):
            decide_demand(demand=kept, actor=lead, at=decided)


def _posting(chief: Account, trainer: Account, at: datetime) -> None:
    """A course at a prison that ends soon; the trainer is told."""
    began = at - timedelta(days=45)
    with acting_as(chief, began):
        give_posting(
            account=trainer, role="trainer", place=Place.objects.get(code=GULZAR), started_on=localdate(began),
            ended_on=localdate(at) + timedelta(days=12), actor=chief, at=began,
        )  # fmt: skip


def _invitations(chief: Account, at: datetime) -> None:
    """Two who have not come yet. Their links were shown once, to nobody."""
    naya_bagh = Place.objects.get(code=NAYA_BAGH)
    line = Unit.objects.get(name=LINE)
    with acting_as(chief, at):
        invite(
            email="bushra@rihai.example", name="Bushra Namoona", language="ur", role="helpline_operator", place=None,
            unit=line, started_on=localdate(at), ended_on=None, actor=chief, at=at - timedelta(days=5),
        )  # fmt: skip
        invite(
            email="haroon@rihai.example", name="Haroon Misali", language="en", role="lawyer", place=naya_bagh,
            unit=None, started_on=localdate(at), ended_on=localdate(at) + timedelta(days=365), actor=chief,
            at=at - timedelta(days=1),
        )  # fmt: skip
