"""A link by which an authority without an account reads a draft and answers it, for a time and with a second secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.links import Secrets, digest_of
from rihai.monitoring.errors import NoSuchInspection
from rihai.monitoring.inspections.models import Inspection, State
from rihai.monitoring.inspections.operations.reach import inspection_to_work
from rihai.monitoring.recommendations.models import AuthorityLink, InspectionFinding, Recommendation, Via
from rihai.monitoring.recommendations.operations.answering import keep_answer, keep_response
from rihai.monitoring.recommendations.queries import WITH_AUTHORITY, live

KIND = "monitoring.link"


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody with the address and the code sees: nothing, that the code was wrong, or the draft."""

    state: Literal["gone", "wrong", "open"]
    link: AuthorityLink | None = None
    findings: tuple[InspectionFinding, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()

    @property
    def inspection(self) -> Inspection | None:
        """The inspection it opens."""
        return self.link.inspection if self.link is not None else None


@transaction.atomic
def make_link(*, inspection_id: UUID, authority: str, days: int, actor: Actor, at: datetime) -> Secrets:
    """A link for an authority to a draft that was sent, or a report. Raises NoSuchInspection, NotNow."""
    inspection = inspection_to_work(inspection_id, actor=actor, states=WITH_AUTHORITY)
    link = AuthorityLink(inspection=inspection, authority=authority.strip()[:160])
    given = link.seal(days=days, by_name=actor.name, at=at)
    link.save()
    append("monitoring.link.made", actor=actor, at=at, subject=link.pk, kind=KIND, detail={"inspection": inspection.pk})
    return given


@transaction.atomic
def close_link(*, link_id: UUID, actor: Actor, at: datetime) -> AuthorityLink:
    """The link opens nothing from now on. Raises NoSuchInspection."""
    link = AuthorityLink.objects.filter(pk=link_id, closed_at=None).first()
    if link is None:
        raise NoSuchInspection(_("There is no such inspection."))
    inspection_to_work(link.inspection_id, actor=actor)
    link.close(because="hand", at=at)
    _line("monitoring.link.closed", link, at, actor)
    return link


@transaction.atomic
def look(*, secret: str, pin: str, at: datetime) -> Look:
    """What they see; a link that is over looks as if it never was. Read by the house: whoever looks is nobody here."""
    with as_house(at):
        link = live_link(secret, at=at, lock=True)
        if link is None:
            return Look("gone")
        if not link.opens_with(pin, at=at):
            _line("monitoring.link.refused", link, at)
            return Look("wrong")
        seen = _shown(link)
        _line("monitoring.link.looked", link, at)
        return seen


@transaction.atomic
def take_answers(
    *, secret: str, pin: str, by_name: str, findings: Mapping[UUID, str], responses: Mapping[UUID, Mapping[str, Any]],
    at: datetime,
) -> Look:  # fmt: skip
    """What the authority answers by the link, all of it or nothing. Raises NotNow, NothingSaid.

    A wrong code takes nothing and is counted.
    """
    with as_house(at):
        link = live_link(secret, at=at, lock=True)
        if link is None:
            return Look("gone")
        if not link.opens_with(pin, at=at):
            _line("monitoring.link.refused", link, at)
            return Look("wrong")
        seen = _shown(link)
        who = f"{by_name.strip()}, {link.authority}" if by_name.strip() else link.authority
        for finding in seen.findings:
            if says := findings.get(finding.pk, "").strip():
                keep_answer(finding, says=says, by_name=who, via=Via.LINK, at=at)
        for one in seen.recommendations:
            if one.pk in responses:
                keep_response(one, said=responses[one.pk], by_name=who, via=Via.LINK, at=at)
        detail = {"findings": len(findings), "responses": len(responses)}
        _line("monitoring.link.answered", link, at, detail=detail)
        return _shown(link)


def live_link(secret: str, *, at: datetime, lock: bool = False) -> AuthorityLink | None:
    """The link of a secret that still opens something; None for any other. Read by the house: nobody is signed in."""
    found = AuthorityLink.objects.select_related("inspection__place")
    if lock:
        found = found.select_for_update(of=("self",))
    live = found.filter(digest=digest_of(secret), closed_at=None, ends_at__gt=at)
    with as_house(at):
        return live.filter(inspection__state__in=WITH_AUTHORITY).first()


def _shown(link: AuthorityLink) -> Look:
    """The findings that endanger nobody, and what is owed on them."""
    findings = list(
        InspectionFinding.objects.filter(inspection=link.inspection, endangers=False)
        .select_related("inspection")
        .prefetch_related("answers")
    )
    owed = live(Recommendation.objects.filter(finding__in=findings)).select_related("finding__inspection")
    return Look("open", link, tuple(findings), tuple(owed.prefetch_related("responses")))


def _line(
    act: str, link: AuthorityLink, at: datetime, actor: Actor | None = None, *, detail: dict[str, Any] | None = None
) -> None:
    append(
        act, actor=actor, at=at, subject=link.pk, kind=KIND, detail={"inspection": link.inspection_id, **(detail or {})}
    )  # fmt: skip


def may_answer(inspection: Inspection) -> bool:
    """Whether findings can still be answered."""
    return inspection.state == State.SENT
