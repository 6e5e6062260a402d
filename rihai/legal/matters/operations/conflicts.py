"""Looks for conflicts over all matters as the house, answers with the least, and keeps what the panel lead decides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.sealed.cipher import blind
from rihai.kit.sealed.index import digits
from rihai.legal.matters.models import (
    ConflictCheck,
    ConflictHit,
    Matter,
    Party,
    PartyKey,
    Side,
    State,
    TeamMember,
    TeamRole,
)
from rihai.legal.matters.models.matter import KEY_SEAL
from rihai.legal.matters.operations.errors import WrongDecision
from rihai.legal.matters.operations.team import end_team, let_see
from rihai.legal.matters.queries.reach import holding, memberships
from rihai.legal.matters.sides import may_conflict
from rihai.names import meets
from rihai.people.models import Alias, Identifier, Person
from rihai.people.projection.rows import keys_of

Decision = ConflictCheck.Decision
WAITS, DECIDED = "legal.conflict.waits", "legal.conflict.decided"
"""The notices: to whoever may decide, and to whoever asked."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody as the check looks for them: every name, the digits of their numbers, the person if there is one."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    person_id: UUID | None = None

    @property
    def keys(self) -> list[bytes]:
        """The blinded keys of the names."""
        return sorted(blind(key, KEY_SEAL) for key in keys_of(list(self.names)))


def sought(party: Party) -> Sought:
    """What a party is looked for by; the house reads it."""
    if party.person_id is None:
        return Sought((party.name or "",), tuple(filter(None, (digits(party.number or ""),))))
    with as_house():
        person = Person.objects.get(pk=party.person_id)
        names = [
            person.full_name,
            person.other_script,
            *Alias.objects.filter(person=person).values_list("name", flat=True),
        ]
        cards = Identifier.objects.filter(person=person, kind=Identifier.Kind.CNIC)
        numbers = [digits(one.number or "") for one in cards]
    return Sought(tuple(filter(None, names)), tuple(filter(None, numbers)), party.person_id)


def keep_keys(party: Party, who: Sought) -> None:
    """Keep the keys by which later checks find the party; as the house."""
    PartyKey.objects.filter(party=party).delete()
    PartyKey.objects.bulk_create(PartyKey(party=party, key=key) for key in who.keys)


def check(party: Party, *, actor: Actor, at: datetime) -> ConflictCheck | None:
    """Look for a party over all other matters that were not refused; None where nothing is met.

    What the panel lead let pass before is not asked again. What is met is kept for the panel lead, in whose work it
    waits; the asker learns only that it does.
    """
    who = sought(party)
    with as_house(at):
        keep_keys(party, who)
        decided = ConflictHit.objects.filter(check_row__party=party, check_row__decision=Decision.GO_ON)
        known = set(decided.values_list("code", flat=True))
        met = [one for one in _met(party, who) if one[0].matter.code not in known]
        if not met:
            return None
        row = ConflictCheck.objects.create(matter=party.matter, party=party, asked_by_id=actor.pk, asked_at=at)
        ConflictHit.objects.bulk_create(
            ConflictHit(
                check_row=row, code=one.matter.code, lead=_leads(one.matter), here=party.side, there=one.side,
                by_number=by_number,
            )
            for one, by_number in met
        )  # fmt: skip
        notify(_who_decide(row, at), WAITS, url=reverse("legal:conflict", args=[row.pk]), at=at)
    append(
        "legal.conflict.raised", actor=actor, at=at, subject=party.matter_id, kind="matter", detail={"check": row.pk}
    )
    return row


def _who_decide(row: ConflictCheck, at: datetime) -> list[UUID]:
    """The panel leads who neither asked nor are of the team; as the house."""
    team = TeamMember.objects.filter(holding(at), matter=row.matter_id).values("account_id")
    leads = accounts_who_may("legal.supervise", on=local_day(at)).exclude(pk=row.asked_by_id).exclude(pk__in=team)
    return list(leads.values_list("pk", flat=True))


def _met(party: Party, who: Sought) -> list[tuple[Party, bool]]:
    """Parties of other matters who may be the same human being on a side that conflicts; whether a number says so."""
    others = (
        Party.objects.exclude(matter=party.matter_id).exclude(matter__state=State.DECLINED).select_related("matter")
    )
    by_number = {one.pk: one for one in others.filter(number_index__in=who.numbers)} if who.numbers else {}
    persons = {who.person_id} if who.person_id else set(_persons(who.numbers))
    by_number |= {one.pk: one for one in others.filter(person__in=persons)} if persons else {}
    keyed = PartyKey.objects.filter(key__in=who.keys).values("party_id")
    by_name = {
        one.pk: one
        for one in others.filter(pk__in=keyed)
        if one.pk not in by_number and _sounds_alike(who.names, sought(one).names)
    }
    found = [(one, True) for one in by_number.values()] + [(one, False) for one in by_name.values()]
    return [pair for pair in found if may_conflict(party.side, pair[0].side)]


