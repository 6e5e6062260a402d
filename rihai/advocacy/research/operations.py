"""A researcher asks, somebody else approves, the researcher signs, an extract is made; it ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.research.agreement import agreement_text
from rihai.advocacy.research.extract import Made
from rihai.advocacy.research.models import ResearchExtract, ResearchLink, ResearchRequest, Standing
from rihai.advocacy.research.queries import is_open
from rihai.advocacy.scope import RESEARCH, SIGN
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import erase, keep

OWNER = "advocacy.research"
APART = timedelta(days=90)
"""Days between two extracts, for whomever: what changed between two tells of those who came and went."""
LONGEST = timedelta(days=3 * 365)


@transaction.atomic
def ask_for_extract(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> ResearchRequest:
    """Write an application down: researcher, institution, contact, question, ethics, until_on, and perhaps `file` as
    (name, bytes). Raises NotThere, NotSo, FileRefused."""
    if not actor.may(RESEARCH):
        raise NotThere(OWNER)
    today = local_day(at)
    if not today < said["until_on"] <= today + LONGEST:
        raise NotSo(_("An approval lasts until a day to come, within three years."))
    stored = None
    if said.get("file"):
        name, content = said["file"]
        stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    made = ResearchRequest.objects.create(
        researcher=said["researcher"], institution=said["institution"], contact=said.get("contact") or "",
        question=said["question"], ethics=said["ethics"], ethics_file=stored, until_on=said["until_on"],
        asked_by=actor.pk, asked_by_name=actor.name[:120], asked_at=at,
    )  # fmt: skip
    append("advocacy.research.asked", actor=actor, at=at, subject=made.pk, kind="research")
    return made


@transaction.atomic
def decide_request(*, request_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> ResearchRequest:
    """Approve or refuse (`approve` yes or no, `says`); nobody decides what they wrote down. Raises NotThere, NotSo."""
    found = _locked(request_id, actor, SIGN)
    if found.standing != Standing.ASKED:
        raise NotSo(_("It is decided already."))
    if found.asked_by == actor.pk:
        raise NotSo(_("Somebody other than who wrote the application down decides it."))
    is_approved = said["approve"] == "yes"
    if not is_approved and not said.get("says"):
        raise NotSo(_("Say why it is refused."))
    found.standing = Standing.APPROVED if is_approved else Standing.REFUSED
    found.decided_by_name, found.decided_at = actor.name[:120], at
    found.decided_says, found.version = str(said.get("says") or ""), found.version + 1
    found.save(update_fields=["standing", "decided_by_name", "decided_at", "decided_says", "version"])
    act = "advocacy.research.approved" if is_approved else "advocacy.research.refused"
    append(act, actor=actor, at=at, subject=found.pk, kind="research")
    return found


@transaction.atomic
def keep_agreement(*, request_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> ResearchRequest:
    """Write down that the researcher signed the agreement: agreed_by, agreed_on. Raises NotThere, NotSo."""
    found = _locked(request_id, actor, RESEARCH)
    if found.standing != Standing.APPROVED:
        raise NotSo(_("An agreement follows an approval."))
    if said["agreed_on"] > local_day(at):
        raise NotSo(_("That day is still to come."))
    found.agreed_by, found.agreed_on, found.agreement = said["agreed_by"], said["agreed_on"], agreement_text()
    found.version += 1
    found.save(update_fields=["agreed_by", "agreed_on", "agreement", "version"])
    append("advocacy.research.agreed", actor=actor, at=at, subject=found.pk, kind="research")
    return found


@transaction.atomic
def keep_extract(*, request_id: UUID, made: Made, actor: Actor, at: datetime) -> ResearchExtract:
    """Keep an extract that was made, sealed, with its risk. Raises NotThere, NotSo."""
    found = _locked(request_id, actor, RESEARCH)
    refuse_unless_open(found, at)
    on = local_day(at)
    _refuse_too_soon(found, on)
    stored = keep(
        made.content, name=f"extract-{on:%Y-%m-%d}.csv", data_class=DataClass.PERSONAL, actor=actor, at=at, owner=OWNER,
        is_ours=True,
    )  # fmt: skip
    extract = ResearchExtract.objects.create(
        request=found, on=on, file=stored, rows=len(made.extract.rows), rows_withheld=made.extract.rows_withheld,
        k=made.risk.k, diversity=made.risk.diversity, risk=made.risks(), coarsened=dict(made.extract.coarsened),
        facts_withheld=dict(made.extract.facts_withheld), made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    detail = {"request": found.pk, "rows": extract.rows, "k": extract.k}
    append("advocacy.research.extracted", actor=actor, at=at, subject=extract.pk, kind="research", detail=detail)
    return extract


def _refuse_too_soon(found: ResearchRequest, on: date) -> None:
    """Two researchers who lay theirs side by side are one reader; of one day, extracts are the same rows."""
    if found.extracts.filter(on__gt=on - APART).exists():
        raise NotSo(_("An extract was made for it less than three months ago. Hand that one over."))
    if ResearchExtract.objects.filter(on__gt=on - APART).exclude(on=on).exists():
        raise NotSo(
            _("An extract was made for somebody else less than three months ago. Make those of several on one day.")
        )


def refuse_unless_open(found: ResearchRequest, at: datetime) -> None:
    """Raises NotSo where nothing may be made or handed over under an application."""
    if not is_open(found, local_day(at)):
        raise NotSo(_("It is not approved, not agreed to, or its last day has passed."))


@transaction.atomic
def end_request(*, request_id: UUID, actor: Actor, at: datetime) -> ResearchRequest:
    """End it before its last day: its files are erased, its log stays. Raises NotThere, NotSo."""
    if not actor.may(RESEARCH) and not actor.may(SIGN):
        raise NotThere(str(request_id))
    found = _locked(request_id, actor, RESEARCH if actor.may(RESEARCH) else SIGN)
    if found.standing in {Standing.ENDED, Standing.REFUSED}:
        raise NotSo(_("It has ended already."))
    _end(found, at)
    append("advocacy.research.ended", actor=actor, at=at, subject=found.pk, kind="research")
    return found


def end_what_is_over(at: datetime) -> int:
    """End the approvals whose last day has passed, each in a transaction of its own; says how many."""
    with as_house(at):
        over = ResearchRequest.objects.filter(standing=Standing.APPROVED, until_on__lt=local_day(at))
        keys = list(over.values_list("pk", flat=True))
        for key in keys:
            with transaction.atomic():
                found = ResearchRequest.objects.select_for_update().get(pk=key)
                _end(found, at)
                append("advocacy.research.ended", actor=None, at=at, subject=key, kind="research")
    return len(keys)


def _end(found: ResearchRequest, at: datetime) -> None:
    for extract in found.extracts.select_related("file").exclude(file=None):
        stored = extract.file
        extract.file = None
        extract.save(update_fields=["file"])
        if stored is not None:
            erase(stored, actor=None, at=at, reason="the approval of the research has ended")
    ResearchLink.objects.filter(extract__request=found, closed_at=None).update(closed_at=at, closed_because="ended")
    found.standing, found.ended_at, found.version = Standing.ENDED, at, found.version + 1
    found.save(update_fields=["standing", "ended_at", "version"])


def _locked(request_id: UUID, actor: Actor, capability: str) -> ResearchRequest:
    found = ResearchRequest.objects.select_for_update(of=("self",)).filter(pk=request_id).first()
    if found is None or not actor.may(capability):
        raise NotThere(str(request_id))
    return found
