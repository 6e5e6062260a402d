"""The form by which a drill is evaluated: filled in about a drill that was held, by who keeps or acts there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler, FormSubject
from rihai.preparedness.drills.models import Drill
from rihai.preparedness.drills.operations import evaluated
from rihai.preparedness.drills.queries import HELD, drills_for
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.reach import ACT, KEEP

NAME, FORM = "preparedness.drill", "drill_evaluation"
EVENTS = {Hazard.WATER.value: "power"}
"""Hazards that the form calls otherwise."""


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def subject_of(actor: Actor, key: str) -> FormSubject | None:
    """The drill, by its place and hazard, with what is known of it already."""
    pk = _id(key)
    one = drills_for(actor, KEEP, ACT).filter(pk=pk, state__in=HELD).first() if pk else None
    if one is None:
        return None
    known: dict[str, object] = {"event": EVENTS.get(one.hazard, one.hazard)}
    if one.done_on is not None:
        known["day"] = one.done_on.isoformat()
    return FormSubject(
        name=name_of(one), url=reverse("preparedness:drill", args=[one.pk]), prefilled=known
    )  # fmt: skip


def name_of(one: Drill) -> str:
    """What a drill is called."""
    return f"{str(one.get_hazard_display()).capitalize()}, {one.place.shown}"


def keys_seen(actor: Actor, keys: Sequence[str]) -> Iterable[str]:
    """The keys of drills that the actor sees."""
    ids = {pk: key for key in keys if (pk := _id(key))}
    return [ids[pk] for pk in drills_for(actor).filter(pk__in=list(ids)).values_list("pk", flat=True)]


def expected(actor: Actor) -> Sequence[tuple[str, str]]:
    """Drills that were held and wait for their evaluation."""
    rows = drills_for(actor, KEEP, ACT).filter(state="held").order_by("done_on", "pk")[:50]
    return [(FORM, str(one.pk)) for one in rows]


HANDLER = FormHandler(
    name=NAME, title=_("Drill"), forms=(FORM,), data_class=DataClass.ORDINARY, subject=subject_of, may_see=keys_seen,
    taken=evaluated, expected=expected,
)  # fmt: skip
