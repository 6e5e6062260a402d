"""What superiors see on the job: when it is asked, of whom, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.accounts.acting import asked_day
from rihai.accounts.operations.house import as_house
from rihai.days.calendar import anniversary
from rihai.instruments.models import InstrumentVersion
from rihai.kit.actor import Actor
from rihai.kit.handling import FormSubject, GivenAnswer
from rihai.training.certificates.models import STANDS, Completion, CompletionSource
from rihai.training.errors import NotSo, NotThere
from rihai.training.levels.models import Judgement
from rihai.training.reach import judged_trainees

FORM, HANDLER = "training_on_the_job", "training.job"
MARK = "behaviour"
AFTER = (3, 6)
"""Months after a course was finished at which its people's superiors are asked."""
EARLY = timedelta(days=14)
LATE_MONTHS = 6
"""So many months after its day it is asked no more: what is remembered by then is no observation."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A superior is asked about somebody: after which course, how many months on, from which day."""

    completion: Completion
    months: int
    due_on: date

    @property
    def key(self) -> str:
        """By which the form is filled in."""
        return f"{self.completion.pk}.{self.months}"

    @property
    def url(self) -> str:
        """Where it is filled in."""
        return reverse("instruments:fill", args=[HANDLER, FORM, self.key])


def _windows(on: date) -> dict[int, Q]:
    """By months: courses finished so long ago that it is time to ask, and not so long that it is too late."""
    return {
        months: Q(on__lte=anniversary(on + EARLY, -months), on__gt=anniversary(on, -months - LATE_MONTHS))
        for months in AFTER
    }


def to_ask(actor: Actor, on: date) -> QuerySet[Completion]:
    """Courses finished by people posted where the actor judges, of whom it is time to ask; one query for all."""
    there = judged_trainees(actor).filter(left_on=None).values("pk")
    rows = Completion.objects.filter(
        STANDS, Q(trainee__in=there) | Q(trainee__same_as__in=there), source=CompletionSource.SESSION
    ).select_related("course", "trainee__rank", "trainee__place")
    judged = {
        f"judged_{months}": Exists(Judgement.objects.filter(completion=OuterRef("pk"), months=months))
        for months in AFTER
    }
    waits = Q(pk=None)
    for months, window in _windows(on).items():
        waits |= window & Q(**{f"judged_{months}": False})
    return rows.annotate(**judged).filter(waits).order_by("on", "pk")


def asked_of(rows: Iterable[Completion], on: date) -> list[Asked]:
    """What is asked about each of these now, the longest due first; rows are those of `to_ask`."""
    found = []
    for one in rows:
        for months in AFTER:
            due = anniversary(one.on, months)
            is_time = anniversary(on, -months - LATE_MONTHS) < one.on <= anniversary(on + EARLY, -months)
            if is_time and not getattr(one, f"judged_{months}"):
                found.append(Asked(one, months, due))
    return sorted(found, key=lambda one: (one.due_on, str(one.completion.pk)))


def _of_key(actor: Actor, key: str) -> Asked | None:
    """What a key asks of the actor now; None for nothing, or for somebody they do not judge."""
    parts = _parts(key)
    if parts is None:
        return None
    on = asked_day()
    rows = list(to_ask(actor, on).filter(pk=parts[0]))
    return next((one for one in asked_of(rows, on) if one.months == parts[1]), None)


def subject_of(actor: Actor, key: str) -> FormSubject | None:
    """Somebody posted where the actor judges, when it is time; or what the actor said of them, to be corrected."""
    asked = _of_key(actor, key) or _mine(actor, key)
    if asked is None:
        return None
    says = ngettext("%(n)s month after: %(course)s", "%(n)s months after: %(course)s", asked.months)
    return FormSubject(
        name=asked.completion.trainee.full_name, url=reverse("training:on-the-job"),
        says=says % {"n": asked.months, "course": asked.completion.course.shown},
    )  # fmt: skip


def _mine(actor: Actor, key: str) -> Asked | None:
    if key not in may_see(actor, [key]):
        return None
    pk, _dot, months = key.partition(".")
    one = Completion.objects.select_related("course", "trainee").get(pk=pk)
    return Asked(one, int(months), anniversary(one.on, int(months)))


def may_see(actor: Actor, keys: Sequence[str]) -> Iterable[str]:
    """What one wrote oneself, as long as one judges there: to be corrected."""
    asked = {key: parts for key in keys if (parts := _parts(key)) is not None}
    there = judged_trainees(actor).values("pk")
    mine = Judgement.objects.filter(
        completion__in=[pk for pk, _months in asked.values()], by_id=actor.pk,
    ).filter(Q(completion__trainee__in=there) | Q(completion__trainee__same_as__in=there)).values_list(
        "completion_id", "months"
    )  # fmt: skip
    written = set(mine)
    return [key for key, said in asked.items() if said in written]


def _parts(key: str) -> tuple[UUID, int] | None:
    """The finished course and the months that a key names; None for no such key."""
    pk, _dot, months = key.partition(".")
    try:
        return UUID(pk), int(months) if months in {str(one) for one in AFTER} else 0
    except ValueError:
        return None


def expected(actor: Actor) -> list[tuple[str, str]]:
    """What the actor is asked now, for the forms on their phone."""
    on = asked_day()
    return [(FORM, one.key) for one in asked_of(to_ask(actor, on)[:MOST_EXPECTED], on)]


MOST_EXPECTED = 50


def taken(given: GivenAnswer) -> None:
    """A superior said what they saw: seen, of what could be seen. Raises NotThere, NotSo."""
    version = InstrumentVersion.objects.defer("xform").get(pk=given.version_id)
    questions: dict[str, dict[str, str]] = version.marks.get("questions", {})
    said = [str(given.values.get(name, "")) for name, marks in questions.items() if marks.get(MARK)]
    seen, of = said.count("yes"), said.count("yes") + said.count("no")
    if given.number > 1:
        Judgement.objects.filter(answer_id=given.id, by_id=given.actor.pk).update(seen=seen, of=of)
        return
    asked = _of_key(given.actor, given.subject)
    if asked is None:
        raise NotThere(given.subject)
    if not of:
        raise NotSo(_("Nothing was seen on the job. Ask again later, or ask a colleague who works beside them."))
    _once(asked, given)
    Judgement.objects.create(
        completion=asked.completion, months=asked.months, answer_id=given.id, seen=seen, of=of,
        on=asked_day(), by_id=given.actor.pk, by_name=given.actor.name[:120],
    )  # fmt: skip


def _once(asked: Asked, given: GivenAnswer) -> None:
    """Of two superiors who say it at one instant the first counts. Raises NotSo; the house holds the row, as no wall
    lets a superior change what somebody finished."""
    with as_house(given.at):
        Completion.objects.select_for_update(of=("self",)).get(pk=asked.completion.pk)
        if Judgement.objects.filter(completion=asked.completion, months=asked.months).exists():
            raise NotSo(_("Somebody else said it meanwhile. It counts once."))
