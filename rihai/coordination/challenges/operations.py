"""A challenge is written down, shown by evidence, reviewed; the weights by which all rank are changed with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.coordination.challenges.linked import of_key
from rihai.coordination.challenges.models import (
    ENDED,
    Challenge,
    ChallengeCriteria,
    ChallengeEvidence,
    ChallengeReview,
    Counted,
    Shows,
)
from rihai.coordination.challenges.queries import challenge_for
from rihai.coordination.refusals import NotSo, NotThere
from rihai.coordination.scope import PLAN, is_everywhere, places_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep

OWNER = "coordination.challenge"
FIELDS = (
    "title", "problem", "severity", "feasibility", "counted", "counts", "entered", "method", "plan", "responsible",
    "review_on",
)  # fmt: skip


@transaction.atomic
def keep_challenge(
    *, said: Mapping[str, Any], challenge_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Challenge:
    """Write a challenge down, or mend one. `said`: FIELDS and place (None: the whole office).

    Raises NotThere, NotSo, Changed.
    """
    values = {name: said.get(name) for name in FIELDS} | {name: said.get(name) or "" for name in _TEXTS}
    _refuse_uncounted(values)
    if challenge_id is None:
        place = said.get("place")
        mine = places_for(actor, PLAN)
        if (place is None and not is_everywhere(actor, PLAN)) or (place and not mine.filter(pk=place.pk).exists()):
            raise NotSo(_("Choose one of the places where you plan."))
        one = Challenge.objects.create(place=place, made_by_name=actor.name[:120], made_at=at, **values)
    else:
        one = challenge_for(challenge_id, actor=actor)
        for name, value in values.items():
            setattr(one, name, value)
        save_if_unchanged(one, version=version, fields=list(values))
    append("coordination.challenge.kept", actor=actor, at=at, subject=one.pk, kind="challenge")
    return one


_TEXTS = ("counts", "method", "plan", "responsible")


def _refuse_uncounted(values: dict[str, Any]) -> None:
    """What is counted is named; a figure from elsewhere has its source; what is not asked for is not kept."""
    how = values["counted"]
    if how in {Counted.FINDING, Counted.RISK} and not values["counts"]:
        raise NotSo(_("Choose what is counted."))
    if how == Counted.ENTERED and (values["entered"] is None or not values["method"]):
        raise NotSo(_("A figure from elsewhere needs its number and where it comes from."))
    if how not in {Counted.FINDING, Counted.RISK}:
        values["counts"] = ""
    if how != Counted.ENTERED:
        values["entered"] = None


@transaction.atomic
def add_evidence(*, challenge_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> ChallengeEvidence:
    """Add what shows it: kind, says, about, and perhaps a file as (name, bytes), or `linked`: the key of a
    recommendation, a briefing or a meeting that the actor sees. Raises NotThere, NotSo, FileRefused."""
    one = challenge_for(challenge_id, actor=actor)
    kind, subject, about = said["kind"], None, str(said.get("about") or "").strip()
    if said.get("linked"):
        found = of_key(str(said["linked"]), actor)
        if found is None:
            raise NotSo(_("That is not there any more. Choose another."))
        kind, subject, about = found[0], found[1], about or found[2]
    if kind == Shows.FILE and not said.get("file"):
        raise NotSo(_("Give the file."))
    if not str(said.get("says") or "").strip():
        raise NotSo(_("Say what it shows."))
    stored = None
    if said.get("file"):
        name, content = said["file"]
        stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    made = ChallengeEvidence.objects.create(
        challenge=one, kind=kind, says=said["says"].strip(), about=about[:300], file=stored, subject_id=subject,
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"challenge": one.pk, "kind": made.kind}
    append("coordination.evidence.added", actor=actor, at=at, subject=made.pk, kind="challenge", detail=detail)
    return made


@transaction.atomic
def review_challenge(
    *, challenge_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> ChallengeReview:
    """What was found at a review: state, says, review_on (the next; none once it has ended).

    Raises NotThere, NotSo, Changed.
    """
    one = challenge_for(challenge_id, actor=actor)
    says, has_ended = str(said.get("says") or "").strip(), said["state"] in ENDED
    if not says:
        raise NotSo(_("Say what was done, or found."))
    if not has_ended and (said.get("review_on") is None or said["review_on"] <= local_day(at)):
        raise NotSo(_("Say when it is looked at next; that day is still to come."))
    one.state, one.review_on = said["state"], None if has_ended else said["review_on"]
    one.ended_on = local_day(at) if has_ended else None
    save_if_unchanged(one, version=version, fields=["state", "review_on", "ended_on"])
    made = ChallengeReview.objects.create(
        challenge=one, state=one.state, says=says, review_on=one.review_on, by_name=actor.name[:120], at=at
    )
    detail = {"challenge": one.pk, "state": one.state}
    append("coordination.challenge.reviewed", actor=actor, at=at, subject=one.pk, kind="challenge", detail=detail)
    return made


@transaction.atomic
def set_weights(*, said: Mapping[str, Any], reason: str, actor: Actor, at: datetime) -> ChallengeCriteria:
    """Change how much severity, people and feasibility weigh, for all challenges. Raises NotThere for who does not plan
    for the whole office, and NotSo."""
    if not is_everywhere(actor, PLAN):
        raise NotThere("weights")
    if not reason.strip():
        raise NotSo(_("Say why the weights change."))
    if not any(said[name] for name in ("severity", "people", "feasibility")):
        raise NotSo(_("At least one of them must weigh something."))
    made = ChallengeCriteria.objects.create(
        severity=said["severity"], people=said["people"], feasibility=said["feasibility"], reason=reason.strip(),
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    append("coordination.criteria.set", actor=actor, at=at, subject=made.pk, kind="criteria")
    return made
