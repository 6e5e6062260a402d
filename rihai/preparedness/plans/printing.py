"""A plan, or who needs help, goes onto paper: the trail knows which and by whom."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.places.models import Place
from rihai.preparedness.plans.helped import Need, names_of
from rihai.preparedness.plans.models import PlanVersion
from rihai.preparedness.plans.paper import helped_pdf, plan_pdf


@transaction.atomic
def print_plan(*, edition: PlanVersion, language: str, actor: Actor, at: datetime) -> bytes:
    """The plan as a PDF; it names nobody who is held."""
    content = plan_pdf(edition, language, actor=actor, on=local_day(at))
    append(
        "preparedness.edition.printed", actor=actor, at=at, subject=edition.plan_id, kind="plan",
        detail={"number": edition.number, "language": language},
    )  # fmt: skip
    return content


@transaction.atomic
def print_helped(*, place: Place, needs: list[Need], language: str, actor: Actor, at: datetime) -> bytes:
    """Who needs help as a PDF, with the names that the actor sees."""
    content = helped_pdf(place, needs, language, on=local_day(at))
    append(
        "preparedness.helped.printed", actor=actor, at=at, subject=place.pk, kind="place",
        detail={"people": len(names_of(needs)), "language": language},
    )  # fmt: skip
    return content
