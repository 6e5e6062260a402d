"""What the fictional office asked in a prison: a sample drawn by lot, told by phone, on paper and on the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import GULZAR
from rihai.instruments.models import Device, Drawn, InstrumentVersion, Sample
from rihai.instruments.operations import give
from rihai.instruments.operations.codes import code_for
from rihai.instruments.operations.devices import let_in
from rihai.instruments.operations.papers import print_blanks, type_in
from rihai.instruments.operations.receiving import receive
from rihai.instruments.operations.samples import draw_sample, mark_drawn
from rihai.instruments.queries import published
from rihai.instruments.sampling.asked import handler_of
from rihai.instruments.sheets import numbers
from rihai.places.models import Place

FORM = "prisoner_profile"
DICE = "17 4 61 22 9"
"""Thrown before witnesses, so that nobody chose."""
SAID: Mapping[str, str] = {
    "agrees": "yes", "alone": "yes", "who/sex": "female", "custody/lawyer": "state", "custody/knows_hearing": "no",
    "life/family_contact": "month", "risk": "no",
}  # fmt: skip


@transaction.atomic
def play_field(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        worker = Account.objects.filter(email="caseworker@rihai.example").first()
        version, handler = published(FORM), handler_of(FORM)
        if worker is None or version is None or handler is None or Sample.objects.exists():
            return False
        prison = Place.objects.get(code=GULZAR)
    on = at - timedelta(days=3)
    with acting_as(worker, on):
        sample = draw_sample(
            place=prison, form_id=FORM, wanted=12, reserves=6, actor=worker, at=on, seed=DICE, strata="status"
        )
        drawn = list(Drawn.objects.filter(sample=sample)[:4])
        people = [one.person_id for one in drawn if one.person_id is not None]
        phone, _key = let_in(name="Hina’s phone", second_factor=True, actor=worker, at=on)
        given: dict[str, Any] = {"form_id": FORM, "handler": handler.name}
        for person, how in zip(people[:3], (_by_phone, _on_paper, _on_the_page), strict=False):
            how(person, given, version, phone, worker, on)
        for one in drawn[3:]:
            mark_drawn(drawn_id=one.pk, outcome="gone", actor=worker, at=on)
        receive(content=_xml(version, ""), files={}, is_last=True, actor=worker, at=on, device=phone)
    return True


def _by_phone(
    person: UUID, given: dict[str, Any], version: InstrumentVersion, phone: Device, worker: Account, at: datetime
) -> None:
    code = code_for(**given, subject=str(person), actor=worker, at=at).code
    receive(content=_xml(version, code), files={}, is_last=True, actor=worker, at=at, device=phone)


def _on_paper(
    person: UUID, given: dict[str, Any], version: InstrumentVersion, _phone: Device, worker: Account, at: datetime
) -> None:
    (paper, *_others) = print_blanks(version=version, count=3, actor=worker, at=at)
    number = numbers.shown(paper.number)
    type_in(number=number, **given, subject=str(person), texts=SAID, actor=worker, at=at)


def _on_the_page(
    person: UUID, given: dict[str, Any], _version: InstrumentVersion, _phone: Device, worker: Account, at: datetime
) -> None:
    give(**given, subject=str(person), texts=SAID, actor=worker, at=at)


def _xml(version: InstrumentVersion, code: str) -> bytes:
    """As a phone sends it; without a code it waits until its author says about whom it is."""
    groups: dict[str, str] = {}
    for path, text in SAID.items():
        group, _slash, name = path.rpartition("/")
        groups[group] = groups.get(group, "") + f"<{name}>{text}</{name}>"
    inside = "".join(f"<{group}>{said}</{group}>" if group else said for group, said in groups.items())
    meta = f"<meta><instanceID>uuid:{uuid4()}</instanceID></meta>"
    head = f'<data id="{FORM}" version="{version.number}"><rihai_code>{code}</rihai_code>'
    return f"{head}{inside}{meta}</data>".encode()
