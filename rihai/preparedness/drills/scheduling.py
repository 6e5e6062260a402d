"""Drills fall due by rule: for each prison of a rule one is planned ahead, always, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.places.models import Place
from rihai.preparedness.drills.models import Drill, DrillRule, DrillState, How
from rihai.preparedness.drills.queries import HELD, drill_to_work, next_due, rules_for
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.reach import ACT, AREAS, KEEP, places_for, prisons_in
from rihai.preparedness.twice import refused_twice

MOST_MONTHS = 36
KIND = "drill"


@transaction.atomic
def set_rule(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> DrillRule:
    """Every so many months a drill of a hazard at each prison of a place. `said`: place, hazard, every, basis,
    started_on. Takes the place of the rule before, also for the drills that one had planned. Raises NotSo."""
    place, hazard, every = said.get("place"), said.get("hazard"), said.get("every")
    if place is None or not places_for(actor, KEEP, *AREAS).filter(pk=place.pk).exists():
        raise NotSo(_("Choose one of the places where you keep plans."))
    if hazard not in Hazard.values or not every or not 1 <= every <= MOST_MONTHS or not said.get("started_on"):
        raise NotSo(_("Say which hazard, every how many months, and by when first."))
    today = local_day(at)
    before = DrillRule.objects.filter(place=place, hazard=hazard, ended_on=None)
    ahead = list(Drill.objects.filter(rule__in=before.values("pk"), state=DrillState.PLANNED).select_related("place"))
    before.update(ended_on=today)
    with refused_twice(_("Somebody else set how often just now. Look at theirs first.")):
        made = DrillRule.objects.create(
            place=place, hazard=hazard, every=every, basis=str(said.get("basis") or "").strip(), owner_id=actor.pk,
            started_on=said["started_on"], by_name=actor.name[:120], at=at,
        )  # fmt: skip
    for one in ahead:
        one.rule, one.due_on = made, _due(made, one.place)
        one.save(update_fields=["rule", "due_on"])
    planned = [_planned(made, prison, at) for prison in _without(made)]
    append(
        "preparedness.rule.set", actor=actor, at=at, subject=made.pk, kind=KIND,
        detail={"place": place.pk, "hazard": hazard, "every": every, "planned": len(planned)},
    )  # fmt: skip
    return made


@transaction.atomic
def end_rule(*, rule_id: UUID, actor: Actor, at: datetime) -> DrillRule:
    """It plans no more; what it has planned stays. Raises NotThere."""
    found = rules_for(actor, KEEP).filter(pk=rule_id, ended_on=None).select_for_update(of=("self",)).first()
    if found is None:
        raise NotThere(_("There is no such rule."))
    found.ended_on = local_day(at)
    found.save(update_fields=["ended_on"])
    append("preparedness.rule.ended", actor=actor, at=at, subject=found.pk, kind=KIND)
    return found


def _without(rule: DrillRule) -> list[Place]:
    """The prisons of a rule for which no drill of its hazard is planned."""
    planned = Drill.objects.filter(hazard=rule.hazard, state=DrillState.PLANNED).values("place_id")
    return list(prisons_in(rule.place_id).exclude(pk__in=planned))


def _due(rule: DrillRule, prison: Place) -> date:
    held = Drill.objects.filter(place=prison, hazard=rule.hazard, state__in=HELD).aggregate(last=Max("done_on"))
    return next_due(rule, held["last"])


def _planned(rule: DrillRule, prison: Place, at: datetime) -> Drill:
    return Drill.objects.create(
        place=prison, hazard=rule.hazard, rule=rule, owner_id=rule.owner_id, due_on=_due(rule, prison),
        made_by_name=rule.by_name, made_at=at,
    )  # fmt: skip


def keep_planned(at: datetime) -> int:
    """What the clock brings: wherever a rule has no drill ahead, one is planned. Says how many."""
    with as_house(at):
        now = Q(ended_on=None) | Q(ended_on__gt=local_day(at))
        rules = list(DrillRule.objects.filter(now).select_related("place"))
        wanted = [(rule, prison) for rule in rules for prison in _without(rule)]
        return sum(_keep_planned(rule, prison, at) for rule, prison in wanted)


@transaction.atomic
def _keep_planned(rule: DrillRule, prison: Place, at: datetime) -> int:
    """Once, however often it is called: two rules, one for the province and one for the prison, plan one drill."""
    Place.objects.select_for_update(of=("self",)).get(pk=prison.pk)
    if Drill.objects.filter(place=prison, hazard=rule.hazard, state=DrillState.PLANNED).exists():
        return 0
    made = _planned(rule, prison, at)
    append(
        "preparedness.drill.planned", actor=None, at=at, subject=made.pk, kind=KIND,
        detail={"place": prison.pk, "hazard": rule.hazard, "due_on": made.due_on},
    )  # fmt: skip
    return 1


@transaction.atomic
def plan_drill(*, said: Mapping[str, Any], drill_id: UUID | None = None, actor: Actor, at: datetime) -> Drill:
    """Plan a drill beside the rules (place, hazard, how, planned_on, led_by), or set the day of one that fell due.

    Raises NotThere, NotSo.
    """
    day, how = said.get("planned_on"), said.get("how")
    if day is None or how not in How.values:
        raise NotSo(_("Say on which day, and how it is practised."))
    if drill_id is not None:
        one = drill_to_work(drill_id, actor=actor)
        if one.state != DrillState.PLANNED:
            raise NotSo(_("It is not planned any more."))
    else:
        place, hazard = said.get("place"), said.get("hazard")
        mine = places_for(actor, KEEP) | places_for(actor, ACT)
        if place is None or hazard not in Hazard.values or not mine.filter(pk=place.pk).exists():
            raise NotSo(_("Choose one of your prisons, and a hazard."))
        one = Drill(
            place=place, hazard=hazard, due_on=day, owner_id=actor.pk, made_by_name=actor.name[:120], made_at=at
        )  # fmt: skip
    one.planned_on, one.how, one.led_by = day, how, str(said.get("led_by") or "").strip()
    one.version += 1
    one.save()
    append(
        "preparedness.drill.planned", actor=actor, at=at, subject=one.pk, kind=KIND,
        detail={"place": one.place_id, "hazard": one.hazard, "planned_on": day},
    )  # fmt: skip
    return one
