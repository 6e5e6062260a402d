"""What deaths show elsewhere: in My work, on the pages of a prison and a person, at the desk of data protection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile
from rihai.kit.offers import Happening, WorkRow
from rihai.monitoring.deaths.models import Death, DeathPaper, Deceased
from rihai.monitoring.deaths.queries import deaths_for, open_steps, to_review
from rihai.monitoring.reach import INSPECT

ROWS = 12
YEAR = 365


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Files that nobody took up, steps whose time has come, causes to be asked for again."""
    if not actor.may(INSPECT):
        return []
    new = list(deaths_for(actor).filter(owner=None, closed_at=None).order_by("learned_at", "pk")[:ROWS])
    made = [
        _row(one, _("Somebody died in custody. Nobody works on the file yet."), one.on, on, _("Take it up"))
        for one in new
    ]
    taken = {one.pk for one in new}
    made += [
        _row(step.death, str(step.get_kind_display()), local_day(step.due_at), on, _("Open"))
        for step in open_steps(actor, asked_at())[: ROWS * 2]
        if step.death_id not in taken and step.due_at is not None
    ]
    made += [
        _row(one, _("No cause is settled. Ask again."), one.review_on, on, _("Open"))
        for one in to_review(actor, on)[:ROWS]
    ]
    return made[: ROWS * 2]


def _row(one: Death, why: str, due: date | None, on: date, act: str) -> WorkRow:
    late = due is not None and due < on
    return WorkRow(
        who=one.place.shown, url=reverse("monitoring:death", args=[one.pk]), why=why,
        where=_("Death no. %(number)s") % {"number": one.number}, due_on=due,
        status="overdue" if late else "waiting", word=_("Overdue") if late else _("Due"), act=act,
    )  # fmt: skip


def of_place(actor: Actor, place_id: int, on: date) -> dict[str, Any] | None:
    """The deaths of the last twelve months at a prison, for who inspects there."""
    if not actor.may(INSPECT):
        return None
    found = list(deaths_for(actor).filter(place=place_id).order_by("-on", "-pk")[:50])
    lately = [one for one in found if (on - one.on).days < YEAR]
    if not found:
        return None
    return {
        "rows": lately[:5], "count": len(lately), "unknown": sum(one.cause == "unknown" for one in lately),
        "place_id": place_id,
    }  # fmt: skip


def of_person(actor: Actor, person_id: UUID, _on: date) -> dict[str, Any] | None:
    """The file of this person's death, for who works on it; for others nothing."""
    if not actor.may(INSPECT):
        return None
    row = Deceased.objects.filter(person=person_id, death__in=deaths_for(actor).values("pk")).first()
    if row is None:
        return {"person_id": person_id, "death": None}
    return {"person_id": person_id, "death": deaths_for(actor).get(pk=row.death_id)}


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """What was settled of the cause, for who works on the file."""
    if not actor.may(INSPECT):
        return []
    rows = Deceased.objects.filter(person=person_id, death__in=deaths_for(actor).values("pk"))
    return [
        Happening(
            on=local_day(word.at), says=_("Cause of death: %(cause)s") % {"cause": word.get_cause_display()},
            source=word.said_by, url=reverse("monitoring:death", args=[row.death_id]),
        )
        for row in rows.select_related("death").prefetch_related("death__causes")
        for word in row.death.causes.all() if word.is_settled
    ]  # fmt: skip


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What is held of a person's death, for those who ask in their stead; who gave which word is left out."""
    with as_house():
        rows = list(Deceased.objects.filter(person=person_id).select_related("death__place"))
    return [
        (_("Death in custody"), [
            (_("Day"), one.death.on), (_("Prison"), one.death.place.shown), (_("Where"), one.death.get_where_display()),
            (_("Cause"), one.death.get_cause_display()),
        ])
        for one in rows
    ]  # fmt: skip


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """Whether a paper is of a file that the actor works on."""
    rows = DeathPaper.objects.filter(stored=stored.pk, death__in=deaths_for(actor).values("pk"))
    return rows.exists()
