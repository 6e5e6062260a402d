"""A list from elsewhere is given in; its lines are settled one by one; a settled line counts as a finished course."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.names import meets
from rihai.training.certificates.models import Completion, CompletionSource
from rihai.training.completions.models import Became, FinishedLine, FinishedList, Problem
from rihai.training.completions.queries import list_for
from rihai.training.completions.reading import Line, read_finished
from rihai.training.courses.models import Course
from rihai.training.errors import NotSo, NotThere
from rihai.training.reach import KEEP, register_for, trainees_for
from rihai.training.sessions.alike import Asked, Known
from rihai.training.sessions.models import Trainee
from rihai.training.sessions.operations.enrolling import write_trainee

SAME, NEW, LEAVE, NUMBERS = "same", "new", "leave", "numbers"


@transaction.atomic
def give_list(
    *, course_id: UUID, provider: str, content: bytes, name: str, actor: Actor, at: datetime
) -> FinishedList:  # fmt: skip
    """Keep every line of a list; nobody counts as having finished anything yet. Raises NotThere, NotSo for a file given
    in before, FileUnreadable."""
    course = Course.objects.select_for_update(of=("self",)).filter(pk=course_id).first() if actor.may(KEEP) else None
    if course is None:
        raise NotThere(str(course_id))
    digest = hashlib.sha256(content).hexdigest()
    if FinishedList.objects.filter(course=course, digest=digest, by=actor.pk).exists():
        raise NotSo(_("This very file was given in already. Nothing of it was kept a second time."))
    lines = read_finished(content, name, today=local_day(at))
    made = FinishedList.objects.create(
        course=course, provider=provider.strip()[:160], name=(name or _("a list"))[:200], digest=digest,
        lines=len(lines), by_id=actor.pk, by_name=actor.name[:120], at=at,
    )  # fmt: skip
    known, numbers = Known(register_for(actor)), _numbers(made)
    FinishedLine.objects.bulk_create([_row(made, one, known, numbers) for one in lines], batch_size=500)
    detail = {"lines": len(lines), "course": course.pk}
    append("training.finished_list.given", actor=actor, at=at, subject=made.pk, kind="list", detail=detail)
    return made


def _numbers(made: FinishedList) -> set[str]:
    """The certificates of this provider that count already, whoever gave their list in."""
    with as_house(made.at):
        rows = FinishedLine.objects.filter(list__course=made.course, list__provider__iexact=made.provider)
        counted = rows.filter(became__in=(Became.MATCHED, Became.NEW)).exclude(certificate="")
        return {one.casefold() for one in counted.values_list("certificate", flat=True)}


def _row(made: FinishedList, line: Line, known: Known, numbers: set[str]) -> FinishedLine:
    row = FinishedLine(list=made, number=line.number, on=line.on, problem=line.problem, **line.said)
    if line.problem:
        row.became = Became.UNREADABLE
        return row
    if row.certificate and row.certificate.casefold() in numbers:
        row.became, row.problem = Became.KNOWN, Problem.TWICE
        return row
    if row.certificate:
        numbers.add(row.certificate.casefold())
    found = known.alike(Asked(row.full_name, row.service_number, row.organisation))
    if found:
        row.alike = found[0]
        row.is_same_number = _is_same(row, found[0])
    return row


def _is_same(row: FinishedLine, one: Trainee) -> bool:
    """The number and a name that meets: belt numbers are given anew, and each prison has its own."""
    same = bool(row.service_number) and row.service_number.casefold().split() == one.number.casefold().split()
    return same and meets(row.full_name, one.full_name).meets


@transaction.atomic
def settle_lines(
    *, list_id: UUID, choices: Mapping[UUID, str], all_numbers: bool = False, actor: Actor, at: datetime
) -> int:
    """Settle lines as somebody chose: SAME as the one proposed, NEW, or LEAVE; `all_numbers`: every line that waits and
    has the number of the one proposed is SAME. Says how many finished courses were counted. Raises NotThere, NotSo.
    """
    found = list_for(list_id, actor=actor, lock=True)
    counted = settled = 0
    rows = found.rows.filter(became=Became.WAITING).select_related("alike")
    for row in rows:
        choice = SAME if all_numbers and row.is_same_number else choices.get(row.pk, "")
        if choice not in {SAME, NEW, LEAVE}:
            continue
        settled += 1
        counted += _settle(found, row, choice, actor, at)
    if not settled:
        raise NotSo(_("Nothing was chosen. Say of a line who it is, or that it is left out."))
    detail = {"settled": settled, "counted": counted}
    append("training.finished_list.settled", actor=actor, at=at, subject=found.pk, kind="list", detail=detail)
    return counted


def _settle(found: FinishedList, row: FinishedLine, choice: str, actor: Actor, at: datetime) -> int:
    """One line; 1 where a finished course came of it."""
    assert row.on is not None  # what waits was read
    row.settled_by_name, row.settled_at = actor.name[:120], at
    trainee: Trainee | None = None
    if choice == LEAVE:
        row.became = Became.LEFT_OUT
    elif choice == SAME:
        trainee = trainees_for(actor).filter(pk=row.alike_id).first() if row.alike_id else None
        if trainee is None:
            raise NotSo(_("Nobody is proposed for line %(n)s. Say that it is somebody new.") % {"n": row.number})
        row.became = Became.MATCHED
    else:
        said = {"full_name": row.full_name, "organisation": row.organisation, "number": row.service_number}
        trainee = write_trainee(said, actor, at)
        row.became, row.alike = Became.NEW, trainee
    if trainee is not None:
        with as_house():  # the entry that stands for both may be of a place the actor does not see
            trainee = trainee.same_as or trainee
    if trainee is not None and _is_counted(trainee, found, row.on, at):
        row.became, trainee = Became.KNOWN, None
    if trainee is not None:
        row.completion = Completion.objects.create(
            trainee=trainee, course=found.course, on=row.on, source=CompletionSource.ELEARNING, says=_says(found, row),
            made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
        )  # fmt: skip
    row.save(update_fields=["became", "alike", "completion", "settled_by_name", "settled_at"])
    return int(trainee is not None)


def _is_counted(trainee: Trainee, found: FinishedList, on: date, at: datetime) -> bool:
    """Whether this course of this day counts for them already; asked by the house, since others may have written it."""
    with as_house(at):
        counted = Completion.objects.filter(course=found.course, on=on)
        return counted.filter(Q(trainee=trainee) | Q(trainee__same_as=trainee)).exists()


def _says(found: FinishedList, row: FinishedLine) -> str:
    """Where it was finished, with the number of its certificate."""
    if not row.certificate:
        return found.provider[:200]
    said = _("%(provider)s, certificate %(number)s") % {"provider": found.provider, "number": row.certificate}
    return said[:200]
