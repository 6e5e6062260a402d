"""Topics and ranks, what is mandatory for whom, trainers and their qualifications: written down and changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.training.courses.models import Mandatory, Named, Qualification, Rank, Topic, Trainer
from rihai.training.courses.operations import free_code, keeps_training
from rihai.training.errors import NotSo, NotThere
from rihai.training.reach import KEEP, is_everywhere, places_for

N = TypeVar("N", bound=Named)
TOPIC = ("title", "title_ur", "minutes", "objective", "objective_ur", "source", "is_open")
RANK = ("title", "title_ur", "audience")
TRAINER = ("full_name", "organisation", "account", "place", "languages", "reached", "ended_on")
RULE = ("course", "rank", "place", "months", "grace_days", "order_says", "started_on")


def _keep_named(
    model: type[N], fields: tuple[str, ...], pk: UUID | None, version: int, said: Mapping[str, Any], actor: Actor
) -> N:
    keeps_training(actor)
    if pk is None:
        made = model(code=free_code(model, said["title"]), **{name: said[name] for name in fields})
        made.save(force_insert=True)
        return made
    one = model._default_manager.filter(pk=pk).first()
    if one is None:
        raise NotThere(str(pk))
    for name in fields:
        setattr(one, name, said[name])
    save_if_unchanged(one, version=version, fields=fields)
    return one


@transaction.atomic
def keep_topic(
    *, said: Mapping[str, Any], topic_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Topic:
    """A topic is written down or mended; modules made of it stay as they are. Raises NotThere, Changed."""
    one = _keep_named(Topic, TOPIC, topic_id, version, said, actor)
    append("training.topic.kept", actor=actor, at=at, subject=one.pk, kind="topic")
    return one


@transaction.atomic
def keep_rank(
    *, said: Mapping[str, Any], rank_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Rank:
    """A rank is written down or mended. Raises NotThere, Changed."""
    one = _keep_named(Rank, RANK, rank_id, version, said, actor)
    append("training.rank.kept", actor=actor, at=at, subject=one.pk, kind="rank")
    return one


@transaction.atomic
def make_mandatory(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> Mandatory:
    """A course becomes mandatory for a rank, by an order. `said`: RULE. Raises NotThere, NotSo."""
    keeps_training(actor)
    place = said.get("place")
    if place is None and not is_everywhere(actor, KEEP):
        raise NotSo(_("Choose one of your places: only who works for the whole office lays it down everywhere."))
    if place is not None and not places_for(actor, KEEP).filter(pk=place.pk).exists():
        raise NotThere(str(place.pk))
    same = Mandatory.objects.filter(course=said["course"], rank=said["rank"], place=place, ended_on=None)
    if same.exists():
        raise NotSo(_("This course is mandatory for this rank there already. End that first."))
    made = Mandatory.objects.create(
        made_by_name=actor.name[:120], made_at=at, **{name: said.get(name) for name in RULE if name != "grace_days"},
        grace_days=said.get("grace_days") or 0,
    )  # fmt: skip
    detail = {"course": made.course_id, "rank": made.rank_id, "months": made.months}
    append("training.course.made_mandatory", actor=actor, at=at, subject=made.pk, kind="mandatory", detail=detail)
    return made


@transaction.atomic
def end_mandatory(*, rule_id: UUID, on: date, actor: Actor, at: datetime) -> Mandatory:
    """It is mandatory no more, from a day on. Raises NotThere."""
    keeps_training(actor)
    one = Mandatory.objects.select_for_update(of=("self",)).filter(pk=rule_id, ended_on=None).first()
    mine = one is not None and (
        is_everywhere(actor, KEEP) if one.place_id is None else places_for(actor, KEEP).filter(pk=one.place_id).exists()
    )
    if one is None or not mine:
        raise NotThere(str(rule_id))
    one.ended_on = on
    one.save(update_fields=["ended_on"])
    append("training.course.mandatory_ended", actor=actor, at=at, subject=one.pk, kind="mandatory")
    return one


@transaction.atomic
def keep_trainer(
    *, said: Mapping[str, Any], trainer_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Trainer:
    """A trainer is written down or mended. `said`: TRAINER. Raises NotThere, NotSo, Changed."""
    keeps_training(actor)
    account = said.get("account")
    others = Trainer.objects.filter(account=account).exclude(pk__in=[trainer_id] if trainer_id else [])
    if account and others.exists():
        raise NotSo(_("This account belongs to another trainer already."))
    if trainer_id is None:
        one = Trainer.objects.create(**{name: said[name] for name in TRAINER if name in said})
    else:
        found = Trainer.objects.filter(pk=trainer_id).first()
        if found is None:
            raise NotThere(str(trainer_id))
        one = found
        if one.account_id != (account.pk if account else None) and not is_everywhere(actor, KEEP):
            raise NotSo(
                _("Who teaches is told names: only who works for the whole office changes whose account it is.")
            )
        for name in TRAINER:
            setattr(one, name, said.get(name))
        save_if_unchanged(one, version=version, fields=TRAINER)
    append("training.trainer.kept", actor=actor, at=at, subject=one.pk, kind="trainer")
    return one


@transaction.atomic
def add_qualification(*, trainer_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Qualification:
    """What allows a trainer to teach. Raises NotThere, NotSo."""
    keeps_training(actor)
    if not Trainer.objects.filter(pk=trainer_id).exists():
        raise NotThere(str(trainer_id))
    if said.get("until") and said["until"] < said["on"]:
        raise NotSo(_("It cannot end before it began."))
    made = Qualification.objects.create(
        trainer_id=trainer_id, course=said.get("course"), says=said["says"], given_by=said.get("given_by") or "",
        on=said["on"], until=said.get("until"),
    )  # fmt: skip
    append("training.qualification.added", actor=actor, at=at, subject=trainer_id, kind="trainer")
    return made
