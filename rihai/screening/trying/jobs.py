"""A trial as long work: everybody held, a batch at a time; a worker that dies leaves whole batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.kit.ids import new_id
from rihai.kit.jobs import Progress, Work
from rihai.people.models import Person
from rihai.people.projection.table import insert
from rihai.people.queries.records import records_of
from rihai.screening.held import completed, facts_of_places
from rihai.screening.jobs import BATCH, BULK, SMALL
from rihai.screening.law.packs import kept_pack, law_on, law_with
from rihai.screening.trying.comparing import Other, compared, day_of_answer, words_of
from rihai.screening.trying.drafts import failing
from rihai.screening.trying.models import LawChange, LawTrial

COLUMNS = (
    "id", "trial_id", "person_id", "place_id", "data_class", "and_legal", "case_id", "provision", "kind", "old",
    "old_on", "new", "new_on", "because",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """What one step found: of whom (in order, with their places), what changes, and the texts to tell it by."""

    people: list[tuple[UUID, int]]
    others: list[list[Other]]
    words: dict[str, Any] = field(default_factory=dict)
    failing: list[str] = field(default_factory=list)
    whole: int = 0


def prepare_step(work: Work) -> Compared:
    """The next people, asked under both versions; nothing is written."""
    with as_house(work.at):
        trial = LawTrial.objects.select_related("kept").get(pk=work.arguments["trial"])
        held = Person.objects.filter(held_at__isnull=False, merged_into=None)
        whole = held.count()
        after = work.cursor.get("after")
        left = held.filter(pk__gt=after) if after else held
        rows = left.order_by("pk").values_list("pk", "held_at_id")
        people = [(key, place or 0) for key, place in rows[: BATCH if whole >= BULK else SMALL]]
        around = facts_of_places({place for _key, place in people})
    pack = kept_pack(trial.kept_id)
    old, new = law_on(trial.on), law_with(pack, trial.on)
    records = records_of([key for key, _place in people], at=work.at)
    full = [completed(record, around.get(place, {})) for record, (_key, place) in zip(records, people, strict=True)]
    others = compared(full, old, new) if full else []
    names = sorted({one.key[0] for found in others for one in found})
    words = {**words_of(old.provisions, names, trial.on), **words_of(new.provisions, names, trial.on)}
    return Compared(people, others, words, failing(pack) if not after else [], whole)


def step(work: Work) -> Progress:
    """Keep what was found."""
    found: Compared = work.prepared
    with as_house(work.at):
        trial = LawTrial.objects.select_for_update().get(pk=work.arguments["trial"])
        insert(LawChange, COLUMNS, _rows(trial, found))
        trial.words = {**trial.words, **found.words}
        trial.failing = trial.failing or found.failing[:50]
        trial.people += len(found.people)
        done = work.done + len(found.people)
        if not found.people or done >= found.whole:
            trial.ended_at = work.at
        trial.save(update_fields=["words", "failing", "people", "ended_at"])
    if trial.ended_at:
        return Progress(done, done, result={"people": done})
    return Progress(done, max(found.whole, done + 1), cursor={"after": str(found.people[-1][0])})


def _rows(trial: LawTrial, found: Compared) -> Iterator[tuple[Any, ...]]:
    for (person, place), others in zip(found.people, found.others, strict=True):
        for one in others:
            provision, case_id = one.key
            yield (
                new_id(), trial.pk, person, place, str(one.needs.data_class), one.needs.and_legal,
                (case_id or "")[:200], provision[:80], str(one.kind), one.old.outcome if one.old else "",
                day_of_answer(one.old), one.new.outcome if one.new else "", day_of_answer(one.new),
                list(one.because),
            )  # fmt: skip