def _persons(numbers: Sequence[str]) -> Collection[UUID]:
    """Persons of the record with one of these identity cards."""
    return (
        Identifier.objects.filter(number_index__in=list(numbers)).values_list("person_id", flat=True) if numbers else ()
    )


def _sounds_alike(some: Sequence[str], others: Sequence[str]) -> bool:
    return any(meets(one, other).meets for one in some for other in others)


def _leads(matter: Matter) -> str:
    """Whom to ask: the leads of the other team by name, who are colleagues."""
    names = matter.team.filter(role=TeamRole.LEAD, ended_at=None).values_list("account__name", flat=True)
    return ", ".join(names)[:160]


@transaction.atomic
def decide_conflict(*, check_id: UUID, decision: str, reason: str, actor: Actor, at: datetime) -> ConflictCheck:
    """The panel lead says whether the matter may go on, and why.

    Declined, a matter that was being opened is not taken, and a client who was being added is not; in an open matter
    where another party was added it is for the team to close or hand over. Raises WrongDecision for who asked, is of
    the team, or may not decide; where it was decided already; without a reason.
    """
    if not actor.may("legal.supervise") or decision not in Decision.values or not reason.strip():
        raise WrongDecision(_("Say whether the matter may go on, and why."))
    row = ConflictCheck.objects.select_for_update(of=("self",)).filter(pk=check_id, decision="").first()
    if row is None:
        raise WrongDecision(_("This was decided already."))
    if row.asked_by_id == actor.pk or memberships(actor, at).filter(matter=row.matter_id).exists():
        raise WrongDecision(_("Whoever works on the matter does not decide this. Ask another panel lead."))
    row.decision, row.reason, row.decided_by_id, row.decided_at = decision, reason[:400], actor.pk, at
    row.save(update_fields=["decision", "reason", "decided_by", "decided_at"])
    with as_house(at):
        matter = Matter.objects.select_for_update().get(pk=row.matter_id)
        party = Party.objects.filter(pk=row.party_id).first() if row.party_id else None
        _follow(matter, party, row, actor=actor, at=at)
        notify([row.asked_by_id], DECIDED, url=reverse("legal:matters"), at=at)
    detail = {"check": row.pk, "decision": decision}
    append("legal.conflict.decided", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return row


def _follow(matter: Matter, party: Party | None, row: ConflictCheck, *, actor: Actor, at: datetime) -> None:
    """What comes of a decision; as the house."""
    decision = row.decision
    is_opening = matter.state == State.CHECKING
    waits = ConflictCheck.objects.filter(matter=matter, decision="").exists()
    if decision == Decision.DECLINE and is_opening:
        Matter.objects.filter(pk=matter.pk).update(
            state=State.DECLINED, closed_on=local_day(at), version=matter.version + 1
        )
        Party.objects.filter(matter=matter, ended_at=None).update(ended_at=at)
        ConflictCheck.objects.filter(matter=matter, decision="").update(
            decision=decision, reason=row.reason, decided_by=actor.pk, decided_at=at
        )
        end_team(matter, but=None, actor=actor, at=at)
    elif decision == Decision.DECLINE and party is not None and party.side == Side.CLIENT:
        Party.objects.filter(pk=party.pk).update(ended_at=at)
    elif decision == Decision.GO_ON and not waits and is_opening:
        Matter.objects.filter(pk=matter.pk).update(state=State.OPEN, version=matter.version + 1)
        _let_all_see(matter, actor=actor, at=at)
    elif decision == Decision.GO_ON and party is not None and party.side == Side.CLIENT:
        _let_all_see(matter, actor=actor, at=at)


def _let_all_see(matter: Matter, *, actor: Actor, at: datetime) -> None:
    """Every client who waits for no decision is seen by the team."""
    waiting = set(ConflictCheck.objects.filter(matter=matter, decision="").values_list("party_id", flat=True))
    clients = Party.objects.filter(matter=matter, side=Side.CLIENT, ended_at=None).exclude(pk__in=waiting)
    for member in matter.team.filter(ended_at=None):
        let_see(member, [one.person_id for one in clients if one.person_id], actor=actor, at=at)


def is_waiting(party: Party) -> bool:
    """Whether the panel lead has still to decide about a party."""
    return ConflictCheck.objects.filter(party=party, decision="").exists()
