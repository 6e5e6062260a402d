"""A policy issue is written down; a position taken, steps written, figures and trials kept with it, cases linked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.issues.counting import counted, measures, quarters
from rihai.advocacy.issues.models import (
    Issue,
    IssueCase,
    IssueFigure,
    IssueStep,
    IssueTrial,
    Position,
    StepKind,
)
from rihai.advocacy.issues.queries import cases_to_link, issue_for
from rihai.advocacy.issues.trial import frozen
from rihai.advocacy.papers import stored
from rihai.advocacy.scope import KEEP
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.screening.trying.models import LawTrial

FIELDS = ("title", "problem", "law", "next_on")


@transaction.atomic
def keep_issue(
    *, said: Mapping[str, Any], issue_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Issue:
    """Write an issue down, or mend one. `said`: FIELDS. Raises NotThere, Changed."""
    if not actor.may(KEEP):
        raise NotThere("issue")
    values = {name: said.get(name) if name == "next_on" else said.get(name) or "" for name in FIELDS}
    if issue_id is None:
        one = Issue.objects.create(made_by_name=actor.name[:120], made_at=at, **values)
    else:
        one = issue_for(issue_id, actor=actor)
        for name, value in values.items():
            setattr(one, name, value)
        save_if_unchanged(one, version=version, fields=list(values))
    append("advocacy.issue.kept", actor=actor, at=at, subject=one.pk, kind="issue")
    return one


@transaction.atomic
def take_position(*, issue_id: UUID, number: int, says: str, actor: Actor, at: datetime) -> Position:
    """What the office holds from now on; `number` is the version it was written beside (0: none).

    Raises NotThere, NotSo where somebody wrote another meanwhile.
    """
    issue = issue_for(issue_id, actor=actor)
    last = issue.positions.aggregate(last=Max("number"))["last"] or 0
    if last != number:
        raise NotSo(_("Somebody wrote another version meanwhile. Read it first; what you wrote stands below."))
    if not says.strip():
        raise NotSo(_("Say what we hold."))
    made = Position.objects.create(issue=issue, number=last + 1, says=says.strip(), by_name=actor.name[:120], at=at)
    detail = {"issue": issue.pk, "number": made.number}
    append("advocacy.position.taken", actor=actor, at=at, subject=made.pk, kind="issue", detail=detail)
    return made


@transaction.atomic
def add_step(*, issue_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> IssueStep:
    """Write a step: kind, on, says, who, link and perhaps a file as (name, bytes).

    Another stage takes `stage`; an outcome takes `outcome` (what changed), `contribution` and `on`. Raises NotThere,
    NotSo, FileRefused.
    """
    issue, kind = issue_for(issue_id, actor=actor), said["kind"]
    if said["on"] > local_day(at):
        raise NotSo(_("This day is still to come; write it once it has been."))
    if kind == StepKind.EVIDENCE and not (said.get("file") or said.get("link")):
        raise NotSo(_("Give the file, or the link."))
    if kind == StepKind.STAGE:
        if said["stage"] == issue.stage:
            raise NotSo(_("It stands there already."))
        issue.stage = said["stage"]
        if issue.has_ended:
            issue.next_on = None
    if kind == StepKind.OUTCOME:
        if not said.get("contribution"):
            raise NotSo(_("Say what was ours in it, and what was others’: a contribution, never the cause."))
        issue.outcome, issue.contribution, issue.changed_on = said["says"], said["contribution"], said["on"]
    issue.version += 1
    issue.save(update_fields=["stage", "next_on", "outcome", "contribution", "changed_on", "version"])
    made = IssueStep.objects.create(
        issue=issue, kind=kind, on=said["on"], says=said.get("says") or "",
        stage=issue.stage if kind == StepKind.STAGE else "", who=said.get("who") or "", link=said.get("link") or "",
        file=stored(said.get("file"), actor=actor, at=at), by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"issue": issue.pk, "kind": str(kind)}
    append("advocacy.step.written", actor=actor, at=at, subject=made.pk, kind="issue", detail=detail)
    return made


@transaction.atomic
def add_figure(*, issue_id: UUID, measure: str, first: date, actor: Actor, at: datetime) -> IssueFigure:
    """Keep what our records count for a whole quarter that begins on `first`. Raises NotThere, NotSo."""
    issue = issue_for(issue_id, actor=actor)
    span = next((one for one in quarters(local_day(at)) if one[0] == first), None)
    counts = measures().get(measure)
    if span is None or counts is None:
        raise NotSo(_("Choose a figure and a quarter of the list."))
    if issue.figures.filter(measure=measure, first=first).exists():
        raise NotSo(_("This figure stands with the issue already."))
    made = IssueFigure.objects.create(
        issue=issue, measure=measure, first=span[0], end=span[1], number=counted(counts, *span),
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"issue": issue.pk, "measure": measure}
    append("advocacy.figure.kept", actor=actor, at=at, subject=made.pk, kind="issue", detail=detail)
    return made


@transaction.atomic
def keep_trial(*, issue_id: UUID, trial_id: UUID, actor: Actor, at: datetime) -> IssueTrial:
    """Keep whom a draft pack would reach with the issue. Raises NotThere, NotSo, Refused where no count may be told."""
    issue = issue_for(issue_id, actor=actor)
    trial = LawTrial.objects.filter(pk=trial_id, ended_at__isnull=False).select_related("kept").first()
    if trial is None:
        raise NotSo(_("This comparison is not there, or not at its end."))
    if issue.trials.filter(trial_id=trial.pk).exists():
        raise NotSo(_("This comparison stands with the issue already."))
    made = IssueTrial.objects.create(issue=issue, by_name=actor.name[:120], at=at, **frozen(trial))
    detail = {"issue": issue.pk, "trial": trial.pk, "digest": made.digest}
    append("advocacy.trial.kept", actor=actor, at=at, subject=made.pk, kind="issue", detail=detail)
    return made


@transaction.atomic
def link_case(*, issue_id: UUID, facts_id: UUID, says: str, actor: Actor, at: datetime) -> IssueCase:
    """Link a case brought for many, by its public facts. Raises NotThere, NotSo."""
    issue = issue_for(issue_id, actor=actor)
    facts = cases_to_link(issue).filter(pk=facts_id).first()
    if facts is None:
        raise NotSo(_("This case is not public, or linked already."))
    made = IssueCase.objects.create(issue=issue, facts=facts, says=says[:400], by_name=actor.name[:120], at=at)
    append("advocacy.case.linked", actor=actor, at=at, subject=made.pk, kind="issue", detail={"issue": issue.pk})
    return made
