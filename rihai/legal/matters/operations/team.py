"""Who sees a matter: its team, kept by the lead; each place in it is the ground of the grants that go with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Ground
from rihai.accounts.operations import end_grants, grant
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import standing
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.legal.matters.models import ConflictCheck, Matter, Party, Side, State, TeamMember, TeamRole
from rihai.legal.matters.operations.errors import WrongTeam
from rihai.legal.matters.operations.reach import led_matter


@transaction.atomic
def add_member(*, matter_id: UUID, account_id: UUID, role: str, actor: Actor, at: datetime) -> TeamMember:
    """The lead takes a colleague into the team; from now on they see the matter and its clients.

    Raises NoSuchMatter for who does not lead, WrongTeam for who may not see legal matter or is of the team already.
    """
    matter = led_matter(matter_id, actor=actor, at=at)
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None or DataClass.LEGAL not in standing(account, at).classes or role not in TeamRole.values:
        raise WrongTeam(_("Choose a colleague whose role sees legal matter."))
    if matter.team.filter(account=account, ended_at=None).exists():
        raise WrongTeam(_("They are in the team already."))
    member = join(matter, account.pk, role, actor=actor, at=at)
    detail = {"account": account.pk, "role": role}
    append("legal.member.added", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return member


@transaction.atomic
def end_member(*, member_id: UUID, actor: Actor, at: datetime) -> None:
    """Somebody leaves the team; what they saw by it ends. The last lead stays. Raises NoSuchMatter, WrongTeam."""
    member = TeamMember.objects.filter(pk=member_id, ended_at=None).first()
    matter = led_matter(member.matter_id if member else member_id, actor=actor, at=at, is_open=False)
    assert member is not None, "whose matter is found is found"
    leads = matter.team.filter(role=TeamRole.LEAD, ended_at=None).exclude(pk=member.pk)
    if member.role == TeamRole.LEAD and not leads.exists():
        raise WrongTeam(_("A team needs a lead. Add another one first."))
    with as_house(at):
        _end(member, actor=actor, at=at)
    detail = {"account": member.account_id}
    append("legal.member.ended", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)


def join(matter: Matter, account_id: UUID, role: str, *, actor: Actor, at: datetime) -> TeamMember:
    """A place in the team with the grants that go with it; the caller has the transaction and the trail."""
    with as_house(at):
        member = TeamMember.objects.create(
            matter=matter, account_id=account_id, role=role, started_at=at, added_by_id=actor.pk
        )
        if matter.state == State.OPEN:
            waiting = ConflictCheck.objects.filter(matter=matter, decision="").values("party_id")
            clients = Party.objects.filter(matter=matter, side=Side.CLIENT, ended_at=None).exclude(pk__in=waiting)
            let_see(member, [one.person_id for one in clients if one.person_id], actor=actor, at=at)
    return member


def let_see(member: TeamMember, person_ids: Iterable[UUID], *, actor: Actor, at: datetime) -> None:
    """Let a member see clients; asked twice nothing changes."""
    for person_id in dict.fromkeys(person_ids):
        grant(
            account_id=member.account_id, person_id=person_id, classes=[DataClass.LEGAL], ground=Ground.ASSIGNMENT,
            ground_id=member.pk, actor=actor, at=at,
        )  # fmt: skip


def end_team(matter: Matter, *, but: UUID | None, actor: Actor, at: datetime) -> None:
    """Everybody leaves the team but one; as the house."""
    for member in matter.team.filter(ended_at=None).exclude(account=but) if but else matter.team.filter(ended_at=None):
        _end(member, actor=actor, at=at)


def end_sight(matter: Matter, *, actor: Actor, at: datetime) -> None:
    """The grants of the team end, the team stays: a closed matter can be read and opened again by those who had it."""
    for member in matter.team.filter(ended_at=None):
        end_grants(ground=Ground.ASSIGNMENT, ground_id=member.pk, actor=actor, at=at)


def _end(member: TeamMember, *, actor: Actor, at: datetime) -> None:
    TeamMember.objects.filter(pk=member.pk).update(ended_at=at)
    end_grants(ground=Ground.ASSIGNMENT, ground_id=member.pk, actor=actor, at=at)
