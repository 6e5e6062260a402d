"""A matter is opened after the check for conflicts, gets its parties, and is closed and opened again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.legal.matters.models import Kind, Matter, MatterYear, Outcome, Party, Side, State, TeamRole
from rihai.legal.matters.operations.conflicts import check, is_waiting
from rihai.legal.matters.operations.errors import NoSuchMatter, NotOpen, WrongParty
from rihai.legal.matters.operations.reach import led_matter, matter_for
from rihai.legal.matters.operations.team import end_sight, join, let_see
from rihai.people.models import Person
from rihai.people.queries.people import people_for

FIELDS = ("kind", "stage", "ground", "counsel", "panel", "court", "court_name", "number_in_court", "note")


@transaction.atomic
def open_matter(
    *,
    clients: Sequence[tuple[UUID, str]],
    others: Sequence[Mapping[str, str]] = (),
    said: Mapping[str, Any],
    lead: Account | None = None,
    actor: Actor,
    at: datetime,
) -> Matter:
    """Open a matter for persons the actor sees, each with the number of their case; whoever opens it leads the team.

    Who only brings it to a lawyer (`legal.bring`) names the `lead`, and is not of the team.

    `others` are known parties (`side`, `name`, `number`). Every one is looked for over all matters first: where a
    conflict is possible the matter waits for the panel lead, and nothing is done in it. Raises NoSuchMatter for a
    person who is not seen, WrongParty for nobody, or for several outside strategic litigation.
    """
    leader: Actor = lead or actor
    if not leader.may("legal.matters") or not (lead is None or actor.may("legal.bring")):
        raise NoSuchMatter(_("There is no such matter."))
    if not clients or (len(clients) > 1 and said["kind"] != Kind.STRATEGIC):
        raise WrongParty(_("A matter has one client; only strategic litigation has many."))
    with as_house(at):
        matter = Matter.objects.create(
            code=next_code(local_day(at)), state=State.OPEN, opened_on=local_day(at), made_by_id=actor.pk, made_at=at,
            **{name: said[name] for name in FIELDS if name in said},
        )  # fmt: skip
    join(matter, leader.pk, TeamRole.LEAD, actor=actor, at=at)
    found = [_client(matter, person_id, case_id, actor=actor, at=at) for person_id, case_id in clients]
    found += [_other(matter, one, at=at) for one in others]
    waiting = [party for party in found if check(party, actor=actor, at=at)]
    if waiting:
        with as_house(at):
            Matter.objects.filter(pk=matter.pk).update(state=State.CHECKING)
        matter.state = State.CHECKING
    else:
        for party in found:
            _seen_by_all(matter, party, actor=actor, at=at)
    detail = {"code": matter.code, "state": matter.state, "clients": len(clients)}
    append("legal.matter.opened", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return matter


@transaction.atomic
def add_client(*, matter_id: UUID, person_id: UUID, case_id: str, actor: Actor, at: datetime) -> Party:
    """One more client of strategic litigation; seen by the whole team unless a conflict is possible."""
    matter = matter_for(matter_id, actor=actor, at=at)
    if matter.kind != Kind.STRATEGIC:
        raise WrongParty(_("A matter has one client; only strategic litigation has many."))
    if Party.objects.filter(matter=matter, person=person_id, ended_at=None).exists():
        raise WrongParty(_("This person is a party already."))
    party = _client(matter, person_id, case_id, actor=actor, at=at)
    if check(party, actor=actor, at=at) is None:
        _seen_by_all(matter, party, actor=actor, at=at)
    return _added(matter, party, actor=actor, at=at)


@transaction.atomic
def add_party(*, matter_id: UUID, side: str, name: str, number: str = "", actor: Actor, at: datetime) -> Party:
    """Somebody else in the matter; looked for over all matters at once."""
    matter = matter_for(matter_id, actor=actor, at=at)
    if side == Side.CLIENT or side not in Side.values or not name.strip():
        raise WrongParty(_("Say on which side they stand, and their name."))
    party = _other(matter, {"side": side, "name": name, "number": number}, at=at)
    check(party, actor=actor, at=at)
    return _added(matter, party, actor=actor, at=at)


@transaction.atomic
def change_matter(*, matter_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Matter:
    """Change what is written of a matter; its code and its clients stay. Raises Changed where somebody was quicker."""
    matter = matter_for(matter_id, actor=actor, at=at)
    if (matter.kind == Kind.STRATEGIC) != (said.get("kind", matter.kind) == Kind.STRATEGIC):
        raise WrongParty(_("Strategic litigation stays so, and no other matter becomes it: open a new one."))
    for name in FIELDS:
        if name in said:
            setattr(matter, name, said[name])
    save_if_unchanged(matter, version=version, fields=FIELDS)
    append("legal.matter.changed", actor=actor, at=at, subject=matter.pk, kind="matter")
    return matter


@transaction.atomic
def close_matter(
    *, matter_id: UUID, version: int, outcome: str, reason: str, on: date, actor: Actor, at: datetime
) -> Matter:
    """The lead closes it with what came of it; the team keeps reading it, and sees its clients by it no longer."""
    matter = led_matter(matter_id, actor=actor, at=at)
    if outcome not in Outcome.values or not reason.strip() or on < matter.opened_on:
        raise WrongParty(_("Say what came of it and why it ends, on a day after it was opened."))
    matter.state, matter.outcome, matter.closing_reason, matter.closed_on = State.CLOSED, outcome, reason[:400], on
    save_if_unchanged(matter, version=version, fields=("state", "outcome", "closing_reason", "closed_on"))
    with as_house(at):
        end_sight(matter, actor=actor, at=at)
    detail = {"outcome": outcome, "on": on}
    append("legal.matter.closed", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return matter


@transaction.atomic
def reopen_matter(*, matter_id: UUID, version: int, reason: str, actor: Actor, at: datetime) -> Matter:
    """The lead opens a closed matter again, for a reason; its clients are seen by the team again.

    Parties are looked for anew: other matters were opened since.
    """
    matter = led_matter(matter_id, actor=actor, at=at, is_open=False)
    if matter.state != State.CLOSED:
        raise NotOpen(_("Only a closed matter is opened again."))
    matter.state, matter.outcome, matter.closing_reason, matter.closed_on = State.OPEN, "", "", None
    parties = list(Party.objects.filter(matter=matter, ended_at=None))
    waiting = [party for party in parties if check(party, actor=actor, at=at)]
    if waiting:
        matter.state = State.CHECKING
    save_if_unchanged(matter, version=version, fields=("state", "outcome", "closing_reason", "closed_on"))
    if matter.state == State.OPEN:
        for party in parties:
            _seen_by_all(matter, party, actor=actor, at=at)
    append("legal.matter.reopened", actor=actor, at=at, subject=matter.pk, kind="matter", reason=reason[:200])
    return matter


def next_code(on: date) -> str:
    """The next number of the year, once each: M-2026-0007. The house counts, since nobody sees all matters."""
    MatterYear.objects.get_or_create(year=on.year)
    year = MatterYear.objects.select_for_update().get(year=on.year)
    year.last += 1
    year.save(update_fields=["last"])
    return f"M-{on.year}-{year.last:04}"


def _client(matter: Matter, person_id: UUID, case_id: str, *, actor: Actor, at: datetime) -> Party:
    person: Person | None = people_for(actor, at=at).filter(pk=person_id).first()
    if person is None:
        raise NoSuchMatter(_("There is no such person."))
    with as_house(at):
        return Party.objects.create(
            matter=matter, side=Side.CLIENT, person=person, first_person_id=person.pk, case_id=case_id[:200],
            added_at=at,
        )  # fmt: skip


def _other(matter: Matter, said: Mapping[str, str], *, at: datetime) -> Party:
    with as_house(at):
        return Party.objects.create(
            matter=matter, side=said["side"], name=said["name"].strip()[:200], number=said.get("number") or None,
            added_at=at,
        )  # fmt: skip


def _added(matter: Matter, party: Party, *, actor: Actor, at: datetime) -> Party:
    detail = {"party": party.pk, "side": party.side, "waits": is_waiting(party)}
    append("legal.party.added", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return party


def _seen_by_all(matter: Matter, party: Party, *, actor: Actor, at: datetime) -> None:
    if party.person_id is None:
        return
    with as_house(at):
        for member in matter.team.filter(ended_at=None):
            let_see(member, [party.person_id], actor=actor, at=at)
