"""How far courses have come in academies; the same few questions, however many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile
from rihai.training.academy.models import Academy, Step, WayStep
from rihai.training.courses.models import Course
from rihai.training.reach import READ

ALONG = (Step.OFFERED, Step.TRANSLATED, Step.ADOPTED, Step.MANDATORY)


@dataclass(frozen=True, slots=True)
class Way:
    """A course and an academy, and every step between them that stands, by day."""

    course: Course
    academy: Academy
    steps: Sequence[WayStep]

    @property
    def furthest(self) -> WayStep:
        """How far it has come: dropped where that was the last step; else the furthest, the latest of equals."""
        last = self.steps[-1]
        if last.step == Step.DROPPED:
            return last
        since = 0
        for number, one in enumerate(self.steps):
            if one.step == Step.DROPPED:
                since = number + 1
        return max(self.steps[since:], key=lambda one: (ALONG.index(Step(one.step)), one.on))


def ways(course_id: UUID | None = None) -> list[Way]:
    """The ways of a course, or of every course, by course and academy; academies are no secret of who reads here."""
    rows = WayStep.objects.filter(withdrawn_at=None).select_related("course", "academy", "file")
    if course_id is not None:
        rows = rows.filter(course=course_id)
    found: dict[tuple[UUID, UUID], list[WayStep]] = {}
    for one in rows.order_by("course__title", "academy__title", "on", "at", "pk"):
        found.setdefault((one.course_id, one.academy_id), []).append(one)
    return [Way(steps[0].course, steps[0].academy, steps) for steps in found.values()]


def withdrawn(course_id: UUID) -> list[WayStep]:
    """The steps of a course that were withdrawn."""
    rows = WayStep.objects.filter(course=course_id).exclude(withdrawn_at=None)
    return list(rows.select_related("academy"))


def may_read_order(actor: Actor, stored: StoredFile) -> bool:
    """The order or letter of a step is read by whoever reads training."""
    return actor.may(READ) and WayStep.objects.filter(file=stored.pk).exists()
