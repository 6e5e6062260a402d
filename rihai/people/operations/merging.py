"""Two persons turn out to be one, and perhaps two after all: single acts that lose nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations import Moved, move_back, move_person
from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.people.models import (
    Consent,
    CriminalCase,
    CustodyEpisode,
    LinkDecision,
    Merge,
    Movement,
    NameKey,
    Person,
    Placement,
    Relationship,
    Statement,
)
from rihai.people.operations.errors import WrongLink
from rihai.people.operations.reach import person_for
from rihai.people.projection import project

Verdict = LinkDecision.Verdict
MOVED = (Statement, CustodyEpisode, Movement, Placement, Relationship, Consent, CriminalCase)
"""Tables whose rows go along. What is projected is worked out anew, but cases keep their keys."""


@transaction.atomic
def decide_link(*, one_id: UUID, other_id: UUID, verdict: str, actor: Actor, at: datetime) -> LinkDecision:
    """Say of two persons that they are never the same, or that nobody can tell yet; remembered until said otherwise.

    "The same" is an act of its own: `merge_persons`. Raises NoSuchPerson, WrongLink.
    """
    if verdict not in {Verdict.DIFFERENT, Verdict.UNSURE} or one_id == other_id:
        raise WrongLink(_("Say that they are never the same, or that you are not sure."))
    for person_id in sorted((one_id, other_id)):
        person_for(person_id, actor=actor, at=at)
    decision = _decide(one_id, other_id, verdict, actor=actor, at=at)
    detail = {"other": max(one_id, other_id), "verdict": verdict}
    append("people.link.decided", actor=actor, at=at, subject=min(one_id, other_id), kind="person", detail=detail)
    return decision


@transaction.atomic
def merge_persons(*, keep_id: UUID, gone_id: UUID, actor: Actor, at: datetime) -> Merge:
    """They are one person: everything of `gone` now is of `keep`, whose page answers under both ids.

    Statements, episodes, movements, placements, ties, consents, cases, grants and presences move; nothing is deleted.
    Raises NoSuchPerson unless the actor sees both, WrongLink for a person with himself.
    """
    if keep_id == gone_id:
        raise WrongLink(_("That is one person already."))
    found = {one: person_for(one, actor=actor, at=at) for one in sorted((keep_id, gone_id))}
    keep, gone = found[keep_id], found[gone_id]
    done = Done(act="people.persons.merged", actor=actor, at=at, person_ids=(keep_id, gone_id))
    before(done)
    with as_house(at):
        held = {"keep": _standing(keep), "gone": _standing(gone)}
        rows = {model.__name__: _move(model, gone_id, keep_id) for model in MOVED}
        order = _in_order(keep_id)
        access = move_person(person_id=gone_id, into=keep_id)
        NameKey.objects.filter(person=gone_id).delete()
        keep.held_at_id = keep.held_at_id or gone.held_at_id
        keep.version += 1
        keep.save(update_fields=["held_at", "version"])
        gone.held_at, gone.merged_into, gone.version = None, keep, gone.version + 1
        gone.save(update_fields=["held_at", "merged_into", "version"])
        moved = {"rows": rows, "order": order, "held": held, "access": asdict(access)}
        merge = Merge.objects.create(
            kept=keep, gone=gone, moved=moved, merged_by=actor.pk, merged_by_name=actor.name[:120], merged_at=at
        )
        project([keep_id, gone_id])
    _decide(keep_id, gone_id, Verdict.SAME, actor=actor, at=at)
    after(done)
    append(done.act, actor=actor, at=at, subject=keep_id, kind="person", detail={"gone": gone_id, "merge": merge.pk})
    return merge


@transaction.atomic
def unmerge_persons(*, merge_id: UUID, actor: Actor, at: datetime) -> Person:
    """They were two after all: everything that was moved goes back; what came since stays with the one kept.

    Raises WrongLink when it was undone already, or the one kept was merged further; NoSuchPerson when not seen.
    """
    with as_house(at):
        merge = Merge.objects.select_for_update().filter(pk=merge_id, undone_at=None).first()
    if merge is None:
        raise WrongLink(_("They are two persons already."))
    keep = person_for(merge.kept_id, actor=actor, at=at)
    later = Merge.objects.filter(kept=keep, undone_at=None, merged_at__gt=merge.merged_at).exists()
    if later:
        raise WrongLink(_("Another person was joined since. Part that one first."))
    done = Done(act="people.persons.parted", actor=actor, at=at, person_ids=(merge.kept_id, merge.gone_id))
    before(done)
    with as_house(at):
        gone = Person.objects.select_for_update().get(pk=merge.gone_id)
        _put_back(merge, keep, gone)
        project([keep.pk, gone.pk])
        Merge.objects.filter(pk=merge.pk).update(undone_at=at)
    _decide(keep.pk, gone.pk, Verdict.DIFFERENT, actor=actor, at=at)
    after(done)
    append(done.act, actor=actor, at=at, subject=keep.pk, kind="person", detail={"gone": gone.pk, "merge": merge.pk})
    return gone


def _decide(one_id: UUID, other_id: UUID, verdict: str, *, actor: Actor, at: datetime) -> LinkDecision:
    first, second = sorted((one_id, other_id))
    with as_house(at):
        return LinkDecision.objects.create(
            one_id=first,
            other_id=second,
            verdict=verdict,
            decided_by=actor.pk,
            decided_by_name=actor.name[:120],
            decided_at=at,
        )


def _standing(person: Person) -> dict[str, Any]:
    return {"held_at": person.held_at_id}


def _move(model: Any, gone_id: UUID, keep_id: UUID) -> list[str]:
    """The keys of the rows that now are the other person's; of two cases of one number the kept person's stays."""
    rows = model.objects.filter(person=gone_id)
    if model is CriminalCase:
        rows = rows.exclude(case_id__in=CriminalCase.objects.filter(person=keep_id).values("case_id"))
    keys = list(rows.values_list("pk", flat=True))
    model.objects.filter(pk__in=keys).update(person=keep_id)
    return [str(key) for key in keys]


def _in_order(person_id: UUID) -> dict[str, int]:
    """Number the episodes anew by their days; says which number each had."""
    episodes = sorted(
        CustodyEpisode.objects.filter(person=person_id),
        key=lambda one: (one.started_on is None, one.started_on, one.sequence),
    )
    former = {str(one.pk): one.sequence for one in episodes}
    _number({str(one.pk): at for at, one in enumerate(episodes, 1)})
    return former


def _number(sequences: Mapping[str, int]) -> None:
    for key, sequence in sequences.items():
        CustodyEpisode.objects.filter(pk=key).update(sequence=sequence)


def _put_back(merge: Merge, keep: Person, gone: Person) -> None:
    """Everything where it was before the two were joined."""
    moved: dict[str, Any] = merge.moved
    for model in MOVED:
        manager: Any = model._default_manager
        manager.filter(pk__in=moved["rows"][model.__name__]).update(person=gone.pk)
    _number(moved["order"])
    access = moved["access"]
    move_back(
        moved=Moved(
            grants=tuple(access["grants"]),
            guarded=tuple(access["guarded"]),
            demands=tuple(access["demands"]),
            presences=tuple(access["presences"]),
            joined=tuple(access["joined"]),
        ),
        person_id=gone.pk,
        into=keep.pk,
    )
    if keep.held_at_id == moved["held"]["gone"]["held_at"]:
        keep.held_at_id = moved["held"]["keep"]["held_at"]
    keep.version += 1
    keep.save(update_fields=["held_at", "version"])
    gone.held_at_id, gone.merged_into, gone.version = moved["held"]["gone"]["held_at"], None, gone.version + 1
    gone.save(update_fields=["held_at", "merged_into", "version"])
