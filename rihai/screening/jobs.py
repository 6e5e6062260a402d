"""Screening of many people as long work: whoever is marked, a batch at a time, until nobody is.

A step asks the law outside its transaction and writes the batch in it. A worker that dies leaves the marks of the batch
it had in hand, and the next one takes them.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import F

from rihai.accounts.operations.house import as_house
from rihai.kit.jobs import Progress, Work
from rihai.screening.models import Run, Stale
from rihai.screening.operations import Batch, keep, prepare

BATCH = 5_000
"""People asked about in one query: enough that planning it costs little, few enough for memory and for a step."""
SMALL = 250
"""People of a step where there are few: asked one by one, so that progress is seen."""
BULK = 4000
"""From so many waiting people on a query is quicker than asking one by one."""
SILENT = timedelta(minutes=15)


def prepare_step(work: Work) -> Batch | None:
    """The next people who are marked, with what the law says of them."""
    with as_house(work.at):
        waiting = Stale.objects.filter(since_at__lte=work.at)
        size = BATCH if waiting.count() >= BULK else SMALL
        ids: list[UUID] = list(waiting.order_by("pk").values_list("pk", flat=True)[:size])
    return prepare(ids, at=work.at) if ids else None


def step(work: Work) -> Progress:
    """Keep the batch."""
    batch: Batch | None = work.prepared
    with as_house(work.at):
        kept = keep(batch) if batch else 0
        asked = len(batch.places) if batch else 0
        run = Run.objects.filter(job_id=work.job_id)
        run.update(people=F("people") + asked, findings=F("findings") + kept)
        done, left = work.done + asked, Stale.objects.count() if asked else 0
        if not left:
            run.update(ended_at=work.at)
    return Progress(done, done + left, result={"people": done} if not left else {})
