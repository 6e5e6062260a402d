"""Starts long work, does it step by step in a worker, and takes up again what fell silent.

A row of ours and a task of django-tasks are made in one transaction. Whoever wants to do the job takes its row with
one conditional UPDATE; nought rows means that somebody else has it. Each step and its progress are one transaction,
fenced by the number of the attempt: a worker that was thought dead and wakes up finds its step refused and undone. A
worker that was killed leaves its task RUNNING for ever (django-tasks knows no heartbeat), so `rihai tick` marks that
failed and enqueues the job again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_noop
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from rihai.errors import NotFound, RihaiError
from rihai.kit.actor import Actor
from rihai.kit.audit.chain import append
from rihai.kit.house import acting_for
from rihai.kit.jobs.models import Job, JobState
from rihai.kit.jobs.step import Progress, Work
from rihai.kit.offers import JobKind, offered

SILENT = timedelta(seconds=90)
"""After so long without a step a running job counts as left by its worker; steps should take seconds."""
BROKEN = gettext_noop("Something went wrong that was not foreseen. What was done until then is kept; tell your office.")
GIVEN_UP = gettext_noop("The work stopped several times without coming further. What was done until then is kept.")
log = logging.getLogger(__name__)


class Lost(Exception):
    """Another worker has taken the job meanwhile; this step is undone."""


def start(kind: str, *, arguments: dict[str, Any], actor: Actor | None, at: datetime) -> Job:
    """Ask for long work of an offered kind; its page is at /kit/jobs/<id>/. One line in the trail.

    `arguments` hold ids, codes and days, never a name or a number of a person. Raises NotFound for a kind nobody
    offers.
    """
    job_kind(kind)
    with transaction.atomic():
        job = Job.objects.create(
            kind=kind,
            arguments=arguments,
            actor_id=actor.pk if actor else None,
            actor_name=actor.name[:120] if actor else "",
            asked_at=at,
            beat_at=at,
        )
        _enqueue(job)
        append("kit.job.asked_for", actor=actor, at=at, subject=job.pk, kind="kit.job", detail={"kind": kind})
    return job


def job_kind(name: str) -> JobKind:
    """The offer of a kind. Raises NotFound when no room offers it."""
    for kind in offered(JobKind):
        if kind.name == name:
            return kind
    raise NotFound(f"No room offers work of the kind {name!r}")


def silent_after(name: str) -> timedelta:
    """After how long without a step a running job of a kind counts as left by its worker."""
    return max((kind.silent for kind in offered(JobKind) if kind.name == name), default=SILENT)


def do(job_id: UUID, clock: Callable[[], datetime]) -> None:
    """Take the job, if it waits or fell silent, and do its steps to the end; never raises, as the row tells all."""
    job = _taken(job_id, clock())
    if job is None:
        return
    try:
        kind = job_kind(job.kind)
        with acting_for(job.actor_id) as actor:
            while not _step(job, kind, actor, clock):
                pass
    except Lost:
        log.info("job %s was taken over", job.pk)
    except RihaiError as error:
        _fail(job, str(error), clock())
    except Exception as error:
        # The text of an unforeseen error may hold personal data, so the log gets its kind and place alone.
        log.error("job %s of kind %s failed: %s", job.pk, job.kind, _kind_and_place(error))
        _fail(job, BROKEN, clock())


def take_up(at: datetime) -> int:
    """Enqueue again every job whose worker fell silent; says how many. Harmless when called twice at once."""
    silent = Q(state=JobState.RUNNING, beat_at__lt=at - SILENT)
    lost = Q(state=JobState.WAITING, beat_at__lt=at - SILENT)
    return sum(_taken_up(job, at) for job in Job.objects.filter(silent | lost).order_by("beat_at"))


def take_up_left(at: datetime) -> int:
    """Enqueue again whatever is running, before the only worker of an office begins; says how many.

    Whoever ran it is gone, by a power cut or a new start, and nobody should wait until that has been silent long
    enough. Were it alive after all, its step would be refused and undone.
    """
    return sum(_taken_up(job, at, is_left=True) for job in Job.objects.filter(state=JobState.RUNNING))


def _taken(job_id: UUID, at: datetime) -> Job | None:
    kind = Job.objects.filter(pk=job_id).values_list("kind", flat=True).first()
    mine = Q(state=JobState.WAITING) | Q(state=JobState.RUNNING, beat_at__lt=at - silent_after(kind or ""))
    taken = Job.objects.filter(mine, pk=job_id).update(state=JobState.RUNNING, attempts=F("attempts") + 1, beat_at=at)
    return Job.objects.get(pk=job_id) if taken else None


def _step(job: Job, kind: JobKind, actor: Actor | None, clock: Callable[[], datetime]) -> bool:
    """One step with its progress; True when the job is over."""
    at = clock()
    work = Work(job.pk, actor, job.arguments, job.done, job.cursor, at)
    if kind.prepare:
        work = replace(work, prepared=kind.prepare(work))
    with transaction.atomic():
        progress = kind.step(work)
        _record(job, progress, clock())
        if progress.is_over:
            detail = {"kind": job.kind, "done": progress.done, "attempts": job.attempts}
            append("kit.job.done", actor=actor, at=at, subject=job.pk, kind="kit.job", detail=detail)
    job.done, job.cursor = progress.done, progress.cursor
    return progress.is_over


def _record(job: Job, progress: Progress, at: datetime) -> None:
    over = {"state": JobState.DONE, "result": progress.result, "ended_at": at} if progress.is_over else {}
    mine = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)
    if not mine.update(done=progress.done, whole=progress.whole, cursor=progress.cursor, beat_at=at, **over):
        raise Lost


def _fail(job: Job, problem: str, at: datetime) -> None:
    with transaction.atomic():
        mine = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)
        if mine.update(state=JobState.FAILED, problem=problem, ended_at=at):
            append("kit.job.failed", actor=None, at=at, subject=job.pk, kind="kit.job", detail={"kind": job.kind})


def _taken_up(job: Job, at: datetime, *, is_left: bool = False) -> bool:
    if job.state == JobState.WAITING and _is_queued(job):
        return False
    if job.state == JobState.RUNNING and not is_left and job.beat_at >= at - silent_after(job.kind):
        return False
    with transaction.atomic():
        same = Job.objects.filter(pk=job.pk, state=job.state, attempts=job.attempts, beat_at=job.beat_at)
        if job.attempts >= job_kind(job.kind).attempts:
            over = same.update(state=JobState.FAILED, problem=GIVEN_UP, ended_at=at)
            if over:
                append("kit.job.given_up", actor=None, at=at, subject=job.pk, kind="kit.job")
            return False
        if not same.update(state=JobState.WAITING, beat_at=at):
            return False
        _bury(job, at)
        _enqueue(job)
        append("kit.job.taken_up", actor=None, at=at, subject=job.pk, kind="kit.job")
    return True


def _is_queued(job: Job) -> bool:
    return DBTaskResult.objects.filter(pk=job.task_id, status=TaskResultStatus.READY).exists()


def _bury(job: Job, at: datetime) -> None:
    """Mark the task of a dead worker failed, so that the queue tells the truth."""
    DBTaskResult.objects.filter(pk=job.task_id, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.FAILED, finished_at=at, exception_class_path="rihai.kit.jobs.run.Lost"
    )


def _enqueue(job: Job) -> None:
    from rihai.kit.jobs.worker import work

    job.task_id = str(work.enqueue(str(job.pk)).id)
    Job.objects.filter(pk=job.pk).update(task_id=job.task_id)


def _kind_and_place(error: BaseException) -> str:
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = f" at {at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at else ""
    return f"{type(error).__name__}{place}"
